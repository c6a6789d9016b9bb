import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { append } from '../../platform/ledger/index.ts';
import { type ClocksMoved, type ClockView, getRunningClocks } from '../deadlines/index.ts';
import { lockCases, lockCasesOfTasks, saveDueDays, saveTaskDueDays } from './due-day.store.ts';

/**
 * A holiday notice came late and moved the days of open clocks: the cases' copies follow, and each case says from which
 * day to which it moved. As many statements for a batch as for one case; the ledger rows leave with the commit.
 */
export async function moveDueDays(tx: Tx, { year, moved }: ClocksMoved, call: Call): Promise<void> {
  await lockCases(tx, call.district, subjectsOf(moved));
  const running = await runningOf(tx, moved, call);
  const cases = await saveDueDays(
    tx,
    call.district,
    running.map(({ subjectId, clock }) => ({ caseId: subjectId, clock })),
  );
  for (const { id, wasDueDay, dueDay } of cases)
    append(tx, call, {
      subject: { kind: 'case', id },
      act: 'case.dueDayMoved',
      facts: { fromDay: wasDueDay, toDay: dueDay, year },
    });
}

/** The same for the units' own limits; the case's story tells of its one date alone. */
export async function moveTaskDueDays(tx: Tx, { moved }: ClocksMoved, call: Call): Promise<void> {
  await lockCasesOfTasks(tx, call.district, subjectsOf(moved));
  const running = await runningOf(tx, moved, call);
  await saveTaskDueDays(
    tx,
    call.district,
    running.map(({ subjectId, clock }) => ({ taskId: subjectId, clock })),
  );
}

const subjectsOf = (moved: ClocksMoved['moved']) => moved.map(({ subjectId }) => subjectId);

/** The clocks as they stand under the lock: one that was stopped meanwhile has no say any more. */
async function runningOf(
  tx: Tx,
  moved: ClocksMoved['moved'],
  call: Call,
): Promise<{ subjectId: string; clock: ClockView }[]> {
  const running = await getRunningClocks(
    tx,
    call.district,
    moved.map(({ clockId }) => clockId),
  );
  return moved.flatMap(({ clockId, subjectId }) => {
    const clock = running.get(clockId);
    return clock === undefined ? [] : [{ subjectId, clock }];
  });
}
