import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { plan } from '../../platform/jobs/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { everywhere, getMatter, lockCase, planTelling, serveNotice, startDecision } from '../cases/index.ts';
import { endOfDueDay } from '../deadlines/index.ts';

/**
 * ALL 32(1)(4): nobody answered within five working days, so the application counts as accepted from the day on
 * which the materials were received; the decision clock has been running since then. Where an answer came, or the
 * calendar moved the day, nothing happens, or it happens on the new day.
 */
export async function deemAccepted(
  tx: Tx,
  { caseId, round }: { caseId: string; round: number },
  call: Call,
): Promise<void> {
  const theCase = await lockCase(tx, call.district, caseId, everywhere);
  if (
    theCase.state !== 'RECEIVED' ||
    theCase.round !== round ||
    theCase.receivedDay === null ||
    theCase.dueDay === null
  )
    return;
  const matter = await getMatter(tx, call, theCase);
  if (!matter.version.content.deemedAcceptance) return;
  const over = endOfDueDay(Temporal.PlainDate.from(theCase.dueDay));
  if (Temporal.Instant.compare(call.now, over) < 0) {
    const key = `${caseId}:${round}:${theCase.dueDay}`;
    plan(tx, call, { kind: 'cases.deem-accepted', key, payload: { caseId, round }, runAt: over });
    return;
  }
  const { after, notice, facts } = await startDecision(
    tx,
    {
      matter,
      acceptedDay: Temporal.PlainDate.from(theCase.receivedDay),
      acceptedBy: null,
      ground: { kind: 'deemed', receivedDay: theCase.receivedDay, noticeLastDay: theCase.dueDay },
    },
    call,
  );
  serveNotice(tx, { theCase, documentId: notice.documentId }, call);
  append(tx, call, {
    subject: { kind: 'case', id: caseId },
    act: 'case.deemedAccepted',
    facts: { ...facts, noticeLastDay: theCase.dueDay },
  });
  planTelling(tx, call, caseId, {
    template: 'deemedAccepted',
    facts: { acceptedDay: theCase.receivedDay, dueDay: after.dueDay ?? '' },
  });
}
