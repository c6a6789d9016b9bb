import type { Answers, FormField, LeafField } from '../../../../contract/form.ts';
import { type About, askedFields, isDay, rowsOf, withoutRow } from '../../../../contract/questions.ts';
import { tidy, tidyAnswer } from '../../../../contract/typing.ts';

/** 19560312, 1956-3-12, 1956.3.12 or 1956年3月12日 as the day it means; anything else as it was typed. */
export function readDay(typed: string): string {
  const text = tidy(typed);
  const [, year = '', month = '', date = ''] =
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(text) ?? [];
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : text;
}

/** What stays in a field when somebody leaves it: days and numbers in their one form, words as they are. */
export function settled(field: Pick<LeafField, 'kind'>, typed: string): string {
  return field.kind === 'date' ? readDay(typed) : tidyAnswer(field, typed);
}

/** One thing to choose, and by what else than its label it may be called. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Its number in the list, where it has one. */
  readonly number?: string;
  /** Initials, pinyin, other names; in small letters. */
  readonly calls: readonly string[];
}

/** How well a choice fits what was typed: its number, then how it begins, then what it holds; 0 for not at all. */
export function fitness({ label, number, calls }: Choice, typed: string): number {
  const text = tidy(typed).toLowerCase();
  if (text === '') return 0;
  if (text === number) return 3;
  const names = [label.toLowerCase(), ...calls];
  if (names.some((name) => name.startsWith(text))) return 2;
  return names.some((name) => name.includes(text)) ? 1 : 0;
}

/** What `typed` chooses, if it chooses anything: the best fitness, the earlier of equals. */
export function chosenBy(choices: readonly Choice[], typed: string): Choice | undefined {
  return choices.filter((each) => fitness(each, typed) > 1).sort((a, b) => fitness(b, typed) - fitness(a, typed))[0];
}

/** The answers as they will stand when every field is left. */
export function settledAnswers(form: readonly FormField[], typed: Answers, about: About): Answers {
  const asked = askedFields(form, typed, about).flatMap(({ questions, rows }) => [...questions, ...rows.flat()]);
  return { ...typed, ...Object.fromEntries(asked.map(({ path, field }) => [path, settled(field, typed[path] ?? '')])) };
}

/** Without the rows at the end that somebody began and left empty: they are not handed in. */
export function withoutEmptyRows(form: readonly FormField[], answers: Answers): Answers {
  return form.reduce((kept, field) => {
    const { key, kind, fields = [], minRows = 0 } = field;
    const last = kind === 'rows' ? rowsOf(field, kept) - 1 : -1;
    const isEmpty = fields.every((column) => (kept[`${key}.${last}.${column.key}`] ?? '').trim() === '');
    return last >= minRows && isEmpty ? withoutEmptyRows([field], withoutRow(kept, key, last)) : kept;
  }, answers);
}
