import { type Read, sql } from '../../platform/database/index.ts';

/** What the cases of an item left behind, by where they came in, where the applicant lives and who decides. */
export interface CaseTrace {
  readonly itemId: string;
  readonly centerId: string | null;
  readonly regionId: string | null;
  readonly organId: string | null;
  /** ISO days: when the latest came in, and the latest of those that are decided. */
  readonly lastReceivedDay: string;
  readonly lastDecidedReceivedDay: string | null;
}

/** The traces of the cases of some items that were received since a day; one question for all of them. */
export async function getCaseTraces(
  read: Read,
  district: string,
  { itemIds, sinceDay }: { itemIds: readonly string[]; sinceDay: string },
): Promise<CaseTrace[]> {
  const { rows } = await sql<CaseTrace>`
    select item_id, intake_center_id as center_id, applicant_region_id as region_id, deciding_organ_id as organ_id,
      max(received_day) as last_received_day,
      max(received_day) filter (where decided_at is not null) as last_decided_received_day
    from cases
    where district = ${district} and item_id = any(${itemIds}::uuid[]) and received_day >= ${sinceDay}::date
    group by item_id, intake_center_id, applicant_region_id, deciding_organ_id
  `.execute(read);
  return rows;
}
