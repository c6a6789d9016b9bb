import type { Tx } from '../../platform/database/index.ts';
import type { StaffCall } from '../people/index.ts';
import { type ChangeStanding, writeStanding } from './write-standing.ts';

/** 暂停: from a day on the item takes no new application, and what runs is finished. */
export function suspendItem(tx: Tx, input: ChangeStanding, call: StaffCall): Promise<{ itemId: string }> {
  return writeStanding(tx, 'suspend', input, call);
}
