import type { DeliveryMethod } from '../../../contract/values.ts';
import type { Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { CaseReference } from '../cases/index.ts';
import { admitMatter } from '../cases/index.ts';
import { getDocumentViews } from '../documents/index.ts';
import type { StaffCall } from '../people/index.ts';
import { type DeliverCase, serveResult } from './serve-result.ts';

/** Hands over the result at the window, or as the village agent to whom it was given; the case completes. */
export async function deliverCase(tx: Tx, input: DeliverCase, call: StaffCall): Promise<CaseReference> {
  const [matter, documents] = await Promise.all([
    admitMatter(tx, 'deliver', input.caseId, call),
    getDocumentViews(tx, call.district, input.caseId),
  ]);
  if (input.receiver === 'entrusted' && (input.receiverName ?? '').trim() === '')
    throw new Refusal('invalid_input', {}, [{ field: 'receiverName', code: 'required' }]);
  // Who serves says how: an agent carries, a window hands over. Electronic service is the applicant's own act.
  const expected: DeliveryMethod = call.staff.post?.role === 'villageAgent' ? 'ENTRUSTED' : 'DIRECT';
  if (input.method !== expected) throw new Refusal('invalid_input', {}, [{ field: 'method', code: 'not_an_option' }]);
  return serveResult(tx, { matter, documents }, input, call, [call.staff.name]);
}
