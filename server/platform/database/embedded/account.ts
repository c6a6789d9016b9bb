import fs from 'node:fs';
import { join } from 'node:path';

/** The system user that runs PostgreSQL; empty for the one who runs this process. */
export interface Account {
  uid?: number;
  gid?: number;
}

/**
 * PostgreSQL refuses to run as root: there it runs as whoever owns the data or the folder for it already, so that this
 * user may start the server as well, and otherwise as `nobody`.
 */
export function chooseAccount(folder: string): Account {
  if (process.getuid?.() !== 0) return {};
  const data = fs.statSync(join(folder, 'data'), { throwIfNoEntry: false });
  if (data && data.uid !== 0) return { uid: data.uid, gid: data.gid };
  const users = fs.readFileSync('/etc/passwd', 'utf8');
  const owner = fs.statSync(folder);
  // PostgreSQL makes no data for a user without a name, such as one from outside a container.
  const named = new RegExp(`^[^:]+:[^:]*:${owner.uid}:`, 'm').test(users);
  if (owner.uid !== 0 && named) return { uid: owner.uid, gid: owner.gid };
  const nobody = /^nobody:[^:]*:(\d+):(\d+):/m.exec(users);
  return { uid: Number(nobody?.[1] ?? 65534), gid: Number(nobody?.[2] ?? 65534) };
}

export function giveTo({ uid, gid }: Account, path: string): void {
  if (uid !== undefined && gid !== undefined) fs.lchownSync(path, uid, gid);
}

/** The environment of PostgreSQL's programs, without the PG… and locale settings of whoever starts the server. */
export function quietEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TEMP } = process.env;
  return { PATH, ...(SystemRoot && { SystemRoot }), ...(TEMP && { TEMP }) };
}
