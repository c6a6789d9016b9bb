import { describe, expect, test } from 'vitest';
import { licencePapers } from '../../tests/support/applications.ts';
import {
  draftLicence,
  messagesOf,
  submitLicence,
  takeInLicence,
  takeInSenior,
  textOfDocument,
} from '../../tests/support/filing.ts';
import { expectTold } from '../../tests/support/parallel.ts';
import { openTown } from '../../tests/support/town.ts';

// The tests stand in the order of their days: a week or two of spring 2026 each. 2026-04-04 to 04-06 is 清明.
const town = await openTown({ on: '2026-03-02T09:00' });

const remedies = (paper: string) =>
  new RegExp(
    `六十日内向区人民政府（演示）申请行政复议，也可以自收到本${paper}之日起六个月内依法向区人民法院（演示）提起行政诉讼`,
  );
const unsignedPlan = { key: 'plan', kind: 'unsigned', howToFix: '请在平面图上签字' } as const;
const expiredReport = { key: 'testReport', kind: 'expired', howToFix: '请换一年以内的报告' } as const;

/** The clerk looks at what came in as files: unread material cannot be called defective. */
async function lookAt(caseId: string, ...keys: string[]): Promise<void> {
  for (const key of keys) await town.clerk.call('POST /cases/:caseId/open-material', { caseId, key });
}

describe('Monday 2026-03-02: taking in, refusing', () => {
  test('R-2.1, ALL 32(1)(1): that no licence is needed is told at once, in writing, with reason and remedies', async () => {
    const { caseId } = await takeInLicence(town, town.clerk);
    const refused = await town.clerk.call('POST /cases/:caseId/refuse', {
      caseId,
      ground: 'notRequired',
      reason: '不足三十平方米的理发店不需要卫生许可',
    });
    expect(refused).toMatchObject({ state: 'NOT_REQUIRED', actions: ['handOver', 'serveDocument', 'reveal'] });
    expect(refused.due).toBeUndefined();
    const text = await textOfDocument(town, refused.documentIds[0]);
    expect(text).toContain('不足三十平方米的理发店不需要卫生许可');
    expect(text).toContain('《中华人民共和国行政许可法》第三十二条第一款第一项');
    expect(text).toContain('不受理告知书');
    expect(text).not.toMatch(/不予受理|决定/);
    expect(text).toMatch(remedies('告知书'));
  });

  test('R-2.2, ALL 32(1)(2): outside authority, the refusal names the competent organ and the remedies', async () => {
    const { caseId } = await takeInLicence(town, town.clerk, { phone: '13000000071' });
    const act = { caseId, ground: 'outsideAuthority', reason: '经营地址在双峰县' } as const;
    await expect(town.clerk.call('POST /cases/:caseId/refuse', act)).rejects.toMatchObject({
      code: 'competent_organ_missing',
      fields: [{ field: 'competentOrgan', code: 'required' }],
    });
    await expect(
      town.clerk.call('POST /cases/:caseId/refuse', { ...act, reason: ' ', competentOrgan: '双峰县卫生健康局' }),
    ).rejects.toMatchObject({ code: 'reason_missing', fields: [{ field: 'reason', code: 'required' }] });
    const refused = await town.clerk.call('POST /cases/:caseId/refuse', { ...act, competentOrgan: '双峰县卫生健康局' });
    expect(refused.state).toBe('ACCEPTANCE_REFUSED');
    const text = await textOfDocument(town, refused.documentIds[0]);
    expect(text).toContain('不予受理决定书');
    expect(text).toContain('请向双峰县卫生健康局提出申请');
    expect(text).toContain('第三十二条第一款第二项');
    expect(text).toMatch(remedies('决定书'));
    expect(await messagesOf(town, caseId)).toContainEqual(expect.stringContaining('没有受理'));
  });

  test('R-2.3, ALL 32(1)(3): a missing paper is told before the submission and can be put right on the spot', async () => {
    const resident = await town.resident();
    const papers = licencePapers.filter((key) => key !== 'testReport');
    const caseId = await draftLicence(town, resident, { papers });
    await expect(resident.call('POST /my/cases/:caseId/submit', { caseId })).rejects.toMatchObject({
      code: 'materials_missing',
      facts: { count: 1 },
      fields: [{ field: 'testReport', code: 'required' }],
    });
    const draft = await resident.call('GET /my/cases/:caseId', { caseId });
    expect(draft).toMatchObject({ state: 'DRAFT', answers: { businessName: '样例·张记理发店' } });
    await resident.call('POST /my/cases/:caseId/save', {
      caseId,
      materials: [{ key: 'testReport', fileIds: [await resident.upload('检测报告.png')] }],
    });
    expect((await resident.call('POST /my/cases/:caseId/submit', { caseId })).state).toBe('RECEIVED');
  });

  test('R-2.6: what is complete must be accepted; the clerk has no paper left to ask for', async () => {
    const { caseId } = await takeInLicence(town, town.clerk);
    const accepted = await town.clerk.call('POST /cases/:caseId/accept', { caseId });
    expect(accepted.state).toBe('ACCEPTED');
    expect(await textOfDocument(town, accepted.documentIds[0])).toContain('申请材料齐全，符合法定形式');
  });

  test('R-2.6: what is not complete is not accepted, and the refusal says what is missing', async () => {
    const { caseId } = await takeInLicence(town, town.clerk, { papers: ['idCard', 'plan'] });
    await expect(town.clerk.call('POST /cases/:caseId/accept', { caseId })).rejects.toMatchObject({
      code: 'materials_missing',
      facts: { count: 2 },
      fields: [
        { field: 'testReport', code: 'required' },
        { field: 'hygieneRules', code: 'required' },
      ],
    });
  });

  test('R-2.7: acceptance, refusal and correction are each proven in writing, with number, organ and date', async () => {
    const written = async (act: (caseId: string) => Promise<unknown>) => {
      const { caseId } = await takeInLicence(town, town.clerk, { papers: licencePapers });
      await act(caseId);
      const { documents } = await town.clerk.call('GET /cases/:caseId', { caseId });
      const paper = documents.find(({ kind }) => kind !== 'intakeReceipt' && kind !== 'applicationForm');
      return { ...paper, text: await textOfDocument(town, paper?.documentId) };
    };
    const papers = [
      await written((caseId) => town.clerk.call('POST /cases/:caseId/accept', { caseId })),
      await written((caseId) =>
        town.clerk.call('POST /cases/:caseId/refuse', { caseId, ground: 'notRequired', reason: '不需要' }),
      ),
      await written((caseId) => town.clerk.call('POST /cases/:caseId/correct', { caseId, defects: [unsignedPlan] })),
    ];
    expect(papers.map(({ title, day }) => [title, day])).toEqual([
      ['受理通知书', '2026-03-02'],
      ['不受理告知书', '2026-03-02'],
      ['补正告知书', '2026-03-02'],
    ]);
    for (const { number, text } of papers) {
      expect(number).toMatch(/^区卫健许(受|不受|补)〔2026〕\d+号$/);
      expect(text).toContain(number);
      expect(text).toMatch(/区卫生健康局（演示）\n2026年3月2日$/);
    }
  });

  test('R-2.15, OBE 44: what the published version does not list cannot be demanded', async () => {
    const { caseId } = await takeInLicence(town, town.clerk);
    const demand = (key: string) =>
      town.clerk.call('POST /cases/:caseId/correct', {
        caseId,
        defects: [unsignedPlan, { key, kind: 'missing', howToFix: '请提交' }],
      });
    await expect(demand('villageCertificate')).rejects.toMatchObject({
      code: 'material_unknown',
      fields: [{ field: 'villageCertificate', code: 'unknown_field' }],
    });
    // OGS 7: what we look up ourselves is listed as such, and cannot be demanded either.
    await expect(demand('businessLicence')).rejects.toMatchObject({ code: 'material_unknown' });
    await expect(
      takeInLicence(town, town.clerk, { papers: [...licencePapers, 'villageCertificate'] }),
    ).rejects.toMatchObject({ code: 'material_unknown' });
    expect((await town.clerk.call('POST /cases/:caseId/accept', { caseId })).state).toBe('ACCEPTED');
  });
});

describe('R-2.4, ALL 32(1)(4): once, and everything at once', () => {
  test('one notice lists every defect; the resident sees it, is told, and time stands still for the organ', async () => {
    const resident = await town.resident();
    const { caseId } = await submitLicence(town, resident);
    await expect(
      town.clerk.call('POST /cases/:caseId/correct', { caseId, defects: [unsignedPlan] }),
    ).rejects.toMatchObject({ code: 'material_unread', fields: [{ field: 'plan', code: 'material_unread' }] });
    await lookAt(caseId, 'plan', 'testReport');
    const corrected = await town.clerk.call('POST /cases/:caseId/correct', {
      caseId,
      defects: [unsignedPlan, expiredReport],
    });
    expect(corrected).toMatchObject({ state: 'CORRECTION_REQUIRED', documentIds: [expect.any(String)] });
    expect(corrected.due).toBeUndefined();
    const seen = await resident.call('GET /my/cases/:caseId', { caseId });
    expect(seen).toMatchObject({ openDefects: 2, actions: ['supplement', 'withdraw'] });
    expect(seen.materials.flatMap(({ defect }) => defect?.howToFix ?? [])).toEqual([
      '请在平面图上签字',
      '请换一年以内的报告',
    ]);
    expect(await messagesOf(town, caseId)).toContainEqual(expect.stringContaining('还差2样材料'));
    await expect(
      town.clerk.call('POST /cases/:caseId/correct', { caseId, defects: [expiredReport] }),
    ).rejects.toMatchObject({ code: 'case_moved_on', facts: { state: 'CORRECTION_REQUIRED' } });
  });

  test('a half resubmission is told what is still lacking, and is no receipt', async () => {
    const { caseId } = await takeInLicence(town, town.clerk);
    await town.clerk.call('POST /cases/:caseId/correct', { caseId, defects: [unsignedPlan, expiredReport] });
    const handIn = (...keys: string[]) =>
      town.clerk.call('POST /cases/:caseId/receive-supplement', {
        caseId,
        materials: keys.map((key) => ({ key, received: true, originals: 1, copies: 0, fileIds: [] })),
      });
    await expect(handIn('plan')).rejects.toMatchObject({
      code: 'materials_missing',
      fields: [{ field: 'testReport', code: 'required' }],
    });
    await expect(handIn('plan', 'testReport', 'idCard')).rejects.toMatchObject({ code: 'material_unknown' });
    expect((await town.clerk.call('GET /cases/:caseId', { caseId })).round).toBe(1);
    expect((await handIn('plan', 'testReport')).state).toBe('RECEIVED');
    expect((await town.clerk.call('GET /cases/:caseId', { caseId })).round).toBe(2);
  });

  test('domain §2.3(a): after the resubmission no second notice for an old defect; what newly arose may be told', async () => {
    const resident = await town.resident();
    const { caseId } = await submitLicence(town, resident);
    await lookAt(caseId, 'plan', 'testReport', 'hygieneRules');
    await town.clerk.call('POST /cases/:caseId/correct', { caseId, defects: [unsignedPlan, expiredReport] });
    const supply = async (...keys: string[]) =>
      resident.call('POST /my/cases/:caseId/supplement', {
        caseId,
        materials: await Promise.all(keys.map(async (key) => ({ key, fileIds: [await resident.upload()] }))),
      });
    expect(await supply('plan', 'testReport')).toMatchObject({ state: 'RECEIVED', due: { purpose: 'answer' } });

    await expect(
      town.clerk.call('POST /cases/:caseId/correct', {
        caseId,
        defects: [{ key: 'hygieneRules', kind: 'incomplete', howToFix: '请写明负责人' }],
      }),
    ).rejects.toMatchObject({ code: 'second_notice', facts: { key: 'hygieneRules' } });

    await lookAt(caseId, 'plan');
    const back = await town.clerk.call('POST /cases/:caseId/correct', { caseId, defects: [unsignedPlan] });
    expect(back).toMatchObject({ state: 'CORRECTION_REQUIRED', documentIds: [] });
    expect(await messagesOf(town, caseId)).toContainEqual(expect.stringContaining('要求和上次告知的一样'));
    expect((await resident.call('GET /my/cases/:caseId', { caseId })).openDefects).toBe(1);

    await supply('plan');
    await lookAt(caseId, 'plan', 'testReport');
    const claim = (key: string) =>
      town.clerk.call('POST /cases/:caseId/correct', {
        caseId,
        defects: [{ key, kind: 'inconsistent', howToFix: '新平面图上的面积与申请表不一致', newlyArising: true }],
      });
    // The report came in the round before: nothing can newly have arisen from it.
    await expect(claim('testReport')).rejects.toMatchObject({ code: 'second_notice', facts: { key: 'testReport' } });
    const fresh = await claim('plan');
    expect(await textOfDocument(town, fresh.documentIds[0])).toContain('新平面图上的面积与申请表不一致');
    await supply('plan');
    const accepted = await town.clerk.call('POST /cases/:caseId/accept', { caseId });
    expect(await textOfDocument(town, accepted.documentIds[0])).toContain('已按要求提交全部补正材料');
    const { documents } = await resident.call('GET /my/cases/:caseId', { caseId });
    expect(documents.filter(({ kind }) => kind === 'correctionNotice')).toHaveLength(2);
  });

  test('one material stands in a notice once, and a notice about nothing is none', async () => {
    const { caseId } = await takeInLicence(town, town.clerk);
    await expect(
      town.clerk.call('POST /cases/:caseId/correct', { caseId, defects: [unsignedPlan, { ...unsignedPlan }] }),
    ).rejects.toMatchObject({ code: 'invalid_input', fields: [{ field: 'plan', code: 'format' }] });
    await expect(town.clerk.call('POST /cases/:caseId/correct', { caseId, defects: [] })).rejects.toMatchObject({
      code: 'defects_missing',
    });
  });
});

describe('domain §2.3: received when it is submitted', () => {
  test('ESL 11: an online submission on a Saturday night is received that Saturday; day 1 is Monday', async () => {
    const resident = await town.resident();
    await town.at('2026-03-07T23:50');
    const submitted = await submitLicence(town, resident);
    expect(submitted.caseNo).toContain('20260307');
    expect(submitted.due).toMatchObject({ purpose: 'answer', day: '2026-03-13' });
    const seen = await resident.call('GET /my/cases/:caseId', { caseId: submitted.caseId });
    expect([seen.receivedDay, seen.receivedAt]).toEqual(['2026-03-07', '2026-03-07T15:50:00Z']);
    expect(seen.explanation?.days.filter(({ counted }) => counted).map(({ day }) => day)).toEqual([
      '2026-03-09',
      '2026-03-10',
      '2026-03-11',
      '2026-03-12',
      '2026-03-13',
    ]);
  });
});

describe('R-2.12, ALL 32(1)(4): the correction notice within five working days of receipt', () => {
  test('on day 5 it is in time; on day 6 it is refused, and an item without acceptance by law is still to be accepted', async () => {
    await town.at('2026-03-12T10:00');
    const inTime = await takeInSenior(town, town.clerk, { papers: ['photo'] });
    const late = await takeInSenior(town, town.clerk, { papers: ['idCard'] });
    expect(late.due).toMatchObject({ purpose: 'answer', day: '2026-03-19' });
    const noCard = { key: 'idCard', kind: 'missing', howToFix: '请带身份证' } as const;
    const noPhoto = { key: 'photo', kind: 'missing', howToFix: '请带照片' } as const;
    await town.at('2026-03-19T16:59');
    const noticed = await town.clerk.call('POST /cases/:caseId/correct', { caseId: inTime.caseId, defects: [noCard] });
    expect(noticed.state).toBe('CORRECTION_REQUIRED');
    await town.at('2026-03-20T00:00');
    await expect(
      town.clerk.call('POST /cases/:caseId/correct', { caseId: late.caseId, defects: [noPhoto] }),
    ).rejects.toMatchObject({ code: 'five_days_over', facts: { day: '2026-03-19' } });
    const seen = await town.clerk.call('GET /cases/:caseId', { caseId: late.caseId });
    expect(seen).toMatchObject({
      state: 'RECEIVED',
      deemedAccepted: false,
      due: { light: 'red', workingDaysLeft: -1 },
    });
    expect(seen.blocked).toContainEqual({ act: 'correct', code: 'five_days_over', facts: { day: '2026-03-19' } });
    expect((await town.clerk.call('POST /cases/:caseId/accept', { caseId: late.caseId })).state).toBe('DECIDING');
  });
});

describe('R-2.5, ALL 32(1)(4): silence for five working days accepts, from the day of receipt', () => {
  test('T1: received Thursday 03-26, nobody answers: on Friday 04-03 at 00:00 it is accepted as of 03-26', async () => {
    await town.at('2026-03-26T15:00');
    const resident = await town.resident();
    const { caseId, due } = await submitLicence(town, resident);
    expect(due).toMatchObject({ purpose: 'answer', day: '2026-04-02' });
    await town.at('2026-04-02T23:59');
    expect((await resident.call('GET /my/cases/:caseId', { caseId })).state).toBe('RECEIVED');
    await town.at('2026-04-03T00:00');

    const seen = await resident.call('GET /my/cases/:caseId', { caseId });
    // Fri 27 is day 1; 清明 04-06 is not counted: promised 10 wd end on 04-10, statutory 20 wd on 04-24.
    expect(seen).toMatchObject({
      state: 'ACCEPTED',
      deemedAccepted: true,
      receivedDay: '2026-03-26',
      acceptedDay: '2026-03-26',
      promisedDueDay: '2026-04-10',
      statutoryDueDay: '2026-04-24',
      due: { purpose: 'decision', day: '2026-04-10', elapsed: 6 },
    });
    expect(seen.story[0]).toMatchObject({
      act: 'case.deemedAccepted',
      actor: { kind: 'system' },
      day: '2026-04-03',
      facts: { acceptedDay: '2026-03-26', noticeLastDay: '2026-04-02' },
    });
    const notice = seen.documents.find(({ kind }) => kind === 'acceptanceNotice');
    expect(notice?.number).toMatch(/^区卫健许受〔2026〕\d+号$/);
    const text = await textOfDocument(town, notice?.documentId);
    expect(text).toContain('到2026年4月2日没有告知需要补正的内容');
    expect(text).toContain('受理日为2026年3月26日');

    const bySupervisor = await town.supervisor.call('GET /cases/:caseId', { caseId });
    expect(bySupervisor).toMatchObject({ deemedAccepted: true, history: { whole: true } });
    const { rows } = await town.reviewer.call('GET /worklist', { queue: 'toSignFor' });
    expect(rows.find((row) => row.caseId === caseId)).toMatchObject({ deemedAccepted: true, next: 'signFor' });
    expect(await messagesOf(town, caseId)).toContainEqual(
      expect.stringContaining('我们没有按时答复，依法从3月26日（星期四）起就算受理，最迟4月10日（星期五）作出决定'),
    );
    await expect(
      town.clerk.call('POST /cases/:caseId/correct', { caseId, defects: [unsignedPlan] }),
    ).rejects.toMatchObject({ code: 'case_moved_on', facts: { state: 'ACCEPTED', act: 'case.deemedAccepted' } });
    await expectTold(town, caseId);
  });

  test('it does not happen where an answer came on day 5', async () => {
    await town.at('2026-04-09T15:00');
    const accepted = await takeInLicence(town, town.clerk);
    const corrected = await takeInLicence(town, town.clerk);
    const withdrawn = await submitLicence(town, await town.resident());
    await town.at('2026-04-16T16:30');
    await town.clerk.call('POST /cases/:caseId/accept', { caseId: accepted.caseId });
    await town.clerk.call('POST /cases/:caseId/correct', { caseId: corrected.caseId, defects: [unsignedPlan] });
    await town.at('2026-04-17T09:00');
    const stateOf = async ({ caseId }: { caseId: string }) => {
      const { state, acceptedDay, deemedAccepted } = await town.clerk.call('GET /cases/:caseId', { caseId });
      return { state, acceptedDay, deemedAccepted };
    };
    expect(await stateOf(accepted)).toEqual({ state: 'ACCEPTED', acceptedDay: '2026-04-16', deemedAccepted: false });
    expect(await stateOf(corrected)).toMatchObject({ state: 'CORRECTION_REQUIRED', deemedAccepted: false });
    expect(await stateOf(withdrawn)).toMatchObject({ acceptedDay: '2026-04-09', deemedAccepted: true });
  });

  test('each complete resubmission has five days of its own', async () => {
    await town.at('2026-04-20T09:00');
    const { caseId } = await takeInLicence(town, town.clerk);
    await town.at('2026-04-22T09:00');
    await town.clerk.call('POST /cases/:caseId/correct', { caseId, defects: [unsignedPlan] });
    // Thursday 04-23: Fri 24, Mon 27, Tue 28, Wed 29, Thu 30 are its five days.
    await town.at('2026-04-23T09:00');
    const again = await town.clerk.call('POST /cases/:caseId/receive-supplement', {
      caseId,
      materials: [{ key: 'plan', received: true, originals: 0, copies: 1, fileIds: [] }],
    });
    expect(again.due).toMatchObject({ purpose: 'answer', day: '2026-04-30' });
    const receipt = await textOfDocument(town, again.documentIds[0]);
    expect(receipt).toContain('收件凭证');
    expect(receipt).toContain('收到时间：2026年4月23日9时00分');
    expect(receipt).toMatch(/最迟2026年4月30日/);
    // Only what came in this round.
    expect(receipt).toContain('以上材料共1项');
    const { documents } = await town.clerk.call('GET /cases/:caseId', { caseId });
    expect(documents.filter(({ kind }) => kind === 'intakeReceipt').map(({ served }) => served)).toEqual([true, true]);
    await town.at('2026-04-30T23:00');
    expect((await town.clerk.call('GET /cases/:caseId', { caseId })).state).toBe('RECEIVED');
    await town.at('2026-05-01T00:00');
    const seen = await town.clerk.call('GET /cases/:caseId', { caseId });
    expect(seen).toMatchObject({ round: 2, state: 'ACCEPTED', acceptedDay: '2026-04-23', deemedAccepted: true });
    const notice = await textOfDocument(town, seen.documents.at(-1)?.documentId);
    expect(notice).toContain('您于2026年4月20日提出的');
    expect(notice).toContain('于2026年4月23日收到材料');
  });

  test('if the planned job is lost, the nightly sweep finds the case, and it is backdated all the same', async () => {
    await town.at('2026-05-14T10:00');
    const silent = await takeInLicence(town, town.clerk);
    const service = await takeInSenior(town, town.clerk);
    await town.db.pool.query(`delete from jobs where kind = 'cases.deem-accepted'`);
    await town.at('2026-05-22T00:05');
    expect((await town.clerk.call('GET /cases/:caseId', { caseId: silent.caseId })).state).toBe('RECEIVED');
    await town.at('2026-05-22T00:15');
    expect(await town.clerk.call('GET /cases/:caseId', { caseId: silent.caseId })).toMatchObject({
      state: 'ACCEPTED',
      acceptedDay: '2026-05-14',
      deemedAccepted: true,
    });
    // The senior citizen card's version does not give silence that meaning.
    expect(await town.clerk.call('GET /cases/:caseId', { caseId: service.caseId })).toMatchObject({
      state: 'RECEIVED',
    });
  });

  test('while the job has not run, no clerk’s acceptance or refusal comes before the law’s', async () => {
    const silent = await takeInLicence(town, town.clerk);
    const { due } = await town.clerk.call('GET /cases/:caseId', { caseId: silent.caseId });
    const over = Temporal.PlainDate.from(due?.day ?? '').add({ days: 1 });
    const { rows: held } = await town.db.pool.query(
      `update jobs set run_at = 'infinity' where kind = 'cases.deem-accepted' and payload ->> 'caseId' = $1 returning id`,
      [silent.caseId],
    );
    expect(held).toHaveLength(1);
    await town.at(`${over}T00:01`);
    const refusal = { code: 'five_days_over', facts: { day: due?.day } };
    await expect(town.clerk.call('POST /cases/:caseId/accept', { caseId: silent.caseId })).rejects.toMatchObject(
      refusal,
    );
    await expect(
      town.clerk.call('POST /cases/:caseId/refuse', {
        caseId: silent.caseId,
        ground: 'notRequired',
        reason: '不需要许可',
      }),
    ).rejects.toMatchObject(refusal);
    const seen = await town.clerk.call('GET /cases/:caseId', { caseId: silent.caseId });
    expect(seen.blocked.map(({ act, code }) => [act, code])).toEqual([
      ['accept', 'five_days_over'],
      ['correct', 'five_days_over'],
      ['refuse', 'five_days_over'],
    ]);
    const { rows } = await town.clerk.call('GET /worklist', { q: seen.caseNo ?? '' });
    expect(rows[0]?.next).toBeUndefined();
    await town.at(`${over}T00:30`);
    expect((await town.clerk.call('GET /cases/:caseId', { caseId: silent.caseId })).deemedAccepted).toBe(true);
  });
});
