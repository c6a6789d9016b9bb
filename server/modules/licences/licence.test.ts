import { expect, test } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { getChain } from '../../platform/ledger/index.ts';
import { bringTo } from '../../tests/authorisation/cases.ts';
import { organOf } from '../../tests/support/filing.ts';
import { enterLicence, tokenOf } from '../../tests/support/licences.ts';
import { type Client, openTown } from '../../tests/support/town.ts';
import { findRenewable } from './index.ts';

const town = await openTown({ on: '2026-03-02T09:00' });
const caseId = await bringTo(town, await town.resident(), 'received');

const check = async (documentId: string) =>
  town.visitor.call('GET /document-checks/:token', { token: await tokenOf(town, documentId) });
const open = (licenceId: string) => town.decider.call('GET /licences/:licenceId', { licenceId });
const actsOf = async (licenceId: string) =>
  (await getChain(town.db, town.district, { kind: 'licence', id: licenceId })).map(({ act }) => act);
let holders = 0;
/** Somebody who holds nothing yet. */
function anotherNumber(): string {
  holders += 1;
  return `4313021900010${String(holders).padStart(5, '0')}`;
}

test('A registered licence has the next number of its organ, 字 and year, and its certificate carries it', async () => {
  const first = await enterLicence(town, { caseId, word: '连号', number: anotherNumber() });
  const second = await enterLicence(town, { caseId, word: '连号', number: anotherNumber() });
  expect([first.number, first.version]).toEqual(['区卫健连号〔2026〕1号', 1]);
  expect([second.number, second.version]).toEqual(['区卫健连号〔2026〕2号', 1]);
  expect(await check(second.documentId)).toMatchObject({ state: 'valid', number: second.number });
  expect(await actsOf(first.licenceId)).toEqual(['licence.registered']);
});

test('ALL 50: a renewal keeps the number and counts the version up; the licence before it is replaced', async () => {
  const number = anotherNumber();
  const first = await enterLicence(town, { caseId, number, untilDay: '2026-12-31' });
  const second = await enterLicence(town, { caseId, number, untilDay: '2030-12-31', renews: true });
  expect([second.number, second.version]).toEqual([first.number, 2]);
  expect(await check(first.documentId)).toMatchObject({ state: 'replaced', sinceDay: '2026-03-02' });
  expect(await check(second.documentId)).toMatchObject({
    state: 'valid',
    validity: { fromDay: '2026-03-02', untilDay: '2030-12-31' },
  });
  expect((await open(second.licenceId)).versions).toMatchObject([
    { licenceId: second.licenceId, version: 2, state: 'valid' },
    { licenceId: first.licenceId, version: 1, state: 'replaced' },
  ]);
  expect(await actsOf(first.licenceId)).toEqual(['licence.registered', 'licence.replaced']);
});

test('A renewal replaces nothing of another holder, kind or organ, and without a predecessor takes a number of its own', async () => {
  const number = anotherNumber();
  const others = [
    await enterLicence(town, { caseId, number: anotherNumber() }),
    await enterLicence(town, { caseId, number, title: '别的证' }),
    await enterLicence(town, { caseId, number, organ: '甲镇人民政府' }),
  ];
  const { version } = await enterLicence(town, { caseId, number, renews: true });
  expect(version).toBe(1);
  for (const { documentId } of others) expect((await check(documentId)).state).toBe('valid');
});

test('A renewal replaces nothing under another name, though the number agrees: it takes a number of its own', async () => {
  const number = anotherNumber();
  const { documentId } = await enterLicence(town, { caseId, number, name: '样例·张三' });
  const other = await enterLicence(town, { caseId, number, name: '样例·李四', renews: true });
  expect(other.version).toBe(1);
  expect((await check(documentId)).state).toBe('valid');
  const same = await enterLicence(town, { caseId, number, name: '样例·张 三', renews: true });
  expect(same.version).toBe(2);
  expect((await check(documentId)).state).toBe('replaced');
});

test('Nobody renews around a suspension, and the decider sees before which licence would be replaced', async () => {
  const [number, name, title] = [anotherNumber(), '样例·周某某', '公共场所卫生许可证'];
  const organId = await organOf(town, '区卫生健康局');
  const renewable = (holder: { number: string | null; name: string }) =>
    findRenewable(town.db, town.district, { organId, title, ...holder });
  expect(await renewable({ number, name })).toBeUndefined();
  const held = await enterLicence(town, { caseId, number, name });
  const { licenceId } = held;
  expect(await renewable({ number, name })).toEqual({ licenceId, number: held.number, version: 1, state: 'valid' });
  expect(await renewable({ number, name: '样例·别人' })).toBeUndefined();
  expect(await renewable({ number: null, name })).toBeUndefined();
  await town.decider.call('POST /licences/:licenceId/suspend', { licenceId, ground: 'penalty', reason: '限期整改。' });
  expect(await renewable({ number, name })).toMatchObject({ licenceId, state: 'suspended' });
  await expect(enterLicence(town, { caseId, number, name, renews: true })).rejects.toMatchObject({
    code: 'licence_suspended',
    facts: { number: held.number },
  });
  expect((await open(licenceId)).versions).toHaveLength(1);
  await town.decider.call('POST /licences/:licenceId/restore', { licenceId, reason: '整改合格。' });
  expect((await enterLicence(town, { caseId, number, name, renews: true })).version).toBe(2);
});

test('Of two renewals at the same moment each takes the place of the one before, and no number is given twice', async () => {
  const number = anotherNumber();
  const first = await enterLicence(town, { caseId, number });
  const renewed = await Promise.all([1, 2, 3].map(() => enterLicence(town, { caseId, number, renews: true })));
  expect(renewed.map(({ version }) => version).sort()).toEqual([2, 3, 4]);
  expect(new Set([first, ...renewed].map((each) => each.number)).size).toBe(1);
  const states = await Promise.all([first, ...renewed].map(async ({ documentId }) => (await check(documentId)).state));
  expect(states.filter((state) => state === 'valid')).toHaveLength(1);
});

test('A stranger with the paper learns kind, number, organ, state, validity and 张**, and nothing else', async () => {
  const { documentId, number, digest } = await enterLicence(town, {
    caseId,
    name: '张三丰',
    number: anotherNumber(),
    untilDay: '2030-03-01',
  });
  expect(await check(documentId)).toEqual({
    state: 'valid',
    demo: true,
    title: '公共场所卫生许可证',
    number,
    organ: '区卫生健康局（演示）',
    day: '2026-03-02',
    holder: '张**',
    validity: { fromDay: '2026-03-02', untilDay: '2030-03-01' },
    digest,
  });
});

test('A firm’s name is public', async () => {
  const { documentId } = await enterLicence(town, { caseId, name: '样例·张记理发店', kind: 'firm' });
  expect((await check(documentId)).holder).toBe('样例·张记理发店');
});

test('A number alone finds nothing, nor does anything else that is not the secret of the code', async () => {
  const { documentId, licenceId, number } = await enterLicence(town, { caseId, number: anotherNumber() });
  const token = await tokenOf(town, documentId);
  for (const guess of [
    number,
    licenceId,
    documentId,
    token.slice(0, -1),
    token.toLowerCase(),
    `${token}A`,
    '431302190001010017',
  ])
    expect(await town.visitor.call('GET /document-checks/:token', { token: guess })).toEqual({
      state: 'unknown',
      demo: true,
    });
});

test('Guesses are counted by address and slowed; who holds the paper pays nothing', async () => {
  const { documentId } = await enterLicence(town, { caseId, number: anotherNumber() });
  await town.db.pool.query('delete from attempts');
  const path = `/api/document-checks/${await tokenOf(town, documentId)}`;
  for (let times = 0; times < 120; times += 1) expect((await town.visitor.raw('GET', path)).status).toBe(200);
  const guesses: number[] = [];
  for (let times = 0; times < 105; times += 1)
    guesses.push((await town.visitor.raw('GET', `/api/document-checks/AAAAAAAAAAAAAAAAAAAA${times}`)).status);
  expect(guesses.filter((status) => status === 200)).toHaveLength(100);
  expect(guesses.at(-1)).toBe(429);
  await town.db.pool.query('delete from attempts');
});

test('ALL 69, 70: each change has its reason, its day and its author; the public page follows at once', async () => {
  const { licenceId, documentId } = await enterLicence(town, { caseId, number: anotherNumber() });
  const suspended = await town.decider.call('POST /licences/:licenceId/suspend', {
    licenceId,
    ground: 'penalty',
    reason: '限期整改。',
  });
  expect(suspended).toMatchObject({
    state: 'suspended',
    sinceDay: '2026-03-02',
    actions: ['restore', 'recall', 'cancel', 'revoke'],
  });
  expect(await check(documentId)).toMatchObject({ state: 'suspended', sinceDay: '2026-03-02' });
  await town.decider.call('POST /licences/:licenceId/restore', { licenceId, reason: '整改合格。' });
  expect((await check(documentId)).state).toBe('valid');
  await town.decider.call('POST /licences/:licenceId/revoke', {
    licenceId,
    ground: 'fraud',
    reason: '以欺骗手段取得。',
    heard: { toldDay: '2026-03-02', how: 'stated' },
  });
  expect((await check(documentId)).state).toBe('revoked');
  const after = await town.decider.call('POST /licences/:licenceId/cancel', {
    licenceId,
    ground: 'endedBefore',
    reason: '被撤销，办理注销。',
  });
  expect(after.actions).toEqual([]);
  expect(after.changes.map(({ act, by, reason }) => [act, by, reason])).toEqual([
    ['cancel', '样例·decider', '被撤销，办理注销。'],
    ['revoke', '样例·decider', '以欺骗手段取得。'],
    ['restore', '样例·decider', '整改合格。'],
    ['suspend', '样例·decider', '限期整改。'],
  ]);
  expect(await check(documentId)).toMatchObject({ state: 'cancelled', sinceDay: '2026-03-02' });
  expect(await actsOf(licenceId)).toEqual([
    'licence.registered',
    'licence.suspended',
    'licence.restored',
    'licence.revoked',
    'licence.cancelled',
  ]);
  const chain = await getChain(town.db, town.district, { kind: 'licence', id: licenceId });
  expect(chain.map(({ body }) => body).join('')).not.toContain('欺骗');
});

test('Another was quicker: what no longer stands as the act needs it is refused and nothing changes', async () => {
  const { licenceId } = await enterLicence(town, { caseId, number: anotherNumber() });
  const suspend = () =>
    town.decider.call('POST /licences/:licenceId/suspend', { licenceId, ground: 'penalty', reason: '整改。' });
  const outcomes = await Promise.allSettled([suspend(), suspend(), suspend()]);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const outcome of outcomes)
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'licence_moved_on' });
  expect(await actsOf(licenceId)).toEqual(['licence.registered', 'licence.suspended']);
});

test('ALL 69, 70: no change without its document, which stands with the licence, and a message to its holder', async () => {
  const phone = '13000009191';
  const holder = await town.resident();
  const mine = await bringTo(town, holder, 'delivering', phone);
  const { licenceId, number } = (await holder.call('GET /my/licences', {})).licences[0] ?? {
    licenceId: '',
    number: '',
  };
  const reason = '以欺骗手段取得。';
  const preview = await town.decider.call('GET /licences/:licenceId/preview', { licenceId, act: 'revoke', reason });
  const papersOfCase = async () =>
    (await holder.call('GET /my/cases/:caseId', { caseId: mine })).documents.map(({ documentId }) => documentId);
  const before = await papersOfCase();
  const heard = { toldDay: '2026-03-02', how: 'stated' } as const;
  await town.decider.call('POST /licences/:licenceId/revoke', { licenceId, ground: 'fraud', reason, heard });
  await town.settle();
  // What happens to a licence later is no paper of the case that it came out of.
  expect(await papersOfCase()).toEqual(before);
  const { documents: [paper] = [] } = await holder.call('GET /my/licences/:licenceId', { licenceId });
  expect(paper).toMatchObject({
    title: '撤销行政许可决定书',
    number: expect.stringMatching(/^区卫健许证决〔2026〕\d+号$/),
    served: true,
    service: { method: 'ELECTRONIC', state: 'served', day: '2026-03-02' },
    ready: true,
  });
  expect(preview.title).toBe(paper?.title);
  expect(preview.lines.join('')).toContain(`编号${number}`);
  expect(preview.lines.join('')).toContain('一、事实和理由。以欺骗手段取得。');
  expect((await holder.raw('GET', `/api/my/documents/${paper?.documentId}/pdf`)).status).toBe(200);
  const { messages } = await town.visitor.call('GET /dev/outbox', { limit: 5 });
  expect(messages.map(({ text }) => text).join('')).toContain(`（${number}）已被撤销，不再有效`);
  const chain = await getChain(town.db, town.district, { kind: 'licence', id: licenceId });
  expect(chain.at(-1)?.body).toContain(paper?.documentId);
  expect((await town.clerk.call('GET /cases/:caseId', { caseId: mine })).actions).toContain('handOver');
});

test('A decision is previewed only by who may make it, and only where the act would start', async () => {
  const { licenceId } = await enterLicence(town, { caseId, number: anotherNumber() });
  const preview = (act: 'suspend' | 'restore') => ({ licenceId, act });
  const { lines } = await town.decider.call('GET /licences/:licenceId/preview', preview('suspend'));
  expect(lines.join('')).toContain('一、事实和理由。……');
  const refused = (client: Client, act: 'suspend' | 'restore') =>
    client.call('GET /licences/:licenceId/preview', preview(act)).catch((error) => error.code);
  expect(await refused(town.decider, 'restore')).toBe('licence_moved_on');
  expect(await refused(town.townDecider, 'suspend')).toBe('not_found');
  expect(await refused(town.reviewer, 'suspend')).toBe('not_allowed');
  expect(await actsOf(licenceId)).toEqual(['licence.registered']);
});

test('A change without its reason is refused', async () => {
  const { licenceId } = await enterLicence(town, { caseId, number: anotherNumber() });
  await expect(
    town.decider.call('POST /licences/:licenceId/suspend', { licenceId, ground: 'penalty', reason: '   ' }),
  ).rejects.toMatchObject({ code: 'reason_missing' });
});

test('The register is read by those who decide and review at the organ, who supervise its area and who administer; neighbours see nothing', async () => {
  const { licenceId } = await enterLicence(town, { caseId, number: anotherNumber() });
  for (const reader of [town.decider, town.reviewer, town.supervisor, town.admin])
    expect((await reader.call('GET /licences/:licenceId', { licenceId })).licenceId).toBe(licenceId);
  expect((await town.admin.call('GET /licences/:licenceId', { licenceId })).caseId).toBeUndefined();
  expect((await town.reviewer.call('GET /licences/:licenceId', { licenceId })).actions).toEqual([]);
  await expect(town.townDecider.call('GET /licences/:licenceId', { licenceId })).rejects.toMatchObject({
    code: 'not_found',
  });
  const ofTown = await enterLicence(town, { caseId, number: anotherNumber(), organ: '甲镇人民政府' });
  const seen = await town.townDecider.call('GET /licences', {});
  expect(seen.licences.map((row) => row.licenceId)).toContain(ofTown.licenceId);
  expect(seen.licences.map((row) => row.licenceId)).not.toContain(licenceId);
  expect((await town.townDecider.call('GET /licence-filters', {})).organs.map(({ name }) => name.zh)).toEqual([
    '甲镇人民政府（演示）',
  ]);
});

test('The register is found by number, by the exact name or number of the holder, and narrowed by kind, organ and state', async () => {
  const holder = { name: '样例·𠮷田一郎', number: anotherNumber() };
  const wanted = await enterLicence(town, { caseId, ...holder, title: '少见的证', untilDay: '2026-03-01' });
  const find = async (input: Parameters<typeof town.decider.call<'GET /licences'>>[1]) =>
    (await town.decider.call('GET /licences', input)).licences.map(({ licenceId }) => licenceId);
  for (const q of [
    wanted.number,
    ` ${wanted.number} `,
    holder.name,
    holder.number,
    holder.number.replace(/(.{6})/, '$1 '),
  ])
    expect(await find({ q }), q).toEqual([wanted.licenceId]);
  expect(await find({ q: '样例' })).toEqual([]);
  expect(await find({ q: '%' })).toEqual([]);
  expect(await find({ title: '少见的证' })).toEqual([wanted.licenceId]);
  expect(await find({ title: '少见的证', state: 'expired' })).toEqual([wanted.licenceId]);
  expect(await find({ title: '少见的证', state: 'valid' })).toEqual([]);
  expect(await find({ organId: await organOf(town, '甲镇人民政府') })).toEqual([]);
  expect((await town.decider.call('GET /licence-filters', {})).titles).toContain('少见的证');
});

test('The register comes twenty at a time, newest first, none twice and none left out', async () => {
  const title = '很多的证';
  const entered: string[] = [];
  for (let times = 0; times < 23; times += 1)
    entered.unshift((await enterLicence(town, { caseId, number: anotherNumber(), title })).licenceId);
  const first = await town.decider.call('GET /licences', { title });
  expect(first.licences).toHaveLength(20);
  const rest = await town.decider.call('GET /licences', { title, after: first.next ?? '' });
  expect(rest.next).toBeUndefined();
  expect([...first.licences, ...rest.licences].map(({ licenceId }) => licenceId)).toEqual(entered);
});

test('The certificate opens from the register, and that staff read it is remembered', async () => {
  const { licenceId } = await enterLicence(town, { caseId, number: anotherNumber() });
  const pdf = await town.decider.raw('GET', `/api/licences/${licenceId}/pdf`);
  expect([pdf.status, pdf.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  const { rows } = await town.db.pool.query(`select from access_log where kind = 'read' and subject_id = $1`, [
    licenceId,
  ]);
  expect(rows).toHaveLength(1);
});

test('A resident has the licences of his own matters, with the code to show, and nobody else has them', async () => {
  const [holder, stranger] = [await town.resident(), await town.resident()];
  const mine = await bringTo(town, holder, 'received');
  const { licenceId, documentId } = await enterLicence(town, { caseId: mine, number: anotherNumber() });
  const { licences } = await holder.call('GET /my/licences', {});
  expect(licences).toMatchObject([{ licenceId, documentId, caseId: mine, state: 'valid' }]);
  const code = await holder.raw('GET', `/api/my/licences/${licenceId}/code`);
  expect(code.status).toBe(200);
  expect(code.bytes.toString()).toMatch(/^<svg /);
  expect((await stranger.call('GET /my/licences', {})).licences).toEqual([]);
  for (const path of [licenceId, `${licenceId}/code`, newId()])
    expect((await stranger.raw('GET', `/api/my/licences/${path}`)).status).toBe(404);
});
