import type { Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { CaseReference } from '../cases/index.ts';
import { lockCase, noteOpened, visibleTo } from '../cases/index.ts';
import type { StaffCall } from '../people/index.ts';

/** This post has looked at a material; until then it cannot be called defective. */
export async function openMaterial(
  tx: Tx,
  { caseId, key }: { caseId: string; key: string },
  call: StaffCall,
): Promise<CaseReference> {
  await lockCase(tx, call.district, caseId, visibleTo(call.staff.scope));
  const { post } = call.staff;
  if (post === undefined || !(await noteOpened(tx, call.district, caseId, key, post.id)))
    throw new Refusal('not_found');
  return { caseId };
}
