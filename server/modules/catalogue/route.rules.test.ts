import { describe, expect, test } from 'vitest';
import type { Level } from '../../../contract/values.ts';
import type { Organ, Places } from '../places/index.ts';
import {
  asksResidence,
  type DevolutionMode,
  type ItemRoute,
  isOffered,
  routeFaults,
  routesTo,
  wayOf,
} from './route.rules.ts';

// A district with two townships; `town` has a village and, in it, a park with a committee of its own.
const parents: Record<string, string> = { town: 'district', other: 'district', village: 'town', park: 'town' };
const organs: Record<string, Partial<Organ>> = {
  townOrgan: { isAdministrativeOrgan: true },
  otherOrgan: { isAdministrativeOrgan: true },
  parkOrgan: { isAdministrativeOrgan: true },
  committee: { isAdministrativeOrgan: false },
};
const places = {
  regionById: (id: string) => ({ id, ...(parents[id] && { parentId: parents[id] }) }),
  pathOf: (id: string) => {
    const path = [{ id }];
    for (let above = parents[id]; above !== undefined; above = parents[above]) path.push({ id: above });
    return path;
  },
  organById: (id: string) => (organs[id] === undefined ? undefined : { id, ...organs[id] }),
  townshipOrganOf: (id: string) => {
    const name = [id, parents[id]].find((each) => each === 'town' || each === 'other');
    return name === undefined ? undefined : { id: `${name}Organ`, isAdministrativeOrgan: true };
  },
} as unknown as Places;

let made = 0;
const route = (mode: DevolutionMode, regionId: string, over: Partial<ItemRoute> = {}): ItemRoute => {
  made += 1;
  const at = { level: 'TOWNSHIP' as Level, receiverOrganId: null, fromDay: '2026-01-01', untilDay: null };
  return { id: String(made), itemId: 'item', regionId, mode, ...at, ...over };
};

const version = {
  itemId: 'item',
  acceptingOrganId: 'bureau',
  decidingOrganId: 'bureau',
  content: { offeredAt: ['DISTRICT'] },
} as never;
const townItem = {
  itemId: 'item',
  acceptingOrganId: null,
  decidingOrganId: null,
  content: { offeredAt: ['TOWNSHIP'] },
} as never;
const hall = { regionId: 'district', level: 'DISTRICT' as Level };
const atTown = { regionId: 'town', level: 'TOWNSHIP' as Level };
const atOther = { regionId: 'other', level: 'TOWNSHIP' as Level };
const atVillage = { regionId: 'village', level: 'VILLAGE' as Level };

const bureau = { acceptingOrganId: 'bureau', decidingOrganId: 'bureau', issuingOrganId: 'bureau' };
const town = { acceptingOrganId: 'townOrgan', decidingOrganId: 'townOrgan', issuingOrganId: 'townOrgan' };

describe('who accepts, who decides, in whose name', () => {
  test.each<[string, ItemRoute[], typeof hall, string | null, object]>([
    ['without a route the bureau does', [], atTown, 'village', bureau],
    [
      'ALL 22: what was devolved the township decides in its own name',
      [route('DEVOLVED', 'town')],
      atTown,
      'village',
      { ...town, mode: 'DEVOLVED' },
    ],
    [
      'ALL 23: what was authorised too',
      [route('AUTHORIZED', 'town')],
      atTown,
      'village',
      { ...town, mode: 'AUTHORIZED' },
    ],
    [
      'ALL 24: what was entrusted it decides in the name of who entrusted',
      [route('ENTRUSTED', 'town')],
      atTown,
      'village',
      { ...town, issuingOrganId: 'bureau', mode: 'ENTRUSTED' },
    ],
    ['service moved forward changes nothing', [route('SERVICE_FORWARD', 'town')], atTown, 'village', bureau],
    [
      'a village never decides: its township does',
      [route('DEVOLVED', 'town')],
      atVillage,
      'village',
      { ...town, mode: 'DEVOLVED' },
    ],
    [
      'service moved forward to villages leaves the decision',
      [route('SERVICE_FORWARD', 'town', { level: 'VILLAGE' })],
      atVillage,
      'village',
      bureau,
    ],
    ['the next township has no part in it', [route('DEVOLVED', 'town')], atOther, 'village', bureau],
    [
      'a route of the district covers every township',
      [route('DEVOLVED', 'district')],
      atOther,
      null,
      { acceptingOrganId: 'otherOrgan', decidingOrganId: 'otherOrgan', issuingOrganId: 'otherOrgan', mode: 'DEVOLVED' },
    ],
    [
      'the hall takes in for where the applicant lives',
      [route('DEVOLVED', 'town')],
      hall,
      'village',
      { ...town, mode: 'DEVOLVED' },
    ],
    ['or decides itself for who lives elsewhere', [route('DEVOLVED', 'town')], hall, 'other', bureau],
    [
      'a named receiver decides in its region',
      [route('DEVOLVED', 'park', { receiverOrganId: 'parkOrgan' })],
      { regionId: 'park', level: 'TOWNSHIP' },
      null,
      { acceptingOrganId: 'parkOrgan', decidingOrganId: 'parkOrgan', issuingOrganId: 'parkOrgan', mode: 'DEVOLVED' },
    ],
    [
      'the narrowest region goes first',
      [route('DEVOLVED', 'town'), route('DEVOLVED', 'park', { receiverOrganId: 'parkOrgan' })],
      { regionId: 'park', level: 'TOWNSHIP' },
      null,
      { acceptingOrganId: 'parkOrgan', decidingOrganId: 'parkOrgan', issuingOrganId: 'parkOrgan', mode: 'DEVOLVED' },
    ],
    ['another item’s route is none of ours', [route('DEVOLVED', 'town', { itemId: 'another' })], atTown, null, bureau],
  ])('%s', (_, routes, center, applicant, way) => {
    expect(wayOf(version, routes, center, applicant, places)).toEqual(way);
  });

  test('what no organ is named for the township of the centre decides', () => {
    expect(wayOf(townItem, [], atTown, null, places)).toEqual(town);
  });
});

describe('ALL 22: the district’s hall decides nothing devolved for want of a residence', () => {
  test.each<[string, ItemRoute[], typeof hall, string | undefined, boolean]>([
    ['left blank, it is asked for', [route('DEVOLVED', 'town')], hall, undefined, true],
    ['the district as a whole is none', [route('AUTHORIZED', 'town')], hall, 'district', true],
    ['a village is one', [route('DEVOLVED', 'town')], hall, 'village', false],
    ['a township is too', [route('ENTRUSTED', 'town')], hall, 'other', false],
    ['at the township nobody asks', [route('DEVOLVED', 'town')], atTown, undefined, false],
    ['nor where intake alone moved', [route('SERVICE_FORWARD', 'town')], hall, undefined, false],
    ['nor for another item', [route('DEVOLVED', 'town', { itemId: 'another' })], hall, undefined, false],
  ])('%s', (_, routes, center, applicant, asked) => {
    expect(asksResidence('item', routes, center, applicant, places)).toBe(asked);
  });
});

describe('where it is received', () => {
  test.each<[string, unknown, ItemRoute[], typeof hall, boolean]>([
    ['where its version says', version, [], hall, true],
    ['and nowhere else', version, [], atTown, false],
    ['or where a route leads', version, [route('SERVICE_FORWARD', 'town')], atTown, true],
    ['at that level only', version, [route('SERVICE_FORWARD', 'town')], atVillage, false],
    ['in that region only', version, [route('SERVICE_FORWARD', 'town')], atOther, false],
    ['in all that lies within', version, [route('SERVICE_FORWARD', 'district', { level: 'VILLAGE' })], atVillage, true],
  ])('%s', (_, item, routes, center, offered) => {
    expect(isOffered(item as never, routes, center, places)).toBe(offered);
  });

  test('routes come widest first', () => {
    const [wide, narrow] = [route('DEVOLVED', 'district'), route('DEVOLVED', 'town')];
    expect(routesTo([narrow, wide], 'item', atTown, places)).toEqual([wide, narrow]);
  });
});

describe('what speaks against a route', () => {
  test.each<[string, ItemRoute, string[]]>([
    ['a village would decide', route('ENTRUSTED', 'town', { level: 'VILLAGE' }), ['village_never_decides']],
    ['it only takes in', route('SERVICE_FORWARD', 'town', { level: 'VILLAGE' }), []],
    ['the receiver is no organ', route('DEVOLVED', 'town', { receiverOrganId: 'committee' }), ['not_an_organ']],
    ['an organisation may be authorised', route('AUTHORIZED', 'town', { receiverOrganId: 'committee' }), []],
    ['nobody knows the receiver', route('DEVOLVED', 'town', { receiverOrganId: 'nobody' }), ['receiver_unknown']],
    ['no government over it', route('DEVOLVED', 'district'), ['no_government']],
    ['a township receives', route('DEVOLVED', 'town'), []],
  ])('%s', (_, given, faults) => {
    expect(routeFaults(given, places)).toEqual(faults);
  });
});
