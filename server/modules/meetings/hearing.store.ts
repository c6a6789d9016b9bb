import type { HearingState } from '../../../contract/meetings.ts';
import type { hearingRoles } from '../../../contract/words.ts';
import { config } from '../../platform/config.ts';
import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import { loadCalendar } from '../deadlines/index.ts';
import { type HearingAnswer, type HearingDays, hearingDays } from './hearing.rules.ts';

export interface HearingParty {
  readonly id: string;
  readonly role: (typeof hearingRoles)[number];
  readonly sealedName: Buffer;
  readonly answer: HearingAnswer | null;
  readonly answeredAt: string | null;
}

/** The right to a hearing in one task of a case, as it was notified; days are ISO, the last ones by today's calendar. */
export interface Hearing extends HearingDays {
  readonly id: string;
  readonly caseId: string;
  readonly taskId: string;
  readonly taskRound: number;
  readonly state: HearingState;
  readonly sealedMatter: Buffer;
  readonly notifiedDay: string;
  readonly requestedDay: string | null;
  readonly documentId: string;
  readonly parties: readonly HearingParty[];
}

const columns = sql`
  h.id, h.case_id, h.task_id, h.task_round, h.state, h.sealed_matter, h.notified_day, h.request_last_day, h.requested_day,
  h.document_id
`;

/** As it stands in its row: the last day is the one that was told. */
type HearingRow = Omit<Hearing, 'parties' | 'holdLastDay'>;

async function withParties(read: Read, district: string, rows: readonly HearingRow[]): Promise<Hearing | undefined> {
  const [hearing] = rows;
  if (hearing === undefined) return undefined;
  const [parties, calendar] = await Promise.all([
    sql<HearingParty>`
      select id, role, sealed_name, answer, answered_at from hearing_parties
      where district = ${district} and hearing_id = ${hearing.id} order by id
    `.execute(read),
    loadCalendar(read, district),
  ]);
  return { ...hearing, ...hearingDays(hearing, config().hearingRequestUnit, calendar), parties: parties.rows };
}

/** The hearing of a task as it was opened last. */
export async function findHearing(
  read: Read,
  district: string,
  { taskId, taskRound }: { taskId: string; taskRound: number },
): Promise<Hearing | undefined> {
  const { rows } = await sql<HearingRow>`
    select ${columns} from hearings h
    where h.district = ${district} and h.task_id = ${taskId} and h.task_round = ${taskRound}
  `.execute(read);
  return withParties(read, district, rows);
}

/** The latest hearing of a case. */
export async function findHearingOfCase(read: Read, district: string, caseId: string): Promise<Hearing | undefined> {
  const { rows } = await sql<HearingRow>`
    select ${columns} from hearings h where h.district = ${district} and h.case_id = ${caseId} order by h.id desc limit 1
  `.execute(read);
  return withParties(read, district, rows);
}

/** The cases with a hearing that nobody asked for by the day that was told, while its task is not over. */
export async function getCasesPastHearingPeriod(
  read: Read,
  district: string,
  { today, after, limit }: { today: Temporal.PlainDate; after: string | undefined; limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ caseId: string }>`
    select distinct h.case_id from hearings h
    join case_tasks t on t.district = h.district and t.id = h.task_id and t.round = h.task_round
    where h.district = ${district} and h.state = 'NOTIFIED' and h.request_last_day < ${today}
      and t.state in ('open', 'signedFor', 'returned') and not t.void
      ${after === undefined ? sql`` : sql`and h.case_id > ${after}::uuid`}
    order by h.case_id limit ${limit}
  `.execute(read);
  return rows.map(({ caseId }) => caseId);
}

export async function insertHearing(tx: Tx, district: string, hearing: Omit<Hearing, 'holdLastDay'>): Promise<void> {
  await sql`
    insert into hearings (district, id, case_id, task_id, task_round, state, sealed_matter, notified_day, request_last_day,
      requested_day, document_id)
    values (${district}, ${hearing.id}, ${hearing.caseId}, ${hearing.taskId}, ${hearing.taskRound}, ${hearing.state},
      ${hearing.sealedMatter}, ${hearing.notifiedDay}, ${hearing.requestLastDay}, ${hearing.requestedDay}, ${hearing.documentId})
  `.execute(tx);
  await sql`
    insert into hearing_parties (district, id, hearing_id, role, sealed_name)
    select ${district}::text, id, ${hearing.id}::uuid, role, sealed_name
    from unnest(${hearing.parties.map(({ id }) => id)}::uuid[], ${hearing.parties.map(({ role }) => role)}::text[],
      ${hearing.parties.map(({ sealedName }) => sealedName)}::bytea[]) as t (id, role, sealed_name)
  `.execute(tx);
}

export async function saveAnswer(
  tx: Tx,
  district: string,
  party: { id: string; answer: HearingAnswer; at: Temporal.Instant },
): Promise<void> {
  await sql`
    update hearing_parties set answer = ${party.answer}, answered_at = ${party.at}
    where district = ${district} and id = ${party.id}
  `.execute(tx);
}

export async function saveHearing(
  tx: Tx,
  district: string,
  hearing: Pick<Hearing, 'id' | 'state' | 'requestedDay'>,
): Promise<void> {
  await sql`
    update hearings set state = ${hearing.state}, requested_day = ${hearing.requestedDay}
    where district = ${district} and id = ${hearing.id}
  `.execute(tx);
}
