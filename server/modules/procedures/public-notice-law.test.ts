import { expect, test } from 'vitest';
import { textOfDocument } from '../../tests/support/filing.ts';
import { publishWay, reviewedLicence } from '../../tests/support/procedures.ts';
import { openTown } from '../../tests/support/town.ts';

const town = await openTown({ on: '2026-03-06T09:00' });
await publishWay(
  town,
  { noticeDays: 5 },
  { promisedLimit: { amount: 15, unit: 'workingDays', basis: { guide: '公共场所卫生许可办事指南' } } },
);
const post = (caseId: string, more: { fromDay?: string } = {}) =>
  town.reviewer.call('POST /cases/:caseId/post-notice', { caseId, content: '拟准予在演示路8号开理发店。', ...more });
const close = (caseId: string) =>
  town.reviewer.call('POST /cases/:caseId/close-notice', {
    caseId,
    opinion: 'agree',
    conclusion: '公示期满，异议不成立。',
  });
const noticeOf = async (caseId: string) =>
  (await town.reviewer.call('GET /cases/:caseId/procedures', { caseId })).notices[0];

test('公示: posted Friday 6 March 2026 for five working days it runs until Friday the 13th; everybody reads it, and it names nobody', async () => {
  const caseId = await reviewedLicence(town);
  await expect(post(caseId, { fromDay: '2026-03-05' })).rejects.toMatchObject({ code: 'backdated' });
  await expect(close(caseId)).rejects.toMatchObject({ code: 'notice_not_posted' });
  const { documentIds } = await post(caseId);
  const { notices } = await town.visitor.call('GET /public-notices', {});
  expect(notices).toMatchObject([{ fromDay: '2026-03-06', untilDay: '2026-03-13', open: true }]);
  for (const shown of [JSON.stringify(notices), await textOfDocument(town, documentIds[0])]) {
    expect(shown).not.toContain('王老板');
    expect(shown).toContain('拟准予在演示路8号开理发店');
  }
  await expect(post(caseId)).rejects.toMatchObject({ code: 'notice_posted' });

  await town.at('2026-03-13T23:00');
  await expect(close(caseId)).rejects.toMatchObject({ code: 'notice_running', facts: { day: '2026-03-13' } });
  await town.at('2026-03-16T09:00');
  expect((await close(caseId)).state).toBe('DECIDING');
  const [after] = (await town.visitor.call('GET /public-notices', {})).notices;
  expect(after).toMatchObject({ open: false });
});

test('公示: a resident objects once, somebody else at the window; the notice ends only when both were answered, and each reads his own answer alone', async () => {
  const caseId = await reviewedLicence(town);
  await post(caseId);
  const noticeId = (await noticeOf(caseId))?.noticeId ?? '';
  const [neighbour, other] = [await town.resident(), await town.resident()];
  const objection = { noticeId, name: '样例·邻居', phone: '13000000066', text: '夜里太吵。' };
  await neighbour.call('POST /my/public-notices/:noticeId/objections', objection);
  await expect(neighbour.call('POST /my/public-notices/:noticeId/objections', objection)).rejects.toMatchObject({
    code: 'objection_given',
  });
  await town.clerk.call('POST /public-notices/:noticeId/objections', {
    noticeId,
    name: '样例·老人',
    text: '通道太窄。',
  });
  const [first, second] = (await noticeOf(caseId))?.objections ?? [];
  expect([first?.channel, second?.channel]).toEqual(['ONLINE', 'WINDOW']);

  await town.at('2026-03-24T09:00');
  await expect(
    other.call('POST /my/public-notices/:noticeId/objections', { ...objection, text: '晚了。' }),
  ).rejects.toMatchObject({ code: 'notice_over' });
  await expect(close(caseId)).rejects.toMatchObject({ code: 'objections_unanswered', facts: { count: 2 } });
  const answer = (objectionId: string, text: string) =>
    town.reviewer.call('POST /cases/:caseId/answer-objection', { caseId, objectionId, text });
  await answer(first?.objectionId ?? '', '晚上十点以后不营业。');
  await expect(answer(first?.objectionId ?? '', '再答一次。')).rejects.toMatchObject({ code: 'objection_answered' });
  await answer(second?.objectionId ?? '', '通道符合标准。');
  expect(await neighbour.call('GET /my/public-notices/:noticeId/objection', { noticeId })).toMatchObject({
    objection: { text: '夜里太吵。', answer: '晚上十点以后不营业。' },
  });
  expect(await other.call('GET /my/public-notices/:noticeId/objection', { noticeId })).toEqual({});
  expect((await close(caseId)).state).toBe('DECIDING');
});
