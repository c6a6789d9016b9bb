import { type Read, sql, type Tx } from '../../platform/database/index.ts';

export interface Proof {
  readonly id: string;
  readonly firstDay: string;
  readonly lastDay: string;
  /** A single day, or a month as a whole. */
  readonly grain: 'day' | 'month';
  readonly casesCompared: number;
  readonly casesDifferent: number;
  readonly totalsCompared: number;
  readonly totalsDifferent: number;
}

export async function insertProof(tx: Tx, district: string, proof: Proof, at: Temporal.Instant): Promise<void> {
  await sql`
    insert into indicator_proofs (district, id, first_day, last_day, grain, proven_at, cases_compared, cases_different, totals_compared, totals_different)
    values (${district}, ${proof.id}, ${proof.firstDay}, ${proof.lastDay}, ${proof.grain}, ${at}, ${proof.casesCompared},
      ${proof.casesDifferent}, ${proof.totalsCompared}, ${proof.totalsDifferent})
  `.execute(tx);
}

/** Of the months before one, that which was never proven, or the longest ago; the oldest among these. */
export async function findMonthToProve(read: Read, district: string, before: string): Promise<string | undefined> {
  const { rows } = await sql<{ month: string }>`
    select m.month::date as month
    from (select min(received_day) as first_day from case_counts where district = ${district}) f
    cross join lateral generate_series(date_trunc('month', f.first_day), ${before}::date - interval '1 day', interval '1 month') as m(month)
    left join lateral (
      select max(proven_at) as proven_at from indicator_proofs p where p.district = ${district} and p.grain = 'month' and p.first_day = m.month::date
    ) p on true
    order by p.proven_at nulls first, m.month limit 1
  `.execute(read);
  return rows[0]?.month;
}
