import type { ItemContent } from '../../../contract/item-content.ts';
import type { FieldFault } from '../../../contract/refusals.ts';
import type { CaseType, Level, LocalText, ProcedureProfile } from '../../../contract/values.ts';
import { excludedFields } from '../../../contract/words.ts';
import { officeDayHours, promisedWithin, type WorkCalendar } from '../deadlines/index.ts';
import { certificateFaults, formFaults, materialFaults } from './form.rules.ts';
import { processFaults } from './process.rules.ts';

/** One published version of an implementation item; it never changes, and a running case keeps its own. */
export interface ItemVersion {
  readonly id: string;
  readonly itemId: string;
  readonly version: number;
  readonly code: string;
  /** ISO day. */
  readonly effectiveDay: string;
  readonly profile: ProcedureProfile;
  readonly caseType: CaseType;
  /** 行使层级: whose decision it is. */
  readonly level: Level;
  /** In whose name it is accepted; null means the township government of the intake centre. */
  readonly acceptingOrganId: string | null;
  /** Who decides; null means the township government of the intake centre. */
  readonly decidingOrganId: string | null;
  readonly content: ItemContent;
}

/** A version to publish; its number follows from the versions before it. */
export type PublishItemVersion = Omit<ItemVersion, 'id' | 'itemId' | 'version'>;

/** What was published. */
export interface PublishedVersion {
  readonly itemId: string;
  readonly itemVersionId: string;
  readonly version: number;
}

/** Who accepts or decides where the item names no organ. */
export const townshipGovernment: LocalText = {
  zh: '乡镇人民政府（街道办事处）',
  en: 'the township government or subdistrict office',
};

/** An immediate matter is decided in one visit, or by the end of the next working day when it came online. */
const immediateAtMost = 1;

/** What forbids a version to be published although its content has the right shape. Empty when nothing does. */
export function faultsOf(
  { content, caseType, level }: Pick<ItemVersion, 'content' | 'caseType' | 'level'>,
  calendar: WorkCalendar,
): FieldFault[] {
  const { statutoryLimit, promisedLimit, limitMarks, form, materials } = content;
  const faults: FieldFault[] = [];
  if (statutoryLimit !== undefined && !promisedWithin(statutoryLimit, promisedLimit, calendar)) {
    faults.push({ field: 'content.promisedLimit', code: 'promise_over_law', facts: { max: statutoryLimit.amount } });
  }
  const { amount, unit } = promisedLimit;
  const most = unit === 'officeHours' ? immediateAtMost * officeDayHours(calendar) : immediateAtMost;
  if (caseType === 'IMMEDIATE' && (unit === 'calendarDays' || amount > most)) {
    faults.push({ field: 'content.promisedLimit', code: 'not_immediate', facts: { max: immediateAtMost } });
  }
  if ((statutoryLimit === undefined) !== (limitMarks.statutory === undefined)) {
    faults.push({ field: 'content.limitMarks.statutory', code: 'required' });
  }
  // Village committees are no administrative organs: they assist, they do not decide (domain §1.6).
  if (level === 'VILLAGE') faults.push({ field: 'level', code: 'village_decides' });
  const { certificate } = content.result;
  const ofForm = [
    ...formFaults(form),
    ...materialFaults(materials, form),
    ...(content.process === undefined ? [] : processFaults(content.process, { content, calendar })),
    ...(certificate === undefined ? [] : certificateFaults(certificate, form)),
  ];
  faults.push(...ofForm.map((fault) => ({ ...fault, field: `content.${fault.field}` })));
  if (content.visits > 0 && content.elements.visitReason === undefined)
    faults.push({ field: 'content.elements.visitReason', code: 'required' });
  // A local rule that counts silence as withdrawing needs the day by which to speak.
  if (content.deemedWithdrawal !== undefined && content.correctionDays === null)
    faults.push({ field: 'content.correctionDays', code: 'required' });
  if (certificate?.renews === true && certificate.changes === true)
    faults.push({ field: 'content.result.certificate.changes', code: 'out_of_place' });
  const { bodyNature, entrustedBy } = content.elements;
  if ((bodyNature === 'ENTRUSTED') !== (entrustedBy !== undefined))
    faults.push({
      field: 'content.elements.entrustedBy',
      code: entrustedBy === undefined ? 'required' : 'out_of_place',
    });
  // ALL 58, 59: no fee without a law or an administrative regulation.
  if (content.fee.fen > 0 && content.fee.basis === undefined)
    faults.push({ field: 'content.fee.basis', code: 'fee_without_basis' });
  for (const [at, { name, tolerated, commitment, necessity }] of materials.entries()) {
    // 国发〔2018〕27号: nothing open-ended may be demanded.
    if (openEnded.test(name.zh)) faults.push({ field: `content.materials.${at}.name`, code: 'open_ended' });
    if ((tolerated !== undefined || commitment !== undefined) && necessity !== 'required')
      faults.push({ field: `content.materials.${at}.necessity`, code: 'tolerated_optional' });
  }
  faults.push(...commitmentFaults(content));
  for (const key of repeated(materials.map((material) => material.key))) {
    faults.push({ field: 'content.materials', code: 'key_twice', facts: { key } });
  }
  for (const key of content.decisionAnswers ?? []) {
    if (!form.some((field) => field.key === key))
      faults.push({ field: 'content.decisionAnswers', code: 'unknown_field', facts: { key } });
  }
  return faults;
}

/**
 * 国办发〔2020〕42号: where a commitment may stand for something the item says what it is about, and in the excluded fields
 * none may. What is decided at once on a commitment needs no paper that could be missing then.
 */
function commitmentFaults({ fields, commitment, materials, result }: ItemContent): FieldFault[] {
  const places = [
    ...materials.flatMap((material, at) =>
      material.commitment === undefined ? [] : [`content.materials.${at}.commitment`],
    ),
    ...(commitment === undefined ? [] : ['content.commitment']),
  ];
  if (places.length === 0) return [];
  if (fields === undefined) return [{ field: 'content.fields', code: 'required' }];
  const excluded = fields.find((field) => excludedFields.includes(field));
  const faults: FieldFault[] =
    excluded === undefined
      ? []
      : places.map((field) => ({ field, code: 'commitment_excluded', facts: { field: excluded } }));
  // A certificate is made by hands; what is decided at once leaves nothing for them to do.
  if (commitment?.decideAtOnce === true && result.certificate !== undefined)
    faults.push({ field: 'content.commitment.decideAtOnce', code: 'certificate_at_once' });
  return faults;
}

/** 兜底材料: 其他材料、等材料、有关材料. */
const openEnded = /(其他|其它|有关|相关|等)(证明)?(材料|资料|文件)$/;

function repeated(keys: readonly string[]): string[] {
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))];
}
