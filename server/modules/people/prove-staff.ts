import type { Read } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { checkPassword } from './check-password.ts';
import { findStaffByUsername } from './staff.store.ts';

/** Who a name and password prove, or nobody. Slow on purpose: called before a transaction opens, never under a lock. */
export async function proveStaff(
  read: Read,
  { username, password }: { username: string; password: string },
  call: Call,
): Promise<string | undefined> {
  const account = await findStaffByUsername(read, call.district, call.today, username);
  const isProven = await checkPassword(password, account?.passwordHash);
  return isProven ? account?.id : undefined;
}
