import type { CaseAct } from '../../../contract/cases.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { ResidentCall, StaffCall } from '../people/index.ts';
import { admitAct } from './admit-act.ts';
import { getSealedParties, openParties } from './case.store.ts';
import { matterOf } from './matter.store.ts';
import type { Matter } from './paper.rules.ts';

/** Locks a case for an act and asks the rules under the lock, as `admitAct` does, with all that its papers say. */
export async function admitMatter(
  tx: Tx,
  act: CaseAct,
  caseId: string,
  call: ResidentCall | StaffCall,
): Promise<Matter> {
  // The parties are asked for behind the lock, in its flight: what comes back is theirs under the lock.
  const [theCase, sealed] = await Promise.all([
    admitAct(tx, act, caseId, call),
    getSealedParties(tx, call.district, caseId),
  ]);
  return matterOf(tx, call, theCase, openParties(theCase.key, sealed));
}
