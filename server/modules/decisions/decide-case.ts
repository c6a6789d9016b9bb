import type { Tx } from '../../platform/database/index.ts';
import type { CaseReference } from '../cases/index.ts';
import { admitMatter } from '../cases/index.ts';
import type { StaffCall } from '../people/index.ts';
import { type DecideCase, recordDecision } from './record-decision.ts';

/**
 * Grants or denies (ALL 38). Who took in, accepted or reviewed does not decide; a denial states its reasons. A grant
 * starts the ten working days of delivery (ALL 44, R-2.11). Refuses: same_person, reason_missing.
 */
export async function decideCase(tx: Tx, input: DecideCase, call: StaffCall): Promise<CaseReference> {
  return recordDecision(tx, await admitMatter(tx, 'decide', input.caseId, call), input, call, {});
}
