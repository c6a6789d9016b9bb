/** A day as three boxes hold it, as typed. */
export interface DayParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

/** The digits of what was typed, half-width. */
export const digitsOf = (text: string): string => text.normalize('NFKC').replace(/\D/g, '');

/** The boxes of an answer: 2026-03-12, or as far as it was typed. */
export function dayParts(answer: string): DayParts {
  const [year = '', month = '', day = ''] = answer.split('-');
  return { year, month, day };
}

/** The answer of three boxes: an ISO day when all are full, what was typed until then, nothing when all are empty. */
export function dayAnswer({ year, month, day }: DayParts): string {
  const typed = [year, month, day].map(digitsOf);
  const [y = '', m = '', d = ''] = typed;
  if (typed.every((part) => part === '')) return [year, month, day].some((part) => part.trim() !== '') ? '--' : '';
  if (y === '' || m === '' || d === '') return typed.join('-');
  return `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
}

/** A whole day pasted or typed into one box: 1956年3月12日, 1956-3-12, 19560312. */
export function wholeDay(text: string): DayParts | undefined {
  const found = /^\D*(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D*$|^\s*(\d{4})(\d{2})(\d{2})\s*$/.exec(text.normalize('NFKC'));
  if (found === null) return undefined;
  const [, year = found[4] ?? '', month = found[5] ?? '', day = found[6] ?? ''] = found;
  return { year, month, day };
}
