import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { newId } from '../../platform/ids.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { loadPlaces } from '../places/index.ts';
import { reviseCatalogue } from './item.store.ts';
import { type ItemRoute, routeFaults } from './route.rules.ts';
import { insertRoutes } from './route.store.ts';

/**
 * Lets items be received elsewhere from a day on, and be decided there where power goes along (domain §1.6). Returns the
 * routes' ids in the order given. Refuses `devolution_unlawful`: a village that would decide, a receiver that is no organ.
 */
export async function openRoutes(
  tx: Tx,
  { routes }: { routes: readonly Omit<ItemRoute, 'id' | 'untilDay'>[] },
  call: Call,
): Promise<{ routeIds: string[] }> {
  const places = await loadPlaces(tx, call.district);
  const faults = routes.flatMap((route, index) =>
    routeFaults(route, places).map((code) => ({ field: `routes.${index}`, code })),
  );
  if (faults.length > 0) throw new Refusal('devolution_unlawful', { count: faults.length }, faults);
  const made = routes.map((route): ItemRoute => ({ ...route, id: newId(), untilDay: null }));
  await insertRoutes(tx, call.district, made);
  for (const [itemId, own] of Map.groupBy(made, (route) => route.itemId))
    append(tx, call, {
      subject: { kind: 'item', id: itemId },
      act: 'item.routesOpened',
      facts: {
        routes: own.map(({ id }) => id),
        regions: own.map(({ regionId }) => regionId),
        modes: [...new Set(own.map(({ mode }) => mode))],
        fromDay: own[0]?.fromDay ?? '',
      },
    });
  reviseCatalogue(tx, call.district);
  return { routeIds: made.map(({ id }) => id) };
}
