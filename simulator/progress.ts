import type { Act, Journey } from './journey.rules.ts';

/** What a run tells while it is under way. */
export interface Progress {
  /** `now`: the hour of the run at which it begins or goes on. */
  begin(run: { journeys: readonly Journey[]; first: Temporal.PlainDate; now: number }): void;
  reach(hour: number): void;
  done(act: Act): void;
  /** Something that nobody expected, told the first time. */
  tell(what: string): void;
  end(): void;
}

const accepting: readonly Act[] = ['accept', 'acceptTolerated'];
const ending: readonly Act[] = ['withdraw', 'deliver', 'carry', 'mail', 'receiveResult'];

/** A line every so many seconds: the day, what was done, how fast, and how long it will take. */
export function linesOf(write: (line: string) => void, { everySeconds = 5 }: { everySeconds?: number } = {}): Progress {
  let first = Temporal.PlainDate.from('1970-01-01');
  let hour = 0;
  let total = 0;
  let steps = 0;
  let accepted = 0;
  let completed = 0;
  let lastSteps = 0;
  let lastAt = 0;
  let timer: NodeJS.Timeout | undefined;

  function line(): void {
    const at = performance.now();
    const rate = (1000 * (steps - lastSteps)) / Math.max(1, at - lastAt);
    lastSteps = steps;
    lastAt = at;
    const minutes = rate === 0 ? '?' : Math.max(0, Math.ceil((total - steps) / rate / 60)).toString();
    const local = first.toPlainDateTime().add({ hours: hour }).toString({ smallestUnit: 'minute' }).replace('T', ' ');
    write(
      `${local}  accepted ${accepted}  completed ${completed}  open ${accepted - completed}  ` +
        `${rate.toFixed(0)} acts/s  ${steps} of ${Math.max(total, steps)}  ${minutes} min left`,
    );
  }

  return {
    begin(run) {
      first = run.first;
      hour = run.now;
      for (const { steps: planned } of run.journeys)
        for (const { act, at } of planned) {
          total += 1;
          if (at < run.now) count(act);
        }
      lastSteps = steps;
      lastAt = performance.now();
      timer = setInterval(line, everySeconds * 1000);
    },
    reach(at) {
      hour = at;
    },
    done: (act) => count(act),
    tell: write,
    end() {
      clearInterval(timer);
      if (total > 0) line();
    },
  };

  function count(act: Act): void {
    steps += 1;
    if (accepting.includes(act)) accepted += 1;
    if (ending.includes(act)) completed += 1;
  }
}
