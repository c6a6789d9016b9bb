import type { CreditRecord } from '../../../contract/credit.ts';
import type { Read } from '../../platform/database/index.ts';
import { getStaffNames, type StaffCall } from '../people/index.ts';
import { loadPlaces } from '../places/index.ts';
import { getCreditRecord, listRecords, type StoredRecord } from './credit.store.ts';

export interface ListCredit {
  readonly q?: string;
  readonly standing?: 'open' | 'repaired';
  readonly after?: string;
  readonly limit?: number;
}

/** The register, newest first; looking somebody up by his number is remembered. */
export async function listCreditRecords(
  read: Read,
  { q = '', standing, after, limit = 20 }: ListCredit,
  call: StaffCall,
): Promise<{ records: CreditRecord[]; next?: string }> {
  const rows = await listRecords(read, call.district, {
    number: q.normalize('NFKC').replace(/\s/g, '').toUpperCase(),
    standing,
    after,
    limit: limit + 1,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { records: await shown(read, page, call), ...(rows.length > limit && last && { next: last.id }) };
}

export async function getCreditView(
  read: Read,
  { recordId }: { recordId: string },
  call: StaffCall,
): Promise<CreditRecord> {
  const [record] = await shown(read, [await getCreditRecord(read, call.district, recordId)], call);
  return record as CreditRecord;
}

async function shown(read: Read, rows: readonly StoredRecord[], call: StaffCall): Promise<CreditRecord[]> {
  const [names, places] = await Promise.all([
    getStaffNames(
      read,
      call.district,
      rows.flatMap(({ recordedBy, repairedBy }) => [recordedBy, repairedBy].flatMap((id) => id ?? [])),
    ),
    loadPlaces(read, call.district),
  ]);
  return rows.map((row) => {
    const organ = places.organById(row.organisationId ?? '');
    const recordedBy = names.get(row.recordedBy ?? '');
    const repairedBy = names.get(row.repairedBy ?? '');
    return {
      recordId: row.id,
      subject: row.maskedSubject,
      source: row.source,
      reason: row.reason,
      fromDay: row.fromDay,
      ...(organ && { organ: organ.name }),
      ...(row.caseId !== null && { caseId: row.caseId }),
      ...(row.caseNo !== null && { caseNo: row.caseNo }),
      ...(recordedBy !== undefined && { recordedBy }),
      ...(row.repairedDay !== null && { repairedDay: row.repairedDay }),
      ...(row.repairReason !== null && { repairReason: row.repairReason }),
      ...(repairedBy !== undefined && { repairedBy }),
    };
  });
}
