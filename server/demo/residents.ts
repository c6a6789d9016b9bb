import { maskName } from '../../contract/identifiers.ts';
import type { Assurance } from '../../contract/values.ts';
import { addResident } from '../modules/people/index.ts';
import type { Tx } from '../platform/database/index.ts';
import type { Call } from '../platform/http/call.ts';

/** A well-formed number of 1900, which no living person holds (GB 11643). */
export function sampleNumber(sequence: number): string {
  const body = `43130219000101${String(sequence % 1000).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
  return body + '10X98765432'[sum % 11];
}

/** An old lady and her granddaughter, who acts for her by a mandate. */
export const grandmother = { name: '样例·李奶奶', residentNumber: sampleNumber(2), phone: '13000000001' };
export const granddaughter = { name: '样例·李小妹', residentNumber: sampleNumber(4), phone: '13000000004' };

/** Residents to become: the two whose cards were seen, a shopkeeper who declared himself, and someone new. */
export async function foundResidents(tx: Tx, regionId: string, call: Call): Promise<void> {
  const people: readonly { phone: string; name: string | null; number: string | null; assurance: Assurance }[] = [
    ...[grandmother, granddaughter].map(({ name, residentNumber, phone }) => ({
      phone,
      name,
      number: residentNumber,
      assurance: 'verified' as const,
    })),
    { phone: '13000000002', name: '样例·刘某某', number: sampleNumber(3), assurance: 'declared' },
    { phone: '13000000003', name: null, number: null, assurance: 'none' },
  ];
  for (const { phone, name, number, assurance } of people)
    await addResident(
      tx,
      {
        phone,
        assurance,
        regionId,
        ...(name !== null &&
          number !== null && { identity: { name, residentNumber: number }, maskedName: maskName(name) }),
      },
      call,
    );
}
