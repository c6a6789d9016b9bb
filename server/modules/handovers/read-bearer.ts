import type { StaffCall } from '../people/index.ts';
import type { Bearer } from './sheet.rules.ts';

/** The caller as he stands at one end of a sheet. */
export function readBearer({ staff: { id, post } }: StaffCall): Bearer {
  return {
    staffId: id,
    role: post?.role ?? 'supervisor',
    centerId: post?.centerId ?? null,
    organId: post?.organId ?? '',
  };
}
