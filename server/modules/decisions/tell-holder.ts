import type { LicenceAct } from '../../../contract/licences.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { openJson } from '../../platform/vault/index.ts';
import { findService, printedNumber, type ServiceProof } from '../documents/index.ts';
import { findLicenceTerm, getHolderContact, type HolderContact } from '../licences/index.ts';
import { type Telling, tellPerson } from '../notices/index.ts';

/** What a holder is told: that his licence was changed, that the decision was posted, or that it ends soon and how it is renewed. */
type News =
  | { readonly act: LicenceAct }
  | { readonly serviceId: string }
  | { readonly applyByDay: string; readonly renewal: string };

/** Tells the holder of a licence at the phones that the register has; where it has none, nobody is told. */
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
  for (const phone of contact.phones) await tellPerson(tx, { ...told, phone, key: contact.key } as Telling, call);
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
