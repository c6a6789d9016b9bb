import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { everywhere, lockCase } from '../cases/index.ts';
import { isLive } from '../tasks/index.ts';
import { endHearing } from './end-hearing.ts';
import { findHearingOfCase } from './hearing.store.ts';
import { planHearingEnd } from './plan-hearing-end.ts';

/**
 * The days to ask for a hearing are over (ALL 47), whoever has its task in hand by now. Repeatable: what was asked for or
 * is over stays as it is; where the calendar moved the last day, it is looked at again after that.
 */
export async function endHearingPeriod(tx: Tx, { caseId }: { caseId: string }, call: Call): Promise<void> {
  const theCase = await lockCase(tx, call.district, caseId, everywhere);
  const hearing = await findHearingOfCase(tx, call.district, caseId);
  if (hearing === undefined || hearing.state !== 'NOTIFIED') return;
  if (call.today.toString() <= hearing.requestLastDay) return planHearingEnd(tx, { caseId, hearing }, call);
  const task = theCase.tasks.find(({ id }) => id === hearing.taskId);
  if (task === undefined || !isLive(task) || task.round !== hearing.taskRound) return;
  await endHearing(tx, { theCase, hearing, state: 'NOT_REQUESTED' }, call);
}
