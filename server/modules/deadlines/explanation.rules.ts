import type { Basis, ExplainedDay, Explanation, LawBasis, Limit } from '../../../contract/deadlines.ts';
import { holidayRegulation, isWorking, type WorkCalendar } from './calendar.rules.ts';
import {
  type ClockFact,
  type CountedDay,
  count,
  dueDay,
  type Limits,
  licensingLaw,
  modeOf,
  type Pause,
  startOf,
} from './clock.rules.ts';

const startNotCounted: LawBasis = { law: '民法典', article: '第二百零一条第一款' };
const hoursFromTheStart: LawBasis = { law: '民法典', article: '第二百零一条第二款' };
const endsAfterDaysOff: LawBasis = { law: '民法典', article: '第二百零三条第一款' };
const workingDaysOnly: LawBasis = { law: licensingLaw, article: '第八十二条' };
const procedureTimeLeftOut: LawBasis = { law: licensingLaw, article: '第四十五条', rule: 'R-2.14' };

/**
 * Why `limit` ends on its day: every day from the start to the due day, counted or not, with reason and article, and the
 * same in numbers. A function of the facts, like the due day itself.
 */
export function explain(
  limit: Limit,
  facts: readonly ClockFact[],
  calendar: WorkCalendar,
  today: Temporal.PlainDate,
  moves: Explanation['summary']['moves'] = [],
): Explanation {
  const start = startOf(facts);
  const due = count(limit, facts, calendar);
  const extension = facts.find((fact) => fact.kind === 'extend');
  const unpaused = dueDay(
    limit,
    facts.filter(({ kind }) => kind !== 'pause' && kind !== 'resume'),
    calendar,
  );
  const days = due.days.map((day) => explainDay(day, limit, extension?.basis, calendar));
  const uncounted = (reason: ExplainedDay['reason']) =>
    days.filter((day) => !day.counted && day.reason === reason).length;

  return {
    limit,
    startDay: start.day.toString(),
    dueDay: due.dueDay.toString(),
    ...(due.dueTime && { dueTime: due.dueTime.toString({ smallestUnit: 'minute' }) }),
    provisional: due.provisional,
    today: today.toString(),
    state: modeOf(facts).state,
    summary: {
      startBasis: limit.unit === 'officeHours' ? hoursFromTheStart : startNotCounted,
      countingBasis: countingBasis(limit),
      counts: {
        total: days.length,
        counted: days.filter(({ counted }) => counted).length,
        uncounted: days.filter(({ counted }) => !counted).length,
        startDay: uncounted('startDay'),
        weekend: uncounted('weekend'),
        holiday: uncounted('holiday'),
        paused: uncounted('paused'),
      },
      holidays: holidaysOf(days),
      makeups: days.flatMap(({ day, kind, name, nth, basis, reason }) =>
        kind === 'makeup' && name !== undefined && (nth !== undefined || reason === 'paused')
          ? [{ day, name, ...(nth !== undefined && { nth }), basis: noticeBasis(day, calendar) ?? basis }]
          : [],
      ),
      pauses: pausesIn(facts, due.days),
      ...(extension && {
        extension: {
          amount: extension.amount,
          unit: extension.unit,
          approvedDay: extension.day.toString(),
          basis: extension.basis,
        },
      }),
      ...(!unpaused.dueDay.equals(due.dueDay) && { dueDayWithoutPause: unpaused.dueDay.toString() }),
      moves,
    },
    days,
  };
}

/** How a holiday notice that came late moved the days of a clock; days are ISO days. */
export interface ClockMove {
  readonly movedDay: string;
  readonly year: number;
  readonly notice: string;
  readonly statutoryFromDay: string | null;
  readonly statutoryToDay: string | null;
  readonly promisedFromDay: string | null;
  readonly promisedToDay: string | null;
}

/** The limits of one clock explained, and `first`, the one whose day comes first. */
export interface ExplainedLimits {
  readonly statutory?: Explanation;
  readonly promised?: Explanation;
  readonly first: Explanation;
}

/** Explains both limits of a clock. A promise beside a limit by law is counted the way that law counts. */
export function explainLimits(
  limits: Limits,
  facts: readonly ClockFact[],
  calendar: WorkCalendar,
  today: Temporal.PlainDate,
  moves: readonly ClockMove[] = [],
): ExplainedLimits {
  const law = limits.statutory && countingBasis(limits.statutory);
  const byLaw = law !== undefined && 'law' in law && limits.statutory?.unit === limits.promised?.unit ? law : undefined;
  const byStatute = movesOf(moves, ({ statutoryFromDay, statutoryToDay }) => [statutoryFromDay, statutoryToDay]);
  const statutory = limits.statutory && explain(limits.statutory, facts, calendar, today, byStatute);
  const counted = limits.promised && { ...(byLaw && { countedBy: byLaw }), ...limits.promised };
  const byPromise = movesOf(moves, ({ promisedFromDay, promisedToDay }) => [promisedFromDay, promisedToDay]);
  const promised = counted && explain(counted, facts, calendar, today, byPromise);
  const isPromiseFirst = promised !== undefined && (statutory === undefined || promised.dueDay <= statutory.dueDay);
  const first = isPromiseFirst ? promised : statutory;
  if (first === undefined) throw new Error('a clock needs a limit');
  return { ...(statutory && { statutory }), ...(promised && { promised }), first };
}

/** Of the moves of a clock those of one of its limits; a notice that only made its day certain moved nothing. */
function movesOf(
  moves: readonly ClockMove[],
  of: (move: ClockMove) => [from: string | null, to: string | null],
): Explanation['summary']['moves'] {
  return moves.flatMap((move) => {
    const [fromDay, toDay] = of(move);
    if (fromDay === null || toDay === null || fromDay === toDay) return [];
    return [{ movedDay: move.movedDay, fromDay, toDay, basis: { notice: move.notice, year: move.year } }];
  });
}

function explainDay(
  { day, kind, counted, reason, nth, minutes, pause }: CountedDay,
  limit: Limit,
  extensionBasis: LawBasis | undefined,
  calendar: WorkCalendar,
): ExplainedDay {
  const iso = day.toString();
  const basis = (): Basis => {
    if (reason === 'startDay') return limit.unit === 'officeHours' ? hoursFromTheStart : startNotCounted;
    if (pause !== undefined) return pauseBasis(pause);
    if (reason === 'lastDay') return extensionBasis ?? limit.basis;
    if (kind.kind === 'makeup') return noticeBasis(iso, calendar) ?? countingBasis(limit);
    if (kind.kind === 'holiday' && kind.provisional) return holidayRegulation;
    if (!counted && !isWorking(kind) && limit.unit === 'calendarDays') return endsAfterDaysOff;
    return countingBasis(limit);
  };
  return {
    day: iso,
    counted,
    reason,
    kind: kind.kind,
    ...(nth !== undefined && { nth }),
    ...(minutes !== undefined && { minutes }),
    ...(kind.name && { name: kind.name }),
    ...(pause && { ground: pause.fact.ground }),
    basis: basis(),
    ...(kind.provisional && { provisional: true as const }),
  };
}

/** Only the licensing law says itself how its days are counted; other limits are counted as they are set. */
function countingBasis({ unit, basis, countedBy }: Limit): Basis {
  if (countedBy !== undefined) return countedBy;
  const isLicensing = 'law' in basis && basis.law === licensingLaw;
  return unit === 'workingDays' && isLicensing ? workingDaysOnly : basis;
}

function pauseBasis({ fact }: Pick<Pause, 'fact'>): Basis {
  return fact.basis ?? procedureTimeLeftOut;
}

function noticeBasis(day: string, calendar: WorkCalendar): Basis | undefined {
  const year = Number(day.slice(0, 4));
  const notice = calendar.noticeOf(year);
  return notice === undefined ? undefined : { notice, year };
}

/** Runs of uncounted holidays of one name. */
function holidaysOf(days: readonly ExplainedDay[]) {
  const runs: Explanation['summary']['holidays'] = [];
  let previous: ExplainedDay | undefined;
  for (const entry of days) {
    const isHoliday = !entry.counted && entry.reason === 'holiday' && entry.name !== undefined;
    const run = runs.at(-1);
    if (isHoliday && run !== undefined && previous?.reason === 'holiday' && previous.name?.zh === entry.name?.zh) {
      run.toDay = entry.day;
      run.days += 1;
    } else if (isHoliday && entry.name !== undefined) {
      runs.push({ name: entry.name, fromDay: entry.day, toDay: entry.day, days: 1, basis: entry.basis });
    }
    previous = entry;
  }
  return runs;
}

function pausesIn(facts: readonly ClockFact[], days: readonly CountedDay[]): Explanation['summary']['pauses'] {
  return facts.flatMap((fact, index) => {
    if (fact.kind !== 'pause') return [];
    const resume = facts.slice(index).find(({ kind }) => kind === 'resume');
    const taken = days.filter(({ pause }) => pause?.fact === fact).map(({ day }) => day.toString());
    const [fromDay, toDay] = [taken[0], taken.at(-1)];
    return [
      {
        ground: fact.ground,
        noticeDay: fact.day.toString(),
        ...(resume && { resumedDay: resume.day.toString() }),
        ...(fact.neededDays !== undefined && { neededDays: fact.neededDays }),
        ...(fromDay !== undefined && { fromDay }),
        ...(toDay !== undefined && { toDay }),
        days: taken.length,
        basis: pauseBasis({ fact }),
      },
    ];
  });
}
