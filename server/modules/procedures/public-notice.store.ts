import type { LocalText } from '../../../contract/values.ts';
import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type DataKey, openJson, openText, seal } from '../../platform/vault/index.ts';

/** 公示 of a case; days are ISO days. */
export interface Notice {
  readonly id: string;
  readonly caseId: string;
  readonly taskId: string;
  readonly organisationId: string;
  readonly itemName: LocalText;
  readonly maskedApplicant: string;
  readonly content: string;
  readonly fromDay: string;
  readonly untilDay: string;
  readonly provisional: boolean;
  readonly postedBy: string;
  readonly postedAt: string;
  readonly documentId: string;
  readonly closedAt: string | null;
  readonly closedBy: string | null;
}

/** What somebody holds against a notice. */
export interface Objected {
  readonly name: string;
  readonly phone: string | null;
  readonly text: string;
}

export interface Objection extends Objected {
  readonly id: string;
  readonly noticeId: string;
  readonly channel: 'ONLINE' | 'WINDOW';
  readonly accountId: string | null;
  readonly objectedAt: string;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: string | null;
}

const columns = sql`
  id, case_id, task_id, organisation_id, item_name, masked_applicant, content, from_day, until_day, provisional, posted_by,
  posted_at, document_id, closed_at, closed_by
`;

export async function insertNotice(
  tx: Tx,
  district: string,
  made: Omit<Notice, 'postedAt' | 'closedAt' | 'closedBy'>,
  at: Temporal.Instant,
): Promise<void> {
  await sql`
    insert into public_notices (district, id, case_id, task_id, organisation_id, item_name, masked_applicant, content, from_day, until_day,
      provisional, posted_by, posted_at, document_id)
    values (${district}, ${made.id}, ${made.caseId}, ${made.taskId}, ${made.organisationId}, ${JSON.stringify(made.itemName)}::jsonb,
      ${made.maskedApplicant}, ${made.content}, ${made.fromDay}, ${made.untilDay}, ${made.provisional}, ${made.postedBy}, ${at},
      ${made.documentId})
  `.execute(tx);
}

/** Those that have begun, the latest last day first, so that those still open come before those that are over. */
export async function listNotices(
  read: Read,
  district: string,
  { today, after, limit }: { today: Temporal.PlainDate; after?: string | undefined; limit: number },
): Promise<{ notices: Notice[]; next?: string }> {
  const [day, id] = (after ?? '').split('~');
  const { rows } = await sql<Notice>`
    select ${columns} from public_notices where district = ${district} and from_day <= ${today}
      ${day === undefined || id === undefined ? sql`` : sql`and (until_day, id) < (${day}::date, ${id}::uuid)`}
    order by until_day desc, id desc limit ${limit + 1}
  `.execute(read);
  const notices = rows.slice(0, limit);
  const last = notices.at(-1);
  return { notices, ...(rows.length > limit && last && { next: `${last.untilDay}~${last.id}` }) };
}

/** Refuses `not_found`. */
export async function getNotice(read: Read, district: string, noticeId: string): Promise<Notice> {
  const { rows } = await sql<Notice>`
    select ${columns} from public_notices where district = ${district} and id = ${noticeId}
  `.execute(read);
  if (rows[0] === undefined) throw new Refusal('not_found');
  return rows[0];
}

/** The task that an objection's notice belongs to, while that notice is open. */
export async function findTaskOfObjection(
  read: Read,
  district: string,
  { caseId, objectionId }: { caseId: string; objectionId: string },
): Promise<string | undefined> {
  const { rows } = await sql<{ taskId: string }>`
    select n.task_id from notice_objections o join public_notices n on n.district = o.district and n.id = o.notice_id
    where o.district = ${district} and o.id = ${objectionId} and n.case_id = ${caseId} and n.closed_at is null
  `.execute(read);
  return rows[0]?.taskId;
}

/** The notice of a task that was not closed yet. */
export async function findOpenNotice(read: Read, district: string, taskId: string): Promise<Notice | undefined> {
  const { rows } = await sql<Notice>`
    select ${columns} from public_notices where district = ${district} and task_id = ${taskId} and closed_at is null
  `.execute(read);
  return rows[0];
}

/** The notices of a case, oldest first, with what the organ concluded. */
export async function getNotices(
  read: Read,
  district: string,
  caseId: string,
  key: DataKey,
): Promise<(Notice & { conclusion: string | null })[]> {
  const { rows } = await sql<Notice & { sealedConclusion: Buffer | null }>`
    select ${columns}, sealed_conclusion from public_notices where district = ${district} and case_id = ${caseId} order by id
  `.execute(read);
  return rows.map(({ sealedConclusion, ...row }) => ({
    ...row,
    conclusion: sealedConclusion === null ? null : openText(key, sealedConclusion),
  }));
}

export async function saveNoticeEnd(
  tx: Tx,
  district: string,
  key: DataKey,
  end: { id: string; at: Temporal.Instant; by: string | null; conclusion: string },
): Promise<void> {
  await sql`
    update public_notices set closed_at = ${end.at}, closed_by = ${end.by}, sealed_conclusion = ${seal(key, end.conclusion)}
    where district = ${district} and id = ${end.id}
  `.execute(tx);
}

/** The last days follow their clocks after the calendar changed. */
export async function saveNoticeDays(
  tx: Tx,
  district: string,
  days: readonly { noticeId: string; untilDay: string; provisional: boolean }[],
): Promise<void> {
  await sql`
    update public_notices n set until_day = given."untilDay", provisional = given.provisional
    from jsonb_to_recordset(${JSON.stringify(days)}::jsonb) as given ("noticeId" uuid, "untilDay" date, provisional boolean)
    where n.district = ${district} and n.id = given."noticeId" and n.closed_at is null
  `.execute(tx);
}

export async function insertObjection(
  tx: Tx,
  district: string,
  key: DataKey,
  made: Objected & {
    id: string;
    noticeId: string;
    by: { readonly accountId: string } | { readonly staffId: string };
    at: Temporal.Instant;
  },
): Promise<void> {
  const { name, phone, text } = made;
  const [accountId, takenBy] = 'accountId' in made.by ? [made.by.accountId, null] : [null, made.by.staffId];
  await sql`
    insert into notice_objections (district, id, notice_id, channel, account_id, taken_by, objected_at, sealed_objection)
    values (${district}, ${made.id}, ${made.noticeId}, ${accountId === null ? 'WINDOW' : 'ONLINE'}, ${accountId}, ${takenBy}, ${made.at},
      ${seal(key, JSON.stringify({ name, phone, text }))})
  `.execute(tx);
}

type ObjectionRow = Omit<Objection, keyof Objected | 'answer'> & {
  sealedObjection: Buffer;
  sealedAnswer: Buffer | null;
};

/** Objections to notices, oldest first; of one account alone where it is named. */
export async function getObjections(
  read: Read,
  district: string,
  { noticeIds, accountId }: { noticeIds: readonly string[]; accountId?: string },
  key: DataKey,
): Promise<Objection[]> {
  const { rows } = await sql<ObjectionRow>`
    select id, notice_id, channel, account_id, objected_at, sealed_objection, answered_by, answered_at, sealed_answer
    from notice_objections where district = ${district} and notice_id = any(${noticeIds}::uuid[])
      ${accountId === undefined ? sql`` : sql`and account_id = ${accountId}`}
    order by id
  `.execute(read);
  return rows.map(({ sealedObjection, sealedAnswer, ...row }) => ({
    ...row,
    ...openJson<Objected>(key, sealedObjection),
    answer: sealedAnswer === null ? null : openText(key, sealedAnswer),
  }));
}

export async function countUnanswered(read: Read, district: string, noticeId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from notice_objections
    where district = ${district} and notice_id = ${noticeId} and answered_at is null
  `.execute(read);
  return rows[0]?.count ?? 0;
}

export async function saveObjectionAnswer(
  tx: Tx,
  district: string,
  key: DataKey,
  given: { id: string; by: string; at: Temporal.Instant; answer: string },
): Promise<void> {
  await sql`
    update notice_objections set answered_by = ${given.by}, answered_at = ${given.at}, sealed_answer = ${seal(key, given.answer)}
    where district = ${district} and id = ${given.id}
  `.execute(tx);
}
