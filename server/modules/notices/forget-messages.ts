import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { deleteMessages } from './message.store.ts';

/** Sign-in codes are forgotten after a day, other messages after half a year; a code's key goes with it. */
export async function forgetMessages(tx: Tx, _: unknown, call: Call): Promise<void> {
  await deleteMessages(tx, call.district, {
    codesBefore: call.now.subtract({ hours: 24 }),
    othersBefore: call.now.subtract({ hours: 24 * 180 }),
  });
}
