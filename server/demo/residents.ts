import { maskName } from '../../contract/identifiers.ts';
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

/** Residents to become: an old lady whose card was seen, a shopkeeper who declared himself, and someone new. */
export async function foundResidents(tx: Tx, regionId: string, call: Call): Promise<void> {
  const people = [
    { phone: '13000000001', name: '样例·李奶奶', number: sampleNumber(2), assurance: 'verified' },
    { phone: '13000000002', name: '样例·刘某某', number: sampleNumber(3), assurance: 'declared' },
    { phone: '13000000003', name: null, number: null, assurance: 'none' },
  ] as const;
  for (const { phone, name, number, assurance } of people)
    await addResident(
      tx,
      {
        phone,
        assurance,
        regionId,
        ...(name !== null && { identity: { name, residentNumber: number }, maskedName: maskName(name) }),
      },
      call,
    );
}
