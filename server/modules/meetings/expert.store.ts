import type { ExpertField } from '../../../contract/meetings.ts';
import type { declineGrounds, expertRelations } from '../../../contract/words.ts';
import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type DataKey, openJson, seal, vault } from '../../platform/vault/index.ts';
import type { Standing } from './draw.rules.ts';
import type { Meeting } from './meeting.store.ts';

/** Who an expert is: sealed under a key of his own. */
export interface ExpertPerson {
  readonly name: string;
  readonly employer: string;
  readonly phone: string;
  readonly relatives: readonly { readonly name: string; readonly relation: (typeof expertRelations)[number] }[];
  readonly interests: readonly string[];
}

export interface ExpertRow extends ExpertPerson {
  readonly id: string;
  readonly fields: readonly ExpertField[];
  readonly fromDay: string;
  readonly untilDay: string | null;
  readonly awayUntilDay: string | null;
  readonly timesDrawn: number;
  readonly key: DataKey;
}

type Stored = Omit<ExpertRow, keyof ExpertPerson | 'key'> & {
  sealedPerson: Buffer;
  dataKeyId: string;
  wrapped: Buffer;
};

const select = sql`
  select e.id, e.fields, e.from_day, e.until_day, e.away_until_day, e.sealed_person, e.data_key_id, k.wrapped,
    (select count(*)::int from meeting_experts d where d.district = e.district and d.expert_id = e.id and d.place is not null) as times_drawn
  from experts e join data_keys k on k.district = e.district and k.id = e.data_key_id
`;

function opened({ sealedPerson, dataKeyId, wrapped, ...row }: Stored): ExpertRow {
  const key = vault().unwrap({ id: dataKeyId, wrapped });
  return { ...row, ...openJson<ExpertPerson>(key, sealedPerson), key };
}

/** One expert. Refuses `not_found`. */
export async function getExpert(read: Read, district: string, expertId: string): Promise<ExpertRow> {
  const { rows } = await sql<Stored>`${select} where e.district = ${district} and e.id = ${expertId}`.execute(read);
  if (rows[0] === undefined) throw new Refusal('not_found');
  return opened(rows[0]);
}

export async function getExpertsById(
  read: Read,
  district: string,
  ids: readonly string[],
): Promise<Map<string, ExpertRow>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Stored>`${select} where e.district = ${district} and e.id = any(${ids}::uuid[])`.execute(
    read,
  );
  return new Map(rows.map((row) => [row.id, opened(row)]));
}

/** The experts of the pool, newest first: a page of them, or all. */
export async function getExperts(
  read: Read,
  district: string,
  { field, after, limit }: { field?: ExpertField | undefined; after?: string | undefined; limit?: number } = {},
): Promise<ExpertRow[]> {
  const { rows } = await sql<Stored>`
    ${select} where e.district = ${district}
      ${field === undefined ? sql`` : sql`and ${field} = any(e.fields)`}
      ${after === undefined ? sql`` : sql`and e.id < ${after}::uuid`}
    order by e.id desc ${limit === undefined ? sql`` : sql`limit ${limit}`}
  `.execute(read);
  return rows.map(opened);
}

export async function countExperts(
  read: Read,
  district: string,
  { field }: { field?: ExpertField | undefined },
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from experts e where e.district = ${district}
      ${field === undefined ? sql`` : sql`and ${field} = any(e.fields)`}
  `.execute(read);
  return rows[0]?.count ?? 0;
}

type Saved = Omit<ExpertRow, 'timesDrawn'>;

const personOf = ({ name, employer, phone, relatives, interests }: ExpertPerson) =>
  JSON.stringify({ name, employer, phone, relatives, interests });

export async function insertExpert(tx: Tx, district: string, expert: Saved): Promise<void> {
  await sql`
    insert into experts (district, id, fields, from_day, until_day, away_until_day, data_key_id, sealed_person)
    values (${district}, ${expert.id}, ${expert.fields}::text[], ${expert.fromDay}, ${expert.untilDay}, ${expert.awayUntilDay},
      ${expert.key.id}, ${seal(expert.key, personOf(expert))})
  `.execute(tx);
}

export async function updateExpert(tx: Tx, district: string, expert: Saved): Promise<void> {
  await sql`
    update experts set fields = ${expert.fields}::text[], from_day = ${expert.fromDay}, until_day = ${expert.untilDay},
      away_until_day = ${expert.awayUntilDay}, sealed_person = ${seal(expert.key, personOf(expert))}
    where district = ${district} and id = ${expert.id}
  `.execute(tx);
}

/** The panel of one meeting: its pool as it stood at the arrangement, and the draw. */
export interface Panel {
  readonly day: string;
  readonly fields: readonly ExpertField[];
  readonly count: number;
  readonly poolDigest: string;
  /** Whose ledger row gives the seed: the first panel that was arranged over this pool in this round of the task. */
  readonly seedMeetingId: string;
  readonly seedDay: string;
  readonly ledgerHash: string;
  /** How many panels were arranged in this round of the task. */
  readonly arrangements: number;
  readonly seed: string | null;
  readonly drawnAt: string | null;
  readonly pool: readonly PanelExpert[];
}

export interface PanelExpert {
  readonly expertId: string;
  readonly ticket: string;
  readonly standing: Standing;
  /** In the order of the draw, of those called. */
  readonly place: number | null;
  readonly declined: (typeof declineGrounds)[number] | null;
  readonly sealedReason: Buffer | null;
  readonly attended: boolean | null;
}

export async function findPanel(read: Read, district: string, meetingId: string): Promise<Panel | undefined> {
  const of = sql`district = ${district} and meeting_id = ${meetingId}`;
  const [{ rows }, pool] = await Promise.all([
    sql<Omit<Panel, 'pool'>>`
      select d.day, d.fields, d.count, d.pool_digest, d.seed_meeting_id, f.day as seed_day, f.ledger_hash, d.seed, d.drawn_at, (
        select count(*)::int from meetings m join meetings o on o.district = m.district and o.task_id = m.task_id
          and o.task_round = m.task_round and o.kind = m.kind
        where m.district = d.district and m.id = d.meeting_id
      ) as arrangements
      from meeting_draws d join meeting_draws f on f.district = d.district and f.meeting_id = d.seed_meeting_id
      where d.district = ${district} and d.meeting_id = ${meetingId}
    `.execute(read),
    sql<PanelExpert>`
      select expert_id, ticket, standing, place, declined, sealed_reason, attended from meeting_experts where ${of} order by ticket
    `.execute(read),
  ]);
  return rows[0] && { ...rows[0], pool: pool.rows };
}

/** Freezes the pool of a panel. Where the same one was frozen before in this round of the task, its seed stays. */
export async function insertPanel(
  tx: Tx,
  district: string,
  { id: meetingId, taskId, taskRound }: Pick<Meeting, 'id' | 'taskId' | 'taskRound'>,
  panel: Pick<Panel, 'day' | 'fields' | 'count' | 'poolDigest'> & {
    pool: readonly Pick<PanelExpert, 'expertId' | 'ticket' | 'standing'>[];
  },
): Promise<void> {
  await sql`
    insert into meeting_draws (district, meeting_id, day, fields, count, pool_digest, seed_meeting_id)
    values (${district}, ${meetingId}, ${panel.day}, ${panel.fields}::text[], ${panel.count}, ${panel.poolDigest}, coalesce((
      select d.seed_meeting_id from meeting_draws d join meetings m on m.district = d.district and m.id = d.meeting_id
      where m.district = ${district} and m.task_id = ${taskId} and m.task_round = ${taskRound}
        and d.pool_digest = ${panel.poolDigest}
      order by m.attempt limit 1
    ), ${meetingId}))
  `.execute(tx);
  await sql`
    insert into meeting_experts (district, meeting_id, expert_id, ticket, standing)
    select ${district}::text, ${meetingId}::uuid, expert_id, ticket, standing
    from unnest(${panel.pool.map(({ expertId }) => expertId)}::uuid[], ${panel.pool.map(({ ticket }) => ticket)}::text[],
      ${panel.pool.map(({ standing }) => standing)}::text[]) as t (expert_id, ticket, standing)
  `.execute(tx);
}

/** Keeps, with the commit, the hash that the ledger row of an arrangement gets there: the seed is made from it. */
export function keepLedgerHash(tx: Tx, district: string, { id, caseId }: Pick<Meeting, 'id' | 'caseId'>): void {
  tx.atCommit.push((last) =>
    sql`
      update meeting_draws set ledger_hash = (
        select encode(r.hash, 'hex') from ledger_rows r
        where r.district = ${district} and r.subject_kind = 'case' and r.subject_id = ${caseId} and r.act = 'case.meetingArranged'
        order by r.sequence desc limit 1
      ) where district = ${district} and meeting_id = ${id}
    `.execute(last),
  );
}

export async function saveDraw(
  tx: Tx,
  district: string,
  meetingId: string,
  { seed, at }: { seed: string; at: Temporal.Instant },
): Promise<void> {
  await sql`
    update meeting_draws set seed = ${seed}, drawn_at = ${at} where district = ${district} and meeting_id = ${meetingId}
  `.execute(tx);
}

/** Calls experts, each at his place in the order of the draw. */
export async function saveCalled(
  tx: Tx,
  district: string,
  meetingId: string,
  called: readonly { ticket: string; place: number }[],
): Promise<void> {
  await sql`
    update meeting_experts e set place = t.place
    from unnest(${called.map(({ ticket }) => ticket)}::text[], ${called.map(({ place }) => place)}::int[]) as t (ticket, place)
    where e.district = ${district} and e.meeting_id = ${meetingId} and e.ticket = t.ticket
  `.execute(tx);
}

export async function saveDecline(
  tx: Tx,
  district: string,
  meetingId: string,
  { expertId, declined, sealedReason }: Pick<PanelExpert, 'expertId' | 'declined' | 'sealedReason'>,
): Promise<void> {
  await sql`
    update meeting_experts set declined = ${declined}, sealed_reason = ${sealedReason}
    where district = ${district} and meeting_id = ${meetingId} and expert_id = ${expertId}
  `.execute(tx);
}

export async function saveExpertAttendance(
  tx: Tx,
  district: string,
  meetingId: string,
  expertIds: readonly string[],
): Promise<void> {
  await sql`
    update meeting_experts set attended = expert_id = any(${expertIds}::uuid[])
    where district = ${district} and meeting_id = ${meetingId} and place is not null and declined is null
  `.execute(tx);
}
