import type { Read } from '../../platform/database/index.ts';
import type { StaffCall } from './caller.store.ts';
import { checkPassword } from './check-password.ts';
import { hashPassword } from './hash-password.ts';
import { getPasswordHash } from './staff.store.ts';

/** The hash of the new password when the current one is right; nothing when it is not. */
export async function proveChange(
  read: Read,
  { current, next }: { current: string; next: string },
  call: StaffCall,
): Promise<string | undefined> {
  const hash = await getPasswordHash(read, call.district, call.staff.id);
  return (await checkPassword(current, hash)) ? hashPassword(next) : undefined;
}
