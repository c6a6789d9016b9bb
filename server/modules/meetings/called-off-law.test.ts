import { expect, test } from 'vitest';
import { messagesOf } from '../../tests/support/filing.ts';
import { arrange, caseWithTask, publishStages } from '../../tests/support/meetings.ts';
import { openTown } from '../../tests/support/town.ts';

// From Monday 2 March 2026 on; the tests stand in the order of its days.
const town = await openTown({ on: '2026-03-02T09:00' });
const neighbour = '样例·邻居李某';
const reason = '会议室停电。';

type Task = Awaited<ReturnType<typeof caseWithTask>>;

async function taskToMeet(kind: 'HEARING' | 'SITE_VISIT' | 'JOINT_REVIEW'): Promise<Task> {
  await publishStages(town, [{ kind }]);
  return caseWithTask(town, kind, { phone: '13000000401' });
}

/** A neighbour asked; the hearing is on Monday 16 March. */
async function hearingArranged(): Promise<Task & { meetingId: string }> {
  const task = await taskToMeet('HEARING');
  const { hearing } = await town.reviewer.call('POST /cases/:caseId/tasks/:taskId/notify-hearing', {
    ...{ ...task, matter: '经营场所的噪声可能影响邻居。', interestedParties: [neighbour] },
  });
  await town.clerk.call('POST /cases/:caseId/tasks/:taskId/record-hearing-answer', {
    ...{ ...task, answer: 'REQUESTED' as const },
    partyId: hearing?.parties.find(({ role }) => role === 'interestedParty')?.partyId ?? '',
  });
  const { meetingId } = await arrange(town, task, { startsAt: '2026-03-16T10:00', chairId: town.decider.staffId });
  return { ...task, meetingId };
}

const noticesOf = async (caseId: string) =>
  (await town.clerk.call('GET /cases/:caseId', { caseId })).documents.filter(({ kind }) => kind === 'hearingNotice');
const callOff = (meetingId: string) => town.reviewer.call('POST /meetings/:meetingId/cancel', { meetingId, reason });

test('ALL 48: a hearing of Monday 16 March is called off: the applicant is told by message that he need not come; the neighbour, told by a letter, is named to whoever tells him', async () => {
  const { caseId, taskId, meetingId } = await hearingArranged();
  const [, letter] = await noticesOf(caseId);
  await town.clerk.call('POST /cases/:caseId/serve-document', {
    ...{ caseId, documentId: letter?.documentId ?? '', receiver: 'applicant', method: 'MAIL' },
    ...{ carrier: '中国邮政', trackingNumber: 'EA1CN' },
  });
  await callOff(meetingId);
  const told = (await messagesOf(town, caseId)).find((text) => text.includes('取消')) ?? '';
  expect(told).toMatch(/原定3月16日（星期一）的听证取消了，您不用来。/);
  // Neither the reason nor the neighbour is the message's business.
  expect(told).not.toMatch(/停电|邻居/);
  const after = await noticesOf(caseId);
  expect(after.map(({ addressee, overtaken, service }) => [addressee, overtaken, service?.method])).toEqual([
    [undefined, 'calledOff', undefined],
    [neighbour, 'calledOff', 'MAIL'],
  ]);
  await arrange(town, { caseId, taskId }, { startsAt: '2026-03-17T10:00', chairId: town.decider.staffId });
  expect((await noticesOf(caseId)).map(({ overtaken }) => overtaken)).toEqual([
    ...['calledOff', 'calledOff'],
    ...[undefined, undefined],
  ]);
});

test('ALL 48, 改派: another organ hears instead; with its own appointment that of the first is called off, and the applicant is told of both', async () => {
  const { caseId, taskId } = await hearingArranged();
  await town.decider.call('POST /cases/:caseId/reassign-task', {
    ...{ caseId, taskId, organId: town.organs.partner, reason: '由主管部门组织听证。' },
  });
  await town.partnerReviewer.call('POST /cases/:caseId/sign-for', { caseId });
  await town.partnerReviewer.call('POST /cases/:caseId/tasks/:taskId/meetings', {
    ...{ caseId, taskId, startsAt: '2026-03-18T10:00', place: '样例·演示路9号', chairId: town.partnerDecider.staffId },
  });
  const told = await messagesOf(town, caseId);
  expect(told).toContainEqual(expect.stringContaining('原定3月16日（星期一）的听证取消了'));
  expect(told).toContainEqual(expect.stringContaining('定于3月18日（星期三）举行听证'));
});

test('ALL 48, 终止: the matter ends before its hearing, and who was to come is told', async () => {
  const { caseId } = await hearingArranged();
  await town.decider.call('POST /cases/:caseId/terminate', {
    ...{ caseId, ground: 'objectGone', reason: '店面已经拆除。', returned: [] },
  });
  expect(await messagesOf(town, caseId)).toContainEqual(expect.stringContaining('原定3月16日（星期一）的听证取消了'));
});

test('ALL 34: nobody waits on site for a visit that was called off; a meeting among offices, of which the applicant heard nothing, is no message', async () => {
  const visit = await taskToMeet('SITE_VISIT');
  await callOff((await arrange(town, visit)).meetingId);
  expect(await messagesOf(town, visit.caseId)).toContainEqual(
    expect.stringContaining('原定3月4日（星期三）到现场查看，现在取消了，您不用等。'),
  );
  const review = await taskToMeet('JOINT_REVIEW');
  const { meetingId } = await arrange(town, review);
  const before = await messagesOf(town, review.caseId);
  await callOff(meetingId);
  expect(await messagesOf(town, review.caseId)).toEqual(before);
});
