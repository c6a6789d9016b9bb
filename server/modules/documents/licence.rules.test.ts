import { describe, expect, test } from 'vitest';
import type { LicenceAct, LicenceState } from '../../../contract/licences.ts';
import { licenceActs, licenceStates } from '../../../contract/words.ts';
import {
  afterLicenceAct,
  licenceActsFrom,
  licenceSinceDay,
  licenceStateOn,
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
  cancel: { valid: 'cancelled', suspended: 'cancelled', expired: 'cancelled', revoked: 'cancelled' },
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
