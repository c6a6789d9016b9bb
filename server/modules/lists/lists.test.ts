import { expect, test, vi } from 'vitest';
import type { Inputs, Replies } from '../../../contract/routes.ts';
import { transact } from '../../platform/database/index.ts';
import { openTown } from '../../tests/support/town.ts';
import {
  getVersionInForce,
  type ItemContent,
  loadInForce,
  openRoutes,
  publishItemVersion,
} from '../catalogue/index.ts';
import { loadPlaces } from '../places/index.ts';
import { publishBasicItem } from '../standards/index.ts';

const town = await openTown({ on: '2026-03-02T09:00' });
const { seniorCard, hygieneLicence } = town.items;

/** Publishes a new version of an item, in force today. */
async function change(itemId: string, edit: (content: ItemContent) => ItemContent): Promise<void> {
  const call = town.systemCall();
  const { id: _, itemId: __, version: ___, ...version } = await getVersionInForce(town.db, call, itemId);
  const input = { ...version, effectiveDay: town.today(), content: edit(version.content) };
  await transact(town.db, (tx) => publishItemVersion(tx, input, call));
}

const withElements = (elements: Partial<ItemContent['elements']>) => (content: ItemContent) => ({
  ...content,
  elements: { ...content.elements, ...elements },
});

/** All rows of a list, page by page. */
async function whole(input: Inputs['GET /lists/:listKey']): Promise<Replies['GET /lists/:listKey']['rows']> {
  const rows: Replies['GET /lists/:listKey']['rows'] = [];
  let after: string | undefined;
  do {
    const page = await town.visitor.call('GET /lists/:listKey', { ...input, ...(after !== undefined && { after }) });
    rows.push(...page.rows);
    after = page.next;
  } while (after !== undefined);
  return rows;
}

test('Every list says how much stands on it, and that is what its pages hold, each row once', async () => {
  const { lists, sets } = await town.visitor.call('GET /lists', {});
  expect(lists.length).toBeGreaterThanOrEqual(20);
  for (const { key, rows: count } of lists) {
    const rows = await whole({ listKey: key, limit: 7 });
    expect([key, rows.length]).toEqual([key, count]);
    expect(new Set(rows.map(({ rowId }) => rowId)).size).toBe(count);
  }
  for (const set of sets) for (const key of set.lists) expect(lists.map((list) => list.key)).toContain(key);
  expect(sets.map(({ key, lists: five }) => [key, five.length])).toEqual([
    ['fiveHandlings', 5],
    ['fiveOpenings', 5],
  ]);
});

test('Licences and services together with the other powers are all items, none twice', async () => {
  const { total: items } = await town.visitor.call('GET /items', {});
  const total = async (listKey: string) => (await town.visitor.call('GET /lists/:listKey', { listKey })).total;
  expect((await total('powers')) + (await total('services'))).toBe(items);
  expect(await total('levels')).toBe(items);
  expect(await total('licences')).toBeLessThan(await total('powers'));
});

test('A list is narrowed by words, by who decides and by where it is received', async () => {
  const all = await town.visitor.call('GET /lists/:listKey', { listKey: 'levels', limit: 100 });
  const found = await town.visitor.call('GET /lists/:listKey', { listKey: 'levels', q: '老年人 优待证' });
  expect(found.rows.map(({ itemId }) => itemId)).toContain(seniorCard);
  expect(found.total).toBeLessThan(all.total);
  const sums = all.departments.reduce((sum, { rows }) => sum + rows, 0);
  expect(sums).toBe(all.total);
  const [department] = all.departments;
  const own = await town.visitor.call('GET /lists/:listKey', {
    listKey: 'levels',
    departmentId: department?.departmentId ?? '',
  });
  expect(own.total).toBe(department?.rows);
  const inTown = await whole({ listKey: 'levels', regionId: town.regions.town, limit: 100 });
  expect(inTown.map(({ itemId }) => itemId)).toContain(seniorCard);
  for (const { cells } of inTown) expect(cells[3]?.zh).toBe('能办');
});

test('An unknown list, figure or region is not found', async () => {
  const unknown = { code: 'not_found' };
  await expect(town.visitor.call('GET /lists/:listKey', { listKey: 'nothing' })).rejects.toMatchObject(unknown);
  await expect(town.visitor.call('GET /figures/:figureKey/items', { figureKey: 'nothing' })).rejects.toMatchObject(
    unknown,
  );
  await expect(
    town.visitor.call('GET /lists/:listKey', { listKey: 'powers', regionId: seniorCard }),
  ).rejects.toMatchObject(unknown);
});

test('What a version says of materials and help stands on the lists the moment it is published', async () => {
  const material = { name: { zh: '卫生管理制度', en: 'Hygiene rules of your business' } };
  // Of matters of health nothing may be committed to; here it is one of another field.
  await change(hygieneLicence, (content) => ({
    ...withElements({ assistance: ['HOME_VISIT'], intermediary: { zh: '卫生检测', en: 'Hygiene test' } })(content),
    fields: ['BUSINESS'],
    materials: content.materials.map((each) =>
      each.key === 'hygieneRules'
        ? {
            ...each,
            tolerated: { workingDays: 3 },
            commitment: { verification: { zh: '两个月内上门看', en: 'A visit' } },
          }
        : each,
    ),
  }));
  const row = async (listKey: string) =>
    (await whole({ listKey, limit: 100 })).filter(({ itemId }) => itemId === hygieneLicence);
  expect(await row('tolerated')).toMatchObject([{ cells: [material.name, { zh: '3个工作日' }, {}] }]);
  expect(await row('commitments')).toMatchObject([{ cells: [material.name, {}, { zh: '两个月内上门看' }, {}] }]);
  expect(await row('intermediary')).toMatchObject([{ cells: [{ zh: '卫生检测' }, {}, {}] }]);
  expect(await row('homeVisit')).toHaveLength(1);
  expect(await row('escort')).toHaveLength(0);
});

test('赋权: a route puts an item on the list, and a place below receives it from its day on', async () => {
  const before = await whole({ listKey: 'levels', regionId: town.regions.otherTown, limit: 100 });
  const narrowed = await whole({ listKey: 'openDecision', limit: 100 });
  const apart = narrowed.find(({ itemId }) => !before.some((row) => row.itemId === itemId))?.itemId;
  if (apart === undefined) throw new Error('some item is received at the district alone');
  await transact(town.db, (tx) =>
    openRoutes(
      tx,
      {
        routes: [
          {
            itemId: apart,
            regionId: town.regions.otherTown,
            level: 'TOWNSHIP',
            mode: 'ENTRUSTED',
            receiverOrganId: null,
            fromDay: town.today(),
          },
        ],
      },
      town.systemCall(),
    ),
  );
  const after = await whole({ listKey: 'levels', regionId: town.regions.otherTown, limit: 100 });
  expect(after.map(({ itemId }) => itemId)).toContain(apart);
  expect(
    (await whole({ listKey: 'levels', regionId: town.regions.town, limit: 100 })).map(({ itemId }) => itemId),
  ).not.toContain(apart);
  const devolved = (await whole({ listKey: 'devolved', limit: 100 })).filter(({ itemId }) => itemId === apart);
  expect(devolved.map(({ cells }) => cells[0]?.zh)).toContain('委托');
  const handedTo = async (regionId: string) => whole({ listKey: 'devolved', regionId, limit: 100 });
  const [there, here] = await Promise.all([handedTo(town.regions.otherTown), handedTo(town.regions.town)]);
  expect(there.map(({ itemId }) => itemId)).toContain(apart);
  expect(here.map(({ itemId }) => itemId)).not.toContain(apart);
  expect(new Set([...there, ...here].map(({ cells }) => cells[2]?.zh))).toEqual(new Set(['乡镇（街道）']));
});

test('赋权: what townships decide comes from who entrusted it, never from themselves, and only a route has a first day', async () => {
  const call = town.systemCall();
  const { versions } = await loadInForce(town.db, call);
  const ofTownships = new Set(versions.flatMap((each) => (each.decidingOrganId === null ? [each.itemId] : [])));
  const said = versions.find(
    ({ itemId, content }) => ofTownships.has(itemId) && content.offeredAt.includes('TOWNSHIP'),
  );
  if (said === undefined) throw new Error('townships decide something');
  const row = async () =>
    (await whole({ listKey: 'devolved', limit: 100 })).filter(({ itemId }) => itemId === said.itemId);
  await change(said.itemId, withElements({ powerSource: 'DEVOLVED' }));
  expect((await row())[0]?.cells.map(({ zh }) => zh)).toEqual(['下放', '', '乡镇（街道）', '各乡镇（街道）', '']);
  const entrustedBy = { zh: '区民政局', en: 'Civil Affairs Bureau' };
  await change(said.itemId, withElements({ powerSource: 'ENTRUSTED', bodyNature: 'ENTRUSTED', entrustedBy }));
  expect((await row())[0]?.cells.slice(0, 2)).toMatchObject([{ zh: '委托' }, entrustedBy]);
});

test('The national exchange names the centres that a route opened, and no other of their level', async () => {
  const call = town.systemCall();
  const { versions } = await loadInForce(town.db, call);
  const apart = versions.find(({ content }) => content.offeredAt.join() === 'DISTRICT')?.itemId;
  if (apart === undefined) throw new Error('some item is received at the district alone');
  await change(apart, (content) => ({ ...content, offeredAt: ['VILLAGE'] }));
  const route = { itemId: apart, level: 'TOWNSHIP', mode: 'ENTRUSTED', receiverOrganId: null } as const;
  const routes = [{ ...route, regionId: town.regions.town, fromDay: town.today() }];
  await transact(town.db, (tx) => openRoutes(tx, { routes }, call));
  const { exchange } = await town.visitor.call('GET /catalogue/:itemId', { itemId: apart });
  const { centers } = await loadPlaces(town.db, town.district);
  const there = centers.filter(({ level, regionId }) => level === 'TOWNSHIP' && regionId === town.regions.town);
  expect(exchange.transact_addr).toBe(there.map(({ name }) => name.zh).join('；'));
});

test('A power that nobody applies for stands in the list of powers, without a guide', async () => {
  const bases = [{ law: '某某条例', article: '第一条', mark: 'sample' as const }];
  const content = {
    name: { zh: '对无证经营的处罚', en: 'Penalty for trading without a licence' },
    exerciseLevels: ['DISTRICT' as const],
    bases,
    handlings: [],
    responsibilities: [{ stage: { zh: '立案', en: 'Opening' }, duty: { zh: '发现后及时立案', en: 'Open in time' } }],
    accountability: [{ text: { zh: '应当立案而不立案', en: 'Not opened when due' } }],
  };
  const call = town.systemCall();
  await transact(town.db, (tx) =>
    publishBasicItem(tx, { code: '000223001000', type: 'PENALTY', content, note: '目录', basedOn: 0 }, call),
  );
  const found = await town.visitor.call('GET /lists/:listKey', { listKey: 'powers', q: '000223001000' });
  expect(found.rows).toMatchObject([
    {
      name: content.name,
      cells: [{}, { zh: '行政处罚' }, {}, { zh: '《某某条例》第一条' }, { zh: '立案：发现后及时立案' }, {}],
    },
  ]);
  expect(found.rows[0]?.itemId).toBeUndefined();
});

test('The file holds the rows of the page, as CSV and as XLSX, and nothing in it runs', async () => {
  await change(seniorCard, (content) => ({
    ...content,
    name: { ...content.name, zh: '=HYPERLINK("http://x")老年证' },
  }));
  const { total } = await town.visitor.call('GET /lists/:listKey', { listKey: 'levels' });
  const csv = await town.visitor.raw('GET', '/api/lists/levels/file?format=csv');
  expect(csv.status).toBe(200);
  const text = csv.bytes.toString('utf8');
  expect(text.startsWith('\ufeff序号,事项名称,')).toBe(true);
  expect(text.trimEnd().split('\r\n')).toHaveLength(total + 1);
  expect(text).toContain(`"'=HYPERLINK(""http://x"")老年证"`);
  const xlsx = await town.visitor.raw('GET', '/api/lists/levels/file?format=xlsx&language=en');
  expect(xlsx.bytes.subarray(0, 2).toString()).toBe('PK');
  const one = await town.visitor.raw('GET', `/api/lists/levels/file?format=csv&q=${encodeURIComponent('老年证')}`);
  expect(one.bytes.toString('utf8').trimEnd().split('\r\n')).toHaveLength(2);
  await change(seniorCard, (content) => ({ ...content, name: { ...content.name, zh: '老年人优待证' } }));
});

test('Departments together are the district, in every figure, and levels are too', async () => {
  const { figures, scopes } = await town.visitor.call('GET /figures', {});
  const [district] = scopes;
  for (const kind of ['department', 'level'] as const) {
    const parts = scopes.filter((scope) => scope.kind === kind);
    for (const [at, { key }] of figures.entries()) {
      const sum = (of: 'part' | 'whole' | 'items') =>
        parts.reduce((all, { measured }) => all + (measured[at]?.[of] ?? 0), 0);
      expect([key, sum('part'), sum('whole'), sum('items')]).toEqual([
        key,
        district?.measured[at]?.part,
        district?.measured[at]?.whole,
        district?.measured[at]?.items,
      ]);
    }
  }
});

test('Every figure opens the items that it counts, and the rest', async () => {
  const { figures, scopes } = await town.visitor.call('GET /figures', {});
  for (const [at, { key, kind }] of figures.entries()) {
    const ask = (which: 'counted' | 'rest' | 'all') =>
      town.visitor.call('GET /figures/:figureKey/items', { figureKey: key, which, limit: 100 });
    const [counted, rest, all] = await Promise.all([ask('counted'), ask('rest'), ask('all')]);
    const measured = scopes[0]?.measured[at];
    expect(all.measured).toEqual(measured);
    expect([key, counted.total + rest.total]).toEqual([key, all.total]);
    if (kind !== 'reduction') expect([key, counted.total]).toEqual([key, measured?.part]);
  }
});

test('The catalogue goes to other systems whole, under an ETag that changes with a publication and only then', async () => {
  const first = await town.http.inject({ method: 'GET', url: '/api/catalogue?limit=2' });
  expect(first.statusCode).toBe(200);
  const { etag } = first.headers;
  const again = (url: string, known: unknown) =>
    town.http.inject({ method: 'GET', url, headers: { 'if-none-match': String(known) } });
  expect(await again('/api/catalogue?limit=2', etag)).toMatchObject({ statusCode: 304, payload: '' });
  expect(await again('/api/catalogue?limit=2', `W/"other", W/${etag}`)).toMatchObject({ statusCode: 304 });
  const one = await town.http.inject({ method: 'GET', url: `/api/catalogue/${hygieneLicence}` });
  expect(one.json()).toMatchObject({
    itemId: hygieneLicence,
    standing: 'IN_USE',
    exchange: { task_type: '01', use_level: 4 },
  });
  await change(seniorCard, (content) => ({ ...content, visits: content.visits }));
  expect(await again('/api/catalogue?limit=2', etag)).toMatchObject({ statusCode: 200 });
  expect(await again(`/api/catalogue/${hygieneLicence}`, one.headers.etag)).toMatchObject({ statusCode: 304 });
  expect(await again('/api/catalogue/018f0000-0000-7000-8000-000000000000', '*')).toMatchObject({ statusCode: 404 });
});

test('The pages of the catalogue hold every item in force once', async () => {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const page = await town.visitor.call('GET /catalogue', { limit: 9, ...(after !== undefined && { after }) });
    ids.push(...page.items.map(({ itemId }) => itemId));
    after = page.next;
    if (after === undefined) expect(ids).toHaveLength(page.total);
  } while (after !== undefined);
  expect(new Set(ids).size).toBe(ids.length);
});

test('A second server on the same database shows a publication at once', async () => {
  // Another module graph: none of this process's copies are its own.
  vi.resetModules();
  const [{ openApp }, { readConfig }, { dayOf }] = await Promise.all([
    import('../../app.ts'),
    import('../../platform/config.ts'),
    import('../../platform/clock.ts'),
  ]);
  const { now } = town.systemCall();
  const clock = {
    district: town.district,
    demo: true,
    now: () => now,
    today: () => dayOf(now),
    refresh: async () => {},
    moveTo: async () => {},
  };
  const second = await openApp({
    config: readConfig({ DOORSTEP_DATA: '/nowhere', DOORSTEP_LOG: 'silent' }),
    db: town.db,
    keys: town.keys,
    clock,
    log: () => {},
  });
  const there = async <T>(path: string) =>
    (await second.http.inject({ method: 'GET', url: `/api${path}` })).json() as T;
  const standsOn = async (listKey: string) =>
    (await there<Replies['GET /lists/:listKey']>(`/lists/${listKey}?limit=100`)).rows.some(
      ({ itemId }) => itemId === seniorCard,
    );
  const catalogue = async () => (await there<Replies['GET /catalogue']>('/catalogue?limit=1')).revision;
  try {
    for (const simpleApproval of [true, false, true]) {
      const before = await catalogue();
      await change(seniorCard, withElements({ simpleApproval }));
      expect(await standsOn('simple')).toBe(simpleApproval);
      expect(await catalogue()).toBe(before + 1);
      const figure = await there<Replies['GET /figures']>('/figures');
      expect(figure.revision).toBe(before + 1);
    }
  } finally {
    await second.jobs.stop();
    await second.http.close();
  }
});
