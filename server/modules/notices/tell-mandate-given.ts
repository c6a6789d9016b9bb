import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { getMandateSides } from './mandate-sides.queries.ts';
import { tellPerson } from './tell-person.ts';

/** Tells both sides of a new mandate: the one that he gave it, the other that he was given it. */
export async function tellMandateGiven(tx: Tx, { mandateId }: { mandateId: string }, call: Call): Promise<void> {
  const { mandate, principal, agent } = await getMandateSides(tx, call.district, mandateId);
  const terms = { matters: mandate.itemIds?.length ?? 'every', untilDay: mandate.untilDay } as const;
  if (principal.address !== undefined)
    await tellPerson(
      tx,
      { template: 'mandateGiven', facts: { ...terms, agent: agent.name }, ...principal.address },
      call,
    );
  if (agent.address !== undefined)
    await tellPerson(
      tx,
      { template: 'mandateReceived', facts: { ...terms, principal: principal.name }, ...agent.address },
      call,
    );
}
