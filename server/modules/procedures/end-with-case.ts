import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { append } from '../../platform/ledger/index.ts';
import { type CaseEnded, everywhere, lockCase, saveAwaitedHead } from '../cases/index.ts';
import { addFactToClocks } from '../deadlines/index.ts';
import { lapseExtensionsOf } from './extension.store.ts';
import { getProcedures, saveProcedureEnd } from './procedure.store.ts';
import { getNotices, saveNoticeEnd } from './public-notice.store.ts';

/**
 * The case ended, or its acceptance was taken back: its notices close and take no objection any more, its special procedures
 * end, and nobody answers a request for more time. What a new acceptance began since then stays.
 */
export async function endWithCase(tx: Tx, { caseId, endedAt }: CaseEnded, call: Call): Promise<void> {
  const theCase = await lockCase(tx, call.district, caseId, everywhere);
  const { key } = theCase;
  const subject = { kind: 'case', id: caseId };
  const until = Temporal.Instant.from(endedAt);
  const [notices, procedures] = await Promise.all([
    getNotices(tx, call.district, caseId, key),
    getProcedures(tx, call.district, caseId, key),
  ]);
  const open = notices.filter(
    ({ closedAt, postedAt }) =>
      closedAt === null && Temporal.Instant.compare(Temporal.Instant.from(postedAt), until) <= 0,
  );
  const subjects = open.map(({ id }) => ({ kind: 'publicNotice', id }));
  await addFactToClocks(tx, call.district, { subjects }, { kind: 'stop', day: call.today, at: call.now });
  for (const { id, taskId } of open) {
    await saveNoticeEnd(tx, call.district, key, {
      id,
      at: call.now,
      by: null,
      conclusion: '办件已经结束，公示随之终止。',
    });
    append(tx, call, { subject, act: 'case.noticeClosed', facts: { noticeId: id, taskId, because: 'caseEnded' } });
  }
  for (const { id, ground, endedDay } of procedures)
    if (endedDay === null && id !== theCase.procedureId) {
      await saveProcedureEnd(tx, call.district, key, {
        ...{ id, endedDay: call.today, endedBy: null, result: '办件已经结束，程序随之终止。' },
      });
      append(tx, call, { subject, act: 'case.procedureDropped', facts: { procedureId: id, ground } });
    }
  const lapsed = await lapseExtensionsOf(tx, call.district, { caseId, until });
  if (lapsed.length > 0) await saveAwaitedHead(tx, call.district, [caseId], null);
  for (const extensionId of lapsed) append(tx, call, { subject, act: 'case.extensionLapsed', facts: { extensionId } });
}
