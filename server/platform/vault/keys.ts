import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The two secrets that live outside the database: lose them and personal data is gone, leak them and it is open. */
export interface Keys {
  readonly master: Buffer;
  readonly sealing: { readonly privateKey: KeyObject; readonly publicKey: Buffer };
}

/** Reads the keys of an installation, or makes them on its first start. */
export async function openKeys(folder: string): Promise<Keys> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const master = await keep(join(folder, 'master.key'), () => randomBytes(32));
  if (master.length !== 32) throw new Error(`${join(folder, 'master.key')} is damaged: it must hold 32 bytes.`);
  const sealing = await keep(join(folder, 'sealing.pem'), () =>
    Buffer.from(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }) as string),
  );
  const privateKey = createPrivateKey(sealing);
  return {
    master,
    sealing: { privateKey, publicKey: createPublicKey(privateKey).export({ type: 'spki', format: 'der' }) },
  };
}

async function keep(path: string, make: () => Buffer): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  // Whole or not at all: a crash between the bytes must not leave half a key.
  const made = make();
  const draft = `${path}.new`;
  const file = await open(draft, 'w', 0o600);
  await file.writeFile(made);
  await file.sync();
  await file.close();
  await rename(draft, path);
  const folder = await open(dirname(path), 'r');
  await folder.sync();
  await folder.close();
  return made;
}
