import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { StaffCall } from '../people/index.ts';
import { lockCounting } from './count.store.ts';
import { countCases } from './count-cases.ts';
import { objectionToClosing } from './period.rules.ts';
import { getDigest, insertPeriod, isClosed, keepCounts, keepTotals } from './period.store.ts';
import { proveSpan } from './prove-span.ts';
import { lastDayOf } from './span.rules.ts';
import { sumAgain } from './sum-again.ts';

/**
 * 封存: the month's numbers stand as they are now; what counts in it later is shown as a correction. They are proven first, so that what is
 * kept is equal to its cases, and these to the ledger. Their digest goes into the ledger and so under the seal of the day. Refuses `month_runs`, `month_closed`, `invalid_input`.
 */
export async function closePeriod(tx: Tx, { month }: { month: string }, call: StaffCall): Promise<{ month: string }> {
  const objection = objectionToClosing(month, call.today);
  if (objection === 'no_month') throw new Refusal('invalid_input', {}, [{ field: 'month', code: 'format' }]);
  if (objection !== undefined) throw new Refusal(objection, {}, [{ field: 'month', code: objection }]);
  // Who counts holds the lock that a second closing waits for. Where areas were redrawn, all is summed by them before anything is kept.
  await countCases(tx, {}, call);
  await sumAgain(tx, {}, call);
  if (await isClosed(tx, call.district, month))
    throw new Refusal('month_closed', {}, [{ field: 'month', code: 'month_closed' }]);
  const { district } = call;
  await proveSpan(tx, { span: { from: month, to: lastDayOf(month) }, grain: 'month' }, call);
  await keepCounts(tx, district, month);
  const totals = await keepTotals(tx, district, month);
  const [digest, { areasDigest }] = await Promise.all([getDigest(tx, district, month), lockCounting(tx, district)]);
  const id = newId();
  await insertPeriod(tx, district, { id, month, closedAt: call.now, closedBy: call.staff.id, digest, areasDigest });
  append(tx, call, {
    subject: { kind: 'period', id },
    act: 'period.closed',
    facts: { month, totals, digest: digest.toString('hex') },
  });
  return { month };
}
