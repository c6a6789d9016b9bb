import type { Inputs, RouteKey } from '../../../contract/routes.ts';
import { internalPapers, resultPapers } from '../../../contract/words.ts';
import type { Read, Tx } from '../../platform/database/index.ts';
import { openFile } from '../../platform/files/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { after, type Endpoint, once, planned, read, type Tries, write } from '../../platform/http/endpoints.ts';
import { filesFolder } from '../../platform/installation.ts';
import { Refusal } from '../../platform/refusal.ts';
import { openText } from '../../platform/vault/index.ts';
import {
  actingOf,
  addSigner,
  agentReaches,
  belongsToCase,
  type Case,
  type CaseReference,
  caseReplyOf,
  everywhere,
  filedBy,
  findFiledAt,
  getCase,
  getCaseReply,
  getDeliveryAgents,
  getParties,
  isVillageAgent,
  readableTo,
  reassignTask,
  recuseOfficer,
  reopenTask,
  returnTask,
  reviewCase,
  seesOnlyResult,
  signForCase,
  visibleTo,
} from '../cases/index.ts';
import {
  assignDelivery,
  certifyResult,
  decideAtDesk,
  decideCase,
  deliverCase,
  handOver,
  receiveResult,
  serveDocument,
  terminateCase,
  verifyCommitment,
  withdrawCase,
  withdrawForApplicant,
} from '../decisions/index.ts';
import { getDocumentViews, getPdf } from '../documents/index.ts';
import {
  acceptCase,
  acceptTolerated,
  beginDraft,
  caseNoOf,
  correctCase,
  getBeyondGuide,
  getCaseCommitment,
  getMyCommitment,
  getPrefillAtWindow,
  getWindowLetter,
  listCommitmentChecks,
  previewTolerated,
  receiveTolerated,
  refuseCase,
  returnToFront,
  revokeCaseMandate,
  saveDraft,
  submitCase,
  supplementCase,
  takeInCase,
  verifyIdentity,
  withdrawCommitment,
} from '../intake/index.ts';
import {
  anyone,
  proveStaff,
  type ResidentCall,
  resident,
  type StaffCall,
  staff,
  staffSignInTries,
} from '../people/index.ts';
import { findIssuedAt, findSubjectOfDocument } from './document-case.queries.ts';
import { listGrants } from './grant.queries.ts';
import { getMyLicence, getMyLicenceCode, listMyLicences } from './licence-case.queries.ts';
import { getOfficersOfCase } from './officer.queries.ts';
import { openMaterial } from './open-material.ts';
import { getOrgansForTask } from './organ.queries.ts';
import { previewAct } from './preview-act.ts';
import { queryCase } from './query-case.ts';
import { type RevealNumber, revealNumber } from './reveal-number.ts';
import { getResidentCase, getStaffCase } from './view.queries.ts';
import { countWork, listMyCases, listWork } from './worklist.queries.ts';

/** An act of the applicant on a case of his own. */
function mine<K extends Extract<RouteKey, `POST /my/cases${string}`>>(
  key: K,
  act: (tx: Tx, input: Inputs[K], call: ResidentCall) => Promise<CaseReference>,
): Endpoint {
  return write(key, resident('own'), act, getCaseReply as never);
}

/** An act of staff on a case in the scope of the acting post. */
function onCase<K extends Extract<RouteKey, `POST /cases/${string}`>>(
  key: K,
  permission: string,
  act: (tx: Tx, input: Inputs[K], call: StaffCall, prepared: string | undefined) => Promise<CaseReference>,
  tries?: (input: Inputs[K]) => readonly Tries[],
): Endpoint {
  return write(key, staff(permission, 'scope'), act, getCaseReply as never, tries);
}

/** Number and query code are told again whenever the same submission comes again. */
async function getReceived(db: Read, { caseId, documentIds }: CaseReference, call: ResidentCall | StaffCall) {
  const theCase = await getCase(db, call.district, caseId, everywhere);
  return {
    ...(await caseReplyOf(db, theCase, documentIds, call)),
    queryCode: theCase.sealedQueryCode === null ? '' : openText(theCase.key, theCase.sealedQueryCode),
  };
}

const withoutCode = async <T extends CaseReference>(made: Promise<T>): Promise<CaseReference> => {
  const { caseId, documentIds } = await made;
  return { caseId, documentIds: documentIds ?? [] };
};

const online = (materials: readonly { key: string; fileIds: string[] }[]) =>
  materials.map(({ key, fileIds }) => ({ key, fileIds, received: fileIds.length > 0, originals: 0, copies: 0 }));

const seenBy = (call: ResidentCall | StaffCall) =>
  'staff' in call ? readableTo(call.staff.scope) : filedBy(call.resident.id);

const isAgent = (theCase: Case, call: ResidentCall | StaffCall) =>
  'resident' in call && actingOf(theCase)?.agentId === call.resident.id;

/** To an agent nothing exists that came after his mandate. */
async function assertReached(db: Read, theCase: Case, at: Temporal.Instant | undefined, call: Call): Promise<void> {
  if (!(await agentReaches(db, theCase, at ?? call.now, call))) throw new Refusal('not_found');
}

/** A material of a case. Staff's reading is remembered. */
async function getFile(
  db: Read,
  { caseId, fileId }: { caseId: string; fileId: string },
  call: ResidentCall | StaffCall,
) {
  const theCase = await getCase(db, call.district, caseId, seenBy(call));
  if (seesOnlyResult(call, theCase) || !(await belongsToCase(db, call.district, caseId, fileId)))
    throw new Refusal('not_found');
  if (isAgent(theCase, call))
    await assertReached(db, theCase, await findFiledAt(db, call.district, { caseId, fileId }), call);
  if ('staff' in call) call.effects.log.push({ kind: 'read', subjectId: caseId, code: 'case.fileRead' });
  return openFile(db, call.district, fileId, filesFolder());
}

/** A paper of a case, or of a licence of this resident. Staff's reading is remembered. */
async function getDocumentPdf(db: Read, { documentId }: { documentId: string }, call: ResidentCall | StaffCall) {
  const subject = await findSubjectOfDocument(db, call.district, documentId);
  if (subject?.kind === 'licence' && 'resident' in call) {
    await getMyLicence(db, { licenceId: subject.id }, call);
    return getPdf(db, call, documentId);
  }
  // Staff read what belongs to a licence in the register.
  if (subject?.kind !== 'case') throw new Refusal('not_found');
  const caseId = subject.id;
  const theCase = await getCase(db, call.district, caseId, seenBy(call));
  if (isAgent(theCase, call))
    await assertReached(db, theCase, await findIssuedAt(db, call.district, { caseId, documentId }), call);
  const papers = await getDocumentViews(db, call.district, caseId);
  const { kind, addressee } = papers.find((paper) => paper.documentId === documentId) ?? {};
  const isHidden =
    kind === undefined ||
    (seesOnlyResult(call, theCase) && !resultPapers.includes(kind)) ||
    // What officers write to one another is neither the applicant's nor the carrier's.
    (('resident' in call || isVillageAgent(call)) && internalPapers.includes(kind)) ||
    // Nor is a notice to another, whom the applicant need not know.
    ('resident' in call && addressee !== undefined);
  if (isHidden) throw new Refusal('not_found');
  if ('staff' in call) call.effects.log.push({ kind: 'read', subjectId: caseId, code: 'case.documentRead' });
  return getPdf(db, call, documentId);
}

export const casesEndpoints: readonly Endpoint[] = [
  read('GET /my/cases', resident('own'), listMyCases),
  mine('POST /my/cases', beginDraft),
  read('GET /my/cases/:caseId', resident('own'), getResidentCase),
  mine('POST /my/cases/:caseId/save', saveDraft),
  write(
    'POST /my/cases/:caseId/submit',
    resident('own'),
    (tx, input, call) => withoutCode(submitCase(tx, input, call)),
    getReceived,
  ),
  mine('POST /my/cases/:caseId/supplement', (tx, { caseId, materials }, call) =>
    supplementCase(tx, { caseId, materials: online(materials) }, call),
  ),
  read('GET /my/cases/:caseId/commitment', resident('own'), getMyCommitment),
  mine('POST /my/cases/:caseId/withdraw-commitment', withdrawCommitment),
  mine('POST /my/cases/:caseId/supply', (tx, { caseId, materials }, call) =>
    receiveTolerated(tx, { caseId, materials: online(materials) }, call),
  ),
  mine('POST /my/cases/:caseId/withdraw', withdrawCase),
  mine('POST /my/cases/:caseId/receive-result', receiveResult),
  read('GET /my/cases/:caseId/files/:fileId', resident('own'), getFile),
  read('GET /my/documents/:documentId/pdf', resident('own'), getDocumentPdf),
  read('GET /my/licences', resident('own'), listMyLicences),
  read('GET /my/licences/:licenceId', resident('own'), getMyLicence),
  read('GET /my/licences/:licenceId/code', resident('own'), getMyLicenceCode),
  read('GET /grants', anyone('district'), listGrants),
  once('POST /case-queries', anyone('token'), queryCase, (input, call) => [
    {
      scope: 'caseQuery',
      key: caseNoOf(input.caseNo).slice(0, 60),
      free: 5,
      forgive: 'onSuccess',
      refusal: 'too_many',
    },
    { scope: 'caseQueryAddress', key: call.address, free: 60, forgive: 'never', refusal: 'too_many' },
  ]),

  planned(read('GET /worklist', staff('cases.read', 'scope'), listWork)),
  planned(read('GET /worklist/counts', staff('cases.read', 'scope'), countWork)),
  planned(read('GET /cases/:caseId', staff('cases.read', 'scope'), getStaffCase)),
  read('GET /cases/:caseId/files/:fileId', staff('cases.read', 'scope'), getFile),
  read('GET /documents/:documentId/pdf', staff('cases.read', 'scope'), getDocumentPdf),
  read('GET /beyond-guide', staff('beyondGuide.read', 'district'), getBeyondGuide),
  read('GET /cases/:caseId/preview', staff('cases.read', 'scope'), previewAct),
  read('POST /cases/prefill', staff('cases.takeIn', 'district'), getPrefillAtWindow, {
    tries: (_, call) => [
      { scope: 'prefill', key: call.actor.id ?? '', free: 60, forgive: 'hits', refusal: 'too_many' },
    ],
    isMiss: ({ answers, phone, regionId }) =>
      Object.keys(answers).length === 0 && phone === undefined && regionId === undefined,
  }),
  write(
    'POST /cases/take-in',
    staff('cases.takeIn', 'scope'),
    (tx, input, call) => withoutCode(takeInCase(tx, input, call)),
    getReceived,
  ),
  onCase('POST /cases/:caseId/verify-identity', 'cases.verifyIdentity', verifyIdentity),
  onCase('POST /cases/:caseId/open-material', 'cases.openMaterial', openMaterial),
  onCase('POST /cases/:caseId/accept', 'cases.accept', acceptCase),
  onCase('POST /cases/:caseId/accept-tolerated', 'cases.acceptTolerated', acceptTolerated),
  onCase('POST /cases/:caseId/receive-tolerated', 'cases.receiveTolerated', receiveTolerated),
  onCase('POST /cases/:caseId/verify-commitment', 'cases.verifyCommitment', verifyCommitment),
  onCase('POST /cases/:caseId/withdraw-commitment', 'cases.withdrawCommitment', withdrawCommitment),
  read('GET /cases/:caseId/commitment', staff('cases.read', 'scope'), getCaseCommitment),
  read('GET /cases/:caseId/tolerated-preview', staff('cases.acceptTolerated', 'scope'), previewTolerated),
  read('POST /cases/commitment-letter', staff('cases.takeIn', 'district'), getWindowLetter),
  read('GET /commitment-checks', staff('cases.verifyCommitment', 'scope'), listCommitmentChecks),
  onCase('POST /cases/:caseId/correct', 'cases.correct', correctCase),
  onCase('POST /cases/:caseId/refuse', 'cases.refuse', refuseCase),
  onCase('POST /cases/:caseId/receive-supplement', 'cases.receiveSupplement', supplementCase),
  onCase('POST /cases/:caseId/sign-for', 'cases.signFor', signForCase),
  onCase('POST /cases/:caseId/review', 'cases.review', reviewCase),
  onCase('POST /cases/:caseId/return-task', 'cases.returnTask', returnTask),
  onCase('POST /cases/:caseId/reopen-task', 'cases.reopenTask', reopenTask),
  onCase('POST /cases/:caseId/reassign-task', 'cases.reassignTask', reassignTask),
  onCase('POST /cases/:caseId/add-signer', 'cases.addSigner', addSigner),
  onCase('POST /cases/:caseId/return-to-front', 'cases.returnToFront', returnToFront),
  onCase('POST /cases/:caseId/recuse', 'cases.recuse', recuseOfficer),
  read('GET /cases/:caseId/officers', staff('cases.recuse', 'scope'), getOfficersOfCase),
  onCase('POST /cases/:caseId/certify', 'cases.certify', certifyResult),
  read('GET /cases/:caseId/organs', staff('cases.reassignTask', 'scope'), getOrgansForTask),
  onCase('POST /cases/:caseId/decide', 'cases.decide', decideCase),
  onCase('POST /cases/:caseId/withdraw-for-applicant', 'cases.withdrawForApplicant', withdrawForApplicant),
  onCase('POST /cases/:caseId/terminate', 'cases.terminate', terminateCase),
  // The second officer's password is guarded at the desk as at the front door, and the tries are counted together.
  after(
    async (db, { officer }: Inputs['POST /cases/:caseId/decide-at-desk'], call: StaffCall) =>
      officer === undefined ? undefined : proveStaff(db, officer, call),
    onCase('POST /cases/:caseId/decide-at-desk', 'cases.decideAtDesk', decideAtDesk, ({ officer }) =>
      officer === undefined ? [] : [staffSignInTries(officer.username)],
    ),
  ),
  read('GET /village-agents', staff('cases.assignDelivery', 'scope'), async (db, { caseId }, call) => ({
    agents: await getDeliveryAgents(db, call, await getCase(db, call.district, caseId, visibleTo(call.staff.scope))),
  })),
  onCase('POST /cases/:caseId/assign-delivery', 'cases.assignDelivery', assignDelivery),
  onCase('POST /cases/:caseId/deliver', 'cases.deliver', deliverCase),
  onCase('POST /cases/:caseId/hand-over', 'cases.handOver', handOver),
  onCase('POST /cases/:caseId/serve-document', 'cases.serveDocument', serveDocument),
  onCase('POST /cases/:caseId/revoke-mandate', 'cases.revokeMandate', revokeCaseMandate),
  write(
    'POST /cases/:caseId/reveal',
    staff('cases.reveal', 'scope'),
    revealNumber,
    async (db, input: RevealNumber, call) => {
      const theCase = await getCase(db, call.district, input.caseId, visibleTo(call.staff.scope));
      const party = (await getParties(db, call.district, input.caseId, theCase.key)).find(
        ({ id }) => id === input.partyId,
      );
      return { value: party?.[input.field] ?? '' };
    },
  ),
];
