import type { Answers, FormField } from './form.ts';
import { situationQuestions } from './situations.ts';

const prefix = 's.';

/** 情形 as an address carries it, so that a link or a QR code leads to the same materials: `?s.kind=firm&s.branch=yes`. */
export function situationSearch(answers: Answers): string {
  return new URLSearchParams(Object.entries(answers).map(([key, value]) => [prefix + key, value])).toString();
}

/** What an address says, right or wrong. */
export function situationGiven(search: string): Answers {
  return Object.fromEntries(
    [...new URLSearchParams(search)].flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
    ),
  );
}

/** The answers that an address carries; whatever is no question of this form, or no answer to it, is left out. */
export function situationIn(form: readonly FormField[], search: string): Answers {
  const given = situationGiven(search);
  return Object.fromEntries(
    situationQuestions(form).flatMap(({ key, kind, options = [] }) => {
      const value = given[key];
      const answers = kind === 'yesNo' ? ['yes', 'no'] : options.map((option) => option.value);
      return value !== undefined && answers.includes(value) ? [[key, value]] : [];
    }),
  );
}
