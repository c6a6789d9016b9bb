import type { ArchivePoint } from '../../../contract/archives.ts';
import type { Read } from '../../platform/database/index.ts';
import { loadBytes } from '../../platform/files/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { filesFolder } from '../../platform/installation.ts';
import { getChain } from '../../platform/ledger/index.ts';
import { type DataKey, open, openJson } from '../../platform/vault/index.ts';
import { type Case, everywhere, getCase } from '../cases/index.ts';
import type { Archive } from './archive.store.ts';
import { assessContents } from './assess-contents.ts';
import { sha256 } from './extract.rules.ts';
import type { Manifest } from './manifest.rules.ts';
import { checkProperties, type Evidence } from './property.rules.ts';
import { unpackContents } from './unpack-contents.ts';

type Kept = NonNullable<Evidence['kept']>;

/**
 * Checks a kept package as it lies in the store: bytes against the digest that the case's chain holds, files against
 * the manifest in the package, extract against the chain of today.
 */
export async function assessPackage(read: Read, archive: Archive, call: Call): Promise<ArchivePoint[]> {
  const theCase = await getCase(read, call.district, archive.caseId, everywhere);
  const said = await saidByLedger(read, archive, call);
  const found = await findBytes(said.address ?? archive.address ?? '', theCase.key);
  const bytes = typeof found === 'string' ? undefined : found;
  const digest = bytes && sha256(bytes);
  const files = bytes && unpackContents(bytes);
  const manifest = readManifest(files) ?? keptManifest(archive, theCase);
  const kept: Kept = {
    bytes: typeof found === 'string' ? found : digest === said.digest && files !== undefined ? 'whole' : 'changed',
    digestAgrees: archive.digest?.toString('hex') === said.digest && archive.address === said.address,
  };
  const contents = new Map(files);
  contents.delete('manifest.json');
  const evidence = await assessContents(read, { manifest, files: contents }, theCase, call);
  return checkProperties({ ...evidence, kept });
}

/** What the act that archived the case wrote into its chain. */
async function saidByLedger(
  read: Read,
  { id, caseId }: Archive,
  call: Call,
): Promise<{ digest: string | undefined; address: string | undefined }> {
  const chain = await getChain(read, call.district, { kind: 'case', id: caseId });
  const facts = chain
    .filter(({ act }) => act === 'case.archived')
    .map(({ body }) => (JSON.parse(body) as { facts: Record<string, unknown> }).facts)
    .find(({ archiveId }) => archiveId === id);
  return {
    digest: facts?.['packageDigest'] as string | undefined,
    address: facts?.['packageAddress'] as string | undefined,
  };
}

async function findBytes(address: string, key: DataKey): Promise<Buffer | Exclude<Kept['bytes'], 'whole'>> {
  const sealed = await loadBytes(filesFolder(), address).catch(() => undefined);
  if (sealed === undefined) return 'missing';
  try {
    return open(key, sealed);
  } catch {
    return 'changed';
  }
}

function readManifest(files: ReadonlyMap<string, Buffer> | undefined): Manifest | undefined {
  const bytes = files?.get('manifest.json');
  return bytes && (JSON.parse(bytes.toString('utf8')) as Manifest);
}

/** When the package is gone its list is still known, so that the report says which papers are lost. */
function keptManifest({ sealedManifest }: Archive, theCase: Case): Manifest {
  if (sealedManifest === null) throw new Error('A kept archive has its manifest.');
  return openJson<Manifest>(theCase.key, sealedManifest);
}
