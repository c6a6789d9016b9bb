import type { PostView } from '../../contract/people.ts';
import { type Database, type Read, sql } from '../platform/database/index.ts';

/** What is planned until an instant and will still happen, in its order: an answered case is not accepted by silence. */
export async function getComingJobs(
  read: Read,
  district: string,
  until: Temporal.Instant,
): Promise<{ at: string; kind: string; caseId: string | null }[]> {
  const { rows } = await sql<{ at: string; kind: string; caseId: string | null }>`
    select j.run_at as at, j.kind, j.payload ->> 'caseId' as case_id
    from jobs j left join cases c on c.district = j.district and c.id = (j.payload ->> 'caseId')::uuid
    where j.district = ${district} and j.state <> 'dead' and j.run_at <= ${until}
      and (j.kind <> 'cases.deem-accepted' or (c.state = 'RECEIVED' and c.round = (j.payload ->> 'round')::int))
    order by j.run_at, j.id limit 500
  `.execute(read);
  return rows;
}

export async function getCaseNumbers(
  read: Read,
  district: string,
  caseIds: readonly string[],
): Promise<Map<string, string>> {
  if (caseIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; caseNo: string }>`
    select id, case_no from cases where district = ${district} and id = any(${caseIds}::uuid[]) and case_no is not null
  `.execute(read);
  return new Map(rows.map((row) => [row.id, row.caseNo]));
}

/** How many open cases wait for a post, by its role and place. */
export async function getWaitingCounts(
  read: Read,
  district: string,
): Promise<(post: Pick<PostView, 'role' | 'organId' | 'postId'> & { centerId?: string }) => number> {
  const { rows } = await sql<{
    state: string;
    caseType: string;
    organisationId: string | null;
    decidingOrganId: string | null;
    deliveryPostId: string | null;
    count: number;
  }>`
    select c.state, c.case_type, s.organisation_id, c.deciding_organ_id, c.delivery_post_id, count(*)::int as count
    from cases c left join service_centers s on s.district = c.district and s.id = c.intake_center_id
    where c.district = ${district} and c.state in ('RECEIVED', 'ACCEPTED', 'IN_REVIEW', 'DECIDING', 'DELIVERING')
    group by 1, 2, 3, 4, 5
  `.execute(read);
  return (post) =>
    rows
      .filter((row) => {
        if (post.role === 'windowClerk')
          return (
            row.organisationId === post.organId &&
            (row.state === 'RECEIVED' ||
              row.state === 'DELIVERING' ||
              (row.state === 'DECIDING' && row.caseType === 'IMMEDIATE'))
          );
        if (post.role === 'reviewer')
          return row.decidingOrganId === post.organId && (row.state === 'ACCEPTED' || row.state === 'IN_REVIEW');
        if (post.role === 'decider') return row.decidingOrganId === post.organId && row.state === 'DECIDING';
        if (post.role === 'villageAgent') return row.deliveryPostId === post.postId && row.state === 'DELIVERING';
        return post.role === 'supervisor';
      })
      .reduce((sum, row) => sum + row.count, 0);
}

export async function getResidentCaseCounts(read: Read, district: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ accountId: string; count: number }>`
    select account_id, count(*)::int as count from cases
    where district = ${district} and account_id is not null group by account_id
  `.execute(read);
  return new Map(rows.map((row) => [row.accountId, row.count]));
}

/** Lets the database know how much there is of everything: a full district is founded sooner than it would find out itself. */
export async function countEverything(db: Database): Promise<void> {
  await sql`analyze`.execute(db);
}
