import type { LocalText } from '../../../contract/values.ts';
import type { Read } from '../../platform/database/index.ts';
import { getCase, visibleTo } from '../cases/index.ts';
import type { StaffCall } from '../people/index.ts';
import { loadPlaces } from '../places/index.ts';

/** The organs to which a task of this case can be given: administrative organs of the district. */
export async function getOrgansForTask(
  read: Read,
  { caseId }: { caseId: string },
  call: StaffCall,
): Promise<{ organs: { organId: string; name: LocalText }[] }> {
  await getCase(read, call.district, caseId, visibleTo(call.staff.scope));
  const places = await loadPlaces(read, call.district);
  return {
    organs: places.organs
      .filter(({ isAdministrativeOrgan }) => isAdministrativeOrgan)
      .map(({ id, name }) => ({ organId: id, name })),
  };
}
