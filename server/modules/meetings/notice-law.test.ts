import { expect, test } from 'vitest';
import { getChain } from '../../platform/ledger/index.ts';
import { arrange, caseWithTask, publishStages } from '../../tests/support/meetings.ts';
import { openTown } from '../../tests/support/town.ts';

// One matter from Monday 16 March 2026 on; its neighbour left, and nobody knows where to. The tests stand in the order of its days.
const town = await openTown({ on: '2026-03-16T09:00' });
await publishStages(town, [{ kind: 'HEARING' }]);
const task = await caseWithTask(town, 'HEARING');
const { caseId } = task;
const neighbour = '样例·邻居李某';
const noticeReason = '样例·邻居李某搬走了，邮寄退回，电话停机。';
const { hearing } = await town.reviewer.call('POST /cases/:caseId/tasks/:taskId/notify-hearing', {
  ...{ ...task, matter: '经营场所的噪声可能影响邻居。', interestedParties: [neighbour] },
});
const asked = await town.clerk.call('POST /cases/:caseId/tasks/:taskId/record-hearing-answer', {
  ...{ ...task, answer: 'REQUESTED' as const },
  partyId: hearing?.parties.find(({ role }) => role === 'applicant')?.partyId ?? '',
});

let meetingId = '';
const see = () => town.reviewer.call('GET /meetings/:meetingId', { meetingId });
const notices = async () => (await see()).announcement?.notices ?? [];
const standings = async () => (await notices()).map(({ standing }) => standing);
const at = (day: string, more: { noticeReason?: string } = {}) =>
  arrange(town, task, { startsAt: `${day}T10:00`, chairId: town.decider.staffId, ...more });
const postpone = (day: string, more: { noticeReason?: string } = {}) =>
  town.reviewer.call('POST /meetings/:meetingId/postpone', {
    ...{ meetingId, startsAt: `${day}T10:00`, reason: '会议室停电。', ...more },
  });
/** The applicant takes his notice over the counter; the neighbour's is put up. */
async function serve(): Promise<void> {
  for (const { documentId, addressee } of await notices())
    await town.clerk.call('POST /cases/:caseId/serve-document', {
      ...{ caseId, documentId, receiver: 'applicant' },
      ...(addressee === undefined
        ? { method: 'DIRECT' as const }
        : { method: 'PUBLIC_NOTICE' as const, place: '石井镇公告栏', reason: noticeReason }),
    });
}

test('ALL 48(1), 民事诉讼法 95: who is told only by public notice on Friday 20 March is told on 20 April; within the twenty working days no day can be right, the first that is is Wednesday the 29th', async () => {
  expect(asked.holdLastDay).toBe('2026-04-14');
  await town.at('2026-03-20T09:00');
  const plan = await town.reviewer.call('GET /cases/:caseId/tasks/:taskId/meeting-plan', task);
  expect(plan).toMatchObject({ earliestDay: '2026-03-31', latestDay: '2026-04-14' });
  // Put up by Friday 3 April at the latest, it serves on 4 May; the May holiday left out, the Saturday worked for it counted.
  expect(plan.byNotice).toEqual({ earliestDay: '2026-04-29', latestDay: '2026-05-13' });
  await expect(at('2026-04-29')).rejects.toMatchObject({ code: 'hearing_too_late', facts: { day: '2026-04-14' } });
  await expect(at('2026-04-28', { noticeReason })).rejects.toMatchObject({
    ...{ status: 422, code: 'hearing_notice_short', facts: { day: '2026-04-29' } },
  });
  await expect(at('2026-05-14', { noticeReason })).rejects.toMatchObject({
    ...{ status: 422, code: 'hearing_beyond_notice', facts: { day: '2026-05-13' } },
  });
});

test('ALL 48(1): a notice that is put up for a day within the twenty is known at once to come too late', async () => {
  ({ meetingId } = await at('2026-04-14'));
  await serve();
  expect((await notices()).map(({ standing, untilDay }) => [standing, untilDay])).toEqual([
    ['inTime', undefined],
    ['missed', '2026-04-19'],
  ]);
  expect((await see()).blocked).toContainEqual({
    ...{ act: 'hold', code: 'hearing_untold', facts: { names: neighbour, day: '2026-04-02' } },
  });
});

test('ALL 47, 48(1): set after the notice, and why is on record: postponed on Monday 23 March to Thursday 7 May, the notice put up that day is in time', async () => {
  await town.at('2026-03-23T09:00');
  await expect(postpone('2026-05-07')).rejects.toMatchObject({ code: 'hearing_too_late' });
  await postpone('2026-05-07', { noticeReason });
  expect(await see()).toMatchObject({ noticeReason, hearing: { holdLastDay: '2026-04-14' }, day: '2026-05-07' });
  const chain = await getChain(town.db, town.district, { kind: 'case', id: caseId });
  const { facts } = JSON.parse(chain.findLast(({ act }) => act === 'case.meetingPostponed')?.body ?? '{}');
  expect(facts).toMatchObject({ byNotice: true, from: '2026-04-14', day: '2026-05-07' });
  // Whose notice it is stands in no fact.
  expect(JSON.stringify(facts)).not.toContain('邻居');
  await serve();
  expect(await standings()).toEqual(['inTime', 'awaited']);
  await town.at('2026-04-23T08:00');
  await town.settle();
  expect((await notices()).map(({ standing, servedDay }) => [standing, servedDay])).toEqual([
    ['inTime', '2026-03-23'],
    ['inTime', '2026-04-23'],
  ]);
  await town.at('2026-05-07T11:00');
  const attendees = [town.reviewer.staffId, town.decider.staffId];
  expect(await town.reviewer.call('POST /meetings/:meetingId/hold', { meetingId, attendees })).toMatchObject({
    ...{ state: 'HELD', noticeReason },
  });
});
