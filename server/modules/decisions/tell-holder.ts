import type { LicenceAct } from '../../../contract/licences.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { everywhere, getCase, getParties, phonesToTell, serveNotice } from '../cases/index.ts';
import { getDocumentViews } from '../documents/index.ts';
import { getLicenceViews } from '../licences/index.ts';
import { type Telling, tellPerson } from '../notices/index.ts';

/** What a holder is told: that his licence was changed, or that it ends soon and how it is renewed. */
type Heard = { readonly act: LicenceAct } | { readonly applyByDay: string; readonly renewal: string };

/**
 * Tells the holder of his licence, and serves its decision to the account of who applied online. Who once acted for him in
 * the case has no part in the licence and is told nothing.
 */
export async function tellHolder(
  tx: Tx,
  { caseId, licenceId, ...heard }: { caseId: string; licenceId: string } & Heard,
  call: Call,
): Promise<void> {
  const theCase = await getCase(tx, call.district, caseId, everywhere);
  const parties = await getParties(tx, call.district, caseId, theCase.key);
  const licence = (await getLicenceViews(tx, call, [caseId])).find((each) => each.licenceId === licenceId);
  if (licence === undefined) throw new Error(`The case ${caseId} has no licence ${licenceId}.`);
  if ('act' in heard)
    for (const { kind, served, documentId } of await getDocumentViews(tx, call.district, caseId))
      if (kind === 'licenceDecision' && !served) serveNotice(tx, { theCase, documentId }, call);
  const { title, number, validity } = licence;
  const told: Pick<Telling, 'template' | 'facts'> =
    'act' in heard
      ? { template: 'licenceChanged', facts: { title, number, act: heard.act } }
      : { template: 'licenceEnding', facts: { title, untilDay: validity.untilDay ?? '', ...heard } };
  for (const phone of phonesToTell(parties.filter(({ role }) => role !== 'agent')))
    await tellPerson(tx, { ...told, phone, key: theCase.key, subjectId: caseId } as Telling, call);
}
