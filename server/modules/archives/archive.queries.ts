import type { ArchiveRow, ArchiveState, ArchiveView } from '../../../contract/archives.ts';
import type { Inputs, Replies } from '../../../contract/routes.ts';
import { type Read, sql } from '../../platform/database/index.ts';
import type { FileReply } from '../../platform/http/endpoints.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type DataKey, openJson } from '../../platform/vault/index.ts';
import { everywhere, getCase } from '../cases/index.ts';
import { getItemVersions, type ItemVersion } from '../catalogue/index.ts';
import { getStaffNames, permissionsOf, type StaffCall } from '../people/index.ts';
import { loadPlaces } from '../places/index.ts';
import { type Archive, archivesOf, getArchive, listedColumns, openReport } from './archive.store.ts';
import type { Manifest } from './manifest.rules.ts';
import { openPackage } from './open-package.ts';
import { retentionOf } from './retention.data.ts';
import { unpackContents } from './unpack-contents.ts';

/** A page of archives in the scope of the post, newest first. */
export async function getArchives(
  read: Read,
  { state, year, q, after, limit = 20 }: Inputs['GET /archives'],
  call: StaffCall,
): Promise<Replies['GET /archives']> {
  const { district } = call;
  const { scope } = call.staff;
  const begin = (q ?? '').trim().toUpperCase();
  const [page, counts, years] = await Promise.all([
    sql<Archive>`
      select ${listedColumns} from ${archivesOf(scope)}
      where a.district = ${district}
        ${state === undefined ? sql`` : sql`and a.state = ${state}`}
        ${year === undefined ? sql`` : sql`and a.year = ${year}`}
        ${begin === '' ? sql`` : sql`and a.case_no >= ${begin} and a.case_no < ${`${begin}\u{10ffff}`}`}
        ${after === undefined ? sql`` : sql`and a.id < ${after}::uuid`}
      order by a.id desc limit ${limit + 1}
    `.execute(read),
    sql<{ state: Exclude<ArchiveState, 'ARCHIVED'>; count: number }>`
      select a.state, count(*)::int as count from ${archivesOf(scope)} where a.district = ${district} and a.state in ('COLLECTED', 'FAILED_CHECK', 'DAMAGED') group by a.state
    `.execute(read),
    sql<{ year: number }>`
      with recursive years as (
        (select year from archives where district = ${district} order by year desc limit 1)
        union all
        select (select a.year from archives a where a.district = ${district} and a.year < years.year order by a.year desc limit 1)
        from years where years.year is not null
      )
      select year from years where year is not null
    `.execute(read),
  ]);
  const rows = page.rows.slice(0, limit);
  const versions = await getItemVersions(read, district, [...new Set(rows.map(({ itemVersionId }) => itemVersionId))]);
  const last = rows.at(-1);
  return {
    archives: rows.map((row) => listed(row, versions)),
    counts: {
      COLLECTED: 0,
      FAILED_CHECK: 0,
      DAMAGED: 0,
      ...Object.fromEntries(counts.rows.map((each) => [each.state, each.count])),
    },
    years: years.rows.map((row) => row.year),
    ...(page.rows.length > limit && last && { next: last.id }),
  };
}

function listed(row: Archive, versions: readonly ItemVersion[]): ArchiveRow {
  const name = versions.find(({ id }) => id === row.itemVersionId)?.content.name;
  return {
    archiveId: row.id,
    caseId: row.caseId,
    caseNo: row.caseNo,
    itemName: name ?? { zh: '', en: '' },
    applicant: row.maskedApplicant,
    ending: row.ending,
    endedDay: row.endedDay,
    state: row.state,
    ...(row.number !== null && { number: row.number }),
    ...(row.archivedAt !== null && { archivedAt: row.archivedAt }),
  };
}

/** One archive of the scope with its report, contents and notes. Refuses `not_found`. */
export async function getArchiveView(
  read: Read,
  { archiveId }: { archiveId: string },
  call: StaffCall,
): Promise<ArchiveView> {
  const { district } = call;
  const archive = await getArchive(read, district, archiveId, call.staff.scope);
  const [{ key }, versions, places] = await Promise.all([
    getCase(read, district, archive.caseId, everywhere),
    getItemVersions(read, district, [archive.itemVersionId]),
    loadPlaces(read, district),
  ]);
  const manifest = archive.sealedManifest === null ? undefined : openJson<Manifest>(key, archive.sealedManifest);
  const notes = await getNotes(read, district, archiveId, key);
  const makers = (manifest?.entries ?? []).flatMap(({ madeBy }) =>
    madeBy?.kind === 'staff' && madeBy.id ? [madeBy.id] : [],
  );
  const names = await getStaffNames(read, district, [...new Set([...makers, ...notes.map(({ staffId }) => staffId)])]);
  const version = versions[0];
  return {
    ...listed(archive, versions),
    organ: places.organById(archive.organisationId)?.name ?? { zh: '', en: '' },
    retention: manifest?.retention ?? {
      class: archive.retention,
      basis: version === undefined ? '' : retentionOf(version, archive.ending).basis,
      ...(archive.disposalDay !== null && { disposalDay: archive.disposalDay }),
    },
    ...(archive.checkedAt !== null && { checkedAt: archive.checkedAt }),
    report: openReport(archive, key),
    ...(archive.digest !== null && {
      package: { bytes: archive.bytes ?? 0, digest: archive.digest.toString('hex') },
    }),
    entries: (manifest?.entries ?? []).map(({ path, part, title, mediaType, bytes, sha256, madeAt, madeBy }) => ({
      path,
      part,
      title,
      mediaType,
      bytes,
      sha256,
      ...(madeAt !== null && { madeAt }),
      ...(madeBy !== null && { madeBy: names.get(madeBy.id ?? '') ?? madeBy.kind }),
    })),
    notes: notes.map(({ id, text, staffId, notedAt }) => ({
      noteId: id,
      text,
      by: names.get(staffId) ?? '',
      at: notedAt,
    })),
    actions: actionsOn(archive, permissionsOf(call.staff.post?.role)),
  };
}

function actionsOn({ archivedAt }: Archive, permissions: readonly string[]): ArchiveView['actions'] {
  const may = (permission: string) => permissions.includes(`archives.${permission}`);
  if (archivedAt === null) return may('build') ? ['build'] : [];
  return ['download', ...(may('build') ? (['check'] as const) : []), ...(may('note') ? (['note'] as const) : [])];
}

async function getNotes(read: Read, district: string, archiveId: string, key: DataKey) {
  const { rows } = await sql<{ id: string; sealedText: Buffer; staffId: string; notedAt: string }>`
    select id, sealed_text, staff_id, noted_at from archive_notes
    where district = ${district} and archive_id = ${archiveId} order by id
  `.execute(read);
  return rows.map(({ sealedText, ...row }) => ({ ...row, text: openJson<{ text: string }>(key, sealedText).text }));
}

/** The whole package as one ZIP; who took it, and when, is recorded. Refuses `archive_not_ready`, `file_missing`. */
export async function getPackage(
  read: Read,
  { archiveId }: { archiveId: string },
  call: StaffCall,
): Promise<FileReply> {
  const { archive, bytes } = await readPackage(read, archiveId, call);
  call.effects.log.push({ kind: 'read', subjectId: archiveId, code: 'archive.downloaded' });
  return { mediaType: 'application/zip', name: `${archive.number}.zip`, bytes };
}

/** One file of a package by its place in the list. Refuses as the package does, and `not_found`. */
export async function getEntry(
  read: Read,
  { archiveId, position }: { archiveId: string; position: number },
  call: StaffCall,
): Promise<FileReply> {
  const { bytes } = await readPackage(read, archiveId, call);
  const files = unpackContents(bytes);
  const manifest = JSON.parse(files?.get('manifest.json')?.toString('utf8') ?? '{"entries":[]}') as Manifest;
  const entry = manifest.entries[position - 1];
  const file = entry && files?.get(entry.path);
  if (file === undefined) throw new Refusal('not_found');
  call.effects.log.push({ kind: 'read', subjectId: archiveId, code: 'archive.entryRead' });
  return { mediaType: entry?.mediaType ?? '', name: entry?.path.split('/').at(-1) ?? '', bytes: file };
}

async function readPackage(
  read: Read,
  archiveId: string,
  call: StaffCall,
): Promise<{ archive: Archive; bytes: Buffer }> {
  const archive = await getArchive(read, call.district, archiveId, call.staff.scope);
  const { key } = await getCase(read, call.district, archive.caseId, everywhere);
  return { archive, bytes: await openPackage(archive, key) };
}
