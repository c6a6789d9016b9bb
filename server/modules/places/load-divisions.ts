import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { newId } from '../../platform/ids.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { findDivisions } from './division.data.ts';
import type { Place } from './place.rules.ts';
import { hasRegionOfCode, insertRegions } from './place.store.ts';

/** A county by its GB/T 2260 code (six digits), and the day from which its regions stand here. */
export interface LoadDivisions {
  readonly regionCode: string;
  readonly fromDay: Temporal.PlainDate;
}

/**
 * Fills in the regions of a real county down to its villages; a county directly under its province is one like others.
 * Refuses `invalid_input`: no such county, or it is here already.
 */
export async function loadDivisions(
  tx: Tx,
  { regionCode, fromDay }: LoadDivisions,
  call: Call,
): Promise<{ regionId: string; townships: number; villages: number }> {
  const divisions = /^\d{6}$/.test(regionCode) ? await findDivisions(regionCode) : [];
  const [county] = divisions;
  if (county === undefined) throw new Refusal('invalid_input', {}, [{ field: 'regionCode', code: 'no_such_region' }]);
  if (await hasRegionOfCode(tx, call.district, county.code)) {
    throw new Refusal('invalid_input', {}, [{ field: 'regionCode', code: 'region_already_here' }]);
  }
  const ids = new Map(divisions.map(({ code }) => [code, newId()]));
  const regions = divisions.flatMap(({ code, parentCode, level, name }): Place[] => {
    const id = ids.get(code);
    const parentId = ids.get(parentCode ?? '');
    if (id === undefined || (parentId === undefined && parentCode !== undefined)) return [];
    return [{ id, code, level, name, ...(parentId !== undefined && { parentId }), inForce: true }];
  });
  await insertRegions(tx, call.district, regions, fromDay);
  const count = (level: Place['level']) => regions.filter((region) => region.level === level).length;
  const loaded = { regionId: ids.get(county.code) ?? '', townships: count('TOWNSHIP'), villages: count('VILLAGE') };
  append(tx, call, {
    subject: { kind: 'region', id: loaded.regionId },
    act: 'divisions.loaded',
    facts: { regionCode, fromDay: fromDay.toString(), townships: loaded.townships, villages: loaded.villages },
  });
  return loaded;
}
