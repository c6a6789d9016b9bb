import { expect, test } from 'vitest';
import { getChain } from '../../platform/ledger/index.ts';
import {
  arrange,
  caseWithTask,
  inspectorOf,
  publishStages,
  serveHearingNotices,
} from '../../tests/support/meetings.ts';
import { type Client, openTown } from '../../tests/support/town.ts';

// The tests stand in the order of their days, from Monday 2 March 2026.
const town = await openTown({ on: '2026-03-02T09:00' });
const { bureau } = town.organs;
const inspector = await inspectorOf(town, bureau);

const text = '现场符合要求。';
const on = (by: Client, meetingId: string) => ({
  see: () => by.call('GET /meetings/:meetingId', { meetingId }),
  hold: (attendees: string[]) => by.call('POST /meetings/:meetingId/hold', { meetingId, attendees }),
  conclude: () => by.call('POST /meetings/:meetingId/write-conclusion', { meetingId, outcome: 'agree', text }),
  sign: () => by.call('POST /meetings/:meetingId/sign', { meetingId }),
  cancel: () => by.call('POST /meetings/:meetingId/cancel', { meetingId, reason: '到场的一名人员要回避，重新踏勘。' }),
});
const recuse = (by: Client, caseId: string) =>
  by.call('POST /cases/:caseId/recuse', { caseId, reason: '申请人是亲戚。' });
const stateOf = async (caseId: string) => (await town.supervisor.call('GET /cases/:caseId', { caseId })).state;

/** A visit of two officers on a day, held and written, nobody's signature under it yet. */
async function heldVisit(task: { caseId: string; taskId: string }, startsAt: string, officers: readonly Client[]) {
  const staffIds = officers.map(({ staffId }) => staffId);
  const [by = town.reviewer] = officers;
  const { meetingId } = await by.call('POST /cases/:caseId/tasks/:taskId/meetings', {
    ...{ ...task, startsAt, place: '样例·演示路8号', officers: [{ organId: bureau, staffIds }] },
  });
  await town.at(startsAt.replace('T10', 'T12'));
  await on(by, meetingId).hold(staffIds);
  await on(by, meetingId).conclude();
  return meetingId;
}

test('ALL 34, 回避: on Wednesday 4 March two officers saw the place, on Thursday one withdrew before he signed: the visit is called off and made anew by two others on Monday the 9th, and the case goes on', async () => {
  await publishStages(town, [{ kind: 'SITE_VISIT' }]);
  const task = await caseWithTask(town, 'SITE_VISIT');
  const { caseId } = task;
  const meetingId = await heldVisit(task, '2026-03-04T10:00', [town.reviewer, inspector]);
  await on(town.reviewer, meetingId).sign();
  // As long as his signature can come, what was held is not undone.
  expect((await on(town.reviewer, meetingId).see()).actions).not.toContain('cancel');
  await expect(on(town.reviewer, meetingId).cancel()).rejects.toMatchObject({ code: 'meeting_held', status: 409 });

  await town.at('2026-03-05T09:00');
  await recuse(inspector, caseId);
  await expect(on(inspector, meetingId).sign()).rejects.toMatchObject({ code: 'officer_barred' });
  await expect(
    town.reviewer.call('POST /meetings/:meetingId/record-signature', {
      ...{ meetingId, staffId: inspector.staffId, signature: 'SIGNED', note: '原件在卷。' },
    }),
  ).rejects.toMatchObject({ code: 'officer_barred', facts: { did: 'recused' } });
  const stuck = await on(town.reviewer, meetingId).see();
  expect([stuck.state, stuck.lostSigners]).toEqual(['HELD', [inspector.staffId]]);
  expect(stuck.actions).toContain('cancel');
  // Who withdrew does nothing more, the visit's end included.
  await expect(on(inspector, meetingId).cancel()).rejects.toMatchObject({ code: 'officer_barred' });

  const cancelled = await on(town.reviewer, meetingId).cancel();
  // What was said and signed stays its history, and no paper comes of it.
  expect(cancelled).toMatchObject({ state: 'CANCELLED', outcome: 'agree', text, documents: [] });
  expect(cancelled.moves).toMatchObject([{ act: 'cancel', reason: '到场的一名人员要回避，重新踏勘。' }]);
  expect(cancelled.organParts[0]?.officers.filter(({ signedAt }) => signedAt !== undefined)).toHaveLength(1);
  const chain = await getChain(town.db, town.district, { kind: 'case', id: caseId });
  const row = chain.findLast(({ act }) => act === 'case.meetingCancelled');
  expect(JSON.parse(row?.body ?? '{}')).toMatchObject({
    facts: { meeting: meetingId, ground: 'signerBarred', officerIds: [inspector.staffId] },
  });

  const officers = (one: Client) => [{ organId: bureau, staffIds: [town.reviewer.staffId, one.staffId] }];
  await expect(
    arrange(town, task, { startsAt: '2026-03-09T10:00', officers: officers(inspector) }),
  ).rejects.toMatchObject({
    code: 'officer_barred',
  });
  const plan = await town.reviewer.call('GET /cases/:caseId/tasks/:taskId/meeting-plan', task);
  // A visit that was called off is none: this is the first again.
  expect([plan.visit, plan.blocked]).toEqual([1, undefined]);
  const anew = await heldVisit(task, '2026-03-09T10:00', [town.reviewer, town.decider]);
  await on(town.reviewer, anew).sign();
  expect(await on(town.decider, anew).sign()).toMatchObject({ state: 'CONCLUDED', visit: 1 });
  expect(await stateOf(caseId)).toBe('DECIDING');
  await town.organHead.call('POST /cases/:caseId/decide', { caseId, outcome: 'GRANTED' });
  expect(await stateOf(caseId)).toBe('DELIVERING');
});

test('ALL 55, 回避: the officer who had the task in hand withdraws after the inspection of Wednesday 11 March; a colleague takes it over, calls the inspection off and does it anew', async () => {
  await publishStages(town, [{ kind: 'INSPECTION' }]);
  const task = await caseWithTask(town, 'INSPECTION');
  const { caseId } = task;
  const meetingId = await heldVisit(task, '2026-03-11T10:00', [town.reviewer, town.decider]);
  await recuse(town.reviewer, caseId);
  await inspector.call('POST /cases/:caseId/sign-for', { caseId });
  await expect(
    inspector.call('POST /cases/:caseId/tasks/:taskId/meetings', {
      ...{ ...task, startsAt: '2026-03-12T10:00', place: '样例' },
      officers: [{ organId: bureau, staffIds: [inspector.staffId, town.decider.staffId] }],
    }),
  ).rejects.toMatchObject({ code: 'meeting_open' });
  expect((await on(inspector, meetingId).cancel()).state).toBe('CANCELLED');
  const anew = await heldVisit(task, '2026-03-12T10:00', [inspector, town.decider]);
  for (const by of [inspector, town.decider]) await on(by, anew).sign();
  expect(await stateOf(caseId)).toBe('DECIDING');
});

test('ALL 48(3), 48(5), 回避: the chair of a hearing withdraws after it on Tuesday 24 March; nobody signs in his place, so it is called off and heard anew under another', async () => {
  // Seven working days after Friday 13 March: Tuesday the 24th.
  await town.at('2026-03-13T09:00');
  await publishStages(town, [{ kind: 'HEARING' }]);
  const task = await caseWithTask(town, 'HEARING');
  const { caseId } = task;
  const heard = async (startsAt: string, chair: Client) => {
    const { meetingId } = await arrange(town, task, { startsAt, chairId: chair.staffId });
    await serveHearingNotices(town, caseId);
    await town.at(startsAt.replace('T10', 'T12'));
    await on(town.reviewer, meetingId).hold([town.reviewer.staffId, chair.staffId]);
    await on(town.reviewer, meetingId).conclude();
    return meetingId;
  };
  const first = await heard('2026-03-24T10:00', town.decider);
  await expect(on(town.reviewer, first).cancel()).rejects.toMatchObject({ code: 'meeting_held' });
  await recuse(town.decider, caseId);
  await expect(on(town.reviewer, first).sign()).rejects.toMatchObject({ code: 'chair_signs' });
  await on(town.reviewer, first).cancel();
  const second = await heard('2026-04-02T10:00', inspector);
  expect((await on(inspector, second).sign()).state).toBe('CONCLUDED');
  expect(await stateOf(caseId)).toBe('DECIDING');
});
