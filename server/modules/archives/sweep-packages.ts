import type { Tx } from '../../platform/database/index.ts';
import { dropBytes } from '../../platform/files/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { filesFolder } from '../../platform/installation.ts';
import { plan } from '../../platform/jobs/index.ts';
import { deletePackageWrites, lockPackageWrites } from './archive.store.ts';

const page = 500;

/** Lets go of packages that were written a day ago or earlier and that no archive came of. */
export async function sweepPackages(tx: Tx, _: object, call: Call): Promise<void> {
  const before = call.now.subtract({ hours: 24 });
  const addresses = await lockPackageWrites(tx, call.district, { before, limit: page });
  for (const address of addresses) await dropBytes(filesFolder(), address);
  await deletePackageWrites(tx, call.district, addresses);
  // Named by what this round took: the next is another job, also within one instant.
  if (addresses.length === page)
    plan(tx, call, { kind: 'archives.sweep-more', key: addresses.at(-1) ?? '', payload: {} });
}
