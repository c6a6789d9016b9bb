import { createHash, randomBytes } from 'node:crypto';
import { machineNow } from '../clock.ts';
import { type Database, type Read, sql, type Tx } from '../database/index.ts';
import type { Call } from '../http/call.ts';
import type { Tries } from '../http/endpoints.ts';
import { newId } from '../ids.ts';
import { Refusal } from '../refusal.ts';

export type SessionKind = 'resident' | 'staff';

/** How long a session lasts without being used. */
const lasts = { resident: { hours: 24 * 30 }, staff: { hours: 12 } } as const;

export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Opens a session; the token leaves in a cookie, the database keeps its hash. */
export async function startSession(
  tx: Tx,
  call: Call,
  kind: SessionKind,
  holderId: string,
  actingAs?: string,
): Promise<void> {
  const token = randomBytes(32).toString('base64url');
  const now = machineNow();
  await sql`
    insert into sessions (district, id, kind, holder_id, acting_as, token_hash, started_at, seen_at, expires_at, agent, address)
    values (${call.district}, ${newId()}, ${kind}, ${holderId}, ${actingAs ?? null}, ${tokenHash(token)}, ${now}, ${now},
      ${now.add(lasts[kind])}, ${call.agent.slice(0, 200)}, ${call.address})
  `.execute(tx);
  call.effects.cookies.set(kind, token);
  call.effects.log.push({ kind: 'signIn', subjectId: holderId, code: kind });
}

/** Ends one session and clears its cookie. */
export async function endSession(tx: Tx, call: Call, kind: SessionKind, sessionId: string): Promise<void> {
  await sql`update sessions set revoked_at = ${machineNow()} where district = ${call.district} and id = ${sessionId}`.execute(
    tx,
  );
  call.effects.cookies.set(kind, null);
}

/** Ends every session of a holder but one; returns how many. */
export async function revokeSessions(tx: Tx, district: string, holderId: string, exceptId?: string): Promise<number> {
  const { numAffectedRows } = await sql`
    update sessions set revoked_at = ${machineNow()}
    where district = ${district} and holder_id = ${holderId} and revoked_at is null and id is distinct from ${exceptId ?? null}
  `.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

/** Notes that a session was used, at most every five minutes, and moves its end. */
export async function touchSession(
  db: Database,
  district: string,
  session: { id: string; kind: SessionKind; seenAt: string },
): Promise<void> {
  const now = machineNow();
  if (Temporal.Instant.from(session.seenAt).until(now).total('minutes') < 5) return;
  await sql`
    update sessions set seen_at = ${now}, expires_at = ${now.add(lasts[session.kind])}
    where district = ${district} and id = ${session.id}
  `.execute(db);
}

export interface SessionRow {
  readonly id: string;
  readonly startedAt: string;
  readonly seenAt: string;
  readonly agent: string;
}

export async function getSessions(read: Read, district: string, holderId: string): Promise<SessionRow[]> {
  const { rows } = await sql<SessionRow>`
    select id, started_at, seen_at, agent from sessions
    where district = ${district} and holder_id = ${holderId} and revoked_at is null and expires_at > ${machineNow()}
    order by seen_at desc limit 100
  `.execute(read);
  return rows;
}

/**
 * Spends one try before the act runs, in a statement of its own: what guesses in parallel is counted as well. Past the
 * free tries the wait doubles, two seconds to fifteen minutes; a day without tries forgets.
 */
export async function spendTry(db: Database, district: string, tries: Tries): Promise<void> {
  const now = machineNow();
  const { rows } = await sql`
    insert into attempts as a (district, scope, key, tries, last_at)
    values (${district}, ${tries.scope}, ${tries.key}, 1, ${now})
    on conflict (district, scope, key) do update set
      tries = case when a.last_at < ${now}::timestamptz - interval '1 day' then 1 else a.tries + 1 end,
      last_at = ${now}
    where a.tries < ${tries.free}
      or a.last_at + make_interval(secs => least(900, power(2, least(a.tries - ${tries.free} + 1, 20)))) <= ${now}::timestamptz
    returning tries
  `.execute(db);
  if (rows.length > 0) return;
  const wait = await sql<{ seconds: number }>`
    select ceil(extract(epoch from last_at + make_interval(secs => least(900, power(2, least(tries - ${tries.free} + 1, 20)))) - ${now}::timestamptz))::int as seconds
    from attempts where district = ${district} and scope = ${tries.scope} and key = ${tries.key}
  `.execute(db);
  throw new Refusal(tries.refusal, { seconds: Math.max(1, wait.rows[0]?.seconds ?? 1) });
}

/** Gives one try back: it was no guess. */
export async function returnTry(db: Database, district: string, tries: Tries): Promise<void> {
  await sql`
    update attempts set tries = greatest(tries - 1, 0) where district = ${district} and scope = ${tries.scope} and key = ${tries.key}
  `.execute(db);
}

export async function forgiveTries(db: Database, district: string, tries: Tries): Promise<void> {
  await sql`delete from attempts where district = ${district} and scope = ${tries.scope} and key = ${tries.key}`.execute(
    db,
  );
}
