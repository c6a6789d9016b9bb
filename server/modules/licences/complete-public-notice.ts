import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { findEndedNotice, getDocumentViews } from '../documents/index.ts';
import { loadPlaces } from '../places/index.ts';
import { lockLicence } from './licence.store.ts';
import { recordLicenceService } from './record-licence-service.ts';

export interface CompletePublicNotice {
  readonly licenceId: string;
  readonly documentId: string;
}

/** The thirty days of a public notice are over: a decision that was not served otherwise counts as served (CPL 95 by analogy). */
export async function completePublicNotice(
  tx: Tx,
  { licenceId, documentId }: CompletePublicNotice,
  call: Call,
): Promise<void> {
  const places = await loadPlaces(tx, call.district);
  const everyOrgan = places.organs.map(({ id }) => id);
  const licence = await lockLicence(tx, call.district, licenceId, everyOrgan);
  const organ = licence && places.organById(licence.organisationId);
  if (licence === undefined || organ === undefined) return;
  const service = await findEndedNotice(tx, { documentId, key: licence.key }, call);
  const paper = (await getDocumentViews(tx, call.district, licenceId)).find((each) => each.documentId === documentId);
  if (service !== undefined && paper !== undefined)
    await recordLicenceService(tx, { licence, organ, paper, service }, call);
}
