import { Value } from 'typebox/value';
import { ItemContent } from '../../../contract/item-content.ts';
import type { FieldFault } from '../../../contract/refusals.ts';

/** What a draft may lack and a published version may not: a first entry, a first letter, a number that counts. */
const unfinished = ['minItems', 'minLength', 'minimum', 'pattern', 'format'];

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
  const errors = [...Value.Errors(ItemContent, content)].slice(0, 200) as SchemaError[];
  const of = (which: boolean) =>
    errors.filter(({ keyword }) => unfinished.includes(keyword) === which).flatMap(faultOf);
  return { broken: of(false).slice(0, 20), unfinished: of(true) };
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
