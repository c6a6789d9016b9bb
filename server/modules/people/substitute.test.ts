import { describe, expect, test } from 'vitest';
import { sampleNumber } from '../../demo/residents.ts';
import { hire } from '../../tests/authorisation/callers.ts';
import { openTown } from '../../tests/support/town.ts';

// Tests stand in the order of their days: from Monday 2026-03-02 on.
const town = await openTown({ on: '2026-03-02T09:00' });

const postsOf = async (who: typeof town.clerk) => (await who.call('GET /staff/self', {})).me?.posts ?? [];
const substituteOf = async (who: typeof town.clerk) => (await postsOf(who)).find(({ kind }) => kind === 'substitute');

describe('AB岗: the second clerk is the substitute of the clerk', () => {
  test('appointed by the administrator, and only once, and never the holder himself', async () => {
    const appoint = (staffId: string) =>
      town.admin.call('POST /posts/:postId/substitutes', { postId: town.clerk.postId, staffId });
    await appoint(town.secondClerk.staffId);
    await expect(appoint(town.secondClerk.staffId)).rejects.toMatchObject({ code: 'substitute_known' });
    await expect(appoint(town.clerk.staffId)).rejects.toMatchObject({ code: 'substitute_oneself' });
  });

  test('while the holder is there, the substitute has not got the post', async () => {
    expect(await postsOf(town.secondClerk)).toHaveLength(1);
  });

  test('from the first day of the absence he has it, and it says for whom he acts', async () => {
    await town.clerk.call('POST /staff/absences', { kind: 'training', fromDay: '2026-03-03', untilDay: '2026-03-05' });
    expect(await postsOf(town.secondClerk)).toHaveLength(1);
    await town.at('2026-03-03T09:00');
    const held = await substituteOf(town.secondClerk);
    expect(held).toMatchObject({ postId: town.clerk.postId, actsFor: '样例·clerk' });
    await town.secondClerk.call('POST /staff/act-as', { appointmentId: held?.appointmentId ?? '' });
    expect((await town.secondClerk.call('GET /worklist', {})).rows).toEqual([]);
  });

  test('two absences cannot cover the same day, and none begins in the past', async () => {
    const record = (fromDay: string, untilDay: string) =>
      town.clerk.call('POST /staff/absences', { kind: 'leave', fromDay, untilDay });
    await expect(record('2026-03-05', '2026-03-06')).rejects.toMatchObject({
      code: 'absence_overlaps',
      facts: { fromDay: '2026-03-03', untilDay: '2026-03-05' },
    });
    await expect(record('2026-03-02', '2026-03-02')).rejects.toMatchObject({
      fields: [{ field: 'fromDay', code: 'too_early' }],
    });
    await expect(record('2026-03-12', '2026-03-11')).rejects.toMatchObject({
      fields: [{ field: 'untilDay', code: 'too_early' }],
    });
  });

  test('who comes back early has his post to himself at once: the substitute’s next act is refused', async () => {
    await town.at('2026-03-04T10:00');
    const { absences } = await town.clerk.call('GET /staff/absences', {});
    expect(absences).toMatchObject([{ now: true, untilDay: '2026-03-05' }]);
    await town.clerk.call('POST /staff/absences/:absenceId/end', { absenceId: absences[0]?.absenceId ?? '' });
    expect((await town.clerk.call('GET /staff/absences', {})).absences).toEqual([]);
    await expect(town.secondClerk.call('GET /worklist', {})).rejects.toMatchObject({ code: 'not_allowed' });
    const [own] = await postsOf(town.secondClerk);
    await town.secondClerk.call('POST /staff/act-as', { appointmentId: own?.appointmentId ?? '' });
  });

  test('nobody ends another’s absence but an administrator', async () => {
    await town.clerk.call('POST /staff/absences', { kind: 'sick', fromDay: '2026-03-10', untilDay: '2026-03-10' });
    const [absence] = (await town.clerk.call('GET /staff/absences', {})).absences;
    const absenceId = absence?.absenceId ?? '';
    await expect(town.secondClerk.call('POST /staff/absences/:absenceId/end', { absenceId })).rejects.toMatchObject({
      code: 'not_found',
    });
    await town.admin.call('POST /absences/:absenceId/end', { absenceId });
    expect((await town.clerk.call('GET /staff/absences', {})).absences).toEqual([]);
    await expect(town.admin.call('POST /absences/:absenceId/end', { absenceId })).rejects.toMatchObject({
      code: 'absence_over',
    });
  });

  test('a substitute who is himself away leaves the post uncovered', async () => {
    const today = town.today();
    const away = { kind: 'meeting', fromDay: today, untilDay: today } as const;
    for (const { staffId } of [town.clerk, town.secondClerk])
      await town.admin.call('POST /staff-members/:staffId/absences', { staffId, ...away });
    const { posts } = await town.admin.call('GET /uncovered-posts', {});
    expect(posts.map(({ holder }) => holder).toSorted()).toEqual(['样例·clerk', '样例·second-clerk']);
  });

  test('who is no longer the substitute does not stand in any more', async () => {
    await town.at('2026-03-16T09:00');
    await town.clerk.call('POST /staff/absences', { kind: 'leave', fromDay: '2026-03-16', untilDay: '2026-03-20' });
    const held = await substituteOf(town.secondClerk);
    await town.admin.call('POST /substitutes/:appointmentId/end', { appointmentId: held?.appointmentId ?? '' });
    expect(await substituteOf(town.secondClerk)).toBeUndefined();
  });
});

test('a holder away without a substitute is told to the head of his organ, and to nobody elsewhere', async () => {
  const today = town.today();
  await town.reviewer.call('POST /staff/absences', { kind: 'leave', fromDay: today, untilDay: today });
  const { posts } = await town.organHead.call('GET /uncovered-posts', {});
  expect(posts).toMatchObject([{ holder: '样例·reviewer', untilDay: today }]);
  expect((await town.decider.call('GET /uncovered-posts', {})).posts).toEqual([]);
  expect((await town.partnerReviewer.call('GET /uncovered-posts', {})).posts).toEqual([]);
});

test('two who hold one post regularly stand for each other: no substitute is needed', async () => {
  const staffId = await hire(town, 'relief', ['supervisor'], town.supervisor.postId);
  const { rows } = await town.db.pool.query(
    `update appointments set post_id = $1 where district = $2 and staff_id = $3 returning id`,
    [town.partnerDecider.postId, town.district, staffId],
  );
  expect(rows).toHaveLength(1);
  const today = town.today();
  await town.partnerDecider.call('POST /staff/absences', { kind: 'leave', fromDay: today, untilDay: today });
  const { posts } = await town.admin.call('GET /uncovered-posts', {});
  expect(posts.map(({ postId }) => postId)).not.toContain(town.partnerDecider.postId);
});

test('posts are listed organ by organ, page by page, with holder, absence and substitutes', async () => {
  const seen: string[] = [];
  for (let after: string | undefined; ; ) {
    const page = await town.admin.call('GET /posts', { limit: 7, ...(after && { after }) });
    seen.push(...page.posts.map(({ postId }) => postId));
    after = page.next;
    if (after === undefined) break;
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toContain(town.agent.postId);
  const bureau = await town.admin.call('GET /posts', { organId: town.organs.bureau, limit: 100 });
  const post = bureau.posts.find(({ postId }) => postId === town.reviewer.postId);
  expect(post?.holders).toMatchObject([{ name: '样例·reviewer', absence: { kind: 'leave', now: true } }]);
});

test('of a relative’s number nothing is kept but a keyed mark and its masked form', async () => {
  const number = sampleNumber(71);
  const declare = (residentNumber: string) =>
    town.reviewer.call('POST /staff/relations', { kind: 'spouse', residentNumber });
  await expect(declare(`${number.slice(0, 17)}${number.endsWith('X') ? '1' : 'X'}`)).rejects.toMatchObject({
    fields: [{ field: 'residentNumber' }],
  });
  const { relations } = await declare(number);
  expect(relations).toMatchObject([{ kind: 'spouse', residentNumber: expect.stringContaining('*') }]);
  await expect(declare(number)).rejects.toMatchObject({ code: 'relation_known' });
  const { rows } = await town.db.pool.query('select * from staff_relations where district = $1', [town.district]);
  expect(JSON.stringify(rows)).not.toContain(number);
  const relationId = relations[0]?.relationId ?? '';
  await expect(town.decider.call('POST /staff/relations/:relationId/end', { relationId })).rejects.toMatchObject({
    code: 'not_found',
  });
  expect((await town.reviewer.call('POST /staff/relations/:relationId/end', { relationId })).relations).toEqual([]);
});

test('the district says within how long a department signs for a file', async () => {
  expect(await town.admin.call('GET /office-settings', {})).toEqual({
    signFor: { amount: 1, unit: 'workingDays' },
    handOverDays: 2,
  });
  const settings = { signFor: { amount: 4, unit: 'officeHours' }, handOverDays: 3 } as const;
  expect(await town.admin.call('POST /office-settings', settings)).toEqual(settings);
});
