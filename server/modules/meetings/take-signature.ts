import type { Tx } from '../../platform/database/index.ts';
import type { StaffCall } from '../people/index.ts';
import type { AdmittedMeeting } from './admit-meeting.ts';
import { concludeMeeting } from './conclude-meeting.ts';
import { isSignedByAll, isSignedByOrgan } from './meeting.rules.ts';
import { saveOfficerSignature, saveSignature } from './meeting.store.ts';

/**
 * Writes the signature of an officer; where it is the last that his organ owes, his organ has signed. The last organ
 * concludes: two that sign at once come one after the other under the lock of the case, so that it is concluded once.
 */
export async function takeSignature(
  tx: Tx,
  {
    admitted,
    signer,
  }: {
    admitted: AdmittedMeeting;
    /** With a note: he signed the paper original, and the caller records it. */
    signer: { staffId: string; organId: string; sealedNote: Buffer | null };
  },
  call: StaffCall,
): Promise<void> {
  const { meeting, facts } = admitted;
  const { staffId, organId, sealedNote } = signer;
  await saveOfficerSignature(tx, call.district, meeting.id, {
    ...{ staffId, sealedNote, by: call.staff.id, at: call.now },
  });
  if (!isSignedByOrgan(facts, { id: staffId, organId })) return;
  await saveSignature(tx, call.district, { meetingId: meeting.id, organId, by: staffId, at: call.now });
  if (isSignedByAll(facts.organs, organId)) await concludeMeeting(tx, admitted, call);
}
