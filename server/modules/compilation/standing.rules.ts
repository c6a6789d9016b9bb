import type { itemActs, standings } from '../../../contract/words.ts';

type StandingWord = (typeof standings)[number];

/** What changes how an item stands. */
export type StandingAct = Exclude<(typeof itemActs)[number], 'change'>;

/**
 * What each act makes of an item, and from what. What was cancelled comes back only with a
 * version that was compiled and approved since.
 */
const standingActs: Readonly<
  Record<StandingAct, { readonly from: readonly StandingWord[]; readonly to: StandingWord }>
> = {
  suspend: { from: ['IN_USE'], to: 'SUSPENDED' },
  resume: { from: ['SUSPENDED'], to: 'IN_USE' },
  cancel: { from: ['IN_USE', 'SUSPENDED'], to: 'CANCELLED' },
};

/** How an item stands after an act; undefined where the act is not possible from how it stands. */
export function standingAfter(act: StandingAct, standing: StandingWord): StandingWord | undefined {
  const { from, to } = standingActs[act];
  return from.includes(standing) ? to : undefined;
}

/** What may be done to an item that stands so, or will from a day that is planned already. */
export function actsOnStanding(standing: StandingWord): StandingAct[] {
  return (Object.keys(standingActs) as StandingAct[]).filter((act) => standingAfter(act, standing) !== undefined);
}
