import { describe, expect, test } from 'vitest';
import { sampleAnswers } from '../../demo/items/sample-answers.ts';
import { messagesOf, textOfDocument } from '../../tests/support/filing.ts';
import { expectTold } from '../../tests/support/parallel.ts';
import { type Client, openTown, type Refused } from '../../tests/support/town.ts';

const town = await openTown({ on: '2026-03-02T09:00' });
const { bookShop = '', businessResumption = '', tobaccoRenewal = '' } = town.items;

const refused = async (act: Promise<unknown>): Promise<Refused> =>
  act.then(
    () => {
      throw new Error('It was not refused.');
    },
    (refusal: Refused) => refusal,
  );

/** A filled draft of an item; `papers` are uploaded. */
async function draft(who: Client, itemId: string, key: string, papers: readonly string[] = []): Promise<string> {
  const { caseId } = await who.call('POST /my/cases', { itemId });
  const materials = await Promise.all(
    papers.map(async (paper) => ({ key: paper, fileIds: [await who.upload(`${paper}.png`)] })),
  );
  await who.call('POST /my/cases/:caseId/save', {
    caseId,
    answers: sampleAnswers(key, town.regions.village),
    materials,
    regionId: town.regions.village,
  });
  return caseId;
}

/** Chooses, reads the letter, signs it. */
async function sign(who: Client, caseId: string, choice: { whole: boolean; materials: string[] }): Promise<void> {
  await who.call('POST /my/cases/:caseId/save', { caseId, commitment: choice });
  const { chosen } = await who.call('GET /my/cases/:caseId/commitment', { caseId });
  await who.call('POST /my/cases/:caseId/save', {
    caseId,
    commitment: { ...choice, signed: chosen?.letter.digest ?? '' },
  });
}

/** A bookshop that was granted on a commitment for the whole matter. */
async function grantedShop() {
  const owner = await town.resident({ identity: 'verified' });
  const caseId = await draft(owner, bookShop, 'bookShop', ['idCard']);
  await sign(owner, caseId, { whole: true, materials: [] });
  await owner.call('POST /my/cases/:caseId/submit', { caseId });
  await town.districtClerk.call('POST /cases/:caseId/accept', { caseId });
  await town.decider.call('POST /cases/:caseId/decide', { caseId, outcome: 'GRANTED' });
  return { owner, caseId };
}

describe('国办发〔2020〕42号: the applicant chooses freely', () => {
  test('Who chooses nothing hands in the material; who commits himself reads both parts and signs before he submits.', async () => {
    const owner = await town.resident({ identity: 'verified' });
    const caseId = await draft(owner, bookShop, 'bookShop', ['idCard']);
    expect(await refused(owner.call('POST /my/cases/:caseId/submit', { caseId }))).toMatchObject({
      code: 'materials_missing',
      fields: [{ field: 'premisesProof' }],
    });
    const choice = { whole: false, materials: ['premisesProof'] };
    await owner.call('POST /my/cases/:caseId/save', { caseId, commitment: choice });
    expect((await refused(owner.call('POST /my/cases/:caseId/submit', { caseId }))).code).toBe('commitment_unsigned');
    const shown = await owner.call('GET /my/cases/:caseId/commitment', { caseId });
    expect(shown.chosen).toMatchObject({
      kind: 'MATERIALS',
      signed: false,
      letter: { replaces: [{ zh: '场所的使用证明' }], verification: { withinDays: 60 } },
    });
    expect(shown.chosen?.letter.liability.map(({ zh }) => zh).join()).toContain('失信记录');
    await sign(owner, caseId, choice);
    const filed = await owner.call('POST /my/cases/:caseId/submit', { caseId });
    expect(filed.state).toBe('RECEIVED');
    const letter = await textOfDocument(town, filed.documentIds[2]);
    expect(letter).toContain('告知承诺书');
    expect(letter).toContain('场所的使用证明');
    expect(letter).toContain('自愿选择告知承诺');
    // What the commitment stands for is there: nothing more can be asked for.
    expect((await town.districtClerk.call('POST /cases/:caseId/accept', { caseId })).state).toBe('DECIDING');
  });

  test('A signature binds to the letter that was read: another choice is another letter.', async () => {
    const owner = await town.resident({ identity: 'verified' });
    const caseId = await draft(owner, bookShop, 'bookShop', ['idCard']);
    await owner.call('POST /my/cases/:caseId/save', { caseId, commitment: { whole: true, materials: [] } });
    const { chosen } = await owner.call('GET /my/cases/:caseId/commitment', { caseId });
    const other = { whole: false, materials: ['premisesProof'], signed: chosen?.letter.digest ?? '' };
    expect((await refused(owner.call('POST /my/cases/:caseId/save', { caseId, commitment: other }))).code).toBe(
      'commitment_unsigned',
    );
    const unlisted = { whole: false, materials: ['idCard'] };
    expect((await refused(owner.call('POST /my/cases/:caseId/save', { caseId, commitment: unlisted }))).code).toBe(
      'commitment_not_offered',
    );
  });

  test('On paper at the window: the letter is printed, read and signed before the intake.', async () => {
    const choice = { whole: true, materials: [] };
    const letter = await town.districtClerk.call('POST /cases/commitment-letter', { itemId: bookShop, ...choice });
    const intake = (signed: string) =>
      town.districtClerk.call('POST /cases/take-in', {
        itemId: bookShop,
        applicant: { name: '样例·书店', residentNumber: '431302190001010236', regionId: town.regions.village },
        answers: sampleAnswers('bookShop', town.regions.village),
        materials: [{ key: 'idCard', received: true, originals: 1, copies: 0, fileIds: [] }],
        deliveryWish: 'WINDOW',
        commitment: { ...choice, signed },
      });
    expect((await refused(intake('another letter'))).code).toBe('commitment_unsigned');
    const { caseId } = await intake(letter.digest);
    expect((await town.districtClerk.call('POST /cases/:caseId/accept', { caseId })).state).toBe('DECIDING');
  });
});

describe('国办发〔2020〕42号: where no commitment stands for anything', () => {
  test('An item of an excluded field cannot offer one: it is refused when it is published, and nothing changes.', async () => {
    const { faultsOf } = await import('../catalogue/index.ts');
    const { demoItems } = await import('../../demo/items.ts');
    const { loadCalendar } = await import('../deadlines/index.ts');
    const item = demoItems.find(({ key }) => key === 'bookShop');
    if (item === undefined) throw new Error('no such item');
    const calendar = await loadCalendar(town.db, town.district);
    const faults = (fields: ('HEALTH_AND_SAFETY' | 'CULTURE')[] | undefined) => {
      const { fields: _, ...content } = item.content;
      return faultsOf({ ...item, content: { ...content, ...(fields && { fields }) } }, calendar);
    };
    expect(faults(['CULTURE'])).toEqual([]);
    expect(faults(['CULTURE', 'HEALTH_AND_SAFETY'])).toEqual([
      { field: 'content.materials.1.commitment', code: 'commitment_excluded', facts: { field: 'HEALTH_AND_SAFETY' } },
      { field: 'content.commitment', code: 'commitment_excluded', facts: { field: 'HEALTH_AND_SAFETY' } },
    ]);
    expect(faults(undefined)).toEqual([{ field: 'content.fields', code: 'required' }]);
  });

  test('Whoever has bad credit that is not repaired is shut out, and the normal route stays open to him.', async () => {
    const owner = await town.resident({ identity: 'verified' });
    const record = await town.supervisor.call('POST /credit-records', {
      name: '样例·张某某',
      number: owner.number,
      source: 'FALSE_COMMITMENT',
      reason: '承诺有场所，核查时没有。',
    });
    const caseId = await draft(owner, bookShop, 'bookShop', ['idCard']);
    await sign(owner, caseId, { whole: true, materials: [] });
    expect(await refused(owner.call('POST /my/cases/:caseId/submit', { caseId }))).toMatchObject({
      code: 'credit_bad',
      facts: { day: '2026-03-02', source: 'FALSE_COMMITMENT' },
    });
    const { recordId } = record;
    const repaired = await town.supervisor.call('POST /credit-records/:recordId/repair', {
      recordId,
      reason: '已整改。',
    });
    expect(repaired).toMatchObject({ repairedDay: '2026-03-02', repairReason: '已整改。' });
    expect(
      (await refused(town.supervisor.call('POST /credit-records/:recordId/repair', { recordId, reason: '又' }))).code,
    ).toBe('credit_repaired');
    expect((await owner.call('POST /my/cases/:caseId/submit', { caseId })).state).toBe('RECEIVED');
    const { records } = await town.supervisor.call('GET /credit-records', { q: owner.number });
    expect(records).toHaveLength(1);
    expect(records[0]?.subject).not.toContain('张某某');
  });
});

describe('国办发〔2020〕42号: before the decision it may be taken back', () => {
  test('Before acceptance the clerk asks for the material by his one notice.', async () => {
    const owner = await town.resident({ identity: 'verified' });
    const caseId = await draft(owner, bookShop, 'bookShop', ['idCard']);
    await sign(owner, caseId, { whole: false, materials: ['premisesProof'] });
    await owner.call('POST /my/cases/:caseId/submit', { caseId });
    const reply = await owner.call('POST /my/cases/:caseId/withdraw-commitment', { caseId });
    expect(reply).toMatchObject({ state: 'RECEIVED' });
    expect(reply.actions).not.toContain('withdrawCommitment');
    expect((await refused(owner.call('POST /my/cases/:caseId/withdraw-commitment', { caseId }))).code).toBe(
      'commitment_not_there',
    );
    expect(await refused(town.districtClerk.call('POST /cases/:caseId/accept', { caseId }))).toMatchObject({
      code: 'materials_missing',
      fields: [{ field: 'premisesProof' }],
    });
  });

  test('After acceptance it is asked for at once, and the result is held until it is there.', async () => {
    const owner = await town.resident({ identity: 'verified' });
    const caseId = await draft(owner, bookShop, 'bookShop', ['idCard']);
    await sign(owner, caseId, { whole: true, materials: [] });
    await owner.call('POST /my/cases/:caseId/submit', { caseId });
    await town.districtClerk.call('POST /cases/:caseId/accept', { caseId });
    const { documentIds } = await owner.call('POST /my/cases/:caseId/withdraw-commitment', { caseId });
    expect(await textOfDocument(town, documentIds[0])).toContain('场所的使用证明');
    const grant = () => town.decider.call('POST /cases/:caseId/decide', { caseId, outcome: 'GRANTED' });
    expect(await refused(grant())).toMatchObject({ code: 'materials_owed', facts: { count: 1 } });
    const materials = [{ key: 'premisesProof', fileIds: [await owner.upload()] }];
    await owner.call('POST /my/cases/:caseId/supply', { caseId, materials });
    expect((await grant()).state).toBe('DELIVERING');
    expect((await refused(owner.call('POST /my/cases/:caseId/withdraw-commitment', { caseId }))).code).toBe(
      'case_moved_on',
    );
  });
});

describe('国办发〔2020〕42号: after the decision it is verified', () => {
  test('By the day of the letter: granted on 2 March with 60 days, at hand on 1 April, due on 1 May.', async () => {
    const { caseId } = await grantedShop();
    const mine = async () =>
      (await town.decider.call('GET /commitment-checks', {})).checks.find((check) => check.caseId === caseId);
    expect(await mine()).toMatchObject({ state: 'WAITING', dueDay: '2026-05-01', light: 'green' });
    expect((await town.partnerDecider.call('GET /commitment-checks', {})).checks).toEqual([]);
    await town.at('2026-04-01T00:01');
    expect(await mine()).toMatchObject({ state: 'DUE', kind: 'ITEM' });
    const kept = { caseId, result: 'KEPT' as const, findings: '有场所，有进货记录。' };
    expect(
      (await refused(town.reviewer.call('POST /cases/:caseId/verify-commitment', { ...kept, findings: ' ' }))).code,
    ).toBe('findings_missing');
    await town.reviewer.call('POST /cases/:caseId/verify-commitment', kept);
    expect(await mine()).toBeUndefined();
    expect((await refused(town.reviewer.call('POST /cases/:caseId/verify-commitment', kept))).code).toBe(
      'commitment_not_there',
    );
  });

  test('A false commitment: the licence is revoked with its decision, the credit is recorded, the next one is shut.', async () => {
    const { owner, caseId } = await grantedShop();
    const found = { caseId, result: 'FALSE' as const, findings: '没有经营场所。' };
    expect((await refused(town.reviewer.call('POST /cases/:caseId/verify-commitment', found))).code).toBe(
      'commitment_revoke_by_decider',
    );
    expect((await refused(town.decider.call('POST /cases/:caseId/verify-commitment', found))).code).toBe(
      'holder_not_heard',
    );
    const heard = { toldDay: town.today(), how: 'stated' as const };
    await town.decider.call('POST /cases/:caseId/verify-commitment', { ...found, heard });
    const { licences } = await owner.call('GET /my/licences', {});
    expect(licences).toMatchObject([{ state: 'revoked' }]);
    const view = await town.decider.call('GET /cases/:caseId', { caseId });
    const revoked = await town.decider.call('GET /licences/:licenceId', { licenceId: licences[0]?.licenceId ?? '' });
    expect(await textOfDocument(town, revoked.documents[0]?.documentId)).toContain('承诺不实');
    expect(view.story.map(({ act }) => act)).toContain('case.commitmentFalse');
    expect(await messagesOf(town, caseId)).toContainEqual(expect.stringContaining('承诺不实'));
    const { records } = await town.supervisor.call('GET /credit-records', { q: owner.number, standing: 'open' });
    expect(records).toMatchObject([{ source: 'FALSE_COMMITMENT', caseId }]);
    const next = await draft(owner, bookShop, 'bookShop', ['idCard']);
    await sign(owner, next, { whole: true, materials: [] });
    expect((await refused(owner.call('POST /my/cases/:caseId/submit', { caseId: next }))).code).toBe('credit_bad');
    expect((await town.decider.call('GET /cases/:caseId', { caseId })).history.whole).toBe(true);
  });
});

describe('复工复产: a filing on a signed commitment', () => {
  test('It is received, accepted, filed and served in one visit, by the product itself, and verified within 30 days.', async () => {
    const owner = await town.resident({ identity: 'verified' });
    const caseId = await draft(owner, businessResumption, 'businessResumption');
    await sign(owner, caseId, { whole: true, materials: [] });
    const filed = await owner.call('POST /my/cases/:caseId/submit', { caseId });
    expect(filed.state).toBe('COMPLETED');
    const matter = await owner.call('GET /my/cases/:caseId', { caseId });
    expect(matter.outcome).toBe('GRANTED');
    await expectTold(town, caseId);
    expect(matter.story.toReversed().map(({ act, actor }) => [act, actor.kind])).toEqual([
      ['case.submitted', 'resident'],
      ['case.accepted', 'system'],
      ['case.granted', 'system'],
      ['case.delivered', 'system'],
    ]);
    const decision = matter.documents.find(({ kind }) => kind === 'grantDecision');
    expect(decision?.served).toBe(true);
    const { check } = await owner.call('GET /my/cases/:caseId/commitment', { caseId });
    const day = Temporal.PlainDate.from(town.today()).add({ days: 30 }).toString();
    expect(check).toMatchObject({ state: 'WAITING', dueDay: day });
    // Without a licence the decision itself is revoked.
    const { documentIds } = await town.decider.call('POST /cases/:caseId/verify-commitment', {
      caseId,
      result: 'FALSE',
      findings: '没有人负责安全。',
      heard: { toldDay: town.today(), how: 'stated' },
    });
    expect(await textOfDocument(town, documentIds[0])).toContain('撤销');
  });

  test('Who does not commit himself hands in the plan and is examined like everybody.', async () => {
    const owner = await town.resident({ identity: 'verified' });
    const caseId = await draft(owner, businessResumption, 'businessResumption', ['plan']);
    expect((await owner.call('POST /my/cases/:caseId/submit', { caseId })).state).toBe('RECEIVED');
  });
});

describe('极简审批: fused into one stage', () => {
  test('What is approved in one stage goes from acceptance to the decision, with one task.', async () => {
    const owner = await town.resident({ identity: 'verified' });
    const caseId = await draft(owner, tobaccoRenewal, 'tobaccoRenewal', ['idCard', 'promise']);
    await owner.call('POST /my/cases/:caseId/submit', { caseId });
    expect((await town.clerk.call('POST /cases/:caseId/accept', { caseId })).state).toBe('DECIDING');
    const { tasks } = await town.decider.call('GET /cases/:caseId', { caseId });
    expect(tasks.map(({ kind }) => kind)).toEqual(['DECISION']);
  });
});
