import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { plan } from '../../platform/jobs/index.ts';
import type { Telling } from '../notices/index.ts';

/** A message to the applicant, without what the case itself knows. */
export interface Told {
  readonly template: Telling['template'];
  readonly facts: Readonly<Record<string, string | number>>;
}

/** Plans a message to the applicant in the act's transaction. */
export function planTelling(tx: Tx, call: Call, caseId: string, told: Told): void {
  plan(tx, call, { kind: 'cases.tell', payload: { caseId, ...told } });
}
