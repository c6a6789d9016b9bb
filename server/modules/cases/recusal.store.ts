import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import { type DataKey, openJson, seal } from '../../platform/vault/index.ts';
import { relatedColumn } from '../people/index.ts';
import type { Related } from './case.data.ts';

/** Of `cases c`: who was recused, and who is related to a party. */
export const recusalColumns = sql`
  array(select r.staff_id from case_recusals r where r.district = c.district and r.case_id = c.id) as recused_ids, ${relatedColumn}
`;

/** Who keeps away from a case. */
export interface RecusalFacts {
  readonly recusedIds: readonly string[];
  readonly related: readonly Related[];
}

export async function getRecusalFacts(read: Read, district: string, caseId: string): Promise<RecusalFacts> {
  const { rows } = await sql<RecusalFacts>`
    select ${recusalColumns} from cases c where c.district = ${district} and c.id = ${caseId}
  `.execute(read);
  return rows[0] ?? { recusedIds: [], related: [] };
}

export interface Recusal {
  readonly staffId: string;
  /** By his own word, or ordered by the organ's head. */
  readonly kind: 'declared' | 'ordered';
  readonly reason: string;
  readonly recordedBy: string;
  readonly recordedAt: string;
}

export async function insertRecusal(
  tx: Tx,
  district: string,
  { caseId, key }: { caseId: string; key: DataKey },
  recusal: Omit<Recusal, 'recordedAt'> & { readonly recordedAt: Temporal.Instant },
): Promise<void> {
  await sql`
    insert into case_recusals (district, case_id, staff_id, kind, sealed_reason, recorded_by, recorded_at)
    values (${district}, ${caseId}, ${recusal.staffId}, ${recusal.kind}, ${seal(key, JSON.stringify(recusal.reason))},
      ${recusal.recordedBy}, ${recusal.recordedAt})
  `.execute(tx);
}

export async function getRecusals(
  read: Read,
  district: string,
  { caseId, key }: { caseId: string; key: DataKey },
): Promise<Recusal[]> {
  const { rows } = await sql<Omit<Recusal, 'reason'> & { sealedReason: Buffer }>`
    select staff_id, kind, sealed_reason, recorded_by, recorded_at from case_recusals
    where district = ${district} and case_id = ${caseId} order by recorded_at, staff_id
  `.execute(read);
  return rows.map(({ sealedReason, ...row }) => ({ ...row, reason: openJson<string>(key, sealedReason) }));
}
