import { expect, test } from 'vitest';
import { transact } from '../../platform/database/index.ts';
import { getChain } from '../../platform/ledger/index.ts';

import { acceptedLicence, publishWay, reviewedLicence } from '../../tests/support/procedures.ts';
import { openTown } from '../../tests/support/town.ts';
import { everywhere, getCase, getParties } from '../cases/index.ts';
import { licensingLimits } from '../deadlines/index.ts';
import { saveExtensionAnswer } from './extension.store.ts';
import { watchProcedures } from './watch-procedures.ts';

// A Friday.
const town = await openTown({ on: '2026-03-06T09:00' });
await publishWay(town, { noticeDays: 5 }, { statutoryLimit: licensingLimits.decision });
const procedures = (caseId: string) => town.reviewer.call('GET /cases/:caseId/procedures', { caseId });
const terminate = (caseId: string) =>
  town.decider.call('POST /cases/:caseId/terminate', {
    ...{ caseId, ground: 'objectGone', reason: '店面已经拆除。', returned: [] },
  });
const ask = (caseId: string) =>
  town.reviewer.call('POST /cases/:caseId/request-extension', { caseId, days: 5, reason: '要核实。' });
const post = (caseId: string, more: { content?: string; fromDay?: string } = {}) =>
  town.reviewer.call('POST /cases/:caseId/post-notice', { caseId, content: '拟准予在演示路8号开理发店。', ...more });
const actsOf = async (caseId: string) =>
  (await getChain(town.db, town.district, { kind: 'case', id: caseId })).map(({ act }) => act);

test('终止 on Friday 6 March 2026: the notice closes with its clock, takes no objection any more, and the request for more time lapses', async () => {
  const caseId = await reviewedLicence(town);
  await post(caseId);
  await ask(caseId);
  const noticeId = (await procedures(caseId)).notices[0]?.noticeId ?? '';
  await terminate(caseId);
  const neighbour = await town.resident();
  // Also before the job has run: the state of the case says so.
  await expect(
    neighbour.call('POST /my/public-notices/:noticeId/objections', { noticeId, name: '样例·邻居', text: '太吵。' }),
  ).rejects.toMatchObject({ code: 'notice_over' });
  await town.settle();
  const after = await procedures(caseId);
  expect(after.notices[0]).toMatchObject({ conclusion: '办件已经结束，公示随之终止。' });
  expect(after.extensions).toMatchObject([{ state: 'LAPSED' }]);
  expect((await town.visitor.call('GET /public-notices/:noticeId', { noticeId })).open).toBe(false);
  const { rows } = await town.db.pool.query<{ state: string }>('select state from clocks where subject_id = $1', [
    noticeId,
  ]);
  expect(rows).toEqual([{ state: 'stopped' }]);
  expect(await actsOf(caseId)).toEqual(expect.arrayContaining(['case.noticeClosed', 'case.extensionLapsed']));
});

test('终止 during a special procedure: the procedure ends with the case', async () => {
  const caseId = await acceptedLicence(town);
  await town.reviewer.call('POST /cases/:caseId/start-procedure', {
    ...{ caseId, ground: 'testing', neededDays: 3, reason: '检测。' },
  });
  await terminate(caseId);
  await town.settle();
  expect((await procedures(caseId)).procedures).toMatchObject([{ endedDay: '2026-03-06' }]);
  expect(await actsOf(caseId)).toContain('case.procedureDropped');
});

test('退件: what was asked for under the acceptance that was taken back lapses', async () => {
  const caseId = await acceptedLicence(town);
  await ask(caseId);
  await town.reviewer.call('POST /cases/:caseId/return-to-front', { caseId, reason: '材料不全。' });
  await town.settle();
  expect((await town.clerk.call('GET /cases/:caseId/procedures', { caseId })).extensions).toMatchObject([
    { state: 'LAPSED' },
  ]);
});

test('公示 names nobody: a text with the applicant’s name or number is refused at its place', async () => {
  const caseId = await reviewedLicence(town);
  const { key } = await getCase(town.db, town.district, caseId, everywhere);
  const [party] = await getParties(town.db, town.district, caseId, key);
  for (const said of [party?.name ?? '', ` ${party?.number ?? ''}`])
    await expect(post(caseId, { content: `拟准予${said}在演示路8号开理发店。` })).rejects.toMatchObject({
      code: 'notice_names_party',
      fields: [{ field: 'content' }],
    });
});

test('公示: before its first day nobody is shown it; an unreal day is refused', async () => {
  const caseId = await reviewedLicence(town);
  await expect(post(caseId, { fromDay: '2026-11-32' })).rejects.toMatchObject({ code: 'invalid_input' });
  await expect(post(caseId, { fromDay: '2026-02-30' })).rejects.toMatchObject({ code: 'invalid_input' });
  await post(caseId, { fromDay: '2026-03-09' });
  const noticeId = (await procedures(caseId)).notices[0]?.noticeId ?? '';
  await expect(town.visitor.call('GET /public-notices/:noticeId', { noticeId })).rejects.toMatchObject({
    code: 'not_found',
  });
  expect((await town.visitor.call('GET /public-notices', {})).notices.map((one) => one.noticeId)).not.toContain(
    noticeId,
  );
});

test('ALL 42: two answers at once are one; an answer and the lapse of the night are one', async () => {
  const caseId = await acceptedLicence(town);
  await ask(caseId);
  const extensionId = (await procedures(caseId)).extensions[0]?.extensionId ?? '';
  const answers = await Promise.allSettled([
    town.organHead.call('POST /cases/:caseId/extend', {
      ...{ caseId, extensionId, answer: 'approve', explanation: '核实需要时间。' },
    }),
    town.organHead.call('POST /cases/:caseId/extend', { caseId, extensionId, answer: 'refuse', reason: '不用。' }),
  ]);
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'extension_answered' } });

  const second = await acceptedLicence(town);
  await ask(second);
  const waiting = (await procedures(second)).extensions[0]?.extensionId ?? '';
  const { key } = await getCase(town.db, town.district, second, everywhere);
  const late = { ...town.systemCall(), today: Temporal.PlainDate.from('2026-06-01') };
  await transact(town.db, (tx) => watchProcedures(tx, { day: '2026-06-01' }, late));
  expect((await procedures(second)).extensions[0]?.state).toBe('LAPSED');
  await expect(
    transact(town.db, (tx) =>
      saveExtensionAnswer(tx, town.district, key, {
        ...{
          id: waiting,
          state: 'REFUSED',
          answeredBy: town.organHead.staffId,
          answeredAt: late.now,
          answer: '晚了。',
        },
      }),
    ),
  ).rejects.toMatchObject({ code: 'extension_lapsed' });
});
