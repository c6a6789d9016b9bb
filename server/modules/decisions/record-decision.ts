import type { Outcome } from '../../../contract/values.ts';
import type { denialGrounds } from '../../../contract/words.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { newId } from '../../platform/ids.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Case, CaseReference, Matter } from '../cases/index.ts';
import {
  advanceCase,
  deceitReasons,
  denialDecision,
  judgeDecision,
  licenceOf,
  planCaseEnded,
  planTelling,
  runOf,
} from '../cases/index.ts';
import { startClock } from '../deadlines/index.ts';
import { issueDocument } from '../documents/index.ts';
import { registerLicence } from '../licences/index.ts';
import type { StaffCall } from '../people/index.ts';
import { loadPlaces, windowFor } from '../places/index.ts';
import { endAfterDenial, finish } from '../tasks/index.ts';
import { barApplicants } from './bar-applicants.ts';
import { grantingDecision } from './ending-paper.rules.ts';
import { findKeptLicence } from './find-kept-licence.ts';
import { planCommitmentCheck } from './plan-commitment-check.ts';

export interface DecideCase {
  readonly caseId: string;
  readonly outcome: Outcome;
  readonly reason?: string;
  /** Of a denial; 隐瞒有关情况或者提供虚假材料 has consequences of its own (ALL 78). */
  readonly ground?: (typeof denialGrounds)[number];
}

/**
 * Writes a decision for a case under lock; `call` is the deciding officer's, or the product's own where a signed commitment
 * decides at once. `how` says what the ledger must add.
 */
export async function recordDecision(
  tx: Tx,
  matter: Matter,
  { outcome, reason, ground }: DecideCase,
  call: StaffCall | Call,
  how: Readonly<Record<string, string>>,
): Promise<CaseReference> {
  const { theCase, version } = matter;
  const places = await loadPlaces(tx, call.district);
  const officer = 'staff' in call ? call.staff : undefined;
  const run = runOf(theCase, version);
  const objection = judgeDecision(
    { outcome, reason },
    { run, owedMaterials: theCase.owedMaterials, upperOutcome: theCase.upperOutcome },
  );
  if (objection !== undefined)
    throw new Refusal(
      objection.code,
      objection.facts,
      objection.code === 'reason_missing' ? [{ field: 'reason', code: 'required' }] : [],
    );
  const task = theCase.tasks.find(
    ({ kind, state, organisationId }) =>
      kind === 'DECISION' && state === 'open' && (officer === undefined || organisationId === officer.post?.organId),
  );
  if (task === undefined) throw new Refusal('not_found');
  const subject = { kind: 'case', id: theCase.id };
  const { deliveryLimit, grantReason } = version.content;
  const text = reason?.trim() || grantReason;
  const isGranted = outcome === 'GRANTED';
  const kept = isGranted ? await findKeptLicence(tx, matter, call.today, call) : undefined;
  const isDeceit = !isGranted && ground === 'falseMaterial' && theCase.profile === 'LICENSE';
  const barredUntilDay = isDeceit ? await barApplicants(tx, matter, call) : undefined;
  const delivery =
    isGranted && deliveryLimit !== undefined
      ? await startClock(tx, {
          district: call.district,
          subject,
          purpose: 'delivery',
          limits: { statutory: deliveryLimit },
          startDay: call.today,
          at: call.now,
        })
      : undefined;
  const decided: Case = {
    ...theCase,
    outcome,
    decidedAt: call.now.toString(),
    decidedBy: officer?.id ?? null,
    duePurpose: delivery === undefined ? null : 'delivery',
    dueDay: delivery?.dueDay ?? null,
    dueProvisional: delivery?.provisional ?? false,
    statutoryDueDay: delivery?.dueDay ?? null,
    promisedDueDay: null,
  };
  const ended = finish(run, task.id, { opinion: isGranted ? 'agree' : 'disagree', by: officer?.id ?? null });
  const { certificate } = version.content.result;
  // The decision names the certificate's number. Clocks are locked before counters, and these always in this order, for they are what
  // others wait for; lists show the decision first.
  const decisionId = newId();
  if (!isGranted) planCaseEnded(tx, call, theCase.id);
  if (isGranted && theCase.commitmentId !== null) await planCommitmentCheck(tx, matter, call);
  const [, licence] = await Promise.all([
    advanceCase(
      tx,
      {
        theCase: decided,
        version,
        run: isGranted ? ended : endAfterDenial(ended),
        ends: ['decision'],
        note: { taskId: task.id, what: 'opinion', text, staffId: 'staff' in call ? call.staff.id : null },
      },
      call,
    ),
    isGranted && certificate !== undefined
      ? registerLicence(tx, licenceOf(matter, certificate, call.today, kept), call)
      : undefined,
  ]);
  const paper = await issueDocument(
    tx,
    {
      id: decisionId,
      organ: matter.issuingOrgan,
      subject,
      key: theCase.key,
      maskedHolder: theCase.maskedApplicant,
      content: isGranted
        ? grantingDecision(matter, kept, {
            decidedDay: call.today,
            reason: text,
            deliveryLastDay: delivery?.dueDay ?? null,
            provisional: delivery?.provisional ?? false,
            certificateNumber: licence?.number,
          })
        : denialDecision(matter, { reason: isDeceit ? deceitReasons(text, barredUntilDay) : text }),
    },
    call,
  );
  const documentIds = [paper.documentId, ...(licence === undefined ? [] : [licence.documentId])];
  append(tx, call, {
    subject,
    act: isGranted ? 'case.granted' : 'case.denied',
    place: matter.decidingOrgan.id,
    facts: {
      ...how,
      taskId: task.id,
      dueDay: delivery?.dueDay ?? null,
      documents: documentIds,
      number: paper.number,
      digest: paper.digest,
      ...(isDeceit && { ground: 'falseMaterial', barredUntilDay: barredUntilDay ?? null }),
      ...(licence && { licenceId: licence.licenceId, licenceDigest: licence.digest }),
    },
  });
  planTelling(
    tx,
    call,
    theCase.id,
    isGranted
      ? { template: 'granted', facts: { where: collectWords(theCase, windowFor(matter.center, places).name.zh) } }
      : { template: 'denied', facts: {} },
  );
  return { caseId: theCase.id, documentIds };
}

function collectWords({ deliveryWish }: Case, center: string): string {
  if (deliveryWish === 'ELECTRONIC') return '请到“我的”里接收';
  if (deliveryWish === 'AGENT') return '村（社区）代办员会给您送来';
  return `可以到${center}领取`;
}
