import {
  applicantNames,
  type Block,
  contactSentence,
  type DocumentHead,
  note,
  printInstant,
  printLastDay,
  provisionalSentence,
  querySentence,
} from './document.blocks.ts';

/** 收件凭证: what was handed in, when, to whom, and what happens next. It is no acceptance. */
export interface IntakeReceiptData extends DocumentHead {
  kind: 'intakeReceipt';
  queryCode: string;
  /** ISO instant: a submission counts from here whatever any clerk does. */
  receivedAt: string;
  /** Who took the papers in, and where; an online submission is received by the platform. */
  receiver: { name: string; place: string };
  materials: {
    name: string;
    originals: number;
    copies: number;
    pages: number | null;
    form: 'paper' | 'electronic';
  }[];
  /** Silence until the last day of the check accepts, from the day of receipt. */
  silenceAccepts: boolean;
  /** Last day of the check. */
  checkLastDay: string;
}

export function intakeReceiptBlocks(data: IntakeReceiptData): Block[] {
  const cited = data.profile === 'LICENSE' ? '根据《中华人民共和国行政许可法》第三十二条第一款第四项的规定，' : '';
  const silence = data.silenceAccepts ? `逾期没有告知的，${cited}自收到申请材料之日起即为受理。` : '';
  return [
    {
      kind: 'form',
      rows: [
        [
          { label: '办件编号', text: data.caseNumber, share: 3 },
          { label: '查询码', text: data.queryCode, share: 2 },
        ],
        [{ label: '申请人', text: applicantNames(data.applicants) }],
        [{ label: '申请事项', text: `${data.item.name}（事项编码${data.item.code}）` }],
        [
          { label: '收到时间', text: printInstant(data.receivedAt), share: 3 },
          { label: '收件人', text: data.receiver.name, share: 2 },
        ],
        [{ label: '收件地点', text: data.receiver.place }],
      ],
    },
    {
      kind: 'table',
      columns: [
        { title: '序号', share: 9, align: 'center' },
        { title: '材料名称', share: 56, align: 'left' },
        { title: '原件', share: 9, align: 'center' },
        { title: '复印件', share: 11, align: 'center' },
        { title: '页数', share: 9, align: 'center' },
        { title: '形式', share: 11, align: 'center' },
      ],
      rows: data.materials.map(({ name, originals, copies, pages, form }, index) => [
        String(index + 1),
        name,
        form === 'electronic' ? '—' : String(originals),
        form === 'electronic' ? '—' : String(copies),
        pages === null ? '—' : String(pages),
        form === 'electronic' ? '电子' : '纸质',
      ]),
    },
    note(
      `以上材料共${data.materials.length}项，已收到。最迟${printLastDay(data.checkLastDay)}，` +
        `本机关核对完毕，告知是否受理或者需要补正的全部内容。${silence}${provisionalSentence(data)}`,
    ),
    note(`本凭证证明收到材料，不代表已经受理。${querySentence(data.queryCode)}${contactSentence(data)}`),
  ];
}
