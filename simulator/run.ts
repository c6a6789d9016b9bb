import { type Book, nobodyCalled, type Standing } from './book.ts';
import { moveClock, readClock } from './clock.ts';
import { closeRun } from './close-run.ts';
import { openDeputies } from './deputies.ts';
import { assertDemo, openDistrict, readDays } from './district.ts';
import { drawsOf } from './draw.rules.ts';
import { type Figures, readFigures } from './figures.ts';
import type { Journey } from './journey.rules.ts';
import { openOffice } from './office.ts';
import { peopleOf } from './people.ts';
import { type Plan, planOf } from './plan.rules.ts';
import type { Progress } from './progress.ts';
import type { Scenario } from './scenario.ts';

export interface Run {
  readonly scenario: Scenario;
  readonly address: string;
  readonly seed: string;
  readonly scale: number;
  /** How many act at once. */
  readonly clients: number;
  /** On which days it is, and how far it came. */
  readonly book: Book;
  readonly progress: Progress;
  /** Stops between two people, as somebody who pulls the plug. */
  readonly signal?: AbortSignal;
}

export interface Outcome {
  readonly declared: Plan['declared'];
  readonly figures: Figures;
  /** Acts that were refused since the law or somebody else was first, and those that nobody expected. */
  readonly late: Standing['late'];
  readonly failed: Standing['failed'];
}

/**
 * Lets the people of a scenario live through its days, hour by hour on the demo's clock. A run that was interrupted does again
 * whatever came after the last hour that it finished, wherever the clock stands by now: what was asked before is asked under the
 * same ids and so done once, and it ends on the same figures.
 */
export async function runScenario(run: Run): Promise<Outcome> {
  const { scenario, address, seed, scale, book, progress } = run;
  const { span, late, failed } = book.standing;
  const office = openOffice(address, { patience: 120 });
  const first = Temporal.PlainDate.from(span.from);
  const tag = tagOf(run);
  try {
    await assertDemo(office, address);
    const district = await openDistrict(office, scenario);
    const days = await readDays(office.visitor, span);
    const plan = planOf(scenario, { ...district, seed, scale, days });
    const deputies = await openDeputies(district, { draws: drawsOf(seed), away: scenario.officers.away, tag });
    const { accounts } = scenario;
    const people = peopleOf({ district, deputies, progress, accounts, tag, from: span.from, late, failed });
    const clock = await readClock(office.visitor);
    const hour = first.until(clock.toPlainDate()).days * 24 + clock.hour;
    // A server that was put back to an earlier hour, from a backup, has not done what the book says.
    const { finished } = book.standing;
    const begin = hour < finished ? hour : finished + 1;
    const evening = (days.length - 1) * 24 + closingHour;
    if (finished >= 0 && begin <= evening && hour - finished > longestPause * 24)
      throw new Error(
        `The demo's clock went on for more than ${longestPause} days: the server may have forgotten what it was asked.`,
      );
    progress.begin({ journeys: plan.journeys, first, now: begin });
    for (const [at, jobs] of hoursOf(plan.journeys)) {
      if (at < begin) continue;
      const number = Math.floor(at / 24);
      const day = first.add({ days: number });
      const today = await moveClock(office.visitor, day, at % 24);
      progress.reach(at);
      if (days[number]?.isWorking === true) await deputies.cover(number, day, today);
      await crowd(run, jobs, ([journey, steps]) => people.live(journey, steps));
      await book.keep({ finished: at, ...people.refused() });
    }
    if (begin <= evening) {
      await moveClock(office.visitor, Temporal.PlainDate.from(span.to), closingHour);
      await closeRun(district, { plan, people, book, evening });
      await book.keep({ finished: evening, called: nobodyCalled, ...people.refused() });
    }
    const figures = await readFigures(district, span);
    return { declared: plan.declared, figures, ...people.refused() };
  } finally {
    progress.end();
    office.close();
  }
}

/**
 * Days of the demo's clock after which a run is not taken up any more. The longest matter takes two months, and a server remembers
 * requests for ninety days.
 */
const longestPause = 20;

/** When the last day is brought to what is declared. */
const closingHour = 20;

/** What the ids of a run's requests begin with: the same run taken up again has the same. */
function tagOf({ scenario, seed, scale, book }: Run): string {
  return `sim-${scenario.name}-${book.standing.span.from}-${seed}-${String(scale).replace('.', '_')}`;
}

type Job = readonly [Journey, readonly number[]];

/** The steps of all journeys by their hour, in order; a person's steps of one hour are one job. */
function hoursOf(journeys: readonly Journey[]): [number, Job[]][] {
  const hours = new Map<number, Job[]>();
  for (const journey of journeys)
    for (const [at, steps] of Map.groupBy(journey.steps.keys(), (step) => journey.steps[step]?.at ?? 0)) {
      const jobs = hours.get(at) ?? [];
      jobs.push([journey, steps]);
      hours.set(at, jobs);
    }
  return [...hours].sort(([a], [b]) => a - b);
}

/** Clients that take one job after another. */
async function crowd<T>({ clients, signal }: Run, jobs: readonly T[], act: (job: T) => Promise<void>): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: Math.min(clients, jobs.length) }, async () => {
      for (let job = jobs[next++]; job !== undefined; job = jobs[next++]) {
        signal?.throwIfAborted();
        await act(job);
      }
    }),
  );
}
