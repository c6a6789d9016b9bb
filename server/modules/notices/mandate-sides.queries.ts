import type { Read } from '../../platform/database/index.ts';
import { findMandate, getResident, type Mandate } from '../people/index.ts';
import type { Telling } from './tell-people.ts';

/** One side of a mandate: by what name he goes, and where he is told when he left a phone. */
interface Side {
  readonly name: string;
  readonly address: Pick<Telling, 'phone' | 'key'> | undefined;
}

/** A mandate with its two sides, for telling them of it. */
export async function getMandateSides(
  read: Read,
  district: string,
  mandateId: string,
): Promise<{ mandate: Mandate; principal: Side; agent: Side }> {
  const mandate = await findMandate(read, district, mandateId);
  if (mandate === undefined) throw new Error(`There is no mandate ${mandateId}.`);
  const side = async (residentId: string): Promise<Side> => {
    const person = await getResident(read, district, residentId);
    if (person?.identity === undefined) throw new Error('A side of a mandate has a name.');
    const { identity, phone, key } = person;
    return { name: identity.name, address: phone === undefined ? undefined : { phone, key } };
  };
  const [principal, agent] = await Promise.all([side(mandate.principalId), side(mandate.agentId)]);
  return { mandate, principal, agent };
}
