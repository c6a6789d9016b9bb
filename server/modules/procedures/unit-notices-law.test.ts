import { expect, test } from 'vitest';
import { acceptedCase, publishParallel, tasksOf } from '../../tests/support/parallel.ts';
import { openTown } from '../../tests/support/town.ts';

// A Friday. Two departments post a notice each, side by side.
const town = await openTown({ on: '2026-03-06T09:00' });
const limit = { amount: 5, unit: 'workingDays' } as const;
await publishParallel(town, [
  {
    tasks: {
      health: { organ: 'bureau', kind: 'PUBLIC_NOTICE', limit },
      appearance: { organ: 'partner', kind: 'PUBLIC_NOTICE', limit },
    },
  },
]);
const caseId = await acceptedCase(town);
const { health, appearance } = await tasksOf(town, caseId);
const [bureau, partner] = [
  { who: town.reviewer, taskId: health?.taskId ?? '' },
  { who: town.partnerReviewer, taskId: appearance?.taskId ?? '' },
];
for (const { who, taskId } of [bureau, partner])
  await who.call('POST /cases/:caseId/post-notice', { caseId, taskId, content: '拟准予在演示路8号开理发店。' });
const noticesOf = async () => (await town.supervisor.call('GET /cases/:caseId/procedures', { caseId })).notices;
const noticeOf = async (taskId: string) => {
  const found = (await noticesOf()).find((notice) => notice.taskId === taskId);
  if (found === undefined) throw new Error('The unit posted a notice.');
  return found;
};

test('公示: of two units each posts, answers and closes its own notice, and nobody the other’s', async () => {
  const neighbour = await town.resident();
  const [own, other] = [await noticeOf(bureau.taskId), await noticeOf(partner.taskId)];
  // One person may object to both: they are two matters.
  for (const { noticeId } of [own, other])
    await neighbour.call('POST /my/public-notices/:noticeId/objections', {
      noticeId,
      name: '样例·邻居',
      text: '太吵。',
    });
  const objectionOf = async (taskId: string) => (await noticeOf(taskId)).objections[0]?.objectionId ?? '';
  const [toBureau, toPartner] = [await objectionOf(bureau.taskId), await objectionOf(partner.taskId)];
  expect(toBureau).not.toBe(toPartner);
  const answer = (who: typeof town.reviewer, objectionId: string) =>
    who.call('POST /cases/:caseId/answer-objection', { caseId, objectionId, text: '已经核实。' });
  for (const [who, objectionId] of [
    [bureau.who, toPartner],
    [partner.who, toBureau],
  ] as const)
    await expect(answer(who, objectionId)).rejects.toMatchObject({ status: expect.toBeOneOf([403, 404]) });
  expect((await noticesOf()).flatMap(({ objections }) => objections.map((one) => one.answer))).toEqual([
    undefined,
    undefined,
  ]);
  await answer(bureau.who, toBureau);

  await town.at('2026-03-16T09:00');
  const close = ({ who }: typeof bureau, taskId: string) =>
    who.call('POST /cases/:caseId/close-notice', { caseId, taskId, opinion: 'agree', conclusion: '公示期满。' });
  await expect(close(partner, bureau.taskId)).rejects.toMatchObject({ status: expect.toBeOneOf([403, 404]) });
  // What lies unanswered with the partner holds up the partner alone.
  expect((await close(bureau, bureau.taskId)).state).toBe('IN_REVIEW');
  await expect(close(partner, partner.taskId)).rejects.toMatchObject({
    code: 'objections_unanswered',
    facts: { count: 1 },
  });
  await answer(partner.who, toPartner);
  expect((await close(partner, partner.taskId)).state).toBe('DECIDING');
});
