import { describe, expect, test } from 'vitest';
import type { LicenceAct, LicenceState } from '../../../contract/licences.ts';
import { licenceActs, licenceStates } from '../../../contract/words.ts';
import {
  afterLicenceAct,
  barredUntil,
  changeReason,
  groundsFor,
  heldBy,
  licenceActsFrom,
  licenceSinceDay,
  licenceStateOn,
  objectionToChange,
  predecessorOf,
  type StoredLicenceState,
} from './licence.rules.ts';

const given = (state: StoredLicenceState, untilDay: string | null) => ({ state, stateDay: '2026-03-12', untilDay });

describe('how a licence stands today', () => {
  test.each<[StoredLicenceState, string | null, string, LicenceState]>([
    ['valid', null, '2099-12-31', 'valid'],
    ['valid', '2030-03-11', '2030-03-10', 'valid'],
    ['valid', '2030-03-11', '2030-03-11', 'valid'],
    ['valid', '2030-03-11', '2030-03-12', 'expired'],
    ['suspended', null, '2099-12-31', 'suspended'],
    ['suspended', '2030-03-11', '2030-03-11', 'suspended'],
    ['suspended', '2030-03-11', '2030-03-12', 'expired'],
    ['replaced', '2030-03-11', '2030-03-12', 'replaced'],
    ['cancelled', '2030-03-11', '2030-03-12', 'cancelled'],
    ['revoked', '2030-03-11', '2030-03-12', 'revoked'],
  ])('stored as %s until %s, it is on %s %s', (state, untilDay, today, standing) => {
    expect(licenceStateOn(given(state, untilDay), today)).toBe(standing);
  });

  test('expired is told since its last day, every other state since the day that brought it', () => {
    expect(licenceSinceDay(given('valid', '2030-03-11'), '2030-03-12')).toBe('2030-03-11');
    expect(licenceSinceDay(given('suspended', '2030-03-11'), '2030-03-01')).toBe('2026-03-12');
    expect(licenceSinceDay(given('revoked', '2030-03-11'), '2031-01-01')).toBe('2026-03-12');
  });
});

const table: Record<LicenceAct, Partial<Record<LicenceState, StoredLicenceState>>> = {
  suspend: { valid: 'suspended' },
  restore: { suspended: 'valid' },
  recall: { valid: 'recalled', suspended: 'recalled' },
  cancel: {
    valid: 'cancelled',
    suspended: 'cancelled',
    expired: 'cancelled',
    recalled: 'cancelled',
    revoked: 'cancelled',
  },
  revoke: { valid: 'revoked', suspended: 'revoked', expired: 'revoked' },
};

describe.each([...licenceStates])('a licence that is %s', (state) => {
  test.each([...licenceActs])('%s: becomes what the law lets it become, or the act does not start', (act) => {
    expect(afterLicenceAct(act, state)).toBe(table[act][state]);
    expect(licenceActsFrom(state).includes(act)).toBe(table[act][state] !== undefined);
  });
});

test('ALL 70: what was replaced or cancelled is out of the register, nothing more is done to it', () => {
  expect(licenceActsFrom('replaced')).toEqual([]);
  expect(licenceActsFrom('cancelled')).toEqual([]);
});

test('A renewal takes the place of a licence of its own holder: the same name, spaces aside', () => {
  const held = [{ holderName: '样例·张 三' }, { holderName: '样例·李四' }, { holderName: '样例·李四', second: true }];
  expect(predecessorOf(held, ' 样例·张三 ')).toBe(held[0]);
  expect(predecessorOf(held, '样例·李四')).toBe(held[1]);
  expect(predecessorOf(held, '样例·李')).toBeUndefined();
  expect(predecessorOf([], '样例·张三')).toBeUndefined();
});

const person = { state: 'valid', holderKind: 'person', givenDay: '2026-03-02' } as const;
const reason = '经查，情况属实。';

test('ALL 69, 70, 8: an act rests on a ground of its own list; a restoration needs none', () => {
  expect(objectionToChange({ act: 'revoke', reason }, person, '2026-03-12')).toEqual({
    code: 'ground_missing',
    field: 'ground',
  });
  expect(objectionToChange({ act: 'cancel', ground: 'fraud', reason }, person, '2026-03-12')?.code).toBe(
    'ground_unfit',
  );
  expect(
    objectionToChange({ act: 'restore', reason }, { ...person, state: 'suspended' }, '2026-03-12'),
  ).toBeUndefined();
  expect(objectionToChange({ act: 'suspend', ground: 'penalty', reason: ' ' }, person, '2026-03-12')?.code).toBe(
    'reason_missing',
  );
});

test.each([
  ['expired', 'person', ['notRenewed', 'holderDied', 'endedBefore', 'forceMajeure', 'otherLaw']],
  ['valid', 'person', ['holderDied', 'endedBefore', 'forceMajeure', 'otherLaw']],
  ['valid', 'firm', ['firmDissolved', 'endedBefore', 'forceMajeure', 'otherLaw']],
  ['revoked', 'firm', ['endedBefore', 'otherLaw']],
  ['recalled', 'person', ['endedBefore', 'otherLaw']],
] as const)('ALL 70: what is %s of a %s is cancelled on these grounds', (state, holderKind, grounds) => {
  expect(groundsFor('cancel', { state, holderKind })).toEqual(grounds);
});

test('ALL 7: nothing is revoked or recalled before its holder was told and heard; silence takes a day', () => {
  const revoke = { act: 'revoke', ground: 'notEligible', reason } as const;
  const on = (how: 'stated' | 'silent' | 'hearing', toldDay: string) =>
    objectionToChange({ ...revoke, heard: { how, toldDay } }, person, '2026-03-12')?.code;
  expect(objectionToChange(revoke, person, '2026-03-12')?.code).toBe('holder_not_heard');
  expect(on('stated', '2026-03-12')).toBeUndefined();
  expect(on('stated', '2026-03-13')).toBe('holder_not_heard');
  // Nobody was heard about what he did not have yet.
  expect(on('stated', '2026-03-01')).toBe('holder_not_heard');
  expect(on('stated', '2026-03-02')).toBeUndefined();
  expect(on('silent', '2026-03-12')).toBe('holder_not_heard');
  expect(on('silent', '2026-03-11')).toBeUndefined();
});

test('ALL 8(2): a recall says what its holder is compensated for', () => {
  const recall = {
    act: 'recall',
    ground: 'lawChanged',
    reason,
    heard: { how: 'stated', toldDay: '2026-03-10' },
  } as const;
  expect(objectionToChange(recall, person, '2026-03-12')).toEqual({
    code: 'compensation_missing',
    field: 'compensation',
  });
  expect(objectionToChange({ ...recall, compensation: '没有造成损失' }, person, '2026-03-12')).toBeUndefined();
});

test('The decision gives the ground with its article, what happened, and how the holder was heard', () => {
  const revoke = {
    act: 'revoke',
    ground: 'notEligible',
    reason,
    heard: { how: 'hearing', toldDay: '2026-03-02' },
  } as const;
  expect(changeReason(revoke, 'LICENSE')).toBe(
    '对不具备申请资格或者不符合法定条件的申请人作出准予决定（《中华人民共和国行政许可法》第六十九条第一款第四项）。经查，情况属实。本机关2026年3月2日告知了拟作决定和要求听证的权利，已依法举行听证',
  );
  expect(changeReason(revoke, 'PUBLIC_SERVICE')).not.toContain('行政许可法');
});

test('ALL 78, 79: one year for what was false in an application, three for what was got by fraud', () => {
  const day = Temporal.PlainDate.from('2026-03-12');
  expect(barredUntil(78, day).toString()).toBe('2027-03-12');
  expect(barredUntil(79, day).toString()).toBe('2029-03-12');
});

test('Whose shop it is: the number that was given, else what still holds, else what ran out', () => {
  const licences = (['expired', 'valid', 'revoked'] as const).map((stands, at) => ({
    holderName: '样例·张三',
    printed: `区卫健公卫证〔2022〕${at}号`,
    stands,
  }));
  expect(heldBy(licences, '样例·张 三', '')).toBe(licences[1]);
  expect(heldBy(licences, '样例·张三', ' 区卫健公卫证〔2022〕0 ')).toBe(licences[0]);
  expect(heldBy(licences.toSpliced(1, 1), '样例·张三', '')).toBe(licences[0]);
  expect(heldBy(licences, '样例·别人', '区卫健公卫证〔2022〕1号')).toBeUndefined();
});
