import type { Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { countOfficers, type StaffCall } from '../people/index.ts';
import { loadPlaces } from '../places/index.ts';

/** Refuses organ_without_officer: an organ that is none, or where nobody examines, cannot be given a task. */
export async function assertOfficers(tx: Tx, organId: string, call: StaffCall): Promise<void> {
  const [places, officers] = await Promise.all([
    loadPlaces(tx, call.district),
    countOfficers(tx, call.district, { organId, role: 'reviewer', today: call.today }),
  ]);
  if (places.organById(organId)?.isAdministrativeOrgan !== true || officers === 0)
    throw new Refusal('organ_without_officer', {}, [{ field: 'organId', code: 'not_an_option' }]);
}
