import type { Answers, FormField } from './form.ts';
import { checkUscc } from './identifiers.ts';
import type { FieldFault } from './refusals.ts';

const mobile = /^1[3-9]\d{9}$/;

/** Full-width digits to half-width and outer spaces off: what people paste from cards and chats. */
export function tidy(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)).trim();
}

/** Checks one answer; the same code runs under the field in the browser and before the write on the server. */
export function checkAnswer(field: FormField, raw: string | undefined): FieldFault | undefined {
  const value = tidy(raw ?? '');
  const fault = (code: string, facts?: Record<string, string | number>): FieldFault =>
    facts === undefined ? { field: field.key, code } : { field: field.key, code, facts };
  if (value === '') return field.required ? fault('required') : undefined;
  if (
    (field.kind === 'text' || field.kind === 'longText') &&
    field.maxLength !== undefined &&
    [...value].length > field.maxLength
  )
    return fault('too_long', { max: field.maxLength, has: [...value].length });
  if (field.kind === 'number') {
    if (!/^-?\d{1,12}(\.\d{1,4})?$/.test(value)) return fault('not_a_number');
    const number = Number(value);
    if (field.minimum !== undefined && number < field.minimum) return fault('too_small', { min: field.minimum });
    if (field.maximum !== undefined && number > field.maximum) return fault('too_big', { max: field.maximum });
  }
  if (field.kind === 'phone' && !mobile.test(value.replace(/[\s-]/g, ''))) return fault('phone');
  if (field.kind === 'uscc') {
    const checked = checkUscc(value);
    if (!checked.ok) return fault(`uscc_${checked.reason}`);
  }
  if (field.kind === 'yesNo' && value !== 'yes' && value !== 'no') return fault('not_an_option');
  if (field.kind === 'choice' && !field.options?.some((option) => option.value === value))
    return fault('not_an_option');
  return undefined;
}

/** All faults of a filled form, in the order of its questions; answers to questions that do not exist are faults too. */
export function checkAnswers(form: readonly FormField[], answers: Answers): FieldFault[] {
  const known = new Set(form.map((field) => field.key));
  return [
    ...form.flatMap((field) => checkAnswer(field, answers[field.key]) ?? []),
    ...Object.keys(answers).flatMap((key) => (known.has(key) ? [] : [{ field: key, code: 'unknown_field' }])),
  ];
}
