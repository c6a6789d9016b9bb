import { describe, expect, test } from 'vitest';
import type { Sent } from '../../../contract/cases.ts';
import { sampleNumber } from '../../demo/residents.ts';
import { licenceAnswers, licencePapers } from '../../tests/support/applications.ts';
import { atStation, textOfDocument } from '../../tests/support/filing.ts';
import { publishChange } from '../../tests/support/steps.ts';
import { openTown } from '../../tests/support/town.ts';

// The tests stand in the order of their days. A Monday; the weeks around it are without a holiday.
const town = await openTown({ on: '2026-03-09T09:00' });
const view = (caseId: string) => town.clerk.call('GET /cases/:caseId', { caseId });

const letter = (number: number, sent: Sent) => ({
  itemId: town.items.hygieneLicence,
  sent,
  applicant: { name: '样例·王老板', residentNumber: sampleNumber(number), regionId: town.regions.village },
  answers: licenceAnswers,
  materials: licencePapers.map((key) => ({ key, received: true, originals: 0, copies: 1, fileIds: [] })),
  deliveryWish: 'WINDOW' as const,
});
const takeIn = (...of: Parameters<typeof letter>) => town.clerk.call('POST /cases/take-in', letter(...of));

describe('ALL 29: an application may be sent by letter, fax or e-mail', () => {
  test.each([
    ['LETTER', '信函', 821],
    ['FAX', '传真', 822],
    ['EMAIL', '电子邮件', 823],
  ] as const)(
    'ALL 29: by %s it is received on the day it arrived, and its receipt says so',
    async (by, words, number) => {
      const { caseId } = await takeIn(number, { by, arrivedDay: '2026-03-06' });
      const kase = await view(caseId);
      // Five working days from Friday the 6th, not from Monday, when the clerk wrote it down.
      expect(kase).toMatchObject({
        channel: by,
        receivedDay: '2026-03-06',
        due: { purpose: 'answer', day: '2026-03-13' },
      });
      const receipt = kase.documents.find(({ kind }) => kind === 'intakeReceipt');
      // Issued today: no paper is dated back.
      expect(receipt).toMatchObject({ day: '2026-03-09', served: false });
      expect(await textOfDocument(town, receipt?.documentId)).toContain(`收到时间：2026年3月6日（${words}）`);
    },
  );

  test('Nobody stood there: no card was seen, so nobody is verified by it, and nobody came', async () => {
    const { caseId } = await takeIn(824, { by: 'LETTER', arrivedDay: town.today() });
    expect((await view(caseId)).parties).toMatchObject([{ role: 'applicant', assurance: 'declared' }]);
    await town.supervisor.call('POST /indicators/count', {});
    const { rows } = await town.db.pool.query(
      'select channel, received_day, trips from case_counts where case_id = $1',
      [caseId],
    );
    expect(rows).toMatchObject([{ channel: 'LETTER', trips: 0 }]);
  });

  test('The receipt goes back by mail, as any paper does, and is served when its slip comes back', async () => {
    const { caseId } = await takeIn(825, { by: 'LETTER', arrivedDay: town.today() });
    const find = async () => (await view(caseId)).documents.find(({ kind }) => kind === 'intakeReceipt');
    const documentId = (await find())?.documentId ?? '';
    await town.clerk.call('POST /cases/:caseId/serve-document', {
      ...{ caseId, documentId, method: 'MAIL', receiver: 'applicant' },
      ...{ carrier: '邮政', trackingNumber: 'EY000000001CN', day: town.today() },
    });
    expect(await find()).toMatchObject({ served: true, service: { method: 'MAIL' } });
  });

  test('It is accepted, refused or corrected like any other', async () => {
    const { caseId } = await takeIn(826, { by: 'EMAIL', arrivedDay: town.today() });
    expect(await town.clerk.call('POST /cases/:caseId/accept', { caseId })).toMatchObject({ state: 'ACCEPTED' });
  });

  test('Nothing arrives tomorrow, on no day of the calendar, or under a commitment that nobody signed here', async () => {
    for (const [arrivedDay, code] of [
      ['2026-03-10', 'too_late'],
      ['2026-02-30', 'format'],
    ] as const)
      await expect(takeIn(827, { by: 'FAX', arrivedDay })).rejects.toMatchObject({
        code: 'invalid_input',
        fields: [{ field: 'sent.arrivedDay', code }],
      });
    const commitment = { whole: true, materials: [] };
    const promised = { ...letter(827, { by: 'FAX', arrivedDay: town.today() }), commitment };
    await expect(town.clerk.call('POST /cases/take-in', promised)).rejects.toMatchObject({
      code: 'commitment_unsigned',
      fields: [{ field: 'commitment' }],
    });
  });

  test('R-2.5: a letter that lay longer than five working days is accepted by law, from the day on which it arrived', async () => {
    const lateReason = '收发室压在别的信里，今天才转来。';
    const { caseId } = await takeIn(828, { by: 'LETTER', arrivedDay: '2026-02-27', lateReason });
    await town.settle();
    const kase = await view(caseId);
    expect(kase).toMatchObject({ deemedAccepted: true, acceptedDay: '2026-02-27' });
    // The reason stands in the story, and is sealed: no ledger row holds a word of it.
    expect(kase.story.find(({ act }) => act === 'case.takenIn')?.facts).toMatchObject({ lateReason });
    const { rows } = await town.db.pool.query('select from ledger_rows where body like $1', ['%收发室%']);
    expect(rows).toHaveLength(0);
  });

  test('R-2.5: a wrong year accepts nothing: a day whose five working days are over is confirmed by a reason', async () => {
    for (const arrivedDay of ['2025-03-06', '2026-02-27'])
      await expect(takeIn(832, { by: 'LETTER', arrivedDay })).rejects.toMatchObject({
        code: 'invalid_input',
        fields: [{ field: 'sent.lateReason', code: 'arrived_long_ago', facts: { day: arrivedDay } }],
      });
    // Monday the 2nd is five working days before Monday the 9th.
    const { caseId } = await takeIn(832, { by: 'LETTER', arrivedDay: '2026-03-02' });
    expect(await view(caseId)).toMatchObject({ state: 'RECEIVED', due: { day: '2026-03-09' } });
  });
});

test('ALL 29: an agent may send it with his mandate, and neither card was seen', async () => {
  const { caseId } = await town.clerk.call('POST /cases/take-in', {
    ...letter(829, { by: 'LETTER', arrivedDay: town.today() }),
    agent: { name: '样例·代某', residentNumber: sampleNumber(830), untilDay: '2026-04-01' },
  });
  const { parties, documents } = await view(caseId);
  expect(parties.map(({ role, assurance }) => [role, assurance])).toEqual([
    ['applicant', 'declared'],
    ['agent', 'declared'],
  ]);
  expect(documents.map(({ kind }) => kind)).toContain('agentAuthorization');
});

describe('CC 165: a mandate that came in a letter', () => {
  const withMandate = (number: number, agent: { signedDay?: string; untilDay: string }) =>
    town.clerk.call('POST /cases/take-in', {
      ...letter(number, { by: 'LETTER', arrivedDay: '2026-03-06' }),
      agent: { name: '样例·代某', residentNumber: sampleNumber(830), ...agent },
    });

  test('ALL 29: its paper says the day on which it was signed, and it is judged on the day on which it arrived', async () => {
    // Signed on the 3rd, valid to the 8th, arrived on the 6th, entered on the 9th.
    const { caseId } = await withMandate(833, { signedDay: '2026-03-03', untilDay: '2026-03-08' });
    const { documents } = await view(caseId);
    const paper = await textOfDocument(town, documents.find(({ kind }) => kind === 'agentAuthorization')?.documentId);
    expect(paper).toContain('2026年3月3日');
    expect(paper).not.toContain('3月9日');
  });

  test('Nobody signed after it arrived, and what was over before then empowers nobody', async () => {
    for (const [agent, field, code] of [
      [{ signedDay: '2026-03-07', untilDay: '2026-04-01' }, 'agent.signedDay', 'too_late'],
      [{ signedDay: '2026-03-03', untilDay: '2026-03-05' }, 'agent.untilDay', 'too_early'],
      [{ signedDay: '2026-03-03', untilDay: '2030-03-05' }, 'agent.untilDay', 'too_late'],
    ] as const)
      await expect(withMandate(834, agent)).rejects.toMatchObject({ code: 'invalid_input', fields: [{ field, code }] });
  });
});

test('ALL 29: staff read the guide of the day on which a letter arrived; nobody reads that of a day to come', async () => {
  const itemId = town.items.hygieneLicence;
  const guide = (day?: string) => town.clerk.call('GET /intake-items/:itemId', { itemId, ...(day && { day }) });
  const before = await guide();
  await town.at('2026-03-12T09:00');
  await publishChange(town, town.items.hygieneLicence, () => ({ correctionDays: 5 }));
  expect((await guide()).itemVersionId).not.toBe(before.itemVersionId);
  expect((await guide('2026-03-11')).itemVersionId).toBe(before.itemVersionId);
  const { caseId } = await takeIn(835, { by: 'LETTER', arrivedDay: '2026-03-11' });
  expect((await view(caseId)).itemVersionId).toBe(before.itemVersionId);
  await expect(guide('2026-03-13')).rejects.toMatchObject({ code: 'invalid_input' });
});

describe('R-2.5, ALL 29: corrections that arrive by letter', () => {
  const rule = { law: '某市政务服务办法', article: '第二十条', mark: 'sample' } as const;
  const report = { key: 'testReport', received: true, originals: 1, copies: 0, fileIds: [] };
  /** Taken in at the window on Friday the 13th and sent back at once: the last day is Friday the 20th. */
  async function correct(number: number): Promise<string> {
    const { sent: _, ...application } = letter(number, { by: 'LETTER', arrivedDay: '' });
    const { caseId } = await town.clerk.call('POST /cases/take-in', application);
    await sendBack(caseId);
    return caseId;
  }
  const sendBack = (caseId: string) =>
    town.clerk.call('POST /cases/:caseId/correct', {
      caseId,
      defects: [{ key: 'testReport', kind: 'unreadable', howToFix: '请重新出具。' }],
    });
  const supply = (caseId: string, sent?: Sent) =>
    town.clerk.call('POST /cases/:caseId/receive-supplement', { caseId, ...(sent && { sent }), materials: [report] });
  /** The receipt of the corrections, not that of the application. */
  const receiptOf = async (caseId: string, { documentIds }: { documentIds: string[] }) =>
    (await view(caseId)).documents.find(({ documentId }) => documentId === documentIds[0]);
  const cases: Record<'inTime' | 'late' | 'early' | 'ended', string> = { inTime: '', late: '', early: '', ended: '' };

  test('R-2.5: papers that arrive on Friday, the last day, and are entered on Monday are received on Friday', async () => {
    await town.at('2026-03-13T09:00');
    await publishChange(town, town.items.hygieneLicence, () => ({ correctionDays: 5, deemedWithdrawal: rule }));
    for (const [at, name] of (['inTime', 'late', 'early', 'ended'] as const).entries())
      cases[name] = await correct(840 + at);
    expect((await view(cases.inTime)).due).toMatchObject({ purpose: 'correction', day: '2026-03-20' });
    await town.at('2026-03-23T09:00');
    const reply = await supply(cases.inTime, { by: 'LETTER', arrivedDay: '2026-03-20' });
    expect(await view(cases.inTime)).toMatchObject({
      state: 'RECEIVED',
      receivedDay: '2026-03-20',
      due: { purpose: 'answer', day: '2026-03-27' },
    });
    const receipt = await receiptOf(cases.inTime, reply);
    expect(receipt).toMatchObject({ day: '2026-03-23', served: false });
    expect(await textOfDocument(town, receipt?.documentId)).toContain('收到时间：2026年3月20日（信函）');
  });

  test('Who sent his application and brings the corrections himself gets the receipt in his hand', async () => {
    const { caseId } = await takeIn(844, { by: 'LETTER', arrivedDay: town.today() });
    await sendBack(caseId);
    const reply = await supply(caseId);
    expect(await receiptOf(caseId, reply)).toMatchObject({ served: true, service: { method: 'DIRECT' } });
  });

  test('What arrived after the last day is too late where a local rule ends the case with it', async () => {
    await expect(supply(cases.late, { by: 'FAX', arrivedDay: '2026-03-21' })).rejects.toMatchObject({
      code: 'correction_over',
      facts: { day: '2026-03-20' },
    });
    await expect(supply(cases.late)).rejects.toMatchObject({ code: 'correction_over' });
  });

  test('No answer arrives before the notice that it answers', async () => {
    await expect(supply(cases.early, { by: 'FAX', arrivedDay: '2026-03-12' })).rejects.toMatchObject({
      fields: [{ field: 'sent.arrivedDay', code: 'too_early', facts: { day: '2026-03-13' } }],
    });
  });

  test('R-2.5: five working days after the letter arrived the law accepts, from Friday on', async () => {
    await town.at('2026-03-28T00:30');
    expect(await view(cases.inTime)).toMatchObject({ deemedAccepted: true, acceptedDay: '2026-03-20' });
    // Nothing came, and what could still be entered was: withdrawn by the local rule.
    expect((await view(cases.ended)).state).toBe('WITHDRAWN_DEEMED');
  });
});

test('What a village agent takes in at his station came through him', async () => {
  const { caseId } = await town.agent.call('POST /cases/take-in', atStation(town, sampleNumber(831)));
  expect((await town.agent.call('GET /cases/:caseId', { caseId })).channel).toBe('AGENT');
});
