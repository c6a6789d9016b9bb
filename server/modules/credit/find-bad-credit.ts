import type { CreditSource } from '../../../contract/credit.ts';
import type { Read } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { shuts } from './credit.rules.ts';
import { getOpenRecords } from './credit.store.ts';

/** The oldest record of bad credit that is not repaired, of any of these numbers: what shuts the two routes. */
export async function findBadCredit(
  read: Read,
  numbers: readonly string[],
  call: Call,
): Promise<{ fromDay: string; source: CreditSource } | undefined> {
  const tidied = numbers.map((number) => number.normalize('NFKC').replace(/\s/g, '').toUpperCase());
  const open = await getOpenRecords(read, call.district, tidied);
  return open.find((record) => shuts(record, call.today.toString()));
}
