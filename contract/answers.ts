import type { Answers, FormField } from './form.ts';
import { checkMobile, checkResidentId, checkUscc } from './identifiers.ts';
import {
  type About,
  askedFields,
  isDay,
  isRowPath,
  partsOf,
  type Question,
  rowsBegun,
  withoutRow,
} from './questions.ts';
import type { FieldFault } from './refusals.ts';
import { tidy, tidyAnswer } from './typing.ts';

/** Checks one answer; the same code runs under the question in the browser and before the write on the server. */
export function checkAnswer(
  { path, field }: Pick<Question, 'path' | 'field'>,
  raw: string | undefined,
  { today }: Pick<About, 'today'>,
): FieldFault | undefined {
  const value = tidy(raw ?? '');
  const fault = (code: string, facts?: Record<string, string | number>): FieldFault =>
    facts === undefined ? { field: path, code } : { field: path, code, facts };
  const isPicked = field.kind === 'choice' || field.kind === 'yesNo' || field.kind === 'place';
  if (value === '') return field.required ? fault(isPicked ? 'not_chosen' : 'required') : undefined;
  switch (field.kind) {
    case 'text':
    case 'longText': {
      const length = [...value].length;
      return field.maxLength !== undefined && length > field.maxLength
        ? fault('too_long', { max: field.maxLength, has: length })
        : undefined;
    }
    case 'number':
    case 'money': {
      const number = tidyAnswer(field, value);
      if (!(field.kind === 'money' ? /^\d{1,12}(\.\d{1,2})?$/ : /^-?\d{1,12}(\.\d{1,4})?$/).test(number))
        return fault(field.kind === 'money' ? 'not_money' : 'not_a_number');
      if (field.minimum !== undefined && Number(number) < field.minimum)
        return fault('too_small', { min: field.minimum });
      if (field.maximum !== undefined && Number(number) > field.maximum)
        return fault('too_big', { max: field.maximum });
      return undefined;
    }
    case 'date': {
      if (!isDay(value)) return fault('not_a_day');
      const at = (day: string) => (day === 'today' ? today : day);
      if (field.earliest !== undefined && value < at(field.earliest))
        return fault('too_early', { day: at(field.earliest) });
      if (field.latest !== undefined && value > at(field.latest)) return fault('too_late', { day: at(field.latest) });
      return undefined;
    }
    case 'phone':
      return checkMobile(tidyAnswer(field, value)).ok ? undefined : fault('phone');
    case 'residentNumber': {
      const checked = checkResidentId(tidyAnswer(field, value), today);
      return checked.ok ? undefined : fault(`id_${checked.reason}`);
    }
    case 'uscc': {
      const checked = checkUscc(tidyAnswer(field, value));
      return checked.ok ? undefined : fault(`uscc_${checked.reason}`);
    }
    case 'yesNo':
      return value === 'yes' || value === 'no' ? undefined : fault('not_an_option');
    case 'choice':
      return field.options?.some((option) => option.value === value) === true ? undefined : fault('not_an_option');
    case 'place':
      // Whether there is such a village only the server knows.
      return undefined;
  }
}

/** All faults of a filled form, in the order of its questions; answers that no question of it can have are faults too. */
export function checkAnswers(form: readonly FormField[], answers: Answers, about: About): FieldFault[] {
  return [
    ...askedFields(form, answers, about).flatMap(({ field, questions, rows, stops }) => {
      const faults = [...questions, ...rows.flat()].flatMap(
        (question) => checkAnswer(question, answers[question.path], about) ?? [],
      );
      const stopped = stops ? [{ field: field.key, code: 'does_not_fit' }] : [];
      return [...rowFaults(field, rowsBegun(field, answers), faults.length), ...faults, ...stopped];
    }),
    ...unknownAnswers(form, answers),
  ];
}

/** Answers that no question of the form can have. */
export function unknownAnswers(form: readonly FormField[], answers: Answers): FieldFault[] {
  return Object.keys(answers).flatMap((path) => (isKnown(form, path) ? [] : [{ field: path, code: 'unknown_field' }]));
}

/** Too few rows is said only where no question of the rows to come says what is missing. */
function rowFaults({ key, kind, minRows = 0, maxRows = 50 }: FormField, begun: number, others: number): FieldFault[] {
  if (kind !== 'rows') return [];
  if (begun > maxRows) return [{ field: key, code: 'too_many_rows', facts: { max: maxRows } }];
  return begun < minRows && others === 0 ? [{ field: key, code: 'too_few_rows', facts: { min: minRows } }] : [];
}

/** Whether some question of the form, asked now or not, has its answer at this path. */
function isKnown(form: readonly FormField[], path: string): boolean {
  const [key, second, third] = path.split('.');
  const field = form.find((each) => each.key === key);
  switch (field?.kind) {
    case undefined:
    case 'computed':
      return false;
    case 'rows':
      return isRowPath(field, path.split('.'));
    case 'address':
    case 'person':
    case 'firm':
      return third === undefined && partsOf(field).some((part) => part.key === second);
    default:
      return second === undefined;
  }
}

/** The answers to what is asked now, as they are kept; what was typed under another condition stays with the draft. */
export function askedAnswers(form: readonly FormField[], answers: Answers, about: About): Answers {
  return Object.fromEntries(
    askedFields(form, answers, about).flatMap(({ questions, rows }) =>
      [...questions, ...rows.flat()].flatMap(({ path, field }) => {
        const value = tidyAnswer(field, answers[path] ?? '');
        return value.trim() === '' ? [] : [[path, value]];
      }),
    ),
  );
}

/** Answers without the rows in which nothing is written; the rows after them move up. */
function withoutBlankRows(form: readonly FormField[], answers: Answers): Answers {
  let left = answers;
  for (const field of form.filter(({ kind }) => kind === 'rows'))
    for (let row = rowsBegun(field, left) - 1; row >= 0; row -= 1) {
      const isWritten = (field.fields ?? []).some(
        ({ key }) => (left[`${field.key}.${row}.${key}`] ?? '').trim() !== '',
      );
      if (!isWritten) left = withoutRow(left, field.key, row);
    }
  return left;
}

/**
 * What is filed: the answers to what is asked, without blank rows. Filing it again changes nothing, so that what was
 * judged is what is printed.
 */
export function filedAnswers(form: readonly FormField[], answers: Answers, about: About): Answers {
  let filed = withoutBlankRows(form, answers);
  for (let before = Number.POSITIVE_INFINITY; Object.keys(filed).length < before; ) {
    before = Object.keys(filed).length;
    filed = withoutBlankRows(form, askedAnswers(form, filed, about));
  }
  return filed;
}

/** The part of a draft that belongs to this form; an older version may have asked other things. */
export function knownAnswers(form: readonly FormField[], answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([path]) => isKnown(form, path)));
}
