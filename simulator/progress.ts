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

/** Over how many of the last lines the pace is taken: some minutes, with nights and weekends among them. */
const pacedOver = 60;

/**
 * A line every so many seconds: the day, what was done, how fast, and how long it will take. What is left is counted in acts of the
 * hours to come, for hours are not alike; the pace has the nights in it, in which the server's duties take time and nobody acts.
 */
export function linesOf(write: (line: string) => void, { everySeconds = 5 }: { everySeconds?: number } = {}): Progress {
  let first = Temporal.PlainDate.from('1970-01-01');
  let hour = 0;
  /** Acts of hours to come, by hour, and of all hours from the present one on. */
  const byHour = new Map<number, number>();
  let fromHour = 0;
  let total = 0;
  let acts = 0;
  let inHour = 0;
  let accepted = 0;
  let completed = 0;
  const marks: { at: number; acts: number; gone: number }[] = [];
  let timer: NodeJS.Timeout | undefined;

  const left = () => Math.max(0, fromHour - inHour);

  function line(): void {
    const now = { at: performance.now(), acts, gone: total - left() };
    const last = marks.at(-1) ?? now;
    const oldest = marks[0] ?? now;
    marks.push(now);
    if (marks.length > pacedOver) marks.shift();
    const rate = (1000 * (now.acts - last.acts)) / Math.max(1, now.at - last.at);
    const pace = (now.gone - oldest.gone) / Math.max(1, now.at - oldest.at);
    const minutes = left() === 0 ? '0' : pace > 0 ? Math.ceil(left() / pace / 60_000).toString() : '?';
    const local = first.toPlainDateTime().add({ hours: hour }).toString({ smallestUnit: 'minute' }).replace('T', ' ');
    write(
      `${local}  accepted ${accepted}  completed ${completed}  open ${accepted - completed}  ` +
        `${rate.toFixed(0)} acts/s  ${now.gone} of ${total}  ${minutes} min left`,
    );
  }

  return {
    begin(run) {
      first = run.first;
      hour = run.now;
      for (const { act, at } of run.journeys.flatMap(({ steps }) => steps)) {
        total += 1;
        if (at < run.now) note(act);
        else byHour.set(at, (byHour.get(at) ?? 0) + 1);
      }
      fromHour = total - acts;
      marks.push({ at: performance.now(), acts, gone: acts });
      timer = setInterval(line, everySeconds * 1000);
    },
    reach(at) {
      for (const [each, count] of byHour)
        if (each < at) {
          byHour.delete(each);
          fromHour -= count;
        }
      hour = at;
      inHour = 0;
    },
    done(act) {
      inHour += 1;
      note(act);
    },
    tell: write,
    end() {
      clearInterval(timer);
      if (total > 0) line();
    },
  };

  function note(act: Act): void {
    acts += 1;
    if (accepting.includes(act)) accepted += 1;
    if (ending.includes(act)) completed += 1;
  }
}
