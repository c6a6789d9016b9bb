import { machineNow } from '../clock.ts';
import { type Database, type Read, sql } from '../database/index.ts';
import { newId } from '../ids.ts';
import type { Call } from './call.ts';

export interface AccessRow {
  readonly kind: 'refused' | 'signIn' | 'signInFailed' | 'read' | 'reveal';
  readonly route: string;
  readonly code: string;
  readonly subjectId?: string | undefined;
  /** What was attempted, where attempts are counted; no personal data. */
  readonly detail?: string | undefined;
  readonly sealedNote?: Buffer | undefined;
}

/** A month's partition is made when its first row comes near; the month after is made with it. */
export async function ensureAccessLog(db: Read): Promise<void> {
  // In UTC, as the database reads the bounds.
  const first = machineNow().toZonedDateTimeISO('UTC').toPlainDate().with({ day: 1 });
  for (const month of [first, first.add({ months: 1 })]) {
    const name = `access_log_${month.year}_${String(month.month).padStart(2, '0')}`;
    await sql`
      create table if not exists ${sql.raw(name)} partition of access_log
      for values from (${sql.lit(month.toString())}) to (${sql.lit(month.add({ months: 1 }).toString())})
    `.execute(db);
  }
}

/** Writes what must be remembered of a request, after it ended and in a statement of its own. Strangers are summed by minute. */
export async function logAccess(db: Database, call: Call, row: AccessRow): Promise<void> {
  const now = machineNow();
  const visitor = call.actor.kind === 'visitor';
  const minute = now.round({ smallestUnit: 'minute', roundingMode: 'floor' });
  if (visitor && row.kind !== 'signInFailed') {
    const { numAffectedRows } = await sql`
      update access_log set times = times + 1
      where district = ${call.district} and at = ${minute} and minute_key = ${`${row.route} ${row.code} ${call.address}`}
    `.execute(db);
    if ((numAffectedRows ?? 0n) > 0n) return;
  }
  await sql`
    insert into access_log (district, id, at, kind, caller_kind, caller_id, acting_as, route, code, subject_id, detail, sealed_note, address, minute_key)
    values (${call.district}, ${newId()}, ${visitor ? minute : now}, ${row.kind}, ${call.actor.kind}, ${call.actor.id},
      ${call.actor.postId}, ${row.route}, ${row.code}, ${row.subjectId ?? null}, ${row.detail ?? null}, ${row.sealedNote ?? null}, ${call.address},
      ${visitor ? `${row.route} ${row.code} ${call.address}` : null})
  `.execute(db);
}
