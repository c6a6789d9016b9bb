import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { defineJob, plan } from '../../platform/jobs/index.ts';
import { append } from '../../platform/ledger/index.ts';
import type { ItemVersion } from '../catalogue/index.ts';
import { endOfDueDay } from '../deadlines/index.ts';
import { type Case, everywhere, lockCase } from './case.store.ts';
import { getMatter } from './matter.store.ts';
import { startDecision } from './start-decision.ts';
import { planTelling } from './tell-applicant.ts';

/** Plans the end of the five days for a round of a case, where its version gives silence that meaning. */
export function planDeemedAcceptance(tx: Tx, call: Call, theCase: Case, version: ItemVersion, runAt: Temporal.Instant): void {
  if (!version.content.deemedAcceptance) return;
  plan(tx, call, { kind: 'cases.deem-accepted', key: `${theCase.id}:${theCase.round}`, payload: { caseId: theCase.id, round: theCase.round }, runAt });
}

/**
 * ALL 32(1)(4): nobody answered within five working days, so the application counts as accepted from the day on
 * which the materials were received; the decision clock has been running since then. Where an answer came, or the
 * calendar moved the day, nothing happens, or it happens on the new day.
 */
export const deemAccepted = defineJob<{ caseId: string; round: number }>({
  kind: 'cases.deem-accepted',
  async run(tx, { caseId, round }, call) {
    const theCase = await lockCase(tx, call.district, caseId, everywhere);
    if (theCase.state !== 'RECEIVED' || theCase.round !== round || theCase.receivedDay === null || theCase.dueDay === null) return;
    const matter = await getMatter(tx, call, theCase);
    const over = endOfDueDay(Temporal.PlainDate.from(theCase.dueDay));
    if (Temporal.Instant.compare(call.now, over) < 0) {
      const key = `${caseId}:${round}:${theCase.dueDay}`;
      plan(tx, call, { kind: 'cases.deem-accepted', key, payload: { caseId, round }, runAt: over });
      return;
    }
    const { after, notice } = await startDecision(
      tx,
      {
        matter,
        acceptedDay: Temporal.PlainDate.from(theCase.receivedDay),
        acceptedBy: null,
        ground: { kind: 'deemed', receivedDay: theCase.receivedDay, noticeLastDay: theCase.dueDay },
      },
      call,
    );
    append(tx, call, {
      subject: { kind: 'case', id: caseId },
      act: 'case.deemedAccepted',
      facts: {
        acceptedDay: theCase.receivedDay,
        noticeLastDay: theCase.dueDay,
        statutoryDueDay: after.statutoryDueDay,
        promisedDueDay: after.promisedDueDay,
        documents: [notice.documentId],
        number: notice.number,
        digest: notice.digest,
      },
    });
    planTelling(tx, call, caseId, { template: 'deemedAccepted', facts: { acceptedDay: theCase.receivedDay, dueDay: after.dueDay ?? '' } });
  },
});
