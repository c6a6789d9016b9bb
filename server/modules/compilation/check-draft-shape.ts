import { Compile } from 'typebox/compile';
import { ItemContent } from '../../../contract/item-content.ts';
import type { FieldFault } from '../../../contract/refusals.ts';

/** What a draft may lack and a published version may not: a first entry, a first letter, a number that counts. */
const unfinished = ['minItems', 'minLength', 'minimum', 'pattern', 'format'];

/** A schema that asks for what any rule must be able to read, and for nothing that a draft may lack. */
function relaxed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(relaxed);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).flatMap(([keyword, inner]) => {
      // Under `properties` stand names of ours, which may be called like a keyword.
      if (keyword === 'properties')
        return [[keyword, Object.fromEntries(Object.entries(inner).map(([name, each]) => [name, relaxed(each)]))]];
      return unfinished.includes(keyword) ? [] : [[keyword, relaxed(inner)]];
    }),
  );
}

const whole = Compile(ItemContent);
const readable = Compile(relaxed(ItemContent) as typeof ItemContent);

interface SchemaError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/**
 * What of a content has not the shape of an item, each with its place. `broken`: no rule could read it, so that it is not
 * even saved; `unfinished`: it may stand in a draft and not in a published version.
 */
export function checkDraftShape(content: unknown): { broken: FieldFault[]; unfinished: FieldFault[] } {
  if (whole.Check(content)) return { broken: [], unfinished: [] };
  const faults = (check: typeof whole) => ([...check.Errors(content)] as SchemaError[]).flatMap(faultOf);
  return readable.Check(content)
    ? { broken: [], unfinished: faults(whole) }
    : { broken: faults(readable).slice(0, 20), unfinished: faults(whole) };
}

function faultOf({ keyword, instancePath, params }: SchemaError): FieldFault[] {
  const field = ['content', ...instancePath.split('/').slice(1)].join('.');
  if (keyword === 'required')
    return (params['requiredProperties'] as string[]).map((name) => ({ field: `${field}.${name}`, code: 'required' }));
  if (keyword === 'minItems' || keyword === 'minLength') return [{ field, code: 'required' }];
  if (keyword === 'maxLength') return [{ field, code: 'too_long', facts: { max: Number(params['limit']) } }];
  if (keyword === 'minimum') return [{ field, code: 'too_small', facts: { min: Number(params['limit']) } }];
  if (keyword === 'maximum') return [{ field, code: 'too_big', facts: { max: Number(params['limit']) } }];
  if (keyword === 'enum') return [{ field, code: 'not_an_option' }];
  return [{ field, code: 'format' }];
}
