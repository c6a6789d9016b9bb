import { expect, test } from 'vitest';
import type { IndicatorCut } from '../../../contract/indicators.ts';
import { channels } from '../../../contract/words.ts';
import type { ActingPost, Scope } from '../people/index.ts';
import { noScope } from '../people/scope.rules.ts';
import { type Place, placesOf } from '../places/place.rules.ts';
import { type Field, fieldOf, storedAs } from './field.rules.ts';

const region = (id: string, level: Place['level'], parentId?: string): Place => ({
  ...{ id, code: id, name: { zh: id, en: id }, level, inForce: true },
  ...(parentId !== undefined && { parentId }),
});
const hall = {
  ...{ id: 'hall', name: { zh: '', en: '' }, level: 'DISTRICT' as const, regionId: 'district', organId: 'o' },
  ...{ address: { zh: '', en: '' }, phone: '', hours: [], serves: [] },
};
const station = { ...hall, id: 'station', level: 'VILLAGE' as const, regionId: 'village' };
const places = placesOf({
  regions: [
    region('district', 'DISTRICT'),
    region('town', 'TOWNSHIP', 'district'),
    region('other', 'TOWNSHIP', 'district'),
    region('village', 'VILLAGE', 'town'),
  ],
  organs: [],
  centers: [hall, station],
});
const march = { from: '2026-03-01', to: '2026-03-31' };
const post = (areaRegionId: string, organId = 'organ') => ({ areaRegionId, organId }) as ActingPost;
const read = (asked: object, post_: ActingPost | undefined, scope: Scope) =>
  fieldOf({ ...march, ...asked }, places, { district: 'testing', post: post_, scope });

test("a township's supervisor looks at his township and what is below it, and finds nothing else", () => {
  const scope = { ...noScope, centerIds: ['station'] };
  expect(read({}, post('town'), scope)).toMatchObject({ areaId: 'town', reachId: 'town' });
  expect(read({ areaId: 'village' }, post('town'), scope)).toMatchObject({ areaId: 'village' });
  for (const areaId of ['district', 'other', 'nowhere'])
    expect(() => read({ areaId }, post('town'), scope)).toThrow(expect.objectContaining({ code: 'not_found' }));
});

test("an organ's head looks at his organ everywhere, at no other organ, and nobody looks without a post", () => {
  const scope = { ...noScope, organIds: ['organ'] };
  expect(read({}, post('town'), scope)).toMatchObject({ areaId: 'district', organId: 'organ' });
  expect(() => read({ organId: 'another' }, post('town'), scope)).toThrow(
    expect.objectContaining({ code: 'not_found' }),
  );
  expect(() => read({}, undefined, { ...noScope, whole: true })).toThrow(
    expect.objectContaining({ code: 'not_found' }),
  );
});

test('item and channel at once are stored, whichever of them is asked for and whichever is cut by', () => {
  const pairs = (more: Partial<Field>, by?: IndicatorCut) => storedAs(field(more), places, by);
  expect(pairs({ itemId: 'i', channel: 'FAX' })).toMatchObject({ cut: 'itemChannel', members: ['i~FAX'] });
  expect(pairs({ itemId: 'i' }, 'channel')?.members).toEqual(channels.map((channel) => `i~${channel}`));
  expect(pairs({ channel: 'FAX' }, 'item')).toMatchObject({ cut: 'itemChannel', channel: 'FAX' });
  expect(pairs({ channel: 'FAX' }, 'item')?.members).toBeUndefined();
  expect(pairs({ organId: 'o', itemId: 'i' }, 'channel')).toMatchObject({ cut: 'itemChannel', holderIds: ['o'] });
  expect(pairs({ areaId: 'village', itemId: 'i' }, 'channel')).toBeUndefined();
});

const field = (more: Partial<Field>): Field => ({
  ...{ ...march, district: 'testing', areaId: 'district', reachId: 'district', own: false },
  ...more,
});

test('one narrowing is stored, a centre or the organ with one cut more, and a village as a whole', () => {
  expect(storedAs(field({}), places)).toMatchObject({ cut: 'whole', holderIds: ['district'] });
  expect(storedAs(field({ itemId: 'i' }), places)).toMatchObject({ cut: 'item', members: ['i'] });
  expect(storedAs(field({ organId: 'o' }), places, 'item')).toMatchObject({ cut: 'item', holderIds: ['o'] });
  expect(storedAs(field({ centerId: 'hall', channel: 'ONLINE' }), places)).toMatchObject({
    cut: 'channel',
    holderIds: ['hall'],
  });
  expect(storedAs(field({ centerId: 'hall' }), places, 'center')).toMatchObject({ cut: 'center', members: ['hall'] });
  expect(storedAs(field({ areaId: 'village' }), places)).toMatchObject({ cut: 'whole' });
  expect(storedAs(field({ own: true }), places, 'item')).toMatchObject({ withoutIds: ['other', 'town'] });
  for (const counted of [
    storedAs(field({ areaId: 'town', organId: 'o', itemId: 'i' }), places),
    storedAs(field({ areaId: 'village' }), places, 'item'),
    storedAs(field({ areaId: 'town', itemId: 'i' }), places, 'area'),
    storedAs(field({ centerId: 'station' }), places, 'item'),
    storedAs(field({ areaId: 'other', centerId: 'hall', itemId: 'i' }), places),
  ])
    expect(counted).toBeUndefined();
});
