import type { Answers } from '../../../contract/form.ts';
import { aboutHolder } from '../../../contract/questions.ts';
import { dayOf } from '../../platform/clock.ts';
import type { Read } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { openJson } from '../../platform/vault/index.ts';
import { getItemVersion, type ItemVersion } from '../catalogue/index.ts';
import { loadPlaces, type Places } from '../places/index.ts';
import type { FilledForm } from './answer.rules.ts';
import { type Case, getParties, type Party } from './case.store.ts';
import type { Matter } from './paper.rules.ts';
import { presentPerson } from './party.rules.ts';

/** A filed case with version, applicant and its three organs. */
export async function getMatter(read: Read, call: Call, theCase: Case): Promise<Matter> {
  return matterOf(read, call, theCase, await getParties(read, call.district, theCase.id, theCase.key));
}

/** The same, of a case whose parties are known. */
export async function matterOf(read: Read, call: Call, theCase: Case, parties: readonly Party[]): Promise<Matter> {
  const [version, places] = await Promise.all([
    getItemVersion(read, call.district, theCase.itemVersionId),
    loadPlaces(read, call.district),
  ]);
  return {
    theCase,
    version,
    parties,
    filled: filledForm(theCase, version, parties, places),
    ...organsOf(theCase, places),
    organName: (organId) => places.organById(organId)?.name.zh ?? '',
  };
}

/**
 * The form as it was filed, with what prints it. Conditions on age and day are those of the day of submission, so that a
 * filed form never changes by itself.
 */
export function filledForm(theCase: Case, version: ItemVersion, parties: readonly Party[], places: Places): FilledForm {
  const person = parties.length === 0 ? undefined : presentPerson(parties);
  const today = dayOf(Temporal.Instant.from(theCase.receivedAt ?? theCase.savedAt)).toString();
  return {
    form: version.content.form,
    answers: openJson<Answers>(theCase.key, theCase.sealedAnswers),
    about: { today, applicant: person?.number == null ? undefined : aboutHolder(person.number, today) },
    placeName: (regionId) => places.spokenName(regionId)?.zh ?? '',
  };
}

/** What was entrusted is accepted and decided by one organ in the name of another, which bears the consequences (ALL 24). */
function organsOf(theCase: Case, places: Places) {
  const acceptingOrgan = places.organById(theCase.acceptingOrganId ?? '');
  const decidingOrgan = places.organById(theCase.decidingOrganId ?? '');
  const center = places.centerById(theCase.intakeCenterId ?? '');
  if (acceptingOrgan === undefined || decidingOrgan === undefined || center === undefined)
    throw new Error('A filed case has its centre and its organs.');
  const entrusting = theCase.issuingOrganId === null ? undefined : places.organById(theCase.issuingOrganId);
  return {
    acceptingOrgan: entrusting ?? acceptingOrgan,
    decidingOrgan,
    issuingOrgan: entrusting ?? decidingOrgan,
    center,
  };
}
