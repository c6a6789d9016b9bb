import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StaffCase } from '../../../contract/cases.ts';
import { verifyLedger } from '../../platform/ledger/verify.ts';
import {
  acceptedCase,
  plain,
  publishParallel,
  reviewerOf,
  type Stage,
  storedAndTold,
} from '../../tests/support/parallel.ts';
import { type Client, openTown } from '../../tests/support/town.ts';
import { stateOfCase } from '../cases/case.rules.ts';
import { everywhere, getCase } from '../cases/case.store.ts';
import { runOf } from '../cases/viewer.rules.ts';
import { getItemVersion } from '../catalogue/index.ts';
import { type Clock, dueDays, getClocksOf, loadCalendar } from '../deadlines/index.ts';
import { isOpinion, ownersOf, type RunTask, type TaskAct, taskActs } from '../tasks/index.ts';

// Officers of three organs press random buttons on cases with parallel tasks, some of them not theirs, while days go by.
const town = await openTown({ on: '2026-03-02T09:00' });

const limit = { amount: 2, unit: 'workingDays' } as const;
const local = { law: '样例规定', article: '第三条', mark: 'sample' } as const;
const eight: Stage[] = [
  {
    tasks: Object.fromEntries(
      ['land', 'water', 'fire', 'police', 'health', 'food', 'roads', 'trees'].map((key, at) => [
        ...([key, { organ: at % 2 === 0 ? 'bureau' : 'partner', limit }] as const),
      ]),
    ),
  },
];
const twoOfThree: Stage[] = [
  { tasks: { land: { organ: 'bureau', limit }, water: { organ: 'partner' }, fire: { organ: 'town', limit } }, join: 2 },
  { tasks: { roads: { organ: 'partner' } } },
];
const bySilence: Stage[] = [
  { tasks: { land: { organ: 'bureau' }, water: { organ: 'partner', limit, silence: local, veto: true } } },
  { tasks: { fire: { organ: 'town', limit, veto: true }, roads: { organ: 'partner', limit, silence: local } } },
];

const officers = ['reviewer', 'partnerReviewer', 'townReviewer', 'decider', 'partnerDecider', 'clerk'] as const;
const buttons = Object.keys(taskActs).filter(
  (act): act is TaskAct => !['arrange', 'postNotice', 'closeNotice'].includes(act),
);
const onwards: readonly TaskAct[] = ['signFor', 'review', 'decide', 'certify'];
const kebab = (act: string) => act.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** What an act is sent with. */
function inputOf(act: TaskAct, taskId: string, press: number): object {
  const organs = Object.values(town.organs);
  const organId = organs[press % organs.length];
  switch (act) {
    case 'review': {
      const opinion = press % 5 === 0 ? 'disagree' : press % 7 === 0 ? 'veto' : 'agree';
      return { taskId, opinion, text: '已审查。' };
    }
    case 'returnTask':
    case 'reopenTask':
      return { taskId, reason: '样例理由。' };
    case 'reassignTask':
    case 'addSigner':
      return { taskId, organId, reason: '样例理由。' };
    case 'decide':
      return press % 3 === 0 ? { outcome: 'DENIED', reason: '不符合条件。' } : { outcome: 'GRANTED' };
    default:
      return { taskId };
  }
}

/** What is stored of a case is what its ledger tells, its days are what their facts come to, and somebody owns it. */
async function checkCase(caseId: string): Promise<void> {
  const { stored, told } = await storedAndTold(town, caseId);
  expect(plain(stored.tasks)).toEqual(plain(told));
  const version = await getItemVersion(town.db, town.district, stored.itemVersionId);
  const run = runOf(stored, version);
  expect(stored.state).toBe(stateOfCase({ ...stored, run }));
  expect(stored.tasks.filter(({ kind }) => kind === 'DECISION')).toHaveLength(1);
  expect(ownersOf(stored.tasks, stored.decidingOrganId ?? '').length > 0).toBe(stored.state !== 'DELIVERING');
  const [clocks, calendar] = await Promise.all([
    getClocksOf(
      town.db,
      town.district,
      stored.tasks.map(({ id }) => ({ kind: 'task', id })),
    ),
    loadCalendar(town.db, town.district),
  ]);
  for (const { purpose, limits, facts, dueDay } of clocks)
    expect([purpose, dueDay]).toEqual([purpose, dueDays(limits, facts, calendar).dueDay.toString()]);
  const limited = new Set(
    (version.content.process?.stages ?? []).flatMap(({ tasks }) =>
      tasks.flatMap((task) => (task.limit ? task.key : [])),
    ),
  );
  for (const task of stored.tasks) {
    const running = (purpose: string) => {
      const isIts = (clock: Clock) =>
        clock.subject.id === task.id && clock.purpose === purpose && clock.state === 'running';
      return clocks.filter(isIts).map(({ dueDay }) => dueDay);
    };
    const isLive = ['open', 'signedFor', 'returned'].includes(task.state);
    const signs = task.state === 'open' && isOpinion(task.kind);
    expect([task.key, task.state, running('task')]).toEqual([
      ...[task.key, task.state, isLive && limited.has(task.key) ? [task.dueDay] : []],
    ]);
    expect([task.key, task.state, running('signFor')]).toEqual([task.key, task.state, signs ? [task.signDueDay] : []]);
    if (!signs) expect(task.signDueDay).toBeNull();
  }
}

const step = fc.record({
  who: fc.nat({ max: officers.length - 1 }),
  press: fc.nat({ max: 10_000 }),
  rude: fc.nat({ max: 5 }).map((chance) => chance === 0),
  days: fc.nat({ max: 24 }).map((chance) => (chance === 0 ? 3 : 0)),
});

/** Somebody presses a button that he sees on one of the tasks, or, rudely, any on any. */
async function press(
  caseId: string,
  { who, press, rude }: { who: number; press: number; rude: boolean },
): Promise<string | undefined> {
  const { tasks } = await getCase(town.db, town.district, caseId, everywhere);
  const anybody = town[officers[who] ?? 'clerk'];
  // Mostly it is somebody whose turn it is.
  const live = tasks.filter(({ state }) => ['open', 'signedFor', 'returned'].includes(state));
  const turn = press % 3 === 0 ? undefined : live[press % Math.max(1, live.length)];
  const as = turn === undefined ? anybody : officerFor(turn);
  const able = rude ? [] : await buttonsOf(as, caseId);
  const guess = { act: buttons[press % buttons.length], taskId: tasks[press % tasks.length]?.id };
  // Mostly he brings the matter on, else it would hardly ever come to a decision.
  const ahead = able.filter((each) => onwards.includes(each.act));
  const picked = ahead.length > 0 && press % 4 > 0 ? ahead : able;
  const { act, taskId } = rude ? guess : (picked[press % Math.max(1, picked.length)] ?? {});
  if (act === undefined || taskId === undefined) return undefined;
  const { status, body } = await as.raw('POST', `/api/cases/${caseId}/${kebab(act)}`, inputOf(act, taskId, press));
  expect([act, status < 500, body]).toEqual([act, true, body]);
  // A button that is there may be refused for what was typed, never because it is not his or comes too late.
  const code = status === 200 ? '' : (body as { refusal: { code: string } }).refusal.code;
  if (!rude)
    expect([act, ['not_found', 'not_allowed', 'task_moved_on', 'case_moved_on'].includes(code)]).toEqual([act, false]);
  return status === 200 ? act : undefined;
}

const officerFor = ({ kind, state, organisationId }: RunTask): Client =>
  kind === 'DECISION' || state === 'returned' ? town.decider : reviewerOf(town, organisationId);

/** The buttons that an officer sees on a case, each with its task. */
async function buttonsOf(officer: Client, caseId: string): Promise<{ act: TaskAct; taskId: string }[]> {
  const view = await officer.raw('GET', `/api/cases/${caseId}`);
  if (view.status !== 200) return [];
  const { tasks } = view.body as StaffCase;
  return tasks.flatMap(({ taskId, actions }) =>
    actions.filter((act): act is TaskAct => act in taskActs).map((act) => ({ act, taskId })),
  );
}

const done = new Map<string, number>();

test.each([
  ['eight tasks at once at two organs', 'no', eight, 50],
  ['two of three, then one more, then a certificate', 'yes', twoOfThree, 50],
  ['silence that agrees, and units with a veto', 'no', bySilence, 50],
] as const)(
  '%s: whatever anybody does, tasks, days and state are what the ledger tells',
  async (_, certified, stages, numRuns) => {
    await publishParallel(town, stages, { certified });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 22, size: 'max' }), async (steps) => {
        const caseId = await acceptedCase(town);
        for (const { days, ...each } of steps) {
          if (days > 0) await goOn(days);
          const act = await press(caseId, each);
          if (act !== undefined) done.set(act, (done.get(act) ?? 0) + 1);
        }
        await checkCase(caseId);
      }),
      { seed: 20_260_302, numRuns, endOnFailure: true },
    );
    expect(await verifyLedger(town.db, town.district, town.keys.sealing.publicKey)).toMatchObject({ whole: true });
  },
  240_000,
);

test('none of the acts was left out by chance, and silence came about', async () => {
  expect([...done.keys()].toSorted()).toEqual(buttons.toSorted());
  const { rows } = await town.db.pool.query(`select count(*)::int as silent from case_tasks where silent`);
  expect(rows[0].silent).toBeGreaterThan(0);
});

/** Days go by; how a paper looks is another test's matter. */
async function goOn(days: number): Promise<void> {
  await town.db.pool.query(
    `delete from jobs where kind in ('documents.render', 'cases.tell') or kind like 'archives.%'`,
  );
  await town.at(Temporal.PlainDate.from(town.today()).add({ days }).toPlainDateTime('09:00').toString());
}
