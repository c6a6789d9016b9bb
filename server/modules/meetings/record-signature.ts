import type { Inputs } from '../../../contract/routes.ts';
import type { Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { seal } from '../../platform/vault/index.ts';
import { getStaffNames, type StaffCall } from '../people/index.ts';
import { type AdmittedMeeting, admitMeeting } from './admit-meeting.ts';
import { barOf, isOnSite, objectionToSigning } from './meeting.rules.ts';
import { saveGuestSignature } from './meeting.store.ts';
import { recordMeeting } from './record-meeting.ts';
import { takeSignature } from './take-signature.ts';

type Input = Inputs['POST /meetings/:meetingId/record-signature'];

const fault = (field: string, code: string) => new Refusal('invalid_input', {}, [{ field, code }]);

/**
 * The record is given to a guest who took part, who signs it, or refuses to with a reason (ALL 48(5)); or an officer who
 * was on site and cannot sign here has signed the paper original (ALL 34): the note says why, and where it is kept. Refuses
 * for him what would stand against his signing himself, officer_barred among it.
 */
export async function recordSignature(tx: Tx, input: Input, call: StaffCall): Promise<{ meetingId: string }> {
  const { meetingId, guestId, staffId, signature, note } = input;
  const admitted = await admitMeeting(tx, 'recordSignature', meetingId, call);
  if (staffId !== undefined) return recordOnPaper(tx, { admitted, input: { ...input, staffId } }, call);
  const { theCase, meeting } = admitted;
  if (meeting.leadOrganId !== call.staff.post?.organId) throw fault('guestId', 'not_an_option');
  const guest = meeting.guests.find(({ id }) => id === guestId);
  if (guest === undefined) throw fault('guestId', guestId === undefined ? 'required' : 'not_an_option');
  if (signature === 'REFUSED' && (note ?? '').trim() === '') throw fault('note', 'required');
  await saveGuestSignature(tx, call.district, {
    id: guest.id,
    signature,
    sealedNote: note === undefined ? null : seal(theCase.key, note),
    at: call.now,
  });
  return recordMeeting(tx, { admitted, act: 'case.recordSigned', facts: { signature } }, call);
}

async function recordOnPaper(
  tx: Tx,
  { admitted, input }: { admitted: AdmittedMeeting; input: Input & { staffId: string } },
  call: StaffCall,
): Promise<{ meetingId: string }> {
  const { theCase, meeting, facts } = admitted;
  const { staffId, signature, note = '' } = input;
  const officer = meeting.officers.find((each) => each.staffId === staffId && each.attended === true);
  // Who can record it can sign for himself.
  // An organ answers for its own officers alone.
  const isOwn = officer?.organId === call.staff.post?.organId;
  if (officer === undefined || !isOwn || !isOnSite(meeting.kind) || staffId === call.staff.id)
    throw fault('staffId', 'not_an_option');
  if (signature !== 'SIGNED') throw fault('signature', 'not_an_option');
  if (note.trim() === '') throw fault('note', 'required');
  const bar = barOf(theCase, staffId, meeting.kind);
  if (bar !== undefined) {
    const names = await getStaffNames(tx, call.district, [staffId]);
    throw new Refusal('officer_barred', { did: bar, name: names.get(staffId) ?? '' });
  }
  const { organId } = officer;
  const objection = objectionToSigning(facts, { id: staffId, organId });
  if (objection !== undefined) throw new Refusal(objection.code, objection.facts);
  const reference = recordMeeting(
    tx,
    { admitted, act: 'case.recordSigned', facts: { signature, officerId: staffId } },
    call,
  );
  await takeSignature(tx, { admitted, signer: { staffId, organId, sealedNote: seal(theCase.key, note) } }, call);
  return reference;
}
