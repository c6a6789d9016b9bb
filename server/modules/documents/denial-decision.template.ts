import {
  application,
  type Block,
  clause,
  contactSentence,
  type DocumentHead,
  letterHead,
  numbered,
  paragraph,
  printDay,
  type Remedies,
  remediesSentence,
  sentence,
} from './document.blocks.ts';
import { decisionWords } from './document.rules.ts';

/** 不予行政许可决定书, and its sisters: it gives reasons and names the remedies (行政许可法 art. 38). */
export interface DenialDecisionData extends DocumentHead {
  kind: 'denialDecision';
  appliedDay: string;
  acceptedDay: string;
  facts: string;
  reasons: string;
  basis: string[];
  /** Null only where the matter is no administrative act; a licence is never denied without them. */
  remedies: Remedies | null;
}

export function denialDecisionBlocks(data: DenialDecisionData): Block[] {
  const law = data.profile === 'LICENSE' ? ['《中华人民共和国行政许可法》第三十八条第二款'] : [];
  const basis = [...data.basis.map(clause), ...law];
  return [
    ...letterHead(data),
    paragraph(`${application(data, data.appliedDay)}，本机关于${printDay(data.acceptedDay)}受理，现已审查完毕。`),
    ...numbered([
      ['查明的事实', sentence(data.facts)],
      ['理由', sentence(data.reasons)],
      [
        '决定',
        `${basis.length === 0 ? '' : `根据${basis.join('、')}的规定，`}本机关决定${decisionWords(data.profile).denying}。`,
      ],
      ['救济途径', data.remedies === null ? '' : remediesSentence(data, data.remedies)],
      ['联系', contactSentence(data)],
    ]),
  ];
}
