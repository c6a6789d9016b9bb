import type { ClockState, LawBasis, LimitUnit, PauseGround } from '../../../contract/deadlines.ts';
import { type Read, send, sql, type Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { WorkCalendar } from './calendar.rules.ts';
import { calendarOf, editionColumn, loadCalendar } from './calendar.store.ts';
import { type ClockFact, dueDays, type Limit, type Limits, modeOf, type StartFact, startOf } from './clock.rules.ts';
import type { ClockMove } from './explanation.rules.ts';

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

type LockedRow = ClockRow & { edition: string };

const columns = sql`
  k.id, k.subject_kind, k.subject_id, k.purpose, k.state, k.statutory_limit, k.promised_limit,
  k.start_day, k.statutory_due_day, k.promised_due_day, k.due_day, k.provisional,
  (select jsonb_agg(jsonb_build_object('kind', kind, 'day', day, 'at', at, 'ground', ground,
      'neededDays', needed_days, 'amount', amount, 'unit', unit, 'basis', basis) order by sequence)
    from clock_facts where district = k.district and clock_id = k.id) as facts
`;

/** All clocks of a subject, oldest first. */
export function getClocks(read: Read, district: string, subject: Subject): Promise<Clock[]> {
  return getClocksOf(read, district, [subject]);
}

/** All clocks of several subjects, oldest first, in one statement. */
export async function getClocksOf(read: Read, district: string, subjects: readonly Subject[]): Promise<Clock[]> {
  if (subjects.length === 0) return [];
  const { rows } = await sql<ClockRow>`
    select ${columns} from clocks k where k.district = ${district} and ${ofAny(subjects)} order by k.id
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
  const latest = sql`from clocks k where k.district = ${district} and ${matches(ref)} order by k.id desc limit 1`;
  // The lock comes first: facts read by the locking statement itself could be older than what it waited for, and so could the
  // calendar be, by which a recount that had the clock before has counted.
  const [locked, read] = await Promise.all([
    sql`select k.id ${latest} for update`.execute(tx),
    sql<LockedRow>`select ${columns}, ${editionColumn(district)} ${latest}`.execute(tx),
  ]);
  const [row] = read.rows;
  if (locked.rows.length === 0 || row === undefined) throw new Refusal('not_found');
  return { clock: toClock(row), calendar: await calendarOf(tx, district, row.edition) };
}

function matches(ref: ClockRef) {
  return 'clockId' in ref
    ? sql`k.id = ${ref.clockId}`
    : sql`k.subject_kind = ${ref.subject.kind} and k.subject_id = ${ref.subject.id} and k.purpose = ${ref.purpose}`;
}

/** Which clocks: of these subjects, and of these purposes where they are named. */
export interface ClocksOf {
  readonly subjects: readonly Subject[];
  readonly purposes?: readonly string[];
}

/** The clocks that still run or stand, locked, and the calendar that holds; nothing where there are none. One flight for any number. */
export async function lockOpenClocks(
  tx: Tx,
  district: string,
  { subjects, purposes }: ClocksOf,
): Promise<{ clocks: Clock[]; calendar: WorkCalendar } | undefined> {
  const ofPurposes = purposes === undefined ? sql`` : sql`and k.purpose = any(${purposes}::text[])`;
  const open = sql`k.district = ${district} and ${ofAny(subjects)} and k.state <> 'stopped' ${ofPurposes}`;
  // As with one clock: locked first, then read by a statement of its own.
  const [locked, { rows }] = await Promise.all([
    sql<{ id: string }>`select k.id from clocks k where ${open} order by k.id for update`.execute(tx),
    sql<LockedRow>`select ${columns}, ${editionColumn(district)} from clocks k where ${open} order by k.id`.execute(tx),
  ]);
  const ids = new Set(locked.rows.map(({ id }) => id));
  const [first, ...others] = rows.filter(({ id }) => ids.has(id));
  if (first === undefined) return undefined;
  return { clocks: [first, ...others].map(toClock), calendar: await calendarOf(tx, district, first.edition) };
}

function ofAny(subjects: readonly Subject[]) {
  return sql`(k.subject_kind, k.subject_id) in (
    select * from unnest(${subjects.map(({ kind }) => kind)}::text[], ${subjects.map(({ id }) => id)}::uuid[]))`;
}

/** A clock that is to be written. */
export interface NewClock {
  readonly subject: Subject;
  readonly purpose: string;
  readonly limits: Limits;
  readonly start: StartFact;
}

/** Writes new clocks with their first facts and their limits: one statement for any number, by the calendar that the act goes by. */
export async function insertClocks(tx: Tx, district: string, given: readonly NewClock[]): Promise<ClockView[]> {
  if (given.length === 0) return [];
  const calendar = await loadCalendar(tx, district);
  const views: ClockView[] = [];
  const written = given.map(({ subject, purpose, limits, start }) => {
    const id = newId();
    const due = dueColumns(limits, [start], calendar);
    const startDay = start.day.toString();
    views.push(viewOf({ id, purpose, state: 'running', startDay, ...due }));
    const plain = { id, purpose, startDay, at: start.at?.toString(), ...due };
    return { ...plain, kind: subject.kind, subject: subject.id, ...limits };
  });
  send(
    tx,
    sql`
      with given as materialized (
        select * from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as given (id uuid, kind text,
          subject uuid, purpose text, statutory jsonb, promised jsonb, "startDay" date, at timestamptz,
          "statutoryDueDay" date, "promisedDueDay" date, "dueDay" date, provisional boolean)
      ), clock as (
        insert into clocks (district, id, subject_kind, subject_id, purpose, state, statutory_limit, promised_limit,
          start_day, statutory_due_day, promised_due_day, due_day, provisional, calendar_edition)
        select ${district}::text, id, kind, subject, purpose, 'running', statutory, promised, "startDay",
          "statutoryDueDay", "promisedDueDay", "dueDay", provisional, ${calendar.edition}::uuid
        from given
      )
      insert into clock_facts (district, clock_id, sequence, kind, day, at)
      select ${district}::text, id, 1, 'start', "startDay", at from given
    `,
  );
  return views;
}

/** Writes the last fact of each clock and the due days that all of its facts replay to: one statement for any number. */
export function saveFacts(
  tx: Tx,
  district: string,
  changed: readonly { readonly clock: Clock; readonly facts: readonly ClockFact[] }[],
  calendar: WorkCalendar,
): Clock[] {
  if (changed.length === 0) return [];
  const saved = changed.map(({ clock, facts }) => {
    const due = dueColumns(clock.limits, facts, calendar);
    const { state } = modeOf(facts);
    const fact = facts.at(-1) ?? startOf(facts);
    const row = { id: clock.clockId, state, sequence: facts.length, ...(fact as Partial<PlainFact>), ...due };
    const view = viewOf({ id: clock.clockId, purpose: clock.purpose, state, startDay: clock.startDay, ...due });
    return { row, clock: { ...view, subject: clock.subject, limits: clock.limits, facts } };
  });
  // Without its limit PostgreSQL expects a hundred rows of the function, and reads every clock rather than looking up one.
  send(
    tx,
    sql`
      with given as materialized (
        select * from jsonb_to_recordset(${JSON.stringify(saved.map(({ row }) => row))}::jsonb) as given (id uuid, state text,
          sequence int, kind text, day date, at timestamptz, ground text, "neededDays" int, amount int, unit text, basis jsonb,
          "statutoryDueDay" date, "promisedDueDay" date, "dueDay" date, provisional boolean)
        limit ${saved.length}
      ), clock as (
        update clocks k set state = given.state, statutory_due_day = given."statutoryDueDay",
          promised_due_day = given."promisedDueDay", due_day = given."dueDay", provisional = given.provisional,
          calendar_edition = ${calendar.edition}
        from given where k.district = ${district} and k.id = given.id
      )
      insert into clock_facts (district, clock_id, sequence, kind, day, at, ground, needed_days, amount, unit, basis)
      select ${district}::text, id, sequence, kind, day, at, ground, "neededDays", amount, unit, basis from given
    `,
  );
  return saved.map(({ clock }) => clock);
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

/** The due days that a recount changed. */
export interface MovedClock extends DueColumns {
  readonly clockId: string;
  readonly subject: Subject;
  readonly purpose: string;
  /** The due day as it was told before. */
  readonly wasDueDay: string;
}

export interface Recount {
  readonly counted: number;
  readonly moved: readonly MovedClock[];
  /** Where the next batch goes on; undefined when this was the last. */
  readonly lastId?: string;
}

/**
 * Recounts the next open clocks that were counted by another edition, in the order of their ids, and keeps of each that
 * moved from where to where. Clocks with the same limits and facts are counted once.
 */
export async function recountClocks(
  tx: Tx,
  district: string,
  calendar: WorkCalendar,
  batch: { recomputationId: string; after?: string; size: number; today: Temporal.PlainDate },
): Promise<Recount> {
  const { rows } = await sql<{ id: string }>`
    select id from clocks
    where district = ${district} and state <> 'stopped' and calendar_edition <> ${calendar.edition}
      and id > ${batch.after ?? '00000000-0000-0000-0000-000000000000'}::uuid
    order by id limit ${batch.size} for update
  `.execute(tx);
  const lastId = rows.at(-1)?.id;
  if (lastId === undefined) return { counted: 0, moved: [] };
  const locked = await sql<ClockRow>`
    select ${columns} from clocks k where k.district = ${district} and k.id = any(${rows.map(({ id }) => id)}::uuid[])
  `.execute(tx);
  const counted = new Map<string, DueColumns>();
  const dueOf = (row: ClockRow): DueColumns => {
    const alike = alikeKey(row);
    const known = counted.get(alike);
    if (known !== undefined) return known;
    const { limits, facts } = toClock(row);
    const due = dueColumns(limits, facts, calendar);
    counted.set(alike, due);
    return due;
  };
  const recounted = locked.rows.map((row) => ({ row, due: dueOf(row) }));
  const moved = recounted.filter(({ row, due }) => hasMoved(row, due));
  const told = moved.map(({ row, due }) => ({ id: row.id, ...due }));
  await Promise.all([
    sql`
      with given as materialized (
        select * from jsonb_to_recordset(${JSON.stringify(told)}::jsonb)
          as given (id uuid, "statutoryDueDay" date, "promisedDueDay" date, "dueDay" date, provisional boolean)
      ), kept as (
        insert into clock_moves (district, clock_id, recomputation_id, moved_day, statutory_from_day, statutory_to_day,
          promised_from_day, promised_to_day)
        select k.district, k.id, ${batch.recomputationId}::uuid, ${batch.today}::date, k.statutory_due_day,
          given."statutoryDueDay", k.promised_due_day, given."promisedDueDay"
        from given join clocks k on k.district = ${district} and k.id = given.id
        on conflict (district, clock_id, recomputation_id) do nothing
      )
      update clocks k set statutory_due_day = given."statutoryDueDay", promised_due_day = given."promisedDueDay",
        due_day = given."dueDay", provisional = given.provisional, calendar_edition = ${calendar.edition}
      from given where k.district = ${district} and k.id = given.id
    `.execute(tx),
    sql`
      update clocks set calendar_edition = ${calendar.edition}
      where district = ${district} and id = any(${rows.map(({ id }) => id)}::uuid[]) and calendar_edition <> ${calendar.edition}
    `.execute(tx),
  ]);
  return {
    counted: recounted.length,
    moved: moved.map(({ row, due }) => ({
      clockId: row.id,
      subject: { kind: row.subjectKind, id: row.subjectId },
      purpose: row.purpose,
      wasDueDay: row.dueDay,
      ...due,
    })),
    ...(rows.length === batch.size && { lastId }),
  };
}

/** Equal for clocks that end on the same days. Instants differ from case to case, and matter to office hours alone. */
function alikeKey({ statutoryLimit, promisedLimit, facts }: ClockRow): string {
  const countsHours = [statutoryLimit, promisedLimit, ...facts].some((each) => each?.unit === 'officeHours');
  return JSON.stringify([
    statutoryLimit,
    promisedLimit,
    countsHours ? facts : facts.map((fact) => ({ ...fact, at: null })),
  ]);
}

function hasMoved(row: DueColumns, due: DueColumns): boolean {
  return (
    row.dueDay !== due.dueDay ||
    row.statutoryDueDay !== due.statutoryDueDay ||
    row.promisedDueDay !== due.promisedDueDay ||
    row.provisional !== due.provisional
  );
}

/** Of these clocks, those that still run, as they stand now: news about a clock may come after it was stopped or changed. */
export async function getRunningClocks(
  read: Read,
  district: string,
  clockIds: readonly string[],
): Promise<Map<string, ClockView>> {
  const { rows } = await sql<Omit<ClockRow, 'facts'>>`
    select id, purpose, state, start_day, statutory_due_day, promised_due_day, due_day, provisional from clocks
    where district = ${district} and id = any(${clockIds}::uuid[]) and state <> 'stopped'
  `.execute(read);
  return new Map(rows.map((row) => [row.id, viewOf(row)]));
}

/** How late holiday notices moved a clock, or the latest of its purpose; oldest first. */
export async function getClockMoves(read: Read, district: string, ref: ClockRef): Promise<ClockMove[]> {
  const { rows } = await sql<ClockMove>`
    with clock as (
      select k.id from clocks k where k.district = ${district} and ${matches(ref)} order by k.id desc limit 1
    )
    select m.moved_day, r.year, coalesce(y.notice, '') as notice, m.statutory_from_day, m.statutory_to_day,
      m.promised_from_day, m.promised_to_day
    from clock join clock_moves m on m.district = ${district} and m.clock_id = clock.id
    join recomputations r on r.district = m.district and r.id = m.recomputation_id
    left join calendar_years y on y.district = r.district and y.calendar_id = r.calendar_id and y.year = r.year
    order by m.recomputation_id
  `.execute(read);
  return rows;
}
