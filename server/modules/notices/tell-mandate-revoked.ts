import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { getMandateSides } from './mandate-sides.queries.ts';
import { tellPerson } from './tell-person.ts';

/** Tells both sides that a mandate was revoked, or laid down, and by whom. */
export async function tellMandateRevoked(tx: Tx, { mandateId }: { mandateId: string }, call: Call): Promise<void> {
  const { mandate, principal, agent } = await getMandateSides(tx, call.district, mandateId);
  const template = mandate.revokedBy === 'agent' ? 'mandateLaidDown' : 'mandateRevoked';
  const facts = { principal: principal.name, agent: agent.name };
  for (const { address } of [principal, agent])
    if (address !== undefined) await tellPerson(tx, { template, facts, ...address }, call);
}
