import type { DayReason, LawBasis, Limit, LimitUnit, PauseGround } from '../../../contract/deadlines.ts';
import { licensingPauseGrounds } from '../../../contract/deadlines.ts';
import { startOfDay, zone } from '../../platform/clock.ts';
import { Refusal } from '../../platform/refusal.ts';
import { addWorkingDays, type DayKind, isWorking, type WorkCalendar } from './calendar.rules.ts';

export type { Limit, LimitUnit, PauseGround } from '../../../contract/deadlines.ts';

interface Dated {
  readonly day: Temporal.PlainDate;
  /** The instant, where the limit counts office hours; otherwise the day alone matters. */
  readonly at?: Temporal.Instant;
}

/** The day, not counted itself, from which a limit runs; may lie in the past (acceptance by law, R-2.5). */
export interface StartFact extends Dated {
  readonly kind: 'start';
}

/** The notice of a special procedure: its day still counts, the following do not. */
export interface PauseFact extends Dated {
  readonly kind: 'pause';
  readonly ground: PauseGround;
  /** The time that the applicant was told in writing that it takes, in working days (art. 45). */
  readonly neededDays?: number;
  /** The article that takes the time out of the limit; needed where the licensing law's art. 45 does not name the ground. */
  readonly basis?: LawBasis;
}

/** The result of the special procedure came in: counting goes on with the next day. */
export interface ResumeFact extends Dated {
  readonly kind: 'resume';
}

/** An extension approved by who may approve it. */
export interface ExtendFact extends Dated {
  readonly kind: 'extend';
  readonly amount: number;
  readonly unit: LimitUnit;
  readonly basis: LawBasis;
}

/** The act that the limit was for is done, or the case ended. */
export interface StopFact extends Dated {
  readonly kind: 'stop';
}

export type ClockFact = StartFact | PauseFact | ResumeFact | ExtendFact | StopFact;

/** The limits of one clock: what the law allows and what the guide promised. One stream of facts moves both. */
export interface Limits {
  readonly statutory?: Limit;
  readonly promised?: Limit;
}

/** Where a limit ends. `dueTime` only where it counts office hours. */
export interface Due {
  readonly dueDay: Temporal.PlainDate;
  readonly dueTime?: Temporal.PlainDateTime;
  /** A day of a year without published notice was used on the way. */
  readonly provisional: boolean;
}

/** Days without counted work during a special procedure, from the day after the notice to the day of the result. */
export interface Pause {
  readonly fact: PauseFact;
  /** Absent while it lasts; then `lastDay` is what the applicant was told, or the notice day if told nothing. */
  readonly resume?: ResumeFact;
  readonly lastDay: Temporal.PlainDate;
}

/** One day on the way from the start to the due day. */
export interface CountedDay {
  readonly day: Temporal.PlainDate;
  readonly kind: DayKind;
  readonly counted: boolean;
  readonly reason: DayReason;
  readonly nth?: number;
  readonly minutes?: number;
  readonly pause?: Pause;
}

/** Working days that a notice may announce. */
const longestPause = 3650;

export const licensingLaw = '行政许可法';

/** The limits that the licensing law itself sets. */
export const licensingLimits = {
  /** to tell everything that must be corrected, once. */
  correction: limitOf(5, '第三十二条第一款第四项', 'R-2.12'),
  /** to decide; the head of the organ may add ten days. */
  decision: { ...limitOf(20, '第四十二条第一款', 'R-2.8'), extendableBy: 10 },
  /** to decide in unified, joint or concentrated handling; the government of the level may add fifteen days. */
  jointDecision: { ...limitOf(45, '第四十二条第二款', 'R-2.9'), extendableBy: 15 },
  /** the lower organ's examination before it reports up. */
  firstReview: limitOf(20, '第四十三条', 'R-2.10'),
  /** to issue and serve the licence after it was granted. */
  delivery: limitOf(10, '第四十四条', 'R-2.11'),
} as const satisfies Record<string, Limit>;

function limitOf(amount: number, article: string, rule: string): Limit {
  return { amount, unit: 'workingDays', basis: { law: licensingLaw, article, rule } };
}

/**
 * Where `limit` ends by `facts`. The start day is not counted (Civil Code art. 201); a limit in calendar days that would
 * end on a day off ends on the next working day (art. 203). While a pause lasts, it is taken to last as long as the
 * applicant was told, or not at all if he was told nothing.
 */
export function dueDay(limit: Limit, facts: readonly ClockFact[], calendar: WorkCalendar): Due {
  const { days: _, ...due } = count(limit, facts, calendar);
  return due;
}

/** The earliest of a clock's due days, and each of them. */
export function dueDays(limits: Limits, facts: readonly ClockFact[], calendar: WorkCalendar) {
  const statutory = limits.statutory && dueDay(limits.statutory, facts, calendar);
  const promised = limits.promised && dueDay(limits.promised, facts, calendar);
  const [first, second] = [promised ?? statutory, statutory ?? promised];
  if (first === undefined || second === undefined) throw new Error('a clock needs a limit');
  return {
    ...(statutory && { statutory }),
    ...(promised && { promised }),
    dueDay: Temporal.PlainDate.compare(first.dueDay, second.dueDay) <= 0 ? first.dueDay : second.dueDay,
    provisional: first.provisional || second.provisional,
  };
}

/** Counts a limit day by day, from the start day to the due day. */
export function count(limit: Limit, facts: readonly ClockFact[], calendar: WorkCalendar): Due & { days: CountedDay[] } {
  const start = startOf(facts);
  const pauses = pausesOf(facts, calendar);
  const parts = [limit, ...facts.filter((fact) => fact.kind === 'extend')]
    .filter(({ amount }) => amount > 0)
    .map(({ amount, unit }) => ({ unit, left: Math.ceil(unit === 'officeHours' ? amount * 60 : amount) }));
  const days: CountedDay[] = [];
  let provisional = false;
  let nth = 0;

  let part = parts.shift();
  if (part?.unit !== 'officeHours') {
    days.push({ day: start.day, kind: calendar.kindOf(start.day), counted: false, reason: 'startDay' });
    if (part === undefined) return { dueDay: start.day, provisional, days };
  }

  for (let day = part.unit === 'officeHours' ? start.day : start.day.add({ days: 1 }); ; day = day.add({ days: 1 })) {
    const kind = calendar.kindOf(day);
    const working = isWorking(kind);
    const isVeryLast = part.left === 1 && parts.length === 0;
    // Only a day whose kind was asked for makes the result provisional.
    const everyDayCounts: boolean = part.unit === 'calendarDays' && !isVeryLast;
    provisional ||= kind.provisional && !everyDayCounts;

    if (part.unit === 'officeHours') {
      const spans = working ? officeSpans(day, start, pauses, calendar) : [];
      const { minutes, end } = take(spans, part.left);
      part.left -= minutes;
      const done = part.left === 0;
      const pause = minutes === 0 && working ? pauseOn(day, pauses) : undefined;
      const reason =
        done && parts.length === 0 ? 'lastDay' : reasonOf(kind, pause, day.equals(start.day) && minutes === 0);
      days.push({ day, kind, counted: minutes > 0, reason, ...(minutes > 0 && { minutes }), ...(pause && { pause }) });
      if (done) {
        part = parts.shift();
        if (part === undefined) return { dueDay: day, ...(end && { dueTime: end }), provisional, days };
      }
      continue;
    }

    const pause = pauseOn(day, pauses);
    const counted = pause === undefined && (working || everyDayCounts);
    if (!counted) {
      const stands = pause !== undefined && (working || everyDayCounts);
      days.push({ day, kind, counted, reason: reasonOf(kind, stands ? pause : undefined), ...(stands && { pause }) });
      continue;
    }
    nth += 1;
    part.left -= 1;
    if (part.left === 0) part = parts.shift();
    days.push({ day, kind, counted, nth, reason: part === undefined ? 'lastDay' : reasonOf(kind) });
    if (part === undefined) return { dueDay: day, provisional, days };
  }
}

function reasonOf({ kind }: DayKind, pause?: Pause, isIdleStart = false): DayReason {
  if (isIdleStart) return 'startDay';
  return pause === undefined ? kind : 'paused';
}

function pauseOn(day: Temporal.PlainDate, pauses: readonly Pause[]): Pause | undefined {
  return pauses.find(
    ({ fact, lastDay }) =>
      Temporal.PlainDate.compare(fact.day, day) < 0 && Temporal.PlainDate.compare(day, lastDay) <= 0,
  );
}

type Span = readonly [from: Temporal.PlainDateTime, to: Temporal.PlainDateTime];

/** The minutes of a working day that can still be counted: office hours from the start on, without those paused. */
function officeSpans(
  day: Temporal.PlainDate,
  start: StartFact,
  pauses: readonly Pause[],
  calendar: WorkCalendar,
): Span[] {
  const begin = momentOf(start, day.equals(start.day) ? day : start.day);
  const office = calendar.officeHours.map(
    ({ from, to }): Span => [later(day.toPlainDateTime(from), begin), day.toPlainDateTime(to)],
  );
  const cut = pauses.reduce<Span[]>((spans, { fact, resume, lastDay }) => {
    const from = momentOf(fact, fact.day.add({ days: 1 }));
    const to = resume?.at === undefined ? lastDay.add({ days: 1 }).toPlainDateTime() : momentOf(resume, resume.day);
    return spans.flatMap(([a, b]): Span[] => [
      [a, earlier(b, later(a, from))],
      [later(a, earlier(b, to)), b],
    ]);
  }, office);
  return cut.filter(([from, to]) => Temporal.PlainDateTime.compare(from, to) < 0);
}

/** The local moment of a fact; without an instant, 00:00 of the day given. */
function momentOf({ at }: Dated, otherwise: Temporal.PlainDate): Temporal.PlainDateTime {
  return at === undefined
    ? otherwise.toPlainDateTime()
    : at.toZonedDateTimeISO(zone).toPlainDateTime().round({ smallestUnit: 'minute', roundingMode: 'ceil' });
}

function later(a: Temporal.PlainDateTime, b: Temporal.PlainDateTime) {
  return Temporal.PlainDateTime.compare(a, b) < 0 ? b : a;
}

function earlier(a: Temporal.PlainDateTime, b: Temporal.PlainDateTime) {
  return Temporal.PlainDateTime.compare(a, b) < 0 ? a : b;
}

/** Takes at most `left` minutes out of the spans, in order, and says on which minute the last of them ends. */
function take(spans: readonly Span[], left: number): { minutes: number; end?: Temporal.PlainDateTime } {
  let minutes = 0;
  let end: Temporal.PlainDateTime | undefined;
  for (const [from, to] of spans) {
    if (minutes === left) break;
    const taken = Math.min(left - minutes, from.until(to).total('minutes'));
    minutes += taken;
    end = from.add({ minutes: taken });
  }
  return { minutes, ...(end && { end }) };
}

/** The pauses of a clock, in order. */
export function pausesOf(facts: readonly ClockFact[], calendar: WorkCalendar): Pause[] {
  return facts.flatMap((fact, index): Pause[] => {
    if (fact.kind !== 'pause') return [];
    const resume = facts.slice(index).find((next) => next.kind === 'resume');
    return [
      resume === undefined
        ? { fact, lastDay: addWorkingDays(fact.day, fact.neededDays ?? 0, calendar) }
        : { fact, resume, lastDay: resume.day },
    ];
  });
}

/** What a clock does after its last fact. */
export type ClockMode =
  | { readonly state: 'running' }
  | { readonly state: 'paused'; readonly since: PauseFact }
  | { readonly state: 'stopped'; readonly since: StopFact };

export function modeOf(facts: readonly ClockFact[]): ClockMode {
  const last = facts.findLast((fact) => fact.kind !== 'extend' && fact.kind !== 'start');
  if (last?.kind === 'stop') return { state: 'stopped', since: last };
  if (last?.kind === 'pause') return { state: 'paused', since: last };
  return { state: 'running' };
}

export function startOf(facts: readonly ClockFact[]): StartFact {
  const [first] = facts;
  if (first?.kind !== 'start') throw new Error('the first fact of a clock is its start');
  return first;
}

/**
 * The facts with one more, if it may follow. Refuses `clock_stopped`, `clock_paused`, `clock_not_paused`,
 * `pause_without_ground`, `extension_too_late`, `extension_already_given`, and `invalid_input` for a day before the last
 * fact's or an extension longer than the law's.
 */
export function addFact(
  limits: Limits,
  facts: readonly ClockFact[],
  fact: Exclude<ClockFact, StartFact>,
  calendar: WorkCalendar,
): ClockFact[] {
  const mode = modeOf(facts);
  if (mode.state === 'stopped') throw new Refusal('clock_stopped', { day: mode.since.day.toString() });
  const before = facts.at(-1) ?? startOf(facts);
  if (Temporal.PlainDate.compare(fact.day, before.day) < 0) {
    throw new Refusal('invalid_input', {}, [
      { field: 'day', code: 'before_last_fact', facts: { day: before.day.toString() } },
    ]);
  }
  if (fact.kind === 'pause') refusePause(mode, fact);
  if (fact.kind === 'resume' && mode.state !== 'paused') throw new Refusal('clock_not_paused');
  if (fact.kind === 'extend') refuseExtension(limits, facts, fact, mode, calendar);
  return [...facts, fact];
}

function refusePause(mode: ClockMode, { ground, basis, neededDays = 0 }: PauseFact): void {
  if (mode.state === 'paused') throw new Refusal('clock_paused', { day: mode.since.day.toString() });
  const named = (licensingPauseGrounds as readonly PauseGround[]).includes(ground);
  if (!named && basis === undefined) throw new Refusal('pause_without_ground', { ground });
  if (!Number.isInteger(neededDays) || neededDays < 0 || neededDays > longestPause) {
    throw new Refusal('invalid_input', {}, [{ field: 'neededDays', code: 'too_big', facts: { max: longestPause } }]);
  }
}

/** One extension, no longer than the law's, approved on the due day at the latest. */
function refuseExtension(
  limits: Limits,
  facts: readonly ClockFact[],
  fact: ExtendFact,
  mode: ClockMode,
  calendar: WorkCalendar,
): void {
  const given = facts.find(({ kind }) => kind === 'extend');
  if (given !== undefined) throw new Refusal('extension_already_given', { day: given.day.toString() });
  const limit = limits.statutory ?? limits.promised;
  if (limit === undefined) throw new Error('a clock needs a limit');
  const most = limit.extendableBy ?? 0;
  if (fact.amount > most || fact.amount < 1 || fact.unit !== limit.unit) {
    throw new Refusal('invalid_input', {}, [{ field: 'amount', code: 'extension_too_long', facts: { max: most } }]);
  }
  // A paused limit cannot run out: it is judged as if the pause ended today.
  const judged = mode.state === 'paused' ? [...facts, { kind: 'resume', day: fact.day } as const] : facts;
  const due = dueDay(limit, judged, calendar).dueDay;
  if (Temporal.PlainDate.compare(fact.day, due) > 0) throw new Refusal('extension_too_late', { day: due.toString() });
}

/** The instant at which a due day is over: 24:00 (Civil Code art. 203). On it, acceptance by law takes place. */
export function endOfDueDay(due: Temporal.PlainDate): Temporal.Instant {
  return startOfDay(due.add({ days: 1 }));
}

/**
 * the day on which an application counts as accepted when nobody told the applicant what to correct: the day it
 * was received. Undefined while the five days still run.
 */
export function acceptedByLaw(
  receivedDay: Temporal.PlainDate,
  now: Temporal.Instant,
  calendar: WorkCalendar,
): Temporal.PlainDate | undefined {
  const due = dueDay(licensingLimits.correction, [{ kind: 'start', day: receivedDay }], calendar).dueDay;
  return Temporal.Instant.compare(now, endOfDueDay(due)) < 0 ? undefined : receivedDay;
}

/**
 * does the promise never end later than the law's limit? Unlike units are compared on every start day of the
 * published years; where none is published, of five computed ones.
 */
export function promisedWithin(statutory: Limit, promised: Limit, calendar: WorkCalendar): boolean {
  if (statutory.unit === promised.unit) return promised.amount <= statutory.amount;
  const years = calendar.publishedYears.length > 0 ? calendar.publishedYears : [2026, 2027, 2028, 2029, 2030];
  return years.every((year) => {
    let day = Temporal.PlainDate.from({ year, month: 1, day: 1 });
    for (; day.year === year; day = day.add({ days: 1 })) {
      const start: ClockFact[] = [{ kind: 'start', day }];
      const [kept, allowed] = [dueDay(promised, start, calendar), dueDay(statutory, start, calendar)];
      if (Temporal.PlainDate.compare(kept.dueDay, allowed.dueDay) > 0) return false;
    }
    return true;
  });
}
