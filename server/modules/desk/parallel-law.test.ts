import { expect, test } from 'vitest';
import { carryThrough } from '../../tests/support/carry-through.ts';
import {
  acceptedCase,
  expectTold,
  plain,
  publishParallel,
  reviewPart,
  type Stage,
  storedAndTold,
  tasksOf,
} from '../../tests/support/parallel.ts';
import type { Client } from '../../tests/support/town.ts';
import { openTown, password, Refused } from '../../tests/support/town.ts';

// Monday 2 March 2026; one district for all, whose time goes on from test to test.
const town = await openTown({ on: '2026-03-02T09:00' });

const twoDays = { limit: { amount: 2, unit: 'workingDays' } } as const;
const silence = { law: '本区并联审批规定（样例）', article: '第九条', mark: 'sample' } as const;
const threeOrgans: Stage[] = [
  {
    tasks: { health: { organ: 'bureau' }, city: { organ: 'partner', ...twoDays }, town: { organ: 'town', ...twoDays } },
  },
];

const seen = (caseId: string) => town.supervisor.call('GET /cases/:caseId', { caseId });
const statesOf = async (caseId: string) =>
  Object.fromEntries(Object.entries(await tasksOf(town, caseId)).map(([key, { state }]) => [key, state]));
const idOf = async (caseId: string, key: string) => (await tasksOf(town, caseId))[key]?.taskId ?? '';
const review = async (caseId: string, key: string, opinion?: 'agree' | 'disagree' | 'veto') =>
  reviewPart(town, { caseId, taskId: await idOf(caseId, key) }, opinion);
const onTask = async (caseId: string, key: string) => ({
  caseId,
  taskId: await idOf(caseId, key),
  reason: '样例理由。',
});
const decide = (caseId: string, by: Client = town.decider) =>
  by.call('POST /cases/:caseId/decide', { caseId, outcome: 'GRANTED' });

test('Domain §4.1: all organs of a stage examine at once, each with its own last day; the decision waits for all of them', async () => {
  await publishParallel(town, threeOrgans);
  const caseId = await acceptedCase(town);
  const tasks = await tasksOf(town, caseId);
  expect(await statesOf(caseId)).toEqual({ health: 'open', city: 'open', town: 'open', decision: 'waiting' });
  // Two working days from Monday are Wednesday; to sign for the file there is one.
  expect(tasks['city']).toMatchObject({ due: { day: '2026-03-04' }, signDueDay: '2026-03-03' });
  await review(caseId, 'town');
  await review(caseId, 'health', 'disagree');
  expect(await seen(caseId)).toMatchObject({ state: 'IN_REVIEW', owners: [{ zh: '区城市管理局（演示）' }] });
  await expect(decide(caseId)).rejects.toMatchObject({ code: 'case_moved_on' });
  await review(caseId, 'city');
  expect(await seen(caseId)).toMatchObject({ state: 'DECIDING', owners: [{ zh: '区卫生健康局（演示）' }] });
});

test('Domain §4.1: where the item lets two of three suffice, the third ends with them and owes nothing', async () => {
  await publishParallel(town, [{ ...threeOrgans[0], tasks: threeOrgans[0]?.tasks ?? {}, join: 2 }]);
  const caseId = await acceptedCase(town);
  await review(caseId, 'town');
  await review(caseId, 'city');
  expect(await statesOf(caseId)).toMatchObject({ health: 'cancelled', decision: 'open' });
  await expect(review(caseId, 'health')).rejects.toMatchObject({ code: 'case_moved_on' });
});

test('Domain §4.1: an organ counts once in a stage: what another unit of it gives back is not given to who has a part already', async () => {
  await publishParallel(town, [
    {
      tasks: {
        health: { organ: 'bureau' },
        visit: { organ: 'bureau', kind: 'JOINT_SITE_VISIT', participants: [town.organs.partner] },
        town: { organ: 'town' },
      },
    },
  ]);
  const caseId = await acceptedCase(town);
  const give = async (key: string, organId: string) =>
    town.decider.call('POST /cases/:caseId/reassign-task', { ...(await onTask(caseId, key)), organId });
  const { bureau, partner, town: township } = town.organs;
  for (const organId of [bureau, partner])
    await expect(give('town', organId)).rejects.toMatchObject({
      code: 'organ_has_task',
      fields: [{ field: 'organId' }],
    });
  await give('town', township);
  expect(await statesOf(caseId)).toMatchObject({ town: 'open' });
  await give('health', bureau).catch((refused: Refused) => expect(refused.code).toBe('organ_has_task'));
});

test('Domain §2.2: a file that somebody had in hand is examined, and never merely accepted again', async () => {
  await publishParallel(town, [{ tasks: { health: { organ: 'bureau' } } }]);
  const [reopened, reassigned] = [await acceptedCase(town), await acceptedCase(town)];
  await review(reopened, 'health');
  await town.decider.call('POST /cases/:caseId/reopen-task', await onTask(reopened, 'health'));
  const health = await onTask(reassigned, 'health');
  await town.decider.call('POST /cases/:caseId/reassign-task', { ...health, organId: town.organs.partner });
  for (const caseId of [reopened, reassigned]) {
    expect((await seen(caseId)).state).toBe('IN_REVIEW');
    await expectTold(town, caseId);
  }
});

test('Domain §4.1, 退回 and 改派: what is given back is the lead’s, who says whose it is; its sisters go on', async () => {
  await publishParallel(town, [
    { tasks: { health: { organ: 'bureau' }, city: { organ: 'partner', ...twoDays }, roads: { organ: 'bureau' } } },
  ]);
  const caseId = await acceptedCase(town);
  await review(caseId, 'roads');
  const city = await onTask(caseId, 'city');
  await expect(town.reviewer.call('POST /cases/:caseId/return-task', city)).rejects.toMatchObject({
    code: 'not_found',
  });
  await town.partnerReviewer.call('POST /cases/:caseId/return-task', city);
  expect(await seen(caseId)).toMatchObject({ owners: [{ zh: '区卫生健康局（演示）' }] });
  expect(await statesOf(caseId)).toEqual({ health: 'open', city: 'returned', roads: 'done', decision: 'waiting' });
  await expect(
    town.partnerDecider.call('POST /cases/:caseId/reassign-task', { ...city, organId: town.organs.town }),
  ).rejects.toMatchObject({ code: 'not_found' });
  await town.decider.call('POST /cases/:caseId/reassign-task', { ...city, organId: town.organs.town });
  // The limit of the task begins anew with whom it is given to; that of the case does not.
  expect((await tasksOf(town, caseId))['city']).toMatchObject({ state: 'open', organ: { zh: '甲镇人民政府（演示）' } });
  await town.townReviewer.call('POST /cases/:caseId/sign-for', { caseId, taskId: city.taskId });
  expect((await statesOf(caseId))['city']).toBe('signedFor');
});

test('Domain §4.1, 重办: a finished part is done once more while the others keep their word; after the decision nothing is', async () => {
  await publishParallel(town, threeOrgans);
  const caseId = await acceptedCase(town);
  for (const key of ['town', 'city', 'health']) await review(caseId, key);
  const city = await onTask(caseId, 'city');
  await town.decider.call('POST /cases/:caseId/reopen-task', city);
  expect(await seen(caseId)).toMatchObject({ state: 'IN_REVIEW', owners: [{ zh: '区城市管理局（演示）' }] });
  expect(await statesOf(caseId)).toEqual({ health: 'done', city: 'open', town: 'done', decision: 'waiting' });
  await expect(decide(caseId)).rejects.toMatchObject({ code: 'case_moved_on' });
  await review(caseId, 'city', 'disagree');
  expect((await tasksOf(town, caseId))['city']).toMatchObject({ round: 2, opinion: 'disagree' });
  await decide(caseId);
  await expect(town.decider.call('POST /cases/:caseId/reopen-task', city)).rejects.toMatchObject({
    code: 'case_moved_on',
  });
});

test('Domain §4.1, 加签: another organ signs beside the unit that asks for it, and is waited for; an organ that has a part is no signer', async () => {
  await publishParallel(town, [{ tasks: { health: { organ: 'bureau' }, city: { organ: 'partner' } } }]);
  const caseId = await acceptedCase(town);
  const city = await onTask(caseId, 'city');
  const ask = (organId: string) => town.partnerReviewer.call('POST /cases/:caseId/add-signer', { ...city, organId });
  await expect(ask(town.organs.bureau)).rejects.toMatchObject({ code: 'organ_has_task' });
  await ask(town.organs.town);
  await review(caseId, 'health');
  await review(caseId, 'city');
  expect(await statesOf(caseId)).toMatchObject({ 'city+': 'open', decision: 'waiting' });
  await review(caseId, 'city+');
  expect((await seen(caseId)).state).toBe('DECIDING');
});

test('Domain §4.1, 一票否决: a veto binds the decision, only where the item gives the unit one, and only while it stands', async () => {
  await publishParallel(town, [{ tasks: { health: { organ: 'bureau' }, city: { organ: 'partner', veto: true } } }]);
  const caseId = await acceptedCase(town);
  await expect(review(caseId, 'health', 'veto')).rejects.toMatchObject({ code: 'veto_not_given' });
  await review(caseId, 'health');
  await review(caseId, 'city', 'veto');
  await expect(decide(caseId)).rejects.toMatchObject({ code: 'vetoed', facts: { count: 1 } });
  const city = await onTask(caseId, 'city');
  await town.decider.call('POST /cases/:caseId/reopen-task', city);
  // Asked once more, the unit may think better of it; nobody else does so in its place.
  await expect(
    town.decider.call('POST /cases/:caseId/reassign-task', { ...city, organId: town.organs.town }),
  ).rejects.toMatchObject({ code: 'veto_stands', fields: [{ field: 'organId' }] });
  expect((await tasksOf(town, caseId))['city']).toMatchObject({ state: 'open', round: 2, opinion: 'veto' });
  await review(caseId, 'city');
  expect((await decide(caseId)).state).toBe('DELIVERING');
  await expectTold(town, caseId);
});

test('Domain §3.1: what several organs examined is decided by none of them who examined, and by no intake clerk', async () => {
  await publishParallel(town, threeOrgans);
  const caseId = await acceptedCase(town);
  for (const key of ['town', 'city', 'health']) await review(caseId, key);
  await expect(decide(caseId, town.clerk)).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(decide(caseId, town.reviewer)).rejects.toMatchObject({ code: 'not_allowed' });
  // Of another organ's decision he is told nothing.
  await expect(decide(caseId, town.partnerDecider)).rejects.toMatchObject({ code: 'not_found' });
  const alone = { caseId, outcome: 'GRANTED', officer: { username: town.decider.username, password } } as const;
  await expect(town.clerk.call('POST /cases/:caseId/decide-at-desk', alone)).rejects.toMatchObject({
    code: 'second_officer_needed',
  });
  expect((await decide(caseId)).state).toBe('DELIVERING');
});

test('制证: what was granted is certified before it can be handed over; after a denial there is nothing to certify', async () => {
  await publishParallel(town, [{ tasks: { health: { organ: 'bureau' } } }], { certified: 'yes' });
  const [granted, denied] = [await acceptedCase(town), await acceptedCase(town)];
  for (const caseId of [granted, denied]) await review(caseId, 'health');
  expect((await decide(granted)).state).toBe('CERTIFYING');
  await expect(
    town.clerk.call('POST /cases/:caseId/deliver', { caseId: granted, method: 'DIRECT', receiver: 'applicant' }),
  ).rejects.toMatchObject({ code: 'case_moved_on' });
  await carryThrough(town, granted);
  expect((await seen(granted)).state).toBe('COMPLETED');
  const over = await town.decider.call('POST /cases/:caseId/decide', {
    ...{ caseId: denied, outcome: 'DENIED', reason: '不符合条件。' },
  });
  expect(over.state).toBe('DELIVERING');
});

test('Domain §4.1, 超时默认: silence beyond the limit agrees only by the item’s rule and is named; every other is reported and stays open', async () => {
  await publishParallel(town, [
    {
      tasks: {
        health: { organ: 'bureau' },
        city: { organ: 'partner', ...twoDays, silence },
        town: { organ: 'town', ...twoDays },
      },
    },
  ]);
  const caseId = await acceptedCase(town);
  // Accepted on Monday 2 March: both last days are Wednesday 4 March.
  await town.at('2026-03-04T23:00');
  expect(await statesOf(caseId)).toMatchObject({ city: 'open', town: 'open' });
  await town.at('2026-03-05T09:00');
  const tasks = await tasksOf(town, caseId);
  expect(tasks['city']).toMatchObject({ state: 'done', silent: true, opinion: 'agree' });
  expect(tasks['city']?.done).not.toHaveProperty('name');
  expect(tasks['town']).toMatchObject({
    state: 'open',
    silent: false,
    reportedAt: expect.any(String),
    due: { light: 'red' },
  });
  const { story, owners } = await seen(caseId);
  expect(story[0]).toMatchObject({ act: 'case.tasksLate', facts: { silent: 1, reported: 1 } });
  expect(owners.map(({ zh }) => zh)).toEqual(['区卫生健康局（演示）', '甲镇人民政府（演示）']);
  const { stored, told } = await storedAndTold(town, caseId);
  expect(plain(stored.tasks)).toEqual(plain(told));
  // It is reported once; and who was late may still say what he thinks.
  await town.at('2026-03-06T09:00');
  expect((await seen(caseId)).story.filter(({ act }) => act === 'case.tasksLate')).toHaveLength(1);
  await review(caseId, 'town');
  await review(caseId, 'health');
  expect((await seen(caseId)).state).toBe('DECIDING');
});

/** What requests that were sent at once came to: how many were done, and the refusals of the others. */
async function atOnce(...requests: Promise<unknown>[]): Promise<{ done: number; codes: string[] }> {
  const settled = await Promise.allSettled(requests);
  const codes = settled.flatMap((each) => {
    if (each.status === 'fulfilled') return [];
    if (!(each.reason instanceof Refused)) throw each.reason;
    return [each.reason.code];
  });
  return { done: settled.length - codes.length, codes };
}

/** A case whose two last parts are signed for. */
async function lastTwo(): Promise<{ caseId: string; health: string; city: string }> {
  const caseId = await acceptedCase(town);
  const [health, city] = [await idOf(caseId, 'health'), await idOf(caseId, 'city')];
  await town.reviewer.call('POST /cases/:caseId/sign-for', { caseId, taskId: health });
  await town.partnerReviewer.call('POST /cases/:caseId/sign-for', { caseId, taskId: city });
  return { caseId, health, city };
}
const agreed = { opinion: 'agree', text: '符合条件。' } as const;
const decisionClocks = async (caseId: string) => {
  const { rows } = await town.db.pool.query(
    `select count(*)::int as opened from case_tasks where case_id = $1 and kind = 'DECISION' and state = 'open'`,
    [caseId],
  );
  return rows[0].opened;
};

test('two organs finish the last two parts at once, many times over: both are done, and the decision opens exactly once', async () => {
  await publishParallel(town, [{ tasks: { health: { organ: 'bureau' }, city: { organ: 'partner' } } }]);
  for (let times = 0; times < 8; times += 1) {
    const { caseId, health, city } = await lastTwo();
    const { done } = await atOnce(
      town.reviewer.call('POST /cases/:caseId/review', { caseId, taskId: health, ...agreed }),
      town.partnerReviewer.call('POST /cases/:caseId/review', { caseId, taskId: city, ...agreed }),
    );
    expect([done, await decisionClocks(caseId), await statesOf(caseId)]).toEqual([
      ...[2, 1, { health: 'done', city: 'done', decision: 'open' }],
    ]);
    const { stored, told } = await storedAndTold(town, caseId);
    expect([stored.state, plain(stored.tasks)]).toEqual(['DECIDING', plain(told)]);
  }
});

test('the same part is finished twice at once: one opinion counts', async () => {
  const { caseId, city } = await lastTwo();
  const write = (text: string) =>
    town.partnerReviewer.call('POST /cases/:caseId/review', { caseId, taskId: city, opinion: 'agree', text });
  expect(await atOnce(write('甲'), write('乙'))).toEqual({ done: 1, codes: ['task_moved_on'] });
});

test('a part is given back and finished at once: one of both happens', async () => {
  const { caseId, city } = await lastTwo();
  const { done, codes } = await atOnce(
    town.partnerReviewer.call('POST /cases/:caseId/review', { caseId, taskId: city, ...agreed }),
    town.partnerReviewer.call('POST /cases/:caseId/return-task', { caseId, taskId: city, reason: '不归本单位。' }),
  );
  expect([done, codes]).toEqual([1, ['task_moved_on']]);
  const { stored, told } = await storedAndTold(town, caseId);
  expect(plain(stored.tasks)).toEqual(plain(told));
});

test('the decision and the reopening of a part at once: either it is decided, or it waits again', async () => {
  for (let times = 0; times < 4; times += 1) {
    const { caseId, health, city } = await lastTwo();
    await town.reviewer.call('POST /cases/:caseId/review', { caseId, taskId: health, ...agreed });
    await town.partnerReviewer.call('POST /cases/:caseId/review', { caseId, taskId: city, ...agreed });
    const { done, codes } = await atOnce(
      decide(caseId),
      town.decider.call('POST /cases/:caseId/reopen-task', { caseId, taskId: city, reason: '再核一次。' }),
    );
    expect([done, codes]).toEqual([1, ['case_moved_on']]);
    const { stored, told } = await storedAndTold(town, caseId);
    expect(plain(stored.tasks)).toEqual(plain(told));
    expect([stored.state, await decisionClocks(caseId)]).toEqual([
      stored.outcome === null ? 'IN_REVIEW' : 'DELIVERING',
      0,
    ]);
  }
});

test('Domain §4.1, 重办: where two of three sufficed and one is asked once more, the third may speak again; its limit is a new one', async () => {
  await publishParallel(town, [{ ...threeOrgans[0], tasks: threeOrgans[0]?.tasks ?? {}, join: 2 }]);
  const caseId = await acceptedCase(town);
  await review(caseId, 'town');
  await review(caseId, 'health');
  expect(await statesOf(caseId)).toMatchObject({ city: 'cancelled', decision: 'open' });
  await town.at('2026-03-09T09:00');
  await town.decider.call('POST /cases/:caseId/reopen-task', await onTask(caseId, 'town'));
  expect(await statesOf(caseId)).toEqual({ town: 'open', health: 'done', city: 'open', decision: 'waiting' });
  // Two working days from Monday 9 March are Wednesday.
  expect((await tasksOf(town, caseId))['city']).toMatchObject({ due: { day: '2026-03-11' }, signDueDay: '2026-03-10' });
  // Two have spoken now, but who was asked once more is waited for.
  await review(caseId, 'city', 'disagree');
  expect(await statesOf(caseId)).toMatchObject({ town: 'open', decision: 'waiting' });
  await review(caseId, 'town');
  expect((await seen(caseId)).state).toBe('DECIDING');
  await expectTold(town, caseId);
});

test('ALL 35, 43: only a whole first review goes up, and not with consent while a veto stands; what went up is not examined once more', async () => {
  await publishParallel(town, [{ tasks: { health: { organ: 'bureau' }, city: { organ: 'partner', veto: true } } }], {
    above: 'upperOrgan',
  });
  const caseId = await acceptedCase(town);
  const report = (opinion: 'agree' | 'disagree') =>
    town.reviewer.call('POST /cases/:caseId/report-up', { caseId, opinion, text: '初审意见（样例）。' });
  await expect(report('agree')).rejects.toMatchObject({ code: 'tasks_open', facts: { count: 2 } });
  await review(caseId, 'health');
  await expect(report('agree')).rejects.toMatchObject({ code: 'tasks_open', facts: { count: 1 } });
  await review(caseId, 'city', 'veto');
  await expect(report('agree')).rejects.toMatchObject({ code: 'vetoed', facts: { count: 1 } });
  expect((await report('disagree')).state).toBe('REPORTED_UP');
  const city = await onTask(caseId, 'city');
  await expect(town.decider.call('POST /cases/:caseId/reopen-task', city)).rejects.toMatchObject({
    code: 'case_moved_on',
  });
  await town.decider.call('POST /cases/:caseId/record-upper-decision', {
    ...{ caseId, outcome: 'GRANTED', number: '市卫健许决〔2026〕9号', day: town.today() },
    fileId: await town.decider.upload('决定.png'),
  });
  await expect(town.decider.call('POST /cases/:caseId/reopen-task', city)).rejects.toMatchObject({
    code: 'reported_up',
  });
  // The upper organ was told of the veto, and decided over it; what it decided is carried out.
  expect((await decide(caseId)).state).toBe('DELIVERING');
  await expectTold(town, caseId);
});

test('ALL 35, 43: while a matter lies with the upper organ nothing of it here is late or silent', async () => {
  const caseId = await acceptedCase(town);
  await review(caseId, 'health');
  await review(caseId, 'city');
  await town.reviewer.call('POST /cases/:caseId/report-up', { caseId, opinion: 'agree', text: '拟同意。' });
  const late = async () => (await seen(caseId)).story.filter(({ act }) => act === 'case.tasksLate');
  await town.at('2026-04-20T09:00');
  expect([await late(), (await seen(caseId)).state]).toEqual([[], 'REPORTED_UP']);
});

test('R-2.14, ALL 45: an expert review of ten days from Monday 11 May 2026, the first stage is examined meanwhile: the two days of the second begin with Monday the 25th, and its silence agrees no earlier than after Wednesday the 27th', async () => {
  await town.at('2026-05-11T09:00');
  await publishParallel(town, [
    { tasks: { health: { organ: 'bureau' } } },
    { tasks: { city: { organ: 'partner', ...twoDays, silence }, town: { organ: 'town', ...twoDays } } },
  ]);
  const caseId = await acceptedCase(town);
  await town.reviewer.call('POST /cases/:caseId/start-procedure', {
    ...{ caseId, ground: 'expertReview', neededDays: 10, reason: '需要专家评审。' },
  });
  await town.at('2026-05-13T09:00');
  await review(caseId, 'health');
  // What the second stage and a signer have to do begins, and stands still with the whole.
  await town.partnerReviewer.call('POST /cases/:caseId/add-signer', {
    ...(await onTask(caseId, 'city')),
    organId: town.organs.bureau,
  });
  const days = async () => {
    const tasks = await tasksOf(town, caseId);
    return ['city', 'town', 'city+'].map((key) => [tasks[key]?.due?.day, tasks[key]?.signDueDay, tasks[key]?.state]);
  };
  const [both, signer] = [
    ['2026-05-27', '2026-05-26', 'open'],
    ['2026-05-27', '2026-05-26', 'open'],
  ];
  expect(await days()).toEqual([both, both, signer]);
  await town.at('2026-05-25T10:00');
  expect(await days()).toEqual([both, both, signer]);
  await town.reviewer.call('POST /cases/:caseId/end-procedure', { caseId, result: '专家意见：可行。' });
  expect(await days()).toEqual([both, both, signer]);
  await town.at('2026-05-27T23:00');
  expect(await statesOf(caseId)).toMatchObject({ city: 'open', town: 'open' });
  await town.at('2026-05-28T09:00');
  expect(await statesOf(caseId)).toMatchObject({ city: 'done', town: 'open' });
  expect((await tasksOf(town, caseId))['city']).toMatchObject({ silent: true });
  await expectTold(town, caseId);
});

test('R-2.14: a task that is given to another organ, or asked for once more, during a special procedure stands still too', async () => {
  await publishParallel(town, [
    { tasks: { health: { organ: 'bureau', ...twoDays }, city: { organ: 'partner', ...twoDays } } },
  ]);
  const caseId = await acceptedCase(town);
  await review(caseId, 'health');
  await town.reviewer.call('POST /cases/:caseId/start-procedure', {
    ...{ caseId, ground: 'expertReview', neededDays: 5, reason: '需要专家评审。' },
  });
  await town.at('2026-06-01T09:00');
  await town.decider.call('POST /cases/:caseId/reopen-task', await onTask(caseId, 'health'));
  await town.decider.call('POST /cases/:caseId/reassign-task', {
    ...(await onTask(caseId, 'city')),
    organId: town.organs.town,
  });
  // Accepted on Thursday 28 May: five working days end on Thursday 4 June, two more on Monday the 8th.
  const tasks = await tasksOf(town, caseId);
  expect([tasks['health']?.due?.day, tasks['city']?.due?.day]).toEqual(['2026-06-08', '2026-06-08']);
  // The result comes earlier than was told: the two days are Wednesday and Thursday.
  await town.at('2026-06-02T09:00');
  await town.reviewer.call('POST /cases/:caseId/end-procedure', { caseId, result: '专家意见：可行。' });
  const after = await tasksOf(town, caseId);
  expect([after['health']?.due?.day, after['city']?.due?.day]).toEqual(['2026-06-04', '2026-06-04']);
});
