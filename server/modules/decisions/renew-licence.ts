import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { newId } from '../../platform/ids.ts';
import { append } from '../../platform/ledger/index.ts';
import {
  type Case,
  everywhere,
  getMatter,
  isRenewedByLaw,
  licenceOf,
  lockCase,
  planCaseEnded,
  planTelling,
  runOf,
  saveCase,
} from '../cases/index.ts';
import { addFactToClocks, startClock } from '../deadlines/index.ts';
import { issueDocument } from '../documents/index.ts';
import { registerLicence } from '../licences/index.ts';
import { endAfterDenial, saveTasks } from '../tasks/index.ts';
import { findCaseLicence } from './case-licence.store.ts';
import { renewalDecision } from './ending-paper.rules.ts';
import { findKeptLicence } from './find-kept-licence.ts';

/**
 * ALL 50(2): the licence has ended and nobody decided on the renewal that was applied for in time, so it is renewed
 * by law: a new version with a new term from the day after, and the decision that says so. The matter is granted, and
 * nobody can decide otherwise any more; who finds the conditions unmet revokes (ALL 69). Where a decision came, or the
 * licence was suspended or ended, nothing happens.
 */
export async function renewLicence(tx: Tx, { caseId }: { caseId: string }, call: Call): Promise<void> {
  const theCase = await lockCase(tx, call.district, caseId, everywhere);
  const matter = await getMatter(tx, call, theCase);
  const { certificate } = matter.version.content.result;
  const [of, kept] = await Promise.all([
    findCaseLicence(tx, call.district, caseId),
    findKeptLicence(tx, matter, call.today, call),
  ]);
  if (of === undefined || kept === undefined || certificate === undefined) return;
  const { state } = theCase;
  const { untilDay } = kept.licence;
  if (!isRenewedByLaw({ state, inTime: of.inTime, untilDay, licence: kept.licence.state }, call.today.toString()))
    return;
  const delivery = await closeGranted(tx, theCase, matter.version, call);
  planCaseEnded(tx, call, caseId);
  const subject = { kind: 'case', id: caseId };
  // The certificate takes its counter first, as where the organ decides; lists show the decision first.
  const decisionId = newId();
  const licence = await registerLicence(
    tx,
    { ...licenceOf(matter, certificate, call.today, kept), renewedByLaw: true },
    call,
  );
  const paper = await issueDocument(
    tx,
    {
      id: decisionId,
      organ: matter.issuingOrgan,
      subject,
      key: theCase.key,
      maskedHolder: theCase.maskedApplicant,
      content: renewalDecision(matter, kept, { ground: 'deemed', reason: '有效期届满前没有作出是否准予延续的决定' }),
    },
    call,
  );
  append(tx, call, {
    subject,
    act: 'case.deemedRenewed',
    place: matter.decidingOrgan.id,
    facts: {
      from: state,
      untilDay: kept.licence.untilDay,
      newUntilDay: kept.term.untilDay,
      dueDay: delivery?.dueDay ?? null,
      documents: [paper.documentId, licence.documentId],
      number: paper.number,
      digest: paper.digest,
      licenceId: licence.licenceId,
      licenceDigest: licence.digest,
    },
  });
  planTelling(tx, call, caseId, { template: 'renewedByLaw', facts: { untilDay: kept.term.untilDay ?? '' } });
}

/** The matter as granted: what was still to be examined or decided falls away, the ten days of delivery begin (ALL 44). */
async function closeGranted(tx: Tx, theCase: Case, version: Parameters<typeof runOf>[1], call: Call) {
  const subject = { kind: 'case', id: theCase.id };
  const { deliveryLimit } = version.content;
  const open = new Set(
    theCase.tasks.flatMap(({ id, state }) => (state === 'done' || state === 'cancelled' ? [] : [id])),
  );
  const run = endAfterDenial(runOf(theCase, version));
  const tasks = theCase.tasks.map((task, at) => ({ ...task, ...run.tasks[at], signDueDay: null }));
  const stop = { kind: 'stop', day: call.today, at: call.now } as const;
  const subjects = [subject, ...[...open].map((id) => ({ kind: 'task', id }))];
  // The clocks that run stop before the new one starts: they are of one subject.
  await addFactToClocks(tx, call.district, { subjects }, stop);
  const delivery =
    deliveryLimit === undefined
      ? undefined
      : await startClock(tx, {
          district: call.district,
          subject,
          purpose: 'delivery',
          limits: { statutory: deliveryLimit },
          startDay: call.today,
          at: call.now,
        });
  saveTasks(
    tx,
    call.district,
    theCase.id,
    tasks.filter(({ id }) => open.has(id)),
  );
  saveCase(tx, call.district, {
    ...theCase,
    tasks,
    state: 'DELIVERING',
    outcome: 'GRANTED',
    decidedAt: call.now.toString(),
    decidedBy: null,
    procedureId: null,
    owedMaterials: 0,
    supplyDueDay: null,
    duePurpose: delivery === undefined ? null : 'delivery',
    dueDay: delivery?.dueDay ?? null,
    dueProvisional: delivery?.provisional ?? false,
    statutoryDueDay: delivery?.dueDay ?? null,
    promisedDueDay: null,
  });
  return delivery;
}
