import type { ItemImport, ItemImportRow } from '../../../contract/imports.ts';
import type { FieldFault } from '../../../contract/refusals.ts';
import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { StaffCall } from '../people/index.ts';
import { loadPlaces } from '../places/index.ts';
import type { ImportedDraft } from './import.rules.ts';
import { faultWords, partWords } from './import-words.data.ts';
import type { SheetRow, SheetValues } from './sheet.rules.ts';

/** A row as it was judged: whose matter it is among our organs, and what its draft will lack. */
export interface JudgedRow extends SheetRow {
  readonly organId: string | null;
  readonly missing: readonly string[];
}

export interface StoredImport {
  readonly id: string;
  readonly name: string;
  readonly state: ItemImport['state'];
  readonly organisationId: string;
  readonly headingRow: number;
  readonly unknownHeadings: string[];
  readonly ready: number;
  readonly wrong: number;
  readonly imported: number;
  readonly readByName: string;
  readonly readAt: string;
  readonly confirmedAt: string | null;
}

/** An import with all of its rows, in two statements whatever their number. */
export async function insertImport(
  tx: Tx,
  call: Call,
  {
    rows,
    ...read
  }: {
    id: string;
    name: string;
    organId: string;
    headingRow: number;
    unknownHeadings: readonly string[];
    readBy: string;
    rows: readonly JudgedRow[];
  },
): Promise<void> {
  const ready = rows.filter(({ faults }) => faults.length === 0).length;
  await sql`
    insert into item_imports (district, id, name, state, organisation_id, heading_row, unknown_headings, ready, wrong,
      imported, read_by, read_at)
    values (${call.district}, ${read.id}, ${read.name}, 'PREVIEWED', ${read.organId}, ${read.headingRow},
      ${JSON.stringify(read.unknownHeadings)}::jsonb, ${ready}, ${rows.length - ready}, 0, ${read.readBy}, ${call.now})
  `.execute(tx);
  const given = rows.map(({ row, values, faults, remarks, missing, organId }) => ({
    row,
    values,
    faults,
    remarks,
    missing,
    organ_id: organId,
  }));
  await sql`
    insert into item_import_rows (district, import_id, row, is_ready, "values", faults, remarks, missing, organ_id)
    select ${call.district}::text, ${read.id}::uuid, row, faults = '[]'::jsonb, "values", faults, remarks, missing, organ_id
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
      as given (row integer, "values" jsonb, faults jsonb, remarks jsonb, missing jsonb, organ_id uuid)
  `.execute(tx);
}

const columns = sql`
  i.id, i.name, i.state, i.organisation_id, i.heading_row, i.unknown_headings, i.ready, i.wrong, i.imported,
  s.name as read_by_name, i.read_at, i.confirmed_at`;

/** Who sees an import: the organ that read it; without one, everybody who may. */
const seenBy = (organIds: readonly string[]) =>
  organIds.length === 0 ? sql`true` : sql`i.organisation_id = any(${organIds}::uuid[])`;

/** An import under its lock. Refuses `not_found`. */
export async function lockImport(
  tx: Tx,
  district: string,
  importId: string,
  organIds: readonly string[],
): Promise<StoredImport> {
  return found(
    await sql<StoredImport>`
      select ${columns} from item_imports i join staff s on s.district = i.district and s.id = i.read_by
      where i.district = ${district} and i.id = ${importId} and ${seenBy(organIds)} for update of i
    `.execute(tx),
  );
}

export async function getImport(
  read: Read,
  district: string,
  importId: string,
  organIds: readonly string[],
): Promise<StoredImport> {
  return found(
    await sql<StoredImport>`
      select ${columns} from item_imports i join staff s on s.district = i.district and s.id = i.read_by
      where i.district = ${district} and i.id = ${importId} and ${seenBy(organIds)}
    `.execute(read),
  );
}

function found({ rows }: { rows: StoredImport[] }): StoredImport {
  if (rows[0] === undefined) throw new Refusal('not_found');
  return rows[0];
}

export async function listStoredImports(
  read: Read,
  district: string,
  { organIds, after, limit }: { organIds: readonly string[]; after: string | undefined; limit: number },
): Promise<StoredImport[]> {
  const { rows } = await sql<StoredImport>`
    select ${columns} from item_imports i join staff s on s.district = i.district and s.id = i.read_by
    where i.district = ${district} and ${seenBy(organIds)} and (${after ?? null}::uuid is null or i.id < ${after ?? null}::uuid)
    order by i.id desc limit ${limit}
  `.execute(read);
  return rows;
}

/** Says what became of an import; the row is locked by the act. */
export async function closeImport(
  tx: Tx,
  call: Call,
  {
    importId,
    state,
    imported,
    staffId,
  }: { importId: string; state: 'IMPORTED' | 'DISCARDED'; imported: number; staffId: string },
): Promise<void> {
  await sql`
    update item_imports set state = ${state}, imported = ${imported}, confirmed_by = ${staffId}, confirmed_at = ${call.now}
    where district = ${call.district} and id = ${importId}
  `.execute(tx);
}

export interface StoredRow {
  readonly row: number;
  readonly isReady: boolean;
  readonly values: SheetValues;
  readonly faults: FieldFault[];
  readonly remarks: FieldFault[];
  readonly missing: string[];
  readonly organId: string | null;
  readonly draftId: string | null;
}

/** Rows of an import in the order of the sheet; `after` a row, or those of these numbers. */
export async function getImportRows(
  read: Read,
  district: string,
  importId: string,
  { ready, after = 0, limit, of }: { ready?: boolean; after?: number; limit?: number; of?: readonly number[] },
): Promise<StoredRow[]> {
  const { rows } = await sql<StoredRow>`
    select row, is_ready, "values", faults, remarks, missing, organ_id, draft_id from item_import_rows
    where district = ${district} and import_id = ${importId} and row > ${after}
      and (${ready ?? null}::boolean is null or is_ready = ${ready ?? null}::boolean)
      and (${of ?? null}::integer[] is null or row = any(${of ?? null}::integer[]))
    order by row limit ${limit ?? null}
  `.execute(read);
  return rows;
}

/** Departments that none of our organs is, by the rows that may be imported; most rows first. */
export async function getStrangeDepartments(
  read: Read,
  district: string,
  importId: string,
): Promise<{ name: string; rows: number }[]> {
  const { rows } = await sql<{ name: string; rows: number }>`
    select coalesce("values" ->> 'organ', '') as name, count(*)::int as rows from item_import_rows
    where district = ${district} and import_id = ${importId} and is_ready and organ_id is null
    group by 1 order by 2 desc, 1 limit 200
  `.execute(read);
  return rows;
}

/** A draft out of a row, with an id of its own. */
export type NewImportedDraft = ImportedDraft & {
  readonly id: string;
  readonly row: number;
  readonly organId: string;
  readonly acceptingOrganId: string | null;
  readonly decidingOrganId: string | null;
  readonly faultCount: number;
};

/** Every draft of an import, and which row it came from, in two statements whatever their number. */
export async function insertImportedDrafts(
  tx: Tx,
  call: StaffCall,
  importId: string,
  drafts: readonly NewImportedDraft[],
): Promise<void> {
  const given = JSON.stringify(
    drafts.map(
      ({ id, row, organId, acceptingOrganId, decidingOrganId, faultCount, effectiveDay, caseType, ...draft }) => ({
        ...draft,
        id,
        row,
        organ_id: organId,
        accepting_organ_id: acceptingOrganId,
        deciding_organ_id: decidingOrganId,
        effective_day: effectiveDay,
        case_type: caseType,
        fault_count: faultCount,
      }),
    ),
  );
  await sql`
    insert into item_drafts (district, id, organ_id, origin, state, code, name_zh, name_en, procedure_profile, case_type,
      level, accepting_organ_id, deciding_organ_id, effective_day, content, missing, fault_count, revision, round,
      approvals_needed, compilers, changed_by, changed_at)
    select ${call.district}::text, id, organ_id, 'import', 'DRAFT', code, content #>> '{name,zh}', content #>> '{name,en}',
      profile, case_type, level, accepting_organ_id, deciding_organ_id, effective_day, content,
      array(select jsonb_array_elements_text(missing)), fault_count, 0, 0, 1, array[${call.staff.id}::uuid],
      ${call.staff.id}::uuid, ${call.now}::timestamptz
    from jsonb_to_recordset(${given}::jsonb) as given (id uuid, organ_id uuid, code text, profile text, case_type text,
      level text, accepting_organ_id uuid, deciding_organ_id uuid, effective_day date, content jsonb, missing jsonb,
      fault_count integer)
  `.execute(tx);
  await sql`
    update item_import_rows r set draft_id = given.id, organ_id = given.deciding_organ_id
    from jsonb_to_recordset(${given}::jsonb) as given (row integer, id uuid, deciding_organ_id uuid)
    where r.district = ${call.district} and r.import_id = ${importId} and r.row = given.row
  `.execute(tx);
}

/** Codes of the catalogue and of drafts that are still worked on: nothing with these is imported again. */
export async function getTakenCodes(read: Read, district: string): Promise<Set<string>> {
  const { rows } = await sql<{ code: string }>`
    select code from items where district = ${district}
    union
    select code from item_drafts where district = ${district} and state not in ('PUBLISHED', 'ABANDONED') and code <> ''
  `.execute(read);
  return new Set(rows.map(({ code }) => code));
}

export async function importView(read: Read, call: Call, stored: StoredImport): Promise<ItemImport> {
  const places = await loadPlaces(read, call.district);
  const { id, readByName, organisationId, confirmedAt, ...rest } = stored;
  return {
    importId: id,
    name: rest.name,
    state: rest.state,
    organ: places.organById(organisationId)?.name ?? { zh: '', en: '' },
    headingRow: rest.headingRow,
    unknownHeadings: rest.unknownHeadings,
    ready: rest.ready,
    wrong: rest.wrong,
    imported: rest.imported,
    readBy: readByName,
    readAt: rest.readAt,
    ...(confirmedAt !== null && { confirmedAt }),
  };
}

export async function rowViews(read: Read, call: Call, rows: readonly StoredRow[]): Promise<ItemImportRow[]> {
  const places = await loadPlaces(read, call.district);
  return rows.map(({ row, isReady, values, faults, remarks, missing, organId, draftId }) => {
    const organ = places.organById(organId ?? '')?.name;
    return {
      row,
      name: values.name ?? '',
      code: values.code ?? '',
      department: values.organ ?? '',
      ...(organ && { organ }),
      ready: isReady,
      faults: faults.map(faultWords),
      remarks: remarks.map(faultWords),
      missing: missing.map(partWords),
      ...(draftId !== null && { draftId }),
    };
  });
}
