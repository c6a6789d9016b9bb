import type { PublishedYear } from '../../../../contract/deadlines.ts';
import { tidy } from '../../../../contract/typing.ts';
import type { LocalText } from '../../../../contract/values.ts';
import { daysAfter, isDay, isoWeekday } from '../../ui/day.ts';

type PublishedDay = PublishedYear['days'][number];

/** One line of a holiday notice, e.g. `2027-01-01..2027-01-03 元旦 放假`. */
export interface NoticeSpan {
  line: number;
  fromDay: string;
  toDay: string;
  kind: PublishedDay['kind'];
  name: LocalText;
}

/** Why one line could not be read; `text` is what stands there. */
export interface LineFault {
  line: number;
  code: 'form' | 'day' | 'order' | 'long' | 'name' | 'twice' | 'year' | 'weekday';
  text: string;
}

/** The seven holidays that yearly notices speak of, by the names in use. */
const holidays: { calls: readonly string[]; name: LocalText }[] = [
  { calls: ['元旦'], name: { zh: '元旦', en: 'New Year’s Day' } },
  { calls: ['春节'], name: { zh: '春节', en: 'Spring Festival' } },
  { calls: ['清明节', '清明'], name: { zh: '清明节', en: 'Qingming Festival' } },
  { calls: ['劳动节', '五一'], name: { zh: '劳动节', en: 'Labour Day' } },
  { calls: ['端午节', '端午'], name: { zh: '端午节', en: 'Dragon Boat Festival' } },
  { calls: ['中秋节', '中秋'], name: { zh: '中秋节', en: 'Mid-Autumn Festival' } },
  { calls: ['国庆节', '国庆'], name: { zh: '国庆节', en: 'National Day' } },
];

const kinds = new Map<string, PublishedDay['kind']>([
  ['放假', 'holiday'],
  ['休', 'holiday'],
  ['上班', 'makeup'],
  ['补班', 'makeup'],
]);

const longestSpan = 31;

export function daysOfSpan({ fromDay, toDay }: Pick<NoticeSpan, 'fromDay' | 'toDay'>): string[] {
  const days: string[] = [];
  for (let day = fromDay; day <= toDay && days.length <= longestSpan; day = daysAfter(day, 1)) days.push(day);
  return days;
}

/** A year's notice as pasted, a day or a range a line; lines that cannot be read are told one by one. */
export function readNotice(text: string, year: number): { spans: NoticeSpan[]; faults: LineFault[] } {
  const spans: NoticeSpan[] = [];
  const faults: LineFault[] = [];
  const seen = new Set<string>();
  for (const [index, raw] of text.split('\n').entries()) {
    const written = tidy(raw);
    if (written === '') continue;
    const line = index + 1;
    const span = readLine(written, line);
    const fault = 'code' in span ? span : faultOfDays(span, year, seen);
    if (fault) faults.push(fault);
    else if (!('code' in span)) {
      for (const day of daysOfSpan(span)) seen.add(day);
      spans.push(span);
    }
  }
  return { spans, faults };
}

function readLine(written: string, line: number): NoticeSpan | LineFault {
  const [days = '', called = '', kindWord = '', ...rest] = written.split(/[\s　，,]+/);
  const [fromDay = '', toDay = fromDay, more] = days.split(/\.\.|~|至|到/);
  const kind = kinds.get(kindWord);
  if (kind === undefined || rest.length > 0 || more !== undefined) return { line, code: 'form', text: written };
  const wrong = [fromDay, toDay].find((day) => !isDay(day));
  if (wrong !== undefined) return { line, code: 'day', text: wrong };
  if (toDay < fromDay) return { line, code: 'order', text: days };
  if (daysOfSpan({ fromDay, toDay }).length > longestSpan) return { line, code: 'long', text: days };
  const name = holidays.find(({ calls }) => calls.includes(called))?.name;
  return name ? { line, fromDay, toDay, kind, name } : { line, code: 'name', text: called };
}

/** The same rules as on the server, said at the line: each day once, in its year, make-up days on weekends. */
function faultOfDays(span: NoticeSpan, year: number, seen: ReadonlySet<string>): LineFault | undefined {
  const { line, kind } = span;
  for (const day of daysOfSpan(span)) {
    if (seen.has(day)) return { line, code: 'twice', text: day };
    if (!day.startsWith(`${year}-`) && !day.startsWith(`${year - 1}-12-`)) return { line, code: 'year', text: day };
    if (kind === 'makeup' && isoWeekday(day) <= 5) return { line, code: 'weekday', text: day };
  }
  return undefined;
}

export function publishedDays(spans: readonly NoticeSpan[]): PublishedDay[] {
  return spans.flatMap((span) => daysOfSpan(span).map((day) => ({ day, kind: span.kind, name: span.name })));
}
