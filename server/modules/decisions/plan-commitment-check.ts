import { startOfDay } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { plan } from '../../platform/jobs/index.ts';
import { type Matter, requirementsOf } from '../cases/index.ts';
import { checkOpensDay, verificationOf } from './commitment.rules.ts';
import { findCommitment, openCheck } from './commitment.store.ts';

/** A matter was granted on a commitment: it is verified by the day that the letter named (国办发〔2020〕42号). */
export async function planCommitmentCheck(tx: Tx, matter: Matter, call: Call): Promise<void> {
  const { theCase, version } = matter;
  const stored = await findCommitment(tx, call.district, theCase.id, theCase.key);
  if (stored?.state !== 'SIGNED') return;
  const choice = { whole: stored.kind === 'ITEM', materials: stored.materialKeys };
  const { withinDays } = verificationOf(choice, version.content, requirementsOf(matter));
  await openCheck(tx, call.district, { caseId: theCase.id, dueDay: call.today.add({ days: withinDays }) });
  plan(tx, call, {
    kind: 'cases.commitment-due',
    key: theCase.id,
    payload: { caseId: theCase.id },
    runAt: startOfDay(checkOpensDay(call.today, withinDays)),
  });
}
