import { type Read, sql, type Tx } from '../database/index.ts';
import { Refusal } from '../refusal.ts';

export interface StoredJob {
  readonly id: string;
  readonly kind: string;
  readonly state: 'planned' | 'failed' | 'dead';
  readonly runAt: string;
  readonly tries: number;
  readonly error: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Jobs of a state, oldest first; without one what failed and will be tried again, and what a person must look at. */
export async function getJobs(
  read: Read,
  district: string,
  { state, after, limit }: { state?: StoredJob['state']; after?: string; limit: number },
): Promise<{ jobs: StoredJob[]; next?: string }> {
  const { rows } = await sql<StoredJob>`
    select id, kind, state, run_at, tries, error, payload from jobs
    where district = ${district} and (state = ${state ?? null} or (${state ?? null}::text is null and state <> 'planned')) and id > ${after ?? '00000000-0000-0000-0000-000000000000'}
    order by id limit ${limit + 1}
  `.execute(read);
  const jobs = rows.slice(0, limit);
  const last = jobs.at(-1);
  return { jobs, ...(rows.length > limit && last && { next: last.id }) };
}

/** Gives a dead job another life. Refuses `not_found`. */
export async function retryJob(tx: Tx, district: string, jobId: string): Promise<void> {
  const { numAffectedRows } = await sql`
    update jobs set state = 'planned', tries = 0, retry_at = null, lease_until = null
    where district = ${district} and id = ${jobId} and state in ('dead', 'failed')
  `.execute(tx);
  if (numAffectedRows !== 1n) throw new Refusal('not_found');
}

export async function countJobs(read: Read, now: Temporal.Instant): Promise<{ waiting: number; dead: number }> {
  const { rows } = await sql<{ waiting: number; dead: number }>`
    select count(*) filter (where state <> 'dead' and run_at <= ${now})::int as waiting, count(*) filter (where state = 'dead')::int as dead from jobs
  `.execute(read);
  return rows[0] ?? { waiting: 0, dead: 0 };
}
