import type { ResidentCase } from '../../../../../contract/cases.ts';
import type { MyCommitment } from '../../../../../contract/commitments.ts';
import type { Answers, FormField, LeafField } from '../../../../../contract/form.ts';
import { askedFields, partsOf, withoutRow } from '../../../../../contract/questions.ts';
import { neededMaterials } from '../../../../../contract/situations.ts';
import { tidyAnswer } from '../../../../../contract/typing.ts';
import type { LocalText } from '../../../../../contract/values.ts';
import { mayCommit } from './commitment.ts';

/** As many questions as fit one page of a phone. */
const perPage = 3;

export interface Step {
  /** The last part of the address. */
  name: string;
  kind: 'place' | 'form' | 'way' | 'materials' | 'delivery' | 'letter' | 'check';
  /** The entries of the form that stand here, asked now or not. */
  fields: readonly FormField[];
  heading?: LocalText | undefined;
  /** Of the pages of questions without a heading of their own, this is the n-th. */
  part: number;
}

/** What was typed and may not have reached the server; `null` takes an answer away. */
export type Typed = Readonly<Record<string, string | null>>;

/** The answers of an application while somebody fills it in. */
export interface Answering {
  readonly answers: Answers;
  /** What has not reached the server yet. */
  readonly typed: Typed;
  readonly change: (changes: Typed) => void;
  /** The server has these now. */
  readonly sent: (typed: Typed) => void;
}

/** What each page of an application is given. */
export interface StepProps {
  matter: ResidentCase;
  step: Step;
  steps: readonly Step[];
  answering: Answering;
  /** 告知承诺, once it was asked. */
  commitment: MyCommitment | undefined;
}

/** Answers as they stand with what was typed since. */
export function withTyped(answers: Answers, typed: Typed): Answers {
  return Object.fromEntries(
    Object.entries({ ...answers, ...typed }).filter((entry): entry is [string, string] => entry[1] !== null),
  );
}

interface FormPage {
  heading?: LocalText | undefined;
  fields: readonly FormField[];
}

const standsAlone = ({ kind }: FormField) =>
  kind === 'address' || kind === 'person' || kind === 'firm' || kind === 'rows';

/**
 * The pages of a form, whatever is asked now: so the address of a page stays the same while answers change. A page with
 * a heading goes on to the next heading. Where the form has none, a block or rows have a page of their own, other
 * questions share one by threes, and a computed value stays with what stands before it.
 */
export function pagesOf(form: readonly FormField[]): FormPage[] {
  const first = form.findIndex(({ page }) => page !== undefined);
  const plain = first < 0 ? form : form.slice(0, first);
  const pages: { heading?: LocalText | undefined; fields: FormField[] }[] = runsOf(plain).flatMap((run) =>
    run.some(standsAlone) ? [{ fields: run }] : byThrees(run).map((fields) => ({ fields })),
  );
  for (const field of form.slice(plain.length)) {
    if (field.page !== undefined) pages.push({ heading: field.page, fields: [field] });
    else pages[pages.length - 1]?.fields.push(field);
  }
  return pages;
}

function runsOf(fields: readonly FormField[]): FormField[][] {
  const runs: FormField[][] = [];
  for (const field of fields) {
    const last = runs[runs.length - 1];
    if (last !== undefined && (field.kind === 'computed' || !(standsAlone(field) || last.some(standsAlone))))
      last.push(field);
    else runs.push([field]);
  }
  return runs;
}

function byThrees(run: readonly FormField[]): FormField[][] {
  const questions = run.filter(({ kind }) => kind !== 'computed').length;
  const size = Math.ceil(questions / Math.max(1, Math.ceil(questions / perPage)));
  const pages: FormField[][] = [];
  let held = size;
  for (const field of run) {
    const last = pages[pages.length - 1];
    if (last === undefined || (field.kind !== 'computed' && held === size)) {
      pages.push([field]);
      held = 0;
    } else last.push(field);
    if (field.kind !== 'computed') held += 1;
  }
  return pages;
}

type Matter = Pick<ResidentCase, 'form' | 'materials' | 'about'>;

/** What this person needs of the materials, with these answers (情形). */
export function neededOf({ form, materials, about }: Matter, answers: Answers): ResidentCase['materials'] {
  const listed = materials.map(({ requirement }) => requirement);
  const needed = new Set(neededMaterials(listed, form, answers, about));
  return materials.filter(({ requirement }) => needed.has(requirement));
}

/** The pages of an application that are asked now, in order; the last is the check. */
export function stepsOf(matter: Matter, answers: Answers, commitment?: MyCommitment): Step[] {
  const { form, about } = matter;
  const plain = (name: Exclude<Step['kind'], 'form'>): Step => ({ name, kind: name, fields: [], part: 0 });
  const asked = new Set(askedFields(form, answers, about).map(({ field }) => field.key));
  let part = 0;
  const questions = pagesOf(form).flatMap(({ heading, fields }, page): Step[] => {
    if (!fields.some(({ key }) => asked.has(key))) return [];
    const own = heading ?? only(fields)?.label;
    if (own === undefined) part += 1;
    return [{ name: `form-${page + 1}`, kind: 'form', fields, heading: own, part }];
  });
  return [
    plain('place'),
    ...questions,
    ...(commitment !== undefined && mayCommit(commitment) ? [plain('way')] : []),
    ...(neededOf(matter, answers).length === 0 ? [] : [plain('materials')]),
    plain('delivery'),
    ...(commitment?.chosen === undefined ? [] : [plain('letter')]),
    plain('check'),
  ];
}

/** The one thing that is asked on a page, if it is one; its label is the heading then. */
export function only(fields: readonly FormField[]): FormField | undefined {
  const questions = fields.filter(({ kind }) => kind !== 'computed');
  return questions.length === 1 ? questions[0] : undefined;
}

const entryOf = (path: string) => path.split('.')[0] ?? path;

/** Whether an answer, or a fault, belongs to these entries. */
export const isOf = (fields: readonly FormField[], path: string): boolean =>
  fields.some(({ key }) => key === entryOf(path));

/** The question whose answer stands at a path, asked now or not. */
export function leafAt(form: readonly FormField[], path: string): LeafField | undefined {
  const [key, second, third] = path.split('.');
  const field = form.find((each) => each.key === key);
  if (field === undefined) return undefined;
  if (field.kind === 'rows') return field.fields?.find((column) => column.key === third);
  return partsOf(field).find((part) => part.key === (second ?? key));
}

/** What a page sends of what was typed: numbers without gaps, and an empty answer for what was taken away. */
export function answersToSave(fields: readonly FormField[], typed: Typed): Answers {
  return Object.fromEntries(
    Object.entries(typed).flatMap(([path, value]) => {
      const leaf = leafAt(fields, path);
      return leaf === undefined ? [] : [[path, tidyAnswer(leaf, value ?? '')]];
    }),
  );
}

/** What changes when a row goes: the rows after it move up, and the last place is emptied. */
export function removeRow(answers: Answers, key: string, row: number): Typed {
  const after = withoutRow(answers, key, row);
  const gone = Object.keys(answers).filter((path) => !(path in after));
  return Object.fromEntries([
    ...gone.map((path) => [path, null]),
    ...Object.entries(after).filter(([path, value]) => answers[path] !== value),
  ]);
}
