import { createHash, randomBytes } from 'node:crypto';
import type { Heard } from '../../../contract/licences.ts';
import { dayOf } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Case, CaseReference } from '../cases/index.ts';
import { admitAct, applicantOf, getMatter, type Matter, paperHead, planTelling, remedies } from '../cases/index.ts';
import { recordCredit } from '../credit/index.ts';
import { getDocumentViews, issueDocument } from '../documents/index.ts';
import { changeLicence, getLicenceViews, objectionToHearing } from '../licences/index.ts';
import type { StaffCall } from '../people/index.ts';
import { findCommitment, saveCheck } from './commitment.store.ts';

export interface VerifyCommitment {
  readonly caseId: string;
  readonly result: 'KEPT' | 'FALSE';
  readonly findings: string;
  readonly heard?: Heard;
}

/** Who decides for the organ: what was granted is taken back by no one else. */
const deciders: readonly string[] = ['decider', 'organHead'];

/** Licences that a revocation still reaches (行政许可法 art. 69). */
const revocable: readonly string[] = ['valid', 'suspended', 'expired'];

/**
 * 承诺核查: the organ notes what it found. A commitment that proves false has the decision revoked, its licence too, what
 * was received goes back, and it is recorded as bad credit (国办发〔2020〕42号). Refuses: commitment_not_there where none is
 * to be verified, findings_missing, commitment_revoke_by_decider,
 * holder_not_heard before something is taken from him.
 */
export async function verifyCommitment(tx: Tx, input: VerifyCommitment, call: StaffCall): Promise<CaseReference> {
  const { caseId, result } = input;
  const theCase = await admitAct(tx, 'verifyCommitment', caseId, call);
  const stored = await findCommitment(tx, call.district, caseId, theCase.key);
  if (stored?.checkState !== 'WAITING' && stored?.checkState !== 'DUE') throw new Refusal('commitment_not_there');
  const findings = input.findings.trim();
  if (findings === '') throw new Refusal('findings_missing', {}, [{ field: 'findings', code: 'required' }]);
  if (result === 'FALSE' && !deciders.includes(call.staff.post?.role ?? ''))
    throw new Refusal('commitment_revoke_by_decider');
  const { heard } = input;
  if (result === 'FALSE') {
    const givenDay = theCase.decidedAt === null ? '' : dayOf(Temporal.Instant.from(theCase.decidedAt)).toString();
    const objection = objectionToHearing(heard, { givenDay, today: call.today.toString() });
    if (objection !== undefined) throw new Refusal(objection.code, {}, [{ field: objection.field, code: 'required' }]);
  }
  await saveCheck(tx, call.district, {
    caseId,
    key: theCase.key,
    state: result,
    findings,
    by: call.staff.id,
    at: call.now,
  });
  const salt = randomBytes(16).toString('base64url');
  const findingsDigest = createHash('sha256').update(salt).update(findings).digest('hex');
  const subject = { kind: 'case', id: caseId };
  const place = theCase.decidingOrganId === null ? {} : { place: theCase.decidingOrganId };
  if (result === 'KEPT') {
    append(tx, call, { subject, act: 'case.commitmentKept', ...place, facts: { findingsDigest } });
    return { caseId };
  }
  const matter = await getMatter(tx, call, theCase);
  const isPaid = theCase.profile === 'BENEFIT' || theCase.profile === 'SOCIAL_ASSISTANCE';
  const reason = `经核查，承诺不实：${findings}${isPaid ? '。已经领取的款物应当退回' : ''}`;
  const documentIds = await revoke(tx, { theCase, matter, reason, ...(heard && { heard }) }, call);
  const { name, number } = applicantOf(matter.parties);
  const recorded =
    number === null
      ? undefined
      : await recordCredit(
          tx,
          {
            name,
            number,
            source: 'FALSE_COMMITMENT',
            reason: `${matter.version.content.name.zh}（${theCase.caseNo ?? ''}）：${findings}`.slice(0, 2000),
            organId: matter.decidingOrgan.id,
            caseId,
            ...(theCase.caseNo !== null && { caseNo: theCase.caseNo }),
          },
          call,
        );
  append(tx, call, {
    subject,
    act: 'case.commitmentFalse',
    ...place,
    facts: {
      findingsDigest,
      refund: isPaid,
      documents: documentIds,
      ...(recorded && { creditRecordId: recorded.recordId }),
    },
  });
  planTelling(tx, call, caseId, { template: 'commitmentFalse', facts: {} });
  return { caseId, documentIds };
}

/** The licence is revoked in the register; a decision without one by a decision of its own. */
async function revoke(
  tx: Tx,
  { theCase, matter, reason, heard }: { theCase: Case; matter: Matter; reason: string; heard?: Heard },
  call: StaffCall,
): Promise<string[]> {
  const licences = await getLicenceViews(tx, call, [theCase.id]);
  if (licences.length > 0) {
    for (const { licenceId } of licences.filter(({ state }) => revocable.includes(state)))
      await changeLicence(tx, { licenceId, ground: 'fraud', reason, ...(heard && { heard }) }, call, 'revoke');
    return [];
  }
  const documents = await getDocumentViews(tx, call.district, theCase.id);
  const decision = documents.find(({ kind }) => kind === 'grantDecision');
  if (decision === undefined) return [];
  const paper = await issueDocument(
    tx,
    {
      organ: matter.issuingOrgan,
      subject: { kind: 'case', id: theCase.id },
      key: theCase.key,
      maskedHolder: theCase.maskedApplicant,
      content: {
        kind: 'licenceDecision',
        ...paperHead(matter, matter.issuingOrgan, []),
        act: 'revoke',
        licence: { title: decision.title, number: decision.number ?? '', version: 1, issueDay: decision.day },
        reason,
        fromDay: call.today.toString(),
        remedies: remedies(matter.issuingOrgan),
      },
    },
    call,
  );
  return [paper.documentId];
}
