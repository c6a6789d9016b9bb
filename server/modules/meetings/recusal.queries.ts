import { type Read, sql } from '../../platform/database/index.ts';

/** Who was recused from a case 回避. */
export async function getRecused(read: Read, district: string, caseId: string): Promise<string[]> {
  const { rows } = await sql<{ staffId: string }>`
    select staff_id from case_recusals where district = ${district} and case_id = ${caseId}
  `.execute(read);
  return rows.map(({ staffId }) => staffId);
}
