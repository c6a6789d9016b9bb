import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Refusal } from '../refusal.ts';

/**
 * The store of contents: bytes under the SHA-256 of themselves (hex), in a folder. Another kind of store is these three
 * functions over again.
 */

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
/** The address that bytes will have. */
export const contentAddress = sha256;

const pathOf = (folder: string, address: string) => join(folder, address.slice(0, 2), address.slice(2));

/** Keeps bytes and returns their address; once it returns they survive a power cut. */
export async function keepBytes(folder: string, bytes: Buffer): Promise<string> {
  const address = sha256(bytes);
  const path = pathOf(folder, address);
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  if ((await mkdir(dirname(path), { recursive: true, mode: 0o700 })) !== undefined) await sync(folder);
  try {
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await sync(dirname(path));
  return address;
}

/** The bytes of an address. Refuses `file_missing` when they are gone or are no longer those that were kept. */
export async function loadBytes(folder: string, address: string): Promise<Buffer> {
  const bytes = await readFile(pathOf(folder, address)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new Refusal('file_missing');
    throw error;
  });
  if (sha256(bytes) !== address) throw new Refusal('file_missing');
  return bytes;
}

/** Lets go of bytes; what is gone already is no fault. */
export async function dropBytes(folder: string, address: string): Promise<void> {
  await rm(pathOf(folder, address), { force: true });
}

async function sync(folder: string): Promise<void> {
  // Windows has no handle on a folder, and writes its entries down with the file.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
