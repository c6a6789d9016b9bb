import type { DefectKind } from '../../../contract/values.ts';
import { type Read, send, sql, type Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type DataKey, openText, seal, vault } from '../../platform/vault/index.ts';

/** What was handed in for one requirement of the version. */
export interface Material {
  readonly key: string;
  readonly received: boolean;
  readonly originals: number;
  readonly copies: number;
  readonly suppliedRound: number;
  /** 告知承诺: a commitment stands in its place. */
  readonly byCommitment: boolean;
  /** Posts that have looked at it. */
  readonly openedBy: readonly string[];
  readonly files: readonly MaterialFile[];
}

export interface MaterialFile {
  readonly fileId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly round: number;
}

interface FileRow {
  readonly requirementKey: string;
  readonly fileId: string;
  readonly sealedName: Buffer;
  readonly wrappedKey: Buffer;
  readonly dataKeyId?: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly round: number;
}

export async function getMaterials(read: Read, district: string, caseId: string): Promise<Material[]> {
  const [materials, files] = await Promise.all([
    sql<{
      requirementKey: string;
      received: boolean;
      originals: number;
      copies: number;
      suppliedRound: number;
      byCommitment: boolean;
      openedBy: string[];
    }>`
      select requirement_key, received, originals, copies, supplied_round, by_commitment, opened_by from case_materials
      where district = ${district} and case_id = ${caseId}
    `.execute(read),
    sql<FileRow>`
      select m.requirement_key, m.file_id, m.round, f.sealed_name, f.wrapped_key, f.media_type, f.bytes
      from case_material_files m join files f on f.district = m.district and f.id = m.file_id
      where m.district = ${district} and m.case_id = ${caseId} order by m.round, m.position, m.file_id
    `.execute(read),
  ]);
  return materials.rows.map((row) => ({
    key: row.requirementKey,
    received: row.received,
    originals: row.originals,
    copies: row.copies,
    suppliedRound: row.suppliedRound,
    byCommitment: row.byCommitment,
    openedBy: row.openedBy,
    files: files.rows
      .filter((file) => file.requirementKey === row.requirementKey)
      .map((file) => ({
        fileId: file.fileId,
        name: fileName(file),
        mediaType: file.mediaType,
        bytes: file.bytes,
        round: file.round,
      })),
  }));
}

/** The name of a file is sealed under the file's own key, whose id is the file's. */
function fileName(file: FileRow): string {
  return openText(vault().unwrap({ id: file.fileId, wrapped: file.wrappedKey }), file.sealedName);
}

export interface HandedIn {
  readonly key: string;
  readonly received: boolean;
  readonly originals: number;
  readonly copies: number;
  readonly fileIds: readonly string[];
}

/**
 * Writes what was handed in. In a draft the files of a material are replaced; in a later round they are added, the
 * earlier ones stay as they were filed. Refuses a material that stands there twice, and files that are not the
 * uploader's own or are used elsewhere.
 */
export async function putMaterials(
  tx: Tx,
  district: string,
  target: {
    caseId: string;
    round: number;
    into: 'draft' | 'case';
    uploader: { kind: 'resident' | 'staff'; id: string };
  },
  handedIn: readonly HandedIn[],
): Promise<void> {
  if (handedIn.length === 0) return;
  const keys = handedIn.map((material) => material.key);
  const twice = keys.filter((key, index) => keys.indexOf(key) !== index);
  if (twice.length > 0)
    throw new Refusal(
      'invalid_input',
      {},
      twice.map((field) => ({ field, code: 'format' })),
    );
  const pairs = handedIn.flatMap((material) =>
    material.fileIds.map((fileId, position) => ({ key: material.key, fileId, position })),
  );
  if (pairs.length > 0) {
    const { rows } = await sql<{ fine: number }>`
      select count(*)::int as fine from files f
      where f.district = ${district} and f.id = any(${pairs.map((pair) => pair.fileId)}::uuid[])
        and f.uploader_kind = ${target.uploader.kind} and f.uploader_id = ${target.uploader.id}
        and not exists (select from case_material_files m where m.district = f.district and m.file_id = f.id and m.case_id <> ${target.caseId})
    `.execute(tx);
    if (rows[0]?.fine !== new Set(pairs.map((pair) => pair.fileId)).size) throw new Refusal('file_missing');
  }
  send(
    tx,
    sql`
    insert into case_materials (district, case_id, requirement_key, received, originals, copies, supplied_round)
    select ${district}, ${target.caseId}, m.key, m.received, m.originals, m.copies, ${target.round}
    from unnest(${keys}::text[], ${handedIn.map((material) => material.received)}::boolean[],
      ${handedIn.map((material) => material.originals)}::int[], ${handedIn.map((material) => material.copies)}::int[]) as m (key, received, originals, copies)
    on conflict (district, case_id, requirement_key) do update set received = excluded.received, originals = excluded.originals,
      copies = excluded.copies, supplied_round = excluded.supplied_round, by_commitment = false, opened_by = '{}'
  `,
  );
  if (target.into === 'draft')
    send(
      tx,
      sql`delete from case_material_files where district = ${district} and case_id = ${target.caseId} and requirement_key = any(${keys}::text[])`,
    );
  if (pairs.length > 0)
    send(
      tx,
      sql`
      insert into case_material_files (district, case_id, requirement_key, file_id, round, position)
      select ${district}, ${target.caseId}, f.key, f.file_id, ${target.round}, f.position
      from unnest(${pairs.map((pair) => pair.key)}::text[], ${pairs.map((pair) => pair.fileId)}::uuid[], ${pairs.map((pair) => pair.position)}::int[]) as f (key, file_id, position)
      on conflict do nothing
    `,
    );
}

/** Lets go of what was put into a draft and is not needed; the nightly sweep takes the files. */
export async function dropMaterials(
  tx: Tx,
  district: string,
  caseId: string,
  { except }: { except: readonly string[] },
): Promise<void> {
  await sql`
    with dropped as (
      delete from case_material_files
      where district = ${district} and case_id = ${caseId} and requirement_key <> all(${except}::text[])
    )
    delete from case_materials
    where district = ${district} and case_id = ${caseId} and requirement_key <> all(${except}::text[])
  `.execute(tx);
}

/** When a file became part of a case: its upload in a draft, the receipt of its round once that was filed. */
export async function findFiledAt(
  read: Read,
  district: string,
  { caseId, fileId }: { caseId: string; fileId: string },
): Promise<Temporal.Instant | undefined> {
  const { rows } = await sql<{ at: string }>`
    select greatest(f.uploaded_at, r.received_at) as at
    from case_material_files m join files f on f.district = m.district and f.id = m.file_id
    left join case_receipts r on r.district = m.district and r.case_id = m.case_id and r.round = m.round
    where m.district = ${district} and m.case_id = ${caseId} and m.file_id = ${fileId}
    order by at limit 1
  `.execute(read);
  return rows[0] && Temporal.Instant.from(rows[0].at);
}

/** Whether a file belongs to a case. */
export async function belongsToCase(read: Read, district: string, caseId: string, fileId: string): Promise<boolean> {
  const { rows } = await sql`
    select from case_material_files where district = ${district} and case_id = ${caseId} and file_id = ${fileId} limit 1
  `.execute(read);
  return rows.length > 0;
}

/** Of these files, those that belong to a case. */
export async function findUsedFiles(read: Read, district: string, fileIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ fileId: string }>`
    select distinct file_id from case_material_files where district = ${district} and file_id = any(${fileIds}::uuid[])
  `.execute(read);
  return new Set(rows.map((row) => row.fileId));
}

export async function noteOpened(
  tx: Tx,
  district: string,
  caseId: string,
  key: string,
  postId: string,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update case_materials set opened_by = array_append(array_remove(opened_by, ${postId}::uuid), ${postId}::uuid)
    where district = ${district} and case_id = ${caseId} and requirement_key = ${key}
  `.execute(tx);
  return numAffectedRows === 1n;
}

/** One line of the correction notice. */
export interface Defect {
  readonly key: string;
  readonly noticeRound: number;
  readonly kind: DefectKind;
  readonly howToFix: string;
  readonly newlyArising: boolean;
  readonly settledRound: number | null;
}

export async function getDefects(read: Read, district: string, caseId: string, key: DataKey): Promise<Defect[]> {
  const { rows } = await sql<{
    requirementKey: string;
    noticeRound: number;
    kind: DefectKind;
    sealedHowToFix: Buffer;
    newlyArising: boolean;
    settledRound: number | null;
  }>`
    select requirement_key, notice_round, kind, sealed_how_to_fix, newly_arising, settled_round from case_defects
    where district = ${district} and case_id = ${caseId} order by notice_round, requirement_key
  `.execute(read);
  return rows.map(({ requirementKey, sealedHowToFix, ...row }) => ({
    ...row,
    key: requirementKey,
    howToFix: openText(key, sealedHowToFix),
  }));
}

export async function insertDefects(
  tx: Tx,
  district: string,
  caseId: string,
  key: DataKey,
  round: number,
  defects: readonly { key: string; kind: DefectKind; howToFix: string; newlyArising: boolean }[],
): Promise<void> {
  if (defects.length === 0) return;
  await sql`
    insert into case_defects (district, case_id, requirement_key, notice_round, kind, sealed_how_to_fix, newly_arising)
    select ${district}, ${caseId}, d.key, ${round}, d.kind, d.how, d.newly
    from unnest(${defects.map((defect) => defect.key)}::text[], ${defects.map((defect) => defect.kind)}::text[],
      ${defects.map((defect) => seal(key, defect.howToFix))}::bytea[], ${defects.map((defect) => defect.newlyArising)}::boolean[]) as d (key, kind, how, newly)
  `.execute(tx);
}

/** Defects whose material was supplied again in this round. */
export async function settleDefects(tx: Tx, district: string, caseId: string, round: number): Promise<void> {
  await sql`
    update case_defects set settled_round = ${round} where district = ${district} and case_id = ${caseId} and settled_round is null
  `.execute(tx);
}

/** Listed defects that the clerk found still open: the first notice goes on. */
export async function reopenDefects(tx: Tx, district: string, caseId: string, keys: readonly string[]): Promise<void> {
  await sql`
    update case_defects set settled_round = null where district = ${district} and case_id = ${caseId} and requirement_key = any(${keys}::text[])
  `.execute(tx);
}
