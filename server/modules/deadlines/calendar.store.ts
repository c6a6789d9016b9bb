import type { LocalText } from '../../../contract/values.ts';
import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { type OfficeSpan, type PublishedYear, type WorkCalendar, workCalendar } from './calendar.rules.ts';

/** The one calendar that a district works by. */
const calendarName = 'work';

/** By district. An edition's days never change, so that a copy is either current or recognisably old. */
const known = new Map<string, WorkCalendar>();

/** What an act has loaded last; its reply shows days by it. */
const ofActs = new WeakMap<Read, Promise<WorkCalendar>>();

/** The district's calendar as it stands now; to an act, as it stood when the act last loaded it. */
export function loadCalendar(read: Read, district: string): Promise<WorkCalendar> {
  if (!('atCommit' in read)) return loadLatest(read, district);
  const calendar = ofActs.get(read) ?? loadLatest(read, district);
  ofActs.set(read, calendar);
  return calendar;
}

/** The calendar's edition as a column: it is asked for beside rows that are counted by it, and costs no statement of its own. */
export function editionColumn(district: string) {
  return sql<string>`(select edition from calendars where district = ${district} and name = ${calendarName}) as edition`;
}

/** The calendar of an edition that was just read so; an act goes on by it. */
export function calendarOf(read: Read, district: string, edition: string): Promise<WorkCalendar> {
  const calendar = calendarOfEdition(read, district, edition);
  if ('atCommit' in read) ofActs.set(read, calendar);
  return calendar;
}

async function loadLatest(read: Read, district: string): Promise<WorkCalendar> {
  const { rows } = await sql<{ edition: string }>`
    select edition from calendars where district = ${district} and name = ${calendarName}
  `.execute(read);
  const edition = rows[0]?.edition;
  if (edition === undefined) throw new Error(`district ${district} has no work calendar`);
  return calendarOfEdition(read, district, edition);
}

async function calendarOfEdition(read: Read, district: string, edition: string): Promise<WorkCalendar> {
  const copy = known.get(district);
  if (copy?.edition === edition) return copy;
  const calendar = await readCalendar(read, district);
  known.set(district, calendar);
  return calendar;
}

interface YearRow {
  edition: string;
  officeHours: OfficeSpan[];
  year: number | null;
  notice: string | null;
  days: PublishedYear['days'] | null;
}

async function readCalendar(read: Read, district: string): Promise<WorkCalendar> {
  const { rows } = await sql<YearRow>`
    select c.edition, c.office_hours, y.year, y.notice, d.days
    from calendars c
    left join calendar_years y on y.district = c.district and y.calendar_id = c.id
    left join lateral (
      select jsonb_agg(jsonb_build_object(
        'day', day, 'kind', kind, 'name', jsonb_build_object('zh', name_zh, 'en', name_en))) as days
      from calendar_days
      where district = y.district and calendar_id = y.calendar_id and year = y.year
    ) d on true
    where c.district = ${district} and c.name = ${calendarName}
    order by y.year
  `.execute(read);
  const [first] = rows;
  if (first === undefined) throw new Error(`district ${district} has no work calendar`);
  const years = rows.flatMap(({ year, notice, days }) =>
    year === null || notice === null ? [] : [{ year, notice, days: days ?? [] }],
  );
  return workCalendar({ edition: first.edition, officeHours: first.officeHours, years });
}

/** Makes the district's calendar, still without years. */
export async function insertCalendar(tx: Tx, district: string, officeHours: readonly OfficeSpan[]): Promise<string> {
  const id = newId();
  await sql`
    insert into calendars (district, id, name, edition, office_hours)
    values (${district}, ${id}, ${calendarName}, ${newId()}, ${JSON.stringify(officeHours)}::jsonb)
  `.execute(tx);
  return id;
}

/** Locks the calendar against other imports and gives it a new edition. */
export async function renewEdition(tx: Tx, district: string): Promise<{ calendarId: string; edition: string }> {
  const edition = newId();
  ofActs.delete(tx);
  const { rows } = await sql<{ id: string }>`
    update calendars set edition = ${edition} where district = ${district} and name = ${calendarName} returning id
  `.execute(tx);
  const calendarId = rows[0]?.id;
  if (calendarId === undefined) throw new Error(`district ${district} has no work calendar`);
  return { calendarId, edition };
}

interface StoredDay {
  year: number;
  day: string;
  kind: string;
  name: LocalText;
}

/** Writes whole years in place of what stood there. */
export async function replaceYears(
  tx: Tx,
  district: string,
  calendarId: string,
  years: readonly PublishedYear[],
  importedAt: Temporal.Instant,
): Promise<void> {
  const days: StoredDay[] = years.flatMap(({ year, days }) => days.map((day) => ({ year, ...day })));
  const heads = years.map(({ year, notice }) => ({ year, notice }));
  await sql`
    delete from calendar_days
    where district = ${district} and calendar_id = ${calendarId} and year = any(${years.map(({ year }) => year)}::int[])
  `.execute(tx);
  await sql`
    insert into calendar_years (district, calendar_id, year, notice, imported_at)
    select ${district}::text, ${calendarId}::uuid, year, notice, ${importedAt}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(heads)}::jsonb) as given (year int, notice text)
    on conflict (district, calendar_id, year) do update set notice = excluded.notice, imported_at = excluded.imported_at
  `.execute(tx);
  await sql`
    insert into calendar_days (district, calendar_id, year, day, kind, name_zh, name_en)
    select ${district}::text, ${calendarId}::uuid, year, day, kind, name ->> 'zh', name ->> 'en'
    from jsonb_to_recordset(${JSON.stringify(days)}::jsonb) as given (year int, day date, kind text, name jsonb)
  `.execute(tx);
}

/** The years whose notice is known, with its title. */
export async function getPublishedYears(read: Read, district: string): Promise<{ year: number; notice: string }[]> {
  const { rows } = await sql<{ year: number; notice: string }>`
    select year, notice from calendar_years where district = ${district} order by year
  `.execute(read);
  return rows;
}
