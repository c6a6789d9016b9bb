import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CaseAct, StaffCase } from '../../../contract/cases.ts';
import type { CaseState } from '../../../contract/values.ts';
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
import { getItemVersion, processOf } from '../catalogue/index.ts';
import { type Clock, dueDays, getClocksOf, licensingLimits, loadCalendar } from '../deadlines/index.ts';
import { isOpinion, ownersOf, type RunTask, stagesRun, type TaskAct, taskActs } from '../tasks/index.ts';

// Officers of three organs press random buttons on cases with parallel tasks, some of them not theirs, while days go by: the
// limits stand still, are extended, the matter goes up and comes down, back to the window and in again, or ends before its time.
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
const besideOfficers = ['reviewer', 'decider', 'clerk', 'organHead'] as const;
const turnOf: Partial<Record<CaseState, (typeof besideOfficers)[number]>> = {
  ...({ RECEIVED: 'clerk', REPORTED_UP: 'decider', SPECIAL_PROCEDURE: 'reviewer', DECIDING: 'reviewer' } as const),
};
const buttons = Object.keys(taskActs).filter(
  (act): act is TaskAct => !['arrange', 'postNotice', 'closeNotice'].includes(act),
);
/** What is done to the whole case; the rarer it is, the higher its number. */
const beside = {
  accept: 1,
  endProcedure: 2,
  recordUpperDecision: 1,
  reportUp: 1,
  extend: 1,
  startProcedure: 5,
  requestExtension: 2,
  recuse: 14,
  returnToFront: 8,
  terminate: 24,
  withdrawForApplicant: 24,
} as const satisfies Partial<Record<CaseAct, number>>;
type BesideAct = keyof typeof beside;
const onwards: readonly TaskAct[] = ['signFor', 'review', 'decide', 'certify'];
const kebab = (act: string) => act.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** What an act on the whole case is sent with. */
async function besideInputOf(act: BesideAct, caseId: string, press: number, by: Client): Promise<object> {
  const reason = '样例理由。';
  switch (act) {
    case 'startProcedure':
      return { ground: 'expertReview', neededDays: 1 + (press % 4), reason };
    case 'endProcedure':
      return { result: '专家意见：可行。' };
    case 'requestExtension':
      return { days: 1 + (press % 10), reason };
    case 'extend': {
      const { extensions } = await by.call('GET /cases/:caseId/procedures', { caseId });
      const answer = press % 4 === 0 ? 'refuse' : 'approve';
      return { extensionId: extensions.at(-1)?.extensionId, answer, reason, explanation: '需要核实。' };
    }
    case 'reportUp':
      return { opinion: press % 3 === 0 ? 'disagree' : 'agree', text: '初审意见（样例）。' };
    case 'recordUpperDecision': {
      const outcome = press % 3 === 0 ? 'DENIED' : 'GRANTED';
      return { outcome, number: '市卫健许决〔2026〕9号', day: town.today(), fileId: await by.upload('决定.png') };
    }
    case 'terminate':
      return { ground: 'objectGone', reason, returned: [] };
    case 'withdrawForApplicant':
      return { signer: 'applicant', reason, returned: [] };
    case 'accept':
      return {};
    default:
      return { reason };
  }
}

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

/**
 * What is stored of a case is what its ledger tells, its days are what their facts come to, and somebody owns it: a unit, or
 * the window where the file went back to it; nobody once it has ended.
 */
async function checkCase(caseId: string): Promise<void> {
  const { stored, told, acts } = await storedAndTold(town, caseId);
  expect(plain(stored.tasks)).toEqual(plain(told));
  const version = await getItemVersion(town.db, town.district, stored.itemVersionId);
  const run = runOf(stored, version);
  const isBack = stored.state === 'RECEIVED';
  const isEnded = stored.state === 'TERMINATED' || stored.state === 'WITHDRAWN';
  ends.set(stored.state, (ends.get(stored.state) ?? 0) + 1);
  if (isBack) expect(stored.tasks).toEqual([]);
  else {
    if (!isEnded) expect(stored.state).toBe(stateOfCase({ ...stored, run }));
    expect(stored.tasks.length - stored.tasks.filter(({ originId }) => originId !== null).length).toBe(
      stagesRun(processOf(version)).flatMap(({ tasks }) => tasks).length,
    );
    expect(stored.tasks.filter(({ kind }) => kind === 'DECISION')).toHaveLength(1);
    const owned = ownersOf(stored.tasks, stored.decidingOrganId ?? '').length > 0;
    expect([stored.state, owned]).toEqual([stored.state, !isEnded && stored.state !== 'DELIVERING']);
  }
  const decisions = acts.filter((act) => act === 'case.granted' || act === 'case.denied');
  expect(decisions).toHaveLength(stored.outcome === null ? 0 : 1);
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
  // While the case stands still every clock of its tasks does.
  const counts = stored.state === 'SPECIAL_PROCEDURE' ? 'paused' : 'running';
  const counting = clocks.filter(({ state }) => state !== 'stopped');
  expect(counting.filter(({ state }) => state !== counts)).toEqual([]);
  if (isEnded) expect(counting).toEqual([]);
  for (const task of stored.tasks) {
    const running = (purpose: string) => {
      const isIts = (clock: Clock) =>
        clock.subject.id === task.id && clock.purpose === purpose && clock.state === counts;
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
  whole: fc.nat({ max: 3 }).map((chance) => chance === 0),
  days: fc.nat({ max: 34 }).map((chance) => (chance === 0 ? 3 : 0)),
});

/** Somebody does something to the whole case that his view offers him; nothing comes of most thoughts of it. */
async function pressBeside(caseId: string, { press }: { press: number }): Promise<string | undefined> {
  const { state } = await getCase(town.db, town.district, caseId, everywhere);
  // What lies back at the window, or above, comes on with him who sees to it.
  const as = town[turnOf[state] ?? besideOfficers[press % besideOfficers.length] ?? 'reviewer'];
  const view = await as.raw('GET', `/api/cases/${caseId}`);
  if (view.status !== 200) return undefined;
  const able = (view.body as StaffCase).actions.filter(
    (act): act is BesideAct => act in beside && (press >> 4) % beside[act as BesideAct] === 0,
  );
  const onward = able.filter((each) => each === 'accept' || each === 'reportUp' || each === 'recordUpperDecision');
  const picked = onward.length > 0 ? onward : able;
  const act = picked[(press >> 2) % Math.max(1, picked.length)];
  if (act === undefined) return undefined;
  const input = await besideInputOf(act, caseId, press, as);
  const { status, body } = await as.raw('POST', `/api/cases/${caseId}/${kebab(act)}`, input);
  expect([act, status < 500, body]).toEqual([act, true, body]);
  const code = status === 200 ? '' : (body as { refusal: { code: string } }).refusal.code;
  expect([act, ['not_allowed', 'case_moved_on'].includes(code)]).toEqual([act, false]);
  return status === 200 ? act : undefined;
}

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
const ends = new Map<string, number>();

test.each([
  ['eight tasks at once at two organs', {}, eight, 40],
  ['two of three, then one more, then a certificate', { certified: 'yes' }, twoOfThree, 50],
  ['silence that agrees, units with a veto, and an upper organ that decides', { above: 'upperOrgan' }, bySilence, 60],
] as const)(
  '%s: whatever anybody does, tasks, days and state are what the ledger tells',
  async (_, way, stages, numRuns) => {
    await publishParallel(town, stages, { ...way, statutoryLimit: licensingLimits.decision });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 18, size: 'max' }), async (steps) => {
        const caseId = await acceptedCase(town);
        for (const { days, ...each } of steps) {
          if (days > 0) await goOn(days);
          const act = each.whole ? await pressBeside(caseId, each) : await press(caseId, each);
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
  expect([...done.keys()].toSorted()).toEqual([...buttons, ...Object.keys(beside)].toSorted());
  expect([...ends.keys()]).toEqual(
    expect.arrayContaining(['IN_REVIEW', 'SPECIAL_PROCEDURE', 'DECIDING', 'DELIVERING', 'TERMINATED', 'WITHDRAWN']),
  );
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
