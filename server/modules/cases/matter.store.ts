import type { Read } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { getItemVersion } from '../catalogue/index.ts';
import { loadPlaces, type Places } from '../places/index.ts';
import { applicantOf, type Case, getParties } from './case.store.ts';
import type { Matter } from './paper.rules.ts';

/** A filed case with version, applicant and its three organs. */
export async function getMatter(read: Read, call: Call, theCase: Case): Promise<Matter> {
  const [version, places, parties] = await Promise.all([
    getItemVersion(read, call.district, theCase.itemVersionId),
    loadPlaces(read, call.district),
    getParties(read, call.district, theCase.id, theCase.key),
  ]);
  return { theCase, version, applicant: applicantOf(parties), ...organsOf(theCase, places) };
}

function organsOf(theCase: Case, places: Places) {
  const acceptingOrgan = places.organById(theCase.acceptingOrganId ?? '');
  const decidingOrgan = places.organById(theCase.decidingOrganId ?? '');
  const center = places.centerById(theCase.intakeCenterId ?? '');
  if (acceptingOrgan === undefined || decidingOrgan === undefined || center === undefined)
    throw new Error('A filed case has its centre and its organs.');
  return { acceptingOrgan, decidingOrgan, center };
}
