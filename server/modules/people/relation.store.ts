import type { relationKinds } from '../../../contract/words.ts';
import { type Read, sql, type Tx } from '../../platform/database/index.ts';

export type RelationKind = (typeof relationKinds)[number];

/** What an officer declared 回避: whose relative he is. The number itself is not kept, only what recognises it. */
export interface Relation {
  readonly id: string;
  readonly staffId: string;
  readonly kind: RelationKind;
  readonly maskedNumber: string;
  readonly declaredAt: string;
}

/** Returns whether it is new: one relation a person. */
export async function insertRelation(
  tx: Tx,
  district: string,
  relation: Omit<Relation, 'declaredAt'> & { readonly numberIndex: Buffer; readonly declaredAt: Temporal.Instant },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into staff_relations (district, id, staff_id, kind, number_index, masked_number, declared_at)
    values (${district}, ${relation.id}, ${relation.staffId}, ${relation.kind}, ${relation.numberIndex}, ${relation.maskedNumber}, ${relation.declaredAt})
    on conflict (district, staff_id, number_index) where ended_at is null do nothing
  `.execute(tx);
  return numAffectedRows === 1n;
}

export async function getRelations(read: Read, district: string, staffId: string): Promise<Relation[]> {
  const { rows } = await sql<Relation>`
    select id, staff_id, kind, masked_number, declared_at from staff_relations
    where district = ${district} and staff_id = ${staffId} and ended_at is null order by id
  `.execute(read);
  return rows;
}

/** Ends a relation of this person; returns what it was. */
export async function endRelationRow(
  tx: Tx,
  district: string,
  { id, staffId, at }: { id: string; staffId: string; at: Temporal.Instant },
): Promise<RelationKind | undefined> {
  const { rows } = await sql<{ kind: RelationKind }>`
    update staff_relations set ended_at = ${at}
    where district = ${district} and id = ${id} and staff_id = ${staffId} and ended_at is null returning kind
  `.execute(tx);
  return rows[0]?.kind;
}

/** What an officer is to the holder of a number: his relative, or who holds a mandate of his for this matter. */
export async function findRelation(
  read: Read,
  district: string,
  of: {
    readonly staffId: string;
    readonly numberIndex: Buffer;
    readonly itemId: string;
    readonly today: Temporal.PlainDate;
  },
): Promise<RelationKind | 'agent' | undefined> {
  const { rows } = await sql<{ relation: RelationKind | 'agent' }>`
    select n.kind as relation from staff_relations n
    where n.district = ${district} and n.staff_id = ${of.staffId} and n.number_index = ${of.numberIndex} and n.ended_at is null
    union all
    select 'agent' from residents r
    join mandates m on m.district = r.district and m.principal_id = r.id and m.until_day >= ${of.today}
      and m.revoked_at is null and m.ended_at is null and (m.item_ids is null or ${of.itemId} = any(m.item_ids))
    join residents g on g.district = m.district and g.id = m.agent_id
    join staff_relations n on n.district = g.district and n.number_index = g.number_index and n.kind = 'self' and n.ended_at is null
      and n.staff_id = ${of.staffId}
    where r.district = ${district} and r.number_index = ${of.numberIndex}
  `.execute(read);
  return rows[0]?.relation;
}

/**
 * Of `cases c`: the officers who are related to one of its parties, as a JSON column of staff id and relation. An officer
 * who is a party himself, or its agent, or who holds a mandate of one of them while the case is open, is one too
 * (domain §2.8: no agent reviews his principal's case).
 */
export const relatedColumn = relatedWhere(sql``);

/** The same of one officer alone, as a list judges what he may do about each of its rows. */
export function relatedColumnOf(staffId: string) {
  return relatedWhere(sql`and n.staff_id = ${staffId}`);
}

function relatedWhere(who: ReturnType<typeof sql>) {
  return sql`coalesce((
    select jsonb_agg(distinct jsonb_build_object('staffId', s.staff_id, 'relation', s.relation)) from (
      select n.staff_id, n.kind as relation from case_parties p
      join staff_relations n on n.district = p.district and n.number_index = p.number_index and n.ended_at is null ${who}
      where p.district = c.district and p.case_id = c.id
      union all
      select n.staff_id, 'agent' from case_parties p
      join residents r on r.district = p.district and r.number_index = p.number_index
      join mandates m on m.district = r.district and m.principal_id = r.id and m.until_day >= c.received_day
        and (m.revoked_at is null or m.revoked_at >= c.received_at) and (m.item_ids is null or c.item_id = any(m.item_ids))
      join residents g on g.district = m.district and g.id = m.agent_id
      join staff_relations n on n.district = g.district and n.number_index = g.number_index and n.kind = 'self' and n.ended_at is null ${who}
      where p.district = c.district and p.case_id = c.id
    ) s
  ), '[]'::jsonb) as related`;
}
