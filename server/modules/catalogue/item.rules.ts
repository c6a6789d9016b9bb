import type { FieldFault } from '../../../contract/refusals.ts';
import type { CaseType, Level, LocalText, ProcedureProfile } from '../../../contract/values.ts';
import { promisedWithin, type WorkCalendar } from '../deadlines/index.ts';
import { certificateFaults, formFaults } from './form.rules.ts';
import type { ItemContent } from './item-content.data.ts';

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
  const isImmediate = promisedLimit.unit !== 'calendarDays' && promisedLimit.amount <= immediateAtMost;
  if (caseType === 'IMMEDIATE' && !isImmediate && promisedLimit.unit !== 'officeHours') {
    faults.push({ field: 'content.promisedLimit', code: 'not_immediate', facts: { max: immediateAtMost } });
  }
  if ((statutoryLimit === undefined) !== (limitMarks.statutory === undefined)) {
    faults.push({ field: 'content.limitMarks.statutory', code: 'required' });
  }
  // Village committees are no administrative organs: they assist, they do not decide (domain §1.6).
  if (level === 'VILLAGE') faults.push({ field: 'level', code: 'village_decides' });
  const { certificate } = content.result;
  const ofForm = [...formFaults(form), ...(certificate === undefined ? [] : certificateFaults(certificate, form))];
  faults.push(...ofForm.map((fault) => ({ ...fault, field: `content.${fault.field}` })));
  if (content.visits > 0 && content.elements.visitReason === undefined)
    faults.push({ field: 'content.elements.visitReason', code: 'required' });
  for (const key of repeated(materials.map((material) => material.key))) {
    faults.push({ field: 'content.materials', code: 'key_twice', facts: { key } });
  }
  for (const key of content.decisionAnswers ?? []) {
    if (!form.some((field) => field.key === key))
      faults.push({ field: 'content.decisionAnswers', code: 'unknown_field', facts: { key } });
  }
  return faults;
}

function repeated(keys: readonly string[]): string[] {
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))];
}
