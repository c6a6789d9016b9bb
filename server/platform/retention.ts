import { machineNow } from './clock.ts';
import { type Read, sql } from './database/index.ts';
import { ensureAccessLog } from './http/access-log.ts';
import { defineDaily } from './jobs/index.ts';

/** How long the platform keeps what is not a case, in days. The access log is kept longer than the law's six months. */
const kept = { requests: 90, endedSessions: 180, attempts: 2, accessLogMonths: 13 } as const;

/** Each night: what is past its time goes, and the access log's next month is made ready. */
export const retentionJob = defineDaily('platform.retention', '03:00', async (tx, _, call) => {
  const now = machineNow();
  const before = (days: number) => now.subtract({ hours: 24 * days });
  const { district } = call;
  await ensureAccessLog(tx);
  await sql`delete from requests where district = ${district} and at < ${call.now.subtract({ hours: 24 * kept.requests })}`.execute(
    tx,
  );
  await sql`
    delete from sessions where district = ${district} and coalesce(revoked_at, expires_at) < ${before(kept.endedSessions)}
  `.execute(tx);
  await sql`delete from attempts where district = ${district} and last_at < ${before(kept.attempts)}`.execute(tx);
  await dropOldMonths(tx);
});

/** A month of the access log is dropped whole. */
async function dropOldMonths(tx: Read): Promise<void> {
  const oldest = machineNow().toZonedDateTimeISO('UTC').toPlainDate().subtract({ months: kept.accessLogMonths });
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_inherits i
    join pg_class c on c.oid = i.inhrelid join pg_class p on p.oid = i.inhparent
    where p.relname = 'access_log' and c.relname < ${`access_log_${oldest.year}_${String(oldest.month).padStart(2, '0')}`}
  `.execute(tx);
  for (const { name } of rows) await sql`drop table ${sql.table(name)}`.execute(tx);
}
