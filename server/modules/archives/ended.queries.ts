import type { ProcedureProfile } from '../../../contract/values.ts';
import { startOfDay } from '../../platform/clock.ts';
import { type Read, sql } from '../../platform/database/index.ts';
import { type Ending, endings } from './manifest.rules.ts';

/** A case that came to its end and has no archive yet. */
export interface EndedCase {
  readonly id: string;
  readonly caseNo: string;
  readonly itemVersionId: string;
  readonly profile: ProcedureProfile;
  readonly organisationId: string;
  readonly maskedApplicant: string;
  readonly ending: Ending;
  readonly completedAt: string;
}

/** The case after which the next page begins. */
export type AfterEnded = Pick<EndedCase, 'completedAt' | 'id'>;

/** Cases that ended before a day, the oldest first. */
export async function getEndedCases(
  read: Read,
  district: string,
  { before, after, limit }: { before: Temporal.PlainDate; after: AfterEnded | undefined; limit: number },
): Promise<EndedCase[]> {
  // The closed list stands in the text, so that the planner finds the index that was made for it.
  const { rows } = await sql<EndedCase>`
    select c.id, c.case_no, c.item_version_id, c.procedure_profile as profile,
      coalesce(c.issuing_organ_id, c.deciding_organ_id) as organisation_id, c.masked_applicant, c.state as ending, c.completed_at
    from cases c
    where c.district = ${district} and c.state in (${sql.raw(endings.map((state) => `'${state}'`).join(', '))})
      and c.completed_at < ${startOfDay(before)} and c.case_no is not null and c.deciding_organ_id is not null
      ${after === undefined ? sql`` : sql`and (c.completed_at, c.id) > (${after.completedAt}::timestamptz, ${after.id}::uuid)`}
      and not exists (select from archives a where a.district = c.district and a.case_id = c.id)
      -- A paper under way by public notice is served first, with a receipt that belongs into the archive.
      and not exists (
        select from documents d join document_services s on s.district = d.district and s.document_id = d.id
        where d.district = c.district and d.subject_kind = 'case' and d.subject_id = c.id and d.served_at is null
          and s.method = 'PUBLIC_NOTICE'
      )
    order by c.completed_at, c.id limit ${limit}
  `.execute(read);
  return rows;
}

/** Archives that are still to be built, those that failed too: what was missing may have come. */
export async function getUnbuilt(
  read: Read,
  district: string,
  { after, limit }: { after: string; limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from archives
    where district = ${district} and state in ('COLLECTED', 'FAILED_CHECK') and id > ${after} order by id limit ${limit}
  `.execute(read);
  return rows.map(({ id }) => id);
}
