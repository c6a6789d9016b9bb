import type { LegalBasis } from '../../../contract/catalogue.ts';
import type { Level } from '../../../contract/values.ts';
import type { acceptances, townshipOpinions } from '../../../contract/words.ts';
import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { DevolutionMode } from '../catalogue/index.ts';
import type { StaffCall } from '../people/index.ts';
import type { Act, ReceiverKind, Step } from './devolution.rules.ts';

export type Acceptance = (typeof acceptances)[number];

/** A batch as it stands; days and instants are ISO texts. */
export interface Batch {
  readonly id: string;
  readonly year: number;
  readonly number: number;
  readonly title: string;
  readonly note: string | null;
  readonly step: Step;
  readonly proposedAt: string;
  readonly announcement: string | null;
  readonly publishedDay: string | null;
  readonly sealNote: string | null;
  readonly networkNote: string | null;
  readonly permittedBy: string | null;
  readonly permittedAt: string | null;
  readonly trialFromDay: string | null;
  readonly trialUntilDay: string | null;
  readonly trialNote: string | null;
  readonly liveDay: string | null;
}

export interface BatchItemRow {
  readonly id: string;
  readonly itemId: string;
  /** Whose item it is. */
  readonly organId: string;
  readonly mode: DevolutionMode;
  readonly kind: ReceiverKind;
  readonly regionIds: readonly string[] | null;
  readonly receiverOrganId: string | null;
  readonly basis: LegalBasis | null;
  readonly effectiveDay: string;
  readonly agreementFileId: string | null;
  readonly note: string | null;
  readonly takenBackDay: string | null;
}

export interface ReceiverRow {
  readonly id: string;
  readonly batchItemId: string;
  readonly regionId: string;
  readonly level: Level;
  readonly organId: string;
  readonly acceptance: Acceptance;
  readonly reason: string | null;
  readonly routeId: string | null;
  readonly untilDay: string | null;
}

export interface RoundRow {
  readonly id: string;
  readonly round: number;
  readonly fromDay: string;
  readonly untilDay: string;
  readonly closed: boolean;
}

export interface CommentRow {
  readonly round: number;
  readonly organId: string;
  readonly opinion: (typeof townshipOpinions)[number];
  readonly text: string;
  readonly staffId: string;
  readonly commentedAt: string;
}

export interface MeetingRow {
  readonly id: string;
  readonly day: string;
  readonly organIds: readonly string[];
  readonly minutesFileId: string | null;
  readonly note: string | null;
}

export interface ReviewRow {
  readonly organId: string;
  readonly lawful: boolean;
  readonly statement: string;
  readonly staffId: string;
  readonly reviewedAt: string;
  /** The items were changed afterwards. */
  readonly outdated: boolean;
}

export interface TrainingRow {
  readonly id: string;
  readonly organId: string;
  readonly day: string;
  readonly minutes: number;
  readonly section: string;
  readonly note: string | null;
  readonly staffIds: readonly string[];
}

/** A batch with everything that was done about it but its story. */
export interface WholeBatch extends Batch {
  readonly items: readonly BatchItemRow[];
  readonly receivers: readonly ReceiverRow[];
  /** Those held about what the batch holds now, and the last word of each organ in each. */
  readonly rounds: readonly RoundRow[];
  readonly comments: readonly CommentRow[];
  readonly meetings: readonly MeetingRow[];
  readonly reviews: readonly ReviewRow[];
  readonly trainings: readonly TrainingRow[];
  readonly postIds: readonly string[];
}

export const batchColumns = sql`
  b.id, b.year, b.number, b.title, b.note, b.step, b.proposed_at, b.announcement, b.published_day, b.seal_note, b.network_note,
  b.permitted_by, b.permitted_at, b.trial_from_day, b.trial_until_day, b.trial_note, b.live_day
`;

/** A batch locked for an act. Refuses `not_found`. */
export async function lockBatch(tx: Tx, district: string, batchId: string): Promise<WholeBatch> {
  await sql`select from devolution_batches where district = ${district} and id = ${batchId} for update`.execute(tx);
  return getBatch(tx, district, batchId);
}

/** Refuses `not_found`. */
export async function getBatch(read: Read, district: string, batchId: string): Promise<WholeBatch> {
  const of = sql`district = ${district} and batch_id = ${batchId}`;
  const [batches, items, receivers, rounds, comments, meetings, reviews, trainings, permissions] = await Promise.all([
    sql<Batch>`select ${batchColumns} from devolution_batches b where b.district = ${district} and b.id = ${batchId}`.execute(
      read,
    ),
    sql<BatchItemRow>`
      select id, item_id, organisation_id as organ_id, mode, receiver_kind as kind, region_ids, receiver_organ_id, basis,
        effective_day, agreement_file_id, note, taken_back_day
      from devolution_items where ${of} order by id
    `.execute(read),
    sql<ReceiverRow>`
      select r.id, r.batch_item_id, r.region_id, r.level, r.organisation_id as organ_id, r.acceptance, r.reason, r.route_id,
        r.until_day
      from devolution_receivers r
      join devolution_items i on i.district = r.district and i.id = r.batch_item_id
      where i.district = ${district} and i.batch_id = ${batchId} order by r.id
    `.execute(read),
    sql<RoundRow>`
      select id, round, from_day, until_day, closed_at is not null as closed from devolution_rounds
      where ${of} and outdated_at is null order by round
    `.execute(read),
    sql<CommentRow>`
      select * from (
        select distinct on (o.round, c.organisation_id) o.round, c.organisation_id as organ_id, c.opinion, c.text, c.staff_id,
          c.commented_at
        from devolution_rounds o
        join devolution_comments c on c.district = o.district and c.round_id = o.id
        where o.district = ${district} and o.batch_id = ${batchId} and o.outdated_at is null
        order by o.round, c.organisation_id, c.commented_at desc, c.id desc
      ) last_words order by round, commented_at, organ_id
    `.execute(read),
    sql<MeetingRow>`
      select id, day, organ_ids, minutes_file_id, note from devolution_meetings where ${of} order by day, id
    `.execute(read),
    sql<ReviewRow>`
      select organisation_id as organ_id, lawful, statement, staff_id, reviewed_at, outdated_at is not null as outdated
      from devolution_reviews where ${of} order by id
    `.execute(read),
    sql<TrainingRow>`
      select t.id, t.organisation_id as organ_id, t.day, t.minutes, t.section, t.note,
        array(select a.staff_id from devolution_attendees a where a.district = t.district and a.training_id = t.id) as staff_ids
      from devolution_trainings t where t.district = ${district} and t.batch_id = ${batchId} order by t.day, t.id
    `.execute(read),
    sql<{ postId: string }>`select post_id from devolution_permissions where ${of}`.execute(read),
  ]);
  const [batch] = batches.rows;
  if (batch === undefined) throw new Refusal('not_found');
  return {
    ...batch,
    items: items.rows,
    receivers: receivers.rows,
    rounds: rounds.rows,
    comments: comments.rows,
    meetings: meetings.rows,
    reviews: reviews.rows,
    trainings: trainings.rows,
    postIds: permissions.rows.map(({ postId }) => postId),
  };
}

/** A new batch under the next number of its year. */
export async function insertBatch(
  tx: Tx,
  call: Call,
  { id, title, note }: { id: string; title: string; note: string | null },
): Promise<void> {
  // Numbers of a year follow one another: whoever proposes at the same time waits.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`devolution ${call.district}`}, 0))`.execute(tx);
  await sql`
    insert into devolution_batches (district, id, year, number, title, note, step, proposed_at)
    select ${call.district}, ${id}, ${call.today.year}, coalesce(max(number), 0) + 1, ${title}, ${note}, 'PROPOSED', ${call.now}
    from devolution_batches where district = ${call.district} and year = ${call.today.year}
  `.execute(tx);
}

/** Puts one department's items into a batch in place of those that it had there. */
export async function replaceItems(
  tx: Tx,
  district: string,
  {
    batchId,
    organId,
    items,
    receivers,
  }: {
    batchId: string;
    organId: string;
    items: readonly BatchItemRow[];
    receivers: readonly Pick<ReceiverRow, 'id' | 'batchItemId' | 'regionId' | 'level' | 'organId'>[];
  },
): Promise<void> {
  const own = sql`district = ${district} and batch_id = ${batchId} and organisation_id = ${organId}`;
  await sql`
    delete from devolution_receivers where district = ${district}
      and batch_item_id in (select id from devolution_items where ${own})
  `.execute(tx);
  await sql`delete from devolution_items where ${own}`.execute(tx);
  const itemRows = items.map(
    ({ id, itemId, mode, kind, regionIds, receiverOrganId, basis, effectiveDay, ...rest }) => ({
      id,
      item_id: itemId,
      mode,
      receiver_kind: kind,
      region_ids: regionIds,
      receiver_organ_id: receiverOrganId,
      basis,
      effective_day: effectiveDay,
      agreement_file_id: rest.agreementFileId,
      note: rest.note,
    }),
  );
  await sql`
    insert into devolution_items (district, id, batch_id, item_id, organisation_id, mode, receiver_kind, region_ids,
      receiver_organ_id, basis, effective_day, agreement_file_id, note)
    select ${district}::text, id, ${batchId}::uuid, item_id, ${organId}::uuid, mode, receiver_kind, region_ids, receiver_organ_id,
      basis, effective_day, agreement_file_id, note
    from jsonb_to_recordset(${JSON.stringify(itemRows)}::jsonb) as given (id uuid, item_id uuid, mode text, receiver_kind text,
      region_ids uuid[], receiver_organ_id uuid, basis jsonb, effective_day date, agreement_file_id uuid, note text)
  `.execute(tx);
  const receiverRows = receivers.map(({ id, batchItemId, regionId, level, organId: receiverId }) => ({
    id,
    batch_item_id: batchItemId,
    region_id: regionId,
    level,
    organisation_id: receiverId,
  }));
  await sql`
    insert into devolution_receivers (district, id, batch_item_id, region_id, level, organisation_id, acceptance)
    select ${district}::text, id, batch_item_id, region_id, level, organisation_id, 'NOT_ACCEPTED'
    from jsonb_to_recordset(${JSON.stringify(receiverRows)}::jsonb)
      as given (id uuid, batch_item_id uuid, region_id uuid, level text, organisation_id uuid)
  `.execute(tx);
}

/** What was reviewed of a department is no longer what stands there. */
export async function outdateReviews(tx: Tx, call: Call, batchId: string, organId: string): Promise<void> {
  await sql`
    update devolution_reviews set outdated_at = ${call.now}
    where district = ${call.district} and batch_id = ${batchId} and organisation_id = ${organId} and outdated_at is null
  `.execute(tx);
}

export async function insertMeeting(tx: Tx, district: string, batchId: string, meeting: MeetingRow): Promise<void> {
  await sql`
    insert into devolution_meetings (district, id, batch_id, day, organ_ids, minutes_file_id, note)
    values (${district}, ${meeting.id}, ${batchId}, ${meeting.day}, ${meeting.organIds}::uuid[], ${meeting.minutesFileId}, ${meeting.note})
  `.execute(tx);
}

export async function insertRound(
  tx: Tx,
  district: string,
  batchId: string,
  { round, fromDay, untilDay }: Omit<RoundRow, 'id' | 'closed'>,
): Promise<void> {
  await sql`
    insert into devolution_rounds (district, id, batch_id, round, from_day, until_day)
    values (${district}, ${newId()}, ${batchId}, ${round}, ${fromDay}, ${untilDay})
  `.execute(tx);
}

export async function markRoundClosed(tx: Tx, call: Call, roundId: string): Promise<void> {
  await sql`
    update devolution_rounds set closed_at = ${call.now} where district = ${call.district} and id = ${roundId}
  `.execute(tx);
}

/** The townships were asked about something else than what the batch now holds. */
export async function outdateRounds(tx: Tx, call: Call, batchId: string): Promise<void> {
  await sql`
    update devolution_rounds set outdated_at = ${call.now}
    where district = ${call.district} and batch_id = ${batchId} and outdated_at is null
  `.execute(tx);
}

/** What an organ says in a round, beside what it said in it before. */
export async function insertComment(
  tx: Tx,
  district: string,
  roundId: string,
  comment: Omit<CommentRow, 'round'>,
): Promise<void> {
  await sql`
    insert into devolution_comments (district, id, round_id, organisation_id, opinion, text, staff_id, commented_at)
    values (${district}, ${newId()}, ${roundId}, ${comment.organId}, ${comment.opinion}, ${comment.text}, ${comment.staffId},
      ${comment.commentedAt})
  `.execute(tx);
}

export async function insertReview(
  tx: Tx,
  district: string,
  batchId: string,
  review: Omit<ReviewRow, 'outdated'>,
): Promise<void> {
  await sql`
    insert into devolution_reviews (district, id, batch_id, organisation_id, lawful, statement, staff_id, reviewed_at)
    values (${district}, ${newId()}, ${batchId}, ${review.organId}, ${review.lawful}, ${review.statement}, ${review.staffId}, ${review.reviewedAt})
  `.execute(tx);
}

export async function insertTraining(tx: Tx, district: string, batchId: string, training: TrainingRow): Promise<void> {
  await sql`
    insert into devolution_trainings (district, id, batch_id, organisation_id, day, minutes, section, note)
    values (${district}, ${training.id}, ${batchId}, ${training.organId}, ${training.day}, ${training.minutes},
      ${training.section}, ${training.note})
  `.execute(tx);
  await sql`
    insert into devolution_attendees (district, training_id, staff_id)
    select distinct ${district}::text, ${training.id}::uuid, staff_id from unnest(${training.staffIds}::uuid[]) staff_id
  `.execute(tx);
}

export async function insertPermissions(
  tx: Tx,
  call: Call,
  batchId: string,
  postIds: readonly string[],
): Promise<void> {
  await sql`
    insert into devolution_permissions (district, batch_id, post_id, permitted_at)
    select ${call.district}::text, ${batchId}::uuid, post_id, ${call.now}::timestamptz from unnest(${postIds}::uuid[]) post_id
    on conflict do nothing
  `.execute(tx);
}

/** Writes what the steps keep on the batch itself. */
export async function saveBatch(tx: Tx, district: string, after: Batch): Promise<void> {
  await sql`
    update devolution_batches set step = ${after.step}, announcement = ${after.announcement}, published_day = ${after.publishedDay},
      seal_note = ${after.sealNote}, network_note = ${after.networkNote}, permitted_by = ${after.permittedBy},
      permitted_at = ${after.permittedAt}, trial_from_day = ${after.trialFromDay}, trial_until_day = ${after.trialUntilDay},
      trial_note = ${after.trialNote}, live_day = ${after.liveDay}
    where district = ${district} and id = ${after.id}
  `.execute(tx);
}

/** Receivers went live, each with its route. */
export async function saveRoutes(
  tx: Tx,
  district: string,
  routes: readonly { receiverId: string; routeId: string }[],
): Promise<void> {
  await sql`
    update devolution_receivers r set route_id = g.route_id, acceptance = 'ACCEPTED'
    from unnest(${routes.map(({ receiverId }) => receiverId)}::uuid[], ${routes.map(({ routeId }) => routeId)}::uuid[])
      as g (receiver_id, route_id)
    where r.district = ${district} and r.id = g.receiver_id
  `.execute(tx);
}

/** A batch that goes live later than was planned: its items are received from that day, which everybody reads. */
export async function saveFirstDay(tx: Tx, district: string, batchId: string, liveDay: string): Promise<void> {
  await sql`
    update devolution_items set effective_day = ${liveDay}
    where district = ${district} and batch_id = ${batchId} and effective_day < ${liveDay}
  `.execute(tx);
}

export async function saveAcceptance(
  tx: Tx,
  district: string,
  receiverIds: readonly string[],
  { acceptance, reason, untilDay }: { acceptance: Acceptance; reason: string; untilDay: string | null },
): Promise<void> {
  await sql`
    update devolution_receivers set acceptance = ${acceptance}, reason = ${reason}, until_day = ${untilDay}
    where district = ${district} and id = any(${receiverIds}::uuid[])
  `.execute(tx);
}

export async function markTakenBack(
  tx: Tx,
  district: string,
  batchItemIds: readonly string[],
  takenBackDay: string,
): Promise<void> {
  await sql`
    update devolution_items set taken_back_day = ${takenBackDay}
    where district = ${district} and id = any(${batchItemIds}::uuid[])
  `.execute(tx);
}

export interface RecordRow {
  readonly act: Act;
  readonly step: Step;
  readonly staffId: string;
  readonly organId: string | null;
  readonly note: string | null;
  readonly recordedAt: string;
}

/** One line of the batch's story. */
export async function insertRecord(
  tx: Tx,
  call: StaffCall,
  { batchId, act, step, note }: { batchId: string; act: Act; step: Step; note: string | null },
): Promise<void> {
  await sql`
    insert into devolution_records (district, id, batch_id, act, step, staff_id, organisation_id, note, recorded_at)
    values (${call.district}, ${newId()}, ${batchId}, ${act}, ${step}, ${call.staff.id}, ${call.staff.post?.organId ?? null},
      ${note}, ${call.now})
  `.execute(tx);
}

export async function getRecords(read: Read, district: string, batchId: string): Promise<RecordRow[]> {
  const { rows } = await sql<RecordRow>`
    select act, step, staff_id, organisation_id as organ_id, note, recorded_at from devolution_records
    where district = ${district} and batch_id = ${batchId} order by id
  `.execute(read);
  return rows;
}

/** Of these files, those that are an agreement or minutes, of one batch where it is named. */
export async function findBatchFiles(
  read: Read,
  district: string,
  fileIds: readonly string[],
  { batchId }: { batchId?: string } = {},
): Promise<Set<string>> {
  const within = batchId === undefined ? sql`` : sql`and batch_id = ${batchId}`;
  const { rows } = await sql<{ fileId: string }>`
    select agreement_file_id as file_id from devolution_items
    where district = ${district} and agreement_file_id = any(${fileIds}::uuid[]) ${within}
    union
    select minutes_file_id from devolution_meetings
    where district = ${district} and minutes_file_id = any(${fileIds}::uuid[]) ${within}
  `.execute(read);
  return new Set(rows.map(({ fileId }) => fileId));
}
