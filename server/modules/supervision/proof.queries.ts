import type { IndicatorProof } from '../../../contract/indicators.ts';
import { type Read, sql } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { Refusal } from '../../platform/refusal.ts';

/** The proofs of the nights, newest first. */
export async function getProofs(
  read: Read,
  { after, limit = 20 }: { after?: string; limit?: number },
  call: Call,
): Promise<{ proofs: IndicatorProof[]; next?: string }> {
  if (after !== undefined && !/^[0-9a-f-]{36}$/.test(after))
    throw new Refusal('invalid_input', {}, [{ field: 'after', code: 'format' }]);
  const { rows } = await sql<Omit<IndicatorProof, 'month'> & { month: string | null }>`
    select id as proof_id, first_day as from, last_day as to, case grain when 'month' then first_day end as month, proven_at, cases_compared, cases_different, totals_compared,
      totals_different
    from indicator_proofs where district = ${call.district} ${after === undefined ? sql`` : sql`and id < ${after}`}
    order by id desc limit ${limit + 1}
  `.execute(read);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    proofs: shown.map(({ month, ...proof }) => ({ ...proof, ...(month !== null && { month }) })),
    ...(rows.length > limit && last && { next: last.proofId }),
  };
}
