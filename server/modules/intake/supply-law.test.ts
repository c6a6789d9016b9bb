import { expect, test } from 'vitest';
import { sampleAnswers } from '../../demo/items/sample-answers.ts';
import { takeInLicence, textOfDocument } from '../../tests/support/filing.ts';
import { acceptedLicence, publishWay } from '../../tests/support/procedures.ts';
import { openTown } from '../../tests/support/town.ts';
import { actsFrom } from '../cases/index.ts';
import { statutoryHolidays } from '../deadlines/calendar.rules.ts';

// A Monday; the weeks around it are without a holiday.
const town = await openTown({ on: '2026-03-02T09:00' });
const { fireworksShop = '', bookShop = '' } = town.items;
const onPaper = (keys: readonly string[]) =>
  keys.map((key) => ({ key, received: true, originals: 1, copies: 0, fileIds: [] }));
const view = (caseId: string) => town.districtClerk.call('GET /cases/:caseId', { caseId });

test('容缺: what may end a matter when it does not come may be handed in until then, in every state', () => {
  expect(actsFrom.receiveTolerated).toEqual(['ACCEPTED', 'IN_REVIEW', 'SPECIAL_PROCEDURE', 'DECIDING', 'REPORTED_UP']);
  expect(actsFrom.withdrawCommitment).toEqual(expect.arrayContaining([...actsFrom.receiveTolerated]));
});

test('容缺: accepted anew after 退件 it ends with the new day, not with the old one, and also where its job was lost', async () => {
  const { caseId } = await town.districtClerk.call('POST /cases/take-in', {
    itemId: fireworksShop,
    applicant: {
      ...{ name: '样例·王老板', residentNumber: '431302190001010017', phone: '13900000077' },
      regionId: town.regions.village,
    },
    answers: sampleAnswers('fireworksShop', town.regions.village),
    materials: onPaper(['idCard', 'premisesProof']),
    deliveryWish: 'WINDOW',
  });
  const accept = (supplyDay: string, materials: string[]) =>
    town.districtClerk.call('POST /cases/:caseId/accept-tolerated', {
      ...{ caseId, materials, supplyDay, method: 'WINDOW', signed: true },
    });
  await accept('2026-03-03', ['photos', 'training']);
  const leads = [town.reviewer, town.partnerReviewer, town.townReviewer];
  const returned = await Promise.allSettled(
    leads.map((who) => who.call('POST /cases/:caseId/return-to-front', { caseId, reason: '请核对材料。' })),
  );
  expect(returned.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect((await view(caseId)).owedMaterials).toBe(0);
  await accept('2026-03-05', ['photos', 'training']);
  await town.at('2026-03-04T00:20');
  expect((await view(caseId)).state).toBe('ACCEPTED');
  await town.districtClerk.call('POST /cases/:caseId/receive-tolerated', { caseId, materials: onPaper(['photos']) });
  expect(await view(caseId)).toMatchObject({ owedMaterials: 1, supplyDueDay: '2026-03-05' });
  await town.db.pool.query(`delete from jobs where kind = 'cases.end-unsupplied'`);
  await town.at('2026-03-06T00:10');
  expect((await view(caseId)).state).toBe('ACCEPTED');
  // The night's search finds it.
  await town.at('2026-03-06T00:20');
  expect((await view(caseId)).state).toBe('TERMINATED');
});

test('国办发〔2020〕42号, R-2.4: taken back after acceptance on Friday 6 March, it is asked for by a notice of its own until Friday the 13th; not there, the matter ends and nobody is blacklisted', async () => {
  const owner = await town.resident({ identity: 'verified' });
  const { caseId } = await owner.call('POST /my/cases', { itemId: bookShop });
  await owner.call('POST /my/cases/:caseId/save', {
    caseId,
    answers: sampleAnswers('bookShop', town.regions.village),
    materials: [{ key: 'idCard', fileIds: [await owner.upload('idCard.png')] }],
    regionId: town.regions.village,
  });
  const choice = { whole: true, materials: [] };
  await owner.call('POST /my/cases/:caseId/save', { caseId, commitment: choice });
  const { chosen } = await owner.call('GET /my/cases/:caseId/commitment', { caseId });
  await owner.call('POST /my/cases/:caseId/save', {
    caseId,
    commitment: { ...choice, signed: chosen?.letter.digest ?? '' },
  });
  await owner.call('POST /my/cases/:caseId/submit', { caseId });
  await town.districtClerk.call('POST /cases/:caseId/accept', { caseId });
  const { documentIds } = await owner.call('POST /my/cases/:caseId/withdraw-commitment', { caseId });
  const text = await textOfDocument(town, documentIds[0]);
  for (const said of ['补交材料通知书', '场所的使用证明', '2026年3月13日', '终止办理']) expect(text).toContain(said);
  const { documents, supplyDueDay } = await view(caseId);
  expect(documents.map(({ kind }) => kind)).not.toContain('correctionNotice');
  expect(supplyDueDay).toBe('2026-03-13');
  await town.at('2026-03-14T00:05');
  const after = await view(caseId);
  expect(after.state).toBe('TERMINATED');
  const { records } = await town.supervisor.call('GET /credit-records', { standing: 'open' });
  expect(records.filter((record) => record.caseId === caseId)).toEqual([]);
}, 60_000);

test('R-2.4: the applicant’s last day is a clock, which a holiday notice that comes late moves', async () => {
  await town.at('2026-12-28T09:00');
  await publishWay(town, {}, { correctionDays: 5 });
  const { caseId } = await takeInLicence(town, town.clerk, { phone: '13000000008' });
  const { documentIds } = await town.clerk.call('POST /cases/:caseId/correct', {
    caseId,
    defects: [{ key: 'plan', kind: 'missing', howToFix: '请补交平面图。' }],
  });
  expect((await town.clerk.call('GET /cases/:caseId', { caseId })).due).toMatchObject({
    ...{ purpose: 'correction', day: '2027-01-05', provisional: true },
  });
  expect(await textOfDocument(town, documentIds[0])).toContain('2027年');
  // A procedure of five working days, told the same day.
  const paused = await acceptedLicence(town);
  await town.reviewer.call('POST /cases/:caseId/start-procedure', {
    ...{ caseId: paused, ground: 'testing', neededDays: 5, reason: '检测。' },
  });
  const name = { zh: '元旦', en: 'New Year’s Day' };
  await town.admin.call('POST /calendar/years', {
    year: 2027,
    notice: '样例通知',
    days: [...statutoryHolidays(2027), { day: '2027-01-04', kind: 'holiday', name }],
  });
  await town.settle();
  expect((await town.clerk.call('GET /cases/:caseId', { caseId })).due).toMatchObject({
    ...{ day: '2027-01-06', provisional: false },
  });
  const { procedures } = await town.reviewer.call('GET /cases/:caseId/procedures', { caseId: paused });
  expect(procedures[0]?.expectedDay).toBe('2027-01-06');
  const ended = await town.reviewer.call('POST /cases/:caseId/end-procedure', { caseId: paused, result: '合格。' });
  expect(await textOfDocument(town, ended.documentIds[0])).toMatch(/恢复计时通知书[\s\S]*0个工作日/);
}, 120_000);
