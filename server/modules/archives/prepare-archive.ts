import type { ArchivePoint } from '../../../contract/archives.ts';
import type { Read } from '../../platform/database/index.ts';
import { contentAddress, keepBytes } from '../../platform/files/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { filesFolder } from '../../platform/installation.ts';
import { seal } from '../../platform/vault/index.ts';
import { everywhere, getCase } from '../cases/index.ts';
import type { FrozenDocument } from '../documents/index.ts';
import type { StaffCall } from '../people/index.ts';
import { getArchive, notePackageWrite } from './archive.store.ts';
import { assessContents } from './assess-contents.ts';
import { sha256 } from './extract.rules.ts';
import { freezePapers } from './freeze-papers.ts';
import { gatherContents } from './gather-contents.ts';
import type { Manifest } from './manifest.rules.ts';
import { packContents } from './pack-contents.ts';
import { checkProperties, isSound } from './property.rules.ts';

/** A package whose bytes lie in the store already; nothing refers to them until the archive is built. */
export interface PreparedPackage {
  readonly manifest: Manifest;
  readonly papers: readonly FrozenDocument[];
  readonly address: string;
  /** Of the clear bytes, hex. */
  readonly digest: string;
  readonly bytes: number;
}

export interface PreparedArchive {
  /** The case's chain as it was read: what came later is not in the package. */
  readonly ledgerSequence: number;
  readonly report: readonly ArchivePoint[];
  /** Absent: the check failed. */
  readonly package?: PreparedPackage;
}

/**
 * Gathers, checks, prints and packs an archive and writes its sealed bytes, all outside any lock. Nothing to do:
 * undefined. Refuses `not_found` outside the scope.
 */
export async function prepareArchive(
  read: Read,
  { archiveId }: { archiveId: string },
  call: Call | StaffCall,
): Promise<PreparedArchive | undefined> {
  const archive = await getArchive(read, call.district, archiveId, 'staff' in call ? call.staff.scope : undefined);
  if (archive.archivedAt !== null) return undefined;
  const theCase = await getCase(read, call.district, archive.caseId, everywhere);
  const contents = await gatherContents(read, { archive, theCase }, call);
  const evidence = await assessContents(read, contents, theCase, call);
  const report = checkProperties(evidence);
  const ledgerSequence = contents.manifest.ledger.sequence;
  if (!isSound(report)) return { ledgerSequence, report };
  const pages = new Map(evidence.files.flatMap(({ path, found }) => (found?.pages ? [[path, found.pages]] : [])));
  const archivist = {
    name: 'staff' in call ? call.staff.name : '门口办系统（自动归档）',
    signedAt: call.now.toString(),
  };
  const { manifest, files, papers } = await freezePapers(
    read,
    theCase,
    { ...contents, report, pages },
    archivist,
    call,
  );
  const whole = new Map([
    ['manifest.json', Buffer.from(JSON.stringify(manifest, null, 1))],
    ...manifest.entries.flatMap(({ path }) => {
      const file = files.get(path);
      return file === undefined ? [] : [[path, file] as const];
    }),
  ]);
  const bytes = packContents(whole);
  const sealed = seal(theCase.key, bytes);
  // Noted before they are written: whatever nothing comes of is swept.
  const address = contentAddress(sealed);
  await notePackageWrite(read, call.district, { archiveId, address, at: call.now });
  await keepBytes(filesFolder(), sealed);
  return {
    ledgerSequence,
    report,
    package: { manifest, papers, address, digest: sha256(bytes), bytes: bytes.length },
  };
}
