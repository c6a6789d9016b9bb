import { describe, expect, test } from 'vitest';
import { sampleNumber } from '../../demo/residents.ts';
import {
  bringToDecision,
  messagesOf,
  submitLicence,
  takeInLicence,
  takeInSenior,
  textOfDocument,
} from '../../tests/support/filing.ts';
import { expectTold, publishParallel } from '../../tests/support/parallel.ts';
import { asSecondPost } from '../../tests/support/second-post.ts';
import { type Client, openTown, password } from '../../tests/support/town.ts';

// The tests stand in the order of their days. Monday 2026-03-02: the five working days end on Monday 2026-03-09.
const town = await openTown({ on: '2026-03-02T09:00' });

const accept = (caseId: string) => town.clerk.call('POST /cases/:caseId/accept', { caseId });
const signFor = (by: Client, caseId: string) => by.call('POST /cases/:caseId/sign-for', { caseId });
const review = (by: Client, caseId: string) =>
  by.call('POST /cases/:caseId/review', { caseId, opinion: 'agree', text: '材料齐全。' });
const decide = (by: Client, caseId: string) => by.call('POST /cases/:caseId/decide', { caseId, outcome: 'GRANTED' });
const giveBack = (by: Client, caseId: string, reason = '平面图与申请表的地址不一致。') =>
  by.call('POST /cases/:caseId/return-to-front', { caseId, reason });
const story = async (by: Client, caseId: string) => (await by.call('GET /cases/:caseId', { caseId })).story;

/** A licence handed in on paper and accepted. */
async function accepted(residentNumber = sampleNumber(31)): Promise<string> {
  const { caseId } = await takeInLicence(town, town.clerk, { residentNumber, phone: '13000000031' });
  await accept(caseId);
  return caseId;
}

describe('受审分离, domain §3.1: front and back are separate persons', () => {
  test('who took the papers in signs for nothing, reviews nothing and decides nothing in the same case, in whatever post', async () => {
    const caseId = await accepted();
    await asSecondPost(town, town.clerk, 'reviewer', async () => {
      await expect(signFor(town.clerk, caseId)).rejects.toMatchObject({
        code: 'same_person',
        facts: { did: 'takenIn' },
      });
    });
    await signFor(town.reviewer, caseId);
    await asSecondPost(town, town.clerk, 'reviewer', async () => {
      await expect(review(town.clerk, caseId)).rejects.toMatchObject({ code: 'same_person' });
    });
    await review(town.reviewer, caseId);
    await asSecondPost(town, town.clerk, 'decider', async () => {
      await expect(decide(town.clerk, caseId)).rejects.toMatchObject({
        code: 'same_person',
        facts: { did: 'takenIn' },
      });
    });
    await asSecondPost(town, town.reviewer, 'decider', async () => {
      await expect(decide(town.reviewer, caseId)).rejects.toMatchObject({ facts: { did: 'reviewed' } });
    });
  });
});

describe('AB岗, domain §3.3: routing falls to B when A is absent', () => {
  test('B who took the case in does not review it as A’s substitute; another B may', async () => {
    const caseId = await accepted();
    for (const { staffId } of [town.clerk, town.secondClerk])
      await town.admin.call('POST /posts/:postId/substitutes', { postId: town.reviewer.postId, staffId });
    const day = town.today();
    await town.reviewer.call('POST /staff/absences', { kind: 'leave', fromDay: day, untilDay: day });
    for (const who of [town.clerk, town.secondClerk]) {
      const { me } = await who.call('GET /staff/self', {});
      const substitute = me?.posts.find(({ kind }) => kind === 'substitute');
      await who.call('POST /staff/act-as', { appointmentId: substitute?.appointmentId ?? '' });
    }
    // B sees what waits for A.
    const { rows } = await town.secondClerk.call('GET /worklist', { queue: 'toSignFor' });
    expect(rows.map((row) => row.caseId)).toContain(caseId);
    await expect(signFor(town.clerk, caseId)).rejects.toMatchObject({ code: 'same_person' });
    await signFor(town.secondClerk, caseId);
    const [line] = await story(town.secondClerk, caseId);
    expect(line).toMatchObject({
      act: 'case.signedFor',
      actor: { name: '样例·second-clerk', actsFor: '样例·reviewer', post: { zh: 'reviewer岗' } },
    });
    for (const who of [town.clerk, town.secondClerk]) {
      const { me } = await who.call('GET /staff/self', {});
      const own = me?.posts.find(({ kind }) => kind === 'regular');
      await who.call('POST /staff/act-as', { appointmentId: own?.appointmentId ?? '' });
    }
    const { absences } = await town.reviewer.call('GET /staff/absences', {});
    await town.reviewer.call('POST /staff/absences/:absenceId/end', { absenceId: absences[0]?.absenceId ?? '' });
    await review(town.reviewer, caseId);
  });
});

describe('回避, domain §2.8: officers who are related parties must recuse', () => {
  const cousin = sampleNumber(41);

  test('a relative of the applicant is refused every act but to withdraw, from the moment the relation is declared', async () => {
    const caseId = await accepted(cousin);
    await town.reviewer.call('POST /staff/relations', { kind: 'collateral', residentNumber: cousin });
    await expect(signFor(town.reviewer, caseId)).rejects.toMatchObject({
      status: 403,
      code: 'recusal_needed',
      facts: { relation: 'collateral' },
    });
    const view = await town.reviewer.call('GET /cases/:caseId', { caseId });
    expect(view.actions).toEqual(['recuse']);
    expect(view.blocked.map(({ code }) => code)).toContain('recusal_needed');
  });

  test('a window clerk who is related accepts nothing, and his colleague may', async () => {
    await town.clerk.call('POST /staff/relations', { kind: 'spouse', residentNumber: sampleNumber(42) });
    const { caseId } = await takeInLicence(town, town.secondClerk, { residentNumber: sampleNumber(42) });
    await expect(accept(caseId)).rejects.toMatchObject({ code: 'recusal_needed' });
    await town.secondClerk.call('POST /cases/:caseId/accept', { caseId });
  });

  test('by his own word: he can do nothing more, not even withdraw again, and the ledger keeps it; the applicant reads nothing of it', async () => {
    const resident = await town.resident();
    const { caseId } = await submitLicence(town, resident);
    await accept(caseId);
    await signFor(town.reviewer, caseId);
    await expect(town.reviewer.call('POST /cases/:caseId/recuse', { caseId, reason: ' ' })).rejects.toMatchObject({
      code: 'reason_missing',
      fields: [{ field: 'reason', code: 'required' }],
    });
    const reply = await town.reviewer.call('POST /cases/:caseId/recuse', { caseId, reason: '申请人是我的战友。' });
    expect(reply.actions).toEqual([]);
    await expect(review(town.reviewer, caseId)).rejects.toMatchObject({ code: 'recused' });
    await expect(
      town.reviewer.call('POST /cases/:caseId/recuse', { caseId, reason: '再说一次。' }),
    ).rejects.toMatchObject({ code: 'recused_already' });
    expect((await story(town.decider, caseId))[0]).toMatchObject({
      act: 'case.recused',
      facts: { officer: '样例·reviewer', how: 'declared' },
    });
    const mine = await resident.call('GET /my/cases/:caseId', { caseId });
    expect(mine.story.map(({ act }) => act)).not.toContain('case.recused');
    const { rows } = await town.db.pool.query('select body from ledger_rows where act = $1', ['case.recused']);
    expect(JSON.stringify(rows)).not.toContain('战友');
  });

  test('what the only reviewer had signed for waits for the head of the organ; with a colleague it lies with the organ', async () => {
    const caseId = await accepted();
    await signFor(town.reviewer, caseId);
    await town.reviewer.call('POST /cases/:caseId/recuse', { caseId, reason: '申请人是我的邻居。' });
    const returned = await town.organHead.call('GET /cases/:caseId', { caseId });
    expect(returned.tasks.find(({ kind }) => kind === 'REVIEW')?.state).toBe('returned');
    const task = returned.tasks.find(({ kind }) => kind === 'REVIEW');
    await town.organHead.call('POST /cases/:caseId/reassign-task', {
      caseId,
      taskId: task?.taskId ?? '',
      organId: town.organs.partner,
      reason: '审查人员回避。',
    });
    await signFor(town.partnerReviewer, caseId);
    await review(town.partnerReviewer, caseId);
    expect((await town.decider.call('GET /cases/:caseId', { caseId })).state).toBe('DECIDING');
    await expectTold(town, caseId);
  });

  test('the head of the organ orders an officer to withdraw, and nobody else does', async () => {
    const caseId = await accepted();
    const order = { caseId, staffId: town.reviewer.staffId, reason: '有人反映与申请人有利害关系。' };
    await expect(town.decider.call('POST /cases/:caseId/recuse', order)).rejects.toMatchObject({ code: 'not_allowed' });
    const { officers } = await town.organHead.call('GET /cases/:caseId/officers', { caseId });
    expect(officers.map(({ staffId }) => staffId)).toContain(town.reviewer.staffId);
    await town.organHead.call('POST /cases/:caseId/recuse', order);
    await expect(signFor(town.reviewer, caseId)).rejects.toMatchObject({ code: 'recused' });
    await expect(
      town.organHead.call('POST /cases/:caseId/recuse', { ...order, staffId: town.partnerReviewer.staffId }),
    ).rejects.toMatchObject({ code: 'not_found' });
    await expect(town.organHead.call('POST /cases/:caseId/recuse', order)).rejects.toMatchObject({
      code: 'recused_already',
    });
  });

  test('a recused decider decides nothing; the head of the organ decides instead', async () => {
    const { caseId } = await takeInLicence(town, town.clerk, { residentNumber: sampleNumber(44) });
    await bringToDecision(town, caseId);
    await town.decider.call('POST /cases/:caseId/recuse', { caseId, reason: '申请人是我的学生。' });
    await expect(decide(town.decider, caseId)).rejects.toMatchObject({ code: 'recused' });
    await decide(town.organHead, caseId);
  });
});

describe('no agent reviews his principal’s case, domain §2.8 and §6.2', () => {
  test('a recused or related second officer confirms nothing at the desk either', async () => {
    const { caseId } = await takeInSenior(town, town.clerk, { residentNumber: sampleNumber(47) });
    await accept(caseId);
    const confirm = () =>
      town.clerk.call('POST /cases/:caseId/decide-at-desk', {
        ...{ caseId, outcome: 'GRANTED', officer: { username: town.townDecider.username, password } },
      });
    const relation = { kind: 'spouse', residentNumber: sampleNumber(47) } as const;
    const { relations } = await town.townDecider.call('POST /staff/relations', relation);
    await expect(confirm()).rejects.toMatchObject({ code: 'recusal_needed', facts: { relation: 'spouse' } });
    const relationId = relations.find(({ kind }) => kind === 'spouse')?.relationId ?? '';
    await town.townDecider.call('POST /staff/relations/:relationId/end', { relationId });
    await town.townDecider.call('POST /cases/:caseId/recuse', { caseId, reason: '申请人是我的老师。' });
    await expect(confirm()).rejects.toMatchObject({ code: 'recused' });
  });

  test('an officer who holds the applicant’s mandate as a resident does not review', async () => {
    const principal = await town.resident({ identity: 'verified' });
    const officer = await town.resident({ identity: 'verified' });
    await principal.call('POST /my/mandates', {
      name: '样例·张某某',
      residentNumber: officer.number,
      untilDay: '2026-12-31',
    });
    await town.decider.call('POST /staff/relations', { kind: 'self', residentNumber: officer.number });
    const { caseId } = await submitLicence(town, principal);
    await bringToDecisionWithPartner(caseId);
    await expect(decide(town.decider, caseId)).rejects.toMatchObject({
      code: 'recusal_needed',
      facts: { relation: 'agent' },
    });
  });

  test('an officer who himself filed it as agent, or for himself, does not decide', async () => {
    const officer = await town.resident({ identity: 'verified' });
    await town.decider.call('POST /staff/relations', { kind: 'self', residentNumber: officer.number });
    const { caseId } = await submitLicence(town, officer);
    await bringToDecisionWithPartner(caseId);
    await expect(decide(town.decider, caseId)).rejects.toMatchObject({
      code: 'recusal_needed',
      facts: { relation: 'self' },
    });
  });

  /** Accepted by the clerk, reviewed by whoever of the bureau may. */
  async function bringToDecisionWithPartner(caseId: string): Promise<void> {
    await bringToDecision(town, caseId);
  }
});

describe('退件, domain §3.2 8: a return by the back office to the front', () => {
  test('R-2.4: inside the five days it goes back with its reason; the acceptance is taken back and the applicant told', async () => {
    const resident = await town.resident();
    const { caseId } = await submitLicence(town, resident);
    await accept(caseId);
    await signFor(town.reviewer, caseId);
    await expect(giveBack(town.reviewer, caseId, ' ')).rejects.toMatchObject({ code: 'reason_missing' });
    const reply = await giveBack(town.reviewer, caseId);
    expect(reply).toMatchObject({ state: 'RECEIVED', due: { purpose: 'answer', day: '2026-03-09' } });
    const sheet = await textOfDocument(town, reply.documentIds[0]);
    expect(sheet).toContain('退件单');
    expect(sheet).toContain('平面图与申请表的地址不一致');
    expect(sheet).toContain('2026年3月9日');
    const view = await town.clerk.call('GET /cases/:caseId', { caseId });
    expect(view.tasks).toEqual([]);
    expect(view.acceptedDay).toBeUndefined();
    expect(
      view.story
        .slice(0, 2)
        .map(({ act }) => act)
        .toSorted(),
    ).toEqual(['case.acceptanceTakenBack', 'case.returnedToFront']);
    expect(view.actions).toEqual(expect.arrayContaining(['accept', 'correct', 'refuse']));
    expect(await messagesOf(town, caseId)).toContainEqual(expect.stringContaining('退回窗口'));
    const mine = await resident.call('GET /my/cases/:caseId', { caseId });
    expect(mine.story[0]?.act).toBe('case.returnedToFront');
    // The department has nothing more to do with it until it is accepted anew.
    await expect(town.reviewer.call('GET /cases/:caseId', { caseId })).rejects.toMatchObject({ code: 'not_found' });
  });

  test('R-2.4: the window then corrects once, or accepts again with new tasks and a new limit', async () => {
    const resident = await town.resident();
    const { caseId } = await submitLicence(town, resident);
    await accept(caseId);
    await giveBack(town.reviewer, caseId);
    await accept(caseId);
    const again = await town.reviewer.call('GET /cases/:caseId', { caseId });
    expect(again).toMatchObject({ state: 'ACCEPTED', acceptedDay: '2026-03-02' });
    expect(again.tasks.filter(({ kind }) => kind === 'DECISION')).toHaveLength(1);
    await signFor(town.reviewer, caseId);
    await review(town.reviewer, caseId);
    await decide(town.decider, caseId);
    await expectTold(town, caseId);
  });

  test('R-2.4: a correction after the return is the one correction notice, and it is the first', async () => {
    const resident = await town.resident();
    const { caseId } = await submitLicence(town, resident);
    await accept(caseId);
    await giveBack(town.reviewer, caseId);
    await town.clerk.call('POST /cases/:caseId/open-material', { caseId, key: 'plan' });
    const corrected = await town.clerk.call('POST /cases/:caseId/correct', {
      caseId,
      defects: [{ key: 'plan', kind: 'inconsistent', howToFix: '请按申请表的地址重画。' }],
    });
    expect(corrected.state).toBe('CORRECTION_REQUIRED');
  });

  test('only once a case', async () => {
    const caseId = await accepted();
    await giveBack(town.reviewer, caseId);
    await accept(caseId);
    await expect(giveBack(town.reviewer, caseId)).rejects.toMatchObject({ code: 'returned_already' });
  });

  test('only by the organ that decides', async () => {
    const caseId = await accepted();
    await expect(giveBack(town.partnerReviewer, caseId)).rejects.toMatchObject({ code: 'not_found' });
    await expect(giveBack(town.clerk, caseId)).rejects.toMatchObject({ code: 'not_allowed' });
  });

  test('R-2.12: received Monday 2 March, it may go back on Monday 9 March, and no more on Tuesday 10 March', async () => {
    const [inTime, tooLate] = [await accepted(), await accepted()];
    await town.at('2026-03-09T16:00');
    expect((await giveBack(town.reviewer, inTime)).due?.day).toBe('2026-03-09');
    await town.at('2026-03-10T09:00');
    await expect(giveBack(town.reviewer, tooLate)).rejects.toMatchObject({
      code: 'five_days_over',
      facts: { day: '2026-03-09' },
    });
    const { blocked } = await town.reviewer.call('GET /cases/:caseId', { caseId: tooLate });
    expect(blocked).toContainEqual(expect.objectContaining({ act: 'returnToFront', code: 'five_days_over' }));
    // the window said nothing more by the end of 9 March, so the law accepted as of the day of receipt.
    const silent = await town.reviewer.call('GET /cases/:caseId', { caseId: inTime });
    expect(silent).toMatchObject({ deemedAccepted: true, acceptedDay: '2026-03-02', state: 'ACCEPTED' });
    await expect(giveBack(town.reviewer, inTime)).rejects.toMatchObject({ code: 'returned_already' });
  });
});

describe('签收, domain §3.2 7: a department signs for the file within its own limit', () => {
  test('one working day unless the district says otherwise; the day stands on the task and ends with the signature', async () => {
    const caseId = await accepted();
    const before = await town.reviewer.call('GET /cases/:caseId', { caseId });
    expect(before.tasks.find(({ kind }) => kind === 'REVIEW')).toMatchObject({
      state: 'open',
      signDueDay: '2026-03-11',
    });
    await signFor(town.reviewer, caseId);
    const after = await town.reviewer.call('GET /cases/:caseId', { caseId });
    expect(after.tasks.find(({ kind }) => kind === 'REVIEW')?.signDueDay).toBeUndefined();
    await town.admin.call('POST /office-settings', { signFor: { amount: 3, unit: 'workingDays' }, handOverDays: 2 });
    const later = await accepted();
    const { tasks } = await town.reviewer.call('GET /cases/:caseId', { caseId: later });
    expect(tasks.find(({ kind }) => kind === 'REVIEW')?.signDueDay).toBe('2026-03-13');
  });

  test('a file that nobody signed for in time is reported once, and may still be signed for', async () => {
    const caseId = await accepted();
    const reports = async () =>
      (await town.supervisor.call('GET /cases/:caseId', { caseId })).story.filter(
        ({ act }) => act === 'case.signingLate' || act === 'case.tasksLate',
      );
    await town.at('2026-03-13T22:00');
    expect(await reports()).toEqual([]);
    await town.at('2026-03-16T09:00');
    await town.at('2026-03-17T09:00');
    expect(await reports()).toMatchObject([{ act: 'case.signingLate' }]);
    await signFor(town.reviewer, caseId);
    const { tasks } = await town.reviewer.call('GET /cases/:caseId', { caseId });
    expect(tasks.find(({ kind }) => kind === 'REVIEW')).toMatchObject({ state: 'signedFor' });
  });
});

test('An organ whose stage never came has nothing to do with a case that ended before, and does not see it', async () => {
  await publishParallel(town, [{ tasks: { health: { organ: 'bureau' } } }, { tasks: { city: { organ: 'partner' } } }]);
  const see = (by: Client, caseId: string) => by.call('GET /cases/:caseId', { caseId });
  const resident = await town.resident();
  const { caseId } = await submitLicence(town, resident);
  await accept(caseId);
  await expect(see(town.partnerReviewer, caseId)).rejects.toMatchObject({ code: 'not_found' });
  await resident.call('POST /my/cases/:caseId/withdraw', { caseId });
  await expect(see(town.partnerReviewer, caseId)).rejects.toMatchObject({ code: 'not_found' });
  expect((await see(town.reviewer, caseId)).state).toBe('WITHDRAWN');
  const other = await accepted();
  await signFor(town.reviewer, other);
  await review(town.reviewer, other);
  expect((await see(town.partnerReviewer, other)).state).toBe('IN_REVIEW');
});
