import type { LicenceHandling } from '../../../contract/licences.ts';
import { type Read, sql, type Tx } from '../../platform/database/index.ts';

/** The licence that a case renews or changes, as it stood when the case was received. */
export interface CaseLicence {
  readonly caseId: string;
  readonly licenceId: string;
  readonly handling: LicenceHandling;
  readonly untilDay: string | null;
  readonly applyByDay: string | null;
  /** A renewal that was applied for in time: undecided at the end, the law renews (ALL 50). */
  readonly inTime: boolean;
}

export async function insertCaseLicence(tx: Tx, district: string, of: CaseLicence): Promise<void> {
  await sql`
    insert into case_licences (district, case_id, licence_id, handling, until_day, apply_by_day, in_time)
    values (${district}, ${of.caseId}, ${of.licenceId}, ${of.handling}, ${of.untilDay}, ${of.applyByDay}, ${of.inTime})
  `.execute(tx);
}

export async function findCaseLicence(read: Read, district: string, caseId: string): Promise<CaseLicence | undefined> {
  const { rows } = await sql<CaseLicence>`
    select case_id, licence_id, handling, until_day, apply_by_day, in_time from case_licences
    where district = ${district} and case_id = ${caseId}
  `.execute(read);
  return rows[0];
}

/** A page of a nightly search, by case id. */
export interface Page {
  readonly today: Temporal.PlainDate;
  /** Empty: from the beginning. */
  readonly after: string;
  readonly limit: number;
}

const beforeAll = '00000000-0000-0000-0000-000000000000';

/** Renewals in time whose licence has ended without a decision. */
export async function getUndecidedRenewals(
  read: Read,
  district: string,
  { today, after, limit }: Page,
): Promise<{ caseId: string; untilDay: string }[]> {
  const { rows } = await sql<{ caseId: string; untilDay: string }>`
    select cl.case_id, cl.until_day
    from case_licences cl
    join cases c on c.district = cl.district and c.id = cl.case_id
    join licences l on l.district = cl.district and l.id = cl.licence_id
    where cl.district = ${district} and cl.handling = 'renewal' and cl.in_time and cl.until_day < ${today}
      and c.state in ('ACCEPTED', 'IN_REVIEW', 'SPECIAL_PROCEDURE', 'REPORTED_UP', 'DECIDING') and l.state = 'valid'
      and cl.case_id > ${after || beforeAll}::uuid
    order by cl.case_id limit ${limit}
  `.execute(read);
  return rows;
}

/** Of these licences, those that somebody is already renewing, each with the case. */
export async function getRunningRenewals(
  read: Read,
  district: string,
  licenceIds: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ licenceId: string; caseId: string }>`
    select cl.licence_id, cl.case_id from case_licences cl
    join cases c on c.district = cl.district and c.id = cl.case_id
    where cl.district = ${district} and cl.licence_id = any(${licenceIds}::uuid[]) and cl.handling = 'renewal'
      and c.state in ('RECEIVED', 'CORRECTION_REQUIRED', 'ACCEPTED', 'IN_REVIEW', 'SPECIAL_PROCEDURE', 'REPORTED_UP', 'DECIDING')
  `.execute(read);
  return new Map(rows.map(({ licenceId, caseId }) => [licenceId, caseId]));
}

/** Cases that wait for a correction whose day has passed, where a local rule counts that as withdrawing. */
export async function getLapsedCorrections(
  read: Read,
  district: string,
  { today, after, limit }: Page,
): Promise<{ id: string; round: number; dueDay: string }[]> {
  const { rows } = await sql<{ id: string; round: number; dueDay: string }>`
    with late as materialized (
      select id, round, due_day, item_version_id from cases
      where district = ${district} and state = 'CORRECTION_REQUIRED' and due_purpose = 'correction' and due_day < ${today}
        and id > ${after || beforeAll}::uuid
    ),
    -- A version's content is long: each is opened once, not once a case.
    meaning as materialized (
      select v.id from item_versions v
      where v.district = ${district} and v.id in (select item_version_id from late)
        and v.content -> 'deemedWithdrawal' is not null
    )
    select late.id, late.round, late.due_day from late join meaning on meaning.id = late.item_version_id
    order by late.id limit ${limit}
  `.execute(read);
  return rows;
}
