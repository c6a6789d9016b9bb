import type { SheetLine, SheetRow, SheetView } from '../../../contract/handovers.ts';
import type { LocalText } from '../../../contract/values.ts';
import { type Read, sql } from '../../platform/database/index.ts';
import type { FileReply } from '../../platform/http/endpoints.ts';
import { Refusal } from '../../platform/refusal.ts';
import { getItemVersions } from '../catalogue/index.ts';
import { getPdf } from '../documents/index.ts';
import { getOfficeSettings, getPosts, getStaffNames, type StaffCall } from '../people/index.ts';
import { loadPlaces } from '../places/index.ts';
import { getCandidates } from './candidate.queries.ts';
import { readBearer } from './read-bearer.ts';
import { isLate, sheetActions } from './sheet.rules.ts';
import { getLines, getSheet, type Sheet, sheetColumns, sheetsIn } from './sheet.store.ts';

type Listed = Omit<Sheet, 'key'>;

/** The sheets of the caller's window or department, newest first, and how many nobody took over in time. */
export async function listSheets(
  read: Read,
  input: { state?: Sheet['state']; late?: boolean; after?: string; limit?: number },
  call: StaffCall,
): Promise<{ sheets: SheetRow[]; late: number; next?: string }> {
  const limit = input.limit ?? 20;
  const own = sql`s.district = ${call.district} and ${sheetsIn(call.staff.scope)}`;
  const late = sql`s.state = 'HANDED' and s.take_due_day < ${call.today}`;
  const [{ rows }, counted] = await Promise.all([
    sql<Listed>`
      select ${sheetColumns} from hand_over_sheets s
      where ${own} ${input.state === undefined ? sql`` : sql`and s.state = ${input.state}`} ${input.late === true ? sql`and ${late}` : sql``}
        ${input.after === undefined ? sql`` : sql`and s.id < ${input.after}::uuid`}
      order by s.id desc limit ${limit + 1}
    `.execute(read),
    sql<{ count: number }>`select count(*)::int as count from hand_over_sheets s where ${own} and ${late}`.execute(
      read,
    ),
  ]);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    sheets: await rowsOf(read, call, page),
    late: counted.rows[0]?.count ?? 0,
    ...(rows.length > limit && last && { next: last.id }),
  };
}

async function rowsOf(read: Read, call: StaffCall, sheets: readonly Listed[]): Promise<SheetRow[]> {
  const ids = (of: (sheet: Listed) => (string | null)[]) => [
    ...new Set(sheets.flatMap((sheet) => of(sheet).filter((id) => id !== null))),
  ];
  const [places, names, posts] = await Promise.all([
    loadPlaces(read, call.district),
    getStaffNames(
      read,
      call.district,
      ids(({ handedBy, takenBy }) => [handedBy, takenBy]),
    ),
    getPosts(
      read,
      call.district,
      ids(({ handedByPostId, takenByPostId }) => [handedByPostId, takenByPostId]),
    ),
  ]);
  const signed = (staffId: string | null, postId: string | null, at: string | null) =>
    staffId === null || at === null
      ? undefined
      : { name: names.get(staffId) ?? '', post: posts.get(postId ?? '')?.title ?? nobody, at };
  return sheets.map((sheet) => {
    const center = places.centerById(sheet.centerId)?.name ?? nobody;
    const organ = places.organById(sheet.organId)?.name ?? nobody;
    const [from, to] = sheet.direction === 'TO_OFFICE' ? [center, organ] : [organ, center];
    const handed = signed(sheet.handedBy, sheet.handedByPostId, sheet.handedAt);
    const taken = signed(sheet.takenBy, sheet.takenByPostId, sheet.takenAt);
    return {
      sheetId: sheet.id,
      direction: sheet.direction,
      state: sheet.state,
      number: sheet.number,
      from,
      to,
      cases: sheet.caseCount,
      refused: sheet.refusedCount,
      madeAt: sheet.madeAt,
      late: isLate(sheet, call.today.toString()),
      ...(handed && { handed }),
      ...(taken && { taken }),
      ...(sheet.takeDueDay !== null && { takeDueDay: sheet.takeDueDay }),
    };
  });
}

const nobody: LocalText = { zh: '', en: '' };

/** One sheet with its cases and papers, and what the caller may do with it. */
export async function getSheetView(read: Read, { sheetId }: { sheetId: string }, call: StaffCall): Promise<SheetView> {
  const { key, ...sheet } = await getSheet(read, call.district, sheetId, call.staff.scope);
  const [rows, lines, settings] = await Promise.all([
    rowsOf(read, call, [sheet]),
    getSheetLines(read, call.district, { id: sheetId, key }),
    getOfficeSettings(read, call.district),
  ]);
  const [row] = rows;
  if (row === undefined) throw new Refusal('not_found');
  return {
    ...row,
    lines,
    takeWithinDays: settings.handOverDays,
    actions: sheetActions(sheet, readBearer(call)),
    ...(sheet.documentId !== null && { documentId: sheet.documentId }),
  };
}

/** The lines of a sheet with what each case is. */
export async function getSheetLines(
  read: Read,
  district: string,
  sheet: Pick<Sheet, 'id' | 'key'>,
): Promise<SheetLine[]> {
  const lines = await getLines(read, district, sheet);
  const { rows } = await sql<{ id: string; caseNo: string; applicant: string; itemVersionId: string }>`
    select id, case_no, masked_applicant as applicant, item_version_id from cases
    where district = ${district} and id = any(${lines.map(({ caseId }) => caseId)}::uuid[])
  `.execute(read);
  const versions = await getItemVersions(read, district, [...new Set(rows.map(({ itemVersionId }) => itemVersionId))]);
  return lines.flatMap(({ caseId, state, papers, reason }) => {
    const found = rows.find(({ id }) => id === caseId);
    const version = versions.find(({ id }) => id === found?.itemVersionId);
    if (found === undefined || version === undefined) return [];
    const { caseNo, applicant } = found;
    return {
      ...{ caseId, caseNo, applicant, itemName: version.content.name, papers: [...papers], state },
      ...(reason !== null && { reason }),
    };
  });
}

/** The cases whose papers can go over now, with the departments or windows that they go to. */
export async function getHandOverCandidates(read: Read, _: object, call: StaffCall) {
  const [{ direction, candidates }, places] = await Promise.all([
    getCandidates(read, call),
    loadPlaces(read, call.district),
  ]);
  const partners = [...new Set(candidates.map(({ partnerId }) => partnerId))].map((partnerId) => ({
    partnerId,
    name: (direction === 'TO_OFFICE' ? places.organById(partnerId) : places.centerById(partnerId))?.name ?? nobody,
  }));
  return { direction, partners, cases: candidates };
}

/** The sheet as a document, once both have signed. Refuses not_found before. */
export async function getSheetPdf(read: Read, { sheetId }: { sheetId: string }, call: StaffCall): Promise<FileReply> {
  const { documentId } = await getSheet(read, call.district, sheetId, call.staff.scope);
  if (documentId === null) throw new Refusal('not_found');
  return getPdf(read, call, documentId);
}
