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

/** 不予受理决定书. */
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
        `${basis === '' ? '' : `根据${basis}的规定，`}本机关决定不予受理。`,
    ),
    ...numbered([
      ['有权办理的机关', data.competentOrgan === null ? '' : sentence(`请向${clause(data.competentOrgan)}提出申请`)],
      ['救济途径', data.remedies === null ? '' : remediesSentence(data, data.remedies)],
      ['联系', contactSentence(data)],
    ]),
  ];
}

function licensingArticle({ profile, ground }: AcceptanceRefusalData): string[] {
  if (profile !== 'LICENSE' || ground === 'other') return [];
  return [`《中华人民共和国行政许可法》第三十二条第一款第${ground === 'notRequired' ? '一' : '二'}项`];
}
