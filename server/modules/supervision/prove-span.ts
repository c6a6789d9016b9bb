import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { newId } from '../../platform/ids.ts';
import { append } from '../../platform/ledger/index.ts';
import {
  batchesOf,
  compareDays,
  compareMonths,
  countCasesAnew,
  findCasesOf,
  lockCounting,
  sumDays,
  sumMonths,
} from './count.store.ts';
import { type Grounds, loadGrounds } from './grounds.queries.ts';
import { insertProof, type Proof } from './proof.store.ts';
import type { Span } from './span.rules.ts';

/**
 * Counts a day or a month anew from the ledger, compares it with what stands and mends what differs, which the ledger then says. Everything
 * was counted, and summed by the areas of today, before. Nothing happens while no divisions are loaded.
 */
export async function proveSpan(
  tx: Tx,
  { span, grain }: { span: Span; grain: Proof['grain'] },
  call: Call,
): Promise<void> {
  const { district } = call;
  const grounds = await loadGrounds(tx, call);
  if (grounds === undefined) return;
  const cases = await proveCases(tx, { span, grounds }, call);
  // A case that was mended may count on days outside of the span, too.
  const days = [...new Set([...daysOf(span), ...cases.days])];
  const ofDays = await compareDays(tx, district, days, grounds.holders);
  if (ofDays.different > 0) await sumDays(tx, district, ofDays.firstDays, grounds.holders);
  const months = [...new Set(days.map((day) => `${day.slice(0, 7)}-01`))];
  const ofMonths = await compareMonths(tx, district, months);
  if (ofMonths.different > 0) await sumMonths(tx, district, ofMonths.firstDays);
  const proof: Proof = {
    ...{ id: newId(), firstDay: span.from, lastDay: span.to, grain },
    ...{ casesCompared: cases.compared, casesDifferent: cases.different },
    totalsCompared: ofDays.totals + ofMonths.totals,
    totalsDifferent: ofDays.different + ofMonths.different,
  };
  await insertProof(tx, district, proof, call.now);
  if (proof.casesDifferent + proof.totalsDifferent === 0) return;
  const { casesCompared, casesDifferent, totalsCompared, totalsDifferent } = proof;
  append(tx, call, {
    subject: { kind: 'indicators', id: proof.id },
    act: 'indicators.mended',
    facts: { ...span, casesCompared, casesDifferent, totalsCompared, totalsDifferent },
  });
}

async function proveCases(
  tx: Tx,
  { span, grounds }: { span: Span; grounds: Grounds },
  call: Call,
): Promise<{ compared: number; different: number; days: readonly string[] }> {
  const [caseIds, { seal }] = await Promise.all([
    findCasesOf(tx, call.district, span),
    // Counted up to this seal; nobody counts on until this is done.
    lockCounting(tx, call.district),
  ]);
  let different = 0;
  const days = new Set<string>();
  for (const some of batchesOf(caseIds)) {
    const counted = await countCasesAnew(tx, call.district, { ...grounds, caseIds: some, seal });
    different += counted.different;
    for (const day of counted.days) days.add(day);
  }
  return { compared: caseIds.length, different, days: [...days] };
}

function daysOf({ from, to }: Span): string[] {
  const days: string[] = [];
  const last = Temporal.PlainDate.from(to);
  for (let day = Temporal.PlainDate.from(from); Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 }))
    days.push(day.toString());
  return days;
}
