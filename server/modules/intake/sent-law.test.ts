import { describe, expect, test } from 'vitest';
import { sampleNumber } from '../../demo/residents.ts';
import { licenceAnswers, licencePapers } from '../../tests/support/applications.ts';
import { atStation, textOfDocument } from '../../tests/support/filing.ts';
import { openTown } from '../../tests/support/town.ts';

// The tests stand in the order of their days. A Monday; the weeks around it are without a holiday.
const town = await openTown({ on: '2026-03-09T09:00' });
const view = (caseId: string) => town.clerk.call('GET /cases/:caseId', { caseId });

const letter = (number: number, sent: { by: 'LETTER' | 'FAX' | 'EMAIL'; arrivedDay: string }) => ({
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
    const { caseId } = await takeIn(828, { by: 'LETTER', arrivedDay: '2026-02-27' });
    await town.settle();
    expect(await view(caseId)).toMatchObject({ deemedAccepted: true, acceptedDay: '2026-02-27' });
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

test('What a village agent takes in at his station came through him', async () => {
  const { caseId } = await town.agent.call('POST /cases/take-in', atStation(town, sampleNumber(831)));
  expect((await town.agent.call('GET /cases/:caseId', { caseId })).channel).toBe('AGENT');
});
