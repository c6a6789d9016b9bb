import { expect, test } from 'vitest';
import { messagesOf, textOfDocument } from '../../tests/support/filing.ts';
import { acceptedLicence, publishWay } from '../../tests/support/procedures.ts';
import { type Client, openTown } from '../../tests/support/town.ts';
import { licensingLimits } from '../deadlines/index.ts';

const town = await openTown({ on: '2026-03-06T09:00' });
const day = (date: string) => town.at(`${date}T10:00`);
const view = (caseId: string) => town.reviewer.call('GET /cases/:caseId', { caseId });
const ask = (caseId: string, days: number) =>
  town.reviewer.call('POST /cases/:caseId/request-extension', { caseId, days, reason: '资料多，还要核实。' });
const asked = async (caseId: string) => {
  const { extensions } = await town.reviewer.call('GET /cases/:caseId/procedures', { caseId });
  return extensions.at(-1)?.extensionId ?? '';
};
const approve = async (who: Client, caseId: string, explanation = '同类申请集中，核实需要更多时间。') =>
  who.call('POST /cases/:caseId/extend', { caseId, extensionId: await asked(caseId), answer: 'approve', explanation });
const usual = licensingLimits.decision;

test('R-2.8, ALL 42: accepted Friday 6 March 2026, asked for in time and approved by the organ’s head on the last day, Friday 3 April: ten days more end on Monday 20 April, and the applicant is told the reasons', async () => {
  await publishWay(town, {}, { statutoryLimit: usual });
  const caseId = await acceptedLicence(town);
  expect((await view(caseId)).statutoryDueDay).toBe('2026-04-03');
  await day('2026-03-30');
  await expect(ask(caseId, 11)).rejects.toMatchObject({
    code: 'invalid_input',
    fields: [{ field: 'days', code: 'extension_too_long', facts: { max: 10 } }],
  });
  await ask(caseId, 10);
  await expect(ask(caseId, 5)).rejects.toMatchObject({ code: 'extension_asked' });
  expect((await town.organHead.call('GET /heads-work', {})).extensions).toMatchObject([
    { caseId, days: 10, oldDay: '2026-04-03' },
  ]);

  await day('2026-04-03');
  const { documentIds } = await approve(town.organHead, caseId);
  const text = await textOfDocument(town, documentIds[0]);
  for (const said of ['第四十二条第一款', '资料多，还要核实', '机关负责人', '10个工作日', '2026年4月20日'])
    expect(text).toContain(said);
  const after = await view(caseId);
  // the promise moves with it, and with nothing else.
  expect(after).toMatchObject({ statutoryDueDay: '2026-04-20', promisedDueDay: '2026-04-03' });
  expect(after.explanation?.summary.extension).toMatchObject({ amount: 10, approvedDay: '2026-04-03' });
  await town.settle();
  expect((await messagesOf(town, caseId)).join('\n')).toContain('延长10个工作日');
  await expect(ask(caseId, 1)).rejects.toMatchObject({ code: 'extension_already_given' });
});

test('R-2.15, OBE 36: why more time was taken than was promised is said to everybody, and names nobody', async () => {
  const { explanations } = await town.visitor.call('GET /promise-explanations', {});
  expect(explanations).toMatchObject([
    { days: 10, oldDay: '2026-04-03', newDay: '2026-04-20', explanation: '同类申请集中，核实需要更多时间。' },
  ]);
  expect(JSON.stringify(explanations)).not.toContain('王老板');
  const caseId = await acceptedLicence(town);
  await ask(caseId, 3);
  await expect(approve(town.organHead, caseId, ' ')).rejects.toMatchObject({ code: 'explanation_missing' });
});

test('R-2.8: accepted 3 April, asked on the last day, answered a day later: too late, nothing changes, and the request lapses', async () => {
  const caseId = await acceptedLicence(town);
  await day('2026-05-07');
  const { statutoryDueDay } = await view(caseId);
  expect(statutoryDueDay).toBe('2026-05-07');
  await ask(caseId, 10);
  const extensionId = await asked(caseId);
  await day('2026-05-08');
  const late = town.organHead.call('POST /cases/:caseId/extend', {
    ...{ caseId, extensionId, answer: 'approve', explanation: '核实需要时间。' },
  });
  await expect(late).rejects.toMatchObject({ code: 'extension_lapsed' });
  await expect(ask(caseId, 10)).rejects.toMatchObject({ code: 'extension_too_late', facts: { day: '2026-05-07' } });
  expect((await view(caseId)).statutoryDueDay).toBe('2026-05-07');
});

test('ALL 42: the head refuses with his reason; who asked cannot approve, another office cannot either, and a refusal leaves room to ask again', async () => {
  const caseId = await acceptedLicence(town);
  await ask(caseId, 5);
  await expect(approve(town.governmentHead, caseId)).rejects.toMatchObject({
    code: 'extension_not_yours',
    facts: { approver: 'organHead' },
  });
  await expect(approve(town.reviewer, caseId)).rejects.toMatchObject({ code: 'not_allowed' });
  const refuse = { caseId, extensionId: await asked(caseId), answer: 'refuse' as const };
  await expect(town.organHead.call('POST /cases/:caseId/extend', refuse)).rejects.toMatchObject({
    code: 'reason_missing',
  });
  await town.organHead.call('POST /cases/:caseId/extend', { ...refuse, reason: '抓紧核实，不用延期。' });
  const { extensions } = await town.reviewer.call('GET /cases/:caseId/procedures', { caseId });
  expect(extensions).toMatchObject([{ state: 'REFUSED', answer: '抓紧核实，不用延期。' }]);
  await ask(caseId, 2);
});

test('ALL 42: a request is answered once; a second answer learns who gave the first, when, and what it was', async () => {
  const caseId = await acceptedLicence(town);
  const answers = [
    ['refuse', 'REFUSED', { reason: '抓紧核实。' }],
    ['approve', 'APPROVED', { explanation: '核实需要时间。' }],
  ] as const;
  for (const [answer, state, why] of answers) {
    await ask(caseId, 2);
    const first = { caseId, extensionId: await asked(caseId), answer, ...why };
    await town.organHead.call('POST /cases/:caseId/extend', first);
    const { extensions } = await town.reviewer.call('GET /cases/:caseId/procedures', { caseId });
    const { answeredBy, answeredAt } = extensions.at(-1) ?? {};
    const told = { code: 'extension_answered', facts: { answer: state, who: answeredBy?.name, at: answeredAt } };
    const again = { ...first, answer: 'refuse' as const, reason: '再想想。' };
    await expect(town.organHead.call('POST /cases/:caseId/extend', again)).rejects.toMatchObject(told);
    if (answer === 'refuse') {
      // The next request waits, and is not answered by an answer to the former.
      await ask(caseId, 1);
      await expect(town.organHead.call('POST /cases/:caseId/extend', again)).rejects.toMatchObject(told);
      await town.organHead.call('POST /cases/:caseId/extend', { ...again, extensionId: await asked(caseId) });
    }
  }
});

test('R-2.9, ALL 42(2): joint handling has 45 working days, and only the head of the government gives fifteen more', async () => {
  await publishWay(town, {}, { statutoryLimit: licensingLimits.jointDecision });
  const caseId = await acceptedLicence(town);
  const before = (await view(caseId)).statutoryDueDay ?? '';
  expect(before).toBe('2026-07-10');
  await ask(caseId, 15);
  await expect(approve(town.organHead, caseId)).rejects.toMatchObject({
    code: 'extension_not_yours',
    facts: { approver: 'governmentHead' },
  });
  expect((await town.governmentHead.call('GET /heads-work', {})).extensions).toMatchObject([{ caseId, days: 15 }]);
  const { documentIds } = await approve(town.governmentHead, caseId);
  expect(await textOfDocument(town, documentIds[0])).toMatch(/第四十二条第二款[\s\S]*本级人民政府负责人/);
  expect((await view(caseId)).statutoryDueDay).toBe('2026-07-31');
});

test('ALL 42(1): where another law sets the limit and allows no more time, nobody gives any', async () => {
  const { extendableBy: _, ...fixed } = licensingLimits.decision;
  await publishWay(town, {}, { statutoryLimit: { ...fixed, basis: { law: '样例条例', article: '第三条' } } });
  const caseId = await acceptedLicence(town);
  await expect(ask(caseId, 1)).rejects.toMatchObject({ code: 'extension_not_allowed' });
});

test('ALL 42: the act is offered to the head whom a request waits for, from the asking to the answer, and of his own motion no head extends', async () => {
  const offered = async (caseId: string) => {
    const heads = { organHead: town.organHead, governmentHead: town.governmentHead };
    const views = await Promise.all(
      Object.entries(heads).map(
        async ([name, head]) => [name, await head.call('GET /cases/:caseId', { caseId })] as const,
      ),
    );
    for (const [, { blocked }] of views) expect(blocked.map(({ act }) => act)).not.toContain('extend');
    return views.flatMap(([name, { actions }]) => (actions.includes('extend') ? [name] : []));
  };
  for (const [statutoryLimit, head] of [
    [usual, 'organHead'],
    [licensingLimits.jointDecision, 'governmentHead'],
  ] as const) {
    await publishWay(town, {}, { statutoryLimit });
    const caseId = await acceptedLicence(town);
    expect(await offered(caseId)).toEqual([]);
    await ask(caseId, 2);
    const extensionId = await asked(caseId);
    expect(await offered(caseId)).toEqual([head]);
    const refuse = { caseId, extensionId, answer: 'refuse' as const, reason: '抓紧办。' };
    await town[head].call('POST /cases/:caseId/extend', refuse);
    expect(await offered(caseId)).toEqual([]);
    await ask(caseId, 1);
    await approve(town[head], caseId);
    expect(await offered(caseId)).toEqual([]);
  }
});

test('ALL 82, R-2.14 with R-2.8: an extension during a special procedure counts from where the limit stands', async () => {
  await publishWay(town, {}, { statutoryLimit: usual });
  const caseId = await acceptedLicence(town);
  await town.reviewer.call('POST /cases/:caseId/start-procedure', {
    ...{ caseId, ground: 'testing', neededDays: 3, reason: '检测。' },
  });
  await ask(caseId, 10);
  await approve(town.organHead, caseId);
  await day('2026-05-12');
  await town.reviewer.call('POST /cases/:caseId/end-procedure', { caseId, result: '合格。' });
  const { explanation, statutoryDueDay } = await view(caseId);
  expect(explanation?.summary).toMatchObject({ extension: { amount: 10 }, pauses: [{ ground: 'testing', days: 3 }] });
  expect(statutoryDueDay).toBe('2026-06-24');
});
