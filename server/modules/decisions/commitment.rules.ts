import type { MaterialRequirement } from '../../../contract/catalogue.ts';
import type { CommitmentLetter } from '../../../contract/commitments.ts';
import type { ItemContent } from '../../../contract/item-content.ts';
import type { LocalText } from '../../../contract/values.ts';
import { excludedFields } from '../../../contract/words.ts';
import type { Objection } from '../cases/index.ts';
import { type Matter, paperHead, presentPerson } from '../cases/index.ts';
import type { DocumentContent } from '../documents/index.ts';

/** What the applicant chose: the whole matter, or single materials by key. */
export interface Choice {
  readonly whole: boolean;
  readonly materials: readonly string[];
}

/** Calendar days after the decision within which a material's commitment is verified, where its item says nothing. */
const usualDays = 60;

/** Nothing chosen: the normal route. */
export const isNormal = ({ whole, materials }: Choice): boolean => !whole && materials.length === 0;

/** The materials of this applicant for which a commitment may stand. */
export function committable(needed: readonly MaterialRequirement[]): MaterialRequirement[] {
  return needed.filter(({ commitment }) => commitment !== undefined);
}

/** The materials that a choice replaces: those that were named, or, for the whole matter, all that may be. */
export function replacedBy(
  { whole, materials }: Choice,
  needed: readonly MaterialRequirement[],
): MaterialRequirement[] {
  return committable(needed).filter(({ key }) => whole || materials.includes(key));
}

/**
 * What stands against a choice (国办发〔2020〕42号): in the excluded fields no commitment stands for anything, also where an
 * older version offered one; elsewhere only what the published version offers.
 */
export function judgeChoice(
  choice: Choice,
  { fields, commitment }: Pick<ItemContent, 'fields' | 'commitment'>,
  needed: readonly MaterialRequirement[],
): Objection | undefined {
  if (isNormal(choice)) return undefined;
  const excluded = fields?.find((field) => excludedFields.includes(field));
  if (excluded !== undefined) return { code: 'commitment_field_excluded', facts: { field: excluded } };
  const offered = new Set(committable(needed).map(({ key }) => key));
  const other = choice.materials.find((key) => !offered.has(key));
  if (other !== undefined) return { code: 'commitment_not_offered', facts: { key: other } };
  return choice.whole && commitment === undefined ? { code: 'commitment_not_offered', facts: { key: '' } } : undefined;
}

/** How and within how many calendar days of the decision it is verified; of several materials the shortest time. */
export function verificationOf(
  { whole, materials }: Choice,
  { commitment }: Pick<ItemContent, 'commitment'>,
  needed: readonly MaterialRequirement[],
): { method: LocalText; withinDays: number } {
  if (whole && commitment !== undefined) return commitment.verification;
  const each = replacedBy({ whole, materials }, needed).flatMap((material) => material.commitment ?? []);
  const methods = [...new Map(each.map(({ verification }) => [verification.zh, verification])).values()];
  return {
    method: { zh: methods.map(({ zh }) => zh).join(''), en: methods.map(({ en }) => en).join(' ') },
    withinDays: each.length === 0 ? usualDays : Math.min(...each.map(({ withinDays = usualDays }) => withinDays)),
  };
}

/** The letter 告知承诺书 in both languages; the paper that is signed takes the Chinese. */
export function letterOf(
  choice: Choice,
  {
    content,
    organ,
    needed,
  }: {
    readonly content: Pick<ItemContent, 'name' | 'bases' | 'conditions' | 'commitment'>;
    readonly organ: LocalText;
    readonly needed: readonly MaterialRequirement[];
  },
): Omit<CommitmentLetter, 'digest'> {
  const replaced = replacedBy(choice, needed);
  return {
    kind: choice.whole ? 'ITEM' : 'MATERIALS',
    organ,
    itemName: content.name,
    basis: content.bases.map(({ law, article, mark }) => ({
      zh: `《${law}》${article ?? ''}${mark === 'sample' ? '（样例，待部门核对）' : ''}`,
      en: `${law}${article ?? ''}${mark === 'sample' ? ' (sample, to be checked by the department)' : ''}`,
    })),
    obligations,
    conditions: (choice.whole && content.commitment?.conditions) || content.conditions,
    replaces: replaced.map(({ name }) => name),
    verification: verificationOf(choice, content, needed),
    liability,
    statements: choice.whole ? statements : [...statements.slice(0, 1), ofMaterials, ...statements.slice(2)],
  };
}

/** Filed and decided in one act, on the commitment alone. */
export function isAtOnce(
  { kind }: Pick<CommitmentLetter, 'kind'>,
  { commitment }: Pick<ItemContent, 'commitment'>,
): boolean {
  return kind === 'ITEM' && commitment?.decideAtOnce === true;
}

/** What is left of a choice where the answers no longer ask for some of its materials. */
export function stillOffered({ whole, materials }: Choice, needed: readonly MaterialRequirement[]): Choice {
  const offered = new Set(committable(needed).map(({ key }) => key));
  return { whole, materials: materials.filter((key) => offered.has(key)) };
}

/** From which day the verification is at hand: half of its time has gone by. */
export function checkOpensDay(decidedDay: Temporal.PlainDate, withinDays: number): Temporal.PlainDate {
  return decidedDay.add({ days: Math.floor(withinDays / 2) });
}

const both = (zh: string, en: string): LocalText => ({ zh, en });

const obligations: LocalText[] = [
  both('按承诺的内容办理和经营', 'to act as committed'),
  both('配合以后的核查，如实提供情况', 'to assist the later verification and answer truthfully'),
];

const liability: LocalText[] = [
  both(
    '承诺不实的，终止办理或者撤销决定，已经得到的利益要退回',
    'A false commitment ends the matter or has the decision revoked; what was received is paid back',
  ),
  both(
    '记入失信记录，修复以前不能再选告知承诺和容缺受理',
    'It is recorded as bad credit; until that is repaired neither commitments nor tolerated acceptance are open',
  ),
  both('给别人造成损失的，依法承担责任', 'Whoever caused a loss to others answers for it by law'),
];

const ofMaterials = both('已经具备被代替的材料所证明的条件', 'What the replaced materials would prove is the case');

const statements: LocalText[] = [
  both('已经知晓行政机关告知的全部内容', 'I have read and understood all that the organ told me'),
  both('自认满足告知的全部条件', 'I meet all the conditions that I was told'),
  both('所填写和提交的信息真实、准确', 'What I wrote and handed in is true and accurate'),
  both(
    '自愿选择告知承诺，愿意承担不实承诺的法律责任',
    'I chose the commitment freely and answer by law if it is false',
  ),
  both('以上是本人（本单位）真实的意思表示', 'This is what I truly mean to declare'),
];

/** 告知承诺书 as the paper that is kept: both parts in Chinese, with who signed and who explained it. */
export function commitmentLetter(
  matter: Matter,
  letter: Omit<CommitmentLetter, 'digest'>,
  facts: { readonly committedDay: string; readonly signedAt: string | null; readonly officer: string },
): Extract<DocumentContent, { kind: 'commitmentLetter' }> {
  const chinese = (texts: readonly LocalText[]) => texts.map(({ zh }) => withoutEnd(zh));
  const { method, withinDays } = letter.verification;
  return {
    kind: 'commitmentLetter',
    ...paperHead(matter, matter.acceptingOrgan, []),
    notice: {
      basis: chinese(letter.basis),
      obligations: chinese(letter.obligations),
      conditions: chinese(letter.conditions),
      replaces: chinese(letter.replaces).map((name) => ({ name, content: '申请人已经具备该材料所证明的条件' })),
      verification: { method: `${withoutEnd(method.zh)}，在作出决定后${withinDays}天内核查`, lastDay: null },
      liability: chinese(letter.liability).join('；'),
    },
    statements: chinese(letter.statements),
    committedDay: facts.committedDay,
    published: false,
    signer: { name: presentPerson(matter.parties).name, role: '申请人', signedAt: facts.signedAt },
    officer: { name: facts.officer, signedAt: facts.signedAt },
  };
}

/** Without the mark at its end: the template sets its own. */
const withoutEnd = (text: string) => text.replace(/[；;。.，]+$/u, '');
