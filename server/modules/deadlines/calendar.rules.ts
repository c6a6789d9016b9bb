import type { DayKindWord, LawBasis } from '../../../contract/deadlines.ts';
import type { LocalText } from '../../../contract/values.ts';

/** What the calendar says of one day. */
export interface DayKind {
  readonly kind: DayKindWord;
  /** Of the holiday, or of the holiday that a make-up day pays for. */
  readonly name?: LocalText;
  /** The notice of this year is not published: statutory holidays were computed, arrangements are not known. */
  readonly provisional: boolean;
}

/** A day that a yearly notice takes out of the week's pattern, or puts in. */
export interface PublishedDay {
  /** ISO day. */
  readonly day: string;
  readonly kind: 'holiday' | 'makeup';
  readonly name: LocalText;
}

/** The General Office's notice for one year. It may speak of last December's days too. */
export interface PublishedYear {
  readonly year: number;
  /** Title of the notice. */
  readonly notice: string;
  readonly days: readonly PublishedDay[];
}

/** One span of office hours on a working day, local time. */
export interface OfficeSpan {
  readonly from: string;
  readonly to: string;
}

/** The working days and office hours of a district; pure, made from stored rows. */
export interface WorkCalendar {
  /** Changes with every import. */
  readonly edition: string;
  readonly officeHours: readonly OfficeSpan[];
  kindOf(day: Temporal.PlainDate): DayKind;
  /** Working days of the day's year, up to and with the day. */
  workedBy(day: Temporal.PlainDate): number;
  /** Title of the year's notice; undefined while it is not published. */
  noticeOf(year: number): string | undefined;
  readonly publishedYears: readonly number[];
}

export const customaryOfficeHours: readonly OfficeSpan[] = [
  { from: '09:00', to: '12:00' },
  { from: '13:00', to: '17:00' },
];

/** The holiday regulation: which holidays every year has, notice or not. */
export const holidayRegulation: LawBasis = { law: '全国年节及纪念日放假办法', article: '第二条' };

const names = {
  newYear: { zh: '元旦', en: 'New Year’s Day' },
  springFestival: { zh: '春节', en: 'Spring Festival' },
  qingming: { zh: '清明节', en: 'Qingming Festival' },
  labourDay: { zh: '劳动节', en: 'Labour Day' },
  dragonBoat: { zh: '端午节', en: 'Dragon Boat Festival' },
  midAutumn: { zh: '中秋节', en: 'Mid-Autumn Festival' },
  nationalDay: { zh: '国庆节', en: 'National Day' },
} as const satisfies Record<string, LocalText>;

export const holidayNames: readonly LocalText[] = Object.values(names);

/** Puts the notices of a district's calendar together. Where two speak of one day, the later year's notice holds. */
export function workCalendar(stored: {
  edition: string;
  years: readonly PublishedYear[];
  officeHours?: readonly OfficeSpan[];
}): WorkCalendar {
  const years = stored.years.toSorted((a, b) => a.year - b.year);
  const notices = new Map(years.map(({ year, notice }) => [year, notice]));
  const published = new Map(years.flatMap(({ days }) => days.map((entry) => [entry.day, entry] as const)));
  const computed = new Map<number, Map<string, LocalText>>();

  function statutoryName(day: Temporal.PlainDate): LocalText | undefined {
    let year = computed.get(day.year);
    if (year === undefined) {
      year = new Map(statutoryHolidays(day.year).map((holiday) => [holiday.day, holiday.name]));
      computed.set(day.year, year);
    }
    return year.get(day.toString());
  }

  function kindOf(day: Temporal.PlainDate): DayKind {
    const provisional = !notices.has(day.year);
    const entry = published.get(day.toString());
    if (entry !== undefined) return { kind: entry.kind, name: entry.name, provisional };
    const name = provisional ? statutoryName(day) : undefined;
    if (name !== undefined) return { kind: 'holiday', name, provisional };
    return { kind: day.dayOfWeek > 5 ? 'weekend' : 'workday', provisional };
  }

  /** By year, the working days up to and with each of its days. Lists show how many are left of every row. */
  const worked = new Map<number, readonly number[]>();

  function countYear(year: number): readonly number[] {
    const first = Temporal.PlainDate.from({ year, month: 1, day: 1 });
    let count = 0;
    return Array.from({ length: first.daysInYear }, (_, days) => {
      if (isWorking(kindOf(first.add({ days })))) count += 1;
      return count;
    });
  }

  return {
    edition: stored.edition,
    officeHours: stored.officeHours?.length ? stored.officeHours : customaryOfficeHours,
    publishedYears: [...notices.keys()],
    noticeOf: (year) => notices.get(year),
    kindOf,
    workedBy(day) {
      const counts = worked.get(day.year) ?? countYear(day.year);
      worked.set(day.year, counts);
      return counts[day.dayOfYear - 1] ?? 0;
    },
  };
}

/** Does the office work on this day? */
export function isWorking({ kind }: DayKind): boolean {
  return kind === 'workday' || kind === 'makeup';
}

/**
 * The thirteen statutory holidays of a year by art. 2 of the holiday regulation of 2024. Substitutes for those that fall
 * on a weekend (art. 6) are left out: only the yearly notice says which working day they take.
 */
export function statutoryHolidays(year: number): PublishedDay[] {
  const spring = lunarDay(year, 'M01', 1);
  const found: [Temporal.PlainDate, LocalText][] = [
    [Temporal.PlainDate.from({ year, month: 1, day: 1 }), names.newYear],
    ...[-1, 0, 1, 2].map((days): [Temporal.PlainDate, LocalText] => [spring.add({ days }), names.springFestival]),
    [qingming(year), names.qingming],
    [Temporal.PlainDate.from({ year, month: 5, day: 1 }), names.labourDay],
    [Temporal.PlainDate.from({ year, month: 5, day: 2 }), names.labourDay],
    [lunarDay(year, 'M05', 5), names.dragonBoat],
    [lunarDay(year, 'M08', 15), names.midAutumn],
    ...[1, 2, 3].map((day): [Temporal.PlainDate, LocalText] => [
      Temporal.PlainDate.from({ year, month: 10, day }),
      names.nationalDay,
    ]),
  ];
  return found.map(([day, name]) => ({ day: day.toString(), kind: 'holiday', name }));
}

function lunarDay(year: number, monthCode: string, day: number): Temporal.PlainDate {
  const midsummer = Temporal.PlainDate.from({ year, month: 7, day: 1 }).withCalendar('chinese');
  return Temporal.PlainDate.from({ calendar: 'chinese', year: midsummer.year, monthCode, day }).withCalendar('iso8601');
}

/** Qingming is the day, in Beijing, on which the sun's apparent longitude reaches 15°; always 3 to 6 April. */
function qingming(year: number): Temporal.PlainDate {
  let day = Temporal.PlainDate.from({ year, month: 4, day: 3 });
  while (sunLongitudeAtMidnightAfter(day) < 15) day = day.add({ days: 1 });
  return day;
}

/** Degrees, to about 0.01°: the low-precision series of the sun's place, with aberration and nutation. */
function sunLongitudeAtMidnightAfter(day: Temporal.PlainDate): number {
  const noon2000 = Temporal.PlainDate.from('2000-01-01');
  const beijingMidnight = noon2000.until(day).days + 1 - 0.5 - 8 / 24;
  const centuries = beijingMidnight / 36_525;
  const sine = (degrees: number) => Math.sin((degrees * Math.PI) / 180);
  const anomaly = 357.52911 + 35_999.05029 * centuries;
  const longitude =
    280.46646 +
    36_000.76983 * centuries +
    1.914602 * sine(anomaly) +
    0.019993 * sine(2 * anomaly) -
    0.00569 -
    0.00478 * sine(125.04 - 1_934.136 * centuries);
  return ((longitude % 360) + 360) % 360;
}

/** Hours that the office works on a working day. */
export function officeDayHours({ officeHours }: Pick<WorkCalendar, 'officeHours'>): number {
  const time = (text: string) => Temporal.PlainTime.from(text);
  return officeHours.reduce((sum, { from, to }) => sum + time(from).until(time(to)).total('hours'), 0);
}

/** The next working day after `day`. */
export function nextWorkingDay(day: Temporal.PlainDate, calendar: WorkCalendar): Temporal.PlainDate {
  return addWorkingDays(day, 1, calendar);
}

/** The `count`-th working day after `day`; the day itself when `count` is 0. */
export function addWorkingDays(day: Temporal.PlainDate, count: number, calendar: WorkCalendar): Temporal.PlainDate {
  let last = day;
  for (let left = count; left > 0; ) {
    last = last.add({ days: 1 });
    if (isWorking(calendar.kindOf(last))) left -= 1;
  }
  return last;
}

/** Working days after `from` up to and with `to`; negative the other way round. */
export function workingDaysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate, calendar: WorkCalendar): number {
  if (Temporal.PlainDate.compare(from, to) > 0) return 0 - workingDaysBetween(to, from, calendar);
  let count = calendar.workedBy(to) - calendar.workedBy(from);
  for (let { year } = from; year < to.year; year += 1)
    count += calendar.workedBy(Temporal.PlainDate.from({ year, month: 12, day: 31 }));
  return count;
}

/** What is wrong with an imported year, as a code and the day it is about; undefined when nothing is. */
export function faultOfYear({ year, days }: PublishedYear): { code: string; day?: string } | undefined {
  const seen = new Set<string>();
  for (const { day, kind } of days) {
    const date = realDay(day);
    if (date === undefined) return { code: 'not_a_day', day };
    if (seen.has(day)) return { code: 'day_twice', day };
    seen.add(day);
    const inYear = date.year === year || (date.year === year - 1 && date.month === 12);
    if (!inYear) return { code: 'day_of_another_year', day };
    if (kind === 'makeup' && date.dayOfWeek <= 5) return { code: 'makeup_on_weekday', day };
  }
  // The regulation of 2024 binds from 2025 on; a table without one of its days is some other table.
  if (year < 2025) return undefined;
  const holidays = new Set(days.filter(({ kind }) => kind === 'holiday').map(({ day }) => day));
  const missing = statutoryHolidays(year).find(({ day }) => !holidays.has(day));
  return missing === undefined ? undefined : { code: 'statutory_holiday_missing', day: missing.day };
}

/** A day that exists, from its ISO text; undefined for 2026-02-30 and the like. */
export function realDay(text: string): Temporal.PlainDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}
