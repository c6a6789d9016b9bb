import { permissionsOf, type StaffCall } from '../people/index.ts';
import type { DraftViewer } from './draft.rules.ts';

/** Who looks at a draft, as the rules ask for him. */
export function viewerOf({ staff }: Pick<StaffCall, 'staff'>): DraftViewer {
  const permissions = permissionsOf(staff.post?.role);
  return {
    id: staff.id,
    organId: staff.post?.organId ?? null,
    may: (permission) => permissions.includes(permission),
  };
}
