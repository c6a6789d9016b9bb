import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { append } from '../../platform/ledger/index.ts';
import { getItemVersion, processOf } from '../catalogue/index.ts';
import { fallSilent, isOpinion, type Run } from '../tasks/index.ts';
import { advanceCase } from './advance-case.ts';
import { everywhere, lockCase } from './case.store.ts';
import { runOf } from './viewer.rules.ts';

/**
 * What becomes of tasks whose limit passed without a word (domain §4.1): where the item's rule says so, the silent unit
 * counts as agreeing and is named; every other is reported to the head of its organ and to supervision, and stays its own.
 * So is a file that nobody signed for in time (签收, domain §3.2). What stands still, or lies with the upper organ, is not late.
 */
export async function reportSilence(tx: Tx, { caseId }: { caseId: string }, call: Call): Promise<void> {
  const theCase = await lockCase(tx, call.district, caseId, everywhere);
  if (theCase.state === 'SPECIAL_PROCEDURE' || theCase.state === 'REPORTED_UP') return;
  const version = await getItemVersion(tx, call.district, theCase.itemVersionId);
  const today = call.today.toString();
  const ownDay = theCase.duePurpose === 'decision' ? theCase.dueDay : null;
  const late = theCase.tasks.filter(({ state, dueDay, escalatedAt }) => {
    const day = dueDay ?? ownDay;
    const isLive = state === 'open' || state === 'signedFor' || state === 'returned';
    return isLive && escalatedAt === null && day !== null && day < today;
  });
  const unsigned = theCase.tasks.filter(
    (task) =>
      task.state === 'open' &&
      task.signDueDay !== null &&
      task.signDueDay < today &&
      task.signReportedAt === null &&
      !late.includes(task),
  );
  if (late.length === 0 && unsigned.length === 0) return;
  const agreeing = new Set(
    processOf(version).stages.flatMap(({ tasks }) =>
      tasks.flatMap(({ key, silence }) => (silence === undefined ? [] : [key])),
    ),
  );
  // Who gave a task back has not been silent, a signer added later is bound by no rule of the item, nobody decides by silence,
  // and no veto is taken back by it.
  const silent = late.filter(
    ({ key, kind, state, originId, opinion }) =>
      agreeing.has(key) && isOpinion(kind) && state !== 'returned' && originId === null && opinion !== 'veto',
  );
  const reported = late.filter((task) => !silent.includes(task));
  const run: Run = fallSilent(
    runOf(theCase, version),
    silent.map(({ id }) => id),
  );
  await advanceCase(
    tx,
    { theCase, version, run, reported: reported.map(({ id }) => id), signReported: unsigned.map(({ id }) => id) },
    call,
  );
  const subject = { kind: 'case', id: caseId };
  if (late.length > 0)
    append(tx, call, {
      subject,
      act: 'case.tasksLate',
      facts: {
        silent: silent.length,
        reported: reported.length,
        silentTasks: silent.map(({ id }) => id),
        reportedTasks: reported.map(({ id }) => id),
        silentOrgans: silent.map(({ organisationId }) => organisationId),
        reportedOrgans: reported.map(({ organisationId }) => organisationId),
      },
    });
  if (unsigned.length > 0)
    append(tx, call, {
      subject,
      act: 'case.signingLate',
      facts: { tasks: unsigned.map(({ id }) => id), organs: unsigned.map(({ organisationId }) => organisationId) },
    });
}
