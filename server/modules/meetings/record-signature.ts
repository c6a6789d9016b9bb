import type { Inputs } from '../../../contract/routes.ts';
import type { Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { seal } from '../../platform/vault/index.ts';
import type { StaffCall } from '../people/index.ts';
import { admitMeeting } from './admit-meeting.ts';
import { saveGuestSignature } from './meeting.store.ts';
import { recordMeeting } from './record-meeting.ts';

/** The record is given to who took part, who signs it, or refuses to with a reason (ALL 48(5)). */
export async function recordSignature(
  tx: Tx,
  { meetingId, guestId, signature, note }: Inputs['POST /meetings/:meetingId/record-signature'],
  call: StaffCall,
): Promise<{ meetingId: string }> {
  const admitted = await admitMeeting(tx, 'recordSignature', meetingId, call);
  const { theCase, meeting } = admitted;
  const fault = (field: string, code: string) => new Refusal('invalid_input', {}, [{ field, code }]);
  if (!meeting.guests.some(({ id }) => id === guestId)) throw fault('guestId', 'not_an_option');
  if (signature === 'REFUSED' && (note ?? '').trim() === '') throw fault('note', 'required');
  await saveGuestSignature(tx, call.district, {
    id: guestId,
    signature,
    sealedNote: note === undefined ? null : seal(theCase.key, note),
    at: call.now,
  });
  return recordMeeting(tx, { admitted, act: 'case.recordSigned', facts: { signature } }, call);
}
