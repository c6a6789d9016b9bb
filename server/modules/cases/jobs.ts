import type { Tx } from '../../platform/database/index.ts';
import type { FindUsed } from '../../platform/files/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { defineBatch, defineDaily, defineJob, plan } from '../../platform/jobs/index.ts';
import { findListedFiles } from '../catalogue/index.ts';
import { movedJob } from '../deadlines/index.ts';
import { getCasesWithLateTasks } from '../tasks/index.ts';
import { deleteDrafts } from './case.store.ts';
import { findUsedFiles } from './material.store.ts';
import { moveDueDays } from './move-due-days.ts';
import { moveTaskDueDays } from './move-task-due-days.ts';
import { reportSilence } from './report-silence.ts';
import { tellApplicants } from './tell-applicants.ts';

const moved = defineJob({ kind: movedJob('case'), run: moveDueDays });
const movedTasks = defineJob({ kind: movedJob('task'), run: moveTaskDueDays });

const page = 500;

/** Plans so many reports, and then itself for those that come after. */
async function findSilent(tx: Tx, { after }: { after?: string }, call: Call): Promise<void> {
  const { today } = call;
  const caseIds = await getCasesWithLateTasks(tx, call.district, { today, after, limit: page });
  for (const caseId of caseIds)
    plan(tx, call, { kind: 'cases.report-silence', key: `${caseId}:${today}`, payload: { caseId } });
  const last = caseIds.at(-1);
  if (last !== undefined && caseIds.length === page)
    plan(tx, call, { kind: 'cases.find-more-silence', key: `${today}:${last}`, payload: { after: last } });
}

/** A unit whose limit passed without a word is silent from the next morning on. */
const findSilence = defineDaily('cases.find-silence', '00:20', (tx, _, call) => findSilent(tx, {}, call));
const findMoreSilence = defineJob({ kind: 'cases.find-more-silence', run: findSilent });

/** A draft that nobody touched for thirty days is forgotten, with its key. */
const forgetDrafts = defineDaily('cases.forget-drafts', '03:20', (tx, _, call) =>
  deleteDrafts(tx, call.district, call.now.subtract({ hours: 24 * 30 })),
);

const silence = defineJob({ kind: 'cases.report-silence', run: reportSilence });
const telling = defineBatch({ kind: 'cases.tell', run: tellApplicants });

export const casesJobs = [silence, findSilence, findMoreSilence, telling, moved, movedTasks, forgetDrafts];

/** Files that belong to a case, or that a guide lists. */
export const findFilesOfCases: FindUsed = async (read, district, fileIds) =>
  (await findUsedFiles(read, district, fileIds)).union(await findListedFiles(read, district, fileIds));
