import type { ArchivePoint, ArchiveState, RetentionClass } from '../../../contract/archives.ts';
import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type DataKey, openJson, seal } from '../../platform/vault/index.ts';
import { readableTo } from '../cases/index.ts';
import type { Scope } from '../people/index.ts';
import type { Ending, Manifest } from './manifest.rules.ts';

/** The row of an archive. Days are ISO days, instants ISO instants. */
export interface Archive {
  readonly id: string;
  readonly caseId: string;
  readonly caseNo: string;
  readonly itemVersionId: string;
  readonly organisationId: string;
  readonly maskedApplicant: string;
  readonly ending: Ending;
  readonly endedDay: string;
  readonly state: ArchiveState;
  readonly retention: RetentionClass;
  readonly disposalDay: string | null;
  readonly number: string | null;
  readonly archivedAt: string | null;
  readonly checkedAt: string | null;
  readonly sealedReport: Buffer | null;
  readonly address: string | null;
  readonly digest: Buffer | null;
  readonly bytes: number | null;
  readonly sealedManifest: Buffer | null;
}

/** The columns that a list shows too, and the rest. */
export const listedColumns = sql`
  a.id, a.case_id, a.case_no, a.item_version_id, a.organisation_id, a.masked_applicant, a.ending, a.ended_day, a.state,
  a.retention, a.disposal_day, a.number, a.archived_at
`;
const columns = sql`${listedColumns}, a.checked_at, a.sealed_report, a.address, a.digest, a.bytes, a.sealed_manifest`;

/** The archives of the cases that a scope reads. */
export const archivesOf = (scope: Scope) =>
  sql`archives a join cases c on c.district = a.district and c.id = a.case_id and ${readableTo(scope)}`;

/** An archive of the scope's cases; without a scope of any. Refuses `not_found`. */
export async function getArchive(read: Read, district: string, archiveId: string, scope?: Scope): Promise<Archive> {
  const { rows } = await sql<Archive>`
    select ${columns} from ${scope === undefined ? sql`archives a` : archivesOf(scope)}
    where a.district = ${district} and a.id = ${archiveId}
  `.execute(read);
  if (rows[0] === undefined) throw new Refusal('not_found');
  return rows[0];
}

/** The same, locked for an act. */
export async function lockArchive(tx: Tx, district: string, archiveId: string, scope?: Scope): Promise<Archive> {
  await sql`select from archives where district = ${district} and id = ${archiveId} for update`.execute(tx);
  return getArchive(tx, district, archiveId, scope);
}

export interface NewArchive
  extends Omit<
    Archive,
    | 'id'
    | 'state'
    | 'number'
    | 'archivedAt'
    | 'checkedAt'
    | 'sealedReport'
    | 'address'
    | 'digest'
    | 'bytes'
    | 'sealedManifest'
  > {}

/** A row for each case that is to be archived; one that has its row keeps it. */
export async function insertArchives(
  tx: Tx,
  district: string,
  archives: readonly NewArchive[],
  at: Temporal.Instant,
): Promise<void> {
  if (archives.length === 0) return;
  const rows = archives.map((archive) => ({ ...archive, id: newId(), year: Number(archive.endedDay.slice(0, 4)) }));
  await sql`
    insert into archives (district, id, case_id, case_no, item_version_id, organisation_id, masked_applicant, ending, ended_day,
      year, state, retention, disposal_day, collected_at)
    select ${district}, a.id, a."caseId", a."caseNo", a."itemVersionId", a."organisationId", a."maskedApplicant", a.ending,
      a."endedDay", a.year, 'COLLECTED', a.retention, a."disposalDay", ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as a (id uuid, "caseId" uuid, "caseNo" text, "itemVersionId" uuid,
      "organisationId" uuid, "maskedApplicant" text, ending text, "endedDay" date, year integer, retention text, "disposalDay" date)
    on conflict (district, case_id) do nothing
  `.execute(tx);
}

/** What is kept with the archive is sealed like the case itself: titles of papers may name people. */
export async function saveReport(
  tx: Tx,
  district: string,
  {
    archiveId,
    state,
    report,
    key,
  }: { archiveId: string; state: ArchiveState; report: readonly ArchivePoint[]; key: DataKey },
  at: Temporal.Instant,
): Promise<void> {
  await sql`
    update archives set state = ${state}, checked_at = ${at}, sealed_report = ${seal(key, JSON.stringify(report))}
    where district = ${district} and id = ${archiveId}
  `.execute(tx);
}

export function openReport({ sealedReport }: Pick<Archive, 'sealedReport'>, key: DataKey): ArchivePoint[] {
  return sealedReport === null ? [] : openJson<ArchivePoint[]>(key, sealedReport);
}

export interface KeptPackage {
  readonly archiveId: string;
  readonly address: string;
  readonly digest: Buffer;
  readonly bytes: number;
  readonly manifest: Manifest;
  readonly report: readonly ArchivePoint[];
  readonly key: DataKey;
}

/** The package is kept: from here on nothing of the archive changes but the findings of later checks. */
export async function savePackage(tx: Tx, district: string, kept: KeptPackage, at: Temporal.Instant): Promise<void> {
  const { key, manifest } = kept;
  await sql`
    update archives set state = 'ARCHIVED', archived_at = ${at}, checked_at = ${at}, number = ${manifest.number},
      sealed_report = ${seal(key, JSON.stringify(kept.report))}, address = ${kept.address}, digest = ${kept.digest},
      bytes = ${kept.bytes}, sealed_manifest = ${seal(key, JSON.stringify(manifest))}
    where district = ${district} and id = ${kept.archiveId} and archived_at is null
  `.execute(tx);
}

/** Notes where the bytes of a package will lie, before they do: committed by itself. */
export async function notePackageWrite(
  on: Read,
  district: string,
  { archiveId, address, at }: { archiveId: string; address: string; at: Temporal.Instant },
): Promise<void> {
  await sql`
    insert into package_writes (district, address, archive_id, begun_at) values (${district}, ${address}, ${archiveId}, ${at})
  `.execute(on);
}

/** The bytes belong to an archive from here on. */
export async function claimPackageWrite(tx: Tx, district: string, address: string): Promise<void> {
  const { numAffectedRows } = await sql`
    delete from package_writes where district = ${district} and address = ${address}
  `.execute(tx);
  if (numAffectedRows !== 1n) throw new Error('The package was swept while it was built.');
}

/** Where packages lie that were begun before an instant and that no archive took; locked. */
export async function lockPackageWrites(
  tx: Tx,
  district: string,
  { before, limit }: { before: Temporal.Instant; limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ address: string }>`
    select address from package_writes where district = ${district} and begun_at < ${before}
    order by begun_at limit ${limit} for update skip locked
  `.execute(tx);
  return rows.map(({ address }) => address);
}

export async function deletePackageWrites(tx: Tx, district: string, addresses: readonly string[]): Promise<void> {
  await sql`
    delete from package_writes where district = ${district} and address = any(${addresses}::text[])
  `.execute(tx);
}

export interface NewNote {
  readonly archiveId: string;
  readonly text: string;
  readonly staffId: string;
  readonly postId: string;
  readonly key: DataKey;
}

export async function insertNote(tx: Tx, district: string, note: NewNote, at: Temporal.Instant): Promise<string> {
  const id = newId();
  await sql`
    insert into archive_notes (district, id, archive_id, sealed_text, staff_id, post_id, noted_at)
    values (${district}, ${id}, ${note.archiveId}, ${seal(note.key, note.text)}, ${note.staffId}, ${note.postId}, ${at})
  `.execute(tx);
  return id;
}
