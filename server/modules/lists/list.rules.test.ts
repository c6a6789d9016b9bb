import { expect, test } from 'vitest';
import { demoItems } from '../../demo/items.ts';
import type { ItemContent, ItemRoute, ItemVersion } from '../catalogue/index.ts';
import {
  assistedBy,
  eachMaterial,
  handlingTagsOf,
  handOvers,
  isOfOffice,
  isOnlineable,
  isProof,
  isWhollyOnline,
  type Matter,
  receivedAt,
  where,
  wordsOf,
} from './list.rules.ts';

const sample = demoItems.find(({ key }) => key === 'hygieneLicence')?.content as ItemContent;
const matter = (
  {
    content = {},
    elements = {},
    ...version
  }: Partial<Omit<ItemVersion, 'content'>> & {
    content?: Partial<ItemContent>;
    elements?: Partial<ItemContent['elements']>;
  },
  routes: readonly Partial<ItemRoute>[] = [],
): Matter => ({
  version: {
    id: 'v',
    itemId: 'i',
    version: 1,
    code: '11431302DEM000022N443012300200001',
    effectiveDay: '2026-01-01',
    profile: 'LICENSE',
    caseType: 'PROMISED',
    level: 'DISTRICT',
    acceptingOrganId: 'o',
    decidingOrganId: 'o',
    content: { ...sample, ...content, elements: { ...sample.elements, ...elements } },
    ...version,
  },
  routes: routes.map((route) => ({
    id: 'r',
    itemId: 'i',
    regionId: 'g',
    level: 'TOWNSHIP',
    mode: 'DEVOLVED',
    receiverOrganId: null,
    fromDay: '2026-02-01',
    untilDay: null,
    ...route,
  })),
});

test('四办: each tag follows from the version and its routes, and one matter may carry several', () => {
  const plain = { visits: 2, online: false, offeredAt: ['DISTRICT'] } satisfies Partial<ItemContent>;
  expect(handlingTagsOf(matter({ content: plain }))).toEqual([]);
  expect(handlingTagsOf(matter({ caseType: 'IMMEDIATE', content: plain }))).toEqual(['IMMEDIATE']);
  expect(handlingTagsOf(matter({ content: { ...plain, visits: 1 } }))).toEqual(['ONCE']);
  expect(handlingTagsOf(matter({ content: { ...plain, offeredAt: ['DISTRICT', 'VILLAGE'] } }))).toEqual(['NEARBY']);
  expect(handlingTagsOf(matter({ content: plain }, [{}]))).toEqual(['NEARBY']);
  const online = matter({ content: { ...plain, visits: 0, online: true }, elements: { onlineDepth: 'RESULT' } });
  expect(handlingTagsOf(online)).toEqual(['ONLINE', 'ONCE']);
});

test('网上可办 needs an application online; 全程网办 needs the result online too and no visit', () => {
  const online = { online: true, visits: 0 };
  expect(isOnlineable(matter({ content: online, elements: { onlineDepth: 'CONSULT' } }))).toBe(false);
  expect(isOnlineable(matter({ content: online, elements: { onlineDepth: 'INTAKE' } }))).toBe(true);
  const guideOnly = { zh: '到窗口办。', en: 'At the window.' };
  expect(isOnlineable(matter({ content: { ...online, guideOnly } }))).toBe(false);
  expect(isWhollyOnline(matter({ content: online, elements: { onlineDepth: 'ACCEPTANCE' } }))).toBe(false);
  expect(isWhollyOnline(matter({ content: { ...online, visits: 1 }, elements: { onlineDepth: 'RESULT' } }))).toBe(
    false,
  );
  expect(isWhollyOnline(matter({ content: online, elements: { onlineDepth: 'RESULT' } }))).toBe(true);
});

test('优化营商环境条例第四十四条: a proof is what another body issued and the applicant must bring', () => {
  const [material] = sample.materials;
  if (material === undefined) throw new Error('the sample has materials');
  const { kind: _, ...unnamed } = material;
  expect(isProof({ ...unnamed, necessity: 'required', source: 'government' })).toBe(true);
  expect(isProof({ ...unnamed, necessity: 'required', source: 'applicant' })).toBe(false);
  expect(isProof({ ...unnamed, necessity: 'shared', source: 'government' })).toBe(false);
  expect(isProof({ ...unnamed, necessity: 'required', source: 'government', kind: 'form' })).toBe(false);
  expect(isProof({ ...unnamed, necessity: 'optional', source: 'applicant', kind: 'proof' })).toBe(true);
  const all = eachMaterial(() => true)(matter({}));
  expect(all.map(({ part }) => part)).toEqual(sample.materials.map(({ key }) => key));
});

test('A matter is received where its version says, and where a route says', () => {
  const content = { offeredAt: ['DISTRICT'] } satisfies Partial<ItemContent>;
  expect(receivedAt(matter({ content }))).toEqual(['DISTRICT']);
  expect(receivedAt(matter({ content }, [{ level: 'VILLAGE' }, { level: 'TOWNSHIP' }]))).toEqual([
    'DISTRICT',
    'TOWNSHIP',
    'VILLAGE',
  ]);
});

test('赋权: routes stand with their mode; else the version says how it came down; a township’s own power is not handed over', () => {
  const below = { offeredAt: ['DISTRICT', 'TOWNSHIP', 'VILLAGE'] } satisfies Partial<ItemContent>;
  const entrusted = { mode: 'ENTRUSTED', level: 'TOWNSHIP' } as const;
  const routes = [
    { ...entrusted, id: 'a', regionId: 'town-a' },
    { ...entrusted, id: 'b', regionId: 'town-b' },
  ];
  expect(handOvers(matter({ content: below }, routes))).toMatchObject([
    { handOver: { mode: 'SERVICE_FORWARD', level: 'VILLAGE', to: [] } },
    { handOver: { ...entrusted, fromDay: '2026-02-01', to: [{ regionId: 'town-a' }, { regionId: 'town-b' }] } },
  ]);
  expect(handOvers(matter({ content: below })).map(({ handOver }) => [handOver?.mode, handOver?.level])).toEqual([
    ['SERVICE_FORWARD', 'TOWNSHIP'],
    ['SERVICE_FORWARD', 'VILLAGE'],
  ]);
  const ofTownship = { decidingOrganId: null, acceptingOrganId: null, content: { offeredAt: ['TOWNSHIP' as const] } };
  expect(handOvers(matter(ofTownship))).toEqual([]);
  expect(handOvers(matter({ ...ofTownship, elements: { powerSource: 'DEVOLVED' } }))).toEqual([
    { part: 'TOWNSHIP', handOver: { from: 'ABOVE', mode: 'DEVOLVED', level: 'TOWNSHIP', to: [] } },
  ]);
  expect(handOvers(matter({ content: { offeredAt: ['DISTRICT'] } }))).toEqual([]);
});

test('赋权: what was handed down to a department stands at its own level, beside the service that it moved forward', () => {
  const content = { offeredAt: ['DISTRICT', 'TOWNSHIP'] } satisfies Partial<ItemContent>;
  const of = (powerSource: ItemContent['elements']['powerSource']) =>
    handOvers(matter({ content, elements: { powerSource } })).map(({ handOver }) => handOver);
  const forward = { from: 'DEPARTMENT', mode: 'SERVICE_FORWARD', level: 'TOWNSHIP', to: [] };
  expect(of('STATUTORY')).toEqual([forward]);
  expect(of('DEVOLVED')).toEqual([{ from: 'ABOVE', mode: 'DEVOLVED', level: 'DISTRICT', to: [] }, forward]);
  expect(of('PEER_ENTRUSTED')).toEqual([{ from: 'ABOVE', mode: 'ENTRUSTED', level: 'DISTRICT', to: [] }, forward]);
});

test('领办、帮办、代办、上门办 are four lists', () => {
  const helped = matter({ elements: { assistance: ['AGENCY', 'HOME_VISIT'] } });
  const stands = (['ESCORT', 'ASSIST', 'AGENCY', 'HOME_VISIT'] as const).map((mode) => assistedBy(mode)(helped).length);
  expect(stands).toEqual([0, 0, 1, 1]);
  expect(where(() => true)(helped)).toEqual([{ part: '' }]);
});

test('Nobody applies for penalties, coercion, collection or inspection', () => {
  const types = ['PENALTY', 'COERCION', 'COLLECTION', 'INSPECTION', 'LICENSE', 'PUBLIC_SERVICE'] as const;
  expect(types.map((type) => isOfOffice({ type }))).toEqual([true, true, true, true, false, false]);
});

test('A question is words, in any width and case', () => {
  expect(wordsOf('　ＤＥＭ００ 卫生，许可 ')).toEqual(['dem00', '卫生', '许可']);
  expect(wordsOf(' ')).toEqual([]);
});
