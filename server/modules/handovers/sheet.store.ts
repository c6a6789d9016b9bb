import type { HandedPaper } from '../../../contract/handovers.ts';
import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type DataKey, openJson, seal, vault } from '../../platform/vault/index.ts';
import type { Scope } from '../people/index.ts';
import type { SheetFacts } from './sheet.rules.ts';

/** A hand-over sheet with its key opened. */
export interface Sheet extends SheetFacts {
  readonly id: string;
  readonly number: string;
  readonly madeAt: string;
  readonly handedByPostId: string | null;
  readonly handedAt: string | null;
  readonly takeDueDay: string | null;
  readonly takenBy: string | null;
  readonly takenByPostId: string | null;
  readonly takenAt: string | null;
  readonly caseCount: number;
  readonly refusedCount: number;
  readonly documentId: string | null;
  readonly key: DataKey;
}

export interface Line {
  readonly caseId: string;
  readonly state: 'LISTED' | 'TAKEN' | 'REFUSED' | 'DROPPED';
  readonly papers: readonly HandedPaper[];
  readonly reason: string | null;
}

type SheetRow = Omit<Sheet, 'key'> & { dataKeyId: string; wrapped: Buffer };

export const sheetColumns = sql`
  s.id, s.number, s.direction, s.state, s.center_id, s.organisation_id as organ_id, s.made_at, s.handed_by, s.handed_by_post_id,
  s.handed_at, s.take_due_day, s.taken_by, s.taken_by_post_id, s.taken_at, s.case_count, s.refused_count, s.document_id
`;

/** The sheets that a scope sees: those of its windows and departments; a supervisor's, all of his area. */
export function sheetsIn(scope: Scope) {
  if (scope.whole) return sql`true`;
  return sql`(s.center_id = any(${scope.centerIds}::uuid[]) or s.organisation_id = any(${scope.organIds}::uuid[]))`;
}

const from = sql`from hand_over_sheets s join data_keys k on k.district = s.district and k.id = s.data_key_id`;

function opened({ dataKeyId, wrapped, ...row }: SheetRow): Sheet {
  return { ...row, key: vault().unwrap({ id: dataKeyId, wrapped }) };
}

/** The sheet, in scope; refuses not_found. */
export async function getSheet(read: Read, district: string, sheetId: string, scope: Scope): Promise<Sheet> {
  const { rows } = await sql<SheetRow>`
    select ${sheetColumns}, s.data_key_id, k.wrapped ${from} where s.district = ${district} and s.id = ${sheetId} and ${sheetsIn(scope)}
  `.execute(read);
  if (rows[0] === undefined) throw new Refusal('not_found');
  return opened(rows[0]);
}

/** The same, locked for an act. */
export async function lockSheet(tx: Tx, district: string, sheetId: string, scope: Scope): Promise<Sheet> {
  const { rows } = await sql<SheetRow>`
    select ${sheetColumns}, s.data_key_id, k.wrapped ${from}
    where s.district = ${district} and s.id = ${sheetId} and ${sheetsIn(scope)} for update of s
  `.execute(tx);
  if (rows[0] === undefined) throw new Refusal('not_found');
  return opened(rows[0]);
}

export async function getLines(read: Read, district: string, { id, key }: Pick<Sheet, 'id' | 'key'>): Promise<Line[]> {
  const { rows } = await sql<Omit<Line, 'reason'> & { sealedReason: Buffer | null }>`
    select case_id, state, papers, sealed_reason from hand_over_lines
    where district = ${district} and sheet_id = ${id} order by position
  `.execute(read);
  return rows.map(({ sealedReason, ...row }) => ({
    ...row,
    reason: sealedReason === null ? null : openJson<string>(key, sealedReason),
  }));
}

/** Of these cases, one that stands on a sheet under way. */
export async function findListed(
  read: Read,
  district: string,
  caseIds: readonly string[],
): Promise<string | undefined> {
  const { rows } = await sql<{ caseId: string }>`
    select case_id from hand_over_lines
    where district = ${district} and case_id = any(${caseIds}::uuid[]) and state = 'LISTED' limit 1
  `.execute(read);
  return rows[0]?.caseId;
}

export async function insertSheet(
  tx: Tx,
  district: string,
  sheet: Pick<Sheet, 'id' | 'direction' | 'centerId' | 'organId' | 'number' | 'key'> & {
    madeBy: string;
    madeAt: Temporal.Instant;
    lines: readonly Pick<Line, 'caseId' | 'papers'>[];
  },
): Promise<void> {
  await sql`
    insert into hand_over_sheets (district, id, direction, state, center_id, organisation_id, number, made_by, made_at, case_count, data_key_id)
    values (${district}, ${sheet.id}, ${sheet.direction}, 'MADE', ${sheet.centerId}, ${sheet.organId}, ${sheet.number}, ${sheet.madeBy},
      ${sheet.madeAt}, ${sheet.lines.length}, ${sheet.key.id})
  `.execute(tx);
  await sql`
    insert into hand_over_lines (district, sheet_id, case_id, direction, state, position, papers)
    select ${district}::text, ${sheet.id}::uuid, l.case_id, ${sheet.direction}::text, 'LISTED', l.position, l.papers::jsonb
    from unnest(${sheet.lines.map(({ caseId }) => caseId)}::uuid[], ${sheet.lines.map(({ papers }) => JSON.stringify(papers))}::text[])
      with ordinality as l (case_id, papers, position)
  `.execute(tx);
}

/** Locks cases, so that no two sheets are made of them at a time. */
export async function lockCases(tx: Tx, district: string, caseIds: readonly string[]): Promise<void> {
  await sql`
    select from cases where district = ${district} and id = any(${caseIds}::uuid[]) order by id for update
  `.execute(tx);
}

/** The next number of a day, gap-free in the district; its lock lasts until the commit. */
export async function takeSheetNumber(tx: Tx, district: string, day: Temporal.PlainDate): Promise<string> {
  const { rows } = await sql<{ lastNumber: number }>`
    insert into hand_over_counters (district, day, last_number) values (${district}, ${day}, 1)
    on conflict (district, day) do update set last_number = hand_over_counters.last_number + 1
    returning last_number
  `.execute(tx);
  return `JJ${day.toString().replaceAll('-', '')}-${String(rows[0]?.lastNumber ?? 1).padStart(3, '0')}`;
}

export async function saveHanding(
  tx: Tx,
  district: string,
  sheetId: string,
  by: { staffId: string; postId: string | null; at: Temporal.Instant; takeDueDay: Temporal.PlainDate },
): Promise<void> {
  await sql`
    update hand_over_sheets set state = 'HANDED', handed_by = ${by.staffId}, handed_by_post_id = ${by.postId}, handed_at = ${by.at},
      take_due_day = ${by.takeDueDay}
    where district = ${district} and id = ${sheetId}
  `.execute(tx);
}

export async function saveDiscard(tx: Tx, district: string, sheetId: string): Promise<void> {
  await sql`update hand_over_sheets set state = 'DISCARDED' where district = ${district} and id = ${sheetId}`.execute(
    tx,
  );
  await sql`
    update hand_over_lines set state = 'DROPPED' where district = ${district} and sheet_id = ${sheetId}
  `.execute(tx);
}

export async function saveTaking(
  tx: Tx,
  district: string,
  sheet: Pick<Sheet, 'id' | 'key'>,
  by: {
    staffId: string;
    postId: string | null;
    at: Temporal.Instant;
    documentId: string;
    refused: readonly { caseId: string; reason: string }[];
  },
): Promise<void> {
  await sql`
    update hand_over_sheets set state = 'TAKEN', taken_by = ${by.staffId}, taken_by_post_id = ${by.postId}, taken_at = ${by.at},
      refused_count = ${by.refused.length}, document_id = ${by.documentId}
    where district = ${district} and id = ${sheet.id}
  `.execute(tx);
  await sql`
    update hand_over_lines l set state = case when r.case_id is null then 'TAKEN' else 'REFUSED' end, sealed_reason = r.sealed_reason
    from hand_over_lines o left join unnest(${by.refused.map(({ caseId }) => caseId)}::uuid[],
      ${by.refused.map(({ reason }) => seal(sheet.key, JSON.stringify(reason)))}::bytea[]) as r (case_id, sealed_reason) on r.case_id = o.case_id
    where l.district = ${district} and l.sheet_id = ${sheet.id} and o.district = l.district and o.sheet_id = l.sheet_id and o.case_id = l.case_id
  `.execute(tx);
}
