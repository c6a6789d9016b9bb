import { expect, test } from 'vitest';
import { bringToDecision, takeInLicence, textOfDocument } from '../../tests/support/filing.ts';
import { openTown } from '../../tests/support/town.ts';

const town = await openTown({ on: '2026-12-22T09:00' });

const holiday = (zh: string, en: string, ...days: string[]) =>
  days.map((day) => ({ day: `2027-${day}`, kind: 'holiday' as const, name: { zh, en } }));

/** A notice for 2027 as it might read: 元旦 takes the Monday and Tuesday after its weekend too. */
const notice = {
  year: 2027,
  notice: '国务院办公厅关于2027年部分节假日安排的通知（样例）',
  days: [
    ...holiday('元旦', 'New Year', '01-01', '01-02', '01-03', '01-04', '01-05'),
    ...holiday('春节', 'Spring Festival', '02-05', '02-06', '02-07', '02-08'),
    ...holiday('清明节', 'Tomb-sweeping Day', '04-05'),
    ...holiday('劳动节', 'Labour Day', '05-01', '05-02'),
    ...holiday('端午节', 'Dragon Boat Festival', '06-09'),
    ...holiday('中秋节', 'Mid-Autumn Festival', '09-15'),
    ...holiday('国庆节', 'National Day', '10-01', '10-02', '10-03'),
  ],
};

const seenBy = (caseId: string) => town.supervisor.call('GET /cases/:caseId', { caseId });

test('domain §2.6: while the holidays of 2027 are not published, days in it are provisional and the paper says so', async () => {
  const { caseId } = await takeInLicence(town, town.clerk);
  const accepted = await town.clerk.call('POST /cases/:caseId/accept', { caseId });
  // Accepted Tuesday 12-22: seven working days are left of the year, 元旦 is not counted, day 10 is Wednesday 01-06.
  expect(accepted.due).toMatchObject({ day: '2027-01-06', provisional: true });
  const text = await textOfDocument(town, accepted.documentIds[0]);
  expect(text).toContain('。2027年的放假安排尚未公布，涉及的日期为暂算');
  expect(text).not.toContain('2026年的放假安排');
});

test('domain §2.6: when the notice is taken in, open cases, their tasks and their explanations move together', async () => {
  const inCheck = await takeInLicence(town, town.clerk);
  const inDecision = await takeInLicence(town, town.clerk);
  await bringToDecision(town, inDecision.caseId);
  await town.at('2026-12-28T09:00');
  const late = await takeInLicence(town, town.secondClerk);
  expect(late.due).toMatchObject({ purpose: 'answer', day: '2027-01-05', provisional: true });

  await town.admin.call('POST /calendar/years', notice);
  await town.settle();

  const decision = await seenBy(inDecision.caseId);
  expect(decision).toMatchObject({
    promisedDueDay: '2027-01-08',
    due: { purpose: 'decision', day: '2027-01-08', provisional: false },
    explanation: { dueDay: '2027-01-08', provisional: false },
  });
  expect(decision.tasks.find(({ kind }) => kind === 'DECISION')?.due?.day).toBe('2027-01-08');
  const answer = await seenBy(late.caseId);
  expect(answer.due).toMatchObject({ purpose: 'answer', day: '2027-01-07', provisional: false });
  expect(answer.statutoryDueDay).toBeUndefined();
  expect((await seenBy(inCheck.caseId)).due).toMatchObject({ day: '2026-12-29', provisional: false });
});

test('R-2.5 by the new calendar: silence accepts on the day that the notice makes it, not on the one first planned', async () => {
  const { rows } = await town.clerk.call('GET /worklist', { queue: 'toCheck' });
  const late = rows.find(({ due }) => due?.day === '2027-01-07');
  await town.at('2027-01-06T12:00');
  expect((await seenBy(late?.caseId ?? '')).state).toBe('RECEIVED');
  await town.at('2027-01-08T00:00');
  expect(await seenBy(late?.caseId ?? '')).toMatchObject({
    state: 'ACCEPTED',
    deemedAccepted: true,
    acceptedDay: '2026-12-28',
  });
});
