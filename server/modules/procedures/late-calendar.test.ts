import { expect, test } from 'vitest';
import { publishWay, reviewedLicence } from '../../tests/support/procedures.ts';
import { openTown } from '../../tests/support/town.ts';
import { statutoryHolidays } from '../deadlines/calendar.rules.ts';

const town = await openTown({ on: '2026-12-28T09:00' });

test('公示: a holiday notice that comes late moves the last day of a notice that is open, and the limits of the case and its task', async () => {
  const promisedLimit = { amount: 15, unit: 'workingDays', basis: { guide: '公共场所卫生许可办事指南' } } as const;
  await publishWay(town, { noticeDays: 5 }, { promisedLimit });
  const caseId = await reviewedLicence(town);
  await town.reviewer.call('POST /cases/:caseId/post-notice', { caseId, content: '拟准予。' });
  const noticeOf = async () => (await town.reviewer.call('GET /cases/:caseId/procedures', { caseId })).notices[0];
  expect(await noticeOf()).toMatchObject({ untilDay: '2027-01-05', provisional: true });
  const taskDue = async () =>
    (await town.reviewer.call('GET /cases/:caseId', { caseId })).tasks.find(({ kind }) => kind === 'PUBLIC_NOTICE')?.due
      ?.day;
  const before = await taskDue();
  const name = { zh: '元旦', en: 'New Year’s Day' };
  await town.admin.call('POST /calendar/years', {
    year: 2027,
    notice: '样例通知',
    days: [...statutoryHolidays(2027), { day: '2027-01-04', kind: 'holiday', name }],
  });
  await town.settle();
  expect(await noticeOf()).toMatchObject({ untilDay: '2027-01-06', provisional: false });
  expect([before, await taskDue()]).toEqual(['2027-01-06', '2027-01-07']);
  const { story, explanation } = await town.reviewer.call('GET /cases/:caseId', { caseId });
  const moved = story.find(({ act }) => act === 'case.dueDayMoved');
  expect(moved?.facts).toMatchObject({ year: 2027, fromDay: explanation?.summary.moves[0]?.fromDay });
  expect(explanation?.summary.moves).toMatchObject([
    { movedDay: '2026-12-28', toDay: explanation?.dueDay, basis: { notice: '样例通知', year: 2027 } },
  ]);
});
