import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { append } from '../../platform/ledger/index.ts';
import { insertCenter, type NewCenter } from './place.store.ts';

/** Adds a service centre for its region, and for others that share it. */
export async function addCenter(tx: Tx, center: NewCenter, call: Call): Promise<{ centerId: string }> {
  const centerId = await insertCenter(tx, call.district, center);
  append(tx, call, {
    subject: { kind: 'center', id: centerId },
    act: 'center.added',
    facts: {
      name: center.name.zh,
      level: center.level,
      regionId: center.regionId,
      organId: center.organId,
      serves: center.serves ?? [],
    },
  });
  return { centerId };
}
