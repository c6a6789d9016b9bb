import type { CreditSource } from '../../../contract/credit.ts';
import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type DataKey, openJson, seal, vault } from '../../platform/vault/index.ts';

/** A record of bad credit with what is sealed opened. */
export interface StoredRecord {
  readonly id: string;
  readonly maskedSubject: string;
  readonly source: CreditSource;
  readonly organisationId: string | null;
  readonly caseId: string | null;
  readonly caseNo: string | null;
  readonly fromDay: string;
  readonly recordedBy: string | null;
  readonly repairedDay: string | null;
  readonly repairedBy: string | null;
  readonly reason: string;
  readonly repairReason: string | null;
  readonly key: DataKey;
}

interface Row extends Omit<StoredRecord, 'reason' | 'repairReason' | 'key'> {
  readonly dataKeyId: string;
  readonly wrapped: Buffer;
  readonly sealedRecord: Buffer;
  readonly sealedRepair: Buffer | null;
}

const select = sql`
  select r.id, r.masked_subject, r.source, r.organisation_id, r.case_id, r.case_no, r.from_day, r.recorded_by, r.repaired_day,
    r.repaired_by, r.sealed_record, r.sealed_repair, r.data_key_id, k.wrapped
  from credit_records r join data_keys k on k.district = r.district and k.id = r.data_key_id
`;

function opened({ dataKeyId, wrapped, sealedRecord, sealedRepair, ...row }: Row): StoredRecord {
  const key = vault().unwrap({ id: dataKeyId, wrapped });
  return {
    ...row,
    reason: openJson<{ reason: string }>(key, sealedRecord).reason,
    repairReason: sealedRepair === null ? null : openJson<string>(key, sealedRepair),
    key,
  };
}

/** Firms and persons stand in one index: no number is both an identity number and a credit code. */
export const creditIndex = (number: string): Buffer => vault().blindIndex('creditSubject', number);

export async function insertCreditRecord(
  tx: Tx,
  district: string,
  record: {
    id: string;
    numberIndex: Buffer;
    maskedSubject: string;
    source: CreditSource;
    organisationId: string | null;
    caseId: string | null;
    caseNo: string | null;
    fromDay: Temporal.PlainDate;
    key: DataKey;
    sealed: { name: string; number: string; reason: string };
    at: Temporal.Instant;
    by: string | null;
  },
): Promise<void> {
  await sql`
    insert into credit_records (district, id, number_index, masked_subject, source, organisation_id, case_id, case_no, from_day, data_key_id,
      sealed_record, recorded_at, recorded_by)
    values (${district}, ${record.id}, ${record.numberIndex}, ${record.maskedSubject}, ${record.source}, ${record.organisationId}, ${record.caseId},
      ${record.caseNo}, ${record.fromDay}, ${record.key.id}, ${seal(record.key, JSON.stringify(record.sealed))}, ${record.at}, ${record.by})
  `.execute(tx);
}

export async function getCreditRecord(read: Read, district: string, id: string): Promise<StoredRecord> {
  const { rows } = await sql<Row>`${select} where r.district = ${district} and r.id = ${id}`.execute(read);
  if (rows[0] === undefined) throw new Refusal('not_found');
  return opened(rows[0]);
}

export async function lockCreditRecord(tx: Tx, district: string, id: string): Promise<StoredRecord> {
  const { rows } = await sql<Row>`${select} where r.district = ${district} and r.id = ${id} for update of r`.execute(
    tx,
  );
  if (rows[0] === undefined) throw new Refusal('not_found');
  return opened(rows[0]);
}

export async function saveRepair(
  tx: Tx,
  district: string,
  repair: { id: string; day: Temporal.PlainDate; by: string; sealedReason: Buffer },
): Promise<void> {
  await sql`
    update credit_records set repaired_day = ${repair.day}, repaired_by = ${repair.by}, sealed_repair = ${repair.sealedReason}
    where district = ${district} and id = ${repair.id}
  `.execute(tx);
}

/** The open records of some numbers, oldest first. */
export async function getOpenRecords(
  read: Read,
  district: string,
  numbers: readonly string[],
): Promise<{ fromDay: string; source: CreditSource; repairedDay: string | null }[]> {
  if (numbers.length === 0) return [];
  const { rows } = await sql<{ fromDay: string; source: CreditSource; repairedDay: string | null }>`
    select from_day, source, repaired_day from credit_records
    where district = ${district} and repaired_day is null and number_index = any(${numbers.map(creditIndex)}::bytea[])
    order by from_day
  `.execute(read);
  return rows;
}

export async function listRecords(
  read: Read,
  district: string,
  {
    number,
    standing,
    after,
    limit,
  }: { number: string; standing: 'open' | 'repaired' | undefined; after: string | undefined; limit: number },
): Promise<StoredRecord[]> {
  const { rows } = await sql<Row>`
    ${select} where r.district = ${district}
      ${number === '' ? sql`` : sql`and r.number_index = ${creditIndex(number)}`}
      ${standing === undefined ? sql`` : standing === 'open' ? sql`and r.repaired_day is null` : sql`and r.repaired_day is not null`}
      ${after === undefined ? sql`` : sql`and r.id < ${after}::uuid`}
    order by r.id desc limit ${limit}
  `.execute(read);
  return rows.map(opened);
}
