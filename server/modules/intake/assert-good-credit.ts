import type { Read } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Party } from '../cases/index.ts';
import { findBadCredit } from '../credit/index.ts';

/**
 * Commitments and tolerated acceptance are shut to whoever applies with bad credit that was not repaired, an earlier
 * false commitment among it (国办发〔2020〕42号). The usual way stays open to him. Refuses: credit_bad.
 */
export async function assertGoodCredit(
  read: Read,
  parties: readonly Pick<Party, 'role' | 'number'>[],
  call: Call,
): Promise<void> {
  const numbers = parties.flatMap(({ role, number }) =>
    (role === 'applicant' || role === 'coApplicant' || role === 'legalRepresentative') && number !== null
      ? [number]
      : [],
  );
  const bad = await findBadCredit(read, numbers, call);
  if (bad !== undefined) throw new Refusal('credit_bad', { day: bad.fromDay, source: bad.source });
}
