import type { Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { StaffCall } from '../people/index.ts';
import { loadPlaces, type Places } from '../places/index.ts';
import { organsInRegister } from './licence.rules.ts';
import { findRecusal, lockLicence, type StoredLicence } from './licence.store.ts';

/**
 * Locks a licence of the post's own organ for an act. Refuses `not_found`, and who must keep away from its holder:
 * `recused`, `recusal_needed`.
 */
export async function admitLicenceAct(
  tx: Tx,
  licenceId: string,
  call: StaffCall,
): Promise<{ licence: StoredLicence; places: Places }> {
  const places = await loadPlaces(tx, call.district);
  const licence = await lockLicence(tx, call.district, licenceId, organsInRegister(call.staff, places));
  if (licence === undefined) throw new Refusal('not_found');
  const recusal = await findRecusal(tx, licence, call);
  if (recusal !== undefined) throw new Refusal(recusal.code, recusal.facts);
  return { licence, places };
}
