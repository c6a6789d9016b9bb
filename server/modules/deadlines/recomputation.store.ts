import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { MovedClock } from './clock.store.ts';

/** How far the open clocks have been recounted after an import. */
export interface Recomputation {
  readonly id: string;
  readonly edition: string;
  readonly year: number;
  readonly total: number;
  readonly done: number;
  readonly moved: number;
  readonly startedAt: string;
  readonly finishedAt: string | null;
}

/** News for the module that owns the subjects: its copies of these due days are out of date. */
export interface ClocksMoved {
  /** Whose holiday notice moved them. */
  readonly year: number;
  readonly moved: readonly (Omit<MovedClock, 'subject'> & { readonly subjectId: string })[];
}

/** The kind of job that tells the owner of a kind of subject about moved due days; a module above defines it. */
export function movedJob(subjectKind: string): `deadlines.moved.${string}` {
  return `deadlines.moved.${subjectKind}`;
}

export async function insertRecomputation(
  tx: Tx,
  district: string,
  given: { calendarId: string; edition: string; year: number; startedAt: Temporal.Instant },
): Promise<string> {
  const id = newId();
  await sql`
    insert into recomputations (district, id, calendar_id, edition, year, total, started_at)
    select ${district}::text, ${id}::uuid, ${given.calendarId}::uuid, ${given.edition}::uuid, ${given.year}::int,
      count(*), ${given.startedAt}::timestamptz
    from clocks where district = ${district} and state <> 'stopped'
  `.execute(tx);
  return id;
}

/** Refuses `not_found`. */
export async function getRecomputation(read: Read, district: string, id: string): Promise<Recomputation> {
  const { rows } = await sql<Recomputation>`
    select id, edition, year, total, done, moved, started_at, finished_at
    from recomputations where district = ${district} and id = ${id}
  `.execute(read);
  if (rows[0] === undefined) throw new Refusal('not_found');
  return rows[0];
}

/** Adds a batch; clocks that were started meanwhile may lift `done` above the first count, so `total` follows it. */
export async function saveProgress(
  tx: Tx,
  district: string,
  id: string,
  batch: { counted: number; moved: number; finishedAt?: Temporal.Instant },
): Promise<void> {
  await sql`
    update recomputations set done = done + ${batch.counted}, moved = moved + ${batch.moved},
      total = greatest(total, done + ${batch.counted}), finished_at = coalesce(${batch.finishedAt ?? null}, finished_at)
    where district = ${district} and id = ${id}
  `.execute(tx);
}
