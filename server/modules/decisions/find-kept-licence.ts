import type { Read } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import type { KeptLicence, Matter } from '../cases/index.ts';
import { handlingOf, termAfter } from '../cases/index.ts';
import { printedNumber } from '../documents/index.ts';
import { findCertificate, findLicenceTerm } from '../licences/index.ts';
import { findCaseLicence } from './case-licence.store.ts';

/** The licence that a grant would renew or change, with its new term; nothing where it would give a new one. */
export async function findKeptLicence(
  read: Read,
  { theCase, version }: Pick<Matter, 'theCase' | 'version'>,
  decidedDay: Temporal.PlainDate,
  call: Call,
): Promise<KeptLicence | undefined> {
  const handling = handlingOf(version.profile, version.content);
  if (handling === undefined) return undefined;
  const of = await findCaseLicence(read, call.district, theCase.id);
  const licence = of && (await findLicenceTerm(read, call.district, of.licenceId));
  const certificate = licence && (await findCertificate(read, call.district, licence.documentId));
  if (licence === undefined || certificate === undefined) return undefined;
  const months = version.content.result.validity?.months ?? null;
  return {
    handling,
    licence,
    number: printedNumber(licence.printed) ?? '',
    certificate,
    term: termAfter(handling, { before: licence.untilDay, months, decidedDay }),
  };
}
