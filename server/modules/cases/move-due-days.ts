import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { append } from '../../platform/ledger/index.ts';
import type { ClocksMoved } from '../deadlines/index.ts';
import { getRunning, lockCases, saveDueDays } from './due-day.store.ts';

/**
 * A holiday notice came late and moved the days of open clocks: the cases' copies follow, and each case says from which
 * day to which it moved. As many statements for a batch as for one case; the ledger rows leave with the commit.
 */
export async function moveDueDays(tx: Tx, { year, moved }: ClocksMoved, call: Call): Promise<void> {
  await lockCases(
    tx,
    call.district,
    moved.map(({ subjectId }) => subjectId),
  );
  const running = await getRunning(tx, call.district, moved);
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
