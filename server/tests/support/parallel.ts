import { expect } from 'vitest';
import type { StaffCase } from '../../../contract/cases.ts';
import type { Process, ProcessTask } from '../../../contract/catalogue.ts';
import { type Case, everywhere, getCase } from '../../modules/cases/index.ts';
import {
  getItemVersion,
  getVersionInForce,
  type ItemContent,
  processOf,
  publishItemVersion,
} from '../../modules/catalogue/index.ts';
import { type RunRow, replay } from '../../modules/tasks/index.ts';
import { transact } from '../../platform/database/index.ts';
import { getChain } from '../../platform/ledger/index.ts';
import { takeInLicence } from './filing.ts';
import type { Town } from './town.ts';

const named = (zh: string) => ({ zh, en: zh });

/** One task of a stage: whose it is, and what else the item says of it. */
export type Part = { readonly organ: keyof Town['organs'] } & Partial<Omit<ProcessTask, 'organ'>>;

/** A stage: its tasks by key, and how many suffice where not all do. */
export interface Stage {
  readonly tasks: Readonly<Record<string, Part>>;
  readonly join?: number;
}

/** What a process has beside its stages. */
export interface ParallelWay {
  readonly certified?: 'yes' | 'no';
  /** 转报: an upper organ decides. */
  readonly above?: 'upperOrgan';
  /** Where the law sets a limit that can be extended. */
  readonly statutoryLimit?: ItemContent['statutoryLimit'];
}

/** From today the hygiene licence runs through these stages before its decision, and through a certification after it where told. */
export async function publishParallel(
  town: Town,
  stages: readonly Stage[],
  { certified = 'no', above, statutoryLimit }: ParallelWay = {},
): Promise<void> {
  const call = town.systemCall();
  const found = await getVersionInForce(town.db, call, town.items.hygieneLicence);
  const { id: _, itemId: __, version: ___, ...version } = found;
  const usual = (key: string, kind: ProcessTask['kind'], organ: ProcessTask['organ']) => ({
    ...{ key, name: named(key), tasks: [{ key, name: named(key), kind, organ, post: named('岗位') }] },
  });
  const process: Process = {
    stages: [
      usual('intake', 'INTAKE', 'INTAKE'),
      usual('acceptance', 'ACCEPTANCE', 'INTAKE'),
      ...stages.map(({ tasks, join }, at) => ({
        ...{ key: `stage${at + 1}`, name: named(`第${at + 1}阶段`) },
        ...(join !== undefined && { join }),
        tasks: Object.entries(tasks).map(([key, { organ, ...more }]): ProcessTask => {
          const own = { key, name: named(key), kind: 'REVIEW', organ: 'NAMED', post: named('岗位') } as const;
          return { ...own, organId: town.organs[organ], ...more };
        }),
      })),
      usual('decision', 'DECISION', 'DECIDING'),
      ...(certified === 'yes' ? [usual('certificate', 'CERTIFICATION', 'DECIDING')] : []),
      usual('delivery', 'DELIVERY', 'INTAKE'),
    ],
    ...(above === 'upperOrgan' && {
      reportUp: {
        organ: named('市卫生健康委员会（演示）'),
        basis: { law: '行政许可法', article: '第三十五条', mark: 'sample' },
      },
    }),
  };
  const content = { ...version.content, process, ...(statutoryLimit && { statutoryLimit }) };
  await transact(town.db, (tx) => publishItemVersion(tx, { ...version, effectiveDay: town.today(), content }, call));
}

/** A licence taken in at the window and accepted today, under the version in force. */
export async function acceptedCase(town: Town): Promise<string> {
  const { caseId } = await takeInLicence(town, town.clerk);
  await town.clerk.call('POST /cases/:caseId/accept', { caseId });
  return caseId;
}

/** The tasks of a case by key, a signer who was added later by `key+`. */
export async function tasksOf(town: Town, caseId: string): Promise<Record<string, StaffCase['tasks'][number]>> {
  const { tasks } = await town.supervisor.call('GET /cases/:caseId', { caseId });
  return Object.fromEntries(tasks.map((task) => [task.added ? `${task.key}+` : task.key, task]));
}

/** A unit signs for its part and says what it thinks. */
export async function reviewPart(
  town: Town,
  { caseId, taskId }: { caseId: string; taskId: string },
  opinion: 'agree' | 'disagree' | 'veto' = 'agree',
): Promise<void> {
  const { tasks } = await town.supervisor.call('GET /cases/:caseId', { caseId });
  const task = tasks.find((each) => each.taskId === taskId);
  const reviewer = reviewerOf(town, task?.organId ?? '');
  if (task?.state === 'open') await reviewer.call('POST /cases/:caseId/sign-for', { caseId, taskId });
  await reviewer.call('POST /cases/:caseId/review', { caseId, taskId, opinion, text: '已审查。' });
}

export function reviewerOf({ organs, reviewer, partnerReviewer, townReviewer }: Town, organId: string) {
  if (organId === organs.partner) return partnerReviewer;
  return organId === organs.town ? townReviewer : reviewer;
}

/** A case as it is stored, its tasks as its chain in the ledger tells them, and the acts of that chain. */
export async function storedAndTold(
  town: Town,
  caseId: string,
): Promise<{ stored: Case; told: RunTasks; acts: readonly string[] }> {
  const [stored, chain] = await Promise.all([
    getCase(town.db, town.district, caseId, everywhere),
    getChain(town.db, town.district, { kind: 'case', id: caseId }),
  ]);
  const version = await getItemVersion(town.db, town.district, stored.itemVersionId);
  const rows = chain.map(({ act, body }): RunRow => {
    const { actor, place, facts } = JSON.parse(body) as Pick<RunRow, 'place' | 'facts'> & {
      actor: { id: string | null };
    };
    return { act, actorId: actor.id, place, facts };
  });
  return { stored, told: replay(processOf(version), rows).tasks, acts: rows.map(({ act }) => act) };
}

/** Whatever became of it: the ledger of a case alone tells how its tasks stand, and somebody had some. */
export async function expectTold(town: Town, caseId: string): Promise<void> {
  const { stored, told } = await storedAndTold(town, caseId);
  expect(plain(stored.tasks)).toEqual(plain(told));
  expect(stored.tasks).not.toEqual([]);
}

type RunTasks = ReturnType<typeof replay>['tasks'];

/** What a run says of its tasks, in a fixed order and without the days and instants that are stored beside it. */
export function plain(tasks: RunTasks): unknown[] {
  return tasks
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, key, stage, kind, organisationId, participantIds, state, originId, opinion, round, ...rest }) => {
      const { silent, signedForBy, doneBy, touched } = rest;
      return {
        id,
        key,
        stage,
        kind,
        organisationId,
        participantIds,
        state,
        originId,
        opinion,
        round,
        silent,
        signedForBy,
        doneBy,
        touched,
      };
    });
}
