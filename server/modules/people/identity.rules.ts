import { checkMobile, checkResidentId } from '../../../contract/identifiers.ts';
import { tidy } from '../../../contract/typing.ts';
import { Refusal } from '../../platform/refusal.ts';

/** Who a person is by his card. */
export interface Identity {
  readonly name: string;
  readonly residentNumber: string;
}

/** An identity number to look for or compare, however it was typed: full-width digits and x, gaps, a small x. */
export function tidyNumber(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
}

/** Name and number as they are kept; refuses, at the field, a number that cannot be (GB 11643). */
export function readIdentity(input: { name: string; residentNumber: string }, today: Temporal.PlainDate): Identity {
  const name = input.name.trim().replace(/\s+/g, ' ');
  const residentNumber = input.residentNumber.trim();
  const checked = checkResidentId(residentNumber, today.toString());
  const faults = [
    ...(name === '' ? [{ field: 'name', code: 'required' }] : []),
    ...(checked.ok ? [] : [{ field: 'residentNumber', code: `id_${checked.reason}` }]),
  ];
  if (faults.length > 0) throw new Refusal('invalid_input', {}, faults);
  return { name: tidy(name), residentNumber };
}

/** Whether two names are one, however they were typed: gaps, full-width letters, and the many dots between parts of a name. */
export function sameName(one: string, other: string): boolean {
  const plain = (name: string) =>
    name
      .normalize('NFKC')
      .replace(/\s/g, '')
      .replace(/[•・‧∙⋅.]/g, '·')
      .toLowerCase();
  return plain(one) === plain(other);
}

/** Refuses, at `name`, a name that is not the one known for the number: whoever holds the card reads it there. */
export function assertKnownName(known: Identity | undefined, typed: Identity): void {
  if (known !== undefined && !sameName(known.name, typed.name))
    throw new Refusal('invalid_input', {}, [{ field: 'name', code: 'not_the_known_name' }]);
}

/** A mobile number as we keep it; refuses, at the field, what is none. */
export function readPhone(text: string): string {
  const phone = tidy(text).replace(/[\s-]/g, '');
  if (!checkMobile(phone).ok) throw new Refusal('invalid_input', {}, [{ field: 'phone', code: 'phone' }]);
  return phone;
}
