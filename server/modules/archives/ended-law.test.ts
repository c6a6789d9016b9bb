import { expect, test } from 'vitest';
import { getChain } from '../../platform/ledger/index.ts';
import { bringTo } from '../../tests/authorisation/cases.ts';
import { arrange } from '../../tests/support/meetings.ts';
import { acceptedCase, publishParallel, tasksOf } from '../../tests/support/parallel.ts';
import { openTown } from '../../tests/support/town.ts';

// A Friday. Three tasks side by side: a meeting, a public notice, a hearing.
const town = await openTown({ on: '2026-03-06T09:00' });
const limit = { amount: 5, unit: 'workingDays' } as const;
await publishParallel(town, [
  {
    tasks: {
      meeting: { organ: 'bureau', kind: 'JOINT_REVIEW' },
      notice: { organ: 'bureau', kind: 'PUBLIC_NOTICE', limit },
      hearing: { organ: 'bureau', kind: 'HEARING' },
    },
  },
]);
const owner = await town.resident();

/** A case in which all three are open: a meeting in a week, a notice with an objection, a right to be heard. */
async function underWay(caseId: string) {
  const { meeting, notice, hearing } = await tasksOf(town, caseId);
  for (const task of [meeting, hearing])
    await town.reviewer.call('POST /cases/:caseId/sign-for', { caseId, taskId: task?.taskId ?? '' });
  const taskId = (task: typeof meeting) => ({ caseId, taskId: task?.taskId ?? '' });
  const { meetingId } = await arrange(town, taskId(meeting), { startsAt: '2026-03-13T10:00' });
  await town.reviewer.call('POST /cases/:caseId/post-notice', { ...taskId(notice), content: '拟准予开理发店。' });
  const { notices } = await town.reviewer.call('GET /cases/:caseId/procedures', { caseId });
  const noticeId = notices[0]?.noticeId ?? '';
  await town.clerk.call('POST /public-notices/:noticeId/objections', { noticeId, name: '样例·邻居', text: '太吵。' });
  const told = await town.reviewer.call('POST /cases/:caseId/tasks/:taskId/notify-hearing', {
    ...{ ...taskId(hearing), matter: '样例', interestedParties: [] },
  });
  const partyId = told.hearing?.parties[0]?.partyId ?? '';
  return { caseId, meetingId, noticeId, asking: { ...taskId(hearing), partyId, answer: 'REQUESTED' as const } };
}

const terminate = (caseId: string) =>
  town.decider.call('POST /cases/:caseId/terminate', {
    ...{ caseId, ground: 'objectGone', reason: '店面已经拆除。', returned: [] },
  });
const openClocks = async () => {
  const { rows } = await town.db.pool.query<{ kind: string }>(
    `select subject_kind as kind from clocks where state <> 'stopped'`,
  );
  return rows;
};
const archives = async () => (await town.archivist.call('GET /archives', {})).archives;

const withdrawn = await underWay(await bringTo(town, owner, 'accepted'));
// On paper at the window, so that nothing reaches him electronically.
const terminated = await underWay(await acceptedCase(town));

test.each([
  ['撤回', withdrawn, () => owner.call('POST /my/cases/:caseId/withdraw', { caseId: withdrawn.caseId })],
  ['终止', terminated, () => terminate(terminated.caseId)],
] as const)(
  '%s on Friday 6 March 2026: what is arranged is called off, what is posted closes, nobody asks for a hearing any more',
  async (_, { caseId, meetingId, noticeId, asking }, end) => {
    await end();
    await town.settle();
    expect((await town.reviewer.call('GET /meetings/:meetingId', { meetingId })).state).toBe('CANCELLED');
    expect((await town.visitor.call('GET /public-notices/:noticeId', { noticeId })).open).toBe(false);
    await expect(
      town.clerk.call('POST /cases/:caseId/tasks/:taskId/record-hearing-answer', asking),
    ).rejects.toMatchObject({ status: 409 });
    const refused = town.reviewer.call('POST /meetings/:meetingId/hold', {
      meetingId,
      attendees: [town.reviewer.staffId],
    });
    await expect(refused).rejects.toMatchObject({ status: 409 });
    const chain = await getChain(town.db, town.district, { kind: 'case', id: caseId });
    expect(chain.map(({ act }) => act)).toEqual(expect.arrayContaining(['case.meetingCancelled', 'case.noticeClosed']));
  },
);

test('OGS 12: after both ended no clock of theirs runs; the days of the notice and the hearing go by and change nothing', async () => {
  expect(await openClocks()).toEqual([]);
  const length = async () => (await getChain(town.db, town.district, { kind: 'case', id: terminated.caseId })).length;
  const before = await length();
  await town.at('2026-03-19T09:00');
  expect(await length()).toBe(before);
  expect(await archives()).toEqual([]);
});

test('OGS 12, 实施条例 39: ten working days later, on Friday 20 March 2026, what was withdrawn is packed; what has papers on the board waits until they are served, on Sunday 19 April', async () => {
  const { documents } = await town.clerk.call('GET /cases/:caseId', { caseId: terminated.caseId });
  const told = ['acceptanceNotice', 'hearingRightsNotice', 'terminationNotice'];
  for (const { documentId, kind } of documents)
    if (told.includes(kind))
      await town.clerk.call('POST /cases/:caseId/serve-document', {
        ...{ caseId: terminated.caseId, documentId, method: 'PUBLIC_NOTICE', receiver: 'applicant' },
        ...{ place: '甲镇便民服务中心公告栏', reason: '电话和住址都找不到人' },
      });
  await town.at('2026-03-21T09:00');
  expect((await archives()).map(({ caseId, state }) => [caseId, state])).toEqual([[withdrawn.caseId, 'ARCHIVED']]);
  // Put up on Thursday 19 March, thirty days end on Saturday 18 April.
  await town.at('2026-04-21T09:00');
  const { archiveId = '' } = (await archives()).find(({ caseId }) => caseId === terminated.caseId) ?? {};
  const { state, report } = await town.archivist.call('GET /archives/:archiveId', { archiveId });
  expect([state, report.flatMap(({ faults }) => faults.map(({ code, what }) => [code, what]))]).toEqual([
    'ARCHIVED',
    [],
  ]);
});
