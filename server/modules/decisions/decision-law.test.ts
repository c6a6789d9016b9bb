import { describe, expect, test } from 'vitest';
import {
  bringToDecision,
  messagesOf,
  submitLicence,
  takeInLicence,
  takeInSenior,
  textOfDocument,
} from '../../tests/support/filing.ts';
import { asSecondPost } from '../../tests/support/second-post.ts';
import { openTown, password } from '../../tests/support/town.ts';

const town = await openTown({ on: '2026-03-02T09:00' });

describe('limits from acceptance', () => {
  test('R-2.8, ALL 42(1): twenty working days from acceptance, printed on the notice with their last day', async () => {
    const { caseId } = await takeInLicence(town, town.clerk);
    const accepted = await town.clerk.call('POST /cases/:caseId/accept', { caseId });
    const seen = await town.clerk.call('GET /cases/:caseId', { caseId });
    // Accepted Monday 03-02; day 1 is Tuesday; twenty working days end on Monday 03-30.
    expect(seen.statutoryDueDay).toBe('2026-03-30');
    const text = await textOfDocument(town, accepted.documentIds[0]);
    expect(text).toMatch(/法定期限为20个工作日，最迟2026年3月30日/);
  });

  test('R-2.15, OBE 36: the promised day lies within the statutory one, is printed, and is the date that matters', async () => {
    const { caseId } = await takeInLicence(town, town.clerk);
    const accepted = await town.clerk.call('POST /cases/:caseId/accept', { caseId });
    expect(accepted.due).toMatchObject({ purpose: 'decision', day: '2026-03-16', light: 'green' });
    const seen = await town.clerk.call('GET /cases/:caseId', { caseId });
    expect((seen.promisedDueDay ?? '9') <= (seen.statutoryDueDay ?? '')).toBe(true);
    expect(await textOfDocument(town, accepted.documentIds[0])).toMatch(/本机关承诺最迟2026年3月16日/);
  });

  test('T4, domain §2.6: accepted on a Saturday, the first counted day is Monday', async () => {
    const { caseId } = await takeInLicence(town, town.clerk);
    await town.at('2026-03-07T10:00');
    await town.clerk.call('POST /cases/:caseId/accept', { caseId });
    const { explanation, acceptedDay, promisedDueDay } = await town.clerk.call('GET /cases/:caseId', { caseId });
    expect([acceptedDay, promisedDueDay]).toEqual(['2026-03-07', '2026-03-20']);
    expect(explanation?.days.slice(0, 3).map(({ day, counted, reason }) => [day, counted, reason])).toEqual([
      ['2026-03-07', false, 'startDay'],
      ['2026-03-08', false, 'weekend'],
      ['2026-03-09', true, 'workday'],
    ]);
  });

  test('R-2.11, ALL 44: ten working days from the grant to deliver, printed on the decision', async () => {
    const { caseId } = await takeInLicence(town, town.clerk);
    await bringToDecision(town, caseId);
    await town.at('2026-03-27T10:00');
    const granted = await town.decider.call('POST /cases/:caseId/decide', { caseId, outcome: 'GRANTED' });
    // Granted Friday 03-27: Mon 30 is day 1, 清明 Monday 04-06 is not counted, day 10 is Monday 04-13.
    expect(granted.due).toMatchObject({ purpose: 'delivery', day: '2026-04-13' });
    const text = await textOfDocument(town, granted.documentIds[0]);
    expect(text).toMatch(/公共场所卫生许可证（编号区卫健公卫证〔2026〕\d+号）最迟2026年4月13日.*送达/);
    const { explanation } = await town.decider.call('GET /cases/:caseId', { caseId });
    expect(explanation?.limit.basis).toEqual({ law: '行政许可法', article: '第四十四条', rule: 'R-2.11' });
  });
});

describe('ALL 38, 行政复议法 20: the decision', () => {
  test('a denial without reasons is refused at the field; with them it carries reasons, basis and remedies', async () => {
    const { caseId } = await takeInLicence(town, town.clerk, { phone: '13000000072' });
    await bringToDecision(town, caseId);
    for (const reason of [undefined, '  \n'])
      await expect(
        town.decider.call('POST /cases/:caseId/decide', { caseId, outcome: 'DENIED', ...(reason && { reason }) }),
      ).rejects.toMatchObject({ code: 'reason_missing', fields: [{ field: 'reason', code: 'required' }] });
    const denied = await town.decider.call('POST /cases/:caseId/decide', {
      caseId,
      outcome: 'DENIED',
      reason: '卫生检测报告显示空气细菌总数超标',
    });
    expect(denied.due).toBeUndefined();
    const text = await textOfDocument(town, denied.documentIds[0]);
    expect(text).toContain('不予行政许可决定书');
    expect(text).toContain('理由。卫生检测报告显示空气细菌总数超标。');
    expect(text).toContain('第三十八条第二款');
    expect(text).toContain('六十日内向区人民政府（演示）申请行政复议');
    expect(text).toContain('六个月内依法向区人民法院（演示）提起行政诉讼');
    const [newest] = await messagesOf(town, caseId);
    expect(newest).toContain('没有通过');
    expect(newest).not.toContain('细菌');
    const delivered = await town.clerk.call('POST /cases/:caseId/deliver', {
      caseId,
      method: 'DIRECT',
      receiver: 'applicant',
    });
    expect(delivered.state).toBe('COMPLETED');
    expect(await textOfDocument(town, delivered.documentIds[0])).toContain(
      '《不予行政许可决定书》区卫健许不准〔2026〕',
    );
  });

  test('a decision stands: it is not decided again, and not withdrawn any more', async () => {
    const resident = await town.resident();
    const { caseId } = await submitLicence(town, resident);
    await bringToDecision(town, caseId);
    await town.decider.call('POST /cases/:caseId/decide', { caseId, outcome: 'GRANTED' });
    await expect(
      town.decider.call('POST /cases/:caseId/decide', { caseId, outcome: 'DENIED', reason: '改主意了' }),
    ).rejects.toMatchObject({ code: 'case_moved_on', facts: { state: 'DELIVERING', act: 'case.granted' } });
    await expect(resident.call('POST /my/cases/:caseId/withdraw', { caseId })).rejects.toMatchObject({
      code: 'decision_made',
    });
  });
});

describe('domain §3.1: who takes in does not decide', () => {
  test('who took the papers in, or accepted them, decides nothing, whatever post he acts in', async () => {
    const taken = await takeInLicence(town, town.secondClerk);
    await bringToDecision(town, taken.caseId);
    const online = await submitLicence(town, await town.resident());
    await town.secondClerk.call('POST /cases/:caseId/accept', { caseId: online.caseId });
    await town.reviewer.call('POST /cases/:caseId/sign-for', { caseId: online.caseId });
    await town.reviewer.call('POST /cases/:caseId/review', { caseId: online.caseId, opinion: 'agree', text: '同意。' });

    await asSecondPost(town, town.secondClerk, 'decider', async () => {
      const decide = (caseId: string) =>
        town.secondClerk.call('POST /cases/:caseId/decide', { caseId, outcome: 'GRANTED' });
      await expect(decide(taken.caseId)).rejects.toMatchObject({ code: 'same_person', facts: { did: 'takenIn' } });
      await expect(decide(online.caseId)).rejects.toMatchObject({ code: 'same_person', facts: { did: 'accepted' } });
      const seen = await town.secondClerk.call('GET /cases/:caseId', { caseId: taken.caseId });
      expect(seen.blocked).toContainEqual({ act: 'decide', code: 'same_person', facts: { did: 'takenIn' } });
    });
  });

  test('who took in or accepted does not review either (受审分离)', async () => {
    const { caseId } = await takeInLicence(town, town.secondClerk);
    await town.clerk.call('POST /cases/:caseId/accept', { caseId });
    await town.reviewer.call('POST /cases/:caseId/sign-for', { caseId });
    for (const [officer, did] of [
      [town.secondClerk, 'takenIn'],
      [town.clerk, 'accepted'],
    ] as const)
      await asSecondPost(town, officer, 'reviewer', async () => {
        await expect(
          officer.call('POST /cases/:caseId/review', { caseId, opinion: 'agree', text: '同意。' }),
        ).rejects.toMatchObject({ code: 'same_person', facts: { did } });
      });
  });

  test('who reviewed does not decide', async () => {
    const { caseId } = await takeInLicence(town, town.clerk);
    await bringToDecision(town, caseId);
    await asSecondPost(town, town.reviewer, 'decider', async () => {
      await expect(
        town.reviewer.call('POST /cases/:caseId/decide', { caseId, outcome: 'GRANTED' }),
      ).rejects.toMatchObject({ code: 'same_person', facts: { did: 'reviewed' } });
    });
    expect((await town.decider.call('POST /cases/:caseId/decide', { caseId, outcome: 'GRANTED' })).state).toBe(
      'DELIVERING',
    );
  });

  test('at the desk the second officer must hold that organ’s decision post and be another person', async () => {
    const { caseId } = await takeInSenior(town, town.clerk);
    await town.clerk.call('POST /cases/:caseId/accept', { caseId });
    const confirm = (username: string, word = password) =>
      town.clerk.call('POST /cases/:caseId/decide-at-desk', {
        caseId,
        outcome: 'GRANTED',
        officer: { username, password: word },
      });
    await expect(confirm('decider')).rejects.toMatchObject({ code: 'second_officer_needed' });
    await expect(confirm('clerk')).rejects.toMatchObject({ code: 'second_officer_needed' });
    await expect(confirm('town-decider', 'a wrong password')).rejects.toMatchObject({ code: 'sign_in_failed' });
    await expect(confirm('nobody')).rejects.toMatchObject({ code: 'sign_in_failed' });
    expect((await confirm('town-decider')).state).toBe('DELIVERING');
    const { story } = await town.clerk.call('GET /cases/:caseId', { caseId });
    expect(story[0]).toMatchObject({ act: 'case.granted', actor: { name: '样例·town-decider' } });
  });

  test('the department signs for the file before it reviews (签收, domain §3.2)', async () => {
    const { caseId } = await takeInLicence(town, town.clerk);
    await town.clerk.call('POST /cases/:caseId/accept', { caseId });
    await expect(
      town.reviewer.call('POST /cases/:caseId/review', { caseId, opinion: 'agree', text: '同意。' }),
    ).rejects.toMatchObject({ code: 'case_moved_on', facts: { state: 'ACCEPTED' } });
    expect((await town.reviewer.call('POST /cases/:caseId/sign-for', { caseId })).state).toBe('IN_REVIEW');
  });
});

test('domain §3.1: a township’s window has no permission to decide, and a bureau’s none to take in', async () => {
  const { caseId } = await takeInLicence(town, town.clerk);
  await bringToDecision(town, caseId);
  await expect(town.clerk.call('POST /cases/:caseId/decide', { caseId, outcome: 'GRANTED' })).rejects.toMatchObject({
    status: 403,
    code: 'not_allowed',
  });
  await expect(takeInLicence(town, town.decider)).rejects.toMatchObject({ status: 403, code: 'not_allowed' });
});
