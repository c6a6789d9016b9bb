import { checkResidentId, checkUscc, maskHolder } from '../../../contract/identifiers.ts';
import type { FieldFault } from '../../../contract/refusals.ts';
import { tidy } from '../../../contract/typing.ts';

/** Whom a record is of: a person by the identity number, a firm by its credit code. */
export interface CreditSubject {
  readonly name: string;
  readonly number: string;
}

/** Subject as it is kept, or what is wrong with it, at its field. */
export function readSubject(
  typed: CreditSubject,
  today: string,
): { readonly subject: CreditSubject; readonly masked: string } | { readonly faults: FieldFault[] } {
  const name = tidy(typed.name).trim().replace(/\s+/g, ' ');
  const number = typed.number.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  const person = checkResidentId(number, today);
  const firm = checkUscc(number);
  const faults: FieldFault[] = [
    ...(name === '' ? [{ field: 'name', code: 'required' }] : []),
    ...(person.ok || firm.ok ? [] : [{ field: 'number', code: 'number_of_nobody' }]),
  ];
  if (faults.length > 0) return { faults };
  return { subject: { name, number }, masked: maskHolder({ name, kind: firm.ok && !person.ok ? 'firm' : 'person' }) };
}

/**
 * Whether bad credit shuts tolerated acceptance and commitments on a day (国办发〔2020〕42号): from the day of the record,
 * until the day on which it was repaired.
 */
export function shuts(
  { fromDay, repairedDay }: { fromDay: string; repairedDay: string | null },
  today: string,
): boolean {
  return fromDay <= today && (repairedDay === null || today < repairedDay);
}
