import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { plan } from '../../platform/jobs/index.ts';
import { type EndingLicence, getEndingLicences, saveReminded } from '../licences/index.ts';
import { getRunningRenewals } from './case-licence.store.ts';
import { findRenewals, type Renewals } from './renewal.queries.ts';

/** So many days before its last one a holder hears of it, once each. */
const distances = [30, 60] as const;

/**
 * Tells the holders of licences that end in sixty and in thirty days how to renew them. Who is renewing already, or has
 * nothing to renew by, is left in peace.
 */
export async function remindHolders(tx: Tx, call: Call): Promise<void> {
  const renewals = await findRenewals(tx, call);
  for (const within of distances) {
    const ending = await getEndingLicences(tx, call.district, { today: call.today, within });
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
  }
}

function planReminder(tx: Tx, call: Call, licence: EndingLicence, renewals: Renewals): void {
  const item = renewals.itemFor(licence);
  if (item === undefined) return;
  plan(tx, call, {
    kind: 'cases.tell-licence',
    payload: {
      caseId: licence.caseId,
      licenceId: licence.id,
      applyByDay: item.timingOf(licence.untilDay).applyByDay,
      renewal: item.name.zh,
    },
  });
}
