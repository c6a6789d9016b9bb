import type { ArchivePoint } from '../../../contract/archives.ts';
import type { Read } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { everywhere, getCase } from '../cases/index.ts';
import type { StaffCall } from '../people/index.ts';
import { getArchive } from './archive.store.ts';
import { assessContents } from './assess-contents.ts';
import { type Contents, gatherContents } from './gather-contents.ts';
import { checkProperties } from './property.rules.ts';

/** A package that was gathered and checked, and is not kept yet. */
export interface PreparedArchive extends Contents {
  readonly report: readonly ArchivePoint[];
  /** Pages by path, of those that have any. */
  readonly pages: ReadonlyMap<string, number>;
}

/** Gathers and checks a package outside any lock. Nothing to do: undefined. Refuses `not_found` outside the scope. */
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
  return {
    ...contents,
    report: checkProperties(evidence),
    pages: new Map(evidence.files.flatMap(({ path, found }) => (found?.pages ? [[path, found.pages]] : []))),
  };
}
