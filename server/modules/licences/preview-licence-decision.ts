import type { Inputs, Replies } from '../../../contract/routes.ts';
import type { Read } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { previewDocument } from '../documents/index.ts';
import type { StaffCall } from '../people/index.ts';
import { loadPlaces } from '../places/index.ts';
import { draftLicenceDecision } from './draft-licence-decision.ts';
import { afterLicenceAct, licenceStateOn, organsInRegister } from './licence.rules.ts';
import { findLicence } from './licence.store.ts';

/** The decision that an act on a licence would issue, without its number. Nothing is done; it is logged as read. */
export async function previewLicenceDecision(
  read: Read,
  { licenceId, act, reason = '', ground, toldDay, how, compensation }: Inputs['GET /licences/:licenceId/preview'],
  call: StaffCall,
): Promise<Replies['GET /licences/:licenceId/preview']> {
  const places = await loadPlaces(read, call.district);
  const licence = await findLicence(read, call.district, licenceId, organsInRegister(call.staff, places));
  if (licence === undefined) throw new Refusal('not_found');
  const state = licenceStateOn(licence, call.today.toString());
  if (afterLicenceAct(act, state) === undefined) throw new Refusal('licence_moved_on', { standing: state });
  // What is not written yet stays visibly open.
  const { organ, content } = await draftLicenceDecision(
    read,
    {
      licence,
      places,
      change: {
        act,
        reason: reason.trim() || '……',
        ...(ground && { ground }),
        ...(toldDay && how && { heard: { toldDay, how } }),
        ...(compensation?.trim() && { compensation: compensation.trim() }),
      },
    },
    call,
  );
  call.effects.log.push({ kind: 'read', subjectId: licenceId, code: 'licence.previewed' });
  const { title, lines } = await previewDocument(read, { content, organ }, call);
  return { kind: content.kind, title, lines, organ: organ.name.zh, day: call.today.toString() };
}
