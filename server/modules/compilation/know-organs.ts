import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { Refusal } from '../../platform/refusal.ts';
import { loadPlaces } from '../places/index.ts';

/** Refuses `invalid_input` for organs that the district does not have; one that only may not decide is a fault to mend. */
export async function knowOrgans(
  tx: Tx,
  named: { readonly acceptingOrganId: string | null; readonly decidingOrganId: string | null },
  call: Pick<Call, 'district'>,
): Promise<void> {
  const places = await loadPlaces(tx, call.district);
  const unknown = (['acceptingOrganId', 'decidingOrganId'] as const).filter((field) => {
    const organId = named[field];
    return organId !== null && places.organById(organId) === undefined;
  });
  if (unknown.length === 0) return;
  throw new Refusal(
    'invalid_input',
    {},
    unknown.map((field) => ({ field, code: 'not_an_organ' })),
  );
}
