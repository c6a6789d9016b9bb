import type { DeliveryMethod } from '../../../contract/values.ts';
import type { Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { CaseReference } from '../cases/index.ts';
import { admitAct } from '../cases/index.ts';
import type { StaffCall } from '../people/index.ts';
import { type DeliverCase, serveResult } from './serve-result.ts';

/** Hands over the result at the window, or as the village agent to whom it was given; the case completes. */
export async function deliverCase(tx: Tx, input: DeliverCase, call: StaffCall): Promise<CaseReference> {
  const theCase = await admitAct(tx, 'deliver', input.caseId, call);
  if (input.receiver === 'entrusted' && (input.receiverName ?? '').trim() === '')
    throw new Refusal('invalid_input', {}, [{ field: 'receiverName', code: 'required' }]);
  // Who serves says how: an agent carries, a window hands over. Electronic service is the applicant's own act.
  const expected: DeliveryMethod = call.staff.post?.role === 'villageAgent' ? 'ENTRUSTED' : 'DIRECT';
  if (input.method !== expected) throw new Refusal('invalid_input', {}, [{ field: 'method', code: 'not_an_option' }]);
  return serveResult(tx, theCase, input, call, [call.staff.name]);
}
