import { describe, expect, test } from 'vitest';
import { sampleAnswers } from '../../demo/items/sample-answers.ts';
import { sampleNumber } from '../../demo/residents.ts';
import { messagesOf, textOfDocument } from '../../tests/support/filing.ts';
import { expectTold } from '../../tests/support/parallel.ts';
import { openTown, type Refused } from '../../tests/support/town.ts';

// A Monday; the weeks around it are without a holiday.
const town = await openTown({ on: '2026-03-02T09:00' });
const { fireworksShop = '', hygieneRenewal = '', bookShop = '' } = town.items;

const refused = async (act: Promise<unknown>): Promise<Refused> =>
  act.then(
    () => {
      throw new Error('It was not refused.');
    },
    (refusal: Refused) => refusal,
  );

const onPaper = (keys: readonly string[]) =>
  keys.map((key) => ({ key, received: true, originals: 1, copies: 0, fileIds: [] }));

let people = 700;

/** Somebody at the window of the town; the firm of the form is always another. */
async function takeIn(itemId: string, key: string, papers: readonly string[], number = personNumber()) {
  const { caseId } = await town.districtClerk.call('POST /cases/take-in', {
    itemId,
    applicant: { name: '样例·王老板', residentNumber: number, phone: '13900000077', regionId: town.regions.village },
    answers: sampleAnswers(key, town.regions.village),
    materials: onPaper(papers),
    deliveryWish: 'WINDOW',
  });
  return caseId;
}

const personNumber = () => sampleNumber(people++);

const fireworks = (papers: readonly string[] = ['idCard', 'premisesProof']) =>
  takeIn(fireworksShop, 'fireworksShop', papers);
const accept = (caseId: string, more: Partial<{ materials: string[]; supplyDay: string; signed: boolean }> = {}) =>
  town.districtClerk.call('POST /cases/:caseId/accept-tolerated', {
    caseId,
    materials: ['photos', 'training'],
    supplyDay: '2026-03-06',
    method: 'WINDOW',
    signed: true,
    ...more,
  });

describe('国发〔2022〕5号, 容缺受理: what may follow', () => {
  test('Only materials of the published list, all others there, a day within their limits, signed by the applicant.', async () => {
    const caseId = await fireworks();
    expect((await refused(town.districtClerk.call('POST /cases/:caseId/accept', { caseId }))).code).toBe(
      'materials_missing',
    );
    expect((await refused(accept(caseId, { materials: ['photos'] }))).code).toBe('tolerated_main_missing');
    expect(await refused(accept(caseId, { materials: ['photos', 'training', 'idCard'] }))).toMatchObject({
      code: 'tolerated_unlisted',
      facts: { key: 'idCard' },
    });
    // 5 working days from Monday 2 March: Monday 9 March.
    expect(await refused(accept(caseId, { supplyDay: '2026-03-10' }))).toMatchObject({
      code: 'supply_day_too_late',
      facts: { day: '2026-03-09' },
      fields: [{ field: 'supplyDay' }],
    });
    expect((await refused(accept(caseId, { supplyDay: '2026-02-27' }))).code).toBe('day_in_past');
    expect((await refused(accept(caseId, { supplyDay: '2026-02-30' }))).code).toBe('invalid_input');
    expect((await refused(accept(caseId, { signed: false }))).code).toBe('commitment_unsigned');
    const { state } = await town.districtClerk.call('GET /cases/:caseId', { caseId });
    expect(state).toBe('RECEIVED');
  });

  test('A main material that is missing is no matter of tolerance; nor is a whole set.', async () => {
    expect(await refused(accept(await fireworks(['idCard'])))).toMatchObject({ code: 'tolerated_main_missing' });
    expect((await refused(accept(await fireworks(['idCard', 'premisesProof', 'photos', 'training'])))).code).toBe(
      'tolerated_nothing_missing',
    );
    const whole = await takeIn(bookShop, 'bookShop', ['idCard']);
    expect((await refused(accept(whole, { materials: ['premisesProof'] }))).code).toBe('tolerated_unlisted');
  });

  test('The day lies within the promise: 3 working days from 2 March end on 5 March.', async () => {
    const caseId = await takeIn(hygieneRenewal, 'hygieneRenewal', ['idCard']);
    const { missing } = await town.districtClerk.call('GET /cases/:caseId/commitment', { caseId });
    expect(missing).toMatchObject([{ key: 'testReport', tolerated: { workingDays: 10 }, lastDay: '2026-03-05' }]);
    expect(await refused(accept(caseId, { materials: ['testReport'], supplyDay: '2026-03-06' }))).toMatchObject({
      code: 'supply_day_too_late',
      facts: { day: '2026-03-05' },
    });
  });

  test('Whoever has bad credit that is not repaired is shut out, and may still hand everything in.', async () => {
    const number = personNumber();
    await town.supervisor.call('POST /credit-records', {
      name: '样例·王老板',
      number,
      source: 'SUPPLY_MISSED',
      reason: '上次没有补交。',
    });
    const caseId = await takeIn(fireworksShop, 'fireworksShop', ['idCard', 'premisesProof'], number);
    expect(await refused(accept(caseId))).toMatchObject({ code: 'credit_bad', facts: { source: 'SUPPLY_MISSED' } });
  });
});

describe('国发〔2022〕5号, 容缺受理: accepted on 2 March, to be supplied by Friday 6 March', () => {
  test('Both clocks start, both papers are issued, the review goes on, and the result is held.', async () => {
    const caseId = await takeIn(hygieneRenewal, 'hygieneRenewal', ['idCard']);
    const accepted = await accept(caseId, { materials: ['testReport'], supplyDay: '2026-03-04' });
    expect(accepted).toMatchObject({ state: 'DECIDING', due: { purpose: 'decision', day: '2026-03-05' } });
    expect(accepted.actions).toContain('receiveTolerated');
    const [notice, commitment, acceptance] = await Promise.all(
      accepted.documentIds.map((documentId) => textOfDocument(town, documentId)),
    );
    expect(notice).toContain('容缺受理通知书');
    expect(notice).toContain('2026年3月4日');
    expect(commitment).toContain('容缺受理承诺书');
    expect(acceptance).toContain('主要材料齐全，暂缺的材料已经承诺按期补交');
    const grant = () => town.decider.call('POST /cases/:caseId/decide', { caseId, outcome: 'GRANTED' });
    expect(await refused(grant())).toMatchObject({ code: 'materials_owed', facts: { count: 1 } });
    expect(await refused(receive(caseId, ['idCard']))).toMatchObject({
      code: 'supply_not_owed',
      facts: { key: 'idCard' },
    });
    const supplied = await receive(caseId, ['testReport']);
    expect(supplied.state).toBe('DECIDING');
    const receipt = await textOfDocument(town, supplied.documentIds[0]);
    for (const said of ['收件凭证', '检测', '以上补交的材料共1项', '应当补交的材料已经齐全'])
      expect(receipt).toContain(said);
    expect(receipt).not.toContain('核对完毕');
    expect((await grant()).state).toBe('DELIVERING');
    await expectTold(town, caseId);
    expect(await refused(receive(caseId, ['testReport']))).toMatchObject({ code: 'case_moved_on' });
    // The last day passes, and nothing ends.
    await town.at('2026-03-05T00:10');
    expect((await town.districtClerk.call('GET /cases/:caseId', { caseId })).state).toBe('DELIVERING');
  });

  test('Reminded three days and one before, and on the day; not supplied by its end, the matter is terminated and recorded.', async () => {
    const caseId = await fireworks();
    await town.at('2026-03-05T09:01');
    const { state } = await accept(caseId, { supplyDay: '2026-03-11' });
    expect(state).toBe('ACCEPTED');
    const reminders = async () => (await messagesOf(town, caseId)).filter((text) => text.includes('最后一天')).length;
    await town.at('2026-03-06T09:01');
    expect(await reminders()).toBe(1);
    await town.at('2026-03-10T09:01');
    expect(await reminders()).toBe(2);
    await receive(caseId, ['photos']);
    await town.at('2026-03-11T23:50');
    expect(await reminders()).toBe(3);
    const before = await town.districtClerk.call('GET /cases/:caseId/commitment', { caseId });
    expect(before.owed).toMatchObject([{ key: 'training', day: '2026-03-11', method: 'WINDOW' }]);
    await town.at('2026-03-12T00:01');
    const view = await town.districtClerk.call('GET /cases/:caseId', { caseId });
    expect(view.state).toBe('TERMINATED');
    await expectTold(town, caseId);
    const notice = view.documents.find(({ kind }) => kind === 'terminationNotice');
    expect(await textOfDocument(town, notice?.documentId)).toContain('应当补交的材料到期没有补齐');
    const { records } = await town.supervisor.call('GET /credit-records', { standing: 'open' });
    expect(records.find((record) => record.caseId === caseId)).toMatchObject({
      source: 'SUPPLY_MISSED',
      fromDay: '2026-03-12',
    });
    expect(view.history.whole).toBe(true);
  });
});

function receive(caseId: string, keys: readonly string[]) {
  return town.districtClerk.call('POST /cases/:caseId/receive-tolerated', { caseId, materials: onPaper(keys) });
}
