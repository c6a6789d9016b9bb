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
  /** `before` and `run` are handed the payloads of several jobs. */
  readonly isBatch?: true;
}

export function defineJob<Payload, Prepared = undefined>(job: {
  kind: string;
  before?: (read: Read, payload: Payload, call: Call) => Promise<Prepared>;
  run: (tx: Tx, payload: Payload, call: Call, prepared: Prepared) => Promise<void>;
}): JobKind {
  return job as unknown as JobKind;
}

/**
 * Small work of which there is much, done for several jobs at once in their order: `run` in one transaction, or in one for each of
 * them where it fails together, so that none is lost or done twice for another's sake. `before` says of each what it made or why it
 * failed.
 */
export function defineBatch<Payload, Prepared = undefined>(job: {
  kind: string;
  before?: (read: Read, payloads: readonly Payload[], call: Call) => Promise<PromiseSettledResult<Prepared>[]>;
  run: (tx: Tx, payloads: readonly Payload[], call: Call, prepared: readonly Prepared[]) => Promise<void>;
}): JobKind {
  return { ...(job as unknown as JobKind), isBatch: true };
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

/** A job that is due, with what `before` made of it. */
interface ReadyJob {
  readonly row: JobRow;
  readonly prepared: never;
}

const leaseFor = { minutes: 5 } as const;
const mostTries = 8;
/** So many jobs of a kind are done at once, picked from so many that are due next. */
const batch = { most: 50, among: 200 } as const;

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
  const batched = options.kinds.filter((job) => job.isBatch).map((job) => job.kind);
  let running: Promise<unknown> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  /** What is due first, and where its kind is done in batches, others of the kind; what failed before goes alone. */
  async function claim(): Promise<readonly JobRow[]> {
    const now = machineNow();
    const isDue = sql`
      district = ${clock.district} and state <> 'dead' and run_at <= ${clock.now()}
      and (lease_until is null or lease_until < ${now}) and (retry_at is null or retry_at <= ${now})
    `;
    const { rows } = await sql<JobRow>`
      with first as materialized (
        select id, kind, tries = 0 and kind = any(${batched}::text[]) as is_batch from jobs
        where ${isDue} order by run_at, id limit 1 for update skip locked
      ), near as materialized (
        select id, kind, tries from jobs where ${isDue} and (select is_batch from first) order by run_at, id limit ${batch.among}
      ), more as materialized (
        select id from jobs
        where ${isDue} and id in (
          select near.id from near join first on near.kind = first.kind and near.id <> first.id where near.tries = 0
        )
        order by run_at, id limit ${batch.most - 1} for update skip locked
      ), claimed as (
        update jobs set lease_until = ${now.add(leaseFor)}, tries = tries + 1
        where district = ${clock.district} and id in (select id from first union all select id from more)
        returning id, kind, payload, run_at, tries
      )
      select id, kind, payload, tries from claimed order by claimed.run_at, id
    `.execute(db);
    return rows;
  }

  async function work(rows: readonly JobRow[]): Promise<void> {
    const now = clock.now();
    const call = systemCall({ district: clock.district, demo: clock.demo, now, today: dayOf(now) });
    const job = kinds.get(rows[0]?.kind ?? '');
    const ready: ReadyJob[] = [];
    for (const [at, made] of (await prepare(job, rows, call)).entries()) {
      const row = rows[at] as JobRow;
      if (made.status === 'fulfilled') ready.push({ row, prepared: made.value as never });
      else await fail(row, made.reason);
    }
    if (job !== undefined && ready.length > 0) await finish(job, ready, call);
  }

  async function prepare(
    job: JobKind | undefined,
    rows: readonly JobRow[],
    call: Call,
  ): Promise<PromiseSettledResult<unknown>[]> {
    const payloads = rows.map(({ payload }) => payload);
    try {
      if (job === undefined) throw new Error(`No handler for ${rows[0]?.kind}.`);
      if (job.before === undefined) return await Promise.allSettled(rows.map(() => undefined));
      const made = await job.before(db, (job.isBatch ? payloads : payloads[0]) as never, call);
      return job.isBatch ? (made as PromiseSettledResult<unknown>[]) : await Promise.allSettled([made]);
    } catch (error) {
      return Promise.allSettled(rows.map(() => Promise.reject(error)));
    }
  }

  async function finish(job: JobKind, ready: readonly ReadyJob[], call: Call): Promise<void> {
    const [first] = ready as readonly [ReadyJob];
    const ids = ready.map(({ row }) => row.id);
    const payloads = ready.map(({ row }) => row.payload);
    const prepared = ready.map((each) => each.prepared);
    try {
      await transact(db, async (tx) => {
        const held = sql`
          select from jobs where district = ${clock.district} and id = any(${ids}::uuid[]) for update
        `.execute(tx);
        held.catch(() => {});
        if (job.isBatch) await job.run(tx, payloads as never, call, prepared as never);
        else await job.run(tx, first.row.payload, call, first.prepared);
        // Who took longer than his lease finds that somebody else has done it, and undoes his own.
        if ((await held).rows.length < ids.length) throw new Error(`${job.kind} was done by another worker.`);
        tx.atCommit.push((closing) =>
          sql`delete from jobs where district = ${clock.district} and id = any(${ids}::uuid[])`.execute(closing),
        );
        if (job.daily !== undefined)
          planNext(tx, call, job, Temporal.PlainDate.from((first.row.payload as { day: string }).day));
      });
    } catch (error) {
      if (ready.length === 1) await fail(first.row, error);
      else for (const each of ready) await finish(job, [each], call);
    }
  }

  async function fail(row: JobRow, error: unknown): Promise<void> {
    log(error);
    const state = row.tries >= mostTries ? 'dead' : 'failed';
    await sql`
      update jobs set state = ${state}, lease_until = null, retry_at = ${machineNow().add({ seconds: 2 ** Math.min(row.tries, 10) })},
        error = ${String(error instanceof Error ? error.message : error).slice(0, 500)}
      where district = ${clock.district} and id = ${row.id}
    `.execute(db);
  }

  function planNext(tx: Tx, call: Call, job: JobKind, done: Temporal.PlainDate): void {
    const day = Temporal.PlainDate.compare(done, call.today) < 0 ? done.add({ days: 1 }) : call.today.add({ days: 1 });
    plan(tx, call, dailyPlan(job, day));
  }

  async function runDue(): Promise<number> {
    let count = 0;
    for (;;) {
      if (stopped) return count;
      const rows = await claim();
      if (rows.length === 0) return count;
      await work(rows);
      count += rows.length;
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
