import type { Read } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { findHandedDown } from '../catalogue/index.ts';
import { loadPlaces } from '../places/index.ts';
import { receiversOf } from './devolution.rules.ts';
import type { BatchItemRow } from './devolution.store.ts';

/**
 * Of these items, those whose power went down already to a place that would receive it now: nobody can hold it in two
 * ways (ALL 22–24). It is taken back first.
 */
export async function findHanded(
  read: Read,
  items: readonly Pick<BatchItemRow, 'itemId' | 'mode' | 'kind' | 'regionIds' | 'receiverOrganId'>[],
  call: Pick<Call, 'district'>,
): Promise<Set<string>> {
  const going = items.filter(({ mode }) => mode !== 'SERVICE_FORWARD');
  const [places, routes] = await Promise.all([
    loadPlaces(read, call.district),
    findHandedDown(
      read,
      call.district,
      going.map(({ itemId }) => itemId),
    ),
  ]);
  const handed = going.filter((item) => {
    const wanted = receiversOf({ ...item, organId: item.receiverOrganId }, places);
    return routes
      .filter(({ itemId }) => itemId === item.itemId)
      .map(({ regionId }) => new Set(places.descendantsOf(regionId)))
      .some((covered) => wanted.some(({ regionId }) => covered.has(regionId)));
  });
  return new Set(handed.map(({ itemId }) => itemId));
}
