import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Account, giveTo } from './account.ts';

const busy = 5;

/**
 * Takes a folder for this process alone and returns the act that gives it back. Refuses when another server holds it.
 *
 * Node offers no file locks of its own; the SQLite inside it does. Its lock belongs to the process, so the system drops
 * it with the process, however that ends, and a stale one cannot exist. The file itself stays empty.
 */
export function lockFolder(folder: string, account: Account): () => void {
  const path = join(folder, 'lock');
  let file: DatabaseSync | undefined;
  try {
    file = new DatabaseSync(path);
    file.exec('pragma journal_mode = memory; begin exclusive');
    giveTo(account, path);
    return () => file?.close();
  } catch (error) {
    file?.close();
    const reason =
      (error as { errcode?: number }).errcode === busy
        ? `Another server is using the database folder ${folder}; stop it first, or name another folder.`
        : `The database folder ${folder} cannot be written by this user; give it to them, or name another folder.`;
    throw new Error(reason, { cause: error });
  }
}
