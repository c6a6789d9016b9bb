import { tidy } from '../../../contract/typing.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { Refusal } from '../../platform/refusal.ts';
import { findCaseByNumber, queryIndex } from '../cases/index.ts';
import { caseNoOf } from '../intake/index.ts';
import { getQueriedCase } from './view.queries.ts';

/** Where is my matter? By number and query code, without an account. Refuses: query_wrong, the same for either. */
export async function queryCase(tx: Tx, input: { caseNo: string; queryCode: string }, call: Call) {
  const caseNo = caseNoOf(input.caseNo);
  const theCase = await findCaseByNumber(tx, call.district, caseNo);
  const code = tidy(input.queryCode).replace(/\s/g, '').toUpperCase();
  if (theCase?.queryIndex == null || !theCase.queryIndex.equals(queryIndex(caseNo, code)))
    throw new Refusal('query_wrong');
  return getQueriedCase(tx, call, theCase);
}
