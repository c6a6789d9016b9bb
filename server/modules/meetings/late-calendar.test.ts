import { expect, test } from 'vitest';
import { arrange, bureauOfficers, caseWithTask, publishStages } from '../../tests/support/meetings.ts';
import { openTown } from '../../tests/support/town.ts';
import { statutoryHolidays } from '../deadlines/calendar.rules.ts';

const town = await openTown({ on: '2026-12-28T09:00' });

const stateOf = async (caseId: string) => (await town.supervisor.call('GET /cases/:caseId', { caseId })).state;

test('ALL 55, R-2.13: a holiday notice that comes late moves the days of an inspection and of a hearing', async () => {
  await publishStages(town, [{ kind: 'INSPECTION' }]);
  const inspection = await caseWithTask(town, 'INSPECTION');
  const { meetingId, assignLastDay } = await arrange(town, inspection, {
    startsAt: '2026-12-29T10:00',
    officers: [bureauOfficers(town)],
  });
  await publishStages(town, [{ kind: 'HEARING' }]);
  const heard = await caseWithTask(town, 'HEARING');
  const notice = { ...heard, matter: '样例', interestedParties: [] };
  const told = await town.reviewer.call('POST /cases/:caseId/tasks/:taskId/notify-hearing', notice);
  expect([assignLastDay, told.hearing?.requestLastDay]).toEqual(['2027-01-05', '2027-01-05']);
  const name = { zh: '元旦', en: 'New Year’s Day' };
  await town.admin.call('POST /calendar/years', {
    year: 2027,
    notice: '样例通知',
    days: [...statutoryHolidays(2027), { day: '2027-01-04', kind: 'holiday', name }],
  });
  await town.settle();
  expect((await town.reviewer.call('GET /meetings/:meetingId', { meetingId })).assignLastDay).toBe('2027-01-06');
  const plan = await town.reviewer.call('GET /cases/:caseId/tasks/:taskId/meeting-plan', heard);
  expect(plan.hearing?.requestLastDay).toBe('2027-01-06');
  // Within the day that the calendar added it is still in time, and its period does not end before.
  await town.at('2027-01-06T00:30');
  expect(await stateOf(heard.caseId)).toBe('IN_REVIEW');
  await town.at('2027-01-07T00:30');
  expect(await stateOf(heard.caseId)).toBe('DECIDING');
});
