import type { MaterialRequirement } from '../../../contract/catalogue.ts';
import type { Computation, Condition, FormField, LeafField } from '../../../contract/form.ts';
import type { Certificate } from '../../../contract/item-content.ts';
import { isBlock, isDay, partsOf } from '../../../contract/questions.ts';
import type { FieldFault } from '../../../contract/refusals.ts';
import { isReservedWord } from '../documents/index.ts';

/** What stands above an entry of a form and may be spoken of by it, by path. */
type Above = Map<string, { readonly kind: string; readonly options: readonly string[] }>;

const numeric = new Set(['number', 'money', 'computed', 'rows', 'age']);
/** What a condition can ask: an answer, a computed value or the number of rows; of a block only its parts. */
const isAskable = (kind: string) => !['address', 'person', 'firm'].includes(kind) && !kind.startsWith('column ');

/**
 * Why a form could not work, each with its place (`form.3.when.0`). Checked when the definition is saved, so that no
 * applicant and no clerk ever meets a question that cannot be answered or a condition that nothing can fulfil.
 */
export function formFaults(form: readonly FormField[]): FieldFault[] {
  const above: Above = new Map([
    ['applicant.age', { kind: 'age', options: [] }],
    ['applicant.sex', { kind: 'choice', options: ['female', 'male'] }],
  ]);
  const keys = new Set(['applicant']);
  const faults: FieldFault[] = [];
  for (const [at, field] of form.entries()) {
    const place = `form.${at}`;
    faults.push(...keyFaults(field, place, keys), ...fieldFaults(field, place), ...blockFaults(field, place));
    faults.push(...conditionFaults(field.when, `${place}.when`, above));
    if (field.kind === 'rows') faults.push(...rowsFaults(field, place, above));
    else {
      for (const part of partsOf(field)) {
        above.set(isBlock(field) ? `${field.key}.${part.key}` : part.key, known(part));
      }
    }
    above.set(field.key, known(field));
    if (field.compute !== undefined) faults.push(...computeFaults(field, place, above));
    for (const [note, { when }] of (field.notes ?? []).entries())
      faults.push(...conditionFaults(when, `${place}.notes.${note}.when`, above));
  }
  faults.push(...situationFaults(form));
  // Two that are asked under the same conditions are asked together.
  const applicants = form.flatMap(({ party, when = [] }, at) =>
    party === 'applicant' ? [{ at, when: JSON.stringify(when) }] : [],
  );
  const twice = applicants.find(({ at, when }) =>
    applicants.some((other) => other.at < at && (other.when === when || other.when === '[]' || when === '[]')),
  );
  if (twice !== undefined) faults.push({ field: `form.${twice.at}.party`, code: 'applicant_twice' });
  return faults;
}

/** A situation is asked before anybody applies: it is chosen, and depends on nothing but other situations. */
function situationFaults(form: readonly FormField[]): FieldFault[] {
  const asked = new Set(form.flatMap(({ key, situation }) => (situation ? [key] : [])));
  return form.flatMap(({ kind, situation, when }, at): FieldFault[] => {
    if (!situation) return [];
    if (kind !== 'choice' && kind !== 'yesNo') return [{ field: `form.${at}.situation`, code: 'out_of_place' }];
    const other = when?.find(({ field }) => !asked.has(field) && !field.startsWith('applicant.'));
    return other === undefined
      ? []
      : [{ field: `form.${at}.when`, code: 'not_a_situation', facts: { key: other.field } }];
  });
}

/** 情形: conditions of materials that no answer of the form can fulfil, each with its place. */
export function materialFaults(
  materials: readonly Pick<MaterialRequirement, 'when'>[],
  form: readonly FormField[],
): FieldFault[] {
  const above: Above = new Map([
    ['applicant.age', { kind: 'age', options: [] }],
    ['applicant.sex', { kind: 'choice', options: ['female', 'male'] }],
  ]);
  for (const field of form) {
    for (const part of partsOf(field)) above.set(isBlock(field) ? `${field.key}.${part.key}` : part.key, known(part));
    above.set(field.key, known(field));
  }
  return materials.flatMap(({ when }, at) => conditionFaults(when, `materials.${at}.when`, above));
}

const known = ({ kind, options }: Pick<FormField, 'kind' | 'options'>) => ({
  kind,
  options: kind === 'yesNo' ? ['yes', 'no'] : (options ?? []).map(({ value }) => value),
});

function keyFaults({ key }: Pick<LeafField, 'key'>, place: string, keys: Set<string>): FieldFault[] {
  // `constructor` and its like are there on every object, before anybody answered.
  if (!/^[a-z][A-Za-z0-9]*$/.test(key) || key in {})
    return [{ field: `${place}.key`, code: 'key_format', facts: { key } }];
  if (keys.has(key)) return [{ field: `${place}.key`, code: 'key_twice', facts: { key } }];
  keys.add(key);
  return [];
}

/** What is wrong with an entry whatever stands above it. */
function fieldFaults(field: Omit<LeafField, 'kind'> & { kind: FormField['kind'] }, place: string): FieldFault[] {
  const faults: FieldFault[] = [];
  const fault = (part: string, code: string) => faults.push({ field: `${place}.${part}`, code });
  const { kind, label, options, minimum, maximum, earliest, latest } = field;
  if (label.zh.trim() === '') fault('label.zh', 'required');
  if (label.en.trim() === '') fault('label.en', 'required');
  if (kind === 'choice') {
    if (!options?.length) fault('options', 'options_missing');
    const values = (options ?? []).map(({ value }) => value);
    if (new Set(values).size < values.length) fault('options', 'option_twice');
  } else if (options !== undefined) fault('options', 'out_of_place');
  if (minimum !== undefined && maximum !== undefined && minimum > maximum) fault('maximum', 'below_minimum');
  for (const [part, day] of Object.entries({ earliest, latest }))
    if (day !== undefined && day !== 'today' && !isDay(day)) fault(part, 'not_a_day');
  if (earliest !== undefined && latest !== undefined && earliest > latest && latest !== 'today')
    fault('latest', 'below_minimum');
  return faults;
}

function blockFaults({ kind, asks, party, signer, fields, compute }: FormField, place: string): FieldFault[] {
  const faults: FieldFault[] = [];
  const fault = (part: string, code: string) => faults.push({ field: `${place}.${part}`, code });
  const isParty = kind === 'person' || kind === 'firm';
  if (asks !== undefined && !isParty) fault('asks', 'out_of_place');
  if (asks !== undefined && new Set(asks).size < asks.length) fault('asks', 'option_twice');
  const named = kind === 'rows' && fields?.some(({ key }) => key === 'name') === true;
  // Rows are several, and a case has one applicant.
  if (party !== undefined && !isParty && (!named || party === 'applicant')) fault('party', 'out_of_place');
  if (signer !== undefined && party !== 'applicant') fault('signer', 'out_of_place');
  if (party === 'applicant' && signer === undefined) fault('signer', 'required');
  if ((compute !== undefined) !== (kind === 'computed'))
    fault('compute', compute === undefined ? 'required' : 'out_of_place');
  return faults;
}

function rowsFaults(field: FormField, place: string, above: Above): FieldFault[] {
  const faults: FieldFault[] = [];
  const columns = field.fields ?? [];
  if (columns.length === 0) faults.push({ field: `${place}.fields`, code: 'columns_missing' });
  if ((field.minRows ?? 0) > (field.maxRows ?? 50)) faults.push({ field: `${place}.maxRows`, code: 'below_minimum' });
  const keys = new Set<string>();
  const here: Above = new Map(above);
  for (const [at, column] of columns.entries()) {
    const spot = `${place}.fields.${at}`;
    faults.push(...keyFaults(column, spot, keys), ...fieldFaults(column, spot));
    faults.push(...conditionFaults(column.when, `${spot}.when`, here));
    here.set(column.key, known(column));
    // Outside its row a column is there for sums alone: which row would a condition mean?
    above.set(`${field.key}.${column.key}`, { kind: `column ${column.kind}`, options: [] });
  }
  return faults;
}

function conditionFaults(conditions: readonly Condition[] | undefined, place: string, above: Above): FieldFault[] {
  return (conditions ?? []).flatMap(({ field, is, atLeast, below }, at): FieldFault[] => {
    const spot = `${place}.${at}`;
    const source = above.get(field);
    // It may not exist, or it may stand below: either way nobody has answered it yet.
    if (source === undefined || !isAskable(source.kind))
      return [{ field: `${spot}.field`, code: 'not_asked_before', facts: { key: field } }];
    if ((atLeast !== undefined || below !== undefined) && !numeric.has(source.kind))
      return [{ field: spot, code: 'not_countable', facts: { key: field } }];
    if (atLeast !== undefined && below !== undefined && atLeast >= below)
      return [{ field: `${spot}.below`, code: 'never_true' }];
    const strange =
      source.options.length === 0 ? undefined : (is ?? []).find((value) => !source.options.includes(value));
    return strange === undefined ? [] : [{ field: `${spot}.is`, code: 'no_such_option', facts: { key: strange } }];
  });
}

function computeFaults({ compute, kind }: FormField, place: string, above: Above): FieldFault[] {
  if (kind !== 'computed' || compute === undefined) return [];
  const missing = compute.kind === 'times' && compute.times === undefined;
  return [
    ...(isComputable(compute, above)
      ? []
      : [{ field: `${place}.compute.of`, code: 'not_computable', facts: { key: compute.of } }]),
    ...(missing ? [{ field: `${place}.compute.times`, code: 'required' }] : []),
  ];
}

function isComputable({ kind, of }: Computation, above: Above): boolean {
  const source = above.get(of)?.kind;
  switch (kind) {
    case 'age':
      // A person whose number and birth nobody asks for has no age.
      return (
        of === 'applicant' ||
        source === 'date' ||
        (source === 'person' && (above.has(`${of}.number`) || above.has(`${of}.birthDay`)))
      );
    case 'count':
      return source === 'rows';
    case 'sum':
      return source === 'column number' || source === 'column money';
    case 'times':
      return source === 'number' || source === 'money' || source === 'computed';
  }
}

/** What a certificate may name beside the answers of its form. */
const certificateNames = ['applicant.name', 'applicant.number', 'organ', 'issueDay', 'fromDay', 'untilDay'];

/** Placeholders of a certificate that would stay empty, and a 字 that other documents count by, each with its place. */
export function certificateFaults(
  { word, rows }: Pick<Certificate, 'word' | 'rows'>,
  form: readonly FormField[],
): FieldFault[] {
  const names = new Set([
    ...certificateNames,
    ...form.flatMap((field) => [field.key, ...partsOf(field).map((part) => `${field.key}.${part.key}`)]),
  ]);
  const reserved = isReservedWord(word)
    ? [{ field: 'result.certificate.word', code: 'reserved_word', facts: { key: word } }]
    : [];
  const unknown = rows.flatMap(({ value }, at) =>
    [...value.matchAll(/\{([^{}]+)\}/g)].flatMap(([, name = '']) =>
      names.has(name)
        ? []
        : [{ field: `result.certificate.rows.${at}.value`, code: 'unknown_placeholder', facts: { key: name } }],
    ),
  );
  return [...reserved, ...unknown];
}
