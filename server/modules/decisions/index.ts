export { admitApplicant } from './admit-applicant.ts';
export { assignDelivery } from './assign-delivery.ts';
export { barApplicants } from './bar-applicants.ts';
export { insertCaseLicence } from './case-licence.store.ts';
export { certifyResult } from './certify-result.ts';
export {
  type Choice,
  commitmentLetter,
  committable,
  isAtOnce,
  isNormal,
  judgeChoice,
  letterOf,
  replacedBy,
  stillOffered,
  verificationOf,
} from './commitment.rules.ts';
export {
  chooseCommitment,
  deleteSupplies,
  dropChoice,
  findCommitment,
  getOwed,
  insertSupplies,
  listChecks,
  markByCommitment,
  saveWithdrawal,
  settleSupplies,
  signCommitment,
  unmarkByCommitment,
} from './commitment.store.ts';
export { decideAtDesk } from './decide-at-desk.ts';
export { decideAtOnce } from './decide-at-once.ts';
export { decideCase } from './decide-case.ts';
export { deliverCase } from './deliver-case.ts';
export { grantingDecision, terminationNotice, type WithdrawalSigner, withdrawalRequest } from './ending-paper.rules.ts';
export { findKeptLicence } from './find-kept-licence.ts';
export { handOver } from './hand-over.ts';
export { planDeemedWithdrawal } from './plan-deemed-withdrawal.ts';
export { planRenewal } from './plan-renewal.ts';
export { planSupply } from './plan-supply.ts';
export { receiveResult } from './receive-result.ts';
export { withRenewals } from './renewal.queries.ts';
export { serveDocument } from './serve-document.ts';
export { terminateCase } from './terminate-case.ts';
export { verifyCommitment } from './verify-commitment.ts';
export { withdrawCase } from './withdraw-case.ts';
export { withdrawForApplicant } from './withdraw-for-applicant.ts';
