import type { District, OrganView, Region, ServiceCenter } from '../../../contract/places.ts';
import type { Read } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { Refusal } from '../../platform/refusal.ts';
import { openingOf } from './center.rules.ts';
import type { Place } from './place.rules.ts';
import { loadPlaces } from './place.store.ts';

/** 政府服务热线, the same number everywhere. */
const hotline = '12345';

/** The district that this installation serves, its day and hour. Refuses `not_found` while it has no divisions. */
export async function getDistrict(read: Read, _: object, call: Call): Promise<District> {
  const { root } = await loadPlaces(read, call.district);
  if (root === undefined) throw new Refusal('not_found');
  return {
    key: call.district,
    code: root.code.slice(0, 6),
    name: root.name,
    regionId: root.id,
    mode: call.demo ? 'demo' : 'live',
    now: call.now.toString(),
    today: call.today.toString(),
    hotline,
  };
}

/** The regions in force under one; the townships of the district when none is named. Refuses `not_found`. */
export async function getRegions(
  read: Read,
  { parentId }: { parentId?: string },
  call: Call,
): Promise<{ regions: Region[] }> {
  const places = await loadPlaces(read, call.district);
  const parent = parentId === undefined ? places.root : places.regionById(parentId);
  if (parent === undefined) throw new Refusal('not_found');
  return { regions: places.childrenOf(parent.id).map(regionOf) };
}

function regionOf({ id, code, name, level, parentId }: Place): Region {
  return { id, code, name, level, ...(parentId !== undefined && { parentId }) };
}

/** The organs of the district, oldest first. */
export async function getOrgans(
  read: Read,
  { after = '', limit = 20 }: { after?: string; limit?: number },
  call: Call,
): Promise<{ organs: OrganView[]; next?: string }> {
  const { organs, regionById } = await loadPlaces(read, call.district);
  const rest = organs.filter(({ id }) => id > after).toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return {
    organs: page.map(({ id, name, level, regionId }) => ({
      organId: id,
      name,
      level,
      place: regionById(regionId)?.name ?? { zh: '', en: '' },
      regionId,
    })),
    ...(rest.length > limit && last && { next: last.id }),
  };
}

/** The service centres for a region, nearest first, and whether each is open now. Refuses `not_found`. */
export async function getCenters(
  read: Read,
  { regionId }: { regionId?: string },
  call: Call,
): Promise<{ centers: ServiceCenter[] }> {
  const places = await loadPlaces(read, call.district);
  if (regionId !== undefined && places.regionById(regionId) === undefined) throw new Refusal('not_found');
  return {
    centers: places.centersFor(regionId).map(({ id, name, level, regionId: at, address, phone, hours }) => ({
      id,
      name,
      level,
      regionId: at,
      address,
      phone,
      hours: hours.map((span) => ({ ...span, weekdays: [...span.weekdays] })),
      open: openingOf(hours, call.now),
    })),
  };
}
