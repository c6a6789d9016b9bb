import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { append } from '../../platform/ledger/index.ts';
import { endCase, everywhere, getDefects, getMatter, lockCase, planTelling, serveNotice } from '../cases/index.ts';
import { addWorkingDays, licensingLimits, loadCalendar } from '../deadlines/index.ts';
import { getDocumentViews, issueDocument } from '../documents/index.ts';
import { deemedWithdrawalNotice } from './ending-paper.rules.ts';
import { planDeemedWithdrawal } from './plan-deemed-withdrawal.ts';
import { getOriginals, getReturned } from './returned-material.queries.ts';

/**
 * 视为撤回: the day of the correction is over. Only where a local rule says so does the application count as withdrawn;
 * without one the law ends nothing, so the case waits on, its applicant is reminded once and it stands among what is
 * overdue at the window. Where the corrections came, or the day moved, nothing happens.
 *
 * A letter counts on the day on which it arrived, and is entered on a later one (ALL 29). So the ending waits for as long
 * as the window may take over what it received, five working days (ALL 32(1)(4)), and is never undone: an ended case has
 * lost its mandates and its originals went back. What came after the last day is refused meanwhile (correction_over).
 */
export async function deemWithdrawn(
  tx: Tx,
  { caseId, round }: { caseId: string; round: number },
  call: Call,
): Promise<void> {
  const theCase = await lockCase(tx, call.district, caseId, everywhere);
  const { state, dueDay, duePurpose } = theCase;
  if (state !== 'CORRECTION_REQUIRED' || theCase.round !== round || duePurpose !== 'correction' || dueDay === null)
    return;
  if (call.today.toString() <= dueDay) return planDeemedWithdrawal(tx, call, { caseId, round, lastDay: dueDay });
  const matter = await getMatter(tx, call, theCase);
  const subject = { kind: 'case', id: caseId };
  const { deemedWithdrawal: rule } = matter.version.content;
  if (rule === undefined) {
    append(tx, call, {
      subject,
      act: 'case.correctionLapsed',
      facts: { lastDay: dueDay, openDefects: theCase.openDefects },
    });
    planTelling(tx, call, caseId, { template: 'correctionLapsed', facts: { count: theCase.openDefects } });
    return;
  }
  const entered = addWorkingDays(
    Temporal.PlainDate.from(dueDay),
    licensingLimits.correction.amount,
    await loadCalendar(tx, call.district),
  );
  if (Temporal.PlainDate.compare(call.today, entered) <= 0)
    return planDeemedWithdrawal(tx, call, { caseId, round, lastDay: entered.toString() });
  const [defects, papers, originals] = await Promise.all([
    getDefects(tx, call.district, caseId, theCase.key),
    getDocumentViews(tx, call.district, caseId),
    getOriginals(tx, theCase, call),
  ]);
  const open = new Set(defects.flatMap(({ key, settledRound }) => (settledRound === null ? [key] : [])));
  const first = papers.find(({ kind }) => kind === 'correctionNotice');
  const after = await endCase(tx, theCase, { state: 'WITHDRAWN_DEEMED' }, call);
  const notice = await issueDocument(
    tx,
    {
      organ: matter.acceptingOrgan,
      subject,
      key: theCase.key,
      maskedHolder: theCase.maskedApplicant,
      content: deemedWithdrawalNotice(matter, {
        notice: { title: first?.title ?? '', number: first?.number ?? null, day: first?.day ?? '' },
        lastDay: dueDay,
        missing: matter.version.content.materials.filter(({ key }) => open.has(key)).map(({ name }) => name.zh),
        returned: await getReturned(tx, matter, originals, call),
        rule,
      }),
    },
    call,
  );
  serveNotice(tx, { theCase: after, documentId: notice.documentId }, call);
  append(tx, call, {
    subject,
    act: 'case.deemedWithdrawn',
    facts: {
      lastDay: dueDay,
      materials: [...open],
      documents: [notice.documentId],
      number: notice.number,
      digest: notice.digest,
    },
  });
  planTelling(tx, call, caseId, { template: 'deemedWithdrawn', facts: { lastDay: dueDay } });
}
