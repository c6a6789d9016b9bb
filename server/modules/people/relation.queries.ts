import type { RelationView } from '../../../contract/people.ts';
import type { Read } from '../../platform/database/index.ts';
import type { StaffCall } from './caller.store.ts';
import { getRelations } from './relation.store.ts';

/** What the caller declared of himself. */
export async function getRelationViews(read: Read, _: object, call: StaffCall): Promise<{ relations: RelationView[] }> {
  const relations = await getRelations(read, call.district, call.staff.id);
  return {
    relations: relations.map(({ id, kind, maskedNumber, declaredAt }) => ({
      relationId: id,
      kind,
      residentNumber: maskedNumber,
      declaredAt,
    })),
  };
}
