import type { Tx } from '../../platform/database/index.ts';
import { findFiles } from '../../platform/files/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { StaffCall } from '../people/index.ts';
import { findBatchFiles } from './devolution.store.ts';

/**
 * Whoever reads a batch reads its files: named as agreement or minutes may be only what the caller uploaded himself, or
 * what stands in this batch already. Refuses `file_missing` with each place.
 */
export async function refuseForeignFiles(
  tx: Tx,
  { batchId, files }: { batchId: string; files: readonly { fileId: string | null; field: string }[] },
  call: StaffCall,
): Promise<void> {
  const fileIds = files.flatMap(({ fileId }) => fileId ?? []);
  if (fileIds.length === 0) return;
  const [known, standing] = await Promise.all([
    findFiles(tx, call.district, fileIds),
    findBatchFiles(tx, call.district, fileIds, { batchId }),
  ]);
  const isFine = (fileId: string) => {
    const uploader = known.get(fileId)?.uploader;
    return uploader?.kind === 'staff' && (uploader.id === call.staff.id || standing.has(fileId));
  };
  const faults = files
    .filter(({ fileId }) => fileId !== null && !isFine(fileId))
    .map(({ field }) => ({ field, code: 'not_an_option' }));
  if (faults.length > 0) throw new Refusal('file_missing', {}, faults);
}
