import type { Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { loadPlaces } from '../places/index.ts';
import type { ResidentCall } from './caller.store.ts';
import { saveRegion } from './resident.store.ts';

/** The resident's own choice of village or community; never taken from the device. */
export async function chooseRegion(tx: Tx, { regionId }: { regionId: string }, call: ResidentCall) {
  const places = await loadPlaces(tx, call.district);
  if (places.regionById(regionId) === undefined)
    throw new Refusal('invalid_input', {}, [{ field: 'regionId', code: 'not_an_option' }]);
  await saveRegion(tx, call.district, call.resident.id, regionId);
  return { residentId: call.resident.id };
}
