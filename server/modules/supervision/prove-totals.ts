import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { countCases } from './count-cases.ts';
import { findMonthToProve } from './proof.store.ts';
import { proveSpan } from './prove-span.ts';
import { lastDayOf } from './span.rules.ts';
import { sumAgain } from './sum-again.ts';

/**
 * 夜间核对: what was derived is counted anew from the ledger and compared with what stands, the day before, and by turns one older
 * month a night. Cases that grow meanwhile are counted next time and accuse nobody. What differs is mended, and the ledger says so; a month that is closed keeps its numbers, and shows a correction.
 */
export async function proveTotals(tx: Tx, _: object, call: Call): Promise<void> {
  // What came since the last count is no difference, nor is a merger of areas that was not summed by yet.
  await countCases(tx, {}, call);
  await sumAgain(tx, {}, call);
  const yesterday = call.today.subtract({ days: 1 }).toString();
  await proveSpan(tx, { span: { from: yesterday, to: yesterday }, grain: 'day' }, call);
  const month = await findMonthToProve(tx, call.district, call.today.with({ day: 1 }).toString());
  if (month === undefined) return;
  await proveSpan(tx, { span: { from: month, to: lastDayOf(month) }, grain: 'month' }, call);
}
