export { acceptCase } from './accept-case.ts';
export { acceptTolerated } from './accept-tolerated.ts';
export { admitAct } from './admit-act.ts';
export { type AdmittedTask, admitTaskAct } from './admit-task-act.ts';
export { advanceCase } from './advance-case.ts';
export { type CaseReference, dueOf, getCaseReply } from './case.queries.ts';
export { stateOfCase } from './case.rules.ts';
export {
  type Case,
  everywhere,
  filedBy,
  getCase,
  getParties,
  lockCase,
  type Party,
  readableTo,
  saveCase,
  visibleTo,
} from './case.store.ts';
export { type CaseTrace, getCaseTraces } from './case-trace.queries.ts';
export { certifyResult } from './certify-result.ts';
export { correctCase } from './correct-case.ts';
export { decideAtDesk } from './decide-at-desk.ts';
export { decideCase } from './decide-case.ts';
export { deliverCase } from './deliver-case.ts';
export { saveTaskDueDays } from './due-day.store.ts';
export { endByTermination } from './end-by-termination.ts';
export { endCase } from './end-case.ts';
export { type FinishTask, finishTask } from './finish-task.ts';
export { getMatter } from './matter.store.ts';
export { basesOf, type Matter, paperHead, requirementsOf } from './paper.rules.ts';
export { applicantOf, presentPerson } from './party.rules.ts';
export { planTelling } from './plan-telling.ts';
export { returnTask } from './return-task.ts';
export { reviewCase } from './review-case.ts';
export { serveNotice } from './serve-notice.ts';
export { signForCase } from './sign-for-case.ts';
export { startDecision } from './start-decision.ts';
export { takeInCase } from './take-in-case.ts';
export { runOf } from './viewer.rules.ts';
