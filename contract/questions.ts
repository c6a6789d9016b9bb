import type { Answers, Computation, Condition, FormField, LeafField } from './form.ts';
import { birthDayOf } from './identifiers.ts';
import { tidyAnswer } from './typing.ts';
import type { LocalText } from './values.ts';
import type { personParts } from './words.ts';

/** What a form may know beside its answers: the day, and age and sex of the person who signs in or stands at the window. */
export interface About {
  /** ISO day in the district. */
  readonly today: string;
  readonly applicant?: { readonly age: number; readonly sex: 'male' | 'female' } | undefined;
}

/** A question that is asked now, with the path of its answer. */
export interface Question {
  readonly path: string;
  readonly field: LeafField;
  /** The entry of the form that it belongs to. */
  readonly of: FormField;
  /** Within rows: which row, from 0. */
  readonly row?: number;
}

/** An entry of the form as it is asked now: what screens and papers draw. */
export interface AskedField {
  readonly field: FormField;
  /** One for a plain question, the parts of a block; empty for rows and computed values. */
  readonly questions: readonly Question[];
  readonly rows: readonly (readonly Question[])[];
  /** What a computed field shows; undefined while what it needs is not answered. */
  readonly computed: string | undefined;
  /** Hints that hold now. */
  readonly notes: readonly LocalText[];
  /** One of them says that these answers cannot be applied with. */
  readonly stops: boolean;
}

/** An older person reads it off the card; the name in a row or block is always asked for first. */
const nameLabel: LocalText = { zh: '姓名', en: 'Name' };
const firmNameLabel: LocalText = { zh: '名称', en: 'Name of the firm' };

type Part = (typeof personParts)[number];
const parts: Record<Part, Omit<LeafField, 'key' | 'required'>> = {
  number: { kind: 'residentNumber', label: { zh: '身份证号', en: 'Identity number' }, privacy: 'identifier' },
  birthDay: { kind: 'date', label: { zh: '出生日期', en: 'Date of birth' }, latest: 'today', privacy: 'sensitive' },
  sex: {
    kind: 'choice',
    label: { zh: '性别', en: 'Sex' },
    options: [
      { value: 'female', label: { zh: '女', en: 'Female' } },
      { value: 'male', label: { zh: '男', en: 'Male' } },
    ],
    privacy: 'sensitive',
  },
  relation: {
    kind: 'choice',
    label: { zh: '和申请人的关系', en: 'Relation to the applicant' },
    options: [
      { value: 'spouse', label: { zh: '配偶', en: 'Spouse' } },
      { value: 'child', label: { zh: '子女', en: 'Child' } },
      { value: 'parent', label: { zh: '父母', en: 'Parent' } },
      { value: 'grandparent', label: { zh: '祖父母、外祖父母', en: 'Grandparent' } },
      { value: 'sibling', label: { zh: '兄弟姐妹', en: 'Brother or sister' } },
      { value: 'other', label: { zh: '其他', en: 'Other' } },
    ],
    privacy: 'sensitive',
  },
  phone: { kind: 'phone', label: { zh: '联系电话', en: 'Phone number' }, privacy: 'identifier' },
  place: { kind: 'place', label: { zh: '住在哪个村（社区）', en: 'Village or community' }, privacy: 'sensitive' },
  uscc: { kind: 'uscc', label: { zh: '统一社会信用代码', en: 'Unified social credit code' }, privacy: 'plain' },
  representative: { kind: 'text', label: { zh: '法定代表人（负责人）', en: 'Legal representative' }, privacy: 'plain' },
  representativeNumber: {
    kind: 'residentNumber',
    label: { zh: '法定代表人身份证号', en: 'Identity number of the representative' },
    privacy: 'identifier',
  },
};

const addressParts: readonly Omit<LeafField, 'required'>[] = [
  {
    key: 'place',
    kind: 'place',
    label: { zh: '村（社区）', en: 'Village or community' },
    privacy: 'sensitive',
  },
  {
    key: 'detail',
    kind: 'text',
    label: { zh: '门牌号、组、楼栋', en: 'House number, group, building' },
    maxLength: 200,
    privacy: 'sensitive',
  },
];

/** Longest name that is kept; what a card can hold is shorter, what a person is called may not be. */
const longestName = 4000;

/** The questions of a block; of a plain question itself. Rows and computed values have none of their own. */
export function partsOf(field: FormField): LeafField[] {
  switch (field.kind) {
    case 'rows':
    case 'computed':
      return [];
    case 'address':
      return addressParts.map((part) => ({ ...part, required: field.required }));
    case 'person':
    case 'firm':
      return [
        {
          key: 'name',
          kind: 'text',
          label: field.kind === 'person' ? nameLabel : firmNameLabel,
          required: field.required,
          maxLength: longestName,
          privacy: field.kind === 'person' ? 'identifier' : 'plain',
        },
        ...(field.asks ?? []).map((key) => ({ key, ...parts[key], required: field.required })),
      ];
    default:
      return [field as LeafField];
  }
}

/** An address, a person or a firm: its parts have paths under its key. */
export const isBlock = ({ kind }: Pick<FormField, 'kind'>) =>
  kind === 'address' || kind === 'person' || kind === 'firm';

/** The most rows that anything can have. */
const mostRows = 50;

/** A row as it is written in a path: 0 to 49, without a zero before it. */
const isRow = (text: string | undefined): text is string => text !== undefined && /^(\d|[1-4]\d)$/.test(text);

/** Whether a path is that of a column of rows: key, row, column and nothing more. */
export function isRowPath(field: Pick<FormField, 'fields'>, [, row, column, more]: readonly string[]): boolean {
  return isRow(row) && more === undefined && field.fields?.some(({ key }) => key === column) === true;
}

/** How many rows somebody has begun, also where nothing is written yet. */
export function rowsBegun({ key }: Pick<FormField, 'key'>, answers: Answers): number {
  return Object.keys(answers).reduce((most, path) => {
    const [of, row] = path.split('.');
    return of === key && isRow(row) ? Math.max(most, Number(row) + 1) : most;
  }, 0);
}

/** How many rows there are to fill in: those begun, and at least the fewest that there must be. */
export function rowsOf(field: FormField, answers: Answers): number {
  return Math.min(Math.max(field.minRows ?? 0, rowsBegun(field, answers)), mostRows);
}

/** Answers without one row; the rows after it move up. */
export function withoutRow(answers: Answers, key: string, row: number): Answers {
  return Object.fromEntries(
    Object.entries(answers).flatMap(([path, value]) => {
      const [of, at, column] = path.split('.');
      if (of !== key || column === undefined || Number(at) < row) return [[path, value]];
      return Number(at) === row ? [] : [[`${key}.${Number(at) - 1}.${column}`, value]];
    }),
  );
}

/**
 * The entries of a form that are asked, given what was answered before them. One walk from top to bottom: a condition
 * sees only what stands above it, so that nothing can circle. The same code runs in the browser and on the server.
 */
export function askedFields(form: readonly FormField[], answers: Answers, about: About): AskedField[] {
  const known = new Map<string, string>();
  if (about.applicant !== undefined) {
    known.set('applicant.age', String(about.applicant.age));
    known.set('applicant.sex', about.applicant.sex);
  }
  const asked: AskedField[] = [];
  for (const field of form) {
    if (!holds(field.when, (path) => known.get(path))) continue;
    const questions = partsOf(field).map((part): Question => {
      const path = isBlock(field) ? `${field.key}.${part.key}` : part.key;
      return { path, field: part, of: field };
    });
    const begun = questions.some(({ path }) => (answers[path] ?? '').trim() !== '');
    const rows =
      field.kind === 'rows'
        ? Array.from({ length: rowsOf(field, answers) }, (_, row) => rowQuestions(field, row, answers, known))
        : [];
    for (const { path, field: part } of [...questions, ...rows.flat()]) {
      const value = tidyAnswer(part, answers[path] ?? '').trim();
      if (value !== '') known.set(path, value);
    }
    if (field.kind === 'rows') known.set(field.key, String(rows.length));
    const computed = field.compute === undefined ? undefined : compute(field.compute, known, about);
    if (computed !== undefined) known.set(field.key, computed);
    const notes = (field.notes ?? []).filter(({ when }) => holds(when, (path) => known.get(path)));
    asked.push({
      field,
      // Of a block that may be left out, everything is needed once something of it is there.
      questions: isBlock(field)
        ? questions.map((question) => ({
            ...question,
            field: { ...question.field, required: field.required || begun },
          }))
        : questions,
      rows,
      computed,
      notes: notes.map(({ text }) => text),
      stops: notes.some(({ stops }) => stops === true),
    });
  }
  return asked;
}

/** What a condition can read after the walk, by path. */
export function knownOf(
  asked: readonly AskedField[],
  answers: Answers,
  { applicant }: About,
): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  if (applicant !== undefined) {
    known.set('applicant.age', String(applicant.age));
    known.set('applicant.sex', applicant.sex);
  }
  for (const { field, questions, rows, computed } of asked) {
    for (const { path, field: part } of questions) {
      const value = tidyAnswer(part, answers[path] ?? '').trim();
      if (value !== '') known.set(path, value);
    }
    if (field.kind === 'rows') known.set(field.key, String(rows.length));
    if (computed !== undefined) known.set(field.key, computed);
  }
  return known;
}

/** Whether all conditions hold. */
export function meets(conditions: readonly Condition[] | undefined, known: ReadonlyMap<string, string>): boolean {
  return holds(conditions, (path) => known.get(path));
}

function rowQuestions(field: FormField, row: number, answers: Answers, known: ReadonlyMap<string, string>): Question[] {
  const here = new Map<string, string>();
  return (field.fields ?? []).flatMap((column): Question[] => {
    if (!holds(column.when, (path) => here.get(path) ?? known.get(path))) return [];
    const path = `${field.key}.${row}.${column.key}`;
    const value = tidyAnswer(column, answers[path] ?? '').trim();
    if (value !== '') here.set(column.key, value);
    return [{ path, field: column, of: field, row }];
  });
}

/** Every question that is asked now, in the order of the form. */
export function askedQuestions(form: readonly FormField[], answers: Answers, about: About): Question[] {
  return askedFields(form, answers, about).flatMap(({ questions, rows }) => [...questions, ...rows.flat()]);
}

function holds(conditions: readonly Condition[] | undefined, read: (path: string) => string | undefined): boolean {
  return (conditions ?? []).every(({ field, is, atLeast, below }) => {
    const value = read(field);
    if (value === undefined) return false;
    if (is !== undefined && !is.includes(value)) return false;
    if (atLeast === undefined && below === undefined) return true;
    const number = Number(value);
    return number >= (atLeast ?? Number.NEGATIVE_INFINITY) && number < (below ?? Number.POSITIVE_INFINITY);
  });
}

function compute(
  { kind, of, times = 1 }: Computation,
  known: ReadonlyMap<string, string>,
  { today, applicant }: About,
): string | undefined {
  switch (kind) {
    case 'count':
      return known.get(of) ?? '0';
    case 'age': {
      if (of === 'applicant') return applicant === undefined ? undefined : String(applicant.age);
      const birthDay = birthDayAt(of, known);
      return birthDay === undefined || !isDay(birthDay) ? undefined : String(yearsBetween(birthDay, today));
    }
    case 'times': {
      const amount = exact(known.get(of));
      return amount === undefined ? undefined : plainNumber(BigInt(Math.round(Number(amount) * times)));
    }
    case 'sum': {
      const [rows, column] = of.split('.');
      const amounts = Array.from({ length: Number(known.get(rows ?? '') ?? 0) }, (_, row) =>
        exact(known.get(`${rows}.${row}.${column}`)),
      );
      return plainNumber(amounts.reduce<bigint>((sum, amount) => sum + (amount ?? 0n), 0n));
    }
  }
}

/** The birth of a person block, by its number or its date, or the answer to a date. */
function birthDayAt(of: string, known: ReadonlyMap<string, string>): string | undefined {
  const number = known.get(`${of}.number`);
  if (number !== undefined && /^\d{17}[\dX]$/.test(number)) return birthDayOf(number);
  return known.get(`${of}.birthDay`) ?? known.get(of);
}

/** A number in ten-thousandths, as exact as it may be typed. */
function exact(text: string | undefined): bigint | undefined {
  const [, sign, whole, part = ''] = /^(-?)(\d{1,12})(?:\.(\d{1,4}))?$/.exec(text ?? '') ?? [];
  if (whole === undefined) return undefined;
  const amount = BigInt(`${whole}${part.padEnd(4, '0')}`);
  return sign === '-' ? -amount : amount;
}

function plainNumber(amount: bigint): string {
  const digits = String(amount < 0n ? -amount : amount).padStart(5, '0');
  const part = digits.slice(-4).replace(/0+$/, '');
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -4)}${part === '' ? '' : `.${part}`}`;
}

/** A day of the calendar, written ISO. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day >= 1 && day <= ([31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0);
}

/** Whole years from a birth to a day; the birthday itself counts. */
function yearsBetween(birthDay: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthDay.slice(0, 4));
  return day.slice(5) < birthDay.slice(5) ? years - 1 : years;
}

/** Age on a day and sex of whoever holds an identity number, which must have passed its check. */
export function aboutHolder(residentNumber: string, today: string): NonNullable<About['applicant']> {
  return {
    age: yearsBetween(birthDayOf(residentNumber), today),
    sex: Number(residentNumber[16]) % 2 === 0 ? 'female' : 'male',
  };
}

/** Whether anything in a form, or which material is needed, depends on who applies; where nothing does, nobody is told. */
export function asksAboutApplicant(
  form: readonly FormField[],
  materials: readonly { readonly when?: readonly Condition[] | undefined }[],
): boolean {
  const names = (conditions: readonly Condition[] | undefined) =>
    conditions?.some(({ field }) => field.startsWith('applicant.')) === true;
  return (
    materials.some(({ when }) => names(when)) ||
    form.some(
      ({ when, notes, compute, fields }) =>
        names(when) ||
        notes?.some((note) => names(note.when)) === true ||
        compute?.of === 'applicant' ||
        fields?.some((column) => names(column.when)) === true,
    )
  );
}
