import { createHash } from 'node:crypto';
import type { ExchangedItem } from '../../../contract/lists.ts';
import { levels } from '../../../contract/words.ts';
import type { Read } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { getItemToday, type ItemRoute, type ItemVersion, isOffered, loadInForce } from '../catalogue/index.ts';
import { loadPlaces, type Places } from '../places/index.ts';
import { exchangeOf } from './exchange.rules.ts';
import { isInHall } from './figure.rules.ts';
import { organText } from './list.data.ts';

/** 政府服务热线, where everybody may complain. */
const hotline = '12345';
const usualPage = 20;
/** One more whenever the same rows are told in another shape or with other values: what others keep ends with it. */
const exchangeShape = 1;

/** The items in force, whole, in the order of their ids, in which they are loaded. */
export async function getCatalogue(
  read: Read,
  { after, limit = usualPage }: { after?: string; limit?: number },
  call: Call,
): Promise<{ items: ExchangedItem[]; total: number; revision: number; next?: string }> {
  const [{ revision, versions, routes }, places] = await Promise.all([
    loadInForce(read, call),
    loadPlaces(read, call.district),
  ]);
  const from = after === undefined ? 0 : versions.findIndex(({ itemId }) => itemId > after.toLowerCase());
  const page = from < 0 ? [] : versions.slice(from, from + limit);
  const last = page.at(-1);
  return {
    items: page.map((version) => exchanged(version, 'IN_USE', ofItem(routes, version.itemId), places)),
    total: versions.length,
    revision,
    ...(last !== undefined && last !== versions.at(-1) && { next: last.itemId }),
  };
}

/** Changes with whatever is in force, and with the organs and centres that stand in the answer. */
export async function stampCatalogue(read: Read, _: unknown, call: Call): Promise<string> {
  const [{ revision }, places] = await Promise.all([loadInForce(read, call), loadPlaces(read, call.district)]);
  return `${exchangeShape}-${revision}-${call.today}-${digestOfPlaces(places)}`;
}

/** One item as it stands today. Refuses `not_found`, `item_not_offered`. */
export async function getExchangedItem(read: Read, { itemId }: { itemId: string }, call: Call): Promise<ExchangedItem> {
  const { version, standing, routes, places } = await readItem(read, itemId, call);
  return exchanged(version, standing, routes, places);
}

/** Changes with the version, the standing and the routes of this item alone, and with the places. */
export async function stampItem(read: Read, { itemId }: { itemId: string }, call: Call): Promise<string> {
  const { version, standing, routes, places } = await readItem(read, itemId, call);
  return digest([exchangeShape, version.id, standing, routes, digestOfPlaces(places)]);
}

async function readItem(read: Read, itemId: string, call: Call) {
  const [{ version, standing }, { routes }, places] = await Promise.all([
    getItemToday(read, call, itemId),
    loadInForce(read, call),
    loadPlaces(read, call.district),
  ]);
  return { version, standing, routes: ofItem(routes, itemId), places };
}

const ofItem = (routes: readonly ItemRoute[], itemId: string) => routes.filter((route) => route.itemId === itemId);

function exchanged(
  version: ItemVersion,
  standing: ExchangedItem['standing'],
  routes: readonly ItemRoute[],
  places: Places,
): ExchangedItem {
  const { id, itemId, code, level, caseType, effectiveDay, content } = version;
  const offered = places.centers.filter((center) => isOffered(version, routes, center, places));
  const widest = levels.find((each) => offered.some((center) => center.level === each));
  const centers = offered.filter((center) => center.level === widest);
  const [first] = centers;
  const organ = places.organById(version.decidingOrganId ?? '');
  return {
    itemId,
    itemVersionId: id,
    version: version.version,
    effectiveDay,
    code,
    level,
    caseType,
    standing,
    exchange: exchangeOf(version, {
      standing,
      organ: organText(version.decidingOrganId, places).zh,
      consult: firstSaid([organ?.phone, ...centers.map(({ phone }) => phone)]) ?? hotline,
      complain: hotline,
      address:
        first?.level === 'DISTRICT'
          ? first.address.zh
          : centers
              .map(({ name }) => name.zh)
              .join('；')
              .slice(0, 2000),
      hours: (first?.hours ?? [])
        .map(({ weekdays, opens, closes }) => `${weekdays.join('')} ${opens}-${closes}`)
        .join('；'),
      inHall: isInHall({ version, routes }),
    }),
    content,
  };
}

const firstSaid = (texts: readonly (string | undefined)[]) => texts.find((text = '') => text.trim() !== '');

const digests = new WeakMap<Places, string>();

function digestOfPlaces(places: Places): string {
  const known = digests.get(places) ?? digest([places.organs, places.centers]);
  digests.set(places, known);
  return known;
}

function digest(of: unknown): string {
  return createHash('sha256').update(JSON.stringify(of)).digest('hex').slice(0, 20);
}
