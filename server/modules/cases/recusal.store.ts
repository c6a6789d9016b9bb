import { send, sql, type Tx } from '../../platform/database/index.ts';
import { type DataKey, seal } from '../../platform/vault/index.ts';
import { relatedColumn, relatedColumnOf } from '../people/index.ts';
import type { Examiner } from './case.data.ts';

/** Of `cases c`: who was recused, who is related to a party, who examined something of it. */
export const recusalColumns = recusalsWith(relatedColumn);

/** The same, of relations only those of one officer. */
export function recusalColumnsOf(staffId: string) {
  return recusalsWith(relatedColumnOf(staffId));
}

function recusalsWith(related: typeof relatedColumn) {
  return sql`
    array(select r.staff_id from case_recusals r where r.district = c.district and r.case_id = c.id) as recused_ids, ${related},
    coalesce((
      select jsonb_agg(jsonb_build_object('staffId', e.staff_id, 'how', e.how)) from case_examiners e
      where e.district = c.district and e.case_id = c.id
    ), '[]'::jsonb) as examiners
  `;
}

export interface Recusal {
  readonly staffId: string;
  /** By his own word, or ordered by the organ's head. */
  readonly kind: 'declared' | 'ordered';
  readonly reason: string;
  readonly recordedBy: string;
  readonly recordedAt: Temporal.Instant;
}

export async function insertRecusal(
  tx: Tx,
  district: string,
  { caseId, key }: { caseId: string; key: DataKey },
  recusal: Recusal,
): Promise<void> {
  await sql`
    insert into case_recusals (district, case_id, staff_id, kind, sealed_reason, recorded_by, recorded_at)
    values (${district}, ${caseId}, ${recusal.staffId}, ${recusal.kind}, ${seal(key, JSON.stringify(recusal.reason))},
      ${recusal.recordedBy}, ${recusal.recordedAt})
  `.execute(tx);
}

/** Keeps who examined something of a case: neither decides it, nor chairs its hearing (domain §3.1, ALL 48). */
export function noteExaminers(tx: Tx, district: string, caseId: string, examiners: readonly Examiner[]): void {
  if (examiners.length === 0) return;
  send(
    tx,
    sql`
    insert into case_examiners (district, case_id, staff_id, how)
    select ${district}::text, ${caseId}::uuid, staff_id, how
    from unnest(${examiners.map(({ staffId }) => staffId)}::uuid[], ${examiners.map(({ how }) => how)}::text[]) as t (staff_id, how)
    on conflict do nothing
  `,
  );
}
