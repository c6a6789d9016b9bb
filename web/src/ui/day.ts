import type { LocalText } from '../../../contract/values.ts';

export type Language = 'zh-CN' | 'en';

/** The one text of a pair in the reader's language. */
export function inLanguage(text: LocalText, language: Language): string {
  return language === 'en' ? text.en : text.zh;
}

const zone = 'Asia/Shanghai';
const noon = (day: string) => new Date(`${day}T12:00:00+08:00`);

/** A day for residents: 11月3日（星期二） / Tuesday 3 November; the year only when it is not this year's. */
export function longDay(day: string, language: Language, today: string): string {
  const otherYear = day.slice(0, 4) !== today.slice(0, 4);
  if (language === 'en')
    return new Intl.DateTimeFormat('en-GB', {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      timeZone: zone,
      ...(otherYear ? { year: 'numeric' } : {}),
    }).format(noon(day));
  return `${otherYear ? `${day.slice(0, 4)}年` : ''}${monthDay(day)}（${weekday(day, 'long')}）`;
}

/** A day for staff: 3月12日 周四 / Thu 12 Mar. */
export function shortDay(day: string, language: Language): string {
  if (language === 'en')
    return new Intl.DateTimeFormat('en-GB', {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      timeZone: zone,
    }).format(noon(day));
  return `${monthDay(day)} ${weekday(day, 'short')}`;
}

/** The time of an instant: 10:26. */
export function timeOf(at: string): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(new Date(at));
}

/** The calendar day of an instant in the district's zone. */
export function dayOfInstant(at: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(at));
}

/** ISO weekday of a day, Monday 1 to Sunday 7. */
export function isoWeekday(day: string): number {
  return noon(day).getUTCDay() || 7;
}

/** The name of an ISO weekday: 一, 周一, 星期一 / M, Mon, Monday. */
export function weekdayName(weekday: number, style: 'narrow' | 'short' | 'long', language: Language): string {
  // 2024-01-01 was a Monday.
  return new Intl.DateTimeFormat(localeOf(language), { weekday: style, timeZone: zone }).format(
    noon(`2024-01-0${weekday}`),
  );
}

/** The name of the month of a day or of 2026-10: 十月 / October. */
export function monthName(month: string, language: Language): string {
  return new Intl.DateTimeFormat(localeOf(language), { month: 'long', timeZone: zone }).format(
    noon(`${month.slice(0, 7)}-15`),
  );
}

/** The calendar day so many days after another; fewer than none goes back. */
export function daysAfter(day: string, count: number): string {
  const moved = noon(day);
  moved.setUTCDate(moved.getUTCDate() + count);
  return moved.toISOString().slice(0, 10);
}

/** The same day so many months later, or the last of a month that is shorter. */
export function monthsAfter(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const months = year * 12 + month - 1 + count;
  const first = `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-01`;
  const last = Number(daysAfter(`${daysAfter(first, 31).slice(0, 8)}01`, -1).slice(8));
  return daysAfter(first, Math.min(date, last) - 1);
}

/** Whether a text is a day that exists, as 2026-03-12. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(noon(text).getTime()) && daysAfter(text, 0) === text;
}

function localeOf(language: Language): string {
  return language === 'en' ? 'en-GB' : 'zh-CN';
}

function monthDay(day: string): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
}

function weekday(day: string, style: 'long' | 'short'): string {
  return new Intl.DateTimeFormat('zh-CN', { weekday: style, timeZone: zone }).format(noon(day));
}
