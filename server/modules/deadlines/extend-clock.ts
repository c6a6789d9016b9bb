import type { LawBasis, LimitUnit } from '../../../contract/deadlines.ts';
import type { Tx } from '../../platform/database/index.ts';
import { addFact } from './clock.rules.ts';
import { type ClockRef, type ClockView, lockClock, saveFacts } from './clock.store.ts';

export interface ExtendClock {
  readonly district: string;
  readonly clock: ClockRef;
  /** The day of the approval by whom the law names; who that is, the caller has checked. */
  readonly day: Temporal.PlainDate;
  readonly amount: number;
  readonly unit: LimitUnit;
  readonly basis: LawBasis;
}

/**
 * Extends a limit once, and its promise with it. Refuses `clock_stopped`, `extension_too_late`,
 * `extension_already_given`, `invalid_input` (longer than the law allows), `not_found`.
 */
export async function extendClock(tx: Tx, { district, clock: ref, ...approval }: ExtendClock): Promise<ClockView> {
  const { clock, calendar } = await lockClock(tx, district, ref);
  const facts = addFact(clock.limits, clock.facts, { kind: 'extend', ...approval }, calendar);
  const [saved] = saveFacts(tx, district, [{ clock, facts }], calendar);
  return saved ?? clock;
}
