import { startOfDay } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { newId } from '../../platform/ids.ts';
import { openText } from '../../platform/vault/index.ts';
import { processOf } from '../catalogue/index.ts';
import { licensingLimits, startClocks } from '../deadlines/index.ts';
import { type IssuedDocument, issueDocument } from '../documents/index.ts';
import { openRun } from '../tasks/index.ts';
import { advanceCase } from './advance-case.ts';
import type { Case } from './case.store.ts';
import { organOfTask } from './lead.rules.ts';
import { acceptanceNotice, type Matter } from './paper.rules.ts';

export type AcceptanceFacts = ReturnType<typeof acceptanceFacts>;

/** What the ledger says of an acceptance, by whom or what ever. */
function acceptanceFacts(
  { acceptedDay, statutoryDueDay, promisedDueDay, tasks }: Case,
  { documentId, number, digest }: IssuedDocument,
) {
  return {
    ...{ acceptedDay, statutoryDueDay, promisedDueDay },
    documents: [documentId],
    number,
    digest,
    tasks: tasks.map(({ id }) => id),
    organs: tasks.map(({ organisationId }) => organisationId),
  };
}

/**
 * What acceptance brings, by a clerk or by law: the check ends, the statutory and the promised clock start on the day
 * of acceptance, the department's tasks open, the notice with both days is issued. `facts` are what the ledger says of every
 * acceptance: from the tasks and their organs a run begins when the case is replayed.
 */
export async function startDecision(
  tx: Tx,
  {
    matter,
    acceptedDay,
    acceptedBy,
    ground,
  }: {
    matter: Matter;
    acceptedDay: Temporal.PlainDate;
    acceptedBy: string | null;
    ground: Parameters<typeof acceptanceNotice>[1]['ground'];
  },
  call: Call,
): Promise<{ after: Case; notice: IssuedDocument; facts: AcceptanceFacts }> {
  const { theCase, version, acceptingOrgan } = matter;
  const subject = { kind: 'case', id: theCase.id };
  const { statutoryLimit, promisedLimit } = version.content;
  const run = openRun(processOf(version), { organOf: (task) => organOfTask(task, matter), newId });
  // By law the clock has run since the papers came.
  const at = ground.kind === 'deemed' ? startOfDay(acceptedDay) : call.now;
  const limits = { ...(statutoryLimit && { statutory: statutoryLimit }), promised: promisedLimit };
  const purposes = [
    { purpose: 'decision', limits },
    // where an upper organ decides, the first review here has a limit of its own (ALL 43).
    ...(processOf(version).reportUp === undefined
      ? []
      : [{ purpose: 'firstReview', limits: { statutory: licensingLimits.firstReview } }]),
  ];
  const [clock] = await startClocks(
    tx,
    call.district,
    purposes.map((each) => ({ ...each, subject, startDay: acceptedDay, at })),
  );
  if (clock === undefined) throw new Error('An accepted case has its decision clock.');
  const accepted: Case = {
    ...theCase,
    answerLastDay: theCase.dueDay,
    acceptedAt: call.now.toString(),
    acceptedDay: acceptedDay.toString(),
    acceptedBy,
    deemedAccepted: ground.kind === 'deemed',
    duePurpose: 'decision',
    dueDay: clock.dueDay,
    dueProvisional: clock.provisional,
    statutoryDueDay: clock.statutoryDueDay ?? null,
    promisedDueDay: clock.promisedDueDay ?? null,
  };
  // Neither waits for the other's rows, so both travel together.
  const [after, notice] = await Promise.all([
    advanceCase(tx, { theCase: accepted, version, run, ends: ['answer'] }, call),
    issueDocument(
      tx,
      {
        organ: acceptingOrgan,
        subject,
        key: theCase.key,
        maskedHolder: theCase.maskedApplicant,
        content: acceptanceNotice(matter, {
          acceptedDay: acceptedDay.toString(),
          queryCode: theCase.sealedQueryCode === null ? '' : openText(theCase.key, theCase.sealedQueryCode),
          ground,
          statutoryDueDay: accepted.statutoryDueDay,
          promisedDueDay: accepted.promisedDueDay,
          provisional: clock.provisional,
        }),
      },
      call,
    ),
  ]);
  return { after, notice, facts: acceptanceFacts(after, notice) };
}
