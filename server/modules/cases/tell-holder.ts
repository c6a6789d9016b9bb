import type { LicenceAct } from '../../../contract/licences.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { getLicenceViews } from '../documents/index.ts';
import { tellPerson } from '../notices/index.ts';
import { everywhere, getCase, getParties } from './case.store.ts';
import { phonesToTell } from './party.rules.ts';

/**
 * Tells the holder that his licence was changed. Who once acted for him in the case has no part in the licence and is
 * told nothing.
 */
export async function tellHolder(
  tx: Tx,
  { caseId, licenceId, act }: { caseId: string; licenceId: string; act: LicenceAct },
  call: Call,
): Promise<void> {
  const theCase = await getCase(tx, call.district, caseId, everywhere);
  const parties = await getParties(tx, call.district, caseId, theCase.key);
  const licence = (await getLicenceViews(tx, call, [caseId])).find((each) => each.licenceId === licenceId);
  if (licence === undefined) throw new Error(`The case ${caseId} has no licence ${licenceId}.`);
  const facts = { title: licence.title, number: licence.number, act };
  for (const phone of phonesToTell(parties.filter(({ role }) => role !== 'agent')))
    await tellPerson(tx, { template: 'licenceChanged', facts, phone, key: theCase.key, subjectId: caseId }, call);
}
