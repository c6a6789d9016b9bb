import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { defineDaily, defineJob } from '../../platform/jobs/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { type ClocksMoved, getRunningClocks, movedJob } from '../deadlines/index.ts';
import { lapseExtensions } from './extension.store.ts';
import { markOverlong } from './procedure.store.ts';
import { saveNoticeDays } from './public-notice.store.ts';

/** A procedure that takes longer than the applicant was told is reported to the organ's head; unanswered requests end. */
const watch = defineDaily('procedures.watch', '00:15', async (tx, _, call) => {
  for (const { id, caseId, ground, expectedDay } of await markOverlong(tx, call.district, {
    today: call.today,
    at: call.now,
  }))
    append(tx, call, {
      subject: { kind: 'case', id: caseId },
      act: 'case.procedureOverlong',
      facts: { procedureId: id, ground, expectedDay },
    });
  for (const { id, caseId } of await lapseExtensions(tx, call.district, call.today))
    append(tx, call, {
      subject: { kind: 'case', id: caseId },
      act: 'case.extensionLapsed',
      facts: { extensionId: id },
    });
});

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

export const proceduresJobs = [watch, defineJob({ kind: movedJob('publicNotice'), run: moveNotices })];
