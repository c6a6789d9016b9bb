import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { plan } from '../../platform/jobs/index.ts';
import { type EndingLicence, getEndingLicences, saveReminded } from '../licences/index.ts';
import { getRunningRenewals } from './case-licence.store.ts';
import { findRenewals, type Renewals } from './renewal.queries.ts';

/** So many days before its last one a holder hears of it, once each. */
const distances = [30, 60] as const;

/** Licences that one transaction looks at. */
const batchSize = 500;

/**
 * Tells the holders of licences that end in sixty and in thirty days how to renew them. Who is renewing already, or has
 * nothing to renew by, is left in peace. One batch a transaction: who was looked at is marked, and the next is planned until
 * nobody is left.
 */
export async function remindHolders(tx: Tx, { round = 1 }: { round?: number }, call: Call): Promise<void> {
  const renewals = await findRenewals(tx, call);
  for (const within of distances) {
    const ending = await getEndingLicences(tx, call.district, { today: call.today, within, limit: batchSize });
    const running = await getRunningRenewals(
      tx,
      call.district,
      ending.map(({ id }) => id),
    );
    for (const licence of ending) if (!running.has(licence.id)) planReminder(tx, call, licence, renewals);
    await saveReminded(
      tx,
      call.district,
      ending.map(({ id }) => id),
      within,
    );
    // Nobody hears of sixty days who is still to hear of thirty.
    if (ending.length === batchSize) return planMore(tx, call, round + 1);
  }
}

function planMore(tx: Tx, call: Call, round: number): void {
  plan(tx, call, { kind: 'cases.remind-more-holders', key: `${call.today}:${round}`, payload: { round } });
}

function planReminder(tx: Tx, call: Call, licence: EndingLicence, renewals: Renewals): void {
  const item = renewals.itemFor(licence);
  if (item === undefined) return;
  plan(tx, call, {
    kind: 'cases.tell-licence',
    payload: {
      licenceId: licence.id,
      applyByDay: item.timingOf(licence.untilDay).applyByDay,
      renewal: item.name.zh,
    },
  });
}
