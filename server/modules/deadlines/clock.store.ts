import type { ClockState, LawBasis, LimitUnit, PauseGround } from '../../../contract/deadlines.ts';
import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { WorkCalendar } from './calendar.rules.ts';
import { loadCalendar, recallCalendar } from './calendar.store.ts';
import { type ClockFact, dueDays, type Limit, type Limits, modeOf, type StartFact, startOf } from './clock.rules.ts';

/** What a clock is for: a case, a task, or whatever a module above counts time for. */
export interface Subject {
  readonly kind: string;
  readonly id: string;
}

/** A clock by its id, or the latest one of a subject and purpose. */
export type ClockRef = { readonly clockId: string } | { readonly subject: Subject; readonly purpose: string };

/** Where a clock stands; days are ISO. `dueDay` is the earlier of the two limits'. */
export interface ClockView {
  readonly clockId: string;
  readonly purpose: string;
  readonly state: ClockState;
  readonly startDay: string;
  readonly statutoryDueDay?: string;
  readonly promisedDueDay?: string;
  readonly dueDay: string;
  readonly provisional: boolean;
}

/** A clock with all that its due days are derived from. */
export interface Clock extends ClockView {
  readonly subject: Subject;
  readonly limits: Limits;
  readonly facts: readonly ClockFact[];
}

interface StoredFact {
  kind: ClockFact['kind'];
  day: string;
  at: string | null;
  ground: PauseGround | null;
  neededDays: number | null;
  amount: number | null;
  unit: LimitUnit | null;
  basis: LawBasis | null;
}

interface ClockRow {
  id: string;
  subjectKind: string;
  subjectId: string;
  purpose: string;
  state: ClockState;
  statutoryLimit: Limit | null;
  promisedLimit: Limit | null;
  startDay: string;
  statutoryDueDay: string | null;
  promisedDueDay: string | null;
  dueDay: string;
  provisional: boolean;
  facts: StoredFact[];
}

const columns = sql`
  k.id, k.subject_kind, k.subject_id, k.purpose, k.state, k.statutory_limit, k.promised_limit,
  k.start_day, k.statutory_due_day, k.promised_due_day, k.due_day, k.provisional,
  (select jsonb_agg(jsonb_build_object('kind', kind, 'day', day, 'at', at, 'ground', ground,
      'neededDays', needed_days, 'amount', amount, 'unit', unit, 'basis', basis) order by sequence)
    from clock_facts where district = k.district and clock_id = k.id) as facts
`;

/** All clocks of a subject, oldest first. */
export async function getClocks(read: Read, district: string, subject: Subject): Promise<Clock[]> {
  const { rows } = await sql<ClockRow>`
    select ${columns} from clocks k
    where k.district = ${district} and k.subject_kind = ${subject.kind} and k.subject_id = ${subject.id}
    order by k.id
  `.execute(read);
  return rows.map(toClock);
}

/** The clock, or the latest of its purpose. Refuses `not_found`. */
export async function getClock(read: Read, district: string, ref: ClockRef): Promise<Clock> {
  const { rows } = await sql<ClockRow>`
    select ${columns} from clocks k where k.district = ${district} and ${matches(ref)} order by k.id desc limit 1
  `.execute(read);
  if (rows[0] === undefined) throw new Refusal('not_found');
  return toClock(rows[0]);
}

/** The clock, locked, and the calendar that holds. Refuses `not_found`. */
export async function lockClock(
  tx: Tx,
  district: string,
  ref: ClockRef,
): Promise<{ clock: Clock; calendar: WorkCalendar }> {
  // The lock comes first: facts read by the locking statement itself could be older than what it waited for.
  const locked = sql<{ id: string }>`
    select k.id from clocks k where k.district = ${district} and ${matches(ref)} order by k.id desc limit 1 for update
  `.execute(tx);
  const [{ rows }, clock, calendar] = await Promise.all([
    locked,
    getClock(tx, district, ref),
    loadCalendar(tx, district),
  ]);
  if (rows[0] === undefined) throw new Refusal('not_found');
  return { clock, calendar };
}

function matches(ref: ClockRef) {
  return 'clockId' in ref
    ? sql`k.id = ${ref.clockId}`
    : sql`k.subject_kind = ${ref.subject.kind} and k.subject_id = ${ref.subject.id} and k.purpose = ${ref.purpose}`;
}

/** Writes a new clock with its first fact and its limits, in one statement. */
export async function insertClock(
  tx: Tx,
  district: string,
  given: { subject: Subject; purpose: string; limits: Limits; start: StartFact },
): Promise<ClockView> {
  const { subject, purpose, limits, start } = given;
  const id = newId();
  let calendar = await recallCalendar(tx, district);
  for (;;) {
    const due = dueColumns(limits, [start], calendar);
    const { rows } = await sql`
      with current as (
        select 1 from calendars where district = ${district} and edition = ${calendar.edition}
      ), clock as (
        insert into clocks (district, id, subject_kind, subject_id, purpose, state, statutory_limit, promised_limit,
          start_day, statutory_due_day, promised_due_day, due_day, provisional, calendar_edition)
        select ${district}::text, ${id}::uuid, ${subject.kind}::text, ${subject.id}::uuid, ${purpose}::text, 'running',
          ${asJson(limits.statutory)}::jsonb, ${asJson(limits.promised)}::jsonb, ${start.day}::date,
          ${due.statutoryDueDay}::date, ${due.promisedDueDay}::date, ${due.dueDay}::date, ${due.provisional}::boolean,
          ${calendar.edition}::uuid
        from current
        returning id
      )
      insert into clock_facts (district, clock_id, sequence, kind, day, at)
      select ${district}::text, id, 1, 'start', ${start.day}::date, ${start.at ?? null}::timestamptz from clock
      returning 1 as written
    `.execute(tx);
    if (rows.length > 0) return viewOf({ id, purpose, state: 'running', startDay: start.day.toString(), ...due });
    calendar = await loadCalendar(tx, district);
  }
}

/** Writes the last fact of a clock and the due days that all of its facts replay to. */
export async function saveFact(
  tx: Tx,
  district: string,
  clock: Clock,
  facts: readonly ClockFact[],
  calendar: WorkCalendar,
): Promise<ClockView> {
  const fact = facts.at(-1) ?? startOf(facts);
  const due = dueColumns(clock.limits, facts, calendar);
  const { state } = modeOf(facts);
  const { ground = null, neededDays = null, amount = null, unit = null, basis } = fact as Partial<PlainFact>;
  await sql`
    with clock as (
      update clocks set state = ${state}, statutory_due_day = ${due.statutoryDueDay}, promised_due_day = ${due.promisedDueDay},
        due_day = ${due.dueDay}, provisional = ${due.provisional}, calendar_edition = ${calendar.edition}
      where district = ${district} and id = ${clock.clockId}
    )
    insert into clock_facts (district, clock_id, sequence, kind, day, at, ground, needed_days, amount, unit, basis)
    values (${district}, ${clock.clockId}, ${facts.length}, ${fact.kind}, ${fact.day}, ${fact.at ?? null},
      ${ground}, ${neededDays}, ${amount}, ${unit}, ${asJson(basis)}::jsonb)
  `.execute(tx);
  return viewOf({ id: clock.clockId, purpose: clock.purpose, state, startDay: clock.startDay, ...due });
}

/** Every column that some kind of fact has. */
interface PlainFact {
  ground: PauseGround;
  neededDays: number;
  amount: number;
  unit: LimitUnit;
  basis: LawBasis;
}

interface DueColumns {
  statutoryDueDay: string | null;
  promisedDueDay: string | null;
  dueDay: string;
  provisional: boolean;
}

/** The due days as they are stored. */
export function dueColumns(limits: Limits, facts: readonly ClockFact[], calendar: WorkCalendar): DueColumns {
  const due = dueDays(limits, facts, calendar);
  return {
    statutoryDueDay: due.statutory?.dueDay.toString() ?? null,
    promisedDueDay: due.promised?.dueDay.toString() ?? null,
    dueDay: due.dueDay.toString(),
    provisional: due.provisional,
  };
}

function viewOf(row: DueColumns & { id: string; purpose: string; state: ClockState; startDay: string }): ClockView {
  return {
    clockId: row.id,
    purpose: row.purpose,
    state: row.state,
    startDay: row.startDay,
    ...(row.statutoryDueDay !== null && { statutoryDueDay: row.statutoryDueDay }),
    ...(row.promisedDueDay !== null && { promisedDueDay: row.promisedDueDay }),
    dueDay: row.dueDay,
    provisional: row.provisional,
  };
}

function toClock(row: ClockRow): Clock {
  return {
    ...viewOf(row),
    subject: { kind: row.subjectKind, id: row.subjectId },
    limits: {
      ...(row.statutoryLimit && { statutory: row.statutoryLimit }),
      ...(row.promisedLimit && { promised: row.promisedLimit }),
    },
    facts: row.facts.map(toFact),
  };
}

function toFact({ kind, day, at, ground, neededDays, amount, unit, basis }: StoredFact): ClockFact {
  const dated = { day: Temporal.PlainDate.from(day), ...(at !== null && { at: Temporal.Instant.from(at) }) };
  if (kind === 'pause' && ground !== null) {
    return { kind, ...dated, ground, ...(neededDays !== null && { neededDays }), ...(basis && { basis }) };
  }
  if (kind === 'extend' && amount !== null && unit !== null && basis !== null)
    return { kind, ...dated, amount, unit, basis };
  if (kind === 'start' || kind === 'resume' || kind === 'stop') return { kind, ...dated };
  throw new Error(`a fact of kind ${kind} lacks a column`);
}

function asJson(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

/** The due days that a recount changed. */
export interface MovedClock extends DueColumns {
  readonly clockId: string;
  readonly subject: Subject;
  readonly purpose: string;
}

export interface Recount {
  readonly counted: number;
  readonly moved: readonly MovedClock[];
  /** Where the next batch goes on; undefined when this was the last. */
  readonly lastId?: string;
}

/** Recounts the next open clocks that were counted by another edition, in the order of their ids. */
export async function recountClocks(
  tx: Tx,
  district: string,
  calendar: WorkCalendar,
  batch: { after?: string; size: number },
): Promise<Recount> {
  const { rows } = await sql<{ id: string }>`
    select id from clocks
    where district = ${district} and state <> 'stopped' and calendar_edition <> ${calendar.edition}
      and (${batch.after ?? null}::uuid is null or id > ${batch.after ?? null}::uuid)
    order by id limit ${batch.size} for update
  `.execute(tx);
  const lastId = rows.at(-1)?.id;
  if (lastId === undefined) return { counted: 0, moved: [] };
  const locked = await sql<ClockRow>`
    select ${columns} from clocks k where k.district = ${district} and k.id = any(${rows.map(({ id }) => id)}::uuid[])
  `.execute(tx);
  const recounted = locked.rows.map((row) => {
    const clock = toClock(row);
    return { row, clock, due: dueColumns(clock.limits, clock.facts, calendar) };
  });
  await sql`
    update clocks k set statutory_due_day = given."statutoryDueDay", promised_due_day = given."promisedDueDay",
      due_day = given."dueDay", provisional = given.provisional, calendar_edition = ${calendar.edition}
    from jsonb_to_recordset(${JSON.stringify(recounted.map(({ row, due }) => ({ id: row.id, ...due })))}::jsonb)
      as given (id uuid, "statutoryDueDay" date, "promisedDueDay" date, "dueDay" date, provisional boolean)
    where k.district = ${district} and k.id = given.id
  `.execute(tx);
  return {
    counted: recounted.length,
    moved: recounted
      .filter(({ row, due }) => hasMoved(row, due))
      .map(({ clock, due }) => ({ clockId: clock.clockId, subject: clock.subject, purpose: clock.purpose, ...due })),
    ...(rows.length === batch.size && { lastId }),
  };
}

function hasMoved(row: DueColumns, due: DueColumns): boolean {
  return (
    row.dueDay !== due.dueDay ||
    row.statutoryDueDay !== due.statutoryDueDay ||
    row.promisedDueDay !== due.promisedDueDay ||
    row.provisional !== due.provisional
  );
}

/** Of these clocks, those that still run: news about a clock may come after it was stopped. */
export async function getRunningClockIds(
  read: Read,
  district: string,
  clockIds: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from clocks where district = ${district} and id = any(${clockIds}::uuid[]) and state <> 'stopped'
  `.execute(read);
  return new Set(rows.map((row) => row.id));
}
