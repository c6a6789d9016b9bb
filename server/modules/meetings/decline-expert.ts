import type { Inputs } from '../../../contract/routes.ts';
import type { Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { seal } from '../../platform/vault/index.ts';
import type { StaffCall } from '../people/index.ts';
import { admitMeeting } from './admit-meeting.ts';
import { draw } from './draw.rules.ts';
import { saveCalled, saveDecline } from './expert.store.ts';
import { recordMeeting } from './record-meeting.ts';

/**
 * An expert who was drawn cannot come, or says himself that he must not 回避; the next in the order of the same draw is
 * called. Where nobody is left the panel has to be arranged anew.
 */
export async function declineExpert(
  tx: Tx,
  { meetingId, expertId, ground, reason }: Inputs['POST /meetings/:meetingId/decline-expert'],
  call: StaffCall,
): Promise<{ meetingId: string }> {
  const admitted = await admitMeeting(tx, 'declineExpert', meetingId, call);
  const { theCase, panel } = admitted;
  const pool = panel?.pool ?? [];
  const expert = pool.find((each) => each.expertId === expertId && each.place !== null && each.declined === null);
  if (expert === undefined) throw new Refusal('invalid_input', {}, [{ field: 'expertId', code: 'not_an_option' }]);
  await saveDecline(tx, call.district, meetingId, {
    expertId,
    declined: ground,
    sealedReason: seal(theCase.key, reason),
  });
  const last = Math.max(...pool.map(({ place }) => place ?? 0));
  const next = draw(pool, panel?.seed ?? '')[last];
  if (next !== undefined) await saveCalled(tx, call.district, meetingId, [{ ticket: next, place: last + 1 }]);
  return recordMeeting(
    tx,
    { admitted, act: 'case.expertDeclined', facts: { ticket: expert.ticket, ground, next: next ?? null } },
    call,
  );
}
