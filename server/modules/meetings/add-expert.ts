import type { Inputs } from '../../../contract/routes.ts';
import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { append } from '../../platform/ledger/index.ts';
import { createDataKey } from '../../platform/vault/index.ts';
import type { StaffCall } from '../people/index.ts';
import { insertExpert } from './expert.store.ts';
import { readExpert } from './read-expert.ts';

/** Takes an expert into the pool. The ledger keeps that it was done, not who it is. */
export async function addExpert(
  tx: Tx,
  input: Inputs['POST /experts'],
  call: StaffCall,
): Promise<{ expertId: string }> {
  const expert = readExpert(input);
  const [id, key] = [newId(), createDataKey(tx, call.district)];
  await insertExpert(tx, call.district, { id, key, ...expert });
  append(tx, call, {
    subject: { kind: 'expert', id },
    act: 'expert.added',
    facts: { fields: expert.fields, fromDay: expert.fromDay, untilDay: expert.untilDay },
  });
  return { expertId: id };
}
