import {
  application,
  type Block,
  clause,
  contactSentence,
  type DocumentHead,
  letterHead,
  numbered,
  paragraph,
  type Remedies,
  remediesSentence,
  sentence,
} from './document.blocks.ts';

/** 不予受理决定书; 不受理告知书 where nothing needs to be applied for. */
export interface AcceptanceRefusalData extends DocumentHead {
  kind: 'acceptanceRefusal';
  appliedDay: string;
  /** `notRequired` and `outsideAuthority` are 行政许可法 art. 32(1) items 1 and 2. */
  ground: 'notRequired' | 'outsideAuthority' | 'other';
  reason: string;
  basis: string[];
  /** Where the applicant should go instead. */
  competentOrgan: string | null;
  remedies: Remedies | null;
}

export function acceptanceRefusalBlocks(data: AcceptanceRefusalData): Block[] {
  const basis = [...licensingArticle(data), ...data.basis.map(clause)].join('、');
  return [
    ...letterHead(data),
    paragraph(
      `${application(data, data.appliedDay)}，本机关已收到。经审查，${clause(data.reason)}。` +
        `${basis === '' ? '' : `根据${basis}的规定，`}${conclusion(data)}。`,
    ),
    ...numbered([
      ['有权办理的机关', data.competentOrgan === null ? '' : sentence(`请向${clause(data.competentOrgan)}提出申请`)],
      ['救济途径', data.remedies === null ? '' : remediesSentence(data, data.remedies)],
      ['联系', contactSentence(data)],
    ]),
  ];
}

function conclusion({ profile, ground }: AcceptanceRefusalData): string {
  if (ground !== 'notRequired') return '本机关决定不予受理';
  const need = profile === 'LICENSE' ? '依法不需要取得行政许可' : '依法不需要办理';
  return `该事项${need}，无需提出申请，本机关不受理`;
}

function licensingArticle({ profile, ground }: AcceptanceRefusalData): string[] {
  if (profile !== 'LICENSE' || ground === 'other') return [];
  return [`《中华人民共和国行政许可法》第三十二条第一款第${ground === 'notRequired' ? '一' : '二'}项`];
}
