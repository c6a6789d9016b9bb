import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { freezeDocument, type Issue } from './freeze-document.ts';
import { type IssuedDocument, issueFrozen } from './issue-frozen.ts';

/**
 * Issues an official document in the act's transaction: number, frozen data and digest now, the PDF by a job. It takes
 * the counter's lock, so acts call it last.
 */
export async function issueDocument(tx: Tx, issue: Issue, call: Call): Promise<IssuedDocument> {
  return issueFrozen(tx, await freezeDocument(tx, issue, call), call);
}
