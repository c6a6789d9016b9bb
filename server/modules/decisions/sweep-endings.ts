import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { plan } from '../../platform/jobs/index.ts';
import { getLapsedCorrections, getUndecidedRenewals } from './case-licence.store.ts';
import { getOverdueSupplies } from './commitment.store.ts';

/** Cases that one transaction looks at of each kind. */
const batchSize = 500;

/** Where each of the three lists goes on; absent: from its beginning, `null`: it is through. */
export interface SweepEndings {
  readonly day: string;
  readonly corrections?: string | null;
  readonly renewals?: string | null;
  readonly supplies?: string | null;
}

/**
 * Finds what a lost row left undone: corrections that lapsed, what the law renews, and materials that were never
 * supplied. One batch of each a transaction, and the next is planned until all are through; nobody's right depends on one row.
 */
export async function sweepEndings(
  tx: Tx,
  { day, corrections, renewals, supplies }: SweepEndings,
  call: Call,
): Promise<void> {
  const page = (after: string | null | undefined) => ({ today: call.today, after: after ?? '', limit: batchSize });
  const lapsed = corrections === null ? [] : await getLapsedCorrections(tx, call.district, page(corrections));
  for (const { id, round, dueDay } of lapsed)
    plan(tx, call, {
      kind: 'cases.correction-over',
      key: `${id}:${round}:${dueDay}:swept:${call.today}`,
      payload: { caseId: id, round },
    });
  const undecided = renewals === null ? [] : await getUndecidedRenewals(tx, call.district, page(renewals));
  for (const { caseId, untilDay } of undecided)
    plan(tx, call, {
      kind: 'cases.renew-licence',
      key: `${caseId}:${untilDay}:swept:${call.today}`,
      payload: { caseId },
    });
  const owed = supplies === null ? [] : await getOverdueSupplies(tx, call.district, page(supplies));
  for (const { caseId, supplyDueDay } of owed)
    plan(tx, call, {
      kind: 'cases.end-unsupplied',
      key: `${caseId}:${supplyDueDay}:swept:${call.today}`,
      payload: { caseId },
    });
  const next: SweepEndings = {
    day,
    corrections: lastOf(lapsed.map(({ id }) => id)),
    renewals: lastOf(undecided.map(({ caseId }) => caseId)),
    supplies: lastOf(owed.map(({ caseId }) => caseId)),
  };
  if (next.corrections === null && next.renewals === null && next.supplies === null) return;
  plan(tx, call, {
    kind: 'cases.sweep-endings-on',
    key: [day, next.corrections, next.renewals, next.supplies].join(':'),
    payload: { ...next },
  });
}

/** The last of a full batch, after which the next begins; null where this was the end. */
function lastOf(ids: readonly string[]): string | null {
  return ids.length === batchSize ? (ids.at(-1) ?? null) : null;
}
