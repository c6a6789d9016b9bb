import type { CheckState, SupplyMethod } from '../../../contract/commitments.ts';
import type { commitmentKinds, commitmentStates } from '../../../contract/words.ts';
import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import { type DataKey, openText, seal } from '../../platform/vault/index.ts';
import { actsFrom } from '../cases/index.ts';
import type { Page } from './case-licence.store.ts';

/** 告知承诺 of a case as it is stored; days are ISO days, instants ISO instants. */
export interface Commitment {
  readonly id: string;
  readonly kind: (typeof commitmentKinds)[number];
  readonly materialKeys: readonly string[];
  readonly state: (typeof commitmentStates)[number];
  readonly letterDigest: string | null;
  readonly signedAt: string | null;
  readonly documentId: string | null;
  readonly checkState: CheckState | null;
  readonly checkDueDay: string | null;
  readonly findings: string | null;
  readonly checkedAt: string | null;
}

/** What a case's commitment is, if there is one. */
export async function findCommitment(
  read: Read,
  district: string,
  caseId: string,
  key: DataKey,
): Promise<Commitment | undefined> {
  const { rows } = await sql<Omit<Commitment, 'findings'> & { sealedFindings: Buffer | null }>`
    select id, kind, material_keys, state, letter_digest, signed_at, document_id, check_state, check_due_day, sealed_findings, checked_at
    from case_commitments where district = ${district} and case_id = ${caseId}
  `.execute(read);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { sealedFindings, ...rest } = row;
  return { ...rest, findings: sealedFindings === null ? null : openText(key, sealedFindings) };
}

/** Writes what an applicant chose; what was signed before binds no longer, unless it is signed now. */
export async function chooseCommitment(
  tx: Tx,
  district: string,
  choice: {
    id: string;
    caseId: string;
    kind: Commitment['kind'];
    materialKeys: readonly string[];
    letterDigest: string | null;
    signedAt: Temporal.Instant | null;
  },
): Promise<void> {
  await sql`
    insert into case_commitments (district, id, case_id, kind, material_keys, state, letter_digest, signed_at)
    values (${district}, ${choice.id}, ${choice.caseId}, ${choice.kind}, ${choice.materialKeys}::text[], 'CHOSEN', ${choice.letterDigest}, ${choice.signedAt})
    on conflict (district, case_id) do update set kind = excluded.kind, material_keys = excluded.material_keys,
      letter_digest = excluded.letter_digest, signed_at = excluded.signed_at
  `.execute(tx);
}

/** Back to the normal route while it is a draft. */
export async function dropChoice(tx: Tx, district: string, caseId: string): Promise<void> {
  await sql`delete from case_commitments where district = ${district} and case_id = ${caseId} and state = 'CHOSEN'`.execute(
    tx,
  );
}

/** The letter was signed with the application. */
export async function signCommitment(
  tx: Tx,
  district: string,
  signed: { caseId: string; documentId: string; decidingOrganId: string; at: Temporal.Instant },
): Promise<void> {
  await sql`
    update case_commitments set state = 'SIGNED', document_id = ${signed.documentId}, deciding_organ_id = ${signed.decidingOrganId},
      signed_at = coalesce(signed_at, ${signed.at})
    where district = ${district} and case_id = ${signed.caseId}
  `.execute(tx);
}

export async function saveWithdrawal(tx: Tx, district: string, caseId: string): Promise<void> {
  await sql`update case_commitments set state = 'WITHDRAWN' where district = ${district} and case_id = ${caseId}`.execute(
    tx,
  );
}

/** The decision was made on the commitment: by this day it is verified. */
export async function openCheck(
  tx: Tx,
  district: string,
  { caseId, dueDay }: { caseId: string; dueDay: Temporal.PlainDate },
): Promise<void> {
  await sql`
    update case_commitments set check_state = 'WAITING', check_due_day = ${dueDay}
    where district = ${district} and case_id = ${caseId} and state = 'SIGNED'
  `.execute(tx);
}

/** The verification is at hand; false where it was done before. */
export async function fallDue(tx: Tx, district: string, caseId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update case_commitments set check_state = 'DUE' where district = ${district} and case_id = ${caseId} and check_state = 'WAITING'
  `.execute(tx);
  return numAffectedRows === 1n;
}

export async function saveCheck(
  tx: Tx,
  district: string,
  check: { caseId: string; key: DataKey; state: 'KEPT' | 'FALSE'; findings: string; by: string; at: Temporal.Instant },
): Promise<void> {
  await sql`
    update case_commitments set check_state = ${check.state}, sealed_findings = ${seal(check.key, check.findings)},
      checked_by = ${check.by}, checked_at = ${check.at}
    where district = ${district} and case_id = ${check.caseId}
  `.execute(tx);
}

/** A commitment takes the place of these materials, or does no longer. */
export async function markByCommitment(
  tx: Tx,
  district: string,
  caseId: string,
  keys: readonly string[],
): Promise<void> {
  if (keys.length === 0) return;
  await sql`
    insert into case_materials (district, case_id, requirement_key, received, by_commitment)
    select ${district}, ${caseId}, k, true, true from unnest(${keys}::text[]) as k
    on conflict (district, case_id, requirement_key) do update set received = true, by_commitment = true
  `.execute(tx);
}

export async function unmarkByCommitment(tx: Tx, district: string, caseId: string): Promise<string[]> {
  const { rows } = await sql<{ requirementKey: string }>`
    update case_materials m set by_commitment = false,
      received = exists (
        select from case_material_files f where f.district = m.district and f.case_id = m.case_id and f.requirement_key = m.requirement_key
      ) or m.originals > 0 or m.copies > 0
    where m.district = ${district} and m.case_id = ${caseId} and m.by_commitment returning m.requirement_key
  `.execute(tx);
  return rows.map(({ requirementKey }) => requirementKey);
}

/** 容缺: what is owed by a case. */
export interface Supply {
  readonly key: string;
  readonly dueDay: string | null;
  readonly method: SupplyMethod | null;
}

export async function insertSupplies(
  tx: Tx,
  district: string,
  caseId: string,
  supplies: readonly Supply[],
): Promise<void> {
  await sql`
    insert into case_supplies (district, case_id, requirement_key, due_day, method)
    select ${district}, ${caseId}, s.key, s.due_day, s.method
    from unnest(${supplies.map(({ key }) => key)}::text[], ${supplies.map(({ dueDay }) => dueDay)}::date[],
      ${supplies.map(({ method }) => method)}::text[]) as s (key, due_day, method)
    on conflict (district, case_id, requirement_key) do update set due_day = excluded.due_day, method = excluded.method, supplied_at = null
  `.execute(tx);
}

export async function getOwed(read: Read, district: string, caseId: string): Promise<Supply[]> {
  const { rows } = await sql<Supply>`
    select requirement_key as key, due_day, method from case_supplies
    where district = ${district} and case_id = ${caseId} and supplied_at is null order by requirement_key
  `.execute(read);
  return rows;
}

/** What an earlier acceptance had left owed is owed no more: its acceptance was taken back (退件). */
export async function deleteSupplies(tx: Tx, district: string, caseId: string): Promise<void> {
  await sql`delete from case_supplies where district = ${district} and case_id = ${caseId}`.execute(tx);
}

/** Cases that still owe something although the day of supply has passed, by their ids. */
export async function getOverdueSupplies(
  read: Read,
  district: string,
  { today, after, limit }: Page,
): Promise<{ caseId: string; supplyDueDay: string }[]> {
  const { rows } = await sql<{ caseId: string; supplyDueDay: string }>`
    select id as case_id, supply_due_day from cases
    where district = ${district} and owed_materials > 0 and supply_due_day < ${today}
      and state = any(${[...actsFrom.receiveTolerated]}::text[])
      and id > ${after || '00000000-0000-0000-0000-000000000000'}::uuid
    order by id limit ${limit}
  `.execute(read);
  return rows;
}

export async function settleSupplies(
  tx: Tx,
  district: string,
  { caseId, keys, at }: { caseId: string; keys: readonly string[]; at: Temporal.Instant },
): Promise<void> {
  await sql`
    update case_supplies set supplied_at = ${at}
    where district = ${district} and case_id = ${caseId} and requirement_key = any(${keys}::text[]) and supplied_at is null
  `.execute(tx);
}

/** A commitment of one of some organs, in the queue of what must be verified. */
export interface CheckRow {
  readonly id: string;
  readonly caseId: string;
  readonly caseNo: string;
  readonly maskedApplicant: string;
  readonly itemVersionId: string;
  readonly kind: Commitment['kind'];
  readonly materialKeys: readonly string[];
  readonly checkState: CheckState;
  readonly checkDueDay: string;
}

/** By day, keyset-paged: those still to be verified, or those of one state. */
export async function listChecks(
  read: Read,
  district: string,
  {
    organIds,
    states,
    after,
    limit,
  }: {
    organIds: readonly string[];
    states: readonly CheckState[];
    after: { day: string; id: string } | undefined;
    limit: number;
  },
): Promise<CheckRow[]> {
  const { rows } = await sql<CheckRow>`
    select m.id, m.case_id, c.case_no, c.masked_applicant, c.item_version_id, m.kind, m.material_keys, m.check_state, m.check_due_day
    from case_commitments m join cases c on c.district = m.district and c.id = m.case_id
    where m.district = ${district} and m.deciding_organ_id = any(${organIds}::uuid[]) and m.check_state = any(${states}::text[])
      ${after === undefined ? sql`` : sql`and (m.check_due_day, m.id) > (${after.day}::date, ${after.id}::uuid)`}
    order by m.check_due_day, m.id limit ${limit}
  `.execute(read);
  return rows;
}
