import { dayOf, machineNow } from './clock.ts';
import { type Database, sql } from './database/index.ts';

/**
 * The clock of law and documents. Live: machine time. Demo: machine time plus an offset kept in the database, which
 * only grows; this process keeps a copy and reads it again whenever it may have moved.
 */
export interface BusinessClock {
  readonly district: string;
  readonly demo: boolean;
  now(): Temporal.Instant;
  today(): Temporal.PlainDate;
  refresh(): Promise<void>;
  /** Demo only: moves forward to an instant; never back. */
  moveTo(at: Temporal.Instant): Promise<void>;
}

export async function openBusinessClock(db: Database): Promise<BusinessClock> {
  const { rows } = await sql<{ district: string; mode: string; clockAheadMs: number }>`
    select district, mode, clock_ahead_ms from installation
  `.execute(db);
  const installation = rows[0];
  if (installation === undefined) throw new Error('This database holds no installation yet.');
  const { district } = installation;
  const demo = installation.mode === 'demo';
  let ahead = installation.clockAheadMs;
  const now = () => machineNow().add({ milliseconds: ahead });
  return {
    district,
    demo,
    now,
    today: () => dayOf(now()),
    async refresh() {
      if (!demo) return;
      const again = await sql<{ clockAheadMs: number }>`select clock_ahead_ms from installation`.execute(db);
      ahead = again.rows[0]?.clockAheadMs ?? ahead;
    },
    async moveTo(at) {
      if (!demo) throw new Error('A live clock cannot be moved.');
      const wanted = at.epochMilliseconds - machineNow().epochMilliseconds;
      const moved = await sql<{ clockAheadMs: number }>`
        update installation set clock_ahead_ms = greatest(clock_ahead_ms, ${wanted}) returning clock_ahead_ms
      `.execute(db);
      ahead = moved.rows[0]?.clockAheadMs ?? ahead;
    },
  };
}
