import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import type { ClocksMoved } from '../deadlines/index.ts';
import { getRunning, lockCasesOfTasks, saveTaskDueDays } from './due-day.store.ts';

/** The units' own limits follow a late holiday notice; the case's story tells of its one date alone. */
export async function moveTaskDueDays(tx: Tx, { moved }: ClocksMoved, call: Call): Promise<void> {
  await lockCasesOfTasks(
    tx,
    call.district,
    moved.map(({ subjectId }) => subjectId),
  );
  const running = await getRunning(tx, call.district, moved);
  await saveTaskDueDays(
    tx,
    call.district,
    running.map(({ subjectId, clock }) => ({ taskId: subjectId, clock })),
  );
}
