import { Refusal } from '../../platform/refusal.ts';

/** So many letters of what was demanded are kept. */
const mostKept = 200;

/**
 * The guide binds: somebody demanded or took in what the version does not list for this situation. The attempt is
 * counted under the case, or under the item where there is no case yet.
 */
export function beyondGuide(subjectId: string, keys: readonly string[]): Refusal {
  return new Refusal(
    'material_unknown',
    {},
    keys.map((field) => ({ field, code: 'unknown_field' })),
    { subjectId, detail: keys.join(' ').slice(0, mostKept) },
  );
}
