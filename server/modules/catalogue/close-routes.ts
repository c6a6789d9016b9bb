import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { append } from '../../platform/ledger/index.ts';
import { reviseCatalogue } from './item.store.ts';
import { endRoutes } from './route.store.ts';

/** Takes routes back from a day on (收回): what was received before keeps its way. Those that have ended stay as they are. */
export async function closeRoutes(
  tx: Tx,
  { routeIds, fromDay }: { routeIds: readonly string[]; fromDay: string },
  call: Call,
): Promise<void> {
  if (routeIds.length === 0) return;
  const ended = await endRoutes(tx, call.district, { routeIds, fromDay });
  for (const [itemId, own] of Map.groupBy(ended, (route) => route.itemId))
    append(tx, call, {
      subject: { kind: 'item', id: itemId },
      act: 'item.routesClosed',
      facts: { routes: own.map(({ id }) => id), fromDay },
    });
  reviseCatalogue(tx, call.district);
}
