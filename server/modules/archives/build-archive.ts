import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { plan } from '../../platform/jobs/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type Case, everywhere, lockCase, saveCase } from '../cases/index.ts';
import { issueFrozen } from '../documents/index.ts';
import type { StaffCall } from '../people/index.ts';
import { claimPackageWrite, lockArchive, savePackage, saveReport } from './archive.store.ts';
import { findLedgerSequence } from './contents.queries.ts';
import type { PreparedArchive, PreparedPackage } from './prepare-archive.ts';

/**
 * 归档 (OGS art. 12): a package that passed the four-property check and was written already is kept; its digest goes
 * into archive and ledger, and a completed case becomes ARCHIVED. One that fails waits with the list of what is missing.
 * Where an act went on with the case meanwhile, a job starts again. Refuses `archive_moved_on` when it is kept already,
 * `archive_case_moved` when somebody did.
 */
export async function buildArchive(
  tx: Tx,
  { archiveId }: { archiveId: string },
  call: Call | StaffCall,
  prepared: PreparedArchive | undefined,
): Promise<{ archiveId: string }> {
  const { district } = call;
  const archive = await lockArchive(tx, district, archiveId, 'staff' in call ? call.staff.scope : undefined);
  if (archive.archivedAt !== null || prepared === undefined) {
    if ('staff' in call) throw new Refusal('archive_moved_on', { state: archive.state });
    return { archiveId };
  }
  const theCase = await lockCase(tx, district, archive.caseId, everywhere);
  const sequence = await findLedgerSequence(tx, district, theCase.id);
  if (sequence !== prepared.ledgerSequence) {
    if ('staff' in call) throw new Refusal('archive_case_moved');
    const key = `${archiveId}:${call.today}:${sequence}`;
    plan(tx, call, { kind: 'archives.build', key, payload: { archiveId } });
    return { archiveId };
  }
  const { report } = prepared;
  if (prepared.package === undefined)
    await saveReport(tx, district, { archiveId, state: 'FAILED_CHECK', report, key: theCase.key }, call.now);
  else await keepPackage(tx, theCase, { ...prepared.package, report }, call);
  return { archiveId };
}

async function keepPackage(
  tx: Tx,
  theCase: Case,
  { manifest, papers, address, digest, bytes, report }: PreparedPackage & Pick<PreparedArchive, 'report'>,
  call: Call,
): Promise<void> {
  const { district } = call;
  const { archiveId } = manifest;
  await claimPackageWrite(tx, district, address);
  await savePackage(
    tx,
    district,
    { archiveId, address, digest: Buffer.from(digest, 'hex'), bytes, manifest, report, key: theCase.key },
    call.now,
  );
  if (theCase.state === 'COMPLETED') saveCase(tx, district, { ...theCase, state: 'ARCHIVED' });
  for (const paper of papers) await issueFrozen(tx, paper, call);
  append(tx, call, {
    subject: { kind: 'case', id: theCase.id },
    act: 'case.archived',
    place: manifest.organ.organId,
    facts: {
      archiveId,
      archiveNumber: manifest.number,
      entries: manifest.entries.length,
      retention: manifest.retention.class,
      disposalDay: manifest.retention.disposalDay ?? null,
      packageDigest: digest,
      packageAddress: address,
      documents: papers.map(({ row }) => row.id),
      digest: papers.at(-1)?.row.digest.toString('hex') ?? '',
    },
  });
}
