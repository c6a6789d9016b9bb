import type { CaseAct } from '../../../../contract/cases.ts';

/** Acts that have a page of their own, in the order in which they come up in a case. */
export const pageActs = [
  'verifyIdentity',
  'accept',
  'acceptTolerated',
  'correct',
  'receiveSupplement',
  'receiveTolerated',
  'decideAtDesk',
  'signFor',
  'review',
  'decide',
  'certify',
  'deliver',
  'assignDelivery',
  'refuse',
  'returnTask',
  'addSigner',
  'reassignTask',
  'reopenTask',
  'serveDocument',
  'verifyCommitment',
  'withdrawCommitment',
  'withdrawForApplicant',
  'terminate',
  'startProcedure',
  'endProcedure',
  'requestExtension',
  'extend',
  'reportUp',
  'recordUpperDecision',
  'postNotice',
  'closeNotice',
  'returnToFront',
  'recuse',
] as const satisfies readonly CaseAct[];
export type PageAct = (typeof pageActs)[number];

export const isPageAct = (act: string): act is PageAct => (pageActs as readonly string[]).includes(act);
