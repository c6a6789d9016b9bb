import type { CaseAct } from '../../../contract/cases.ts';
import type { MaterialRequirement } from '../../../contract/catalogue.ts';
import type { SupplyMethod } from '../../../contract/commitments.ts';
import { addWorkingDays, type WorkCalendar } from '../deadlines/index.ts';
import type { DocumentContent } from '../documents/index.ts';
import type { CaseFacts, Objection } from './case.data.ts';
import { appliedDay, type Matter, paperHead } from './paper.rules.ts';
import { presentPerson } from './party.rules.ts';

/** Days on the calendar before the last day of supply on which the applicant is reminded, and that day itself. */
const reminders = [3, 1, 0] as const;

/** What a clerk asks for: which of the missing materials follow, and by which day. */
export interface Tolerance {
  readonly materials: readonly string[];
  /** ISO day. */
  readonly supplyDay: string;
}

/** What the rules read of the matter. */
export interface ToleranceFacts {
  /** What this applicant must hand in. */
  readonly needed: readonly MaterialRequirement[];
  readonly received: ReadonlySet<string>;
  readonly today: Temporal.PlainDate;
  /** The promised day if it were accepted today; null where the item promises none. */
  readonly promisedDueDay: string | null;
}

/** The required materials of an applicant that are not there. */
export function missingOf({ needed, received }: Pick<ToleranceFacts, 'needed' | 'received'>): MaterialRequirement[] {
  return needed.filter(({ key, necessity }) => necessity === 'required' && !received.has(key));
}

/** The last day on which one material may come: its own limit, and the promise, which the item may say it outlasts. */
export function lastSupplyDay(
  { tolerated }: Pick<MaterialRequirement, 'tolerated'>,
  { today, promisedDueDay }: Pick<ToleranceFacts, 'today' | 'promisedDueDay'>,
  calendar: WorkCalendar,
): string | undefined {
  if (tolerated === undefined) return undefined;
  const own = addWorkingDays(today, tolerated.workingDays, calendar).toString();
  return tolerated.afterPromise === true || promisedDueDay === null || own < promisedDueDay ? own : promisedDueDay;
}

/**
 * What stands against a tolerated acceptance 容缺受理 (国发〔2022〕5号; domain §2.7): only materials of the published list
 * may follow, all others are there, and the day lies within their limits and the promise.
 */
export function judgeTolerance(
  { materials, supplyDay }: Tolerance,
  facts: ToleranceFacts,
  calendar: WorkCalendar,
): Objection | undefined {
  const object = (code: Objection['code'], more: Objection['facts'] = {}): Objection => ({ code, facts: more });
  const missing = missingOf(facts);
  if (missing.length === 0) return object('tolerated_nothing_missing');
  const asked = new Set(materials);
  const unlisted = materials.find((key) => !missing.some((each) => each.key === key && each.tolerated !== undefined));
  if (unlisted !== undefined) {
    const name = facts.needed.find(({ key }) => key === unlisted)?.name.zh ?? unlisted;
    return object('tolerated_unlisted', { key: unlisted, name });
  }
  const main = missing.filter(({ key }) => !asked.has(key));
  if (main.length > 0) return object('tolerated_main_missing', { count: main.length, name: main[0]?.name.zh ?? '' });
  if (supplyDay < facts.today.toString()) return object('day_in_past', { day: supplyDay });
  const [last = ''] = missing.map((each) => lastSupplyDay(each, facts, calendar) ?? '').toSorted();
  return supplyDay > last ? object('supply_day_too_late', { day: last }) : undefined;
}

/** Against a supply: something that is not owed. */
export function judgeSupply(owed: ReadonlySet<string>, keys: readonly string[]): Objection | undefined {
  const other = keys.find((key) => !owed.has(key));
  return other === undefined ? undefined : { code: 'supply_not_owed', facts: { key: other } };
}

/** Three working days and one before the last day, and on it; those that lie before today are gone. */
export function reminderDays(
  supplyDay: Temporal.PlainDate,
  today: Temporal.PlainDate,
  calendar: WorkCalendar,
): Temporal.PlainDate[] {
  return reminders.flatMap((count) => {
    const day = count === 0 ? supplyDay : workingDayBefore(supplyDay, count, calendar);
    return Temporal.PlainDate.compare(day, today) > 0 ? [day] : [];
  });
}

function workingDayBefore(day: Temporal.PlainDate, count: number, calendar: WorkCalendar): Temporal.PlainDate {
  let before = day;
  for (let left = count; left > 0; ) {
    before = before.subtract({ days: 1 });
    const isWorking = addWorkingDays(before.subtract({ days: 1 }), 1, calendar).equals(before);
    if (isWorking) left -= 1;
  }
  return before;
}

/** What of an act's own stands against it: nothing is owed, nothing may follow, no commitment stands. */
export function commitmentObjection(
  act: CaseAct,
  { owedMaterials, toleratesSome, isCommitted }: Pick<CaseFacts, 'owedMaterials' | 'toleratesSome' | 'isCommitted'>,
): Objection | undefined {
  switch (act) {
    case 'acceptTolerated':
      return toleratesSome ? undefined : { code: 'tolerated_unlisted', facts: { key: '', name: '' } };
    case 'receiveTolerated':
      return owedMaterials > 0 ? undefined : { code: 'supply_not_owed', facts: { key: '' } };
    case 'withdrawCommitment':
    case 'verifyCommitment':
      return isCommitted ? undefined : { code: 'commitment_not_there', facts: {} };
    default:
      return undefined;
  }
}

/** How the missing papers come, as both papers of a tolerated acceptance say it. */
const methodWords: Readonly<Record<SupplyMethod, string>> = {
  WINDOW: '到任一窗口递交',
  ONLINE: '在门口办上传',
  MAIL: '邮寄到受理窗口',
};

type Content<K extends DocumentContent['kind']> = Extract<DocumentContent, { kind: K }>;

interface Agreed extends Tolerance {
  readonly method: SupplyMethod;
}

/** 容缺受理承诺书: what follows, by when and how, and what happens if it does not; signed by pen, or by the account. */
export function toleratedCommitment(
  matter: Matter,
  { signedAt, ...agreed }: Agreed & { readonly signedAt: string | null },
): Content<'toleratedCommitment'> {
  return {
    kind: 'toleratedCommitment',
    ...paperHead(matter, matter.acceptingOrgan, []),
    appliedDay: appliedDay(matter),
    ...agreedTerms(matter, agreed),
    signer: { name: presentPerson(matter.parties).name, role: '申请人', signedAt },
  };
}

/** 容缺受理通知书, in two copies. */
export function toleratedNotice(
  matter: Matter,
  { acceptedDay, ...agreed }: Agreed & { readonly acceptedDay: string },
): Content<'toleratedNotice'> {
  return {
    kind: 'toleratedNotice',
    ...paperHead(matter, matter.acceptingOrgan, []),
    appliedDay: appliedDay(matter),
    acceptedDay,
    ...agreedTerms(matter, agreed),
  };
}

function agreedTerms({ version }: Matter, { materials, supplyDay, method }: Agreed) {
  return {
    materials: version.content.materials.flatMap(({ key, name }) =>
      materials.includes(key) ? [{ name: name.zh, supplyLastDay: supplyDay }] : [],
    ),
    supplyMethod: methodWords[method],
    consequence: '本机关终止办理，退回全部材料，可以重新申请',
    basis: '本区公布的容缺受理材料清单',
  };
}
