import type { Computation, FormField, LeafField } from '../../../../contract/form.ts';
import { isBlock, partsOf } from '../../../../contract/questions.ts';
import type { LocalText } from '../../../../contract/values.ts';
import { changed, freeKey } from '../editing/list.ts';

type Kind = FormField['kind'];
type Part = keyof FormField;

const blank: LocalText = { zh: '', en: '' };
const always: readonly Part[] = ['key', 'kind', 'label', 'hint', 'privacy', 'required', 'when', 'notes', 'page'];

/** What an entry of a kind can be set to, beside what every entry has. */
const ofKind: Readonly<Record<Kind, readonly Part[]>> = {
  text: ['maxLength', 'unit', 'prefill'],
  longText: ['maxLength', 'unit', 'prefill'],
  number: ['minimum', 'maximum', 'unit', 'prefill'],
  money: ['minimum', 'maximum', 'unit', 'prefill'],
  date: ['earliest', 'latest', 'prefill'],
  choice: ['options', 'situation', 'prefill'],
  yesNo: ['situation', 'prefill'],
  phone: ['prefill'],
  residentNumber: ['prefill'],
  uscc: ['prefill'],
  place: ['prefill'],
  address: ['prefill'],
  person: ['asks', 'party', 'signer', 'prefill'],
  firm: ['asks', 'party', 'signer', 'prefill'],
  rows: ['fields', 'minRows', 'maxRows', 'rowName', 'party', 'prefill'],
  computed: ['compute', 'unit'],
};

export const has = (kind: Kind, part: Part): boolean => always.includes(part) || ofKind[kind].includes(part);

/** What an entry has though its kind cannot: it came from elsewhere, and is shown so that it can be taken away. */
export const strangeParts = (field: FormField): Part[] =>
  (Object.keys(field) as Part[]).filter((part) => !has(field.kind, part));

/** What may be filled beforehand in an entry of a kind. */
export function prefillsOf(kind: Kind): NonNullable<FormField['prefill']>[] {
  if (kind === 'phone') return ['phone', 'earlier'];
  return kind === 'place' || kind === 'address' ? ['place', 'earlier'] : ['earlier'];
}

/** A new entry, with what its kind cannot do without. */
export function newQuestion<K extends Kind>(kind: K, taken: readonly string[]): FormField & { kind: K } {
  return withKind(
    { key: freeKey(kind, taken), kind, label: blank, required: kind !== 'computed', privacy: 'plain' },
    kind,
  );
}

/** The same entry as another kind: what that kind cannot have goes, what it must have comes. */
export function withKind<K extends Kind>(field: FormField, kind: K): FormField & { kind: K } {
  const kept = Object.fromEntries(Object.entries(field).filter(([part]) => has(kind, part as Part))) as FormField;
  const made: FormField & { kind: K } = { ...kept, kind };
  if (kind === 'choice') made.options ??= [1, 2].map((number) => ({ value: `option${number}`, label: blank }));
  if (kind === 'rows') made.fields ??= [newQuestion('text', []) as LeafField];
  if (kind === 'computed') made.compute ??= { kind: 'count', of: '' };
  if (made.prefill !== undefined && !prefillsOf(kind).includes(made.prefill)) delete made.prefill;
  return made;
}

/** A copy of an entry under a key of its own. It takes part in the case no second time. */
export function duplicate(field: FormField, taken: readonly string[]): FormField {
  return changed<FormField>(
    { ...field, key: freeKey(field.key, taken) },
    field.party === 'applicant' ? { party: undefined, signer: undefined } : {},
  );
}

/** Something that a condition or a computation can name. */
export interface Source {
  readonly path: string;
  readonly kind: Kind | 'age' | 'sex';
  /** The entry itself, or the part of a block. */
  readonly label: LocalText;
  /** The block or rows that it is a part of. */
  readonly of?: LocalText;
  readonly options?: readonly { readonly value: string; readonly label: LocalText }[] | undefined;
}

const ofApplicant: readonly Source[] = [
  { path: 'applicant.age', kind: 'age', label: blank },
  { path: 'applicant.sex', kind: 'sex', label: blank },
];

/** What a condition may name after so many entries: the applicant, answers, parts of blocks, computed values, rows. */
export function sourcesIn(form: readonly FormField[]): Source[] {
  return [
    ...ofApplicant,
    ...form.flatMap((field): Source[] => {
      if (isBlock(field))
        return partsOf(field).map((part) => ({ ...sourceOf(part, `${field.key}.${part.key}`), of: field.label }));
      return [sourceOf(field, field.key)];
    }),
  ];
}

/** What a condition of a column may name: columns before it, and after them what its rows may. */
export function sourcesOfColumn(form: readonly FormField[], columns: readonly LeafField[]): Source[] {
  const own = columns.map((column) => sourceOf(column, column.key));
  return [...own, ...sourcesIn(form).filter(({ path }) => own.every((each) => each.path !== path))];
}

const sourceOf = ({ kind, label, options }: Pick<FormField, 'kind' | 'label' | 'options'>, path: string): Source => ({
  path,
  kind,
  label,
  options,
});

const numeric = ['number', 'money', 'computed', 'rows', 'age'];

export const isNumeric = ({ kind }: Pick<Source, 'kind'>): boolean => numeric.includes(kind);

/** What a computation of a kind can start from, of the entries before it. */
export function computable(form: readonly FormField[], kind: Computation['kind']): Source[] {
  const all: Source[] = form.flatMap((field): Source[] => [
    sourceOf(field, field.key),
    ...(isBlock(field)
      ? partsOf(field).map((part) => ({ ...sourceOf(part, `${field.key}.${part.key}`), of: field.label }))
      : (field.fields ?? []).map((column) => ({
          ...sourceOf(column, `${field.key}.${column.key}`),
          of: field.label,
        }))),
  ]);
  const isColumn = ({ path }: Source) => form.some(({ key, kind }) => kind === 'rows' && path.startsWith(`${key}.`));
  const born = new Set(
    form.flatMap(({ kind, key, asks }) =>
      kind === 'person' && asks?.some((part) => part === 'number' || part === 'birthDay') ? [key] : [],
    ),
  );
  switch (kind) {
    case 'sum':
      return all.filter((source) => isColumn(source) && (source.kind === 'number' || source.kind === 'money'));
    case 'count':
      return all.filter((source) => source.kind === 'rows');
    case 'age':
      return [
        { path: 'applicant', kind: 'person', label: blank },
        ...all.filter((source) => born.has(source.path) || (source.kind === 'date' && !isColumn(source))),
      ];
    case 'times':
      return all.filter(
        (source) =>
          !isColumn(source) && (source.kind === 'number' || source.kind === 'money' || source.kind === 'computed'),
      );
  }
}
