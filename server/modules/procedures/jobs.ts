import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { defineDaily, defineJob } from '../../platform/jobs/index.ts';
import { caseEndedJob } from '../cases/index.ts';
import { type ClocksMoved, getRunningClocks, movedJob } from '../deadlines/index.ts';
import { endWithCase } from './end-with-case.ts';
import { saveNoticeDays } from './public-notice.store.ts';
import { watchProcedures } from './watch-procedures.ts';

const watch = defineDaily('procedures.watch', '00:15', (tx, { day }, call) => watchProcedures(tx, { day }, call));

/** The last days of open notices follow a holiday notice that came late. */
async function moveNotices(tx: Tx, { moved }: ClocksMoved, call: Call): Promise<void> {
  const running = await getRunningClocks(
    tx,
    call.district,
    moved.map(({ clockId }) => clockId),
  );
  await saveNoticeDays(
    tx,
    call.district,
    moved.flatMap(({ clockId, subjectId }) => {
      const clock = running.get(clockId);
      return clock === undefined
        ? []
        : [{ noticeId: subjectId, untilDay: clock.dueDay, provisional: clock.provisional }];
    }),
  );
}

export const proceduresJobs = [
  watch,
  defineJob({ kind: 'procedures.watch-on', run: watchProcedures }),
  defineJob({ kind: movedJob('publicNotice'), run: moveNotices }),
  defineJob({ kind: caseEndedJob('procedures'), run: endWithCase }),
];
