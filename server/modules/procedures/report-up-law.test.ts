import { expect, test } from 'vitest';
import { getChain } from '../../platform/ledger/index.ts';
import { textOfDocument } from '../../tests/support/filing.ts';
import { publishWay, reviewedLicence } from '../../tests/support/procedures.ts';
import { asSecondPost } from '../../tests/support/second-post.ts';
import { openTown } from '../../tests/support/town.ts';

const town = await openTown({ on: '2026-03-06T09:00' });
await publishWay(town, { reportUp: true });
const procedures = (caseId: string) => town.reviewer.call('GET /cases/:caseId/procedures', { caseId });
const report = (caseId: string) =>
  town.reviewer.call('POST /cases/:caseId/report-up', { caseId, opinion: 'agree', text: '符合条件，拟同意。' });
const record = async (caseId: string, more: { day?: string; fileId?: string; outcome?: 'GRANTED' | 'DENIED' } = {}) =>
  town.decider.call('POST /cases/:caseId/record-upper-decision', {
    ...{ caseId, outcome: 'GRANTED' as const, number: '市卫健许决〔2026〕8号', day: town.today() },
    fileId: more.fileId ?? (await town.decider.upload('决定.png')),
    ...more,
  });

test('R-2.10, ALL 43: accepted Friday 6 March 2026, the first review is due 20 working days later, Friday 3 April; ALL 35: the opinion goes up with all materials, the upper decision comes back and is carried out', async () => {
  const caseId = await reviewedLicence(town);
  expect((await procedures(caseId)).upper).toMatchObject({ firstReviewDay: '2026-04-03', light: 'green' });
  // The lower organ examines, the upper one decides.
  const decide = () => town.decider.call('POST /cases/:caseId/decide', { caseId, outcome: 'GRANTED' });
  await expect(decide()).rejects.toMatchObject({ code: 'report_up_first' });

  const { documentIds, state } = await report(caseId);
  expect(state).toBe('REPORTED_UP');
  const text = await textOfDocument(town, documentIds[0]);
  for (const said of ['市卫生健康委员会', '第三十五条', '拟同意', '卫生检测报告', '2026年4月3日'])
    expect(text).toContain(said);
  expect((await procedures(caseId)).upper).not.toHaveProperty('firstReviewDay');
  await expect(report(caseId)).rejects.toMatchObject({ code: 'case_moved_on' });

  await town.at('2026-03-12T10:00');
  await expect(record(caseId, { day: '2026-03-05' })).rejects.toMatchObject({ fields: [{ field: 'day' }] });
  await expect(record(caseId, { day: '2026-03-13' })).rejects.toMatchObject({ fields: [{ field: 'day' }] });
  const stranger = await town.reviewer.upload('决定.png');
  await expect(record(caseId, { fileId: stranger })).rejects.toMatchObject({ code: 'file_missing' });
  const bare = await town.decider.raw('POST', `/api/cases/${caseId}/record-upper-decision`, {
    ...{ outcome: 'GRANTED', number: '市卫健许决〔2026〕8号', day: town.today() },
  });
  expect(bare.body).toMatchObject({ refusal: { code: 'invalid_input', fields: [{ field: 'fileId' }] } });
  expect((await record(caseId)).state).toBe('DECIDING');
  // The ledger is never forgotten: it keeps a digest of the number, which may say what only the case's key opens.
  const recorded = (await getChain(town.db, town.district, { kind: 'case', id: caseId })).at(-1);
  expect(recorded?.act).toBe('case.upperDecided');
  expect(recorded?.body).not.toContain('市卫健许决');
  expect((await procedures(caseId)).reportUp).toMatchObject({
    opinion: 'agree',
    decision: { outcome: 'GRANTED', number: '市卫健许决〔2026〕8号', day: '2026-03-12' },
  });
  await expect(
    town.decider.call('POST /cases/:caseId/decide', { caseId, outcome: 'DENIED', reason: '另有考虑。' }),
  ).rejects.toMatchObject({ code: 'upper_decides_otherwise' });
  expect((await decide()).state).toBe('DELIVERING');
});

test('ALL 35: nothing is asked of the applicant again while his matter lies above', async () => {
  const caseId = await reviewedLicence(town);
  await report(caseId);
  const { actions } = await town.clerk.call('GET /cases/:caseId', { caseId });
  expect(actions).not.toEqual(expect.arrayContaining(['correct', 'receiveSupplement']));
});

test('R-2.10: what is not handled in two steps is not reported up', async () => {
  await publishWay(town, {});
  const caseId = await reviewedLicence(town);
  await expect(report(caseId)).rejects.toMatchObject({ code: 'not_found' });
  expect(await procedures(caseId)).not.toHaveProperty('upper');
});

test('受审分离, R-2.10: who took the papers in gives no first-review opinion and records no upper decision, in whatever post; who gave the opinion does not decide', async () => {
  await publishWay(town, { reportUp: true });
  const caseId = await reviewedLicence(town);
  await asSecondPost(town, town.clerk, 'reviewer', async () => {
    await expect(
      town.clerk.call('POST /cases/:caseId/report-up', { caseId, opinion: 'agree', text: '同意。' }),
    ).rejects.toMatchObject({ code: 'same_person', facts: { did: 'takenIn' } });
  });
  await asSecondPost(town, town.decider, 'reviewer', async () => {
    await town.decider.call('POST /cases/:caseId/report-up', { caseId, opinion: 'agree', text: '同意。' });
  });
  await asSecondPost(town, town.clerk, 'decider', async () => {
    await expect(
      town.clerk.call('POST /cases/:caseId/record-upper-decision', {
        ...{ caseId, outcome: 'GRANTED', number: '市卫健许决〔2026〕9号', day: town.today() },
        fileId: await town.clerk.upload('决定.png'),
      }),
    ).rejects.toMatchObject({ code: 'same_person', facts: { did: 'takenIn' } });
  });
  await record(caseId);
  const decide = (by: typeof town.decider) => by.call('POST /cases/:caseId/decide', { caseId, outcome: 'GRANTED' });
  await expect(decide(town.decider)).rejects.toMatchObject({ code: 'same_person', facts: { did: 'reviewed' } });
  expect((await decide(town.organHead)).state).toBe('DELIVERING');
});
