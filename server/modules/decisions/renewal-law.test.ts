import { expect, test } from 'vitest';
import { sampleAnswers } from '../../demo/items/sample-answers.ts';
import { getChain } from '../../platform/ledger/index.ts';
import { bringTo } from '../../tests/authorisation/cases.ts';
import { messagesOf, textOfDocument } from '../../tests/support/filing.ts';
import { enterLicence, tokenOf } from '../../tests/support/licences.ts';
import { expectTold } from '../../tests/support/parallel.ts';
import { type Client, openTown } from '../../tests/support/town.ts';
import { getVersionInForce } from '../catalogue/index.ts';

const town = await openTown({ on: '2026-03-02T09:00' });
type Resident = Client & { residentId: string; phone: string; number: string };

const check = async (documentId: string) =>
  town.visitor.call('GET /document-checks/:token', { token: await tokenOf(town, documentId) });
const actsOf = async (caseId: string) =>
  (await getChain(town.db, town.district, { kind: 'case', id: caseId })).map(({ act }) => act);

/** A resident with a hygiene licence that ends on this day. */
async function holder(untilDay: string) {
  const resident = await town.resident();
  const caseId = await bringTo(town, resident, 'received');
  const licence = await enterLicence(town, {
    caseId,
    name: '样例·张某某',
    number: resident.number,
    untilDay,
    phones: [resident.phone],
  });
  return { resident, licence };
}

/** He applies to renew or change it, from his phone. */
async function apply(resident: Resident, key: 'hygieneRenewal' | 'hygieneChange' = 'hygieneRenewal'): Promise<string> {
  const itemId = town.items[key] ?? '';
  const { content } = await getVersionInForce(town.db, town.systemCall(), itemId);
  const { caseId } = await resident.call('POST /my/cases', { itemId });
  const needed = content.materials.filter(({ necessity }) => necessity === 'required');
  await resident.call('POST /my/cases/:caseId/save', {
    caseId,
    answers: sampleAnswers(key, town.regions.village),
    materials: await Promise.all(
      needed.map(async ({ key: material }) => ({ key: material, fileIds: [await resident.upload(`${material}.png`)] })),
    ),
    regionId: town.regions.village,
    deliveryWish: 'ELECTRONIC',
  });
  await resident.call('POST /my/cases/:caseId/submit', { caseId });
  return caseId;
}

async function grant(caseId: string) {
  await town.clerk.call('POST /cases/:caseId/accept', { caseId });
  await examine(caseId);
  return town.decider.call('POST /cases/:caseId/decide', { caseId, outcome: 'GRANTED' });
}

async function examine(caseId: string): Promise<void> {
  const { tasks } = await town.reviewer.call('GET /cases/:caseId', { caseId });
  if (!tasks.some(({ kind }) => kind === 'REVIEW')) return;
  await town.reviewer.call('POST /cases/:caseId/sign-for', { caseId });
  await town.reviewer.call('POST /cases/:caseId/review', { caseId, opinion: 'agree', text: '符合延续条件。' });
}

test('ALL 50(1): applied for thirty days before and granted, the licence keeps its number and its term goes on from the old one', async () => {
  const { resident, licence } = await holder('2026-05-31');
  const mine = await resident.call('GET /my/licences/:licenceId', { licenceId: licence.licenceId });
  expect(mine.renewal).toEqual({ itemId: town.items['hygieneRenewal'], applyByDay: '2026-05-01', timing: 'inTime' });
  const caseId = await apply(resident);
  expect((await resident.call('GET /my/licences/:licenceId', { licenceId: licence.licenceId })).renewal?.caseId).toBe(
    caseId,
  );
  const { documentIds } = await grant(caseId);
  const text = await textOfDocument(town, documentIds[0]);
  expect(text).toContain('延续');
  expect(text).toContain(licence.number);
  const { licences } = await resident.call('GET /my/licences', {});
  expect(licences).toHaveLength(1);
  const [renewed] = licences;
  // The version before it stands under it, not beside it.
  expect(renewed?.earlier).toMatchObject([{ licenceId: licence.licenceId, state: 'replaced' }]);
  expect(renewed).toMatchObject({
    number: licence.number,
    version: 2,
    state: 'valid',
    renewedByLaw: false,
    validity: { fromDay: '2026-03-02', untilDay: '2030-05-31' },
  });
  expect(await check(licence.documentId)).toMatchObject({ state: 'replaced', sinceDay: '2026-03-02' });
  const { documents } = await town.decider.call('GET /cases/:caseId', { caseId });
  expect(documents.map(({ kind }) => kind)).toContain('renewalDecision');
  expect(documents.map(({ kind }) => kind)).not.toContain('grantDecision');
});

test('What the renewal does not say anew, the certificate says as before', async () => {
  const { resident } = await holder('2026-05-31');
  const { documentIds } = await grant(await apply(resident));
  const text = await textOfDocument(town, documentIds[1]);
  expect(text).toContain('样例·张某某');
  expect(text).toContain('2030年5月31日');
});

test('ALL 49: a change leaves the last day, counts the version up, and its decision says what became of what', async () => {
  const { resident, licence } = await holder('2027-05-31');
  const caseId = await apply(resident, 'hygieneChange');
  const { documentIds } = await grant(caseId);
  const [changed] = (await resident.call('GET /my/licences', {})).licences;
  expect(changed).toMatchObject({ number: licence.number, version: 2, validity: { untilDay: '2027-05-31' } });
  const { documents } = await town.decider.call('GET /cases/:caseId', { caseId });
  expect(documents.find(({ documentId }) => documentId === documentIds[0])?.kind).toBe('changeDecision');
  const text = await textOfDocument(town, documentIds[0]);
  expect(text).toContain('单位名称');
  expect(text).toContain('样例·张某某');
});

test('ALL 50(1): what is applied for late is received all the same, and the applicant is told what that means', async () => {
  const { resident, licence } = await holder('2026-03-20');
  const mine = await resident.call('GET /my/licences/:licenceId', { licenceId: licence.licenceId });
  expect(mine.renewal).toMatchObject({ applyByDay: '2026-02-18', timing: 'late' });
  const caseId = await apply(resident);
  expect((await messagesOf(town, caseId)).join('')).toMatch(/2026年3月20日到期.*不能算准予延续/);
});

test('ALL 50, 70(1): after the last day there is nothing to renew, online and at the window', async () => {
  const { resident, licence } = await holder('2026-03-01');
  await expect(apply(resident)).rejects.toMatchObject({
    code: 'renewal_too_late',
    facts: { number: licence.number, day: '2026-03-01' },
  });
  const mine = await resident.call('GET /my/licences/:licenceId', { licenceId: licence.licenceId });
  expect(mine.renewal?.timing).toBe('tooLate');
});

test('ALL 70(4): what was revoked is not renewed', async () => {
  const { resident, licence } = await holder('2026-05-31');
  await town.decider.call('POST /licences/:licenceId/revoke', {
    licenceId: licence.licenceId,
    ground: 'notEligible',
    reason: '经营场所不在本区。',
    heard: { toldDay: town.today(), how: 'stated' },
  });
  await expect(apply(resident)).rejects.toMatchObject({ code: 'licence_ended', facts: { state: 'revoked' } });
});

test('A licence that is older than the register is renewed all the same, under a number of its own', async () => {
  const resident = await town.resident();
  await grant(await apply(resident));
  expect((await resident.call('GET /my/licences', {})).licences).toMatchObject([{ version: 1, state: 'valid' }]);
});

test('R-2.16, ALL 50(2): applied for on 31 March, undecided on 30 April, the law renews from 1 May', async () => {
  const { resident, licence } = await holder('2026-04-30');
  const late = await holder('2026-04-20');
  const waiting = await holder('2026-04-30');
  const suspended = await holder('2026-04-30');
  await town.at('2026-03-31T10:00');
  const caseId = await apply(resident);
  await town.clerk.call('POST /cases/:caseId/accept', { caseId });
  const lateCase = await apply(late.resident);
  await town.clerk.call('POST /cases/:caseId/accept', { caseId: lateCase });
  const suspendedCase = await apply(suspended.resident);
  await town.clerk.call('POST /cases/:caseId/accept', { caseId: suspendedCase });
  const { licenceId } = suspended.licence;
  await town.decider.call('POST /licences/:licenceId/suspend', {
    licenceId,
    ground: 'penalty',
    reason: '暂扣三十日。',
  });
  const waitingCase = await apply(waiting.resident);
  await town.clerk.call('POST /cases/:caseId/open-material', { caseId: waitingCase, key: 'testReport' });
  await town.clerk.call('POST /cases/:caseId/correct', {
    caseId: waitingCase,
    defects: [{ key: 'testReport', kind: 'unreadable', howToFix: '请重新拍照。' }],
  });

  await town.at('2026-04-30T23:50');
  expect((await check(licence.documentId)).state).toBe('valid');
  expect((await town.decider.call('GET /cases/:caseId', { caseId })).state).not.toBe('DELIVERING');

  await town.at('2026-05-01T00:30');
  const after = await town.decider.call('GET /cases/:caseId', { caseId });
  expect(after).toMatchObject({ state: 'DELIVERING', outcome: 'GRANTED' });
  expect(after.tasks.filter(({ state }) => state === 'open' || state === 'waiting')).toEqual([]);
  expect(after.due?.purpose).toBe('delivery');
  expect(after.actions).not.toContain('decide');
  expect(await actsOf(caseId)).toContain('case.deemedRenewed');
  await expectTold(town, caseId);
  const decision = after.documents.find(({ kind }) => kind === 'renewalDecision');
  expect(await textOfDocument(town, decision?.documentId)).toMatch(/视为准予延续/);
  const [renewed] = (await resident.call('GET /my/licences', {})).licences;
  expect(renewed).toMatchObject({
    number: licence.number,
    version: 2,
    state: 'valid',
    renewedByLaw: true,
    validity: { fromDay: '2026-05-01', untilDay: '2030-04-30' },
  });
  expect(await check(renewed?.documentId ?? '')).toMatchObject({ state: 'valid', renewedByLaw: true });
  expect(await check(licence.documentId)).toMatchObject({ state: 'replaced', sinceDay: '2026-05-01' });
  expect((await messagesOf(town, caseId)).join('')).toMatch(/依法视为准予延续，到2030年4月30日为止/);

  // Late, waiting for the applicant, suspended: the law does not help, and nothing was changed.
  for (const other of [late, waiting]) expect((await check(other.licence.documentId)).state).toBe('expired');
  expect((await check(suspended.licence.documentId)).state).toBe('expired');
  for (const other of [lateCase, waitingCase, suspendedCase])
    expect(await actsOf(other)).not.toContain('case.deemedRenewed');
});

test('ALL 69: what the law renewed for somebody who did not meet the conditions is revoked, not decided again', async () => {
  const { resident } = await holder('2026-06-30');
  const caseId = await apply(resident);
  await town.clerk.call('POST /cases/:caseId/accept', { caseId });
  await town.at('2026-07-01T08:00');
  await expect(
    town.decider.call('POST /cases/:caseId/decide', { caseId, outcome: 'DENIED', reason: '不符合。' }),
  ).rejects.toMatchObject({
    code: 'case_moved_on',
  });
  const [renewed] = (await resident.call('GET /my/licences', {})).licences;
  const revoked = await town.decider.call('POST /licences/:licenceId/revoke', {
    licenceId: renewed?.licenceId ?? '',
    ground: 'notEligible',
    reason: '卫生检测不合格。',
    heard: { toldDay: '2026-07-01', how: 'stated' },
  });
  expect(revoked).toMatchObject({ state: 'revoked', versions: [{ version: 2 }, { version: 1, state: 'replaced' }] });
});

test('ALL 50: a holder is told sixty and thirty days before the end, and not once he is renewing', async () => {
  await holder('2026-09-30');
  const busy = await holder('2026-09-29');
  const said = async (untilDay: string) => {
    await town.settle();
    const { messages } = await town.visitor.call('GET /dev/outbox', { limit: 100 });
    return messages.flatMap(({ text }) => (text.includes(`${untilDay}到期。还要用的`) ? [text] : []));
  };
  expect(await said('2026年9月30日')).toEqual([]);
  await town.at('2026-08-01T10:00');
  const [first] = await said('2026年9月30日');
  expect(first).toContain('请最迟2026年8月31日申请“公共场所卫生许可（延续）”');
  await apply(busy.resident);
  await town.at('2026-09-05T10:00');
  expect(await said('2026年9月30日')).toHaveLength(2);
  expect(await said('2026年9月29日')).toHaveLength(1);
});
