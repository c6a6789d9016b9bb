import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import type { MandateTerms } from './mandate.rules.ts';

/** A mandate 委托: the agent may act for the principal in these matters, on these days, until it is revoked. */
export interface Mandate extends MandateTerms {
  readonly id: string;
  readonly principalId: string;
  readonly agentId: string;
  readonly givenAt: string;
  /** Signed online by a verified principal, or on paper that a clerk saw. */
  readonly channel: 'ONLINE' | 'WINDOW';
  readonly revokedAt: string | null;
  readonly revokedBy: 'principal' | 'agent' | null;
}

const select = sql`
  select id, principal_id, agent_id, item_ids, from_day, until_day, given_at, channel, revoked_at, revoked_by from mandates
`;

export async function findMandate(read: Read, district: string, id: string): Promise<Mandate | undefined> {
  const { rows } = await sql<Mandate>`${select} where district = ${district} and id = ${id}`.execute(read);
  return rows[0];
}

/** The mandate, locked against acts by it: for whoever ends it. */
export async function lockMandate(tx: Tx, district: string, id: string): Promise<Mandate | undefined> {
  const { rows } = await sql<Mandate>`${select} where district = ${district} and id = ${id} for update`.execute(tx);
  return rows[0];
}

/** The mandate, held against its revocation until the act is over; acts by it do not wait for one another. */
export async function holdMandate(tx: Tx, district: string, id: string): Promise<Mandate | undefined> {
  const { rows } = await sql<Mandate>`${select} where district = ${district} and id = ${id} for share`.execute(tx);
  return rows[0];
}

export async function insertMandate(
  tx: Tx,
  district: string,
  mandate: Omit<Mandate, 'givenAt' | 'revokedAt' | 'revokedBy'> & { readonly givenAt: Temporal.Instant },
): Promise<void> {
  await sql`
    insert into mandates (district, id, principal_id, agent_id, item_ids, from_day, until_day, given_at, channel)
    values (${district}, ${mandate.id}, ${mandate.principalId}, ${mandate.agentId}, ${mandate.itemIds}::uuid[],
      ${mandate.fromDay}, ${mandate.untilDay}, ${mandate.givenAt}, ${mandate.channel})
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
