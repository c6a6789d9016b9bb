import { type Language, longDay } from '../day.ts';

/** From a day to a day without weekdays: 9月15日至20日 / 15 to 20 September. */
export function spanOf(from: string, to: string, language: Language, today: string): string {
  const plain = (day: string) =>
    longDay(day, language, today)
      .replace(/（星期.）$/, '')
      .replace(/^[A-Z][a-z]+day,? /, '');
  if (from === to) return plain(from);
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  if (language === 'en') return `${sameMonth ? Number(from.slice(8)) : plain(from)} to ${plain(to)}`;
  return `${plain(from)}至${sameMonth ? `${Number(to.slice(8))}日` : plain(to)}`;
}

/** A day with its year, for what is kept or compared: 2026年7月1日 / 1 July 2026. */
export function dayWithYear(day: string, language: Language): string {
  return longDay(day, language, '')
    .replace(/（星期.）$/, '')
    .replace(/^[A-Z][a-z]+day,? /, '');
}
