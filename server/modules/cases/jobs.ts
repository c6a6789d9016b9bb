import type { FindUsed } from '../../platform/files/index.ts';
import { defineDaily, defineJob, plan } from '../../platform/jobs/index.ts';
import { findListedFiles } from '../catalogue/index.ts';
import { endOfDueDay, movedJob } from '../deadlines/index.ts';
import { getCasesWithLateTasks } from '../tasks/index.ts';
import { deleteDrafts } from './case.store.ts';
import { getLapsedCorrections, getUndecidedRenewals } from './case-licence.store.ts';
import { completePublicService } from './complete-public-service.ts';
import { deemAccepted } from './deem-accepted.ts';
import { deemWithdrawn } from './deem-withdrawn.ts';
import { endUnsupplied } from './end-unsupplied.ts';
import { findUsedFiles } from './material.store.ts';
import { moveDueDays } from './move-due-days.ts';
import { moveTaskDueDays } from './move-task-due-days.ts';
import { openCommitmentCheck } from './open-commitment-check.ts';
import { remindHolders } from './remind-holders.ts';
import { remindSupply } from './remind-supply.ts';
import { renewLicence } from './renew-licence.ts';
import { reportSilence } from './report-silence.ts';
import { getSilentCases } from './silent-case.queries.ts';
import { tellApplicant } from './tell-applicant.ts';
import { tellHolder } from './tell-holder.ts';

const moved = defineJob({ kind: movedJob('case'), run: moveDueDays });
const movedTasks = defineJob({ kind: movedJob('task'), run: moveTaskDueDays });

/** Finds silent cases whose planned job was lost: nobody's right depends on one row. */
const sweep = defineDaily('cases.sweep', '00:10', async (tx, _, call) => {
  for (const { id, round, dueDay } of await getSilentCases(tx, call.district, call.today))
    plan(tx, call, {
      kind: 'cases.deem-accepted',
      key: `${id}:${round}:swept:${call.today}`,
      payload: { caseId: id, round },
      runAt: endOfDueDay(Temporal.PlainDate.from(dueDay)),
    });
  for (const { id, round, dueDay } of await getLapsedCorrections(tx, call.district, call.today))
    plan(tx, call, {
      kind: 'cases.correction-over',
      key: `${id}:${round}:${dueDay}:swept:${call.today}`,
      payload: { caseId: id, round },
    });
  // what the law renews hangs on no single row either.
  for (const { caseId, untilDay } of await getUndecidedRenewals(tx, call.district, call.today))
    plan(tx, call, {
      kind: 'cases.renew-licence',
      key: `${caseId}:${untilDay}:swept:${call.today}`,
      payload: { caseId },
    });
});

/** A unit whose limit passed without a word is silent from the next morning on. */
const findSilence = defineDaily('cases.find-silence', '00:20', async (tx, _, call) => {
  for (const caseId of await getCasesWithLateTasks(tx, call.district, call.today))
    plan(tx, call, { kind: 'cases.report-silence', key: `${caseId}:${call.today}`, payload: { caseId } });
});

/** A draft that nobody touched for thirty days is forgotten, with its key. */
const forgetDrafts = defineDaily('cases.forget-drafts', '03:20', (tx, _, call) =>
  deleteDrafts(tx, call.district, call.now.subtract({ hours: 24 * 30 })),
);

const silence = defineJob({ kind: 'cases.report-silence', run: reportSilence });
const deem = defineJob({ kind: 'cases.deem-accepted', run: deemAccepted });
const correctionOver = defineJob({ kind: 'cases.correction-over', run: deemWithdrawn });
const renewing = defineJob({ kind: 'cases.renew-licence', run: renewLicence });
const remindingHolders = defineDaily('cases.remind-holders', '08:30', (tx, _, call) => remindHolders(tx, call));
const remindingSupply = defineJob({ kind: 'cases.remind-supply', run: remindSupply });
const endingUnsupplied = defineJob({ kind: 'cases.end-unsupplied', run: endUnsupplied });
const openingCheck = defineJob({ kind: 'cases.commitment-due', run: openCommitmentCheck });
const telling = defineJob({ kind: 'cases.tell', run: tellApplicant });
const noticed = defineJob({ kind: 'cases.complete-public-service', run: completePublicService });
const tellingHolder = defineJob({ kind: 'cases.tell-licence', run: tellHolder });

export const casesJobs = [
  deem,
  noticed,
  correctionOver,
  renewing,
  remindingHolders,
  remindingSupply,
  endingUnsupplied,
  openingCheck,
  silence,
  findSilence,
  telling,
  tellingHolder,
  moved,
  movedTasks,
  sweep,
  forgetDrafts,
];

/** Files that belong to a case, or that a guide lists. */
export const findFilesOfCases: FindUsed = async (read, district, fileIds) =>
  (await findUsedFiles(read, district, fileIds)).union(await findListedFiles(read, district, fileIds));
