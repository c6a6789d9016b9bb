import { describe, expect, test } from 'vitest';
import { sampleNumber } from '../../demo/residents.ts';
import { bringToDecision, takeInLicence, textOfDocument } from '../../tests/support/filing.ts';
import { asSecondPost } from '../../tests/support/second-post.ts';
import { openTown } from '../../tests/support/town.ts';

// Tests stand in the order of their days: from Monday 2026-03-02 on.
const town = await openTown({ on: '2026-03-02T09:00' });

async function accepted(): Promise<string> {
  const { caseId } = await takeInLicence(town, town.clerk, { residentNumber: sampleNumber(51) });
  await town.clerk.call('POST /cases/:caseId/accept', { caseId });
  return caseId;
}

const make = (caseIds: string[], by = town.clerk, partnerId = town.organs.bureau) =>
  by.call('POST /hand-over-sheets', { partnerId, caseIds });
const hand = (sheetId: string, by = town.clerk) => by.call('POST /hand-over-sheets/:sheetId/hand', { sheetId });
const take = (sheetId: string, by = town.reviewer, refused: { caseId: string; reason: string }[] = []) =>
  by.call('POST /hand-over-sheets/:sheetId/take', { sheetId, refused });
const candidates = async (by = town.clerk) =>
  (await by.call('GET /hand-over-candidates', {})).cases.map(({ caseId }) => caseId);

describe('材料交接单, domain §3.2 7: papers go with a sheet that both sides sign', () => {
  test('the window hands over, the department takes over, and the document has both names', async () => {
    const [one, other] = [await accepted(), await accepted()];
    expect(await candidates()).toEqual([one, other]);
    const made = await make([one, other]);
    expect(made).toMatchObject({ state: 'MADE', direction: 'TO_OFFICE', cases: 2, actions: ['hand', 'discard'] });
    expect(made.lines[0]?.papers.length).toBeGreaterThan(0);
    expect(await candidates()).toEqual([]);
    const handed = await hand(made.sheetId);
    // Two working days from Monday 2 March.
    expect(handed).toMatchObject({ state: 'HANDED', takeDueDay: '2026-03-04', actions: [] });
    const taken = await take(made.sheetId);
    expect(taken).toMatchObject({
      state: 'TAKEN',
      refused: 0,
      handed: { name: '样例·clerk' },
      taken: { name: '样例·reviewer' },
    });
    const text = await textOfDocument(town, taken.documentId);
    for (const words of ['材料交接单', '样例·clerk', '样例·reviewer', '甲镇便民服务中心', '区卫生健康局'])
      expect(text).toContain(words);
    const pdf = await town.clerk.raw('GET', `/api/hand-over-sheets/${made.sheetId}/pdf`);
    expect(pdf.status).toBe(200);
    const { story } = await town.reviewer.call('GET /cases/:caseId', { caseId: one });
    expect(story.map(({ act }) => act)).toEqual(expect.arrayContaining(['case.papersHanded', 'case.papersTaken']));
  });

  test('sheets made at the same moment have numbers of their own, and a case stands on one of them', async () => {
    const caseIds = await Promise.all(Array.from({ length: 5 }, accepted));
    const made = await Promise.allSettled([...caseIds, ...caseIds].map((caseId) => make([caseId])));
    const sheets = made.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    const refused = made.flatMap((each) => (each.status === 'rejected' ? [each.reason.code] : []));
    expect(refused).toEqual(Array.from({ length: 5 }, () => 'sheet_case_elsewhere'));
    // The day's first sheet is that of the test before.
    expect(sheets.map(({ number }) => number).toSorted()).toEqual(
      ['002', '003', '004', '005', '006'].map((number) => `JJ20260302-${number}`),
    );
    expect(sheets.flatMap(({ lines }) => lines.map(({ caseId }) => caseId)).toSorted()).toEqual(caseIds.toSorted());
    for (const { sheetId } of sheets) await take((await hand(sheetId)).sheetId);
  });

  test('a case with a paper missing is not taken, with the reason, and can go on another sheet', async () => {
    const [whole, lacking] = [await accepted(), await accepted()];
    const { sheetId } = await make([whole, lacking]);
    await hand(sheetId);
    await expect(take(sheetId, town.reviewer, [{ caseId: lacking, reason: ' ' }])).rejects.toMatchObject({
      code: 'invalid_input',
      fields: [{ field: 'refused.0.reason', code: 'required' }],
    });
    const taken = await take(sheetId, town.reviewer, [{ caseId: lacking, reason: '缺平面图原件' }]);
    expect(taken).toMatchObject({ state: 'TAKEN', refused: 1 });
    expect(taken.lines.find(({ caseId }) => caseId === lacking)).toMatchObject({
      state: 'REFUSED',
      reason: '缺平面图原件',
    });
    expect(await textOfDocument(town, taken.documentId)).toContain('缺平面图原件');
    const { rows } = await town.db.pool.query('select * from hand_over_lines where sheet_id = $1', [sheetId]);
    expect(JSON.stringify(rows)).not.toContain('缺平面图原件');
    expect(await candidates()).toEqual([lacking]);
    await take((await hand((await make([lacking])).sheetId)).sheetId);
  });

  test('a case stands on one sheet under way; a discarded sheet frees it', async () => {
    const caseId = await accepted();
    const { sheetId } = await make([caseId]);
    await expect(make([caseId])).rejects.toMatchObject({ code: 'sheet_case_elsewhere' });
    await town.clerk.call('POST /hand-over-sheets/:sheetId/discard', { sheetId });
    await expect(hand(sheetId)).rejects.toMatchObject({ code: 'sheet_moved_on' });
    await make([caseId]);
  });

  test('nobody signs on both sides, in whatever post; a third person is not asked', async () => {
    const caseId = await accepted();
    const { sheetId } = await make([caseId]);
    await expect(take(sheetId)).rejects.toMatchObject({ code: 'sheet_moved_on' });
    await hand(sheetId);
    await asSecondPost(town, town.clerk, 'reviewer', async () => {
      await expect(take(sheetId, town.clerk)).rejects.toMatchObject({ code: 'sheet_same_person' });
    });
    await expect(take(sheetId, town.partnerReviewer)).rejects.toMatchObject({ code: 'not_found' });
    await expect(hand(sheetId)).rejects.toMatchObject({ code: 'sheet_moved_on' });
    await take(sheetId);
  });

  test('a case of another department cannot stand on the sheet', async () => {
    const caseId = await accepted();
    await expect(make([caseId], town.clerk, town.organs.partner)).rejects.toMatchObject({ code: 'sheet_case_unfit' });
    await expect(make([caseId], town.neighbour)).rejects.toMatchObject({ code: 'sheet_case_unfit' });
  });

  test('papers that nobody took over in time are listed for both sides: Monday’s from Thursday on', async () => {
    const caseId = await accepted();
    const { sheetId } = await make([caseId]);
    await hand(sheetId);
    const late = async (by: typeof town.clerk) =>
      (await by.call('GET /hand-over-sheets', { late: true })).sheets.map((sheet) => sheet.sheetId);
    await town.at('2026-03-04T23:00');
    expect(await late(town.reviewer)).toEqual([]);
    await town.at('2026-03-05T00:30');
    for (const by of [town.clerk, town.reviewer, town.supervisor]) expect(await late(by)).toEqual([sheetId]);
    expect((await town.clerk.call('GET /hand-over-sheets', {})).late).toBe(1);
    await take(sheetId);
    expect(await late(town.reviewer)).toEqual([]);
  });

  test('lists go page by page, newest first', async () => {
    const first = await town.clerk.call('GET /hand-over-sheets', { limit: 2 });
    const second = await town.clerk.call('GET /hand-over-sheets', { limit: 2, after: first.next ?? '' });
    const ids = [...first.sheets, ...second.sheets].map(({ sheetId }) => sheetId);
    expect(ids).toEqual(ids.toSorted().toReversed());
    expect(new Set(ids).size).toBe(4);
  });
});

describe('domain §3.2 9: results come back to the exit window with a sheet', () => {
  test('the department hands over decision, certificate and the applicant’s papers; the window takes them over', async () => {
    const { caseId } = await takeInLicence(town, town.clerk, { residentNumber: sampleNumber(52) });
    await bringToDecision(town, caseId);
    await town.decider.call('POST /cases/:caseId/decide', { caseId, outcome: 'GRANTED' });
    expect(await candidates(town.reviewer)).toContain(caseId);
    const made = await make([caseId], town.reviewer, town.centers.town);
    expect(made).toMatchObject({ direction: 'TO_WINDOW', state: 'MADE' });
    expect(made.lines[0]?.papers.map(({ name }) => name.zh)).toEqual(
      expect.arrayContaining([expect.stringContaining('决定书')]),
    );
    await hand(made.sheetId, town.decider);
    expect((await take(made.sheetId, town.clerk)).state).toBe('TAKEN');
  });

  test('a file that was returned to the front goes back with a sheet, and out again after it was accepted anew', async () => {
    const caseId = await accepted();
    await take((await hand((await make([caseId])).sheetId)).sheetId);
    await town.reviewer.call('POST /cases/:caseId/return-to-front', { caseId, reason: '平面图不对。' });
    const back = await make([caseId], town.reviewer, town.centers.town);
    await hand(back.sheetId, town.reviewer);
    await take(back.sheetId, town.clerk);
    await town.clerk.call('POST /cases/:caseId/accept', { caseId });
    expect(await candidates()).toContain(caseId);
  });
});
