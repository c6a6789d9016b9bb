import { type Arrival, arrivalsOf, declaredAt, type RunDay } from './arrivals.rules.ts';
import { type Draws, drawsOf } from './draw.rules.ts';
import { hasNotice, type Journey, journeyOf, type Matter, matterOf, officeTimeOf } from './journey.rules.ts';
import type { Scenario } from './scenario.ts';

/** Townships with their villages, as people know where they live. */
export interface Township {
  readonly name: string;
  readonly villageIds: readonly string[];
}

/** What a plan is made of, beside the scenario. */
export interface Ground {
  readonly seed: string;
  readonly scale: number;
  readonly days: readonly RunDay[];
  readonly townships: readonly Township[];
  readonly matters: readonly Matter[];
  /** Whether the counter to which a person goes takes such an application in. */
  readonly isTakenIn: (at: { channel: Arrival['channel']; villageId: string }, itemId: string) => boolean;
}

export interface Plan {
  readonly declared: { readonly accepted: number; readonly completed: number; readonly open: number };
  readonly journeys: readonly Journey[];
  /**
   * For the last hour, in which the district's figures are brought to what is declared: acts that were left out so that matters
   * stay open, of which some may be done, and people who may come. The demo's own matters count, too.
   */
  readonly waiting: readonly Journey[];
  readonly reserve: readonly Journey[];
}

/** How many people and open matters the last hour may need at most. */
const mostReserved = 10;

/** Who comes, when, for what, and what becomes of it: the same for the same seed, whatever happens on the way. */
export function planOf(scenario: Scenario, ground: Ground): Plan {
  const { days, scale, seed } = ground;
  const draws = drawsOf(seed);
  const time = officeTimeOf(days);
  const declared = declaredAt(scenario, scale);
  if (declared.open < 0)
    throw new Error(`The scenario cannot be met: ${-declared.open} more are to be completed than are to be accepted.`);
  const reserved = Math.min(mostReserved, Math.floor(declared.accepted / 10));
  const arrivals = arrivalsOf(scenario, { accepted: declared.accepted - reserved, days, draws });
  const planned = arrivals.map((arrival) => plan(scenario, arrival, { ground, draws }));
  const atEnd = planned.map((journey) => ({ ...journey, steps: within(journey, time.last) }));
  const left = leaveOpen(atEnd, { count: declared.open + reserved, draws });
  const last = { day: Math.floor(time.last / 24), hour: time.last % 24 };
  const reserve = Array.from({ length: reserved }, (_, at) => {
    const arrival = { person: arrivals.length + at + 1, slot: last, channel: 'WINDOW', fate: 'plain' } as const;
    const matters = ground.matters.filter(({ caseType }) => caseType === 'IMMEDIATE');
    return plan(scenario, arrival, { ground: { ...ground, matters }, draws });
  });
  return { declared, ...left, reserve };

  function plan(of: Scenario, arrival: Arrival, by: { ground: Ground; draws: Draws }): Journey {
    const villageId = villageOf(of, arrival.person, by);
    const isTakenIn = ({ itemId }: Matter) => by.ground.isTakenIn({ channel: arrival.channel, villageId }, itemId);
    const { matters } = by.ground;
    const matter = matterOf(of, { arrival, matters, isTakenIn }, { draws, time });
    return journeyOf(of, { arrival, matter, villageId }, { draws, time });
  }
}

/** Where somebody lives. */
export function villageOf(
  { townships: weights }: Pick<Scenario, 'townships'>,
  person: number,
  { ground: { townships }, draws }: { ground: Pick<Ground, 'townships'>; draws: Draws },
): string {
  const name = draws.weighted(
    Object.fromEntries(townships.map((township) => [township.name, weights[township.name] ?? 1])),
    person,
    'township',
  );
  const villages = townships.find((township) => township.name === name)?.villageIds ?? [];
  return villages[draws.below(villages.length, person, 'village')] ?? '';
}

/** What would come after the end is done in the last office hour. */
const within = ({ steps }: Journey, last: number) => steps.map((step) => ({ ...step, at: Math.min(step.at, last) }));

/** The last who came for what takes time wait: after the acceptance, the signature or the examination, nothing more is done. */
function leaveOpen(
  journeys: readonly Journey[],
  { count, draws }: { count: number; draws: Draws },
): { journeys: Journey[]; waiting: Journey[] } {
  const mayWait = ({ fate, matter }: Journey) =>
    fate === 'plain' && matter.caseType === 'PROMISED' && !hasNotice(matter);
  const able = journeys.filter(mayWait);
  const waiting = able.slice(Math.max(0, able.length - count));
  const cut = new Set(waiting.map(({ person }) => person));
  return {
    waiting,
    journeys: journeys.map((journey) => {
      if (!cut.has(journey.person)) return journey;
      const accepted = journey.steps.findIndex(({ act }) => act === 'accept');
      return { ...journey, steps: journey.steps.slice(0, accepted + 1 + draws.below(3, journey.person, 'waits')) };
    }),
  };
}
