import { expect, test } from 'vitest';
import { type Inputs, type Replies, type RouteKey, routes } from '../../../contract/routes.ts';
import type { Role } from '../../../contract/values.ts';
import type { RefusalCode } from '../../../contract/words.ts';
import { refusalStatus, uniformElements } from '../../../contract/words.ts';
import { demoItems } from '../../demo/items.ts';
import { sampleNumber } from '../../demo/residents.ts';
import { licensingLimits } from '../../modules/deadlines/index.ts';
import { publishedYears } from '../../modules/deadlines/published-years.data.ts';
import { firstTemplates } from '../../modules/documents/templates.data.ts';
import { newId } from '../../platform/ids.ts';
import { collectedArchive, keptArchive } from '../support/archives.ts';
import { aFinding, batchAt, batchWithFile, seniorCardDown } from '../support/devolution.ts';
import { bringDraftTo, fromTodayOn, newItem, readOf, saveOf } from '../support/drafts.ts';
import { atStation } from '../support/filing.ts';
import { enterLicence } from '../support/licences.ts';
import {
  anExpert,
  caseToBeHeard,
  caseWithTask,
  type MeetingStage,
  meetingAt,
  publishStages,
  taskOf,
} from '../support/meetings.ts';
import { acceptedLicence, publishWay, reviewedLicence } from '../support/procedures.ts';
import { acceptedMatter, taskNamed } from '../support/tasks.ts';
import { openTown, password, png, type Town } from '../support/town.ts';
import { type Caller, cookieOf, gatherCallers, hire } from './callers.ts';
import { atWindow, bringCommitted, bringTo, handIn, takeInTolerable } from './cases.ts';

/** Who may call a route; everybody else is refused. */
type Who =
  | { readonly may: 'everybody' }
  | { readonly may: 'residents' }
  | { readonly may: 'applicant' }
  | { readonly may: 'staff' }
  | { readonly may: 'posts'; readonly roles: readonly Role[] }
  | { readonly may: 'postsInScope'; readonly roles: readonly Role[]; readonly unseen?: readonly Role[] };

const everybody: Who = { may: 'everybody' };
/** Every signed-in resident, for what is his own. */
const residents: Who = { may: 'residents' };
/** The resident who filed the case, or is a side of the mandate; to another resident it does not exist. */
const applicant: Who = { may: 'applicant' };
/** All staff, for themselves. */
const staff: Who = { may: 'staff' };
/** Posts of these roles, wherever they are; what they see there is their own. */
const posts = (...roles: Role[]): Who => ({ may: 'posts', roles });
/** Posts of these roles that took in, act on or were handed the case; to others it does not exist. */
const postsInScope = (...roles: Role[]): Who => ({ may: 'postsInScope', roles });

/** The same, but a village agent, who sees the case, sees nothing of this: to him it does not exist. */
const postsAtWork = (...roles: Role[]): Who => ({ may: 'postsInScope', roles, unseen: ['villageAgent'] });

/** Who reads cases: those who work on them, the heads, who watches over them and who keeps them. */
const caseReaders: Role[] = [
  'windowClerk',
  'reviewer',
  'decider',
  'organHead',
  'governmentHead',
  'supervisor',
  'archivist',
];

/** Who follows what goes down to the townships. */
const devolutionReaders: Role[] = [
  'decider',
  'supervisor',
  'itemManager',
  'itemReviewer',
  'itemPublisher',
  'administrator',
];

/** Who looks at the numbers of what was accepted, decided, completed. */
const indicatorReaders: Role[] = ['supervisor', 'organHead', 'governmentHead'];

/** The whole of access to this product. A route without a line here does not compile and fails the first test. */
const access: Record<RouteKey, Who> = {
  'GET /health': everybody,
  'GET /seals': everybody,
  'GET /jobs': posts('administrator'),
  'POST /jobs/:jobId/retry': posts('administrator'),

  'GET /district': everybody,
  'GET /regions': everybody,
  'GET /organs': everybody,
  'GET /service-centers': everybody,
  'GET /deadlines/preview': everybody,
  'GET /calendar/years': everybody,
  'POST /calendar/years': posts('administrator'),
  'GET /calendar/recomputations/:recomputationId': posts('administrator'),
  'GET /items': everybody,
  'GET /suggestions': everybody,
  'GET /departments': everybody,
  'GET /items/:itemId': everybody,
  'GET /items/:itemId/files/:fileId': everybody,
  'GET /items/:itemId/code': everybody,
  'GET /lists': everybody,
  'GET /lists/:listKey': everybody,
  'GET /lists/:listKey/file': everybody,
  'GET /figures': everybody,
  'GET /figures/:figureKey/items': everybody,
  'GET /catalogue': everybody,
  'GET /catalogue/:itemId': everybody,
  'GET /item-aliases': posts('administrator'),
  'POST /items/:itemId/aliases': posts('administrator'),
  'POST /item-aliases/:aliasId/remove': posts('administrator'),
  'GET /search-misses': posts('administrator'),
  'POST /search-misses/:missId/dismiss': posts('administrator'),
  'GET /intake-items': posts('windowClerk', 'villageAgent'),
  'GET /intake-items/:itemId': posts('windowClerk', 'villageAgent'),

  'GET /item-drafts': posts('itemManager', 'itemReviewer', 'itemPublisher'),
  'POST /item-drafts': posts('itemManager'),
  'GET /item-drafts/:draftId': postsInScope('itemManager', 'itemReviewer', 'itemPublisher'),
  'POST /item-drafts/:draftId/save': postsInScope('itemManager'),
  'POST /item-drafts/:draftId/submit': postsInScope('itemManager'),
  'POST /item-drafts/:draftId/take-back': postsInScope('itemManager', 'itemPublisher'),
  'POST /item-drafts/:draftId/review': postsInScope('itemReviewer'),
  'POST /item-drafts/:draftId/approve': postsInScope('itemPublisher'),
  'POST /item-drafts/:draftId/return': postsInScope('itemReviewer', 'itemPublisher'),
  'POST /item-drafts/:draftId/publish': postsInScope('itemPublisher'),
  'POST /item-drafts/:draftId/abandon': postsInScope('itemManager'),
  'GET /catalogue-items': posts('supervisor', 'itemManager', 'itemReviewer', 'itemPublisher'),
  'GET /catalogue-items/:itemId': posts('supervisor', 'itemManager', 'itemReviewer', 'itemPublisher'),
  'GET /catalogue-items/:itemId/history': posts('supervisor', 'itemManager', 'itemReviewer', 'itemPublisher'),
  'GET /item-versions/:itemVersionId': posts('supervisor', 'itemManager', 'itemReviewer', 'itemPublisher'),
  'GET /item-versions/:itemVersionId/changes': posts('supervisor', 'itemManager', 'itemReviewer', 'itemPublisher'),
  'POST /catalogue-items/:itemId/suspend': posts('itemPublisher'),
  'POST /catalogue-items/:itemId/resume': posts('itemPublisher'),
  'POST /catalogue-items/:itemId/cancel': posts('itemPublisher'),

  'GET /basic-items': posts('supervisor', 'itemManager', 'itemReviewer', 'itemPublisher', 'administrator'),
  'GET /basic-items/:basicItemId': posts('supervisor', 'itemManager', 'itemReviewer', 'itemPublisher', 'administrator'),
  'POST /basic-items': posts('itemPublisher'),
  'POST /basic-items/:basicItemId/claim': posts('itemManager'),
  'POST /basic-items/:basicItemId/release': posts('itemManager'),
  'GET /uniform-elements': posts('supervisor', 'itemManager', 'itemReviewer', 'itemPublisher', 'administrator'),
  'POST /uniform-elements': posts('itemPublisher'),
  'GET /standard-checks': posts('supervisor', 'itemManager', 'itemReviewer', 'itemPublisher', 'administrator'),
  'POST /standard-checks': posts('itemPublisher'),
  'GET /standard-checks/:checkId/deviations': posts(
    'supervisor',
    'itemManager',
    'itemReviewer',
    'itemPublisher',
    'administrator',
  ),
  'GET /standard-checks/:checkId/channel-differences': posts(
    'supervisor',
    'itemManager',
    'itemReviewer',
    'itemPublisher',
    'administrator',
  ),

  'GET /item-imports': posts('itemManager', 'itemPublisher'),
  'POST /item-imports': posts('itemManager', 'itemPublisher'),
  'GET /item-imports/:importId': postsInScope('itemManager', 'itemPublisher'),
  'GET /item-imports/:importId/rows': postsInScope('itemManager', 'itemPublisher'),
  'GET /item-imports/:importId/report': postsInScope('itemManager', 'itemPublisher'),
  'POST /item-imports/:importId/confirm': postsInScope('itemManager', 'itemPublisher'),
  'POST /item-imports/:importId/discard': postsInScope('itemManager', 'itemPublisher'),
  'GET /catalogue-export': posts('supervisor', 'itemManager', 'itemReviewer', 'itemPublisher'),

  'POST /phone-codes': everybody,
  'POST /resident-sessions': everybody,
  'GET /my/self': everybody,
  'POST /my/identity': residents,
  'POST /my/region': residents,
  'POST /my/sign-out': residents,
  'GET /my/sessions': residents,
  'POST /my/sessions/revoke-others': residents,
  'GET /my/mandates': residents,
  'GET /my/mandates/:mandateId': applicant,
  'POST /my/mandates': residents,
  'POST /my/mandates/:mandateId/revoke': applicant,

  'POST /staff-sessions': everybody,
  'GET /staff/self': everybody,
  'POST /staff/act-as': staff,
  'POST /staff/sign-out': staff,
  'POST /staff/password': staff,
  'GET /staff/absences': staff,
  'POST /staff/absences': staff,
  'POST /staff/absences/:absenceId/end': staff,
  'GET /staff/relations': staff,
  'POST /staff/relations': staff,
  'POST /staff/relations/:relationId/end': staff,
  'GET /uncovered-posts': staff,
  'GET /posts': posts('administrator'),
  'POST /posts/:postId/substitutes': posts('administrator'),
  'POST /substitutes/:appointmentId/end': posts('administrator'),
  'POST /staff-members/:staffId/absences': posts('administrator'),
  'POST /absences/:absenceId/end': posts('administrator'),
  'GET /office-settings': posts('administrator'),
  'POST /office-settings': posts('administrator'),
  'GET /staff-members': posts('administrator'),
  'POST /staff-members/:staffId/credential': posts('administrator'),
  'POST /staff-members/:staffId/revoke-sessions': posts('administrator'),
  'GET /access-log': posts('administrator'),

  'POST /my/files': residents,
  'POST /files': posts('windowClerk', 'villageAgent', 'reviewer', 'decider', 'itemManager', 'itemPublisher'),
  'GET /my/documents/:documentId/pdf': applicant,
  'GET /documents/:documentId/pdf': postsInScope(...caseReaders, 'villageAgent'),
  'GET /document-checks/:token': everybody,
  'GET /document-templates': posts('administrator'),
  'GET /document-templates/:kind': posts('administrator'),
  'POST /document-templates/:kind/preview': posts('administrator'),
  'POST /document-templates/:kind/publish': posts('administrator'),

  'GET /licences': posts('reviewer', 'decider', 'organHead', 'supervisor', 'administrator'),
  'GET /licence-filters': posts('reviewer', 'decider', 'organHead', 'supervisor', 'administrator'),
  'GET /licences/:licenceId': postsInScope('reviewer', 'decider', 'organHead', 'supervisor', 'administrator'),
  'GET /licences/:licenceId/pdf': postsInScope('reviewer', 'decider', 'organHead', 'supervisor', 'administrator'),
  'GET /licences/:licenceId/documents/:documentId/pdf': postsInScope(
    'reviewer',
    'decider',
    'organHead',
    'supervisor',
    'administrator',
  ),
  'GET /licences/:licenceId/preview': postsInScope('decider', 'organHead'),
  'POST /licences/:licenceId/suspend': postsInScope('decider', 'organHead'),
  'POST /licences/:licenceId/restore': postsInScope('decider', 'organHead'),
  'POST /licences/:licenceId/recall': postsInScope('decider', 'organHead'),
  'POST /licences/:licenceId/cancel': postsInScope('decider', 'organHead'),
  'POST /licences/:licenceId/revoke': postsInScope('decider', 'organHead'),
  'POST /licences/:licenceId/serve-document': postsInScope('reviewer', 'decider', 'organHead'),
  'GET /my/licences': residents,
  'GET /my/licences/:licenceId': applicant,
  'GET /my/licences/:licenceId/code': applicant,

  'GET /indicator-definitions': posts(...indicatorReaders),
  'GET /indicators': posts(...indicatorReaders),
  'GET /indicators/trend': posts(...indicatorReaders),
  'GET /indicators/cases': posts(...indicatorReaders),
  'GET /indicators/corrections': posts(...indicatorReaders),
  'GET /indicators/file': posts(...indicatorReaders),
  'GET /indicators/open-now': posts(...indicatorReaders),
  'GET /indicator-proofs': posts(...indicatorReaders),
  'POST /indicators/count': posts(...indicatorReaders),
  'GET /closed-periods': posts(...indicatorReaders),
  'POST /closed-periods': posts('supervisor'),

  'GET /archives': posts('archivist'),
  'GET /archives/:archiveId': postsInScope('archivist'),
  'GET /archives/:archiveId/package': postsInScope('archivist'),
  'GET /archives/:archiveId/entries/:position': postsInScope('archivist'),
  'POST /archives/:archiveId/build': postsInScope('archivist'),
  'POST /archives/:archiveId/check': postsInScope('archivist'),
  'POST /archives/:archiveId/note': postsInScope('archivist'),

  'GET /credit-records': posts('supervisor', 'itemPublisher'),
  'POST /credit-records': posts('supervisor', 'itemPublisher'),
  'POST /credit-records/:recordId/repair': posts('supervisor', 'itemPublisher'),

  'GET /my/cases': residents,
  'POST /my/cases': residents,
  'GET /my/cases/:caseId': applicant,
  'POST /my/cases/:caseId/save': applicant,
  'POST /my/cases/:caseId/submit': applicant,
  'POST /my/cases/:caseId/supplement': applicant,
  'POST /my/cases/:caseId/withdraw': applicant,
  'GET /my/cases/:caseId/commitment': applicant,
  'POST /my/cases/:caseId/withdraw-commitment': applicant,
  'POST /my/cases/:caseId/supply': applicant,
  'POST /my/cases/:caseId/receive-result': applicant,
  'GET /my/cases/:caseId/files/:fileId': applicant,
  'POST /case-queries': everybody,

  'GET /worklist': posts(...caseReaders, 'villageAgent'),
  'GET /worklist/counts': posts(...caseReaders, 'villageAgent'),
  'GET /cases/:caseId': postsInScope(...caseReaders, 'villageAgent'),
  'GET /cases/:caseId/files/:fileId': postsAtWork(...caseReaders),
  'GET /cases/:caseId/preview': postsAtWork(...caseReaders),
  'GET /beyond-guide': posts('supervisor', 'itemPublisher'),
  'POST /cases/prefill': posts('windowClerk', 'villageAgent'),
  'POST /cases/take-in': posts('windowClerk', 'villageAgent'),
  'POST /cases/:caseId/verify-identity': postsInScope('windowClerk'),
  'POST /cases/:caseId/open-material': postsInScope('windowClerk', 'reviewer', 'decider', 'organHead'),
  'POST /cases/:caseId/accept': postsInScope('windowClerk'),
  'POST /cases/:caseId/accept-tolerated': postsInScope('windowClerk'),
  'POST /cases/:caseId/receive-tolerated': postsInScope('windowClerk'),
  'POST /cases/:caseId/withdraw-commitment': postsInScope('windowClerk'),
  'POST /cases/:caseId/verify-commitment': postsInScope('reviewer', 'decider', 'organHead'),
  'GET /cases/:caseId/commitment': postsAtWork(...caseReaders),
  'GET /cases/:caseId/tolerated-preview': postsInScope('windowClerk'),
  'POST /cases/commitment-letter': posts('windowClerk', 'villageAgent'),
  'GET /commitment-checks': posts('reviewer', 'decider', 'organHead'),
  'POST /cases/:caseId/correct': postsInScope('windowClerk'),
  'POST /cases/:caseId/refuse': postsInScope('windowClerk'),
  'POST /cases/:caseId/receive-supplement': postsInScope('windowClerk'),
  'GET /cases/:caseId/procedures': postsAtWork(...caseReaders),
  'POST /cases/:caseId/start-procedure': postsInScope('reviewer', 'decider'),
  'POST /cases/:caseId/end-procedure': postsInScope('reviewer', 'decider'),
  'POST /cases/:caseId/request-extension': postsInScope('reviewer', 'decider'),
  'POST /cases/:caseId/extend': postsInScope('organHead', 'governmentHead'),
  'GET /heads-work': posts('organHead', 'governmentHead'),
  'POST /cases/:caseId/report-up': postsInScope('reviewer', 'decider'),
  'POST /cases/:caseId/record-upper-decision': postsInScope('reviewer', 'decider'),
  'POST /cases/:caseId/post-notice': postsInScope('reviewer', 'decider'),
  'POST /cases/:caseId/close-notice': postsInScope('reviewer', 'decider'),
  'POST /cases/:caseId/answer-objection': postsInScope('reviewer', 'decider'),
  'GET /public-notices': everybody,
  'GET /grants': everybody,
  'GET /public-notices/:noticeId': everybody,
  'GET /promise-explanations': everybody,
  'GET /my/public-notices/:noticeId/objection': residents,
  'POST /my/public-notices/:noticeId/objections': residents,
  'POST /public-notices/:noticeId/objections': posts('windowClerk'),
  'POST /cases/:caseId/sign-for': postsInScope('reviewer'),
  'POST /cases/:caseId/review': postsInScope('reviewer'),
  'POST /cases/:caseId/return-task': postsInScope('reviewer'),
  'POST /cases/:caseId/reopen-task': postsInScope('decider'),
  'POST /cases/:caseId/reassign-task': postsInScope('reviewer', 'decider', 'organHead'),
  'POST /cases/:caseId/add-signer': postsInScope('reviewer'),
  'POST /cases/:caseId/certify': postsInScope('reviewer'),
  'GET /cases/:caseId/organs': postsInScope('reviewer', 'decider', 'organHead'),
  'POST /cases/:caseId/decide': postsInScope('decider', 'organHead'),
  'POST /cases/:caseId/withdraw-for-applicant': postsInScope('windowClerk'),
  'POST /cases/:caseId/terminate': postsInScope('decider', 'organHead'),
  'POST /cases/:caseId/decide-at-desk': postsInScope('windowClerk'),
  'GET /village-agents': postsInScope('windowClerk'),
  'POST /cases/:caseId/assign-delivery': postsInScope('windowClerk'),
  'POST /cases/:caseId/deliver': postsInScope('windowClerk', 'villageAgent'),
  'POST /cases/:caseId/hand-over': postsInScope('windowClerk'),
  'POST /cases/:caseId/serve-document': postsInScope('windowClerk'),
  'POST /cases/:caseId/revoke-mandate': postsInScope('windowClerk'),
  'POST /cases/:caseId/reveal': postsInScope('windowClerk', 'reviewer', 'decider', 'organHead'),

  'POST /cases/:caseId/return-to-front': postsInScope('reviewer'),
  'POST /cases/:caseId/recuse': postsInScope('windowClerk', 'reviewer', 'decider', 'organHead'),
  'GET /cases/:caseId/officers': postsInScope('windowClerk', 'reviewer', 'decider', 'organHead'),
  'GET /hand-over-sheets': posts('windowClerk', 'reviewer', 'decider', 'organHead', 'supervisor'),
  'GET /hand-over-candidates': posts('windowClerk', 'reviewer', 'decider'),
  'GET /hand-over-sheets/:sheetId': postsInScope('windowClerk', 'reviewer', 'decider', 'organHead', 'supervisor'),
  'GET /hand-over-sheets/:sheetId/pdf': postsInScope('windowClerk', 'reviewer', 'decider', 'organHead', 'supervisor'),
  'POST /hand-over-sheets': posts('windowClerk', 'reviewer', 'decider'),
  'POST /hand-over-sheets/:sheetId/hand': postsInScope('windowClerk', 'reviewer', 'decider'),
  'POST /hand-over-sheets/:sheetId/discard': postsInScope('windowClerk', 'reviewer', 'decider'),
  'POST /hand-over-sheets/:sheetId/take': postsInScope('windowClerk', 'reviewer', 'decider'),

  'GET /meetings': posts('reviewer', 'decider', 'organHead'),
  'GET /meetings/:meetingId': postsInScope('reviewer', 'decider', 'organHead'),
  'GET /cases/:caseId/tasks/:taskId/meeting-plan': postsInScope('windowClerk', 'reviewer', 'decider', 'organHead'),
  'POST /cases/:caseId/tasks/:taskId/meetings': postsInScope('reviewer'),
  'POST /cases/:caseId/tasks/:taskId/notify-hearing': postsInScope('reviewer'),
  'POST /cases/:caseId/tasks/:taskId/record-hearing-answer': postsInScope('windowClerk', 'reviewer'),
  'POST /meetings/:meetingId/name-officers': postsInScope('reviewer', 'decider', 'organHead'),
  'POST /meetings/:meetingId/postpone': postsInScope('reviewer', 'decider', 'organHead'),
  'POST /meetings/:meetingId/cancel': postsInScope('reviewer', 'decider', 'organHead'),
  'POST /meetings/:meetingId/draw-experts': postsInScope('reviewer', 'decider', 'organHead'),
  'POST /meetings/:meetingId/decline-expert': postsInScope('reviewer', 'decider', 'organHead'),
  'POST /meetings/:meetingId/rule-on-challenge': postsInScope('reviewer', 'decider', 'organHead'),
  'POST /meetings/:meetingId/hold': postsInScope('reviewer', 'decider', 'organHead'),
  'POST /meetings/:meetingId/write-opinion': postsInScope('reviewer', 'decider', 'organHead'),
  'POST /meetings/:meetingId/write-conclusion': postsInScope('reviewer', 'decider', 'organHead'),
  'POST /meetings/:meetingId/record-signature': postsInScope('reviewer', 'decider', 'organHead'),
  'POST /meetings/:meetingId/sign': postsInScope('reviewer', 'decider', 'organHead'),
  'GET /my/cases/:caseId/hearing': applicant,
  'POST /my/cases/:caseId/request-hearing': applicant,
  'POST /my/cases/:caseId/waive-hearing': applicant,
  'GET /hearings': everybody,
  'GET /draws/:meetingId': everybody,
  'GET /experts': posts('itemPublisher'),
  'POST /experts': posts('itemPublisher'),
  'POST /experts/:expertId/save': posts('itemPublisher'),

  'GET /devolutions': everybody,
  'GET /devolution-batches': posts(...devolutionReaders),
  'GET /devolution-batches/:batchId': posts(...devolutionReaders),
  'GET /devolution-batches/:batchId/files/:fileId': posts(...devolutionReaders),
  'POST /devolution-batches': posts('itemManager'),
  'POST /devolution-batches/:batchId/put-items': posts('itemManager'),
  'POST /devolution-batches/:batchId/hold-meeting': posts('itemPublisher'),
  'POST /devolution-batches/:batchId/open-round': posts('itemPublisher'),
  'POST /devolution-batches/:batchId/comment': posts('decider'),
  'POST /devolution-batches/:batchId/close-round': posts('itemPublisher'),
  'POST /devolution-batches/:batchId/review-legality': postsInScope('itemReviewer'),
  'POST /devolution-batches/:batchId/publish': posts('itemPublisher'),
  'POST /devolution-batches/:batchId/record-training': postsInScope('itemManager', 'itemPublisher'),
  'POST /devolution-batches/:batchId/permit': posts('itemPublisher'),
  'POST /devolution-batches/:batchId/start-trial': posts('itemPublisher'),
  'POST /devolution-batches/:batchId/go-live': posts('itemPublisher'),
  'POST /devolution-batches/:batchId/take-back': posts('itemPublisher'),
  'POST /devolution-batches/:batchId/withdraw': posts('itemPublisher'),
  'POST /devolution-batches/:batchId/change-acceptance': posts('itemPublisher'),
  'GET /look-backs': posts(...devolutionReaders),
  'POST /look-backs': posts('itemPublisher'),
  'GET /look-backs/:lookBackId': posts(...devolutionReaders),
  'GET /look-back-findings': posts(...devolutionReaders),
  'POST /look-back-findings/:findingId/assign': posts('itemPublisher'),
  'POST /look-back-findings/:findingId/rectify': postsInScope('itemManager', 'decider', 'itemPublisher'),
  'POST /look-back-findings/:findingId/close': posts('itemPublisher'),
  'POST /look-back-findings/:findingId/reopen': posts('itemPublisher'),

  // The demo's own page, which a live installation does not have.
  'GET /dev/people': everybody,
  'POST /dev/become': everybody,
  'GET /dev/clock': everybody,
  'GET /dev/clock/preview': everybody,
  'POST /dev/clock': everybody,
  'GET /dev/outbox': everybody,
};

type Verdict = 'welcome' | Extract<RefusalCode, 'sign_in_needed' | 'not_allowed' | 'not_found'>;

function verdictOn(who: Who, { kind, role, elsewhere }: Caller): Verdict {
  switch (who.may) {
    case 'everybody':
      return 'welcome';
    case 'residents':
      return kind === 'resident' ? 'welcome' : 'sign_in_needed';
    case 'applicant':
      if (kind !== 'resident') return 'sign_in_needed';
      return elsewhere ? 'not_found' : 'welcome';
    case 'staff':
      return kind === 'staff' ? 'welcome' : 'sign_in_needed';
    default:
      if (kind !== 'staff') return 'sign_in_needed';
      if (who.may === 'postsInScope' && role !== undefined && who.unseen?.includes(role)) return 'not_found';
      if (role === undefined || !who.roles.includes(role)) return 'not_allowed';
      return who.may === 'postsInScope' && elsewhere ? 'not_found' : 'welcome';
  }
}

/** A holiday notice to take in: the newest that is known, once more. */
const notice = publishedYears().at(-1) as Inputs['POST /calendar/years'];

const town = await openTown({ on: '2026-03-02T09:00' });
const world = await prepare(town);
const callers = await gatherCallers(town, world);

/** Cases in every state that an act needs, and things to name. */
async function prepare(on: Town) {
  const [owner, stranger] = [await on.resident(), await on.resident()];
  const kept = await bringTo(on, owner, 'handedToAgent');
  const cases = {
    kept,
    toAccept: await bringTo(on, owner, 'received'),
    toCorrect: await bringTo(on, owner, 'received'),
    toRefuse: await bringTo(on, owner, 'received'),
    toWithdraw: await bringTo(on, owner, 'received'),
    toSupplement: await bringTo(on, owner, 'correctionRequired'),
    toReceiveSupplement: await bringTo(on, owner, 'correctionRequired'),
    toSignFor: await bringTo(on, owner, 'accepted'),
    toGiveBack: await bringTo(on, owner, 'accepted'),
    toRecuse: await bringTo(on, owner, 'accepted'),
    toReview: await bringTo(on, owner, 'inReview'),
    toDecide: await bringTo(on, owner, 'deciding'),
    toDecideByHead: await bringTo(on, owner, 'deciding'),
    toWithdrawAtWindow: await bringTo(on, owner, 'inReview'),
    toTerminate: await bringTo(on, owner, 'inReview'),
    toTerminateByHead: await bringTo(on, owner, 'inReview'),
    toTolerate: await takeInTolerable(on, sampleNumber(941)),
    toTakeBack: await bringCommitted(on, owner, 'received'),
    toTakeBackAtWindow: await bringCommitted(on, owner, 'received'),
    owing: await bringCommitted(on, owner, 'owing'),
    owingAtWindow: await bringCommitted(on, owner, 'owing'),
    toVerify: await bringCommitted(on, owner, 'decided'),
    toVerifyByHead: await bringCommitted(on, owner, 'decided'),
    toVerifyByReviewer: await bringCommitted(on, owner, 'decided'),
    toDeliver: await bringTo(on, owner, 'delivering'),
    toAssign: await bringTo(on, owner, 'delivering'),
    toReceive: await bringTo(on, owner, 'delivering'),
    toReturn: await acceptedMatter(on, 'destituteCare'),
    toReassign: await acceptedMatter(on, 'propertyTransfer'),
    toAddSigner: await acceptedMatter(on, 'propertyTransfer'),
    toReopen: await acceptedMatter(on, 'propertyTransfer'),
    toCertify: await acceptedMatter(on, 'propertyTransfer'),
    byAgent: (
      await on.clerk.call('POST /cases/take-in', {
        ...atWindow(on, sampleNumber(905)),
        agent: { name: '样例·李小妹', residentNumber: sampleNumber(906), untilDay: '2026-06-02' },
      })
    ).caseId,
    atDesk: (await on.clerk.call('POST /cases/take-in', atWindow(on, sampleNumber(901)))).caseId,
    toServe: (await on.clerk.call('POST /cases/take-in', atWindow(on, sampleNumber(903)))).caseId,
  };
  for (const caseId of [cases.atDesk, cases.toServe]) await on.clerk.call('POST /cases/:caseId/accept', { caseId });
  const reviewed = async (caseId: string, taskId: string) => {
    await on.reviewer.call('POST /cases/:caseId/sign-for', { caseId, taskId });
    await on.reviewer.call('POST /cases/:caseId/review', { caseId, taskId, opinion: 'agree', text: '符合。' });
  };
  const tasks = {
    toReturn: await taskNamed(on, cases.toReturn, '家庭经济状况核对'),
    toReassign: await taskNamed(on, cases.toReassign, '权属审核'),
    toReopen: await taskNamed(on, cases.toReopen, '权属审核'),
    toAddSigner: await taskNamed(on, cases.toAddSigner, '权属审核'),
  };
  await reviewed(cases.toReopen, tasks.toReopen);
  for (const name of ['权属审核', '交易和网签核对', '契税、个人所得税核定'])
    await reviewed(cases.toCertify, await taskNamed(on, cases.toCertify, name));
  await on.decider.call('POST /cases/:caseId/decide', { caseId: cases.toCertify, outcome: 'GRANTED' });
  await on.settle();
  const view = await on.clerk.call('GET /cases/:caseId', { caseId: kept });
  const noticeOf = async (caseId: string) => {
    const { documents } = await on.clerk.call('GET /cases/:caseId', { caseId });
    return documents.find(({ kind }) => kind === 'acceptanceNotice')?.documentId ?? '';
  };
  const known = await on.clerk.call('POST /cases/take-in', atWindow(on, sampleNumber(902)));
  const archives = {
    kept: await keptArchive(on, owner, await bringTo(on, owner, 'received')),
    toBuild: await collectedArchive(on, owner, await bringTo(on, owner, 'received')),
  };
  return {
    applicant: owner,
    stranger,
    // A resident has one draft of an item: whatever else he files comes first.
    cases: { ...cases, draft: await bringTo(on, owner, 'draft') },
    tasks,
    partyId: view.parties[0]?.partyId ?? '',
    fileId: view.materials.flatMap(({ files }) => files)[0]?.fileId ?? '',
    promiseFileId: await owner.upload('promise.png'),
    documentId: view.documents.find(({ kind }) => kind === 'grantDecision')?.documentId ?? '',
    toHandOver: await noticeOf(cases.atDesk),
    toServe: await noticeOf(cases.toServe),
    queried: { caseNo: known.caseNo ?? '', queryCode: known.queryCode },
    mandateId: await aMandateOf(on, owner.residentId),
    recomputationId: (await on.admin.call('POST /calendar/years', notice)).recomputationId,
    supplement: await handIn(owner, ['testReport']),
    licenceId: (await enterLicence(on, { caseId: kept })).licenceId,
    decided: await aDecidedLicence(on, kept),
    archives,
    checkId: (await on.itemPublisher.call('POST /standard-checks', { kind: 'ELEMENTS' })).checkId,
    expendable: await hire(on, 'expendable', ['windowClerk'], on.clerk.postId),
  };
}

/** A mandate that somebody gave to a third, who is not asked here. */
async function aMandateOf(on: Town, principalId: string): Promise<string> {
  const [id, { residentId }] = [newId(), await on.resident()];
  await on.db.pool.query(
    `insert into mandates (district, id, principal_id, agent_id, from_day, until_day, given_at, channel)
     values ($1, $2, $3, $4, '2026-03-02', '2026-06-02', '2026-03-02T01:00:00Z', 'ONLINE')`,
    [on.district, id, principalId, residentId],
  );
  return id;
}

/** A licence of his own for each officer who may change one; to the others one is like another. */
const changers: readonly Role[] = ['decider', 'organHead'];
async function aLicence({ role, elsewhere }: Caller, state: 'valid' | 'suspended' = 'valid'): Promise<string> {
  if (elsewhere || role === undefined || !changers.includes(role)) return world.licenceId;
  const { licenceId } = await enterLicence(town, { caseId: world.cases.kept });
  if (state === 'suspended')
    await town.decider.call('POST /licences/:licenceId/suspend', {
      licenceId,
      ground: 'penalty',
      reason: '限期整改。',
    });
  return licenceId;
}

/** A suspended licence and the decision that suspended it, which nobody has served. */
async function aDecidedLicence(on: Town, caseId: string): Promise<{ licenceId: string; documentId: string }> {
  const { licenceId } = await enterLicence(on, { caseId });
  const { documents } = await on.decider.call('POST /licences/:licenceId/suspend', {
    ...{ licenceId, ground: 'penalty', reason: '限期整改。' },
  });
  return { licenceId, documentId: documents[0]?.documentId ?? '' };
}

/** An absence of this member of staff that did not begin. */
async function anAbsenceOf({ id: staffId }: Pick<Caller, 'id'>): Promise<string> {
  const id = newId();
  await town.db.pool.query(
    `insert into absences (district, id, staff_id, kind, from_day, until_day, recorded_at)
     select district, $2, id, 'leave', '2026-07-01', '2026-07-02', now() from staff where district = $1 and id::text = $3`,
    [town.district, id, staffId],
  );
  return id;
}

/** A relation that this member of staff declared. */
async function aRelationOf({ id: staffId }: Pick<Caller, 'id'>): Promise<string> {
  const id = newId();
  await town.db.pool.query(
    `insert into staff_relations (district, id, staff_id, kind, number_index, masked_number, declared_at)
     select district, $2, id, 'other', decode(replace($4, '-', ''), 'hex'), '431302********0000', now() from staff
     where district = $1 and id::text = $3`,
    [town.district, id, staffId, id],
  );
  return id;
}

async function aSubstitute(): Promise<string> {
  const id = newId();
  await town.db.pool.query(
    `insert into appointments (district, id, staff_id, post_id, kind, from_day) values ($1, $2, $3, $4, 'substitute', '2026-01-01')`,
    [town.district, id, world.expendable, town.neighbour.postId],
  );
  return id;
}

/** A hand-over sheet between the town's window and the bureau. */
async function aSheet(direction: 'TO_OFFICE' | 'TO_WINDOW', state: 'MADE' | 'HANDED' | 'TAKEN'): Promise<string> {
  const id = newId();
  const { rows } = await town.db.pool.query<{ key: string }>(
    'select data_key_id as key from cases where district = $1 and id = $2',
    [town.district, world.cases.kept],
  );
  const [handed, taken] = [state !== 'MADE', state === 'TAKEN'];
  await town.db.pool.query(
    `insert into hand_over_sheets (district, id, direction, state, center_id, organisation_id, number, made_by, made_at, case_count,
       data_key_id, handed_by, handed_at, take_due_day, taken_by, taken_at, document_id)
     values ($1, $2, $3, $4, $5, $6, gen_random_uuid()::text, $7, now(), 0, $8, $9, $10, $11, $12, $13, $14)`,
    [
      ...[town.district, id, direction, state, town.centers.town, town.organs.bureau, town.agent.staffId, rows[0]?.key],
      ...(handed ? [town.agent.staffId, new Temporal.Instant(0n).toString(), '2026-03-04'] : [null, null, null]),
      ...(taken ? [town.admin.staffId, new Temporal.Instant(0n).toString(), world.documentId] : [null, null, null]),
    ],
  );
  return id;
}

/** Somebody whom no other case of this file knows. */
const owner = { name: '样例·赵老板', residentNumber: sampleNumber(930) };

/** A case of his own for each officer who may act on it; to the others any case is nobody's. */
const ofHandlers = ({ role }: Caller, make: () => Promise<string>) =>
  role === 'reviewer' || role === 'decider' ? make() : world.cases.kept;

async function standingStill(): Promise<string> {
  const caseId = await acceptedLicence(town, owner);
  const input = { caseId, ground: 'testing', neededDays: 3, reason: '检测。' } as const;
  await town.reviewer.call('POST /cases/:caseId/start-procedure', input);
  return caseId;
}

/** A request for more time that waits for an officer of this role. */
async function extensionFor(role: Role | undefined): Promise<{ caseId: string; extensionId: string }> {
  if (role !== 'organHead' && role !== 'governmentHead') return { caseId: world.cases.kept, extensionId: newId() };
  const statutoryLimit = role === 'organHead' ? licensingLimits.decision : licensingLimits.jointDecision;
  await publishWay(town, {}, { statutoryLimit });
  const caseId = await acceptedLicence(town, owner);
  await town.reviewer.call('POST /cases/:caseId/request-extension', { caseId, days: 5, reason: '还要核实。' });
  const { extensions } = await town.reviewer.call('GET /cases/:caseId/procedures', { caseId });
  return { caseId, extensionId: extensions[0]?.extensionId ?? '' };
}

/** A case that an upper organ decides; reported to it already, where that is asked for. */
async function reportable(reported: boolean): Promise<string> {
  await publishWay(town, { reportUp: true });
  const caseId = await reviewedLicence(town, owner);
  if (reported)
    await town.reviewer.call('POST /cases/:caseId/report-up', { caseId, opinion: 'agree', text: '拟同意。' });
  return caseId;
}

/** A case before its public notice, in it with an objection, or after it. */
async function noticed(
  stage: 'reviewed' | 'objected' | 'over',
): Promise<{ caseId: string; noticeId: string; objectionId: string }> {
  const promisedLimit = { amount: 15, unit: 'workingDays', basis: { guide: '样例' } } as const;
  await publishWay(town, { noticeDays: 5 }, { promisedLimit });
  const caseId = await reviewedLicence(town, owner);
  if (stage === 'reviewed') return { caseId, noticeId: '', objectionId: '' };
  await town.reviewer.call('POST /cases/:caseId/post-notice', { caseId, content: '拟准予。' });
  const { notices } = await town.reviewer.call('GET /cases/:caseId/procedures', { caseId });
  const noticeId = notices[0]?.noticeId ?? '';
  if (stage === 'over') {
    await town.db.pool.query(
      `update public_notices set from_day = '2026-02-20', until_day = '2026-02-27' where id = $1`,
      [noticeId],
    );
    return { caseId, noticeId, objectionId: '' };
  }
  const objection = { noticeId, name: '样例·邻居', text: '太吵。' };
  return { caseId, noticeId, ...(await town.clerk.call('POST /public-notices/:noticeId/objections', objection)) };
}

let openNotice: Promise<{ noticeId: string }> | undefined;
async function aNotice(): Promise<string> {
  openNotice ??= noticed('objected');
  return (await openNotice).noticeId;
}

let phones = 0;
function anotherPhone(): string {
  phones += 1;
  return `137${String(phones).padStart(8, '0')}`;
}

async function aCreditRecord(): Promise<string> {
  const { recordId } = await town.supervisor.call('POST /credit-records', {
    name: '样例·王老板',
    number: sampleNumber(942),
    source: 'SUPPLY_MISSED',
    reason: '没有补交。',
  });
  return recordId;
}

async function deadJob(): Promise<string> {
  const id = newId();
  await town.db.pool.query(
    `insert into jobs (district, id, kind, payload, run_at, state) values ($1, $2, 'nothing', '{}', '2099-01-01T00:00:00Z', 'dead')`,
    [town.district, id],
  );
  return id;
}

async function anAlias(): Promise<string> {
  const itemId = town.items.seniorCard;
  return (await town.admin.call('POST /items/:itemId/aliases', { itemId, alias: `别名${newId()}` })).aliasId;
}

let sheets = 0;
/** A spreadsheet of one item, read by the department's manager. */
async function anImport(): Promise<string> {
  sheets += 1;
  const answer = await town.itemManager.raw(
    'POST',
    '/api/item-imports?name=a.csv',
    Buffer.from(`名称\n演示${sheets}\n`),
  );
  return (answer.body as Replies['POST /item-imports']).importId;
}

async function aMiss(): Promise<string> {
  await town.visitor.call('GET /items', { q: '修洗衣机' });
  return (await town.admin.call('GET /search-misses', {})).misses[0]?.missId ?? newId();
}

let powers = 0;
function aPower(): Inputs['POST /basic-items'] {
  powers += 1;
  const words = { zh: `演示处罚${powers}`, en: `Demo penalty ${powers}` };
  return {
    code: `430299${String(powers).padStart(3, '0')}000`,
    type: 'PENALTY',
    content: {
      name: words,
      exerciseLevels: ['DISTRICT'],
      bases: [{ law: '演示规定', mark: 'sample' }],
      handlings: [],
      responsibilities: [],
      accountability: [],
    },
    note: '演示',
    basedOn: 0,
  };
}

async function aBasicItem(): Promise<string> {
  return (await town.itemPublisher.call('POST /basic-items', aPower())).basicItemId;
}

/** A basic item that the organ of whoever asks has claimed; of nobody's organ where he has none. */
async function aClaimedItem(staffId: string): Promise<string> {
  const basicItemId = await aBasicItem();
  await town.db.pool.query(
    `insert into basic_item_claims (district, id, basic_item_id, organ_id, claimed_at)
     select a.district, $3, $4, p.organisation_id, now() from appointments a
     join posts p on p.district = a.district and p.id = a.post_id
     where a.district = $1 and a.staff_id::text = $2 limit 1`,
    [town.district, staffId, newId(), basicItemId],
  );
  return basicItemId;
}

/** Drafts of items that nothing else here touches, one for each act, and an item that is suspended. */
const drafts = await prepareDrafts([...demoItems].reverse().map(({ key }) => town.items[key] ?? ''));

async function prepareDrafts(itemIds: readonly string[]) {
  let next = 0;
  const bring = (state: Parameters<typeof bringDraftTo>[2]) => {
    next += 1;
    return bringDraftTo(town, itemIds[next] ?? '', state);
  };
  const [toSuspend = '', suspendedItemId = ''] = itemIds.slice(12);
  await town.itemPublisher.call('POST /catalogue-items/:itemId/suspend', {
    itemId: suspendedItemId,
    ...fromTodayOn(town),
  });
  const kept = await bring('RETURNED');
  return {
    ...{ kept, toSuspend, suspendedItemId },
    itemVersionId: kept.base?.itemVersionId ?? '',
    toSave: saveOf(await bring('DRAFT'), '改一改'),
    toSubmit: await bring('DRAFT'),
    toTakeBack: await bring('PENDING_APPROVAL'),
    toUndo: await bring('APPROVED'),
    toReview: await bring('PENDING_REVIEW'),
    toApprove: await bring('PENDING_APPROVAL'),
    toReturn: await bring('PENDING_REVIEW'),
    toRefuse: await bring('APPROVED'),
    toPublish: await bring('APPROVED'),
    toAbandon: await bring('RETURNED'),
  };
}

/** What is asked of each route: enough for whoever may, so that he gets his answer. */
/** A meeting at a stage, for those who act on it; to all others one is like another. */
async function meetingFor({ role, elsewhere }: Caller, stage: MeetingStage): Promise<string> {
  const acts = !elsewhere && (role === 'reviewer' || role === 'decider' || role === 'organHead');
  return acts ? meetingAt(town, stage) : keptMeeting('arranged');
}

const keptMeetings = new Map<MeetingStage, Promise<string>>();
function keptMeeting(stage: 'arranged' | 'drawn'): Promise<string> {
  const kept = keptMeetings.get(stage) ?? meetingAt(town, stage);
  keptMeetings.set(stage, kept);
  return kept;
}

/** A task whose meeting can be arranged. */
async function taskToMeet(kind: 'JOINT_REVIEW' | 'HEARING'): Promise<{ caseId: string; taskId: string }> {
  await publishStages(town, [{ kind }]);
  return caseWithTask(town, kind);
}

let heardCase: Promise<{ caseId: string; taskId: string }> | undefined;
/** A case in which a hearing may be asked for; to those who may not answer, one is like another. */
function heard({ id, role, elsewhere }: Caller): Promise<{ caseId: string; taskId: string }> {
  const make = () => caseToBeHeard(town, () => bringTo(town, world.applicant, 'accepted'));
  const answers = !elsewhere && (id === world.applicant.residentId || role === 'windowClerk' || role === 'reviewer');
  if (answers) return make();
  heardCase ??= make();
  return heardCase;
}

async function partyOfHearing(task: { caseId: string; taskId: string }): Promise<string> {
  const { hearing } = await town.reviewer.call('GET /cases/:caseId/tasks/:taskId/meeting-plan', task);
  return hearing?.parties[0]?.partyId ?? '';
}

const anExpertOfPool = async () => (await town.itemPublisher.call('POST /experts', anExpert('样例·专家'))).expertId;

const lastMonth = { from: '2026-02-01', to: '2026-02-28' };

let closed = 0;
/** A month that is over and that nobody closed yet. */
const freshMonth = () => Temporal.PlainDate.from('2026-02-01').subtract({ months: closed++ }).toString();

const { cases } = world;
const inputs: { [K in RouteKey]: (caller: Caller) => Inputs[K] | Promise<Inputs[K]> } = {
  'GET /health': () => ({}),
  'GET /seals': () => ({}),
  'GET /jobs': () => ({}),
  'POST /jobs/:jobId/retry': async () => ({ jobId: await deadJob() }),
  'GET /district': () => ({}),
  'GET /regions': () => ({}),
  'GET /organs': () => ({}),
  'GET /service-centers': () => ({}),
  'GET /deadlines/preview': () => ({ start: '2026-03-02', limit: 5, unit: 'workingDays' }),
  'GET /calendar/years': () => ({}),
  'POST /calendar/years': () => notice,
  'GET /calendar/recomputations/:recomputationId': () => ({ recomputationId: world.recomputationId }),
  'GET /items': () => ({}),
  'GET /suggestions': () => ({ q: '老人' }),
  'GET /departments': () => ({}),
  'GET /items/:itemId': () => ({ itemId: town.items.seniorCard }),
  'GET /items/:itemId/files/:fileId': () => ({ itemId: town.items.seniorCard, fileId: world.fileId }),
  'GET /items/:itemId/code': () => ({ itemId: town.items.seniorCard }),
  'GET /lists': () => ({}),
  'GET /lists/:listKey': () => ({ listKey: 'powers' }),
  'GET /lists/:listKey/file': () => ({ listKey: 'proofs', format: 'csv' }),
  'GET /figures': () => ({}),
  'GET /figures/:figureKey/items': () => ({ figureKey: 'deployed', which: 'rest' }),
  'GET /catalogue': () => ({}),
  'GET /catalogue/:itemId': () => ({ itemId: town.items.seniorCard }),
  'GET /item-aliases': () => ({}),
  'POST /items/:itemId/aliases': ({ name }) => ({ itemId: town.items.seniorCard, alias: `别名${name}` }),
  'POST /item-aliases/:aliasId/remove': async () => ({ aliasId: await anAlias() }),
  'GET /search-misses': () => ({}),
  'POST /search-misses/:missId/dismiss': async () => ({ missId: await aMiss() }),
  'GET /intake-items': () => ({}),
  'GET /intake-items/:itemId': () => ({ itemId: town.items.seniorCard }),
  'GET /item-drafts': () => ({}),
  'POST /item-drafts': () => newItem,
  'GET /item-drafts/:draftId': () => ({ draftId: drafts.kept.draftId }),
  'POST /item-drafts/:draftId/save': () => drafts.toSave,
  'POST /item-drafts/:draftId/submit': () => ({ ...readOf(drafts.toSubmit), reason: '演示' }),
  'POST /item-drafts/:draftId/take-back': ({ role }) =>
    role === 'itemPublisher' ? { draftId: drafts.toUndo.draftId } : { draftId: drafts.toTakeBack.draftId },
  'POST /item-drafts/:draftId/review': () => readOf(drafts.toReview),
  'POST /item-drafts/:draftId/approve': () => readOf(drafts.toApprove),
  'POST /item-drafts/:draftId/return': ({ role }) => ({
    draftId: role === 'itemPublisher' ? drafts.toRefuse.draftId : drafts.toReturn.draftId,
    reason: '请补充。',
  }),
  'POST /item-drafts/:draftId/publish': () => readOf(drafts.toPublish),
  'POST /item-drafts/:draftId/abandon': () => ({ draftId: drafts.toAbandon.draftId }),
  'GET /catalogue-items': () => ({}),
  'GET /catalogue-items/:itemId': () => ({ itemId: town.items.seniorCard }),
  'GET /catalogue-items/:itemId/history': () => ({ itemId: town.items.seniorCard }),
  'GET /item-versions/:itemVersionId': () => ({ itemVersionId: drafts.itemVersionId }),
  'GET /item-versions/:itemVersionId/changes': () => ({ itemVersionId: drafts.itemVersionId }),
  'POST /catalogue-items/:itemId/suspend': () => ({ itemId: drafts.toSuspend, ...fromTodayOn(town) }),
  'POST /catalogue-items/:itemId/resume': () => ({ itemId: drafts.suspendedItemId, ...fromTodayOn(town) }),
  'POST /catalogue-items/:itemId/cancel': () => ({ itemId: drafts.suspendedItemId, ...fromTodayOn(town) }),
  'GET /basic-items': () => ({}),
  'GET /basic-items/:basicItemId': async () => ({ basicItemId: await aBasicItem() }),
  'POST /basic-items': () => aPower(),
  'POST /basic-items/:basicItemId/claim': async () => ({ basicItemId: await aBasicItem() }),
  'POST /basic-items/:basicItemId/release': async ({ id }) => ({ basicItemId: await aClaimedItem(id) }),
  'GET /uniform-elements': () => ({}),
  'POST /uniform-elements': () => ({
    elements: uniformElements.map((element) => ({ element, rule: 'warning' as const })),
    reason: '按省里的要求。',
  }),
  'GET /standard-checks': () => ({}),
  'POST /standard-checks': () => ({ kind: 'ELEMENTS' as const }),
  'GET /standard-checks/:checkId/deviations': () => ({ checkId: world.checkId }),
  'GET /standard-checks/:checkId/channel-differences': () => ({ checkId: world.checkId }),
  'GET /item-imports': () => ({}),
  'POST /item-imports': () => ({ name: '事项.csv' }),
  'GET /item-imports/:importId': async () => ({ importId: await anImport() }),
  'GET /item-imports/:importId/rows': async () => ({ importId: await anImport() }),
  'GET /item-imports/:importId/report': async () => ({ importId: await anImport(), format: 'csv' as const }),
  'POST /item-imports/:importId/confirm': async () => ({ importId: await anImport() }),
  'POST /item-imports/:importId/discard': async () => ({ importId: await anImport() }),
  'GET /catalogue-export': () => ({ format: 'csv' as const }),
  'POST /phone-codes': () => ({ phone: anotherPhone() }),
  'POST /resident-sessions': async () => ({ phone: anotherPhone(), code: '000000' }),
  'GET /my/self': () => ({}),
  'POST /my/identity': () => ({ name: '样例·张某某', residentNumber: world.applicant.number }),
  'POST /my/region': () => ({ regionId: town.regions.village }),
  'POST /my/sign-out': () => ({}),
  'GET /my/sessions': () => ({}),
  'POST /my/sessions/revoke-others': () => ({}),
  'GET /my/mandates': () => ({}),
  'GET /my/mandates/:mandateId': () => ({ mandateId: world.mandateId }),
  'POST /my/mandates': () => ({ name: '样例·张某某', residentNumber: sampleNumber(901), untilDay: '2026-06-02' }),
  'POST /my/mandates/:mandateId/revoke': () => ({ mandateId: world.mandateId }),
  'POST /staff-sessions': () => ({ username: 'expendable', password }),
  'GET /staff/self': () => ({}),
  'POST /staff/act-as': async ({ id }) => ({ appointmentId: await anAppointmentOf(id) }),
  'POST /staff/sign-out': () => ({}),
  'POST /staff/password': () => ({ current: password, next: password }),
  'GET /staff/absences': () => ({}),
  'POST /staff/absences': () => ({ kind: 'leave', fromDay: '2026-06-01', untilDay: '2026-06-02' }),
  'POST /staff/absences/:absenceId/end': async (caller) => ({ absenceId: await anAbsenceOf(caller) }),
  'GET /staff/relations': () => ({}),
  'POST /staff/relations': () => ({ kind: 'spouse', residentNumber: sampleNumber(981) }),
  'POST /staff/relations/:relationId/end': async (caller) => ({ relationId: await aRelationOf(caller) }),
  'GET /uncovered-posts': () => ({}),
  'GET /posts': () => ({}),
  'POST /posts/:postId/substitutes': () => ({ postId: town.otherAgent.postId, staffId: world.expendable }),
  'POST /substitutes/:appointmentId/end': async () => ({ appointmentId: await aSubstitute() }),
  'POST /staff-members/:staffId/absences': () => ({
    ...{ staffId: world.expendable, kind: 'sick', fromDay: '2026-06-03', untilDay: '2026-06-03' },
  }),
  'POST /absences/:absenceId/end': async () => ({ absenceId: await anAbsenceOf({ id: world.expendable }) }),
  'GET /office-settings': () => ({}),
  'POST /office-settings': () => ({ signFor: { amount: 1, unit: 'workingDays' }, handOverDays: 2 }),
  'GET /staff-members': () => ({}),
  'POST /staff-members/:staffId/credential': () => ({ staffId: world.expendable, credentialNumber: '18130200001' }),
  'POST /staff-members/:staffId/revoke-sessions': () => ({ staffId: world.expendable }),
  'GET /access-log': () => ({}),
  'POST /my/files': () => ({ name: '照片.png' }),
  'POST /files': () => ({ name: '照片.png' }),
  'GET /my/documents/:documentId/pdf': () => ({ documentId: world.documentId }),
  'GET /documents/:documentId/pdf': () => ({ documentId: world.documentId }),
  'GET /document-checks/:token': () => ({ token: 'AAAAAAAAAAAAAAAAAAAAAA' }),
  'GET /document-templates': () => ({}),
  'GET /document-templates/:kind': () => ({ kind: 'grantDecision' }),
  'POST /document-templates/:kind/preview': () => ({
    kind: 'grantDecision',
    content: firstTemplates.grantDecision,
  }),
  'POST /document-templates/:kind/publish': () => ({
    kind: 'grantDecision',
    content: firstTemplates.grantDecision,
    basedOn: 1,
  }),
  'GET /licences': () => ({}),
  'GET /licence-filters': () => ({}),
  'GET /indicator-definitions': () => ({}),
  'GET /indicators': () => lastMonth,
  'GET /indicators/trend': () => lastMonth,
  'GET /indicators/cases': () => ({ ...lastMonth, measure: 'accepted' }),
  'GET /indicators/corrections': () => lastMonth,
  'GET /indicators/file': () => ({ ...lastMonth, format: 'csv' }),
  'GET /indicators/open-now': () => ({}),
  'GET /indicator-proofs': () => ({}),
  'POST /indicators/count': () => ({}),
  'GET /closed-periods': () => ({}),
  'POST /closed-periods': () => ({ month: freshMonth() }),
  'GET /archives': () => ({}),
  'GET /archives/:archiveId': () => ({ archiveId: world.archives.kept }),
  'GET /archives/:archiveId/package': () => ({ archiveId: world.archives.kept }),
  'GET /archives/:archiveId/entries/:position': () => ({ archiveId: world.archives.kept, position: 1 }),
  'POST /archives/:archiveId/build': () => ({ archiveId: world.archives.toBuild }),
  'POST /archives/:archiveId/check': () => ({ archiveId: world.archives.kept }),
  'POST /archives/:archiveId/note': () => ({ archiveId: world.archives.kept, text: '另附说明。' }),
  'GET /licences/:licenceId': () => ({ licenceId: world.licenceId }),
  'GET /licences/:licenceId/pdf': () => ({ licenceId: world.licenceId }),
  'GET /licences/:licenceId/documents/:documentId/pdf': () => world.decided,
  'GET /licences/:licenceId/preview': () => ({ licenceId: world.licenceId, act: 'suspend' }),
  'POST /licences/:licenceId/suspend': async (caller) => ({
    licenceId: await aLicence(caller),
    ground: 'penalty',
    reason: '限期整改。',
  }),
  'POST /licences/:licenceId/restore': async (caller) => ({
    licenceId: await aLicence(caller, 'suspended'),
    reason: '整改合格。',
  }),
  'POST /licences/:licenceId/recall': async (caller) => ({
    licenceId: await aLicence(caller),
    ground: 'lawChanged',
    reason: '依据已经废止。',
    heard: { toldDay: '2026-03-02', how: 'stated' },
    compensation: '没有造成损失。',
  }),
  'POST /licences/:licenceId/cancel': async (caller) => ({
    licenceId: await aLicence(caller),
    ground: 'forceMajeure',
    reason: '经营场所毁于洪水。',
  }),
  'POST /licences/:licenceId/revoke': async (caller) => ({
    licenceId: await aLicence(caller),
    ground: 'notEligible',
    reason: '不符合条件。',
    heard: { toldDay: '2026-03-02', how: 'stated' },
  }),
  'POST /licences/:licenceId/serve-document': () => ({
    ...world.decided,
    method: 'MAIL',
    receiver: 'applicant',
    carrier: '中国邮政',
    trackingNumber: 'EA123456789CN',
  }),
  'GET /my/licences': () => ({}),
  'GET /my/licences/:licenceId': () => ({ licenceId: world.licenceId }),
  'GET /my/licences/:licenceId/code': () => ({ licenceId: world.licenceId }),
  'GET /my/cases': () => ({}),
  'POST /my/cases': () => ({ itemId: town.items.seniorCard }),
  'GET /my/cases/:caseId': () => ({ caseId: cases.kept }),
  'POST /my/cases/:caseId/save': () => ({ caseId: cases.draft }),
  'POST /my/cases/:caseId/submit': () => ({ caseId: cases.draft }),
  'POST /my/cases/:caseId/supplement': () => ({ caseId: cases.toSupplement, materials: world.supplement }),
  'POST /my/cases/:caseId/withdraw': () => ({ caseId: cases.toWithdraw }),
  'POST /my/cases/:caseId/receive-result': () => ({ caseId: cases.toReceive }),
  'GET /my/cases/:caseId/files/:fileId': () => ({ caseId: cases.kept, fileId: world.fileId }),
  'POST /case-queries': () => world.queried,
  'GET /worklist': () => ({}),
  'GET /worklist/counts': () => ({}),
  'GET /cases/:caseId': () => ({ caseId: cases.kept }),
  'GET /cases/:caseId/files/:fileId': () => ({ caseId: cases.kept, fileId: world.fileId }),
  'GET /cases/:caseId/preview': () => ({ caseId: cases.kept, act: 'accept' }),
  'GET /beyond-guide': () => ({}),
  'POST /cases/prefill': ({ role }) => ({
    itemId: role === 'villageAgent' ? (town.items['seniorAllowance'] ?? '') : town.items.seniorCard,
    name: '样例·李奶奶',
    residentNumber: sampleNumber(904),
  }),
  'POST /cases/take-in': ({ role }) =>
    role === 'villageAgent' ? atStation(town, sampleNumber(904)) : atWindow(town, sampleNumber(904)),
  'POST /cases/:caseId/verify-identity': () => ({ caseId: cases.kept, residentNumber: world.applicant.number }),
  'POST /cases/:caseId/open-material': () => ({ caseId: cases.kept, key: 'testReport' }),
  'POST /cases/:caseId/accept': () => ({ caseId: cases.toAccept }),
  'GET /my/cases/:caseId/commitment': () => ({ caseId: cases.kept }),
  'POST /my/cases/:caseId/withdraw-commitment': () => ({ caseId: cases.toTakeBack }),
  'POST /my/cases/:caseId/supply': () => ({
    caseId: cases.owing,
    materials: [{ key: 'promise', fileIds: [world.promiseFileId] }],
  }),
  'POST /cases/:caseId/accept-tolerated': () => ({
    caseId: cases.toTolerate,
    materials: ['photos', 'training'],
    supplyDay: town.today(),
    method: 'WINDOW',
    signed: true,
  }),
  'POST /cases/:caseId/receive-tolerated': () => ({
    caseId: cases.owingAtWindow,
    materials: [{ key: 'promise', received: true, originals: 1, copies: 0, fileIds: [] }],
  }),
  'POST /cases/:caseId/withdraw-commitment': () => ({ caseId: cases.toTakeBackAtWindow }),
  'POST /cases/:caseId/verify-commitment': ({ role }) => ({
    caseId:
      role === 'decider' ? cases.toVerify : role === 'organHead' ? cases.toVerifyByHead : cases.toVerifyByReviewer,
    result: 'KEPT',
    findings: '属实。',
  }),
  'GET /cases/:caseId/commitment': () => ({ caseId: cases.kept }),
  'GET /cases/:caseId/tolerated-preview': () => ({
    caseId: cases.kept,
    materials: 'testReport',
    supplyDay: town.today(),
    method: 'WINDOW',
  }),
  'POST /cases/commitment-letter': ({ role }) => ({
    itemId: role === 'villageAgent' ? (town.items['seniorAllowance'] ?? '') : (town.items['tobaccoRenewal'] ?? ''),
    whole: false,
    materials: role === 'villageAgent' ? [] : ['promise'],
  }),
  'GET /commitment-checks': () => ({}),
  'GET /credit-records': () => ({}),
  'POST /credit-records': () => ({
    name: '样例·王老板',
    number: sampleNumber(940),
    source: 'FALSE_COMMITMENT',
    reason: '承诺不实。',
  }),
  'POST /credit-records/:recordId/repair': async () => ({ recordId: await aCreditRecord(), reason: '已整改。' }),
  'POST /cases/:caseId/correct': () => ({
    caseId: cases.toCorrect,
    defects: [{ key: 'testReport', kind: 'missing', howToFix: '请补交。' }],
  }),
  'POST /cases/:caseId/refuse': () => ({ caseId: cases.toRefuse, ground: 'notRequired', reason: '依法不需要许可。' }),
  'POST /cases/:caseId/receive-supplement': () => ({
    caseId: cases.toReceiveSupplement,
    materials: [{ key: 'testReport', received: true, originals: 1, copies: 0, fileIds: [] }],
  }),
  'GET /cases/:caseId/procedures': () => ({ caseId: cases.kept }),
  'POST /cases/:caseId/start-procedure': async (caller) => ({
    caseId: await ofHandlers(caller, () => acceptedLicence(town, owner)),
    ground: 'testing',
    neededDays: 3,
    reason: '检测。',
  }),
  'POST /cases/:caseId/end-procedure': async (caller) => ({
    caseId: await ofHandlers(caller, standingStill),
    result: '合格。',
  }),
  'POST /cases/:caseId/request-extension': async (caller) => ({
    caseId: await ofHandlers(caller, () => acceptedLicence(town, owner)),
    days: 5,
    reason: '还要核实。',
  }),
  'POST /cases/:caseId/extend': async ({ role }) => ({
    ...(await extensionFor(role)),
    answer: 'refuse',
    reason: '不用。',
  }),
  'GET /heads-work': () => ({}),
  'POST /cases/:caseId/report-up': async (caller) => ({
    caseId: await ofHandlers(caller, () => reportable(false)),
    opinion: 'agree',
    text: '拟同意。',
  }),
  'POST /cases/:caseId/record-upper-decision': async (caller) => ({
    caseId: await ofHandlers(caller, () => reportable(true)),
    outcome: 'GRANTED',
    number: '样例1号',
    day: town.today(),
    fileId: await (caller.role === 'decider' ? town.decider : town.reviewer).upload('上级决定.png'),
  }),
  'POST /cases/:caseId/post-notice': async (caller) => ({
    caseId: await ofHandlers(caller, async () => (await noticed('reviewed')).caseId),
    content: '拟准予。',
  }),
  'POST /cases/:caseId/close-notice': async (caller) => ({
    caseId: await ofHandlers(caller, async () => (await noticed('over')).caseId),
    opinion: 'agree',
    conclusion: '没有异议。',
  }),
  'POST /cases/:caseId/answer-objection': async ({ role }) => {
    if (role !== 'reviewer' && role !== 'decider')
      return { caseId: cases.kept, objectionId: newId(), text: '已核实。' };
    const { caseId, objectionId } = await noticed('objected');
    return { caseId, objectionId, text: '已核实。' };
  },
  'GET /public-notices': () => ({}),
  'GET /grants': () => ({}),
  'GET /public-notices/:noticeId': async () => ({ noticeId: await aNotice() }),
  'GET /promise-explanations': () => ({}),
  'GET /my/public-notices/:noticeId/objection': async () => ({ noticeId: await aNotice() }),
  'POST /my/public-notices/:noticeId/objections': async () => ({
    noticeId: await aNotice(),
    name: '样例·邻居',
    text: '太吵。',
  }),
  'POST /public-notices/:noticeId/objections': async () => ({
    noticeId: await aNotice(),
    name: '样例·邻居',
    text: '太吵。',
  }),
  'POST /cases/:caseId/sign-for': () => ({ caseId: cases.toSignFor }),
  'POST /cases/:caseId/review': () => ({ caseId: cases.toReview, opinion: 'agree', text: '齐全。' }),
  'POST /cases/:caseId/return-task': () => ({
    caseId: cases.toReturn,
    taskId: world.tasks.toReturn,
    reason: '不归本局办。',
  }),
  'POST /cases/:caseId/reopen-task': () => ({
    caseId: cases.toReopen,
    taskId: world.tasks.toReopen,
    reason: '请再核对一次。',
  }),
  'POST /cases/:caseId/reassign-task': () => ({
    caseId: cases.toReassign,
    taskId: world.tasks.toReassign,
    organId: town.organs.partner,
    reason: '由该局办。',
  }),
  'POST /cases/:caseId/add-signer': () => ({
    caseId: cases.toAddSigner,
    taskId: world.tasks.toAddSigner,
    organId: town.organs.partner,
    reason: '请一起看。',
  }),
  'POST /cases/:caseId/certify': () => ({ caseId: cases.toCertify }),
  'GET /cases/:caseId/organs': () => ({ caseId: cases.kept }),
  'POST /cases/:caseId/decide': ({ role }) => ({
    caseId: role === 'organHead' ? cases.toDecideByHead : cases.toDecide,
    outcome: 'GRANTED',
  }),
  'POST /cases/:caseId/withdraw-for-applicant': () => ({
    caseId: cases.toWithdrawAtWindow,
    signer: 'applicant',
    returned: [],
  }),
  'POST /cases/:caseId/terminate': ({ role }) => ({
    caseId: role === 'organHead' ? cases.toTerminateByHead : cases.toTerminate,
    ground: 'objectGone',
    reason: '店面已经拆除。',
    returned: [],
  }),
  'POST /cases/:caseId/decide-at-desk': () => ({
    caseId: cases.atDesk,
    outcome: 'GRANTED',
    officer: { username: 'town-decider', password },
  }),
  'GET /village-agents': () => ({ caseId: cases.kept }),
  'POST /cases/:caseId/assign-delivery': () => ({ caseId: cases.toAssign, postId: town.agent.postId }),
  'POST /cases/:caseId/deliver': ({ role }) =>
    role === 'villageAgent'
      ? { caseId: cases.kept, method: 'ENTRUSTED', receiver: 'applicant' }
      : { caseId: cases.toDeliver, method: 'DIRECT', receiver: 'applicant' },
  'POST /cases/:caseId/hand-over': () => ({ caseId: cases.atDesk, documentId: world.toHandOver }),
  'POST /cases/:caseId/serve-document': () => ({
    caseId: cases.toServe,
    documentId: world.toServe,
    method: 'MAIL',
    receiver: 'applicant',
    carrier: '中国邮政',
    trackingNumber: 'EA123456789CN',
  }),
  'POST /cases/:caseId/revoke-mandate': () => ({ caseId: cases.byAgent, reason: '本人到窗口撤销' }),
  'POST /cases/:caseId/reveal': () => ({
    caseId: cases.kept,
    partyId: world.partyId,
    field: 'number',
    reason: '核对证件',
  }),
  'POST /cases/:caseId/return-to-front': () => ({ caseId: cases.toGiveBack, reason: '平面图不对。' }),
  'POST /cases/:caseId/recuse': () => ({ caseId: cases.toRecuse, reason: '认识申请人。' }),
  'GET /cases/:caseId/officers': () => ({ caseId: cases.kept }),
  'GET /hand-over-sheets': () => ({}),
  'GET /hand-over-candidates': () => ({}),
  'GET /hand-over-sheets/:sheetId': async () => ({ sheetId: await aSheet('TO_OFFICE', 'TAKEN') }),
  'GET /hand-over-sheets/:sheetId/pdf': async () => ({ sheetId: await aSheet('TO_OFFICE', 'TAKEN') }),
  'POST /hand-over-sheets': () => ({ partnerId: newId(), caseIds: [newId()] }),
  'POST /hand-over-sheets/:sheetId/hand': async ({ role }) => ({
    sheetId: await aSheet(role === 'windowClerk' ? 'TO_OFFICE' : 'TO_WINDOW', 'MADE'),
  }),
  'POST /hand-over-sheets/:sheetId/discard': async ({ role }) => ({
    sheetId: await aSheet(role === 'windowClerk' ? 'TO_OFFICE' : 'TO_WINDOW', 'MADE'),
  }),
  'POST /hand-over-sheets/:sheetId/take': async ({ role }) => ({
    sheetId: await aSheet(role === 'windowClerk' ? 'TO_WINDOW' : 'TO_OFFICE', 'HANDED'),
    refused: [],
  }),
  'GET /meetings': () => ({}),
  'GET /meetings/:meetingId': async () => ({ meetingId: await keptMeeting('arranged') }),
  'GET /cases/:caseId/tasks/:taskId/meeting-plan': async (caller) => heard({ ...caller, elsewhere: true }),
  'POST /cases/:caseId/tasks/:taskId/meetings': async ({ role }) => ({
    ...(role === 'reviewer'
      ? await taskToMeet('JOINT_REVIEW')
      : { caseId: cases.kept, taskId: await taskOf(town, cases.kept, 'REVIEW') }),
    startsAt: '2026-03-20T10:00',
    place: '样例',
  }),
  'POST /cases/:caseId/tasks/:taskId/notify-hearing': async ({ role }) => ({
    ...(role === 'reviewer'
      ? await taskToMeet('HEARING')
      : { caseId: cases.kept, taskId: await taskOf(town, cases.kept, 'REVIEW') }),
    matter: '样例',
    interestedParties: [],
  }),
  'POST /cases/:caseId/tasks/:taskId/record-hearing-answer': async (caller) => {
    const task = await heard(caller);
    return { ...task, partyId: await partyOfHearing(task), answer: 'REQUESTED' };
  },
  'POST /meetings/:meetingId/name-officers': async (caller) => ({
    meetingId: await meetingFor(caller, 'arranged'),
    staffIds: [town.reviewer.staffId],
  }),
  'POST /meetings/:meetingId/postpone': async (caller) => ({
    meetingId: await meetingFor(caller, 'arranged'),
    startsAt: '2026-03-23T10:00',
    reason: '样例',
  }),
  'POST /meetings/:meetingId/cancel': async (caller) => ({
    meetingId: await meetingFor(caller, 'arranged'),
    reason: '样例',
  }),
  'POST /meetings/:meetingId/draw-experts': async (caller) => ({ meetingId: await meetingFor(caller, 'panel') }),
  'POST /meetings/:meetingId/decline-expert': async (caller) => {
    const meetingId = await meetingFor(caller, 'drawn');
    const { draw } = await town.reviewer.call('GET /meetings/:meetingId', { meetingId });
    return { meetingId, expertId: draw?.experts[0]?.expertId ?? newId(), ground: 'unavailable', reason: '样例' };
  },
  'POST /meetings/:meetingId/rule-on-challenge': async (caller) => ({
    meetingId: await meetingFor(caller, 'hearing'),
    ruling: 'REJECTED',
    reason: '样例',
  }),
  'POST /meetings/:meetingId/hold': async (caller) => ({
    meetingId: await meetingFor(caller, 'begun'),
    attendees: [town.reviewer.staffId],
  }),
  'POST /meetings/:meetingId/write-opinion': async (caller) => ({
    meetingId: await meetingFor(caller, 'joint'),
    opinion: 'agree',
    text: '样例',
  }),
  'POST /meetings/:meetingId/write-conclusion': async (caller) => ({
    meetingId: await meetingFor(caller, 'held'),
    outcome: 'agree',
    text: '样例',
  }),
  'POST /meetings/:meetingId/record-signature': async (caller) => {
    const meetingId = await meetingFor(caller, 'guests');
    const { guests } = await town.reviewer.call('GET /meetings/:meetingId', { meetingId });
    return { meetingId, guestId: guests[0]?.guestId ?? newId(), signature: 'SIGNED' };
  },
  'POST /meetings/:meetingId/sign': async (caller) => ({ meetingId: await meetingFor(caller, 'written') }),
  'GET /my/cases/:caseId/hearing': () => ({ caseId: cases.kept }),
  'POST /my/cases/:caseId/request-hearing': async (caller) => ({ caseId: (await heard(caller)).caseId }),
  'POST /my/cases/:caseId/waive-hearing': async (caller) => ({ caseId: (await heard(caller)).caseId }),
  'GET /hearings': () => ({}),
  'GET /draws/:meetingId': async () => ({ meetingId: await keptMeeting('drawn') }),
  'GET /experts': () => ({}),
  'POST /experts': () => anExpert('样例·专家'),
  'POST /experts/:expertId/save': async () => ({ expertId: await anExpertOfPool(), ...anExpert('样例·专家') }),
  'GET /devolutions': () => ({}),
  'GET /devolution-batches': () => ({}),
  'GET /devolution-batches/:batchId': async () => ({ batchId: (await batchAt(town, 'PROPOSED')).batchId }),
  'GET /devolution-batches/:batchId/files/:fileId': async () => batchWithFile(town, world.fileId),
  'POST /devolution-batches': () => ({ title: '样例批次', items: [seniorCardDown(town)] }),
  'POST /devolution-batches/:batchId/put-items': async () => ({
    batchId: (await batchAt(town, 'PROPOSED', { empty: true })).batchId,
    items: [seniorCardDown(town)],
  }),
  'POST /devolution-batches/:batchId/hold-meeting': async () => {
    const { batchId, organId } = await batchAt(town, 'PROPOSED');
    return { batchId, day: town.today(), organIds: [organId] };
  },
  'POST /devolution-batches/:batchId/open-round': async () => ({
    batchId: (await batchAt(town, 'JOINT_MEETING')).batchId,
    untilDay: town.today(),
  }),
  'POST /devolution-batches/:batchId/comment': async () => ({
    batchId: (await batchAt(town, 'JOINT_MEETING', { openRounds: 1 })).batchId,
    opinion: 'AGREE' as const,
  }),
  'POST /devolution-batches/:batchId/close-round': async () => ({
    batchId: (await batchAt(town, 'JOINT_MEETING', { openRounds: 1, heard: true })).batchId,
  }),
  'POST /devolution-batches/:batchId/review-legality': async () => ({
    batchId: (await batchAt(town, 'JOINT_MEETING', { closedRounds: 3 })).batchId,
    lawful: true,
    opinion: '合法。',
  }),
  'POST /devolution-batches/:batchId/publish': async () => ({
    batchId: (await batchAt(town, 'LEGALITY_REVIEW')).batchId,
    announcement: '门户网站',
  }),
  'POST /devolution-batches/:batchId/record-training': async () => {
    const { batchId, organId } = await batchAt(town, 'PUBLISHED');
    return { batchId, organId, day: town.today(), hours: 2, section: '行政审批股', staffIds: [town.clerk.staffId] };
  },
  'POST /devolution-batches/:batchId/permit': async () => ({
    batchId: (await batchAt(town, 'TRAINED', { trained: town.clerk.staffId })).batchId,
    postIds: [town.clerk.postId],
  }),
  'POST /devolution-batches/:batchId/start-trial': async () => ({
    batchId: (await batchAt(town, 'PERMITTED')).batchId,
    fromDay: town.today(),
    untilDay: town.today(),
  }),
  'POST /devolution-batches/:batchId/go-live': async () => ({ batchId: (await batchAt(town, 'TRIAL')).batchId }),
  'POST /devolution-batches/:batchId/take-back': async () => ({
    batchId: (await batchAt(town, 'LIVE')).batchId,
    fromDay: town.today(),
    reason: '承接不了。',
  }),
  'POST /devolution-batches/:batchId/withdraw': async () => ({
    batchId: (await batchAt(town, 'PROPOSED')).batchId,
    reason: '另行研究。',
  }),
  'POST /devolution-batches/:batchId/change-acceptance': async () => {
    const { batchId, receiverId } = await batchAt(town, 'LIVE');
    return { batchId, receiverId, acceptance: 'DIFFICULT' as const, reason: '缺少设备。' };
  },
  'GET /look-backs': () => ({}),
  'POST /look-backs': async () => {
    await town.db.pool.query(`update look_backs set state = 'DONE' where district = $1`, [town.district]);
    return { sinceDay: '2026-01-01' };
  },
  'GET /look-backs/:lookBackId': async () => ({ lookBackId: (await aFinding(town, 'OPEN')).lookBackId }),
  'GET /look-back-findings': () => ({}),
  'POST /look-back-findings/:findingId/assign': async () => {
    const { findingId, organId } = await aFinding(town, 'OPEN');
    return { findingId, organId, deadlineDay: town.today() };
  },
  'POST /look-back-findings/:findingId/rectify': async () => ({
    findingId: (await aFinding(town, 'OPEN')).findingId,
    note: '已整改。',
  }),
  'POST /look-back-findings/:findingId/close': async () => ({
    findingId: (await aFinding(town, 'RECTIFIED')).findingId,
  }),
  'POST /look-back-findings/:findingId/reopen': async () => ({
    findingId: (await aFinding(town, 'CLOSED')).findingId,
    note: '没有整改到位。',
  }),
  'GET /dev/people': () => ({}),
  'POST /dev/become': async () => ({ appointmentId: await anAppointmentOf(world.expendable) }),
  'GET /dev/clock': () => ({}),
  'GET /dev/clock/preview': () => ({ workingDays: 1 }),
  'POST /dev/clock': () => ({}),
  'GET /dev/outbox': () => ({}),
};

/** Doors that let everybody knock and still ask for something: what they then answer. */
const askedFor: Partial<Record<RouteKey, RefusalCode>> = {
  // What a version does not list, above all what lies in a case, is no file of the guide.
  'GET /items/:itemId/files/:fileId': 'not_found',
  'POST /my/mandates': 'verified_needed',
  'POST /hand-over-sheets': 'sheet_case_unfit',
  'POST /resident-sessions': 'code_wrong',
  'POST /dev/clock': 'invalid_input',
};

async function anAppointmentOf(staffId: string): Promise<string> {
  const { rows } = await town.db.pool.query<{ id: string }>(
    'select id from appointments where district = $1 and staff_id = $2 order by id limit 1',
    [town.district, /-/.test(staffId) ? staffId : newId()],
  );
  return rows[0]?.id ?? newId();
}

async function knock(key: RouteKey, caller: Caller, input: Record<string, unknown>) {
  const [method = 'GET', pattern = ''] = key.split(' ');
  const rest = { ...input };
  const path = pattern.replace(/:(\w+)/g, (_, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return encodeURIComponent(value);
  });
  const isUpload = 'body' in routes[key];
  const search = method === 'GET' || isUpload ? `?${new URLSearchParams(rest as Record<string, string>)}` : '';
  const file = key === 'POST /item-imports' ? Buffer.from('名称\n演示事项\n') : png;
  const body = method === 'GET' ? undefined : isUpload ? file : rest;
  const { status, body: reply } = await town.visitor.raw(method, `/api${path}${search}`, body, {
    cookie: await cookieOf(town, caller),
  });
  return { status, reply };
}

/** How often the access log remembers each refusal of a route. */
async function remembered(key: RouteKey): Promise<Record<string, number>> {
  const { rows } = await town.db.pool.query<{ code: string; times: number }>(
    `select code, sum(times)::int as times from access_log where district = $1 and route = $2 and kind = 'refused' group by code`,
    [town.district, key],
  );
  return Object.fromEntries(rows.map(({ code, times }) => [code, times]));
}

/** The same request about something that does not exist. */
function guess(input: Record<string, unknown>): Record<string, unknown> {
  const named =
    [
      'documentId',
      'licenceId',
      'mandateId',
      'draftId',
      'importId',
      'batchId',
      'findingId',
      'sheetId',
      'meetingId',
      'archiveId',
    ].find((name) => name in input) ?? 'caseId';
  return { ...input, [named]: newId() };
}

const refusalOf = (code: RefusalCode) => ({
  status: refusalStatus[code],
  reply: { refusal: { code, facts: {}, fields: [] } },
});

test('Every route of the contract has its line, and no line is left over', () => {
  expect(Object.keys(access).sort()).toEqual(Object.keys(routes).sort());
});

/** Who changes his password signs everybody out who is in by the old one, so these doors come last. */
const signsOut: readonly RouteKey[] = ['POST /staff/password', 'POST /my/sessions/revoke-others'];
const lastOut = Object.entries(access) as [RouteKey, Who][];
lastOut.sort(([one], [other]) => Number(signsOut.includes(one)) - Number(signsOut.includes(other)));

test.each(lastOut)('%s lets in exactly those who may', async (key, who) => {
  const before = await remembered(key);
  const refused: Record<string, number> = {};
  for (const caller of callers) {
    const verdict = verdictOn(who, caller);
    const input: Record<string, unknown> = { ...(await inputs[key](caller)) };
    const answer = await knock(key, caller, input);
    if (verdict === 'welcome') {
      const asked = askedFor[key];
      if (asked === undefined)
        expect(answer, `${caller.name} may: ${JSON.stringify(answer.reply)}`).toMatchObject({ status: 200 });
      else expect(answer, `${caller.name} may knock`).toMatchObject({ reply: { refusal: { code: asked } } });
      if (who.may !== 'applicant' && who.may !== 'postsInScope') continue;
      // A guessed id, even by one who may, answers like the id of another's case.
      expect(await knock(key, caller, guess(input)), `${caller.name} guesses`).toEqual(refusalOf('not_found'));
      refused['not_found'] = (refused['not_found'] ?? 0) + 1;
    } else {
      expect(answer, `${caller.name} may not`).toEqual(refusalOf(verdict));
      refused[verdict] = (refused[verdict] ?? 0) + 1;
    }
  }
  const after = await remembered(key);
  for (const [code, times] of Object.entries(refused))
    expect((after[code] ?? 0) - (before[code] ?? 0), `the access log counts ${code}`).toBe(times);
});
