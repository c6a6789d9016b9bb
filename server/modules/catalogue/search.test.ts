import { expect, test } from 'vitest';
import { transact } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { getChain } from '../../platform/ledger/index.ts';
import { openTown } from '../../tests/support/town.ts';
import { getItemVersion, getVersionInForce, publishItemVersion } from './index.ts';

const town = await openTown();
const { seniorCard, hygieneLicence } = town.items;
const find = (q: string) => town.visitor.call('GET /items', { q });
const firstOf = async (q: string) => (await find(q)).items[0]?.itemId;
const misses = () => town.admin.call('GET /search-misses', { limit: 100 });

test.each([
  ['老人坐车不要钱', 'seniorCard', ['老人', '坐车不要钱']],
  ['老年证', 'seniorCard', ['老年证']],
  ['我想给我妈办个敬老卡', 'seniorCard', ['敬老卡']],
  ['65岁免费公交怎么办', 'seniorCard', ['65岁', '免费公交']],
  ['爷爷奶奶坐公交', 'seniorCard', ['爷爷奶奶', '坐公交']],
  ['老年人优待证', 'seniorCard', ['老年人优待证']],
  ['laonianzheng', 'seniorCard', ['laonianzheng']],
  ['lnryd', 'seniorCard', ['lnryd']],
  ['敬劳卡', 'seniorCard', undefined],
  ['senior citizen card', 'seniorCard', undefined],
  ['free bus for old people', 'seniorCard', undefined],
  ['我想开个理发店要什么证', 'hygieneLicence', ['理发店']],
  ['卫生许可证怎么办理', 'hygieneLicence', ['卫生许可证']],
  ['weishengxukezheng', 'hygieneLicence', undefined],
  ['hygiene license', 'hygieneLicence', undefined],
] as const)('“%s” finds its item first, and says because of which words.', async (q, item, because) => {
  const [best] = (await find(q)).items;
  expect(best?.itemId).toBe(town.items[item]);
  if (because !== undefined) expect(best?.because).toEqual(because);
});

test('An alias of the staff counts with the next search, and no longer once it is removed.', async () => {
  expect(await firstOf('白逛寺庙')).not.toBe(seniorCard);
  const made = await town.admin.call('POST /items/:itemId/aliases', { itemId: seniorCard, alias: ' 白逛寺庙 ' });
  expect(made).toMatchObject({ itemId: seniorCard, alias: '白逛寺庙', addedBy: '样例·admin', removed: false });
  const [best] = (await find('白逛寺庙')).items;
  expect(best).toMatchObject({ itemId: seniorCard, because: ['白逛寺庙'] });
  expect((await town.admin.call('GET /item-aliases', {})).aliases).toEqual([made]);
  expect((await town.visitor.call('GET /suggestions', { q: '白逛' })).suggestions[0]).toMatchObject({
    itemId: seniorCard,
    alias: '白逛寺庙',
  });

  const gone = await town.admin.call('POST /item-aliases/:aliasId/remove', { aliasId: made.aliasId });
  expect(gone).toEqual({ ...made, removed: true });
  expect(await firstOf('白逛寺庙')).not.toBe(seniorCard);
  expect((await town.admin.call('GET /item-aliases', {})).aliases).toEqual([]);
  const chain = await getChain(town.db, town.district, { kind: 'item', id: seniorCard });
  expect(chain.slice(-2).map(({ act }) => act)).toEqual(['item.aliasAdded', 'item.aliasRemoved']);
  expect(chain.map(({ body }) => body).join()).not.toContain('寺庙');
});

test('What another server wrote counts with the next search here: an alias, a removal, a version.', async () => {
  const id = newId();
  await town.db.pool.query(
    `insert into item_aliases (district, id, item_id, alias, added_by, added_at) values ($1, $2, $3, '白坐车', $4, now())`,
    [town.district, id, seniorCard, town.admin.staffId],
  );
  expect(await firstOf('白坐车')).toBe(seniorCard);
  await town.db.pool.query('update item_aliases set removed_at = now(), removed_by = added_by where id = $1', [id]);
  expect((await find('白坐车')).items[0]?.because).not.toEqual(['白坐车']);

  const { id: _, itemId: __, version: ___, ...input } = await getVersionInForce(town.db, town.systemCall(), seniorCard);
  const content = { ...input.content, aliases: [...input.content.aliases, '公交随便坐'] };
  const { itemVersionId } = await transact(town.db, (tx) =>
    publishItemVersion(tx, { ...input, content, effectiveDay: town.today() }, town.systemCall()),
  );
  expect((await getItemVersion(town.db, town.district, itemVersionId)).itemId).toBe(seniorCard);
  expect((await find('公交随便坐')).items[0]).toMatchObject({ itemId: seniorCard, because: ['公交随便坐'] });
});

test('An alias that the item has already, or that every matter could have, is refused; so is one for no item.', async () => {
  const add = (alias: string, itemId = hygieneLicence) =>
    town.admin.call('POST /items/:itemId/aliases', { itemId, alias });
  await add('烫头发的店');
  await add('烫头发的铺子');
  await expect(add('烫头发的店')).rejects.toMatchObject({ code: 'alias_known' });
  await expect(add('理发店')).rejects.toMatchObject({ code: 'alias_known' });
  await expect(add('怎么办')).rejects.toMatchObject({ code: 'alias_empty' });
  await expect(add('白逛寺庙', newId())).rejects.toMatchObject({ code: 'not_found' });
  await expect(town.admin.call('POST /item-aliases/:aliasId/remove', { aliasId: newId() })).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('What nobody found is counted by its words, most frequent first, and never with a name, a number or the sentence.', async () => {
  for (const q of ['张三丰的洗衣机坏了 431302194912120017', '洗衣机坏了怎么办', '请问洗衣机坏了，13800001234'])
    await find(q);
  await find('修冰箱');
  await find('王建国 13800001234');
  const { misses: found } = await misses();
  const words = found.map((each) => `${each.words} ${each.times}`);
  expect(words).toContain('洗衣机坏 3');
  expect(found.map(({ times }) => times)).toEqual(found.map(({ times }) => times).toSorted((a, b) => b - a));
  expect(found.map((each) => each.words).join()).not.toMatch(/三丰|建国|王|张|\d/);
  const { rows } = await town.db.pool.query<{ columns: string }>(
    `select string_agg(column_name, ' ' order by ordinal_position) as columns from information_schema.columns where table_name = 'search_misses'`,
  );
  expect(rows[0]?.columns).toBe('district id words times last_day dismissed_at');
});

test('A miss becomes an alias and is forgotten, or is put aside and stays away however often it comes.', async () => {
  await find('吹风机坏了');
  await find('自动售货机');
  const idOf = async (word: string) => (await misses()).misses.find(({ words }) => words.includes(word))?.missId;
  const toName = await idOf('吹风机');
  const toDismiss = await idOf('售货机');
  if (toName === undefined || toDismiss === undefined) throw new Error('Both were missed.');
  await town.admin.call('POST /items/:itemId/aliases', {
    itemId: hygieneLicence,
    alias: '吹风机坏了',
    missId: toName,
  });
  expect(await firstOf('吹风机坏了')).toBe(hygieneLicence);
  expect(await idOf('吹风机')).toBeUndefined();

  await town.admin.call('POST /search-misses/:missId/dismiss', { missId: toDismiss });
  await find('自动售货机');
  expect(await idOf('售货机')).toBeUndefined();
  await expect(town.admin.call('POST /search-misses/:missId/dismiss', { missId: newId() })).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('Misses and aliases come page by page, none twice and none left out.', async () => {
  for (const q of ['洗碗机', '微波炉', '吸尘器', '电饭锅', '热水器']) await find(q);
  const all = (await misses()).misses.map(({ missId }) => missId);
  const seen: string[] = [];
  for (let after: string | undefined = ''; after !== undefined; ) {
    const page: Awaited<ReturnType<typeof misses>> = await town.admin.call('GET /search-misses', {
      limit: 2,
      ...(after !== '' && { after }),
    });
    seen.push(...page.misses.map(({ missId }) => missId));
    after = page.next;
  }
  expect(seen).toEqual(all);
  const first = await town.admin.call('GET /item-aliases', { limit: 1 });
  const second = await town.admin.call('GET /item-aliases', { limit: 1, ...(first.next && { after: first.next }) });
  expect(second.aliases[0]?.aliasId).not.toBe(first.aliases[0]?.aliasId);
});

test('Without a question all items come by name, page by page, those that are only guides last.', async () => {
  const seen: { itemId: string; guideOnly: boolean }[] = [];
  let total = 0;
  for (let after: string | undefined = ''; after !== undefined; ) {
    const page: Awaited<ReturnType<typeof find>> = await town.visitor.call('GET /items', {
      limit: 1,
      ...(after !== '' && { after }),
    });
    seen.push(...page.items);
    total = page.total;
    after = page.next;
  }
  expect(new Set(seen.map(({ itemId }) => itemId))).toEqual(new Set(Object.values(town.items)));
  expect(seen.length).toBe(total);
  const guides = seen.map(({ guideOnly }) => guideOnly);
  expect(guides).toEqual(guides.toSorted((a, b) => Number(a) - Number(b)));
});

test('Items are found by life event, by who decides, by where they are handed in and by whom they serve.', async () => {
  const idsOf = async (by: object, after?: string): Promise<string[]> => {
    const page = await town.visitor.call('GET /items', { ...by, limit: 100, ...(after && { after }) });
    const ids = page.items.map(({ itemId }) => itemId);
    return page.next === undefined ? ids : [...ids, ...(await idsOf(by, page.next))];
  };
  expect(await idsOf({ lifeEvent: 'senior' })).toContain(seniorCard);
  expect(await idsOf({ lifeEvent: 'senior' })).not.toContain(hygieneLicence);

  const { departments } = await town.visitor.call('GET /departments', {});
  const all = await idsOf({});
  expect(departments.reduce((sum, { items }) => sum + items, 0)).toBe(all.length);
  expect(await idsOf({ departmentId: 'township' })).toContain(seniorCard);
  for (const { departmentId, items } of departments) expect(await idsOf({ departmentId })).toHaveLength(items);
  expect(await idsOf({ departmentId: newId() })).toEqual([]);

  expect(await idsOf({ centerId: town.centers.town })).toContain(seniorCard);
  expect(await idsOf({ centerId: town.centers.district })).not.toContain(seniorCard);
  expect(await idsOf({ centerId: newId() })).toEqual([]);

  expect(await idsOf({ audience: 'person' })).toContain(seniorCard);
  expect(await idsOf({ audience: 'firm' })).toContain(hygieneLicence);
  expect(await idsOf({ audience: 'firm' })).not.toContain(seniorCard);
});

test('An answer names the nearest office that takes it in, as seen from where one lives.', async () => {
  const from = (regionId: string) => town.visitor.call('GET /items', { q: '老年证', regionId });
  expect((await from(town.regions.village)).items[0]?.nearest?.centerId).toBe(town.centers.town);
  expect((await from(town.regions.otherTown)).items[0]?.nearest?.centerId).toBe(town.centers.otherTown);
  expect((await find('老年证')).items[0]?.nearest).toBeUndefined();
});

test('Suggestions are six names at most, whatever is typed.', async () => {
  for (const q of ['证', '许可', 'z', '登记', '老人坐车', '🀄', '(', '%', '\\']) {
    const { suggestions } = await town.visitor.call('GET /suggestions', { q });
    expect(suggestions.length).toBeLessThanOrEqual(6);
  }
  expect((await town.visitor.call('GET /suggestions', { q: 'laonian' })).suggestions[0]?.itemId).toBe(seniorCard);
});
