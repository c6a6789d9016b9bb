import type { Tx } from '../../platform/database/index.ts';
import type { StaffCall } from '../people/index.ts';
import { type ChangeStanding, writeStanding } from './write-standing.ts';

/** 恢复: from a day on a suspended item is offered again. */
export function resumeItem(tx: Tx, input: ChangeStanding, call: StaffCall): Promise<{ itemId: string }> {
  return writeStanding(tx, 'resume', input, call);
}
