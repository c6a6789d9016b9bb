import { expect, test } from 'vitest';
import { messagesOf, textOfDocument } from '../../tests/support/filing.ts';
import { acceptedLicence, publishWay } from '../../tests/support/procedures.ts';
import { openTown } from '../../tests/support/town.ts';

const town = await openTown({ on: '2026-03-09T09:00' });
const day = (date: string) => town.at(`${date}T10:00`);
const dueDays = async (caseId: string) => {
  const { statutoryDueDay, promisedDueDay, state } = await town.reviewer.call('GET /cases/:caseId', { caseId });
  return { statutoryDueDay, promisedDueDay, state };
};
const start = (caseId: string, ground: 'expertReview' | 'siteVisit' | 'publicNotice', neededDays = 3) =>
  town.reviewer.call('POST /cases/:caseId/start-procedure', { caseId, ground, neededDays, reason: '需要专家论证。' });
const end = (caseId: string, on?: string) =>
  town.reviewer.call('POST /cases/:caseId/end-procedure', {
    caseId,
    result: '专家意见：可行。',
    ...(on && { day: on }),
  });

test('R-2.14, ALL 45: accepted Monday 9 March 2026, notice of expert review on Wednesday the 11th, result on Monday the 16th: ten promised days end on Thursday the 26th, the 20 of the law on Friday 10 April', async () => {
  const caseId = await acceptedLicence(town);
  expect(await dueDays(caseId)).toEqual({
    statutoryDueDay: '2026-04-07',
    promisedDueDay: '2026-03-23',
    state: 'ACCEPTED',
  });
  await day('2026-03-11');
  const { documentIds, state } = await start(caseId, 'expertReview');
  expect(state).toBe('SPECIAL_PROCEDURE');
  const text = await textOfDocument(town, documentIds[0]);
  for (const said of ['专家评审', '行政许可法', '第四十五条', '3个工作日', '2026年3月11日', '不计入'])
    expect(text).toContain(said);
  // While it lasts the limit moves by the time that the applicant was told.
  expect(await dueDays(caseId)).toMatchObject({ promisedDueDay: '2026-03-26' });

  await day('2026-03-16');
  await expect(end(caseId, '2026-03-13')).rejects.toMatchObject({ code: 'backdated', fields: [{ field: 'day' }] });
  expect((await end(caseId)).state).toBe('ACCEPTED');
  expect(await dueDays(caseId)).toEqual({
    statutoryDueDay: '2026-04-10',
    promisedDueDay: '2026-03-26',
    state: 'ACCEPTED',
  });
  const { explanation, story } = await town.reviewer.call('GET /cases/:caseId', { caseId });
  expect(explanation?.summary.pauses).toMatchObject([
    { ground: 'expertReview', noticeDay: '2026-03-11', resumedDay: '2026-03-16', fromDay: '2026-03-12', days: 3 },
  ]);
  expect(story.map(({ act }) => act)).toEqual(expect.arrayContaining(['case.procedureStarted', 'case.procedureEnded']));
  await town.settle();
  const told = (await messagesOf(town, caseId)).join('|');
  for (const said of ['专家评审，需要3个工作日', '专家评审已经完成']) expect(told).toContain(said);
});

test('R-2.14, ALL 45: a site visit counts, for the article does not name it and the item’s process gives no law of its own', async () => {
  const caseId = await acceptedLicence(town);
  await expect(start(caseId, 'siteVisit')).rejects.toMatchObject({
    code: 'pause_without_ground',
    facts: { ground: 'siteVisit' },
  });
  expect((await dueDays(caseId)).state).toBe('ACCEPTED');
});

test('R-2.14: where the item’s process names the article of its own law, a site visit stops the clock, and notice and explanation name it', async () => {
  await publishWay(town, { visitArticle: '第九条' });
  const caseId = await acceptedLicence(town);
  const before = await dueDays(caseId);
  const { documentIds } = await start(caseId, 'siteVisit', 2);
  const notice = await textOfDocument(town, documentIds[0]);
  expect(notice).toContain('根据《样例条例》第九条的规定');
  expect(notice).not.toContain('第四十五条');
  await day('2026-03-17');
  await end(caseId);
  const after = await dueDays(caseId);
  expect(after.promisedDueDay?.localeCompare(before.promisedDueDay ?? '')).toBe(1);
  const { explanation } = await town.reviewer.call('GET /cases/:caseId', { caseId });
  expect(explanation?.summary.pauses[0]?.basis).toEqual({ law: '样例条例', article: '第九条' });
});

test('R-2.14: one procedure at a time; a paused case is neither decided nor paused again, and it can be withdrawn', async () => {
  const caseId = await acceptedLicence(town);
  await start(caseId, 'expertReview');
  await expect(start(caseId, 'expertReview')).rejects.toMatchObject({ code: 'case_moved_on' });
  await expect(town.decider.call('POST /cases/:caseId/decide', { caseId, outcome: 'GRANTED' })).rejects.toMatchObject({
    code: 'case_moved_on',
  });
  await end(caseId);
  await expect(end(caseId)).rejects.toMatchObject({ code: 'case_moved_on' });
});

test('R-2.14: the tasks’ own limits stand still with the case’s', async () => {
  const caseId = await acceptedLicence(town);
  const signDue = async () => (await town.reviewer.call('GET /cases/:caseId', { caseId })).tasks[0]?.signDueDay;
  const before = await signDue();
  await start(caseId, 'expertReview', 5);
  const meanwhile = await signDue();
  expect(before !== undefined && meanwhile !== undefined && meanwhile > before).toBe(true);
  await end(caseId);
  expect(await signDue()).toBe(before);
});

test('R-2.14, ALL 45: a procedure that takes longer than was told is reported to the organ’s head, once', async () => {
  const caseId = await acceptedLicence(town);
  await start(caseId, 'expertReview', 2);
  await day('2026-03-19');
  expect((await town.organHead.call('GET /heads-work', {})).overlong.map((row) => row.caseId)).not.toContain(caseId);
  await day('2026-03-24');
  expect(await town.organHead.call('GET /heads-work', {})).toMatchObject({
    overlong: [{ caseId, ground: 'expertReview', startedDay: '2026-03-17', expectedDay: '2026-03-19' }],
  });
  const { story } = await town.reviewer.call('GET /cases/:caseId', { caseId });
  expect(story.filter(({ act }) => act === 'case.procedureOverlong')).toHaveLength(1);
});

test('R-2.14: once the limit is over no procedure can stop it', async () => {
  const caseId = await acceptedLicence(town);
  await day('2026-04-30');
  await expect(start(caseId, 'expertReview')).rejects.toMatchObject({ code: 'procedure_too_late' });
});

test('R-2.14: a department that has nothing to do with the case cannot stop it, and a clerk may not', async () => {
  const caseId = await acceptedLicence(town);
  const input = { caseId, ground: 'hearing' as const, neededDays: 3, reason: '听证' };
  await expect(town.partnerReviewer.call('POST /cases/:caseId/start-procedure', input)).rejects.toMatchObject({
    code: 'not_found',
  });
  await expect(town.clerk.call('POST /cases/:caseId/start-procedure', input)).rejects.toMatchObject({
    code: 'not_allowed',
  });
});
