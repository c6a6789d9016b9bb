import type { ArchivePoint } from '../../../contract/archives.ts';
import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { everywhere, getCase } from '../cases/index.ts';
import type { StaffCall } from '../people/index.ts';
import { lockArchive, saveReport } from './archive.store.ts';
import { isSound } from './property.rules.ts';

/**
 * Looks at a kept package again and notes what was found; one that was changed or lost is DAMAGED from then on, one that
 * was put back as it was is ARCHIVED again. Refuses `archive_not_ready` where nothing is kept yet.
 */
export async function checkArchive(
  tx: Tx,
  { archiveId }: { archiveId: string },
  call: StaffCall,
  report: readonly ArchivePoint[],
): Promise<{ archiveId: string }> {
  const archive = await lockArchive(tx, call.district, archiveId, call.staff.scope);
  if (archive.archivedAt === null) throw new Refusal('archive_not_ready');
  const { key } = await getCase(tx, call.district, archive.caseId, everywhere);
  const state = isSound(report) ? 'ARCHIVED' : 'DAMAGED';
  await saveReport(tx, call.district, { archiveId, state, report, key }, call.now);
  append(tx, call, {
    subject: { kind: 'archive', id: archiveId },
    act: 'archive.checked',
    facts: { state, failed: report.filter(({ passed }) => !passed).map(({ point }) => point) },
  });
  return { archiveId };
}
