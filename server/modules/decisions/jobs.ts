import { defineDaily, defineJob } from '../../platform/jobs/index.ts';
import { completePublicService } from './complete-public-service.ts';
import { deemWithdrawn } from './deem-withdrawn.ts';
import { endUnsupplied } from './end-unsupplied.ts';
import { openCommitmentCheck } from './open-commitment-check.ts';
import { remindHolders } from './remind-holders.ts';
import { remindSupply } from './remind-supply.ts';
import { renewLicence } from './renew-licence.ts';
import { sweepEndings } from './sweep-endings.ts';
import { tellHolder } from './tell-holder.ts';
import { tellPosted } from './tell-posted.ts';

const sweep = defineDaily('cases.sweep-endings', '00:15', (tx, { day }, call) => sweepEndings(tx, { day }, call));
const sweepingOn = defineJob({ kind: 'cases.sweep-endings-on', run: sweepEndings });
const correctionOver = defineJob({ kind: 'cases.correction-over', run: deemWithdrawn });
const renewing = defineJob({ kind: 'cases.renew-licence', run: renewLicence });
const remindingHolders = defineDaily('cases.remind-holders', '08:30', (tx, _, call) => remindHolders(tx, {}, call));
const remindingMore = defineJob({ kind: 'cases.remind-more-holders', run: remindHolders });
const remindingSupply = defineJob({ kind: 'cases.remind-supply', run: remindSupply });
const endingUnsupplied = defineJob({ kind: 'cases.end-unsupplied', run: endUnsupplied });
const openingCheck = defineJob({ kind: 'cases.commitment-due', run: openCommitmentCheck });
const noticed = defineJob({ kind: 'cases.complete-public-service', run: completePublicService });
const tellingPosted = defineJob({ kind: 'cases.tell-posted', run: tellPosted });
const tellingHolder = defineJob({ kind: 'cases.tell-licence', run: tellHolder });

export const decisionsJobs = [
  noticed,
  correctionOver,
  renewing,
  remindingHolders,
  remindingMore,
  remindingSupply,
  endingUnsupplied,
  openingCheck,
  tellingHolder,
  tellingPosted,
  sweep,
  sweepingOn,
];
