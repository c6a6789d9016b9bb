import { defineDaily, type JobKind } from '../../platform/jobs/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { deleteAbandonedDrafts, deleteImportRows, discardImports } from './retention.store.ts';

/** How long compiling keeps what became nothing, in days; the ledger keeps that it was there. */
const kept = { previews: 30, importRows: 90, abandonedDrafts: 180 } as const;

const clear = defineDaily('compilation.clear', '03:10', async (tx, _, call) => {
  const { district } = call;
  const before = (days: number) => call.now.subtract({ hours: 24 * days });
  for (const id of await discardImports(tx, call, before(kept.previews)))
    append(tx, call, { subject: { kind: 'itemImport', id }, act: 'itemImport.discarded' });
  await deleteImportRows(tx, district, before(kept.importRows));
  await deleteAbandonedDrafts(tx, district, before(kept.abandonedDrafts));
});

export const compilationJobs: readonly JobKind[] = [clear];
