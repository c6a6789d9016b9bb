import { expect, test } from 'vitest';
import { sampleNumber } from '../../demo/residents.ts';
import { bringTo } from '../../tests/authorisation/cases.ts';
import {
  anExpert,
  arrange,
  bureauOfficers,
  caseWithTask,
  inspectorOf,
  partnerOfficers,
  publishStages,
  serveHearingNotices,
  signForTask,
  taskOf,
} from '../../tests/support/meetings.ts';
import { asSecondPost } from '../../tests/support/second-post.ts';
import { type Client, openTown } from '../../tests/support/town.ts';

// The tests stand in the order of their days, from Monday 2 March 2026.
const town = await openTown({ on: '2026-03-02T09:00' });

const sign = (by: Client, meetingId: string) => by.call('POST /meetings/:meetingId/sign', { meetingId });
const hold = (meetingId: string, attendees: string[]) =>
  town.reviewer.call('POST /meetings/:meetingId/hold', { meetingId, attendees });
const conclude = (meetingId: string, outcome: 'agree' | 'recheck' = 'agree', by = town.reviewer) =>
  by.call('POST /meetings/:meetingId/write-conclusion', { meetingId, outcome, text: '符合要求。' });
const decide = (by: Client, caseId: string) => by.call('POST /cases/:caseId/decide', { caseId, outcome: 'GRANTED' });
const stateOf = async (caseId: string) => (await town.supervisor.call('GET /cases/:caseId', { caseId })).state;
/** A moment of a day from which on a meeting an hour later has begun. */
const after = (startsAt: string) => town.at(`${startsAt.slice(0, 10)}T12:00`);

test('R-2.13, domain §3.1: the bureau’s decider who was on site and wrote there does not decide; another does', async () => {
  await publishStages(town, [{ kind: 'SITE_VISIT' }]);
  const task = await caseWithTask(town, 'SITE_VISIT');
  const { meetingId } = await arrange(town, task, { officers: [bureauOfficers(town)] });
  await after('2026-03-04T10:00');
  await hold(meetingId, bureauOfficers(town).staffIds);
  await conclude(meetingId, 'agree', town.decider);
  for (const by of [town.reviewer, town.decider]) await sign(by, meetingId);
  const { caseId } = task;
  await expect(decide(town.decider, caseId)).rejects.toMatchObject({ code: 'same_person', facts: { did: 'reviewed' } });
  expect((await town.decider.call('GET /cases/:caseId', { caseId })).actions).not.toContain('decide');
  expect((await decide(town.organHead, caseId)).state).toBe('DELIVERING');
});

test('R-2.13: a task that was done once more does not wash off who did it first', async () => {
  await publishStages(town, [{ kind: 'REVIEW' }]);
  const { caseId, taskId } = await caseWithTask(town, 'REVIEW');
  const review = () => town.reviewer.call('POST /cases/:caseId/review', { caseId, opinion: 'agree', text: '齐全。' });
  // The decider of the bureau examines as a reviewer's substitute, then the reviewer does it once more.
  await asSecondPost(town, town.decider, 'reviewer', async () => {
    await town.decider.call('POST /cases/:caseId/review', { caseId, opinion: 'agree', text: '齐全。' });
  });
  await town.decider.call('POST /cases/:caseId/reopen-task', { caseId, taskId, reason: '请再看一次。' });
  await town.decider.call('POST /cases/:caseId/reassign-task', {
    ...{ caseId, taskId, organId: town.organs.bureau, reason: '换一个人。' },
  });
  await signForTask(town, caseId);
  await review();
  await expect(decide(town.decider, caseId)).rejects.toMatchObject({ code: 'same_person', facts: { did: 'reviewed' } });
  expect((await decide(town.organHead, caseId)).state).toBe('DELIVERING');
});

test('R-2.13: a joint review is signed by who was there for the very organ, each person once', async () => {
  await publishStages(town, [{ kind: 'JOINT_REVIEW', participants: [town.organs.partner] }]);
  const task = await caseWithTask(town, 'JOINT_REVIEW');
  const { meetingId } = await arrange(town, task, {
    startsAt: '2026-03-05T10:00',
    officers: [bureauOfficers(town), partnerOfficers(town)],
  });
  await after('2026-03-05T10:00');
  await hold(meetingId, [town.reviewer.staffId, town.partnerReviewer.staffId]);
  for (const by of [town.reviewer, town.partnerReviewer])
    await by.call('POST /meetings/:meetingId/write-opinion', { meetingId, opinion: 'agree', text: '同意。' });
  await conclude(meetingId);
  await expect(sign(town.decider, meetingId)).rejects.toMatchObject({ code: 'not_attended' });
  // Whoever was there for the partner signs for nobody else.
  await asSecondPost(town, town.partnerReviewer, 'reviewer', async () => {
    await expect(sign(town.partnerReviewer, meetingId)).rejects.toMatchObject({ code: 'not_attended' });
  });
  await sign(town.reviewer, meetingId);
  expect((await sign(town.partnerReviewer, meetingId)).state).toBe('CONCLUDED');
});

test('Domain §4.1: a visit that is opened anew may be made anew, with its own re-check, and no third', async () => {
  await publishStages(town, [{ kind: 'SITE_VISIT' }]);
  const task = await caseWithTask(town, 'SITE_VISIT');
  const inspector = await inspectorOf(town, town.organs.bureau);
  const staffIds = [town.reviewer.staffId, inspector.staffId];
  const visit = async (startsAt: string, outcome: 'agree' | 'recheck') => {
    const officers = [{ organId: town.organs.bureau, staffIds }];
    const { meetingId, visit: number } = await arrange(town, task, { startsAt, officers });
    await after(startsAt);
    await hold(meetingId, staffIds);
    await conclude(meetingId, outcome);
    for (const by of [town.reviewer, inspector]) await sign(by, meetingId);
    return number;
  };
  expect(await visit('2026-03-06T10:00', 'recheck')).toBe(1);
  expect(await visit('2026-03-09T10:00', 'agree')).toBe(2);
  await town.decider.call('POST /cases/:caseId/reopen-task', { ...task, reason: '情况有变。' });
  await signForTask(town, task.caseId);
  const plan = await town.reviewer.call('GET /cases/:caseId/tasks/:taskId/meeting-plan', task);
  expect([plan.visit, plan.blocked]).toEqual([1, undefined]);
  expect(await visit('2026-03-10T10:00', 'recheck')).toBe(1);
  expect(await visit('2026-03-11T10:00', 'agree')).toBe(2);
});

test('R-2.13, 回避: who is related to a party takes no part in any meeting, named or not', async () => {
  await publishStages(town, [{ kind: 'JOINT_REVIEW' }]);
  const cousin = sampleNumber(977);
  const task = await caseWithTask(town, 'JOINT_REVIEW');
  const { meetingId } = await arrange(town, task, { startsAt: '2026-03-12T10:00' });
  const relation = { kind: 'collateral', residentNumber: cousin } as const;
  const { relations } = await town.decider.call('POST /staff/relations', relation);
  await expect(
    town.reviewer.call('POST /meetings/:meetingId/name-officers', { meetingId, staffIds: [town.decider.staffId] }),
  ).rejects.toMatchObject({ code: 'officer_barred', facts: { did: 'related' } });
  await expect(
    town.decider.call('POST /meetings/:meetingId/name-officers', { meetingId, staffIds: [town.reviewer.staffId] }),
  ).rejects.toMatchObject({ code: 'officer_barred', facts: { did: 'related' } });
  const seen = await town.decider.call('GET /meetings/:meetingId', { meetingId });
  expect([
    seen.actions,
    seen.colleagues[0]?.people.find(({ staffId }) => staffId === town.decider.staffId),
  ]).toMatchObject([[], { barred: 'related' }]);
  const relationId = relations.find(({ kind }) => kind === 'collateral')?.relationId ?? '';
  await town.decider.call('POST /staff/relations/:relationId/end', { relationId });
});

test('R-2.14: a panel that is called off and arranged anew over the same pool calls the same experts, and says how often', async () => {
  await publishStages(town, [{ kind: 'EXPERT_PANEL' }]);
  for (const name of ['甲', '乙', '丙', '丁', '戊', '己'])
    await town.itemPublisher.call('POST /experts', anExpert(`样例·专家${name}`));
  const task = await caseWithTask(town, 'EXPERT_PANEL');
  const experts = { fields: ['fireSafety' as const], count: 2 };
  const panel = async (startsAt: string, count = 2) => {
    const { meetingId } = await arrange(town, task, { startsAt, experts: { ...experts, count } });
    await town.reviewer.call('POST /meetings/:meetingId/draw-experts', { meetingId });
    return { meetingId, draw: await town.visitor.call('GET /draws/:meetingId', { meetingId }) };
  };
  const first = await panel('2026-03-16T10:00');
  const reason = '换个时间。';
  await town.reviewer.call('POST /meetings/:meetingId/cancel', { meetingId: first.meetingId, reason });
  const second = await panel('2026-03-17T10:00');
  expect(second.draw).toMatchObject({
    ...{ seed: first.draw.seed, drawn: first.draw.drawn, pool: first.draw.pool, ledgerHash: first.draw.ledgerHash },
    ...{ seedMeetingId: first.meetingId, arrangements: 2, attempt: 2 },
  });
  await town.reviewer.call('POST /meetings/:meetingId/cancel', { meetingId: second.meetingId, reason });
  // Another panel is asked for: another pool, a seed of its own, and everybody sees that it is the third.
  const third = await panel('2026-03-18T10:00', 3);
  expect(third.draw).toMatchObject({ seedMeetingId: third.meetingId, arrangements: 3 });
  expect(third.draw.seed).not.toBe(first.draw.seed);
});

test('ALL 46: a hearing of the organ’s own motion is announced to everybody, without names; its chair alone signs, and examines and decides nothing afterwards', async () => {
  // Thursday 12 March 2026: seven working days later is Monday 23 March.
  await town.at('2026-03-12T09:00');
  await publishStages(town, [{ kind: 'HEARING' }, { kind: 'REVIEW' }]);
  const task = await caseWithTask(town, 'HEARING');
  const { caseId } = task;
  const { meetingId, announced } = await arrange(town, task, {
    startsAt: '2026-03-23T10:00',
    chairId: town.decider.staffId,
  });
  expect(announced).toBe(true);
  const { hearings } = await town.visitor.call('GET /hearings', {});
  expect(hearings).toMatchObject([
    {
      meetingId,
      day: '2026-03-23',
      place: '样例·演示路8号',
      announcedDay: '2026-03-12',
      organ: { zh: '区卫生健康局（演示）' },
    },
  ]);
  expect(hearings[0]?.applicant).toContain('*');
  await serveHearingNotices(town, caseId);
  await after('2026-03-23T10:00');
  await hold(meetingId, [town.decider.staffId, town.reviewer.staffId]);
  await conclude(meetingId);
  await expect(sign(town.reviewer, meetingId)).rejects.toMatchObject({ code: 'chair_signs' });
  expect((await sign(town.decider, meetingId)).state).toBe('CONCLUDED');
  await town.reviewer.call('POST /cases/:caseId/sign-for', { caseId });
  await asSecondPost(town, town.decider, 'reviewer', async () => {
    await expect(
      town.decider.call('POST /cases/:caseId/review', { caseId, opinion: 'agree', text: '同意。' }),
    ).rejects.toMatchObject({ code: 'same_person', facts: { did: 'chaired' } });
  });
  await town.reviewer.call('POST /cases/:caseId/review', { caseId, opinion: 'agree', text: '同意。' });
  await expect(decide(town.decider, caseId)).rejects.toMatchObject({ code: 'same_person' });
});

test('ALL 47: while the unit’s task lies open again, a hearing may still be asked for, and ends when nobody does', async () => {
  // Tuesday 24 March 2026: five working days later is Tuesday 31 March.
  await town.at('2026-03-24T09:00');
  await publishStages(town, [{ kind: 'HEARING' }]);
  const filed = async () => {
    const owner = await town.resident();
    const caseId = await bringTo(town, owner, 'accepted');
    await signForTask(town, caseId);
    const task = { caseId, taskId: await taskOf(town, caseId, 'HEARING') };
    const notice = { ...task, matter: '样例', interestedParties: ['样例·邻居李某'] };
    await town.reviewer.call('POST /cases/:caseId/tasks/:taskId/notify-hearing', notice);
    await town.decider.call('POST /cases/:caseId/reassign-task', {
      ...{ ...task, organId: town.organs.bureau, reason: '换一个人办。' },
    });
    return { owner, ...task };
  };
  const [asking, silent] = [await filed(), await filed()];
  const { owner, caseId } = asking;
  // Of the two notices the applicant has his own; the neighbour's is not in his list, and not to be had by its address.
  const all = (await town.clerk.call('GET /cases/:caseId', { caseId })).documents;
  const own = (await owner.call('GET /my/cases/:caseId', { caseId })).documents;
  expect(own.filter(({ kind }) => kind === 'hearingRightsNotice')).toHaveLength(1);
  const another = all.find(({ addressee }) => addressee !== undefined)?.documentId ?? '';
  expect((await owner.raw('GET', `/api/my/documents/${another}/pdf`)).status).toBe(404);
  expect((await owner.call('GET /my/cases/:caseId/hearing', { caseId })).mayAnswer).toBe(true);
  // Nor is the receipt of its service, which names the neighbour as who was served.
  await town.clerk.call('POST /cases/:caseId/serve-document', {
    ...{
      caseId,
      documentId: another,
      method: 'LEFT',
      receiver: 'applicant',
      place: '样例路1号',
      reason: '拒绝签收',
      witness: '样例·见证人',
    },
  });
  const receipts = (await town.clerk.call('GET /cases/:caseId', { caseId })).documents.filter(
    ({ kind, addressee }) => kind === 'deliveryReceipt' && addressee === '样例·邻居李某',
  );
  expect(receipts).toHaveLength(1);
  expect((await owner.raw('GET', `/api/my/documents/${receipts[0]?.documentId}/pdf`)).status).toBe(404);
  expect(await owner.call('POST /my/cases/:caseId/request-hearing', { caseId })).toMatchObject({ state: 'REQUESTED' });
  await town.at('2026-04-01T00:30');
  expect(await stateOf(silent.caseId)).toBe('DECIDING');
  expect(await stateOf(caseId)).not.toBe('DECIDING');
});

test('ALL 47: what was not ended in its night is ended in the next', async () => {
  await town.at('2026-04-01T09:00');
  const caseId = await bringTo(town, await town.resident(), 'accepted');
  await signForTask(town, caseId);
  const task = { caseId, taskId: await taskOf(town, caseId, 'HEARING') };
  const notice = { ...task, matter: '样例', interestedParties: [] };
  await town.reviewer.call('POST /cases/:caseId/tasks/:taskId/notify-hearing', notice);
  // The job of the last day was lost.
  await town.db.pool.query(`delete from jobs where kind = 'meetings.end-hearing-period'`);
  await town.at('2026-04-10T01:00');
  expect(await stateOf(caseId)).toBe('DECIDING');
});

test('ALL 47: what a party says is recorded by the unit or the window that took the case in, and by nobody else', async () => {
  await town.at('2026-04-13T09:00');
  await publishStages(town, [{ kind: 'HEARING', participants: [town.organs.partner] }]);
  const task = await caseWithTask(town, 'HEARING');
  const notice = { ...task, matter: '样例', interestedParties: ['样例·邻居李某'] };
  const told = await town.reviewer.call('POST /cases/:caseId/tasks/:taskId/notify-hearing', notice);
  const partyId = told.hearing?.parties.find(({ role }) => role === 'interestedParty')?.partyId ?? '';
  const record = (by: Client) =>
    by.call('POST /cases/:caseId/tasks/:taskId/record-hearing-answer', { ...task, partyId, answer: 'REQUESTED' });
  await expect(record(town.partnerReviewer)).rejects.toMatchObject({ code: 'not_found' });
  const seen = await town.partnerReviewer.call('GET /cases/:caseId/tasks/:taskId/meeting-plan', task);
  expect(JSON.stringify(seen.hearing)).not.toContain('邻居李某');
  await town.reviewer.call('POST /cases/:caseId/recuse', { caseId: task.caseId, reason: '申请人是亲戚。' });
  await expect(record(town.reviewer)).rejects.toMatchObject({ code: 'recused' });
  expect((await record(town.clerk)).state).toBe('REQUESTED');
});
