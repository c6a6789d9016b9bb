import { randomInt } from 'node:crypto';
import type { Answers } from '../../../contract/form.ts';
import { maskHolder } from '../../../contract/identifiers.ts';
import { startOfDay } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { openJson, seal } from '../../platform/vault/index.ts';
import {
  agentAuthorization,
  answerDue,
  applicantOf,
  applicationForm,
  type Case,
  type FilingMandate,
  filledForm,
  getMaterials,
  insertParties,
  insertReceipt,
  intakeReceipt,
  type Matter,
  type Party,
  planTelling,
  presentPerson,
  queryIndex,
  saveCase,
  serveNotice,
  takeCaseNumber,
} from '../cases/index.ts';
import { getItemNames, type ItemVersion, loadRoutes, wayOf } from '../catalogue/index.ts';
import { endOfDueDay, startClock } from '../deadlines/index.ts';
import {
  admitApplicant,
  commitmentLetter,
  decideAtOnce,
  insertCaseLicence,
  isAtOnce,
  markByCommitment,
  planRenewal,
  signCommitment,
} from '../decisions/index.ts';
import { issueDocument } from '../documents/index.ts';
import { type Center, loadPlaces, type Organ } from '../places/index.ts';
import { type Arrival, arrivalFacts } from './arrival.rules.ts';
import type { SignedCommitment } from './find-signed.ts';
import { planDeemedAcceptance } from './plan-deemed-acceptance.ts';

/** Letters and digits that nobody mistakes for one another. */
const queryAlphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Eight random characters; with the number they open the case's public view. */
function newQueryCode(): string {
  return Array.from({ length: 8 }, () => queryAlphabet[randomInt(queryAlphabet.length)]).join('');
}

/**
 * Receives an application: online at the instant of submission (ESL 11), at the window when the papers are handed in, and
 * what was sent on the day on which it arrived, though a clerk may take it in later (ALL 29). That day starts the five
 * working days, whatever any clerk does. The receipt says it, and is dated by the day on which it is issued.
 */
export async function receiveApplication(
  tx: Tx,
  {
    theCase,
    version,
    center,
    parties,
    mandate,
    receiver,
    commitment,
    sent,
    act,
  }: {
    theCase: Case;
    version: ItemVersion;
    center: Center;
    parties: readonly Omit<Party, 'id'>[];
    /** By which an agent files. */
    mandate?: FilingMandate;
    receiver: { staffId: string | null; name: string };
    /** 告知承诺 under which it is filed. */
    commitment?: SignedCommitment;
    /** By letter, fax or e-mail. */
    sent?: Arrival;
    act: 'case.submitted' | 'case.takenIn';
  },
  call: Call,
): Promise<{ caseId: string; queryCode: string; documentIds: string[] }> {
  const [places, routes] = await Promise.all([loadPlaces(tx, call.district), loadRoutes(tx, call)]);
  const way = wayOf(version, routes, center, theCase.applicantRegionId, places);
  const organ = (id: string | null): Organ => {
    const found = places.organById(id ?? '');
    if (found === undefined) throw new Refusal('item_not_offered');
    return found;
  };
  const acceptingOrgan = organ(way.acceptingOrganId);
  const decidingOrgan = organ(way.decidingOrganId);
  const entrusting = way.issuingOrganId === way.decidingOrganId ? undefined : organ(way.issuingOrganId);
  const subject = { kind: 'case', id: theCase.id };
  const answers = openJson<Answers>(theCase.key, theCase.sealedAnswers);
  const issuingOrganId = (entrusting ?? decidingOrgan).id;
  const arrivedDay = sent?.day ?? call.today;
  const asOfArrival = { ...call, today: arrivedDay };
  const receivedAt = arrivedDay.equals(call.today) ? call.now : startOfDay(arrivedDay);
  await markByCommitment(tx, call.district, theCase.id, commitment?.replaced ?? []);
  insertParties(tx, call.district, theCase.id, theCase.key, parties);
  insertReceipt(tx, call.district, theCase, {
    ...{ round: 1, at: receivedAt, day: arrivedDay, lateReason: sent?.lateReason ?? null },
  });
  const [kept, caseNo, clock, materials] = await Promise.all([
    admitApplicant(tx, { version, parties, answers, issuingOrganId }, asOfArrival),
    takeCaseNumber(tx, call.district, places.root?.code ?? '', call.today),
    startClock(tx, {
      district: call.district,
      subject,
      purpose: 'answer',
      limits: { statutory: version.content.answerLimit },
      startDay: arrivedDay,
      at: call.now,
    }),
    getMaterials(tx, call.district, theCase.id),
  ]);
  const queryCode = newQueryCode();
  const after: Case = {
    ...theCase,
    caseNo,
    itemVersionId: version.id,
    queryIndex: queryIndex(caseNo, queryCode),
    sealedQueryCode: seal(theCase.key, queryCode),
    commitmentId: commitment?.id ?? null,
    state: 'RECEIVED',
    maskedApplicant: maskHolder(applicantOf(parties)),
    applicantAssurance: presentPerson(parties).assurance,
    intakeCenterId: center.id,
    acceptingOrganId: acceptingOrgan.id,
    decidingOrganId: decidingOrgan.id,
    issuingOrganId: entrusting?.id ?? null,
    takenInBy: receiver.staffId,
    receivedAt: receivedAt.toString(),
    receivedDay: arrivedDay.toString(),
    ...answerDue(clock),
  };
  const filed = parties.map((party) => ({ ...party, id: '' }));
  const matter: Matter = {
    theCase: after,
    version,
    parties: filed,
    filled: filledForm(after, version, filed, places),
    acceptingOrgan: entrusting ?? acceptingOrgan,
    decidingOrgan,
    issuingOrgan: entrusting ?? decidingOrgan,
    center,
    organName: (organId) => places.organById(organId)?.name.zh ?? '',
  };
  const paper = { organ: matter.acceptingOrgan, subject, key: theCase.key, maskedHolder: after.maskedApplicant };
  const handedIn = materials.filter(({ received }) => received);
  const authorize = async () => {
    if (mandate === undefined) return undefined;
    const { itemIds, ...terms } = mandate;
    const names = await getItemNames(tx, call.district, itemIds ?? []);
    const matters = itemIds?.flatMap((id) => names.get(id)?.zh ?? []) ?? null;
    return issueDocument(tx, { ...paper, content: agentAuthorization(matter, { ...terms, matters }) }, call);
  };
  saveCase(tx, call.district, after);
  const [form, receipt, authorization] = await Promise.all([
    issueDocument(
      tx,
      {
        ...paper,
        content: applicationForm(matter, {
          materials: version.content.materials.flatMap(({ key, name }) =>
            handedIn.some((material) => material.key === key && !material.byCommitment)
              ? [name.zh]
              : handedIn.some((material) => material.key === key)
                ? [`${name.zh}（以告知承诺代替）`]
                : [],
          ),
          mandateUntil: mandate?.untilDay ?? null,
        }),
      },
      call,
    ),
    issueDocument(
      tx,
      {
        ...paper,
        content: intakeReceipt(matter, {
          receivedAt: receivedAt.toString(),
          ...(sent && { sentBy: sent.by }),
          receiverName: receiver.name,
          queryCode,
          checkLastDay: clock.dueDay,
          provisional: clock.provisional,
          materials: materials
            .filter(({ byCommitment }) => !byCommitment)
            .map((material) => ({ ...material, files: material.files.length })),
        }),
      },
      call,
    ),
    authorize(),
  ]);
  const letter =
    commitment === undefined
      ? undefined
      : await issueDocument(
          tx,
          {
            ...paper,
            content: commitmentLetter(matter, commitment.letter, {
              committedDay: call.today.toString(),
              signedAt: receiver.staffId === null ? commitment.signedAt : null,
              officer: receiver.name,
            }),
          },
          call,
        );
  if (commitment !== undefined && letter !== undefined) {
    await signCommitment(tx, call.district, {
      caseId: theCase.id,
      documentId: letter.documentId,
      decidingOrganId: decidingOrgan.id,
      at: call.now,
    });
    serveNotice(tx, { theCase, documentId: letter.documentId, hand: 'overTheCounter' }, call);
  }
  serveNotice(tx, { theCase, documentId: receipt.documentId, hand: 'overTheCounter' }, call);
  const documentIds = [receipt, form, letter, authorization].flatMap((each) => each?.documentId ?? []);
  append(tx, call, {
    subject,
    act,
    place: center.id,
    facts: {
      caseNo,
      itemVersionId: version.id,
      round: 1,
      channel: theCase.channel,
      ...arrivalFacts(sent, call.today),
      answeredByDay: clock.dueDay,
      documents: documentIds,
      digest: receipt.digest,
      formDigest: form.digest,
      ...(kept && { [kept.handling]: kept.licenceId, inTime: kept.inTime }),
      ...(commitment && letter && { commitment: commitment.letter.kind, commitmentDigest: letter.digest }),
    },
  });
  if (commitment !== undefined && isAtOnce(commitment.letter, version.content)) {
    const decided = await decideAtOnce(tx, after, call);
    return { caseId: theCase.id, queryCode, documentIds: [...documentIds, ...decided] };
  }
  planDeemedAcceptance(tx, call, after, version, endOfDueDay(Temporal.PlainDate.from(clock.dueDay)));
  if (kept !== undefined) {
    const of = { caseId: theCase.id, ...kept };
    await insertCaseLicence(tx, call.district, of);
    planRenewal(tx, call, of);
    if (kept.handling === 'renewal' && !kept.inTime && kept.untilDay !== null)
      planTelling(tx, call, theCase.id, { template: 'renewalLate', facts: { untilDay: kept.untilDay } });
  }
  planTelling(tx, call, theCase.id, { template: 'received', facts: { answeredByDay: clock.dueDay } });
  return { caseId: theCase.id, queryCode, documentIds };
}
