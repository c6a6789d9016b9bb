import type { Read } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { Refusal } from '../../platform/refusal.ts';
import { getVersionsInForce } from '../catalogue/index.ts';
import { loadPlaces } from '../places/index.ts';
import { legalityFaults } from './devolution.rules.ts';
import type { BatchItemRow } from './devolution.store.ts';
import { findHanded } from './find-handed.ts';

/** Refuses `devolution_unlawful` where the law speaks against an item as it stands today, or nothing of it is in force. */
export async function refuseUnlawful(read: Read, items: readonly BatchItemRow[], call: Call): Promise<void> {
  const [places, versions, handed] = await Promise.all([
    loadPlaces(read, call.district),
    getVersionsInForce(read, call),
    findHanded(read, items, call),
  ]);
  const inForce = new Map(versions.map((version) => [version.itemId, version]));
  const faults = items.flatMap((item) => {
    const version = inForce.get(item.itemId);
    const codes =
      version === undefined
        ? ['not_in_force']
        : legalityFaults({ ...item, version, organId: item.receiverOrganId }, places);
    if (handed.has(item.itemId)) codes.push('handed_already');
    return codes.map((code) => ({ field: `items.${item.id}`, code }));
  });
  if (faults.length > 0) throw new Refusal('devolution_unlawful', { count: faults.length }, faults);
}
