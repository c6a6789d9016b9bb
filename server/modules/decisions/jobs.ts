import { defineDaily, defineJob, plan } from '../../platform/jobs/index.ts';
import { getLapsedCorrections, getUndecidedRenewals } from './case-licence.store.ts';
import { completePublicService } from './complete-public-service.ts';
import { deemWithdrawn } from './deem-withdrawn.ts';
import { endUnsupplied } from './end-unsupplied.ts';
import { openCommitmentCheck } from './open-commitment-check.ts';
import { remindHolders } from './remind-holders.ts';
import { remindSupply } from './remind-supply.ts';
import { renewLicence } from './renew-licence.ts';
import { tellHolder } from './tell-holder.ts';

/** Finds what a lost row left undone: corrections that lapsed, and what the law renews. */
const sweep = defineDaily('cases.sweep-endings', '00:15', async (tx, _, call) => {
  for (const { id, round, dueDay } of await getLapsedCorrections(tx, call.district, call.today))
    plan(tx, call, {
      kind: 'cases.correction-over',
      key: `${id}:${round}:${dueDay}:swept:${call.today}`,
      payload: { caseId: id, round },
    });
  for (const { caseId, untilDay } of await getUndecidedRenewals(tx, call.district, call.today))
    plan(tx, call, {
      kind: 'cases.renew-licence',
      key: `${caseId}:${untilDay}:swept:${call.today}`,
      payload: { caseId },
    });
});

const correctionOver = defineJob({ kind: 'cases.correction-over', run: deemWithdrawn });
const renewing = defineJob({ kind: 'cases.renew-licence', run: renewLicence });
const remindingHolders = defineDaily('cases.remind-holders', '08:30', (tx, _, call) => remindHolders(tx, call));
const remindingSupply = defineJob({ kind: 'cases.remind-supply', run: remindSupply });
const endingUnsupplied = defineJob({ kind: 'cases.end-unsupplied', run: endUnsupplied });
const openingCheck = defineJob({ kind: 'cases.commitment-due', run: openCommitmentCheck });
const noticed = defineJob({ kind: 'cases.complete-public-service', run: completePublicService });
const tellingHolder = defineJob({ kind: 'cases.tell-licence', run: tellHolder });

export const decisionsJobs = [
  noticed,
  correctionOver,
  renewing,
  remindingHolders,
  remindingSupply,
  endingUnsupplied,
  openingCheck,
  tellingHolder,
  sweep,
];
