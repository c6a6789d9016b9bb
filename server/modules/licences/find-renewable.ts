import type { Read } from '../../platform/database/index.ts';
import { printedNumber } from '../documents/index.ts';
import { numberIndex, tidyNumber } from '../people/index.ts';
import { predecessorOf, renewableStates } from './licence.rules.ts';
import { getHeldLicences } from './licence.store.ts';

export interface Renewable {
  readonly licenceId: string;
  readonly number: string;
  readonly version: number;
  /** A suspended one refuses the renewal (`licence_suspended`), also after its last day. */
  readonly state: 'valid' | 'suspended';
}

/** The licence that a renewal for this holder would take the place of now; nothing where it would begin a number. */
export async function findRenewable(
  read: Read,
  district: string,
  holder: {
    readonly organId: string;
    /** Of the certificate. */
    readonly title: string;
    readonly number: string | null;
    readonly name: string;
  },
): Promise<Renewable | undefined> {
  if (holder.number === null) return undefined;
  const { organId, title } = holder;
  const index = numberIndex(tidyNumber(holder.number));
  const held = await getHeldLicences(read, district, { organId, title, numberIndex: index, states: renewableStates });
  const found = predecessorOf(held, holder.name);
  return (
    found && {
      licenceId: found.id,
      number: printedNumber(found) ?? '',
      version: found.version,
      state: found.state === 'suspended' ? 'suspended' : 'valid',
    }
  );
}
