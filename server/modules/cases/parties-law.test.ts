import { describe, expect, test } from 'vitest';
import { sampleNumber } from '../../demo/residents.ts';
import { seniorAnswers } from '../../tests/support/applications.ts';
import { textOfDocument } from '../../tests/support/filing.ts';
import { openTown } from '../../tests/support/town.ts';

const town = await openTown();
const itemId = town.items.seniorCard;

/** A mandate from one verified resident to another, for the senior card. */
async function mandated() {
  const untilDay = Temporal.PlainDate.from(town.today()).add({ months: 3 }).toString();
  const principal = await town.resident({ identity: 'verified' });
  const agent = await town.resident({ identity: 'verified' });
  const { mandateId } = await principal.call('POST /my/mandates', {
    name: '样例·张某某',
    residentNumber: agent.number,
    itemIds: [itemId],
    fromDay: town.today(),
    untilDay,
  });
  return { principal, agent, mandateId };
}

/** A filled draft that the agent made for his principal. */
async function draftFor({ agent, mandateId }: Awaited<ReturnType<typeof mandated>>): Promise<string> {
  const { caseId } = await agent.call('POST /my/cases', { itemId, mandateId });
  await agent.call('POST /my/cases/:caseId/save', {
    caseId,
    answers: seniorAnswers,
    regionId: town.regions.village,
    materials: [{ key: 'idCard', fileIds: [await agent.upload('idCard.png')] }],
    deliveryWish: 'ELECTRONIC',
  });
  return caseId;
}

describe('An agent with a mandate (CC 165)', () => {
  test('files for his principal: both see the case, and its papers name both', async () => {
    const both = await mandated();
    const caseId = await draftFor(both);
    const { documentIds } = await both.agent.call('POST /my/cases/:caseId/submit', { caseId });
    const mine = await both.principal.call('GET /my/cases/:caseId', { caseId });
    expect(mine.parties.map(({ role }) => role)).toEqual(['applicant', 'agent']);
    expect(mine.principal).toBeUndefined();
    const his = await both.agent.call('GET /my/cases/:caseId', { caseId });
    expect(his.principal).toMatchObject({ mandateId: both.mandateId, mandateValid: true });
    const form = his.documents.find(({ kind }) => kind === 'applicationForm');
    expect(documentIds).toContain(form?.documentId);
    const text = await textOfDocument(town, form?.documentId);
    expect(text).toContain(both.principal.number);
    expect(text).toContain('代办人');
  });

  test('cannot act without it, beyond it, or after it', async () => {
    const both = await mandated();
    const stranger = await town.resident({ identity: 'verified' });
    await expect(stranger.call('POST /my/cases', { itemId, mandateId: both.mandateId })).rejects.toMatchObject({
      code: 'mandate_missing',
    });
    await expect(
      both.agent.call('POST /my/cases', { itemId: town.items.hygieneLicence, mandateId: both.mandateId }),
    ).rejects.toMatchObject({ code: 'mandate_not_for_this' });
  });

  test('A revoked mandate stops the next act, not the history', async () => {
    const both = await mandated();
    const caseId = await draftFor(both);
    await both.agent.call('POST /my/cases/:caseId/submit', { caseId });
    await both.principal.call('POST /my/mandates/:mandateId/revoke', { mandateId: both.mandateId });
    await expect(both.agent.call('POST /my/cases/:caseId/withdraw', { caseId })).rejects.toMatchObject({
      code: 'mandate_ended',
    });
    const seen = await both.agent.call('GET /my/cases/:caseId', { caseId });
    expect(seen).toMatchObject({ state: 'RECEIVED', principal: { mandateValid: false } });
    // The principal goes on by himself.
    await both.principal.call('POST /my/cases/:caseId/withdraw', { caseId });
    expect((await both.principal.call('GET /my/cases/:caseId', { caseId })).state).toBe('WITHDRAWN');
  });

  test('A draft for oneself and one for another stand side by side', async () => {
    const both = await mandated();
    const forOther = await draftFor(both);
    const { caseId } = await both.agent.call('POST /my/cases', { itemId });
    expect(caseId).not.toBe(forOther);
    expect((await both.agent.call('POST /my/cases', { itemId, mandateId: both.mandateId })).caseId).toBe(forOther);
  });

  test('At the window the agent shows card and mandate, and the principal sees who may act for him', async () => {
    const { caseId } = await town.clerk.call('POST /cases/take-in', {
      itemId,
      applicant: { name: '样例·周奶奶', residentNumber: sampleNumber(3001), regionId: town.regions.village },
      agent: { name: '样例·周小妹', residentNumber: sampleNumber(3002), phone: '13000000077', untilDay: town.today() },
      answers: seniorAnswers,
      materials: [{ key: 'idCard', received: true, originals: 1, copies: 0, fileIds: [] }],
      deliveryWish: 'WINDOW',
    });
    const { parties } = await town.clerk.call('GET /cases/:caseId', { caseId });
    expect(parties.map(({ role, name }) => [role, name])).toEqual([
      ['applicant', '样例·周奶奶'],
      ['agent', '样例·周小妹'],
    ]);
  });

  test('A wrong digit of the agent is named at the agent’s field', async () => {
    await expect(
      town.clerk.call('POST /cases/take-in', {
        itemId,
        applicant: { name: '样例·周奶奶', residentNumber: sampleNumber(3003) },
        agent: { name: '样例·周小妹', residentNumber: '431302190001010018', untilDay: town.today() },
        answers: seniorAnswers,
        materials: [],
        deliveryWish: 'WINDOW',
      }),
    ).rejects.toMatchObject({ fields: [{ field: 'agent.residentNumber', code: 'id_checkDigit' }] });
  });
});

describe('Prefill', () => {
  test('comes from the account and from an earlier case, says so, and is one’s own once it is changed', async () => {
    const resident = await town.resident({ identity: 'verified' });
    const first = await resident.call('POST /my/cases', { itemId: town.items['seniorAllowance'] as string });
    const before = await resident.call('GET /my/cases/:caseId', { caseId: first.caseId });
    const [path] = Object.entries(before.prefilled).find(([, source]) => source.from === 'account') ?? [];
    expect(path, 'some question of the allowance takes the account’s phone').toBeDefined();
    expect(before.answers[path ?? '']).toBe(resident.phone);
    await resident.call('POST /my/cases/:caseId/save', {
      caseId: first.caseId,
      answers: { [path ?? '']: '13000000055' },
    });
    const after = await resident.call('GET /my/cases/:caseId', { caseId: first.caseId });
    expect(after.prefilled).not.toHaveProperty(path ?? '');
  });

  test('is never of a principal: an agent starts with an empty form', async () => {
    const both = await mandated();
    const { caseId } = await both.agent.call('POST /my/cases', { itemId, mandateId: both.mandateId });
    expect((await both.agent.call('GET /my/cases/:caseId', { caseId })).prefilled).toEqual({});
  });
});

test('A guide alone cannot be applied for, online or at the window', async () => {
  const guide = town.items['minimumLiving'] as string;
  const resident = await town.resident();
  await expect(resident.call('POST /my/cases', { itemId: guide })).rejects.toMatchObject({ code: 'item_guide_only' });
});

test.each([
  ['rare characters', '样例·龘靐𬭚𠮷'],
  ['an emoji of several parts', '样例·👵🏽‍🌾'],
  ['right-to-left text', 'ئابدۇللا עברית'],
  ['4,000 characters', `样例·${'长'.repeat(3997)}`],
])('A name of %s survives from the window to the paper', async (_, name) => {
  const { caseId, documentIds } = await town.clerk.call('POST /cases/take-in', {
    itemId,
    applicant: { name, residentNumber: sampleNumber(3100 + name.length), regionId: town.regions.village },
    answers: seniorAnswers,
    materials: [{ key: 'idCard', received: true, originals: 1, copies: 0, fileIds: [] }],
    deliveryWish: 'WINDOW',
  });
  expect((await town.clerk.call('GET /cases/:caseId', { caseId })).applicant).toBe(name);
  expect(await textOfDocument(town, documentIds[0])).toContain(name);
  await town.settle();
  const pdf = await town.clerk.raw('GET', `/api/documents/${documentIds[0]}/pdf`);
  expect(pdf.status).toBe(200);
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
});
