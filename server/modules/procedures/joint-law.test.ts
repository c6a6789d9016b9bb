import { expect, test } from 'vitest';
import { textOfDocument } from '../../tests/support/filing.ts';
import { acceptedCase, publishParallel, reviewPart, tasksOf } from '../../tests/support/parallel.ts';
import { type Client, openTown } from '../../tests/support/town.ts';
import { licensingLimits } from '../deadlines/index.ts';

// A Friday.
const town = await openTown({ on: '2026-03-06T09:00' });
await publishParallel(
  town,
  [{ tasks: { health: { organ: 'bureau' }, appearance: { organ: 'partner' }, township: { organ: 'town' } } }],
  { statutoryLimit: licensingLimits.jointDecision },
);
const view = (caseId: string) => town.reviewer.call('GET /cases/:caseId', { caseId });
const ask = (caseId: string, days: number) =>
  town.reviewer.call('POST /cases/:caseId/request-extension', { caseId, days, reason: '三个部门还要联合核实。' });

async function approve(who: Client, caseId: string) {
  const { extensions } = await town.reviewer.call('GET /cases/:caseId/procedures', { caseId });
  const extensionId = extensions.at(-1)?.extensionId ?? '';
  return who.call('POST /cases/:caseId/extend', {
    ...{ caseId, extensionId, answer: 'approve', explanation: '联合核实需要更多时间。' },
  });
}

const [first, late] = [await acceptedCase(town), await acceptedCase(town)];

test('ALL 26: one window takes in, three organs examine at once, and one organ decides', async () => {
  const caseId = await acceptedCase(town);
  const { health, appearance, township } = await tasksOf(town, caseId);
  expect([health, appearance, township].map((task) => task?.state)).toEqual(['open', 'open', 'open']);
  expect(new Set([health, appearance, township].map((task) => task?.organId)).size).toBe(3);
  for (const task of [appearance, health]) {
    await reviewPart(town, { caseId, taskId: task?.taskId ?? '' });
    expect((await view(caseId)).state).toBe('IN_REVIEW');
  }
  await reviewPart(town, { caseId, taskId: township?.taskId ?? '' });
  await expect(
    town.partnerDecider.call('POST /cases/:caseId/decide', { caseId, outcome: 'GRANTED' }),
  ).rejects.toMatchObject({ code: expect.stringMatching(/not_allowed|not_found/) });
  const { documentIds } = await town.decider.call('POST /cases/:caseId/decide', { caseId, outcome: 'GRANTED' });
  expect(await textOfDocument(town, documentIds[0])).toMatch(/区卫生健康局（演示）\n2026年3月6日$/);
  const { documents } = await view(caseId);
  expect(documents.filter(({ kind }) => kind === 'acceptanceNotice' || kind === 'grantDecision')).toHaveLength(2);
});

test('R-2.9, ALL 26, 42(2): accepted Friday 6 March 2026, three organs jointly: 45 working days end on Wednesday 13 May, with Qingming and Labour Day left out and Saturday 9 May counted', async () => {
  expect((await view(first)).statutoryDueDay).toBe('2026-05-13');
  await expect(ask(first, 16)).rejects.toMatchObject({
    code: 'invalid_input',
    fields: [{ field: 'days', code: 'extension_too_long', facts: { max: 15 } }],
  });
});

test('R-2.9, ALL 42(2): on the last day, Wednesday 13 May, the organ’s head is refused; the head of the government gives fifteen days more, until Wednesday 3 June, once', async () => {
  await town.at('2026-05-13T10:00');
  await ask(first, 15);
  await expect(approve(town.organHead, first)).rejects.toMatchObject({
    code: 'extension_not_yours',
    facts: { approver: 'governmentHead' },
  });
  expect((await view(first)).statutoryDueDay).toBe('2026-05-13');
  const { documentIds } = await approve(town.governmentHead, first);
  const text = await textOfDocument(town, documentIds[0]);
  for (const said of ['第四十二条第二款', '本级人民政府负责人', '15个工作日', '2026年6月3日'])
    expect(text).toContain(said);
  expect((await view(first)).statutoryDueDay).toBe('2026-06-03');
  await expect(ask(first, 1)).rejects.toMatchObject({ code: 'extension_already_given' });
});

test('R-2.9: asked for on 13 May and answered on Thursday 14 May, it is too late even for the head of the government', async () => {
  await ask(late, 15);
  await town.at('2026-05-14T09:00');
  await expect(approve(town.governmentHead, late)).rejects.toMatchObject({ code: 'extension_lapsed' });
  await expect(ask(late, 15)).rejects.toMatchObject({ code: 'extension_too_late', facts: { day: '2026-05-13' } });
  expect((await view(late)).statutoryDueDay).toBe('2026-05-13');
});
