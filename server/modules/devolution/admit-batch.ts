import type { Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { getOfficePosts, type StaffCall } from '../people/index.ts';
import { loadPlaces, type Places } from '../places/index.ts';
import { type Act, objectionTo } from './devolution.rules.ts';
import { lockBatch, type WholeBatch } from './devolution.store.ts';
import { factsOf, type Office, officesOf } from './office.rules.ts';

/** A batch under its lock, ready for an act. */
export interface Admitted {
  readonly batch: WholeBatch;
  readonly offices: readonly Office[];
  readonly places: Places;
  readonly organId: string;
}

/** The batch of an act, locked and found ready for it. Refuses `not_found`, `no_post` and what the steps' order says. */
export async function admitBatch(
  tx: Tx,
  act: Exclude<Act, 'propose'>,
  batchId: string,
  call: StaffCall,
): Promise<Admitted> {
  const organId = call.staff.post?.organId;
  if (organId === undefined) throw new Refusal('no_post');
  const [batch, posts, places] = await Promise.all([
    lockBatch(tx, call.district, batchId),
    getOfficePosts(tx, call),
    loadPlaces(tx, call.district),
  ]);
  const offices = officesOf(batch, posts, places);
  const objection = objectionTo(act, factsOf(batch, offices, call.today.toString()));
  if (objection !== undefined) throw new Refusal(objection.code, objection.facts);
  return { batch, offices, places, organId };
}
