import type { MandateScope } from '../../../contract/words.ts';
import { zone } from '../../platform/clock.ts';
import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import type { MandateEnd, MandateTerms } from './mandate.rules.ts';

/** A mandate 委托: the agent may act for the principal in these matters, on these days, until it is revoked. */
export interface Mandate extends MandateTerms, MandateEnd {
  readonly id: string;
  readonly principalId: string;
  readonly agentId: string;
  readonly givenAt: string;
  /** Signed online by a verified principal, or on paper that a clerk saw. */
  readonly channel: 'ONLINE' | 'WINDOW';
  readonly scope: MandateScope;
  /** The one case that a paper seen at a window holds for. */
  readonly caseId: string | null;
  readonly revokedBy: 'principal' | 'agent' | null;
}

/** A mandate that is being given. */
export type NewMandate = Omit<Mandate, 'givenAt' | 'revokedAt' | 'revokedBy' | 'endedAt'>;

const select = sql`
  select m.id, m.principal_id, m.agent_id, m.item_ids, m.from_day, m.until_day, m.given_at, m.channel, m.scope, m.case_id, m.revoked_at,
    m.revoked_by, m.ended_at
  from mandates m
`;

type Value = string | ReturnType<typeof sql>;

/** Who acts for whom in what; columns of an outer query where SQL stands. */
export interface Acting<V = string> {
  readonly principalId: V;
  readonly agentId: V;
  readonly itemId: V;
  readonly caseId: V;
}

/** The mandates of these two that cover the matter, whenever. A paper seen at a window covers its own case alone. */
function covering(district: Value, { principalId, agentId, itemId, caseId }: Acting<Value>) {
  return sql`m.district = ${district} and m.agent_id = ${agentId} and m.principal_id = ${principalId}
    and (m.item_ids is null or ${itemId} = any(m.item_ids)) and (m.case_id is null or m.case_id = ${caseId})`;
}

const standing = (today: Temporal.PlainDate) =>
  sql`m.revoked_at is null and m.ended_at is null and m.from_day <= ${today} and m.until_day >= ${today}`;

/** As a predicate: one of the agent's mandates lets him act there today. */
export function mandateStands(district: Value, acting: Acting<Value>, today: Temporal.PlainDate) {
  return sql`exists (select from mandates m where ${covering(district, acting)} and ${standing(today)})`;
}

/**
 * Some mandate by which the agent may act there today, held against its revocation until the act is over. Whichever
 * stands will do: a revoked one is mended by a new one.
 */
export async function findMandateForAct(
  tx: Tx,
  district: string,
  { today, ...acting }: Acting & { readonly today: Temporal.PlainDate },
): Promise<Mandate | undefined> {
  const { rows } = await sql<Mandate>`
    ${select} where ${covering(district, acting)} and ${standing(today)}
    order by m.until_day desc, m.id desc limit 1 for share of m
  `.execute(tx);
  return rows[0];
}

const lastKnown = sql`max(least(m.revoked_at, m.ended_at, (m.until_day + 1)::timestamp at time zone ${zone}))`;

/** Until when mandates let the agent know of the matter, the instant itself included; nothing when none ever did. */
export async function findMandateReach(
  read: Read,
  district: string,
  { today, ...acting }: Acting & { readonly today: Temporal.PlainDate },
): Promise<Temporal.Instant | undefined> {
  const { rows } = await sql<{ reach: string | null }>`
    select ${lastKnown} as reach from mandates m
    where ${covering(district, acting)} and m.from_day <= ${today}
  `.execute(read);
  const reach = rows[0]?.reach ?? null;
  return reach === null ? undefined : Temporal.Instant.from(reach);
}

/** The same of many cases at once, by the case. */
export async function getMandateReaches(
  read: Read,
  district: string,
  { actings, today }: { actings: readonly Acting[]; today: Temporal.PlainDate },
): Promise<Map<string, Temporal.Instant>> {
  if (actings.length === 0) return new Map();
  const acting = sql`unnest(
    ${actings.map(({ principalId }) => principalId)}::uuid[], ${actings.map(({ agentId }) => agentId)}::uuid[],
    ${actings.map(({ itemId }) => itemId)}::uuid[], ${actings.map(({ caseId }) => caseId)}::uuid[]
  ) as acting (principal_id, agent_id, item_id, case_id)`;
  const columns = {
    principalId: sql`acting.principal_id`,
    agentId: sql`acting.agent_id`,
    itemId: sql`acting.item_id`,
    caseId: sql`acting.case_id`,
  };
  const { rows } = await sql<{ caseId: string; reach: string }>`
    select acting.case_id, ${lastKnown} as reach from ${acting} join mandates m on ${covering(district, columns)} and m.from_day <= ${today}
    group by acting.case_id
  `.execute(read);
  return new Map(rows.map(({ caseId, reach }) => [caseId, Temporal.Instant.from(reach)]));
}

export async function findMandate(read: Read, district: string, id: string): Promise<Mandate | undefined> {
  const { rows } = await sql<Mandate>`${select} where m.district = ${district} and m.id = ${id}`.execute(read);
  return rows[0];
}

/** The mandate, locked against acts by it: for whoever ends it. */
export async function lockMandate(tx: Tx, district: string, id: string): Promise<Mandate | undefined> {
  const { rows } =
    await sql<Mandate>`${select} where m.district = ${district} and m.id = ${id} for update of m`.execute(tx);
  return rows[0];
}

/** The mandate, held against its revocation until the act is over; acts by it do not wait for one another. */
export async function holdMandate(tx: Tx, district: string, id: string): Promise<Mandate | undefined> {
  const { rows } = await sql<Mandate>`${select} where m.district = ${district} and m.id = ${id} for share of m`.execute(
    tx,
  );
  return rows[0];
}

export async function insertMandate(
  tx: Tx,
  district: string,
  mandate: NewMandate & { readonly givenAt: Temporal.Instant },
): Promise<void> {
  await sql`
    insert into mandates (district, id, principal_id, agent_id, item_ids, from_day, until_day, given_at, channel, scope, case_id)
    values (${district}, ${mandate.id}, ${mandate.principalId}, ${mandate.agentId}, ${mandate.itemIds}::uuid[],
      ${mandate.fromDay}, ${mandate.untilDay}, ${mandate.givenAt}, ${mandate.channel},
      ${mandate.scope}, ${mandate.caseId})
  `.execute(tx);
}

export async function saveRevocation(
  tx: Tx,
  district: string,
  id: string,
  { at, by }: { at: Temporal.Instant; by: 'principal' | 'agent' },
): Promise<void> {
  await sql`
    update mandates set revoked_at = ${at}, revoked_by = ${by} where district = ${district} and id = ${id}
  `.execute(tx);
}

/** The papers that held for this one case end with it; what they ended is returned. */
export async function saveEndOfCase(tx: Tx, district: string, caseId: string, at: Temporal.Instant): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update mandates set ended_at = ${at}
    where district = ${district} and case_id = ${caseId} and revoked_at is null and ended_at is null returning id
  `.execute(tx);
  return rows.map(({ id }) => id);
}
