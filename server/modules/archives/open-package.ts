import { loadBytes } from '../../platform/files/index.ts';
import { filesFolder } from '../../platform/installation.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type DataKey, open } from '../../platform/vault/index.ts';
import type { Archive } from './archive.store.ts';
import { sha256 } from './extract.rules.ts';

/** The clear bytes of a kept package. Refuses `archive_not_ready`, and `file_missing` for one that is gone or changed. */
export async function openPackage({ address, digest }: Archive, key: DataKey): Promise<Buffer> {
  if (address === null || digest === null) throw new Refusal('archive_not_ready');
  const sealed = await loadBytes(filesFolder(), address);
  try {
    const bytes = open(key, sealed);
    if (sha256(bytes) === digest.toString('hex')) return bytes;
  } catch {
    // Sealed under another key, or not what was sealed.
  }
  throw new Refusal('file_missing');
}
