import type { ArchivePoint } from '../../../contract/archives.ts';
import type { Read } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { StaffCall } from '../people/index.ts';
import { getArchive } from './archive.store.ts';
import { assessPackage } from './assess-package.ts';

/** Reads and checks a kept package outside any lock. Refuses `not_found`, `archive_not_ready`. */
export async function prepareCheck(
  read: Read,
  { archiveId }: { archiveId: string },
  call: StaffCall,
): Promise<ArchivePoint[]> {
  const archive = await getArchive(read, call.district, archiveId, call.staff.scope);
  if (archive.archivedAt === null) throw new Refusal('archive_not_ready');
  return assessPackage(read, archive, call);
}
