import type { Answers, FormField, LeafField } from '../../../contract/form.ts';
import {
  type About,
  type AskedField,
  askedFields,
  askedQuestions,
  isBlock,
  isRowPath,
  partsOf,
  type Question,
} from '../../../contract/questions.ts';
import type { FieldFault } from '../../../contract/refusals.ts';
import { tidyAnswer } from '../../../contract/typing.ts';
import type { LocalText } from '../../../contract/values.ts';
import type { Places } from '../places/index.ts';

/** A filled form with what it takes to print it. */
export interface FilledForm {
  readonly form: readonly FormField[];
  readonly answers: Answers;
  readonly about: About;
  /** The name of a place by its region id, from the district down. */
  readonly placeName: (regionId: string) => string;
}

/** A part of the printed application: rows of label and answer, or a table of what repeats. */
export type FormPart =
  | { heading: string | null; rows: { label: string; text: string }[] }
  | { heading: string | null; columns: string[]; table: string[][] };

/** An answer as an official paper words it; empty where nothing was answered. */
export function answerWords(
  field: Pick<LeafField, 'kind' | 'options' | 'unit'>,
  typed: string | undefined,
  placeName: FilledForm['placeName'],
): string {
  const value = tidyAnswer(field, typed ?? '').trim();
  if (value === '') return '';
  switch (field.kind) {
    case 'choice':
      return field.options?.find((option) => option.value === value)?.label.zh ?? value;
    case 'yesNo':
      return value === 'yes' ? '是' : '否';
    case 'date': {
      const [year, month, day] = value.split('-').map(Number);
      return `${year}年${month}月${day}日`;
    }
    case 'money':
      return `${value}元`;
    case 'place':
      return placeName(value);
    default:
      return `${value}${field.unit?.zh ?? ''}`;
  }
}

/** The form as the application prints it: each block and table under its heading, plain questions together. */
export function formParts({ form, answers, about, placeName }: FilledForm): FormPart[] {
  const words = ({ path, field }: Question) => answerWords(field, answers[path], placeName);
  const parts: FormPart[] = [];
  let open: { label: string; text: string }[] | undefined;
  for (const asked of askedFields(form, answers, about)) {
    const { field, questions, rows, computed } = asked;
    if (field.page !== undefined) open = undefined;
    const heading = label(field);
    if (field.kind === 'rows') {
      open = undefined;
      if (rows.length > 0)
        parts.push({
          heading,
          columns: (field.fields ?? []).map(label),
          table: rows.map((row) =>
            (field.fields ?? []).map((column) => {
              const question = row.find((each) => each.field.key === column.key);
              return question === undefined ? '' : words(question);
            }),
          ),
        });
      continue;
    }
    const lines =
      field.kind === 'computed'
        ? computed === undefined
          ? []
          : [{ label: heading, text: `${computed}${field.unit?.zh ?? ''}` }]
        : questions.map((question) => ({ label: label(question.field), text: words(question) }));
    if (isBlock(field)) {
      open = undefined;
      if (lines.some(({ text }) => text !== '')) parts.push({ heading, rows: lines });
    } else if (open === undefined) {
      open = lines;
      parts.push({ heading: field.page?.zh ?? null, rows: open });
    } else open.push(...lines);
  }
  return parts.filter((part) => !('rows' in part) || part.rows.length > 0);
}

/** The answers that a granting decision states, in the item's order: to whom, where and for what. */
export function statedAnswers(keys: readonly string[], filled: FilledForm): string[] {
  const asked = askedFields(filled.form, filled.answers, filled.about);
  return keys.flatMap((key) => {
    const found = asked.find(({ field }) => field.key === key);
    if (found === undefined) return [];
    const text = fieldWords(found, filled);
    return text === '' ? [] : [`${label(found.field)}：${text}`];
  });
}

/** A text with `{placeholders}` filled: form paths, and the given values first. Unanswered ones leave nothing. */
export function filledText(text: string, filled: FilledForm, values: Readonly<Record<string, string>>): string {
  const asked = askedFields(filled.form, filled.answers, filled.about);
  return text.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    if (Object.hasOwn(values, name)) return values[name] ?? '';
    const question = asked.flatMap(({ questions }) => questions).find(({ path }) => path === name);
    if (question !== undefined) return answerWords(question.field, filled.answers[question.path], filled.placeName);
    const whole = asked.find(({ field }) => field.key === name);
    return whole === undefined ? '' : fieldWords(whole, filled);
  });
}

/** A whole entry in one line: the parts of a block one after the other, rows by their first column. */
function fieldWords({ field, questions, rows, computed }: AskedField, { answers, placeName }: FilledForm): string {
  if (field.kind === 'computed') return computed === undefined ? '' : `${computed}${field.unit?.zh ?? ''}`;
  const words = ({ path, field: part }: Question) => answerWords(part, answers[path], placeName);
  if (field.kind === 'rows') return rows.flatMap(([first]) => (first === undefined ? [] : words(first))).join('、');
  return questions
    .map(words)
    .filter(Boolean)
    .join(field.kind === 'address' ? '' : '，');
}

const label = (field: Pick<LeafField, 'label'>) => field.label.zh.replace(/[？?]$/, '');

/** Answers that name no place of this district: what the browser cannot know. */
export function placeFaults(
  form: readonly FormField[],
  answers: Answers,
  about: About,
  places: { regionById(id: string): unknown },
): FieldFault[] {
  return askedQuestions(form, answers, about).flatMap(({ path, field }) => {
    const value = (answers[path] ?? '').trim();
    return field.kind === 'place' && value !== '' && places.regionById(value) === undefined
      ? [{ field: path, code: 'not_an_option' }]
      : [];
  });
}

/** The names of the places that a form's answers speak of. */
export function placeNamesOf(
  form: readonly FormField[],
  answers: Answers,
  places: Pick<Places, 'spokenName'>,
): Record<string, LocalText> {
  const ids = Object.entries(answers).flatMap(([path, value]) => (leafAt(form, path)?.kind === 'place' ? [value] : []));
  return Object.fromEntries(
    ids.flatMap((id) => {
      const name = places.spokenName(id);
      return name === undefined ? [] : [[id, name]];
    }),
  );
}

/** The question that has its answer at a path. */
export function leafAt(form: readonly FormField[], path: string): LeafField | undefined {
  const parts = path.split('.');
  const [key, second, third] = parts;
  const field = form.find((each) => each.key === key);
  if (field === undefined) return undefined;
  if (field.kind === 'rows')
    return isRowPath(field, parts) ? field.fields?.find((column) => column.key === third) : undefined;
  return partsOf(field).find((part) => part.key === (second ?? key));
}
