import type { Tx } from '../../platform/database/index.ts';
import type { StaffCall } from '../people/index.ts';
import { type ChangeStanding, writeStanding } from './write-standing.ts';

/**
 * 取消: from a day on the item takes no new application, and what runs is finished under its own version. Only a
 * new version brings it back (`publishDraft`).
 */
export function cancelItem(tx: Tx, input: ChangeStanding, call: StaffCall): Promise<{ itemId: string }> {
  return writeStanding(tx, 'cancel', input, call);
}
