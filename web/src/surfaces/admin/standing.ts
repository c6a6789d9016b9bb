import type { LicenceRow, LicenceState } from '../../../../contract/licences.ts';
import { longDay } from '../../ui/day.ts';
import type { Shape } from '../../ui/staff/Light.tsx';
import type { Words } from '../staff/words.ts';

/** The mark of each state; only what somebody must not rely on is coloured. */
export const licenceShapes: Record<LicenceState, Shape> = {
  valid: 'green',
  suspended: 'yellow',
  expired: 'none',
  replaced: 'none',
  recalled: 'red',
  cancelled: 'wrong',
  revoked: 'red',
};

/** 2026年3月12日 / 12 March 2026: a register is read over years. */
export function registerDay(day: string, { language }: Words): string {
  return longDay(day, language, '')
    .replace(/（星期.）$/, '')
    .replace(/^\w+day,? /, '');
}

export function validityWords({ validity: { fromDay, untilDay } }: Pick<LicenceRow, 'validity'>, words: Words): string {
  const from = registerDay(fromDay, words);
  return untilDay === undefined
    ? words.t('licences.forGood', { from })
    : words.t('licences.fromTo', { from, until: registerDay(untilDay, words) });
}

/** How it stands and since when. */
export function standingWords({ state, sinceDay }: Pick<LicenceRow, 'state' | 'sinceDay'>, words: Words): string {
  const said = words.t(`licences.states.${state}`);
  if (sinceDay === undefined) return said;
  const day = registerDay(sinceDay, words);
  return state === 'expired' ? words.t('licences.expired', { day }) : words.t('licences.since', { state: said, day });
}
