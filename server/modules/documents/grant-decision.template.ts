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
  printLastDay,
  provisionalSentence,
  sentence,
} from './document.blocks.ts';
import { decisionWords } from './document.rules.ts';

/** 准予行政许可决定书, and its sisters under other profiles (行政许可法 art. 38). */
export interface GrantDecisionData extends DocumentHead {
  kind: 'grantDecision';
  appliedDay: string;
  acceptedDay: string;
  facts: string;
  basis: string[];
  /** What is granted. */
  content: string;
  /** Where it holds; null where the law sets no area. */
  scope: string | null;
  /** Null: the matter has no term; `untilDay` null: without end. */
  validity: { fromDay: string; untilDay: string | null } | null;
  /** The certificate that follows, due within ten working days of the decision (行政许可法 art. 44). */
  certificate: { name: string; number: string | null; deliveryLastDay: string } | null;
}

export function grantDecisionBlocks(data: GrantDecisionData): Block[] {
  const licence = data.profile === 'LICENSE';
  const basis = [...(licence ? ['《中华人民共和国行政许可法》第三十八条第一款'] : []), ...data.basis.map(clause)];
  const validity = data.validity;
  const certificate = data.certificate;
  return [
    ...letterHead(data),
    paragraph(
      `${application(data, data.appliedDay)}，本机关于${printDay(data.acceptedDay)}受理。经审查，${clause(data.facts)}，` +
        `符合${licence ? '法定条件、标准' : '规定条件'}。` +
        `${basis.length === 0 ? '' : `根据${basis.join('、')}的规定，`}现决定${decisionWords(data.profile).granting}。`,
    ),
    ...numbered([
      [licence ? '许可内容' : '内容', sentence(data.content)],
      ['适用范围', data.scope === null ? '' : sentence(data.scope)],
      ['有效期', validity === null ? '' : printValidity(validity)],
      [
        '证件',
        certificate === null
          ? ''
          : `${certificate.name}${certificate.number === null ? '' : `（编号${certificate.number}）`}` +
            `最迟${printLastDay(certificate.deliveryLastDay)}送达。${provisionalSentence(data)}`,
      ],
      ['联系', contactSentence(data)],
    ]),
  ];
}

function printValidity({ fromDay, untilDay }: { fromDay: string; untilDay: string | null }): string {
  return untilDay === null
    ? `自${printDay(fromDay)}起长期有效。`
    : `自${printDay(fromDay)}起至${printDay(untilDay)}止。`;
}
