import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import type { Template } from './message.rules.ts';
import { type Telling, tellPeople } from './tell-people.ts';

/** Writes a text message into the outbox and plans its sending. */
export function tellPerson<T extends Template>(tx: Tx, telling: Telling<T>, call: Call): Promise<void> {
  return tellPeople(tx, [telling], call);
}
