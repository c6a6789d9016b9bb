import type { LicenceAct } from '../../../contract/licences.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { openJson } from '../../platform/vault/index.ts';
import { everywhere, getCase, getParties, phonesToTell } from '../cases/index.ts';
import { findService, printedNumber, type ServiceProof } from '../documents/index.ts';
import { findLicenceTerm, getHolderContact, type HolderContact } from '../licences/index.ts';
import { type Telling, tellPerson } from '../notices/index.ts';

/** What a holder is told: that his licence was changed, that the decision was posted, or that it ends soon and how it is renewed. */
type News =
  | { readonly act: LicenceAct }
  | { readonly serviceId: string }
  | { readonly applyByDay: string; readonly renewal: string };

/** Tells the holder of a licence at the phones that the register has, else at those of his case; where there are none, nobody is told. */
export async function tellHolder(
  tx: Tx,
  { licenceId, ...news }: { licenceId: string } & News,
  call: Call,
): Promise<void> {
  const [licence, contact] = await Promise.all([
    findLicenceTerm(tx, call.district, licenceId),
    getHolderContact(tx, call.district, licenceId),
  ]);
  if (licence === undefined) return;
  const { title, untilDay } = licence;
  const about = { title, number: printedNumber(licence.printed) ?? '', filed: contact.filed };
  const told = await wordsOf(tx, news, { ...about, untilDay: untilDay ?? '' }, contact, call);
  if (told === undefined) return;
  for (const phone of await phonesOf(tx, contact, call))
    await tellPerson(tx, { ...told, phone, key: contact.key } as Telling, call);
}

async function phonesOf(tx: Tx, { phones, caseId }: HolderContact, call: Call): Promise<readonly string[]> {
  if (phones.length > 0 || caseId === null) return phones;
  const { key } = await getCase(tx, call.district, caseId, everywhere);
  const parties = await getParties(tx, call.district, caseId, key);
  // Who acted for him in the case has no part in the licence.
  return phonesToTell(parties.filter(({ role }) => role !== 'agent'));
}

async function wordsOf(
  tx: Tx,
  news: News,
  { untilDay, ...about }: { title: string; number: string; filed: 'online' | 'otherwise'; untilDay: string },
  { key }: HolderContact,
  call: Call,
): Promise<Pick<Telling, 'template' | 'facts'> | undefined> {
  if ('act' in news) return { template: 'licenceChanged', facts: { ...about, act: news.act } };
  if ('renewal' in news) return { template: 'licenceEnding', facts: { ...about, ...news, untilDay } };
  const service = await findService(tx, call.district, news.serviceId);
  if (service === undefined || service.sealedProof === null) return undefined;
  const { post } = openJson<ServiceProof>(key, service.sealedProof);
  return post === null
    ? undefined
    : { template: 'licencePosted', facts: { ...about, decision: service.title, ...post } };
}
