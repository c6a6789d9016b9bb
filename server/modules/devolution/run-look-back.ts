import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { plan } from '../../platform/jobs/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { getAdjustedItems } from '../catalogue/index.ts';
import type { StaffCall } from '../people/index.ts';
import { dayWithin } from './day.rules.ts';
import { getLiveItems, insertLookBack } from './look-back.store.ts';

/**
 * Begins a look-back 回头看 over every item that was handed down, authorised or cancelled since a day; jobs walk it, so
 * many items at a time. Refuses `look_back_running`.
 */
export async function runLookBack(
  tx: Tx,
  { sinceDay }: { sinceDay: string },
  call: StaffCall,
): Promise<{ lookBackId: string }> {
  const organId = call.staff.post?.organId;
  if (organId === undefined) throw new Refusal('no_post');
  dayWithin('sinceDay', sinceDay, { until: call.today });
  const [adjusted, live] = await Promise.all([getAdjustedItems(tx, call, sinceDay), getLiveItems(tx, call, sinceDay)]);
  const lookBackId = newId();
  const total = new Set([...adjusted, ...live]).size;
  const run = { id: lookBackId, sinceDay, total, startedBy: call.staff.id, organId };
  if (!(await insertLookBack(tx, call, run))) throw new Refusal('look_back_running');
  append(tx, call, {
    subject: { kind: 'lookBack', id: lookBackId },
    act: 'lookBack.started',
    facts: { sinceDay, items: total },
  });
  plan(tx, call, { kind: 'devolution.look-back', payload: { lookBackId } });
  return { lookBackId };
}
