import type { Assurance } from '../../../contract/values.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { newId } from '../../platform/ids.ts';
import { append } from '../../platform/ledger/index.ts';
import { createDataKey } from '../../platform/vault/index.ts';
import type { Identity } from './identity.rules.ts';
import { insertResident } from './resident.store.ts';

/** A resident known from elsewhere: an identity provider, an import, the demo. */
export async function addResident(
  tx: Tx,
  input: { phone: string; assurance: Assurance; identity?: Identity; maskedName?: string; regionId?: string },
  call: Call,
): Promise<{ residentId: string }> {
  const residentId = newId();
  await insertResident(tx, call.district, {
    id: residentId,
    key: createDataKey(tx, call.district),
    at: call.now,
    ...input,
  });
  append(tx, call, { subject: { kind: 'resident', id: residentId }, act: 'resident.added' });
  return { residentId };
}
