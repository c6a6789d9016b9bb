import { expect, test } from 'vitest';
import { arrange, caseWithTask, publishStages, serveHearingNotices } from '../../tests/support/meetings.ts';
import { openTown } from '../../tests/support/town.ts';

// One matter from Monday 16 March 2026 on; the tests stand in the order of its days.
const town = await openTown({ on: '2026-03-16T09:00' });
await publishStages(town, [{ kind: 'HEARING' }]);
const task = await caseWithTask(town, 'HEARING');
const { caseId } = task;
const neighbour = '样例·邻居李某';
const told = await town.reviewer.call('POST /cases/:caseId/tasks/:taskId/notify-hearing', {
  ...{ ...task, matter: '经营场所的噪声可能影响邻居。', interestedParties: [neighbour] },
});
const { hearing } = told;
const asked = await town.clerk.call('POST /cases/:caseId/tasks/:taskId/record-hearing-answer', {
  ...{ ...task, answer: 'REQUESTED' as const },
  partyId: hearing?.parties.find(({ name }) => name === neighbour)?.partyId ?? '',
});

const documents = async () => (await town.clerk.call('GET /cases/:caseId', { caseId })).documents;
/** The notices of a hearing that hold now: to the applicant, then to the neighbour. */
const notices = async () =>
  (await documents()).filter(({ kind, overtaken }) => kind === 'hearingNotice' && overtaken === undefined);
const serve = (documentId = '', more: { method: 'DIRECT' } | { method: 'MAIL'; day: string } = { method: 'DIRECT' }) =>
  town.clerk.call('POST /cases/:caseId/serve-document', {
    ...{ caseId, documentId, receiver: 'applicant', ...more },
    ...(more.method === 'MAIL' && { carrier: '中国邮政', trackingNumber: 'EA1CN' }),
  });

let meetingId = '';
const see = () => town.reviewer.call('GET /meetings/:meetingId', { meetingId });
const standings = async () =>
  (await see()).announcement?.notices.map(({ addressee, servedDay, standing }) => [addressee, servedDay, standing]);
const hold = () =>
  town.reviewer.call('POST /meetings/:meetingId/hold', {
    ...{ meetingId, attendees: [town.reviewer.staffId, town.decider.staffId] },
  });
const postpone = (startsAt: string) =>
  town.reviewer.call('POST /meetings/:meetingId/postpone', { meetingId, startsAt, reason: '通知没有按时送到。' });

test('ALL 48(1): a hearing of Thursday 2 April, announced on Friday 20 March, is not held while the neighbour’s notice was never served; by Tuesday the 24th he could be told in time', async () => {
  // Twenty working days after Monday 16 March, Qingming left out.
  expect(asked.holdLastDay).toBe('2026-04-14');
  await town.at('2026-03-20T09:00');
  ({ meetingId } = await arrange(town, task, { startsAt: '2026-04-02T10:00', chairId: town.decider.staffId }));
  expect((await see()).announcement?.lastDay).toBe('2026-03-24');
  expect(await standings()).toEqual([
    [undefined, undefined, 'awaited'],
    [neighbour, undefined, 'awaited'],
  ]);
  await town.at('2026-03-24T16:00');
  await serve((await notices())[0]?.documentId);
  await town.at('2026-03-25T09:00');
  expect(await standings()).toEqual([
    [undefined, '2026-03-24', 'inTime'],
    [neighbour, undefined, 'missed'],
  ]);
  // It is known before the day, so that there is time to set another.
  const untold = { code: 'hearing_untold', facts: { names: neighbour, day: '2026-03-24' } };
  expect((await see()).blocked).toContainEqual({ act: 'hold', ...untold });
  await town.at('2026-04-02T11:00');
  await expect(hold()).rejects.toMatchObject({ status: 409, ...untold });
});

test('ALL 48(1): postponed to Tuesday 14 April both are told anew; the neighbour’s letter of Friday the 3rd comes a day too late', async () => {
  await postpone('2026-04-14T10:00');
  expect((await documents()).map(({ overtaken }) => overtaken).filter(Boolean)).toHaveLength(2);
  // The applicant had the first notice, and needs the new one all the same.
  expect(await standings()).toEqual([
    [undefined, undefined, 'awaited'],
    [neighbour, undefined, 'awaited'],
  ]);
  expect((await see()).announcement?.lastDay).toBe('2026-04-02');
  const [own, other] = await notices();
  await serve(own?.documentId);
  await town.at('2026-04-07T09:00');
  await serve(other?.documentId, { method: 'MAIL', day: '2026-04-03' });
  expect(await standings()).toEqual([
    [undefined, '2026-04-02', 'inTime'],
    [neighbour, '2026-04-03', 'late'],
  ]);
  await expect(hold()).rejects.toMatchObject({
    code: 'hearing_told_late',
    facts: { names: neighbour, day: '2026-04-02' },
  });
});

test('ALL 47, 48(1): on Tuesday 7 April no day is left within the twenty working days; it is heard late, on Thursday the 16th, rather than unannounced or never', async () => {
  await expect(postpone('2026-04-14T10:00')).rejects.toMatchObject({
    ...{ code: 'hearing_notice_short', facts: { day: '2026-04-16' } },
  });
  await postpone('2026-04-16T10:00');
  await serveHearingNotices(town, caseId);
  await town.at('2026-04-16T11:00');
  expect(await hold()).toMatchObject({ state: 'HELD', day: '2026-04-16', hearing: { holdLastDay: '2026-04-14' } });
  const said = { meetingId, outcome: 'agree', text: '主持人：现在开始听证。' } as const;
  await town.reviewer.call('POST /meetings/:meetingId/write-conclusion', said);
  expect((await town.decider.call('POST /meetings/:meetingId/sign', { meetingId })).state).toBe('CONCLUDED');
});

test('ALL 48(1), 实施条例 39: the notices that were overtaken stay in the archive; the one that never reached the neighbour need not be served any more', async () => {
  await town.organHead.call('POST /cases/:caseId/decide', { caseId, outcome: 'GRANTED' });
  await town.settle();
  for (const { documentId, kind, served, overtaken } of await documents())
    if (
      !served &&
      !overtaken &&
      (kind === 'acceptanceNotice' || kind === 'hearingRightsNotice' || kind === 'grantDecision')
    )
      await serve(documentId);
  await town.settle();
  const unserved = (await documents()).filter(({ overtaken, served }) => overtaken === 'postponed' && !served);
  expect(unserved.map(({ addressee }) => addressee)).toEqual([neighbour]);
  // Ten working days after Thursday 16 April, the May holiday between.
  await town.at('2026-05-09T09:00');
  const { archives } = await town.archivist.call('GET /archives', {});
  const { archiveId = '' } = archives.find((archive) => archive.caseId === caseId) ?? {};
  const { state, report, entries } = await town.archivist.call('GET /archives/:archiveId', { archiveId });
  expect([state, report.flatMap(({ faults }) => faults)]).toEqual(['ARCHIVED', []]);
  expect(entries.filter(({ title }) => title === '听证通知书')).toHaveLength(6);
});
