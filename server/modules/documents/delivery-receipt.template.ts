import type { DeliveryMethod } from '../../../contract/values.ts';
import { applicantNames, type Block, type DocumentHead, type Field, printInstant } from './document.blocks.ts';

const methods: Record<DeliveryMethod, string> = {
  DIRECT: '直接送达',
  ELECTRONIC: '电子送达',
  ENTRUSTED: '委托送达',
};

/** 送达回证: who received which document, how, where and when. Open fields are left blank for a pen. */
export interface DeliveryReceiptData extends DocumentHead {
  kind: 'deliveryReceipt';
  documents: { title: string; number: string | null; copies: number }[];
  method: DeliveryMethod;
  /** Address, counter, or the account that an electronic delivery went to. */
  place: string;
  /** ISO instant; null until it is delivered. */
  deliveredAt: string | null;
  /** Who takes it in place of the addressee, and by what authority. */
  agent: { name: string; authority: string } | null;
  deliverers: string[];
  /** Why it was refused and who saw it, when it was left behind. */
  refusal: { reason: string; witness: string } | null;
  remark: string | null;
}

export function deliveryReceiptBlocks(data: DeliveryReceiptData): Block[] {
  const documents = data.documents
    .map(({ title, number, copies }) => `《${title}》${number ?? ''}，${copies}份`)
    .join('；');
  const rows: Field[][] = [
    [{ label: '受送达人', text: applicantNames(data.applicants) }],
    [{ label: '办件', text: `${data.item.name}，办件编号${data.caseNumber}` }],
    [{ label: '送达文书', text: documents, lines: 2 }],
    [
      { label: '送达方式', text: methods[data.method] },
      { label: '送达时间', text: data.deliveredAt === null ? '' : printInstant(data.deliveredAt) },
    ],
    [{ label: '送达地点', text: data.place }],
    [{ label: '受送达人签名或者盖章', text: pen, lines: 3 }],
    [
      {
        label: '代收人签名',
        text: data.agent === null ? pen : `${data.agent.name}（${data.agent.authority}）\n${pen}`,
        lines: 3,
      },
    ],
    [
      {
        label: '拒收理由和见证人',
        text: data.refusal === null ? '' : `${data.refusal.reason}；见证人：${data.refusal.witness}`,
        lines: 2,
      },
    ],
    [{ label: '送达人签名', text: `${data.deliverers.join('、')}\n${pen}`.trimStart(), lines: 3 }],
    [{ label: '备注', text: data.remark ?? '', lines: 2 }],
  ];
  return [{ kind: 'form', rows }];
}

const pen = '签名：　　　　　　　　　　　　　　年　　月　　日';
