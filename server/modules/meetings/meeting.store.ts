import type { MeetingKind, MeetingOutcome, MeetingState } from '../../../contract/meetings.ts';
import type { LocalText } from '../../../contract/values.ts';
import type { hearingRoles, signatures } from '../../../contract/words.ts';
import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { Refusal } from '../../platform/refusal.ts';

export type MoveAct = 'postpone' | 'cancel' | 'challengeUpheld' | 'challengeRejected';

/** A meeting as it stands; days and instants are ISO texts. What was written is sealed under the case's key. */
export interface Meeting {
  readonly id: string;
  readonly caseId: string;
  readonly taskId: string;
  readonly taskRound: number;
  readonly kind: MeetingKind;
  readonly state: MeetingState;
  readonly attempt: number;
  readonly visit: number;
  readonly startsAt: string;
  readonly day: string;
  readonly sealedPlace: Buffer;
  readonly leadOrganId: string;
  readonly chairId: string | null;
  readonly arrangedBy: string;
  readonly arrangedAt: string;
  /** Nobody asked for it: it was announced to everybody (ALL 46). */
  readonly announced: boolean;
  /** Of a hearing: why somebody can be told of it only by public notice. */
  readonly sealedNoticeReason: Buffer | null;
  readonly heldAt: string | null;
  readonly outcome: MeetingOutcome | null;
  readonly sealedText: Buffer | null;
  readonly concludedAt: string | null;
}

export interface OrganRow {
  readonly organId: string;
  readonly opinion: 'agree' | 'disagree' | 'veto' | null;
  readonly sealedText: Buffer | null;
  readonly writtenBy: string | null;
  readonly signedBy: string | null;
  readonly signedAt: string | null;
}

export interface OfficerRow {
  readonly staffId: string;
  readonly organId: string;
  readonly attended: boolean | null;
  readonly signedAt: string | null;
  /** He himself; or who recorded that he signed the paper original, with the note that says why and where it is kept. */
  readonly signedBy: string | null;
  readonly sealedNote: Buffer | null;
}

export interface GuestRow {
  readonly id: string;
  readonly role: (typeof hearingRoles)[number];
  readonly sealedName: Buffer;
  readonly signature: (typeof signatures)[number] | null;
  readonly sealedNote: Buffer | null;
  readonly signedAt: string | null;
}

export interface MoveRow {
  readonly act: MoveAct;
  readonly sealedReason: Buffer;
  /** Null: the product itself, with the end of the case. */
  readonly staffId: string | null;
  readonly movedAt: string;
  readonly fromDay: string | null;
  readonly toDay: string | null;
}

/** A meeting with everything that was done about it but its draw. */
export interface WholeMeeting extends Meeting {
  readonly organs: readonly OrganRow[];
  readonly officers: readonly OfficerRow[];
  readonly guests: readonly GuestRow[];
  readonly moves: readonly MoveRow[];
  readonly documentIds: readonly string[];
}

export const meetingColumns = sql`
  m.id, m.case_id, m.task_id, m.task_round, m.kind, m.state, m.attempt, m.visit, m.starts_at, m.day, m.sealed_place,
  m.lead_organ_id, m.chair_id, m.arranged_by, m.arranged_at, m.announced, m.sealed_notice_reason, m.held_at, m.outcome, m.sealed_text,
  m.concluded_at
`;

/** Of `meetings m`: whether one of these organs takes part. */
const attendedBy = (organIds: readonly string[]) => sql`exists (
  select from meeting_organs o where o.district = m.district and o.meeting_id = m.id and o.organ_id = any(${organIds}::uuid[])
)`;

/** The case of a meeting in which one of these organs takes part. Refuses `not_found`. */
export async function getMeetingCase(
  read: Read,
  district: string,
  { meetingId, organIds }: { meetingId: string; organIds: readonly string[] },
): Promise<string> {
  const { rows } = await sql<{ caseId: string }>`
    select m.case_id from meetings m where m.district = ${district} and m.id = ${meetingId} and ${attendedBy(organIds)}
  `.execute(read);
  if (rows[0] === undefined) throw new Refusal('not_found');
  return rows[0].caseId;
}

/** A meeting whole; under the lock of its case nobody else changes it. Refuses `not_found`. */
export async function getMeeting(read: Read, district: string, meetingId: string): Promise<WholeMeeting> {
  const of = sql`district = ${district} and meeting_id = ${meetingId}`;
  const [meetings, organs, officers, guests, moves, documents] = await Promise.all([
    sql<Meeting>`select ${meetingColumns} from meetings m where m.district = ${district} and m.id = ${meetingId}`.execute(
      read,
    ),
    sql<OrganRow>`
      select organ_id, opinion, sealed_text, written_by, signed_by, signed_at from meeting_organs where ${of} order by organ_id
    `.execute(read),
    sql<OfficerRow>`
      select staff_id, organ_id, attended, signed_at, signed_by, sealed_note from meeting_officers where ${of} order by organ_id, staff_id
    `.execute(read),
    sql<GuestRow>`
      select id, role, sealed_name, signature, sealed_note, signed_at from meeting_guests where ${of} order by id
    `.execute(read),
    sql<MoveRow>`
      select act, sealed_reason, staff_id, moved_at, from_day, to_day from meeting_moves where ${of} order by id
    `.execute(read),
    sql<{ documentId: string }>`select document_id from meeting_documents where ${of} order by document_id`.execute(
      read,
    ),
  ]);
  const [meeting] = meetings.rows;
  if (meeting === undefined) throw new Refusal('not_found');
  return {
    ...meeting,
    organs: organs.rows,
    officers: officers.rows,
    guests: guests.rows,
    moves: moves.rows,
    documentIds: documents.rows.map(({ documentId }) => documentId),
  };
}

/** The meetings of a task, oldest first. */
export async function getMeetingsOfTask(read: Read, district: string, taskId: string): Promise<Meeting[]> {
  const { rows } = await sql<Meeting>`
    select ${meetingColumns} from meetings m where m.district = ${district} and m.task_id = ${taskId} order by m.id
  `.execute(read);
  return rows;
}

/** A hearing that was announced to everybody, with what of its case the announcement tells. */
export type AnnouncedMeeting = Meeting & {
  readonly itemName: LocalText;
  readonly maskedApplicant: string;
  readonly dataKeyId: string;
};

/** The announced hearings from a day on, soonest first. */
export async function getAnnounced(
  read: Read,
  district: string,
  { from, limit }: { from: Temporal.PlainDate; limit: number },
): Promise<AnnouncedMeeting[]> {
  const { rows } = await sql<AnnouncedMeeting>`
    select ${meetingColumns}, v.content -> 'name' as item_name, c.masked_applicant, c.data_key_id
    from meetings m join cases c on c.district = m.district and c.id = m.case_id
    join item_versions v on v.district = c.district and v.id = c.item_version_id
    where m.district = ${district} and m.announced and m.state <> 'CANCELLED' and m.day >= ${from}
    order by m.day, m.id limit ${limit}
  `.execute(read);
  return rows;
}

/** Meetings of a case that were arranged until an instant and were not held. */
export async function getArrangedMeetings(
  read: Read,
  district: string,
  { caseId, until }: { caseId: string; until: string },
): Promise<Meeting[]> {
  const { rows } = await sql<Meeting>`
    select ${meetingColumns} from meetings m
    where m.district = ${district} and m.case_id = ${caseId} and m.state = 'ARRANGED' and m.arranged_at <= ${until}::timestamptz
    order by m.id
  `.execute(read);
  return rows;
}

/** A new meeting with its organs and the officers named so far. */
export async function insertMeeting(
  tx: Tx,
  district: string,
  { meeting, organIds, officers }: { meeting: Meeting; organIds: readonly string[]; officers: readonly Named[] },
): Promise<void> {
  const m = meeting;
  await sql`
    insert into meetings (district, id, case_id, task_id, task_round, kind, state, attempt, visit, starts_at, day, sealed_place,
      lead_organ_id, chair_id, arranged_by, arranged_at, announced, sealed_notice_reason)
    values (${district}, ${m.id}, ${m.caseId}, ${m.taskId}, ${m.taskRound}, ${m.kind}, ${m.state}, ${m.attempt}, ${m.visit},
      ${m.startsAt}, ${m.day}, ${m.sealedPlace}, ${m.leadOrganId}, ${m.chairId}, ${m.arrangedBy}, ${m.arrangedAt}, ${m.announced}, ${m.sealedNoticeReason})
  `.execute(tx);
  await sql`
    insert into meeting_organs (district, meeting_id, organ_id, day)
    select ${district}::text, ${m.id}::uuid, organ_id, ${m.day}::date from unnest(${organIds}::uuid[]) organ_id
  `.execute(tx);
  await insertOfficers(tx, district, m.id, officers);
}

type Named = Pick<OfficerRow, 'staffId' | 'organId'>;

async function insertOfficers(tx: Tx, district: string, meetingId: string, officers: readonly Named[]): Promise<void> {
  if (officers.length === 0) return;
  await sql`
    insert into meeting_officers (district, meeting_id, staff_id, organ_id)
    select distinct ${district}::text, ${meetingId}::uuid, staff_id, organ_id
    from unnest(${officers.map(({ staffId }) => staffId)}::uuid[], ${officers.map(({ organId }) => organId)}::uuid[])
      as t (staff_id, organ_id)
    on conflict do nothing
  `.execute(tx);
}

/** The officers of one organ in place of those that it had named. */
export async function replaceOfficers(
  tx: Tx,
  district: string,
  { meetingId, organId, staffIds }: { meetingId: string; organId: string; staffIds: readonly string[] },
): Promise<void> {
  await sql`
    delete from meeting_officers where district = ${district} and meeting_id = ${meetingId} and organ_id = ${organId}
  `.execute(tx);
  await insertOfficers(
    tx,
    district,
    meetingId,
    staffIds.map((staffId) => ({ staffId, organId })),
  );
}

/** Writes who was there, and who was named and was not. */
export async function saveAttendance(
  tx: Tx,
  district: string,
  meetingId: string,
  attendees: readonly Named[],
): Promise<void> {
  const staffIds = attendees.map(({ staffId }) => staffId);
  await insertOfficers(tx, district, meetingId, attendees);
  await sql`
    update meeting_officers set attended = staff_id = any(${staffIds}::uuid[])
    where district = ${district} and meeting_id = ${meetingId}
  `.execute(tx);
}

/** Writes a meeting as it is after an act; its organs keep its day for their lists. */
export async function saveMeeting(tx: Tx, district: string, after: Meeting): Promise<void> {
  await sql`
    update meetings set state = ${after.state}, starts_at = ${after.startsAt}, day = ${after.day}, sealed_place = ${after.sealedPlace},
      chair_id = ${after.chairId}, sealed_notice_reason = ${after.sealedNoticeReason}, held_at = ${after.heldAt}, outcome = ${after.outcome}, sealed_text = ${after.sealedText},
      concluded_at = ${after.concludedAt}
    where district = ${district} and id = ${after.id}
  `.execute(tx);
  await sql`
    update meeting_organs set day = ${after.day}
    where district = ${district} and meeting_id = ${after.id} and day <> ${after.day}
  `.execute(tx);
}

export async function saveOpinion(
  tx: Tx,
  district: string,
  meetingId: string,
  { organId, opinion, sealedText, writtenBy }: Pick<OrganRow, 'organId' | 'opinion' | 'sealedText' | 'writtenBy'>,
): Promise<void> {
  await sql`
    update meeting_organs set opinion = ${opinion}, sealed_text = ${sealedText}, written_by = ${writtenBy}
    where district = ${district} and meeting_id = ${meetingId} and organ_id = ${organId}
  `.execute(tx);
}

/** What was signed is not what stands there now: everybody signs anew. */
export async function clearSignatures(tx: Tx, district: string, meetingId: string): Promise<void> {
  await sql`
    update meeting_organs set signed_by = null, signed_at = null
    where district = ${district} and meeting_id = ${meetingId} and signed_by is not null
  `.execute(tx);
  await sql`
    update meeting_officers set signed_by = null, signed_at = null, sealed_note = null
    where district = ${district} and meeting_id = ${meetingId} and signed_by is not null
  `.execute(tx);
}

/** An officer who was there signed: himself, or on paper as another recorded. */
export async function saveOfficerSignature(
  tx: Tx,
  district: string,
  meetingId: string,
  { staffId, by, sealedNote, at }: { staffId: string; by: string; sealedNote: Buffer | null; at: Temporal.Instant },
): Promise<void> {
  await sql`
    update meeting_officers set signed_at = ${at}, signed_by = ${by}, sealed_note = ${sealedNote}
    where district = ${district} and meeting_id = ${meetingId} and staff_id = ${staffId} and attended
  `.execute(tx);
}

export async function saveSignature(
  tx: Tx,
  district: string,
  { meetingId, organId, by, at }: { meetingId: string; organId: string; by: string; at: Temporal.Instant },
): Promise<void> {
  await sql`
    update meeting_organs set signed_by = ${by}, signed_at = ${at}
    where district = ${district} and meeting_id = ${meetingId} and organ_id = ${organId}
  `.execute(tx);
}

export async function insertGuests(
  tx: Tx,
  district: string,
  meetingId: string,
  guests: readonly Pick<GuestRow, 'role' | 'sealedName'>[],
): Promise<void> {
  if (guests.length === 0) return;
  await sql`
    insert into meeting_guests (district, id, meeting_id, role, sealed_name)
    select ${district}::text, id, ${meetingId}::uuid, role, sealed_name
    from unnest(${guests.map(() => newId())}::uuid[], ${guests.map(({ role }) => role)}::text[],
      ${guests.map(({ sealedName }) => sealedName)}::bytea[]) as t (id, role, sealed_name)
  `.execute(tx);
}

export async function saveGuestSignature(
  tx: Tx,
  district: string,
  guest: Pick<GuestRow, 'id' | 'signature' | 'sealedNote'> & { at: Temporal.Instant },
): Promise<void> {
  await sql`
    update meeting_guests set signature = ${guest.signature}, sealed_note = ${guest.sealedNote}, signed_at = ${guest.at}
    where district = ${district} and id = ${guest.id}
  `.execute(tx);
}

export async function insertMove(tx: Tx, district: string, meetingId: string, move: MoveRow): Promise<void> {
  await sql`
    insert into meeting_moves (district, id, meeting_id, act, sealed_reason, staff_id, moved_at, from_day, to_day)
    values (${district}, ${newId()}, ${meetingId}, ${move.act}, ${move.sealedReason}, ${move.staffId}, ${move.movedAt},
      ${move.fromDay}, ${move.toDay})
  `.execute(tx);
}

export async function insertMeetingDocument(
  tx: Tx,
  district: string,
  { meetingId, documentId }: { meetingId: string; documentId: string },
): Promise<void> {
  await sql`
    insert into meeting_documents (district, meeting_id, document_id) values (${district}, ${meetingId}, ${documentId})
  `.execute(tx);
}
