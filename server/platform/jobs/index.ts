import type { BusinessClock } from '../business-clock.ts';
import { dayOf, machineNow, startOfDay } from '../clock.ts';
import { type Database, type Read, sql, type Tx, transact } from '../database/index.ts';
import { type Call, systemCall } from '../http/call.ts';
import { newId } from '../ids.ts';

/** A kind of work that happens later. Handlers are repeatable: at least once, each run in its own transaction. */
export interface JobKind {
  readonly kind: string;
  /** What must not happen under a lock (rendering, sending); its result is handed to `run`. */
  readonly before?: (read: Read, payload: never, call: Call) => Promise<unknown>;
  readonly run: (tx: Tx, payload: never, call: Call, prepared: never) => Promise<void>;
  /** Planned for every day at this local time, by itself. */
  readonly daily?: string;
}

export function defineJob<Payload, Prepared = undefined>(job: {
  kind: string;
  before?: (read: Read, payload: Payload, call: Call) => Promise<Prepared>;
  run: (tx: Tx, payload: Payload, call: Call, prepared: Prepared) => Promise<void>;
}): JobKind {
  return job as unknown as JobKind;
}

/** A duty of every day, e.g. at 00:05; its payload is the day on which it runs. */
export function defineDaily(
  kind: string,
  at: string,
  run: (tx: Tx, payload: { day: string }, call: Call) => Promise<void>,
): JobKind {
  return { kind, daily: at, run: run as unknown as JobKind['run'] };
}

export interface Plan {
  readonly district: string;
  readonly kind: string;
  /** Two plans of one kind and key are one. */
  readonly key?: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Business time; at once when absent. */
  readonly runAt?: Temporal.Instant;
}

let wake: () => void = () => {};

/** What a transaction has planned; it leaves in one statement with the commit. */
const planned = new WeakMap<Tx, (Omit<Plan, 'district'> & { readonly id: string })[]>();

/** Plans work in the transaction that causes it; it is written with the commit. */
export function plan(tx: Tx, call: Call, job: Omit<Plan, 'district'>): void {
  const jobs = planned.get(tx) ?? [];
  jobs.push({ ...job, id: newId() });
  if (job.runAt === undefined) tx.afterCommit.push(() => wake());
  if (jobs.length > 1) return;
  planned.set(tx, jobs);
  tx.atCommit.push((closing) =>
    sql`
      insert into jobs (district, id, kind, key, payload, run_at)
      select ${call.district}, job.id, job.kind, job.key, job.payload, job.run_at
      from unnest(
        ${jobs.map(({ id }) => id)}::uuid[], ${jobs.map(({ kind }) => kind)}::text[], ${jobs.map(({ key }) => key ?? null)}::text[],
        ${jobs.map(({ payload }) => JSON.stringify(payload))}::jsonb[], ${jobs.map(({ runAt }) => (runAt ?? call.now).toString())}::timestamptz[]
      ) as job (id, kind, key, payload, run_at)
      on conflict (district, kind, key) where key is not null do nothing
    `.execute(closing),
  );
}

interface JobRow {
  readonly id: string;
  readonly kind: string;
  readonly payload: never;
  readonly runAt: string;
  readonly tries: number;
}

export interface Jobs {
  /** Runs everything that is due by the business clock, in order; returns how many ran. */
  runDue(): Promise<number>;
  /** Plans the daily duties that are missing. */
  planDaily(): Promise<void>;
  /** Starts the loop that wakes at new work and once a second. */
  start(): void;
  stop(): Promise<void>;
}

const leaseFor = { minutes: 5 } as const;
const mostTries = 8;

/** The worker of this process; several processes share the table through leases and SKIP LOCKED. */
export function openJobs(options: {
  db: Database;
  clock: BusinessClock;
  kinds: readonly JobKind[];
  log: (error: unknown) => void;
}): Jobs {
  const { db, clock, log } = options;
  const kinds = new Map(options.kinds.map((job) => [job.kind, job]));
  const dailies = options.kinds.filter((job) => job.daily !== undefined);
  let running: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  async function claim(): Promise<JobRow | undefined> {
    const now = machineNow();
    const { rows } = await sql<JobRow>`
      update jobs set lease_until = ${now.add(leaseFor)}, tries = tries + 1
      where district = ${clock.district} and id = (
        select id from jobs
        where district = ${clock.district} and state <> 'dead' and run_at <= ${clock.now()}
          and (lease_until is null or lease_until < ${now}) and (retry_at is null or retry_at <= ${now})
        order by run_at, id limit 1 for update skip locked
      )
      returning id, kind, payload, run_at, tries
    `.execute(db);
    return rows[0];
  }

  async function work(row: JobRow): Promise<void> {
    const now = clock.now();
    const call = systemCall({ district: clock.district, demo: clock.demo, now, today: dayOf(now) });
    const job = kinds.get(row.kind);
    try {
      if (job === undefined) throw new Error(`No handler for ${row.kind}.`);
      const prepared = (await job.before?.(db, row.payload, call)) as never;
      await transact(db, async (tx) => {
        await job.run(tx, row.payload, call, prepared);
        tx.atCommit.push((closing) =>
          sql`delete from jobs where district = ${clock.district} and id = ${row.id}`.execute(closing),
        );
        if (job.daily !== undefined)
          planNext(tx, call, job, Temporal.PlainDate.from((row.payload as { day: string }).day));
      });
    } catch (error) {
      log(error);
      const state = row.tries >= mostTries ? 'dead' : 'failed';
      await sql`
        update jobs set state = ${state}, lease_until = null, retry_at = ${machineNow().add({ seconds: 2 ** Math.min(row.tries, 10) })},
          error = ${String(error instanceof Error ? error.message : error).slice(0, 500)}
        where district = ${clock.district} and id = ${row.id}
      `.execute(db);
    }
  }

  function planNext(tx: Tx, call: Call, job: JobKind, done: Temporal.PlainDate): void {
    const day = Temporal.PlainDate.compare(done, call.today) < 0 ? done.add({ days: 1 }) : call.today.add({ days: 1 });
    plan(tx, call, dailyPlan(job, day));
  }

  async function runDue(): Promise<number> {
    let count = 0;
    for (;;) {
      if (stopped) return count;
      const row = await claim();
      if (row === undefined) return count;
      await work(row);
      count += 1;
    }
  }

  /** One run at a time in this process; a second call waits for the first and then looks again. */
  function inTurn<T>(run: () => Promise<T>): Promise<T> {
    const turn = running.then(run, run);
    running = turn.catch(() => {});
    return turn;
  }

  /** Walks the demo's clock to its target, from one due job to the next, so that each runs at its own time. */
  async function walk(): Promise<void> {
    for (;;) {
      if (stopped) return;
      const { rows } = await sql<{ target: string | null; next: string | null }>`
        select clock_target_at as target,
          (select min(run_at) from jobs where district = installation.district and state <> 'dead'
             and run_at <= installation.clock_target_at and retry_at is null
             and (lease_until is null or lease_until < ${machineNow()})) as next
        from installation where district = ${clock.district}
      `.execute(db);
      const target = rows[0]?.target;
      if (target == null) return;
      const next = rows[0]?.next;
      const until = Temporal.Instant.from(next != null && next < target ? next : target);
      if (Temporal.Instant.compare(until, clock.now()) > 0) await clock.moveTo(until);
      const ran = await runDue();
      // Another worker has what is due: look again at the next beat.
      if (ran === 0 && next != null && until.toString() !== Temporal.Instant.from(target).toString()) return;
      if (next == null || (ran === 0 && until.toString() === Temporal.Instant.from(target).toString()))
        await sql`update installation set clock_target_at = null where district = ${clock.district} and clock_target_at = ${target}`.execute(
          db,
        );
    }
  }

  async function tick(): Promise<void> {
    if (clock.demo) {
      await clock.refresh();
      await walk();
    }
    await runDue();
  }

  function beat(): void {
    if (stopped) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      void inTurn(tick)
        .catch(log)
        .finally(() => {
          if (!stopped && timer?.hasRef() !== undefined) beat();
        });
    }, 1000);
    timer.unref();
  }

  return {
    runDue: () => inTurn(tick).then(() => inTurn(runDue)),
    async planDaily() {
      const now = clock.now();
      const call = systemCall({ district: clock.district, demo: clock.demo, now, today: dayOf(now) });
      const { rows } = await sql<{
        kind: string;
      }>`select distinct kind from jobs where district = ${clock.district} and state <> 'dead' and kind = any(${dailies.map((job) => job.kind)}::text[])`.execute(
        db,
      );
      const planned = new Set(rows.map((row) => row.kind));
      await transact(db, async (tx) => {
        for (const job of dailies)
          if (!planned.has(job.kind)) plan(tx, call, dailyPlan(job, call.today.add({ days: 1 })));
      });
    },
    start() {
      wake = () => void inTurn(tick).catch(log);
      beat();
    },
    async stop() {
      stopped = true;
      wake = () => {};
      clearTimeout(timer);
      await running;
    },
  };
}

function dailyPlan(job: JobKind, day: Temporal.PlainDate): Omit<Plan, 'district'> {
  const [hour = 0, minute = 0] = (job.daily ?? '').split(':').map(Number);
  const runAt = startOfDay(day).add({ hours: hour, minutes: minute });
  return { kind: job.kind, key: day.toString(), payload: { day: day.toString() }, runAt };
}
