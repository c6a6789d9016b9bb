import type { Tx } from '../../platform/database/index.ts';
import type { StaffCall } from './caller.store.ts';
import { type Acting, findMandateForAct } from './mandate.store.ts';
import { writeRevocation } from './write-revocation.ts';

/** At a window the principal takes back whatever lets an agent act there today; returns which mandates that were. */
export async function revokeMandatesForAct(tx: Tx, acting: Acting, call: StaffCall): Promise<string[]> {
  const revoked: string[] = [];
  for (;;) {
    const mandate = await findMandateForAct(tx, call.district, { ...acting, today: call.today });
    if (mandate === undefined) return revoked;
    await writeRevocation(tx, { mandateId: mandate.id, by: 'principal' }, call);
    revoked.push(mandate.id);
  }
}
