import { isDay } from '../../../contract/questions.ts';
import type { LocalText } from '../../../contract/values.ts';
import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { reviseCatalogue } from '../catalogue/index.ts';
import type { StaffCall } from '../people/index.ts';
import { type StandingAct, standingAfter } from './standing.rules.ts';
import { insertStanding, lockStanding } from './standing.store.ts';

export interface ChangeStanding {
  readonly itemId: string;
  /** ISO day, today or later. */
  readonly fromDay: string;
  readonly reason: LocalText;
}

const pastTense = { suspend: 'item.suspended', resume: 'item.resumed', cancel: 'item.cancelled' } as const;

/**
 * Writes how an item stands from a day on, after what is planned already. Refuses `item_stands` where the act does not
 * follow from how it stands, `day_in_past`, `reason_missing`, `not_found`.
 */
export async function writeStanding(
  tx: Tx,
  act: StandingAct,
  { itemId, fromDay, reason }: ChangeStanding,
  call: StaffCall,
): Promise<{ itemId: string }> {
  if (!isDay(fromDay)) throw new Refusal('invalid_input', {}, [{ field: 'fromDay', code: 'not_a_day' }]);
  const last = await lockStanding(tx, call.district, itemId);
  const standing = standingAfter(act, last.standing);
  if (standing === undefined)
    throw new Refusal('item_stands', { standing: last.standing, fromDay: last.fromDay ?? '' });
  const today = call.today.toString();
  const earliest = last.fromDay !== null && last.fromDay > today ? last.fromDay : today;
  if (fromDay < earliest) throw new Refusal('day_in_past', { today: earliest });
  if (reason.zh.trim() === '' || reason.en.trim() === '') throw new Refusal('reason_missing');
  const standingId = await insertStanding(tx, call, { itemId, standing, fromDay, reason });
  reviseCatalogue(tx, call.district);
  append(tx, call, {
    subject: { kind: 'item', id: itemId },
    act: pastTense[act],
    facts: { standingId, fromDay },
  });
  return { itemId };
}
