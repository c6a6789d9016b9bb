import type { Tx } from '../../platform/database/index.ts';
import type { CaseReference } from '../cases/index.ts';
import { admitMatter } from '../cases/index.ts';
import { getDocumentViews } from '../documents/index.ts';
import type { ResidentCall } from '../people/index.ts';
import { serveResult } from './serve-result.ts';

/** The applicant who asked for an electronic result takes it: the receipt is his own act. */
export async function receiveResult(
  tx: Tx,
  { caseId }: { caseId: string },
  call: ResidentCall,
): Promise<CaseReference> {
  const [matter, documents] = await Promise.all([
    admitMatter(tx, 'receiveResult', caseId, call),
    getDocumentViews(tx, call.district, caseId),
  ]);
  return serveResult(tx, { matter, documents }, { caseId, method: 'ELECTRONIC', receiver: 'applicant' }, call, []);
}
