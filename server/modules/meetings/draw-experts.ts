import type { Tx } from '../../platform/database/index.ts';
import type { StaffCall } from '../people/index.ts';
import { admitMeeting } from './admit-meeting.ts';
import { draw, seedOf } from './draw.rules.ts';
import { saveCalled, saveDraw } from './expert.store.ts';
import { recordMeeting } from './record-meeting.ts';

/** 随机抽取: the order follows from the seed alone, and anyone can replay it. Refuses draw_done: once is enough. */
export async function drawExperts(
  tx: Tx,
  { meetingId }: { meetingId: string },
  call: StaffCall,
): Promise<{ meetingId: string }> {
  const admitted = await admitMeeting(tx, 'drawExperts', meetingId, call);
  const { panel } = admitted;
  if (panel === undefined) throw new Error('An expert panel has its pool.');
  const seed = seedOf(panel);
  const called = draw(panel.pool, seed)
    .slice(0, panel.count)
    .map((ticket, at) => ({ ticket, place: at + 1 }));
  await saveDraw(tx, call.district, meetingId, { seed, at: call.now });
  await saveCalled(tx, call.district, meetingId, called);
  return recordMeeting(
    tx,
    {
      admitted,
      act: 'case.expertsDrawn',
      facts: { seed, poolDigest: panel.poolDigest, tickets: called.map(({ ticket }) => ticket) },
    },
    call,
  );
}
