import { expect, test } from 'vitest';
import { takeInLicence } from '../../tests/support/filing.ts';
import { acceptedLicence, publishWay } from '../../tests/support/procedures.ts';
import { openTown } from '../../tests/support/town.ts';
import { type Limit, licensingLimits } from '../deadlines/index.ts';

// The worked examples of domain §2.6 as a case shows them. They stand in the order of their days: a Saturday first, of 元旦.
const town = await openTown({ on: '2026-01-03T10:00' });
const view = (caseId: string) => town.reviewer.call('GET /cases/:caseId', { caseId });
const counted = async (caseId: string) =>
  (await view(caseId)).explanation?.days.filter((day) => day.counted).map(({ day }) => day.slice(5));

/** An application that is accepted today, by a version that promises so much. */
async function promised(amount: number, unit: Limit['unit'] = 'workingDays', statutoryLimit: Limit = usual) {
  await publishWay(town, {}, { statutoryLimit, promisedLimit: { amount, unit, basis: { guide: '样例办事指南' } } });
  return acceptedLicence(town);
}
const usual = licensingLimits.decision;

test('T5: accepted Saturday 3 January 2026, the Sunday is worked and counts; accepted Saturday 14 February, the two Mondays of 春节 do not, and one day ends on Tuesday the 24th', async () => {
  expect((await view(await promised(1))).due?.day).toBe('2026-01-04');
  await town.at('2026-02-14T10:00');
  expect((await view(await promised(1))).due?.day).toBe('2026-02-24');
});

test('ALL 82, R-2.8: accepted Saturday 14 February 2026, the twenty days leave out the nine of 春节, count Saturday the 28th, and end on Friday 20 March', async () => {
  const caseId = await promised(20);
  expect((await counted(caseId))?.slice(0, 6)).toEqual(['02-24', '02-25', '02-26', '02-27', '02-28', '03-02']);
  const { explanation, statutoryDueDay } = await view(caseId);
  expect(statutoryDueDay).toBe('2026-03-20');
  expect(explanation?.summary).toMatchObject({ counts: { holiday: 9 }, makeups: [{ day: '2026-02-28' }] });
});

let extendable: string[] = [];

test('T2: accepted Friday 6 March 2026, twenty working days end on Friday 3 April, four weeks later', async () => {
  await town.at('2026-03-06T10:00');
  extendable = [await promised(20), await promised(20)];
  for (const caseId of extendable) expect((await view(caseId)).statutoryDueDay).toBe('2026-04-03');
});

test('T4: accepted Saturday 7 March 2026 by weekend service, three working days end on Wednesday the 11th', async () => {
  await town.at('2026-03-07T10:00');
  const caseId = await promised(3);
  expect(await counted(caseId)).toEqual(['03-09', '03-10', '03-11']);
  expect(await view(caseId)).toMatchObject({ acceptedDay: '2026-03-07', due: { day: '2026-03-11' } });
});

test('T3: accepted Monday 9 March 2026 with five days promised, notice of expert review on Wednesday, result next Monday: due Thursday the 19th', async () => {
  await town.at('2026-03-09T10:00');
  const caseId = await promised(5);
  await town.at('2026-03-11T10:00');
  await town.reviewer.call('POST /cases/:caseId/start-procedure', {
    ...{ caseId, ground: 'expertReview', neededDays: 3, reason: '需要专家论证。' },
  });
  await town.at('2026-03-16T10:00');
  await town.reviewer.call('POST /cases/:caseId/end-procedure', { caseId, result: '可行。' });
  expect(await counted(caseId)).toEqual(['03-10', '03-11', '03-17', '03-18', '03-19']);
  expect((await view(caseId)).due?.day).toBe('2026-03-19');
});

test('T1, §2.3(b): received Thursday 19 March 2026, the notice is due by the end of Thursday the 26th; on Friday at 00:00 it is accepted as of the 19th, and six of its twenty days are begun', async () => {
  await town.at('2026-03-19T10:00');
  await promised(20);
  const { caseId, due } = await takeInLicence(town, town.clerk);
  expect(due).toMatchObject({ purpose: 'answer', day: '2026-03-26', light: 'green' });
  const lit = async (at: string) => {
    await town.at(at);
    return (await town.clerk.call('GET /cases/:caseId', { caseId })).due?.light;
  };
  // The window is warned on the third and the fourth day, and on the last.
  expect(await lit('2026-03-23T09:00')).toBe('green');
  for (const day of ['24', '25', '26']) expect(await lit(`2026-03-${day}T09:00`), day).toBe('yellow');
  await town.at('2026-03-26T23:59');
  expect((await town.clerk.call('GET /cases/:caseId', { caseId })).state).toBe('RECEIVED');
  await town.at('2026-03-27T00:00');
  expect(await view(caseId)).toMatchObject({
    ...{ state: 'ACCEPTED', acceptedDay: '2026-03-19', deemedAccepted: true, statutoryDueDay: '2026-04-17' },
    due: { light: 'green', workingDaysLeft: 14 },
  });
});

test('CC 201, 203: thirty calendar days from Wednesday 1 April 2026 begin on the 2nd, would end on Labour Day, and end on Wednesday 6 May', async () => {
  await town.at('2026-04-01T10:00');
  const limit: Limit = { amount: 30, unit: 'calendarDays', basis: { law: '样例条例', article: '第三条' } };
  const caseId = await promised(30, 'calendarDays', limit);
  const { due, statutoryDueDay, explanation } = await view(caseId);
  expect([due?.day, statutoryDueDay]).toEqual(['2026-05-06', '2026-05-06']);
  expect(explanation?.days[0]).toMatchObject({ day: '2026-04-01', counted: false, reason: 'startDay' });
  expect((await counted(caseId))?.[0]).toBe('04-02');
});

test('T6: ten days more that are approved on the last day, Friday 3 April 2026, are valid and end on Monday the 20th; one day later they are refused', async () => {
  await town.at('2026-04-03T10:00');
  const [inTime = '', late = ''] = extendable;
  const answer = async (caseId: string) => {
    const { extensions } = await town.reviewer.call('GET /cases/:caseId/procedures', { caseId });
    const extensionId = extensions[0]?.extensionId ?? '';
    return town.organHead.call('POST /cases/:caseId/extend', {
      ...{ caseId, extensionId, answer: 'approve', explanation: '核实需要更多时间。' },
    });
  };
  for (const caseId of [inTime, late])
    await town.reviewer.call('POST /cases/:caseId/request-extension', { caseId, days: 10, reason: '还要核实。' });
  await answer(inTime);
  expect((await view(inTime)).statutoryDueDay).toBe('2026-04-20');
  await town.at('2026-04-04T10:00');
  await expect(answer(late)).rejects.toMatchObject({ status: 409 });
  expect(await view(late)).toMatchObject({ statutoryDueDay: '2026-04-03', due: { light: 'red' } });
});

test('半天: four office hours that begin on Thursday 30 April 2026 at 16:30 go over Labour Day and a noon break, and end on Wednesday 6 May at 13:30', async () => {
  await town.at('2026-04-30T16:30');
  const { due, explanation } = await view(await promised(4, 'officeHours'));
  expect(due?.day).toBe('2026-05-06');
  expect(explanation?.dueTime).toBe('2026-05-06T13:30');
  expect(explanation?.days.filter(({ minutes }) => minutes).map(({ day, minutes }) => [day, minutes])).toEqual([
    ['2026-04-30', 30],
    ['2026-05-06', 210],
  ]);
  expect(explanation?.summary.counts.holiday).toBe(5);
});
