export { acceptCase } from './accept-case.ts';
export { acceptTolerated } from './accept-tolerated.ts';
export { beginDraft } from './begin-draft.ts';
export { getBeyondGuide } from './beyond-guide.queries.ts';
export { caseNoOf } from './case-number.rules.ts';
export {
  getCaseCommitment,
  getMyCommitment,
  getWindowLetter,
  listCommitmentChecks,
  previewTolerated,
} from './commitment.queries.ts';
export { correctCase } from './correct-case.ts';
export { getPrefillAtWindow } from './prefill.queries.ts';
export { receiveTolerated } from './receive-tolerated.ts';
export { refuseCase } from './refuse-case.ts';
export { returnToFront } from './return-to-front.ts';
export { revokeCaseMandate } from './revoke-case-mandate.ts';
export { saveDraft } from './save-draft.ts';
export { submitCase } from './submit-case.ts';
export { supplementCase } from './supplement-case.ts';
export { takeInCase } from './take-in-case.ts';
export { verifyIdentity } from './verify-identity.ts';
export { withdrawCommitment } from './withdraw-commitment.ts';
