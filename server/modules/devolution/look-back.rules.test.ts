import { describe, expect, test } from 'vitest';
import { findingActs, findingStates } from '../../../contract/words.ts';
import type { OfficePost } from '../people/index.ts';
import type { Center, Organ, Places } from '../places/index.ts';
import { type Adjusted, afterFindingAct, type Evidence, findingsOf } from './look-back.rules.ts';

const centers = [
  { id: 'center', level: 'TOWNSHIP', regionId: 'town' },
  { id: 'second', level: 'TOWNSHIP', regionId: 'town' },
  { id: 'station', level: 'VILLAGE', regionId: 'village' },
] as Center[];
const places = {
  root: { id: 'district' },
  centers,
  centersIn: (id: string) => centers.filter(({ regionId }) => regionId === id),
  childrenOf: () => [{ id: 'town' }, { id: 'otherTown' }],
  pathOf: (id: string) => (id === 'village' ? [{ id: 'village' }, { id: 'town' }] : [{ id }]),
  townshipOrganOf: () => ({ id: 'townOrgan' }) as Organ,
} as unknown as Places;

const post = (postId: string, role: OfficePost['role'], centerId: string | null, holder: string | null = 'trained') =>
  ({
    postId,
    role,
    centerId,
    organId: 'townOrgan',
    holders: holder === null ? [] : [{ staffId: holder, name: '' }],
  }) as never as OfficePost;

const target: Adjusted = {
  itemId: 'item',
  regionId: 'town',
  level: 'TOWNSHIP',
  mode: 'DEVOLVED',
  fromOrganId: 'bureau',
  receiverOrganId: null,
  fromDay: '2026-01-05',
  routed: true,
};
const trace = {
  itemId: 'item',
  centerId: 'center',
  regionId: 'village',
  organId: 'townOrgan',
  lastReceivedDay: '2026-02-01',
  lastDecidedReceivedDay: '2026-02-01',
};

/** A receiver of whom nothing is to be said, but for what is changed. */
function evidence(
  change: Partial<Evidence> & { target?: Partial<Adjusted>; staff?: readonly OfficePost[] } = {},
): Evidence {
  const {
    target: changed,
    staff = [post('a', 'windowClerk', 'center'), post('b', 'windowClerk', 'second'), post('d', 'decider', null)],
    ...rest
  } = change;
  return {
    adjusted: [{ ...target, ...changed }],
    cancelled: [],
    versions: new Map([['item', { itemId: 'item', decidingOrganId: 'bureau' } as never]]),
    intake: new Map([['item', ['a', 'b']]]),
    posts: new Map(staff.map((each) => [each.postId, each])),
    traces: [trace],
    trained: new Map([['bureau', new Set(['trained'])]]),
    places,
    bureauId: 'approval',
    today: Temporal.PlainDate.from('2026-03-02'),
    ...rest,
  };
}

const found = (change?: Parameters<typeof evidence>[0]) =>
  findingsOf(evidence(change)).map(({ kind, ownerOrganId, centers: count }) => [kind, ownerOrganId, count]);

describe('回头看', () => {
  test('finds nothing where nothing is missing', () => expect(found()).toEqual([]));

  test.each([
    ['no counterpart: no version is in force', { versions: new Map() }, [['NO_COUNTERPART', 'bureau', 2]]],
    [
      'no counterpart: no route stands behind the ledger',
      { target: { routed: false } },
      [['NO_COUNTERPART', 'bureau', 2]],
    ],
    ['no counterpart: no centre there', { target: { level: 'DISTRICT' } }, [['NO_COUNTERPART', 'bureau', 0]]],
    [
      'no permission: one centre has no post for it',
      { intake: new Map([['item', ['a']]]) },
      [['NO_PERMISSION', 'approval', 1]],
    ],
    [
      'no permission: what a village takes in, no window of its township may accept',
      {
        target: { regionId: 'village', level: 'VILLAGE', mode: 'SERVICE_FORWARD' },
        intake: new Map([['item', ['c']]]),
        staff: [post('a', 'windowClerk', 'center'), post('c', 'villageAgent', 'station')],
        traces: [{ ...trace, centerId: 'station' }],
      },
      [['NO_PERMISSION', 'approval', 1]],
    ],
    [
      'one of its windows is enough',
      {
        target: { regionId: 'village', level: 'VILLAGE', mode: 'SERVICE_FORWARD' },
        intake: new Map([['item', ['a', 'c']]]),
        staff: [post('a', 'windowClerk', 'center'), post('c', 'villageAgent', 'station')],
        traces: [{ ...trace, centerId: 'station' }],
      },
      [],
    ],
    [
      'no permission: the receiver has nobody who decides',
      { staff: [post('a', 'windowClerk', 'center'), post('b', 'windowClerk', 'second')] },
      [['NO_PERMISSION', 'townOrgan', 2]],
    ],
    [
      'nobody decides where service alone moved forward',
      {
        target: { mode: 'SERVICE_FORWARD' },
        staff: [post('a', 'windowClerk', 'center'), post('b', 'windowClerk', 'second')],
      },
      [],
    ],
    [
      'a post that nobody holds takes nothing in',
      {
        staff: [
          post('a', 'windowClerk', 'center'),
          post('b', 'windowClerk', 'second', null),
          post('d', 'decider', null),
        ],
      },
      [['NO_PERMISSION', 'approval', 1]],
    ],
    [
      'zero cases since going live',
      { traces: [{ ...trace, lastReceivedDay: '2026-01-04' }] },
      [['ZERO_CASES', 'townOrgan', 2]],
    ],
    ['which is none in the first month', { traces: [], target: { fromDay: '2026-02-02' } }, []],
    [
      'untrained: a holder who did not attend',
      {
        staff: [
          post('a', 'windowClerk', 'center', 'new'),
          post('b', 'windowClerk', 'second'),
          post('d', 'decider', null),
        ],
      },
      [['UNTRAINED', 'bureau', 1]],
    ],
    ['untrained: a department that trained nobody', { trained: new Map() }, [['UNTRAINED', 'bureau', 2]]],
    [
      'ALL 22: the old level decided what came in afterwards',
      { traces: [trace, { ...trace, centerId: 'hall', organId: 'bureau' }] },
      [['OLD_LEVEL_ACTING', 'bureau', 0]],
    ],
    [
      'what came in before, it may still decide',
      { traces: [trace, { ...trace, organId: 'bureau', lastDecidedReceivedDay: '2026-01-04' }] },
      [],
    ],
    [
      'and what it received on the opening day itself',
      { traces: [trace, { ...trace, organId: 'bureau', lastDecidedReceivedDay: '2026-01-05' }] },
      [],
    ],
    [
      'a matter of the whole district stays its own while one township does not receive the item',
      { traces: [trace, { ...trace, regionId: 'district', organId: 'bureau' }] },
      [],
    ],
    ['and what comes from elsewhere', { traces: [trace, { ...trace, regionId: 'elsewhere', organId: 'bureau' }] }, []],
    [
      'ALL 24: who entrusted keeps the power',
      { target: { mode: 'ENTRUSTED' }, traces: [trace, { ...trace, organId: 'bureau' }] },
      [],
    ],
    [
      'a cancelled item that is still taken in',
      { adjusted: [], cancelled: [{ itemId: 'item', fromDay: '2026-01-20' }] },
      [['OLD_LEVEL_ACTING', 'townOrgan', 0]],
    ],
    ['a cancelled item that is not', { adjusted: [], cancelled: [{ itemId: 'item', fromDay: '2026-02-20' }] }, []],
  ] as [string, Parameters<typeof evidence>[0], unknown[]][])('%s', (_, change, expected) => {
    expect(found(change)).toEqual(expected);
  });
});

test('ALL 22: a matter of the whole district counts once the last township receives the item', () => {
  const traces = [{ ...trace, regionId: 'district', organId: 'bureau', lastDecidedReceivedDay: '2026-02-01' }];
  const acting = (otherFrom: string) =>
    findingsOf(
      evidence({ traces, adjusted: [target, { ...target, regionId: 'otherTown', fromDay: otherFrom }] }),
    ).filter(({ kind, regionId }) => kind === 'OLD_LEVEL_ACTING' && regionId === 'town').length;
  expect(acting('2026-01-31')).toBe(1);
  expect(acting('2026-02-01')).toBe(0);
});

/** Where each act leads from OPEN, RECTIFIED, CLOSED and REOPENED. */
const moves = {
  assign: ['OPEN', undefined, undefined, 'REOPENED'],
  rectify: ['RECTIFIED', undefined, undefined, 'RECTIFIED'],
  close: [undefined, 'CLOSED', undefined, undefined],
  reopen: [undefined, 'REOPENED', 'REOPENED', undefined],
};

test.each(findingActs.flatMap((act) => findingStates.map((state, index) => [act, state, moves[act][index]] as const)))(
  '%s from %s',
  (act, state, after) => {
    expect(afterFindingAct(state, act)).toEqual(
      after === undefined ? { code: 'finding_moved_on', facts: { state } } : { state: after },
    );
  },
);
