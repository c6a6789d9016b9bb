export { actingOf } from './acting.rules.ts';
export { addSigner } from './add-signer.ts';
export { admitAct } from './admit-act.ts';
export { admitMatter } from './admit-matter.ts';
export { type AdmittedTask, admitTaskAct } from './admit-task-act.ts';
export { advanceCase } from './advance-case.ts';
export { leafAt, placeFaults, placeNamesOf } from './answer.rules.ts';
export type { CaseFacts, Examiner, Objection, Viewer } from './case.data.ts';
export {
  type CaseReference,
  caseReplyOf,
  dueOf,
  findRenewedByLaw,
  getCaseReply,
  getDeliveryAgents,
} from './case.queries.ts';
export {
  actionsOf,
  actsFrom,
  answerDue,
  belongsTo,
  duePurposeOf,
  examinersOf,
  isTaskAct,
  judgeCorrection,
  judgeDecision,
  judgeReport,
  objectionTo,
  samePerson,
  stateOfCase,
} from './case.rules.ts';
export {
  type Case,
  everywhere,
  filedBy,
  findCaseByNumber,
  findDraft,
  getCase,
  getCasesOf,
  getLateReasons,
  getParties,
  insertDraft,
  insertParties,
  insertReceipt,
  lockCase,
  openCase,
  type Party,
  queryIndex,
  readableTo,
  saveAwaitedHead,
  saveCase,
  saveMandate,
  setPartyVerified,
  takeCaseNumber,
  visibleTo,
  worksOn,
} from './case.store.ts';
export { lockCases, saveTaskDueDays } from './due-day.store.ts';
export { endCase } from './end-case.ts';
export {
  type CaseEnded,
  caseEndedJob,
  deceitReasons,
  handlingOf,
  isRenewedByLaw,
  isSafetyMatter,
  judgeTermination,
  type RenewalTiming,
  type TerminationGround,
  termAfter,
  terminationGround,
  timingOf,
} from './ending.rules.ts';
export { finishTask } from './finish-task.ts';
export { changedRows, type KeptLicence } from './kept-licence.rules.ts';
export {
  belongsToCase,
  type Defect,
  dropMaterials,
  findFiledAt,
  getDefects,
  getMaterials,
  type HandedIn,
  insertDefects,
  type Material,
  noteOpened,
  putMaterials,
  reopenDefects,
  settleDefects,
} from './material.store.ts';
export { filledForm, getMatter } from './matter.store.ts';
export {
  acceptanceNotice,
  acceptanceRefusal,
  agentAuthorization,
  agreedElectronic,
  applicationForm,
  appliedDay,
  basesOf,
  correctionNotice,
  denialDecision,
  type FilingMandate,
  grantDecision,
  intakeReceipt,
  licenceOf,
  type Matter,
  paperHead,
  remedies,
  requirementsOf,
} from './paper.rules.ts';
export { applicantOf, applicantsOf, type KnownPerson, partiesOf, phonesToTell, presentPerson } from './party.rules.ts';
export { planCaseEnded } from './plan-case-ended.ts';
export { planTelling } from './plan-telling.ts';
export { headOver, isHead } from './procedure-act.rules.ts';
export { reassignTask } from './reassign-task.ts';
export { mustKeepAway, recusalObjection } from './recusal.rules.ts';
export { noteExaminers, recusalColumnsOf } from './recusal.store.ts';
export { recuseOfficer } from './recuse-officer.ts';
export { reopenTask } from './reopen-task.ts';
export { returnTask } from './return-task.ts';
export { reviewCase } from './review-case.ts';
export { serveNotice } from './serve-notice.ts';
export { signForCase } from './sign-for-case.ts';
export { startDecision } from './start-decision.ts';
export { tasksFor } from './task-act.rules.ts';
export { tellApplicants } from './tell-applicants.ts';
export { agentReaches, findReach } from './told-case.queries.ts';
export {
  judgeSupply,
  judgeTolerance,
  lastSupplyDay,
  missingOf,
  reminderDays,
  toleratedCommitment,
  toleratedNotice,
} from './tolerance.rules.ts';
export { correctionLastDay, factsOf, isVillageAgent, runOf, seesOnlyResult, viewerOf } from './viewer.rules.ts';
