import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { mandateScopes } from '../../../contract/words.ts';
import { sampleNumber } from '../../demo/residents.ts';
import { seniorAnswers } from '../../tests/support/applications.ts';
import { textOfDocument } from '../../tests/support/filing.ts';
import { enterLicence } from '../../tests/support/licences.ts';
import { openTown } from '../../tests/support/town.ts';
import { findVerifiedResident } from '../people/index.ts';

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

describe('ALL 29, CC 165: an agent with a mandate', () => {
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
    const mandate = his.documents.find(({ kind }) => kind === 'agentAuthorization');
    expect(documentIds).toContain(mandate?.documentId);
    expect(await textOfDocument(town, mandate?.documentId)).toMatch(
      /委托事项[\s\S]*代理权限[\s\S]*委托期限[\s\S]*电子签名/,
    );
  });

  test('CC 165: the authorisation says all that the mandate covers, its days, and when it was signed, which may be long before', async () => {
    const principal = await town.resident({ identity: 'verified' });
    const agent = await town.resident({ identity: 'verified' });
    const [signed, untilDay] = [town.today(), Temporal.PlainDate.from(town.today()).add({ months: 6 }).toString()];
    const give = (itemIds?: string[]) =>
      principal.call('POST /my/mandates', {
        ...{ name: '样例·张某某', residentNumber: agent.number, untilDay },
        ...(itemIds && { itemIds }),
      });
    const { mandateId: several } = await give([itemId, town.items.hygieneLicence]);
    await town.at(`${Temporal.PlainDate.from(signed).add({ days: 20 })}T09:00`);
    const paperOf = async (mandateId: string) => {
      const caseId = await draftFor({ agent, principal, mandateId });
      await agent.call('POST /my/cases/:caseId/submit', { caseId });
      const { documents } = await agent.call('GET /my/cases/:caseId', { caseId });
      await principal.call('POST /my/mandates/:mandateId/revoke', { mandateId });
      return textOfDocument(town, documents.find(({ kind }) => kind === 'agentAuthorization')?.documentId);
    };
    const words = (of: string) => of.replace(/(\d+)-0?(\d+)-0?(\d+)/u, '$1年$2月$3日');
    const first = await paperOf(several);
    expect(first).toContain(
      '委托事项。（一）老年人优待证；（二）公共场所卫生许可（新办）。本件办理老年人优待证，使用本委托。',
    );
    expect(first).toContain(`自${words(signed)}起至${words(untilDay)}止`);
    expect(first).toContain(`${words(signed)}电子签名\n委托日期：${words(signed)}`);
    expect(first).not.toContain(words(town.today()));
    const { mandateId: every } = await give();
    expect(await paperOf(every)).toContain('委托事项。委托人在本区的全部事项。本件办理老年人优待证，使用本委托。');
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
    // The principal goes on by himself, and his agent hears no more of it.
    await town.at(`${town.today()}T09:50`);
    await both.principal.call('POST /my/cases/:caseId/withdraw', { caseId });
    expect((await both.principal.call('GET /my/cases/:caseId', { caseId })).state).toBe('WITHDRAWN');
    const later = await both.agent.call('GET /my/cases/:caseId', { caseId });
    expect(later.story.map(({ act }) => act)).toEqual(seen.story.map(({ act }) => act));
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

/** What a clerk takes in from somebody who stands at the window for another. */
function byAgent(
  applicant: { name: string; residentNumber: string; phone?: string },
  agent: { name: string; residentNumber: string; phone?: string; untilDay?: string },
) {
  return {
    itemId,
    applicant: { ...applicant, regionId: town.regions.village },
    agent: { untilDay: Temporal.PlainDate.from(town.today()).add({ months: 1 }).toString(), ...agent },
    answers: seniorAnswers,
    materials: [{ key: 'idCard', received: true, originals: 1, copies: 0, fileIds: [] }],
    deliveryWish: 'ELECTRONIC' as const,
  };
}

/** The phones that were told of something since, masked as the outbox has them. */
async function toldOf(caseId: string): Promise<string[]> {
  await town.settle();
  const { messages } = await town.visitor.call('GET /dev/outbox', { limit: 50 });
  return messages.filter((message) => message.caseId === caseId).map(({ receiver }) => receiver);
}

describe('What an agent filed is the principal’s', () => {
  test('it stands in the lists of both, each page after the other, and none is missed or shown twice', async () => {
    const both = await mandated();
    const { caseId: own } = await both.principal.call('POST /my/cases', { itemId: town.items.hygieneLicence });
    const filed = await draftFor(both);
    await both.agent.call('POST /my/cases/:caseId/submit', { caseId: filed });
    const { caseId: later } = await both.principal.call('POST /my/cases', { itemId });
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await both.principal.call('GET /my/cases', { limit: 1, ...(after && { after }) });
      seen.push(...page.cases.map(({ caseId }) => caseId));
      after = page.next;
    } while (after !== undefined);
    expect(seen.toSorted()).toEqual([own, filed, later].toSorted());
    expect((await both.agent.call('GET /my/cases', {})).cases.map(({ caseId }) => caseId)).toEqual([filed]);
  });

  test('its licence is the principal’s, and the agent’s to show only while the mandate stands', async () => {
    const both = await mandated();
    const caseId = await draftFor(both);
    await both.agent.call('POST /my/cases/:caseId/submit', { caseId });
    const { licenceId } = await enterLicence(town, { caseId });
    const listed = async ({ call }: Pick<typeof both.agent, 'call'>) =>
      (await call('GET /my/licences', {})).licences.map((licence) => licence.licenceId);
    expect(await listed(both.principal)).toEqual([licenceId]);
    expect(await listed(both.agent)).toEqual([licenceId]);
    await both.principal.call('POST /my/mandates/:mandateId/revoke', { mandateId: both.mandateId });
    expect(await listed(both.principal)).toEqual([licenceId]);
    expect((await both.principal.call('GET /my/licences/:licenceId', { licenceId })).licenceId).toBe(licenceId);
    expect(await listed(both.agent)).toEqual([]);
    await expect(both.agent.call('GET /my/licences/:licenceId', { licenceId })).rejects.toMatchObject({
      code: 'not_found',
    });
    const code = await both.agent.raw('GET', `/api/my/licences/${licenceId}/code`);
    expect(code.status).toBe(404);
  });

  test('when the principal himself submits what the agent wrote, the agent has no power in it', async () => {
    const both = await mandated();
    const caseId = await draftFor(both);
    await both.principal.call('POST /my/cases/:caseId/submit', { caseId });
    const mine = await both.principal.call('GET /my/cases/:caseId', { caseId });
    expect(mine.parties.map(({ role }) => role)).toEqual(['applicant']);
    await expect(both.agent.call('GET /my/cases/:caseId', { caseId })).rejects.toMatchObject({ code: 'not_found' });
    await expect(both.agent.call('POST /my/cases/:caseId/withdraw', { caseId })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('where the principal lives is not told to the agent', async () => {
    const both = await mandated();
    const { caseId } = await both.agent.call('POST /my/cases', { itemId, mandateId: both.mandateId });
    expect((await both.agent.call('GET /my/cases/:caseId', { caseId })).regionName).toBeUndefined();
  });
});

describe('The end of a mandate (CC 173)', () => {
  test('ends the news: neither messages nor later papers reach the agent, what was there before stays readable', async () => {
    const both = await mandated();
    const caseId = await draftFor(both);
    const { documentIds } = await both.agent.call('POST /my/cases/:caseId/submit', { caseId });
    expect(new Set(await toldOf(caseId)).size).toBe(2);
    await town.at(`${town.today()}T10:00`);
    await both.principal.call('POST /my/mandates/:mandateId/revoke', { mandateId: both.mandateId });
    await town.at(`${town.today()}T11:00`);
    const before = await toldOf(caseId);
    const accepted = await town.clerk
      .call('POST /cases/:caseId/open-material', { caseId, key: 'idCard' })
      .then(() => town.clerk.call('POST /cases/:caseId/accept', { caseId }));
    const news = (await toldOf(caseId)).slice(0, -before.length);
    expect(news).toEqual([`${both.principal.phone.slice(0, 3)}****${both.principal.phone.slice(-4)}`]);
    const [notice = ''] = accepted.documentIds;
    const pdf = (who: typeof both.agent, id = '') => who.raw('GET', `/api/my/documents/${id}/pdf`);
    expect((await pdf(both.principal, notice)).status).toBe(200);
    expect((await pdf(both.agent, notice)).status).toBe(404);
    expect((await pdf(both.agent, documentIds[0])).status).toBe(200);
    expect((await both.agent.call('GET /my/cases/:caseId', { caseId })).state).toBe('DECIDING');
  });

  test('a file that comes later is not the agent’s to open; one from before is', async () => {
    const both = await mandated();
    const caseId = await draftFor(both);
    await both.agent.call('POST /my/cases/:caseId/submit', { caseId });
    await town.at(`${town.today()}T12:00`);
    await both.principal.call('POST /my/mandates/:mandateId/revoke', { mandateId: both.mandateId });
    await town.at(`${town.today()}T13:00`);
    await town.clerk.call('POST /cases/:caseId/open-material', { caseId, key: 'idCard' });
    await town.clerk.call('POST /cases/:caseId/correct', {
      caseId,
      defects: [{ key: 'idCard', kind: 'unreadable', howToFix: '请重新拍一张清楚的。', newlyArising: false }],
    });
    const fileId = await both.principal.upload('later.png');
    await both.principal.call('POST /my/cases/:caseId/supplement', {
      caseId,
      materials: [{ key: 'idCard', fileIds: [fileId] }],
    });
    const [first] = (await both.principal.call('GET /my/cases/:caseId', { caseId })).materials.flatMap(
      ({ files }) => files,
    );
    const open = async (who: typeof both.agent, id = '') =>
      (await who.raw('GET', `/api/my/cases/${caseId}/files/${id}`)).status;
    expect(await open(both.principal, fileId)).toBe(200);
    expect(await open(both.agent, fileId)).toBe(404);
    expect(await open(both.agent, first?.fileId)).toBe(200);
  });

  test('is mended by a new mandate: the draft and the filed case go on under it', async () => {
    const both = await mandated();
    const filed = await draftFor(both);
    await both.agent.call('POST /my/cases/:caseId/submit', { caseId: filed });
    const draft = await draftFor(both);
    await both.principal.call('POST /my/mandates/:mandateId/revoke', { mandateId: both.mandateId });
    await expect(both.agent.call('POST /my/cases/:caseId/save', { caseId: draft })).rejects.toMatchObject({
      code: 'mandate_ended',
    });
    const { mandateId } = await both.principal.call('POST /my/mandates', {
      name: '样例·张某某',
      residentNumber: both.agent.number,
      untilDay: Temporal.PlainDate.from(town.today()).add({ months: 1 }).toString(),
    });
    expect((await both.agent.call('POST /my/cases', { itemId, mandateId })).caseId).toBe(draft);
    expect((await both.agent.call('GET /my/cases/:caseId', { caseId: draft })).principal?.mandateId).toBe(mandateId);
    await both.agent.call('POST /my/cases/:caseId/submit', { caseId: draft });
    await both.agent.call('POST /my/cases/:caseId/withdraw', { caseId: filed });
  });

  test('the ledger keeps, by its digest, what a mandate covers; both sides read that text', async () => {
    const both = await mandated();
    const { rows } = await town.db.pool.query<{ body: string }>(
      `select body from ledger_rows where subject_id = $1 and act = 'mandate.given'`,
      [both.mandateId],
    );
    const { scope } = await both.agent.call('GET /my/mandates/:mandateId', { mandateId: both.mandateId });
    expect(scope).toBe('apply');
    expect(JSON.parse(rows[0]?.body ?? '{}').facts).toMatchObject({
      scope,
      scopeDigest: createHash('sha256').update(mandateScopes[scope].zh).digest('hex'),
    });
  });
});

describe('An agent at the window', () => {
  test('has the one case of his paper, and no other', async () => {
    const agent = await town.resident({ identity: 'verified' });
    const { caseId } = await town.clerk.call(
      'POST /cases/take-in',
      byAgent(
        { name: '样例·周奶奶', residentNumber: sampleNumber(3010) },
        { name: '样例·张某某', residentNumber: agent.number },
      ),
    );
    const his = await agent.call('GET /my/cases/:caseId', { caseId });
    expect(his.principal).toMatchObject({ name: '样例·周奶奶', mandateValid: true });
    const { mandates } = await agent.call('GET /my/mandates', {});
    const mandateId = mandates[0]?.mandateId ?? '';
    expect(mandates).toMatchObject([{ channel: 'WINDOW', state: 'valid' }]);
    expect((await agent.call('GET /my/mandates', { actFor: itemId })).mandates).toEqual([]);
    await expect(agent.call('POST /my/cases', { itemId, mandateId })).rejects.toMatchObject({
      code: 'mandate_not_for_this',
    });
    // The paper ends with its matter.
    await agent.call('POST /my/cases/:caseId/withdraw', { caseId });
    expect(await agent.call('GET /my/mandates/:mandateId', { mandateId })).toMatchObject({
      state: 'ended',
      actions: [],
    });
  });

  test('the principal who is not there is declared, not verified, and no account of his is made', async () => {
    const { caseId } = await town.clerk.call(
      'POST /cases/take-in',
      byAgent(
        { name: '样例·周奶奶', residentNumber: sampleNumber(3012) },
        { name: '样例·周小妹', residentNumber: sampleNumber(3013) },
      ),
    );
    const { parties, actions } = await town.clerk.call('GET /cases/:caseId', { caseId });
    expect(parties.map(({ role, assurance }) => [role, assurance])).toEqual([
      ['applicant', 'declared'],
      ['agent', 'verified'],
    ]);
    const verified = await findVerifiedResident(town.db, town.district, sampleNumber(3012));
    expect(verified).toBeUndefined();
    // When he comes and shows his card he is verified like everybody.
    expect(actions).toContain('verifyIdentity');
    await town.clerk.call('POST /cases/:caseId/verify-identity', { caseId, residentNumber: sampleNumber(3012) });
    expect(await findVerifiedResident(town.db, town.district, sampleNumber(3012))).toBeDefined();
  });

  test('a principal who is known sees the case in his account', async () => {
    const principal = await town.resident({ identity: 'verified' });
    const { caseId } = await town.clerk.call(
      'POST /cases/take-in',
      byAgent(
        { name: '样例·张某某', residentNumber: principal.number },
        { name: '样例·周小妹', residentNumber: sampleNumber(3015) },
      ),
    );
    expect((await principal.call('GET /my/cases', {})).cases.map((each) => each.caseId)).toEqual([caseId]);
    expect((await town.clerk.call('GET /cases/:caseId', { caseId })).parties[0]?.assurance).toBe('declared');
  });

  test.each([
    ['the applicant', 'name', (number: string) => ({ name: '样例·别人', residentNumber: number })],
    ['the absent principal', 'name', (number: string) => ({ name: '样例·别人', residentNumber: number })],
    ['the agent', 'agent.name', (number: string) => ({ name: '样例·别人', residentNumber: number })],
  ] as const)('another name than the known one of %s is refused at its field', async (who, field, wrong) => {
    const known = await town.resident({ identity: 'verified' });
    const right = { name: '样例·周小妹', residentNumber: sampleNumber(3016) };
    const { agent, ...alone } = byAgent(wrong(known.number), right);
    const input =
      who === 'the applicant'
        ? alone
        : who === 'the agent'
          ? byAgent({ name: '样例·周奶奶', residentNumber: sampleNumber(3017) }, wrong(known.number))
          : { ...alone, agent };
    await expect(town.clerk.call('POST /cases/take-in', input)).rejects.toMatchObject({
      code: 'invalid_input',
      fields: [{ field, code: 'not_the_known_name' }],
    });
  });

  test('a principal without an account takes his mandate back at the window, and says why', async () => {
    const agent = await town.resident({ identity: 'verified' });
    const { caseId } = await town.clerk.call(
      'POST /cases/take-in',
      byAgent(
        { name: '样例·周奶奶', residentNumber: sampleNumber(3020) },
        { name: '样例·张某某', residentNumber: agent.number },
      ),
    );
    const revoke = (reason: string) => town.clerk.call('POST /cases/:caseId/revoke-mandate', { caseId, reason });
    await expect(revoke(' ')).rejects.toMatchObject({ code: 'reason_missing' });
    expect((await town.clerk.call('GET /cases/:caseId', { caseId })).actions).toContain('revokeMandate');
    await revoke('本人来说不再委托。');
    await expect(agent.call('POST /my/cases/:caseId/withdraw', { caseId })).rejects.toMatchObject({
      code: 'mandate_ended',
    });
    const { mandates } = await agent.call('GET /my/mandates', {});
    expect(mandates).toMatchObject([{ state: 'revoked', revokedBy: 'principal' }]);
    const { story } = await town.clerk.call('GET /cases/:caseId', { caseId });
    expect(story[0]?.act).toBe('case.mandateRevoked');
    await expect(revoke('再来一次。')).rejects.toMatchObject({ code: 'mandate_ended' });
  });

  test('a last day that cannot be stands at its field', async () => {
    await expect(
      town.clerk.call(
        'POST /cases/take-in',
        byAgent(
          { name: '样例·周奶奶', residentNumber: sampleNumber(3018) },
          { name: '样例·周小妹', residentNumber: sampleNumber(3019), untilDay: '2020-01-01' },
        ),
      ),
    ).rejects.toMatchObject({ fields: [{ field: 'agent.untilDay', code: 'too_early' }] });
  });

  test('two who stand in for each other at two windows at one moment do not wait for each other for ever', async () => {
    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, (_, pair) => [
        { name: `样例·甲${pair}`, residentNumber: sampleNumber(3200 + 2 * pair) },
        { name: `样例·乙${pair}`, residentNumber: sampleNumber(3201 + 2 * pair) },
      ]).flatMap(([one, other]) => [
        town.clerk.call('POST /cases/take-in', byAgent(one as never, other as never)),
        town.secondClerk.call('POST /cases/take-in', byAgent(other as never, one as never)),
      ]),
    );
    expect(answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []))).toEqual([]);
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
])(
  'A name of %s survives from the window to the paper',
  async (_, name) => {
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
    // It renders the papers of the whole file.
  },
  120_000,
);
