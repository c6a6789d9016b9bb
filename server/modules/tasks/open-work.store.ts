import { type Read, sql, type Tx } from '../../platform/database/index.ts';

const noted = new WeakMap<Tx, Set<string>>();

/** What organs have to do for these cases is kept anew as the transaction closes: one statement, however many there are. */
export function noteOpenWork(tx: Tx, district: string, caseIds: readonly string[]): void {
  if (caseIds.length === 0) return;
  const known = noted.get(tx) ?? new Set();
  for (const caseId of caseIds) known.add(caseId);
  if (noted.has(tx)) return;
  noted.set(tx, known);
  tx.atCommit.push((closing) => saveOpenWork(closing, district, [...known]));
}

/** Brings `open_work` in step with these cases, which the caller has locked. */
async function saveOpenWork(tx: Read, district: string, caseIds: readonly string[]): Promise<void> {
  await sql`
    with work as materialized (
      select * from case_work where district = ${district} and case_id = any(${caseIds}::uuid[])
    ), gone as (
      delete from open_work o where o.district = ${district} and o.case_id = any(${caseIds}::uuid[])
        and (o.case_id, o.organisation_id) not in (select case_id, organisation_id from work)
    )
    insert into open_work as o select * from work
    on conflict (district, case_id, organisation_id) do update set state = excluded.state, due_day = excluded.due_day,
      to_sign = excluded.to_sign, to_review = excluded.to_review, to_certify = excluded.to_certify, to_decide = excluded.to_decide,
      to_assign = excluded.to_assign, to_mind = excluded.to_mind, sign_due_day = excluded.sign_due_day
    where o is distinct from excluded
  `.execute(tx);
}
