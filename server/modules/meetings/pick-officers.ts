import { Refusal } from '../../platform/refusal.ts';
import type { Officer } from './officer.rules.ts';

/**
 * The officers behind ids that somebody gave for an organ. Refuses, at the field, who is no officer of it; officer_barred
 * who may not take part in this case.
 */
export function pickOfficers(
  staffIds: readonly string[],
  officers: readonly Officer[],
  field: string,
): readonly Officer[] {
  return [...new Set(staffIds)].map((staffId, at) => {
    const officer = officers.find((each) => each.staffId === staffId);
    if (officer === undefined)
      throw new Refusal('invalid_input', {}, [{ field: `${field}.${at}`, code: 'not_an_option' }]);
    if (officer.barred !== undefined) throw new Refusal('officer_barred', { did: officer.barred, name: officer.name });
    return officer;
  });
}
