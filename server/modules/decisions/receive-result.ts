import type { Tx } from '../../platform/database/index.ts';
import type { CaseReference } from '../cases/index.ts';
import { admitAct } from '../cases/index.ts';
import type { ResidentCall } from '../people/index.ts';
import { serveResult } from './serve-result.ts';

/** The applicant who asked for an electronic result takes it: the receipt is his own act. */
export async function receiveResult(
  tx: Tx,
  { caseId }: { caseId: string },
  call: ResidentCall,
): Promise<CaseReference> {
  const theCase = await admitAct(tx, 'receiveResult', caseId, call);
  return serveResult(tx, theCase, { caseId, method: 'ELECTRONIC', receiver: 'applicant' }, call, []);
}
