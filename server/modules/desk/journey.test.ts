import { expect, test } from 'vitest';
import { verifyLedger } from '../../platform/ledger/verify.ts';
import { licenceAnswers, licencePapers, seniorAnswers } from '../../tests/support/applications.ts';
import { openTown, password } from '../../tests/support/town.ts';

const town = await openTown({ on: '2026-03-02T09:00' });

test('a licence goes from the resident’s phone to the delivered decision inside its limits', async () => {
  const resident = await town.resident();
  const { caseId } = await resident.call('POST /my/cases', { itemId: town.items.hygieneLicence });
  const files = await Promise.all(
    licencePapers.map(async (key) => ({ key, fileIds: [await resident.upload(`${key}.png`)] })),
  );
  await resident.call('POST /my/cases/:caseId/save', {
    caseId,
    answers: licenceAnswers,
    materials: files,
    regionId: town.regions.village,
    deliveryWish: 'WINDOW',
  });
  const submitted = await resident.call('POST /my/cases/:caseId/submit', { caseId });
  expect(submitted.caseNo).toMatch(/^BJ43130220260302\d{6}$/);
  expect(submitted.queryCode).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
  expect(submitted).toMatchObject({ state: 'RECEIVED', due: { purpose: 'answer', day: '2026-03-09' } });

  await town.at('2026-03-03T10:00');
  const accepted = await town.clerk.call('POST /cases/:caseId/accept', { caseId });
  expect(accepted).toMatchObject({ state: 'ACCEPTED', due: { purpose: 'decision', day: '2026-03-17' } });

  const preview = await town.clerk.call('GET /cases/:caseId', { caseId });
  expect(preview).toMatchObject({
    statutoryDueDay: '2026-03-31',
    promisedDueDay: '2026-03-17',
    explanation: { dueDay: '2026-03-17' },
  });

  await town.reviewer.call('POST /cases/:caseId/sign-for', { caseId });
  await town.reviewer.call('POST /cases/:caseId/review', { caseId, opinion: 'agree', text: '材料齐全，布局合理。' });
  await town.at('2026-03-05T10:00');
  const granted = await town.decider.call('POST /cases/:caseId/decide', { caseId, outcome: 'GRANTED' });
  expect(granted).toMatchObject({ state: 'DELIVERING', due: { purpose: 'delivery', day: '2026-03-19' } });
  const done = await town.clerk.call('POST /cases/:caseId/deliver', {
    caseId,
    method: 'DIRECT',
    receiver: 'applicant',
  });
  expect(done.state).toBe('COMPLETED');
  await town.settle();

  const told = await resident.call('GET /my/cases/:caseId', { caseId });
  expect(told.story.map((line) => line.act)).toEqual([
    'case.delivered',
    'case.granted',
    'case.reviewed',
    'case.signedFor',
    'case.accepted',
    'case.submitted',
  ]);
  expect(told.documents.map(({ kind, number, ready }) => [kind, number, ready])).toEqual([
    ['applicationForm', undefined, true],
    ['intakeReceipt', undefined, true],
    ['acceptanceNotice', '区卫健许受〔2026〕1号', true],
    ['grantDecision', '区卫健许准〔2026〕1号', true],
    ['certificate', '区卫健公卫证〔2026〕1号', true],
    ['deliveryReceipt', undefined, true],
  ]);
  const pdf = await resident.raw('GET', `/api/my/documents/${told.documents[1]?.documentId}/pdf`);
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  const outbox = await town.visitor.call('GET /dev/outbox', {});
  expect(outbox.messages.map((message) => message.text).join('\n')).toContain('已受理，最迟3月17日（星期二）作出决定');
  expect(await verifyLedger(town.db, town.district, town.keys.sealing.publicKey)).toMatchObject({ whole: true });
});

test('ALL 34, domain §2.7 即办件: an immediate matter is taken in, accepted, decided by a second officer and handed over in one visit', async () => {
  const taken = await town.clerk.call('POST /cases/take-in', {
    itemId: town.items.seniorCard,
    applicant: {
      name: '样例·李奶奶',
      residentNumber: '431302190001010017',
      phone: '13000000009',
      regionId: town.regions.village,
    },
    answers: seniorAnswers,
    materials: ['idCard', 'photo'].map((key) => ({ key, received: true, originals: 1, copies: 0, fileIds: [] })),
    deliveryWish: 'WINDOW',
  });
  const { caseId } = taken;
  expect((await town.clerk.call('POST /cases/:caseId/accept', { caseId })).state).toBe('DECIDING');
  await expect(
    town.clerk.call('POST /cases/:caseId/decide-at-desk', { caseId, outcome: 'GRANTED' }),
  ).rejects.toMatchObject({ code: 'second_officer_needed' });
  await expect(
    town.clerk.call('POST /cases/:caseId/decide-at-desk', {
      caseId,
      outcome: 'GRANTED',
      officer: { username: 'clerk', password },
    }),
  ).rejects.toMatchObject({ code: 'second_officer_needed' });
  const decided = await town.clerk.call('POST /cases/:caseId/decide-at-desk', {
    caseId,
    outcome: 'GRANTED',
    officer: { username: 'town-decider', password },
  });
  expect(decided.state).toBe('DELIVERING');
  expect(
    (await town.clerk.call('POST /cases/:caseId/deliver', { caseId, method: 'DIRECT', receiver: 'applicant' })).state,
  ).toBe('COMPLETED');
  const seen = await town.supervisor.call('GET /cases/:caseId', { caseId });
  expect(seen.story.find((line) => line.act === 'case.granted')?.actor.name).toBe('样例·town-decider');
  expect(seen.history).toEqual({ whole: true });
});
