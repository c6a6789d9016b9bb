import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { append } from '../../platform/ledger/index.ts';
import type { Organ } from './place.rules.ts';
import { insertOrgan } from './place.store.ts';

/** Adds an organ or organisation. */
export async function addOrgan(tx: Tx, organ: Omit<Organ, 'id'>, call: Call): Promise<{ organId: string }> {
  const organId = await insertOrgan(tx, call.district, organ);
  append(tx, call, {
    subject: { kind: 'organ', id: organId },
    act: 'organ.added',
    facts: {
      name: organ.name.zh,
      level: organ.level,
      regionId: organ.regionId,
      isAdministrativeOrgan: organ.isAdministrativeOrgan,
    },
  });
  return { organId };
}
