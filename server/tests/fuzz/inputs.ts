import fc from 'fast-check';

/** As much of a JSON Schema as the contract uses. */
export interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly maxItems?: number;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
}

/** Things by their names in the contract, so that a good part of what is sent hits something that is there. */
export type Known = Readonly<Record<string, readonly unknown[]>>;

/** What no form would send and everybody can. */
export const hostile: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  -0,
  1.5,
  2 ** 31,
  2 ** 53,
  -(2 ** 63),
  1e308,
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udfffx',
  '👩‍👩‍👧‍👦🇨🇳',
  '\u202eمرحبا\u202c',
  '𠀀𠮷',
  '\u200b\ufeff',
  "'; drop table cases; --",
  '{{7*7}}',
  '<script>alert(1)</script>',
  '../../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  '%00',
  'infinity',
  '-infinity',
  'NaN',
  '0001-01-01',
  '2026-02-30',
  '9999-12-31',
  '99999-01-01',
  '2026-03-02T25:61:61Z',
  '~',
  '2026-03-02~',
  'x~y',
  'infinity~00000000-0000-0000-0000-000000000000',
  '2026-03-02T00:00:00Z~not-an-id',
  '00000000-0000-0000-0000-000000000000',
  '{',
  '[]',
  '[null]',
  '[{"key":{}}]',
  '"',
  '\\',
  '__proto__',
  'constructor',
  'x'.repeat(5000),
  '长'.repeat(70_000),
  [],
  [[]],
  [null],
  {},
  { toString: null },
  nested(200),
];

/** A list in a list in a list. */
export function nested(levels: number): unknown {
  let value: unknown = 'deep';
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
}

/** A value as the schema wants it. */
export function right(schema: Schema, known: Known, name = ''): fc.Arbitrary<unknown> {
  const named = known[name];
  if (named !== undefined && named.length > 0)
    return fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...named) }, { weight: 1, arbitrary: bare(schema, known) });
  return bare(schema, known);
}

function bare(schema: Schema, known: Known): fc.Arbitrary<unknown> {
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map((each) => bare(each, known)));
  switch (schema.type) {
    case 'string':
      return text(schema);
    case 'integer':
      return fc.integer({ min: schema.minimum ?? -10, max: schema.maximum ?? 1000 });
    case 'number':
      return fc.double({ min: schema.minimum ?? -10, max: schema.maximum ?? 1000, noNaN: true });
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(right(schema.items ?? {}, known), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 3, 3),
      });
    case 'object':
      return object(schema, known);
    default:
      return fc.jsonValue();
  }
}

function text({ format, pattern, minLength = 0, maxLength = 60 }: Schema): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid();
  if (pattern !== undefined) {
    if (pattern.includes('\\d{4}-\\d{2}-\\d{2}'))
      return fc.oneof(
        fc.constantFrom(
          '2026-03-02',
          '2026-02-30',
          '2026-11-32',
          '2024-02-29',
          '0000-00-00',
          '9999-12-31',
          '0001-01-01',
        ),
        fc.integer({ min: 0, max: 3000 }).map((days) => Temporal.PlainDate.from('2019-01-01').add({ days }).toString()),
      );
    return fc.stringMatching(new RegExp(pattern));
  }
  return fc.string({
    unit: 'grapheme',
    minLength: Math.max(minLength, 0),
    maxLength: Math.max(minLength, Math.min(maxLength, 40)),
  });
}

function object(schema: Schema, known: Known): fc.Arbitrary<unknown> {
  const record = schema.patternProperties ?? undefined;
  if (record !== undefined)
    return fc.dictionary(fc.string({ maxLength: 10 }), bare(Object.values(record)[0] ?? {}, known), { maxKeys: 4 });
  const properties = Object.entries(schema.properties ?? {});
  return fc.record(Object.fromEntries(properties.map(([name, each]) => [name, right(each, known, name)])), {
    requiredKeys: [...(schema.required ?? [])],
  } as never);
}

/** A right value in which something is wrong: one part replaced, left out or put in, at any depth. */
export function wrong(schema: Schema, known: Known): fc.Arbitrary<unknown> {
  return fc
    .tuple(
      right(schema, known),
      fc.constantFrom(...hostile),
      fc.nat(1000),
      fc.constantFrom('replace', 'drop', 'add', 'whole'),
    )
    .map(([value, evil, place, how]) => (how === 'whole' && place % 4 === 0 ? evil : spoil(value, evil, place, how)));
}

function spoil(value: unknown, evil: unknown, place: number, how: string): unknown {
  if (value === null || typeof value !== 'object') return evil;
  const entries = Object.entries(value);
  if (how === 'add' || entries.length === 0) {
    if (Array.isArray(value)) return [...value, evil];
    const name = ['extra', 'constructor', 'toString', 'a\u0000b', '\ud800'][place % 5] ?? 'extra';
    return Object.fromEntries([...entries, [name, evil]]);
  }
  const [name = '', inner] = entries[place % entries.length] ?? [];
  const deeper = inner !== null && typeof inner === 'object' && place % 3 > 0;
  const put = deeper ? spoil(inner, evil, Math.floor(place / 3), how) : evil;
  if (Array.isArray(value)) return value.map((each: unknown, index) => (String(index) === name ? put : each));
  return Object.fromEntries(
    entries.flatMap(([key, each]) => {
      if (key !== name) return [[key, each]];
      return how === 'drop' && !deeper ? [] : [[key, put]];
    }),
  );
}
