import { expect, test } from 'vitest';
import type { BasicItemRow, DeviationRow, StandardCheck } from '../../../contract/standards.ts';
import { uniformElements } from '../../../contract/words.ts';
import { foundBasicItems } from '../../demo/basic-items.ts';
import { demoItems } from '../../demo/items.ts';
import { organKeys } from '../../demo/places.ts';
import { transact } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { getChain } from '../../platform/ledger/index.ts';
import { openTown, Refused } from '../../tests/support/town.ts';
import { getItemVersions, getVersionInForce, getVersionsInForce } from '../catalogue/index.ts';
import { findDeviations } from './find-deviations.ts';
import { lockedDeviations } from './locked-deviations.ts';

const town = await openTown({ on: '2026-03-02T09:00' });
const { itemPublisher: publisher, itemManager: manager } = town;
const healthId = (await town.db.pool.query<{ id: string }>(`select id from organisations where short_code = '区卫健'`))
  .rows[0]?.id;
const organs = Object.fromEntries(organKeys.map((key) => [key, healthId])) as never;
const basicIds = await transact(town.db, (tx) => foundBasicItems(tx, organs, town.systemCall()));
const versions = await getVersionsInForce(town.db, town.systemCall());

async function run(kind: StandardCheck['kind']): Promise<StandardCheck> {
  await publisher.call('POST /standard-checks', { kind });
  await town.settle();
  const { checks } = await town.supervisor.call('GET /standard-checks', {});
  const check = checks.find((each) => each.kind === kind);
  if (check === undefined) throw new Error('A check was run.');
  return check;
}

async function deviationsOf(check: StandardCheck, key: string) {
  const deviations: DeviationRow[] = [];
  for (let after: string | undefined; ; ) {
    const page = await town.supervisor.call('GET /standard-checks/:checkId/deviations', {
      checkId: check.checkId,
      limit: 7,
      ...(after && { after }),
    });
    deviations.push(...page.deviations);
    if (page.next === undefined) break;
    after = page.next;
  }
  return deviations.filter(({ itemId }) => itemId === town.items[key]);
}

/** Why an act was refused: its code, and those of the fields. */
const refusalOf = (act: Promise<unknown>) =>
  act.then(
    () => [],
    (error) => (error instanceof Refused ? [error.code, ...error.fields.map(({ code }) => code)] : [String(error)]),
  );

test('domain 10.2: 要素统一率 is the items without a deviation of all items in force, and what deviates is named with both sides', async () => {
  const check = await run('ELEMENTS');
  expect(check).toMatchObject({ state: 'DONE', done: versions.length, total: versions.length });
  const [pesticide] = await deviationsOf(check, 'pesticideTrade');
  expect(pesticide).toMatchObject({
    element: 'promisedLimit',
    against: 'BASIC',
    locked: false,
    own: { zh: '15个工作日', en: '15 working days' },
    other: { zh: '10个工作日', en: '10 working days' },
  });
  expect((await deviationsOf(check, 'tobaccoRetail')).map(({ element, locked }) => [element, locked])).toEqual([
    ['bases', true],
  ]);
  expect((await deviationsOf(check, 'studentAid')).map(({ element }) => element)).toEqual(['materials']);
  const deviating = new Set(check.byOrgan.map(({ items }) => items));
  expect(check.clean).toBeLessThan(check.done);
  expect(check.done - check.clean).toBe(check.byLevel.reduce((sum, { items }) => sum + items, 0));
  expect(deviating.size).toBeGreaterThan(0);
  expect(check.withoutBasic).toBe(0);
});

test('the rows of a report can be narrowed to an element, a level, an organ and what blocks', async () => {
  const check = await run('ELEMENTS');
  const ask = async (wanted: object) =>
    (
      await town.supervisor.call('GET /standard-checks/:checkId/deviations', {
        checkId: check.checkId,
        limit: 100,
        ...wanted,
      })
    ).deviations;
  const all = await ask({});
  expect(all).toHaveLength(check.byElement.reduce((sum, { deviations }) => sum + deviations, 0));
  for (const { element, deviations } of check.byElement) expect(await ask({ element })).toHaveLength(deviations);
  for (const { level, deviations } of check.byLevel) expect(await ask({ level })).toHaveLength(deviations);
  for (const { organId = 'township', deviations } of check.byOrgan)
    expect(await ask({ organId })).toHaveLength(deviations);
  expect((await ask({ locked: 'true' })).every(({ locked }) => locked)).toBe(true);
  expect(await ask({ organId: 'nobody' })).toEqual([]);
});

test('two starts at once are one run, and each start leaves its mark in the ledger', async () => {
  const [one, two] = await Promise.all([
    publisher.call('POST /standard-checks', { kind: 'ELEMENTS' }),
    town.secondPublisher.call('POST /standard-checks', { kind: 'ELEMENTS' }),
  ]);
  expect(one.checkId).toBe(two.checkId);
  expect(one.state).toBe('RUNNING');
  await town.settle();
  const chain = await getChain(town.db, town.district, { kind: 'standardCheck', id: one.checkId });
  expect(chain.map(({ act }) => act)).toEqual(['standardCheck.started', 'standardCheck.ended']);
});

test('线上线下同质办: every channel shows what was published, and says so in two numbers', async () => {
  const check = await run('CHANNELS');
  expect(check).toMatchObject({ state: 'DONE', done: versions.length, clean: versions.length });
});

test('线上线下同质办: a planted difference is seen, by channel and part', async () => {
  const itemId = town.items['pesticideTrade'] ?? '';
  // Every process has read its copy; then somebody writes past the product into the rows themselves.
  await town.visitor.call('GET /items/:itemId', { itemId });
  const write = (content: string) =>
    town.db.pool.query(`update item_versions set content = ${content} where district = $1 and item_id = $2`, [
      town.district,
      itemId,
    ]);
  await write(
    `jsonb_set(content, '{conditions}', (content -> 'conditions') || '[{"zh":"有本地户口。","en":"registered here."}]')`,
  );
  const check = await run('CHANNELS');
  expect(check.clean).toBe(check.done - 1);
  const { differences } = await town.supervisor.call('GET /standard-checks/:checkId/channel-differences', {
    checkId: check.checkId,
  });
  expect(differences.map(({ channel, part, name }) => [channel, part, name.zh])).toEqual([
    ['GUIDE', 'conditions', '农药经营许可（新办）'],
  ]);
  await write(`content #- '{conditions,-1}'`);
  expect((await run('CHANNELS')).clean).toBe(check.done);
});

test('window, online form and guide speak of one version', async () => {
  for (const { itemId, id } of versions) {
    expect((await getVersionInForce(town.db, town.systemCall(), itemId)).id).toBe(id);
    expect((await town.visitor.call('GET /items/:itemId', { itemId })).itemVersionId).toBe(id);
  }
});

test('R-1.6, domain 1.5: a draft that differs in a locked element is blocked, in another it is warned', async () => {
  const [version] = await getItemVersions(
    town.db,
    town.district,
    versions.filter(({ itemId }) => itemId === town.items.hygieneLicence).map(({ id }) => id),
  );
  if (version === undefined) throw new Error('The licence is in force.');
  const { itemId, code, profile, caseType, level, content } = version;
  const draft = { itemId, code, profile, caseType, level, content };
  const call = town.systemCall();
  expect(await lockedDeviations(town.db, call, draft)).toEqual([]);
  const renamed = { ...content, name: { zh: '卫生证', en: 'Hygiene certificate' } };
  expect(await lockedDeviations(town.db, call, { ...draft, content: renamed })).toMatchObject([
    { element: 'name', own: { zh: '卫生证' }, other: content.name },
  ]);
  const dearer = { ...content, fee: { ...content.fee, fen: 100 } };
  expect(await lockedDeviations(town.db, call, { ...draft, content: dearer })).toEqual([]);
  expect(await findDeviations(town.db, call, { ...draft, content: dearer })).toMatchObject([
    { element: 'fee', locked: false, own: { zh: '1元' }, other: { zh: '不收费' } },
  ]);
});

test('the district says with a reason which elements are compared and which block, and a later run goes by that', async () => {
  const before = await publisher.call('GET /uniform-elements', {});
  expect(before.byDefault).toBe(true);
  expect(before.elements.map(({ element }) => element)).toEqual([...uniformElements]);
  const elements = before.elements.map(({ element, rule }) =>
    element === 'promisedLimit' ? ({ element, rule: 'off' } as const) : { element, rule },
  );
  const twice = elements.map((each, at) => (at === 1 ? { ...each, element: 'name' as const } : each));
  expect(
    await refusalOf(publisher.call('POST /uniform-elements', { elements: twice, reason: '按省里的要求。' })),
  ).toEqual(['invalid_input', 'required']);
  expect(await refusalOf(publisher.call('POST /uniform-elements', { elements, reason: '  ' }))).toEqual([
    'reason_missing',
  ]);
  const after = await publisher.call('POST /uniform-elements', { elements, reason: '各乡镇承诺可以更短。' });
  expect(after).toMatchObject({ byDefault: false, history: [{ reason: '各乡镇承诺可以更短。' }] });
  const check = await run('ELEMENTS');
  expect(check.byElement.map(({ element }) => element)).not.toContain('promisedLimit');
  expect(await deviationsOf(check, 'pesticideTrade')).toEqual([]);
  await publisher.call('POST /uniform-elements', { elements: before.elements, reason: '改回来。' });
});

test('a version of a basic item is published whole, holds at once, and the one before stays as it was', async () => {
  const basicItemId = basicIds['pesticideTrade'] ?? '';
  const before = await publisher.call('GET /basic-items/:basicItemId', { basicItemId });
  expect(before.implementations).toMatchObject([
    { itemId: town.items['pesticideTrade'], deviations: [{ element: 'promisedLimit' }] },
  ]);
  const [handling] = before.content.handlings;
  if (handling === undefined) throw new Error('It has one 业务办理项.');
  const content = {
    ...before.content,
    handlings: [{ ...handling, promisedLimit: { amount: 15, unit: 'workingDays' as const } }],
  };
  const { code, type } = before;
  const published = await publisher.call('POST /basic-items', {
    code,
    type,
    content,
    note: '省里改为15个工作日。',
    basedOn: 1,
  });
  expect(published).toMatchObject({ version: 2, latest: true, versions: [{ version: 2 }, { version: 1 }] });
  expect(published.implementations[0]?.deviations).toEqual([]);
  const first = await publisher.call('GET /basic-items/:basicItemId', { basicItemId, version: 1 });
  expect(first).toMatchObject({ version: 1, latest: false, content: before.content });
  expect(
    await refusalOf(publisher.call('POST /basic-items', { code, type, content, note: '晚了一步。', basedOn: 1 })),
  ).toEqual(['basic_item_moved_on']);
});

test('R-1.1: a basic item with a wrong code is refused with every fault', async () => {
  const shown = await publisher.call('GET /basic-items/:basicItemId', { basicItemId: basicIds['treeFelling'] ?? '' });
  const { type, content } = shown;
  for (const [code, fault] of [
    ['4301640010', 'code_length'],
    ['４30164001000', 'code_characters'],
    ['430264001000', 'code_type'],
  ] as const)
    expect(
      await refusalOf(publisher.call('POST /basic-items', { code, type, content, note: '试', basedOn: 0 })),
    ).toEqual(['invalid_input', fault]);
});

test('认领: a department claims a power and lets it go; two departments are shown as a conflict', async () => {
  const inspection = basicIds['430620101000'] ?? '';
  const find = async (claims: 'unclaimed' | 'conflict') =>
    (await manager.call('GET /basic-items', { claims, limit: 100 })).basicItems.map(({ code }) => code);
  expect(await find('unclaimed')).toEqual(['430620101000']);
  const claimed = await manager.call('POST /basic-items/:basicItemId/claim', { basicItemId: inspection });
  expect(claimed).toMatchObject({ conflict: false, mayRelease: true, mayClaim: false, claims: [{ own: true }] });
  expect(await refusalOf(manager.call('POST /basic-items/:basicItemId/claim', { basicItemId: inspection }))).toEqual([
    'basic_item_claimed',
  ]);
  expect(await find('unclaimed')).toEqual([]);
  const secondOrgan = newId();
  await town.db.pool.query(
    `insert into organisations select district, $2, region_id, level, '区农业农村局（演示）', 'Agriculture', '区农业', null, phone,
       address_zh, reconsideration_organ_zh, court_zh, is_administrative_organ from organisations where district = $1 and id = $3`,
    [town.district, secondOrgan, healthId],
  );
  const { forgetPlaces } = await import('../places/place.store.ts');
  forgetPlaces();
  await town.db.pool.query(
    `insert into basic_item_claims (district, id, basic_item_id, organ_id, claimed_at) values ($1, $2, $3, $4, $5)`,
    [town.district, newId(), inspection, secondOrgan, '2026-03-02T01:00:00Z'],
  );
  expect(await find('conflict')).toEqual(['430620101000']);
  const released = await manager.call('POST /basic-items/:basicItemId/release', { basicItemId: inspection });
  expect(released).toMatchObject({ conflict: false, mayRelease: false, claims: [{ own: false }] });
  await expect(
    manager.call('POST /basic-items/:basicItemId/release', { basicItemId: inspection }),
  ).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('the basic catalogue is found by words, code and type, page by page', async () => {
  const all: BasicItemRow[] = [];
  for (let after: string | undefined; ; ) {
    const page = await manager.call('GET /basic-items', { limit: 9, ...(after && { after }) });
    all.push(...page.basicItems);
    if (page.next === undefined) break;
    after = page.next;
  }
  expect(all.map(({ code }) => code)).toEqual(all.map(({ code }) => code).toSorted());
  expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
  const penalties = await manager.call('GET /basic-items', { type: 'PENALTY' });
  expect(penalties.basicItems.every(({ type, implementations }) => type === 'PENALTY' && implementations === 0)).toBe(
    true,
  );
  const found = (await manager.call('GET /basic-items', { q: '烟草' })).basicItems;
  expect(found.length).toBeGreaterThan(0);
  expect(found.every(({ name }) => name.zh.includes('烟草'))).toBe(true);
  expect((await manager.call('GET /basic-items', { q: '４３0145 001001' })).basicItems).toHaveLength(1);
  expect((await manager.call('GET /basic-items', { q: '没有这个' })).basicItems).toEqual([]);
});

test('国发〔2022〕5号: what nobody applies for stands in the basic catalogue and never in the hall', async () => {
  const { basicItems } = await manager.call('GET /basic-items', { limit: 100 });
  const types = new Set(basicItems.map(({ type }) => type));
  for (const type of ['PENALTY', 'COERCION', 'COLLECTION', 'INSPECTION'] as const) expect(types).toContain(type);
  expect(demoItems.map(({ content }) => content.elements.itemType as string)).not.toContain('PENALTY');
});
