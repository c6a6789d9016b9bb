import { tidy } from '../../../contract/typing.ts';
import { licenceStates } from '../../../contract/words.ts';
import type { Read } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { printedNumber } from '../documents/index.ts';
import { numberIndex, tidyNumber } from '../people/index.ts';
import { heldBy, licenceStateOn, type StoredLicenceState } from './licence.rules.ts';
import { getHeldLicences } from './licence.store.ts';

/** A licence that somebody holds, as it stands today. */
export interface HeldNow {
  readonly licenceId: string;
  readonly number: string;
  readonly state: ReturnType<typeof licenceStateOn>;
  readonly untilDay: string | null;
}

const notReplaced = licenceStates.filter(
  (state) => state !== 'replaced' && state !== 'expired',
) as StoredLicenceState[];

/**
 * The licence that a holder's application to renew or change it is about: the one whose number he gives, else the one
 * that still holds, else what ended last. Nothing where the register knows none under his name and number: licences are
 * older than the register.
 */
export async function findHeld(
  read: Read,
  holder: {
    readonly organId: string;
    readonly title: string;
    readonly number: string | null;
    readonly name: string;
    /** As he wrote it down. */
    readonly printed?: string;
  },
  call: Call,
): Promise<HeldNow | undefined> {
  if (holder.number === null) return undefined;
  const { organId, title } = holder;
  const index = numberIndex(tidyNumber(holder.number));
  const held = await getHeldLicences(read, call.district, { organId, title, numberIndex: index, states: notReplaced });
  const today = call.today.toString();
  const standing = held.map((each) => ({
    ...each,
    printed: printedNumber(each) ?? '',
    stands: licenceStateOn(each, today),
  }));
  const found = heldBy(standing, holder.name, tidy(holder.printed ?? ''));
  return found && { licenceId: found.id, number: found.printed, state: found.stands, untilDay: found.untilDay };
}
