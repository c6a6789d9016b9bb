import type { taskNotes } from '../../../contract/words.ts';
import { type Read, send, sql, type Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { type DataKey, openJson, seal } from '../../platform/vault/index.ts';
import type { RunTask } from './run.rules.ts';

/** A task of a case as it is stored; days are ISO days, instants ISO instants. */
export interface Task extends RunTask {
  /** When it was opened for the first time; null: it never was. */
  readonly openedAt: string | null;
  readonly signedForAt: string | null;
  readonly doneAt: string | null;
  /** Last day of the task's own limit; null: it has none but the case's. */
  readonly dueDay: string | null;
  /** Last day to sign for the file 签收. */
  readonly signDueDay: string | null;
  /** When its silence was reported. */
  readonly escalatedAt: string | null;
  /** When it was reported that nobody had signed for the file in time. */
  readonly signReportedAt: string | null;
}

/** What is written about a task, sealed under the case's key; nothing overwrites it. */
export interface TaskNote {
  readonly taskId: string;
  readonly round: number;
  readonly what: (typeof taskNotes)[number];
  readonly text: string;
  /** Null where the law or the item's rule decided, not a person. */
  readonly staffId: string | null;
  readonly organisationId: string;
  readonly writtenAt: string;
}

/** The tasks of `cases c` as one JSON column, in the order of the process. */
export const tasksColumn = sql`coalesce((
  select json_agg(r order by r.stage, r.id) from (
    select t.id, t.key, t.stage, t.kind, t.organisation_id as "organisationId", t.participant_ids as "participantIds", t.state,
      t.origin_id as "originId", t.opinion, t.round, t.silent, t.touched, t.signed_for_by as "signedForBy", t.done_by as "doneBy",
      t.opened_at as "openedAt", t.signed_for_at as "signedForAt", t.done_at as "doneAt", t.due_day as "dueDay",
      t.sign_due_day as "signDueDay", t.escalated_at as "escalatedAt", t.sign_reported_at as "signReportedAt"
    from case_tasks t where t.district = c.district and t.case_id = c.id and not t.void
  ) r
), '[]') as tasks`;

/** Of `cases c`: whether one of these organs has a task of it that was opened, or takes part in one. */
export function concerns(organIds: readonly string[]) {
  // `offset 0`: looked up case by case, in an index that knows all of it; else every task of the district would be read.
  return sql`exists (
    select from case_tasks t where t.district = c.district and t.case_id = c.id and t.opened_at is not null and not t.void
      and (t.organisation_id = any(${organIds}::uuid[]) or t.participant_ids && ${organIds}::uuid[]) offset 0
  )`;
}

/** What the units wrote about the tasks of a case, oldest first. */
export async function getTaskNotes(read: Read, district: string, caseId: string, key: DataKey): Promise<TaskNote[]> {
  const { rows } = await sql<Omit<TaskNote, 'text'> & { sealedText: Buffer }>`
    select task_id, round, what, staff_id, organisation_id, written_at, sealed_text from case_task_notes
    where district = ${district} and case_id = ${caseId} order by written_at, id
  `.execute(read);
  return rows.map(({ sealedText, ...row }) => ({ ...row, text: openJson<string>(key, sealedText) }));
}

/** Keeps what was written about a task. */
export function insertTaskNote(
  tx: Tx,
  district: string,
  { id: caseId, key }: { id: string; key: DataKey },
  { taskId, round, what, text, staffId, organisationId, writtenAt }: TaskNote,
): void {
  send(
    tx,
    sql`
    insert into case_task_notes (district, id, case_id, task_id, round, what, staff_id, organisation_id, written_at, sealed_text)
    values (${district}, ${newId()}, ${caseId}, ${taskId}, ${round}, ${what}, ${staffId}, ${organisationId}, ${writtenAt},
      ${seal(key, JSON.stringify(text))})
  `,
  );
}

/** Writes tasks as they are after an act, new ones and changed ones, however many, in one statement. */
export function saveTasks(tx: Tx, district: string, caseId: string, tasks: readonly Task[]): void {
  if (tasks.length === 0) return;
  send(
    tx,
    sql`
    insert into case_tasks (district, id, case_id, key, stage, kind, organisation_id, participant_ids, state, origin_id, opinion,
      round, silent, touched, opened_at, signed_for_by, signed_for_at, done_by, done_at, due_day, sign_due_day, escalated_at, sign_reported_at)
    select ${district}::text, t.id, ${caseId}::uuid, t.key, t.stage, t.kind, t."organisationId", t."participantIds", t.state, t."originId",
      t.opinion, t.round, t.silent, t.touched, t."openedAt", t."signedForBy", t."signedForAt", t."doneBy", t."doneAt", t."dueDay", t."signDueDay", t."escalatedAt",
      t."signReportedAt"
    from jsonb_to_recordset(${JSON.stringify(tasks)}::jsonb) as t (id uuid, key text, stage integer, kind text, "organisationId" uuid,
      "participantIds" uuid[], state text, "originId" uuid, opinion text, round integer, silent boolean, touched boolean, "openedAt" timestamptz, "signedForBy" uuid,
      "signedForAt" timestamptz, "doneBy" uuid, "doneAt" timestamptz, "dueDay" date, "signDueDay" date, "escalatedAt" timestamptz,
      "signReportedAt" timestamptz)
    on conflict (district, id) do update set state = excluded.state, organisation_id = excluded.organisation_id,
      opinion = excluded.opinion, round = excluded.round, silent = excluded.silent, touched = excluded.touched,
      opened_at = excluded.opened_at, signed_for_by = excluded.signed_for_by,
      signed_for_at = excluded.signed_for_at, done_by = excluded.done_by, done_at = excluded.done_at, due_day = excluded.due_day,
      sign_due_day = excluded.sign_due_day, escalated_at = excluded.escalated_at,
      sign_reported_at = excluded.sign_reported_at
  `,
  );
}

/** The acceptance that these tasks came from was taken back: whatever stood of them leads to nothing any more. */
export async function voidTasks(tx: Tx, district: string, caseId: string): Promise<void> {
  await sql`
    update case_tasks set void = true, state = case when state = 'done' then state else 'cancelled' end
    where district = ${district} and case_id = ${caseId} and not void
  `.execute(tx);
}

/**
 * The cases with tasks whose time is over and that nobody reported yet: the time for the task, where it has no limit of
 * its own the case's, or the time to sign for its file. A case that stands still, or lies with the upper organ, is not late.
 * So many of them at a time, in the order of their ids.
 */
export async function getCasesWithLateTasks(
  read: Read,
  district: string,
  { today, after, limit }: { today: Temporal.PlainDate; after: string | undefined; limit: number },
): Promise<string[]> {
  const rest = (caseId: ReturnType<typeof sql>) => (after === undefined ? sql`` : sql`and ${caseId} > ${after}`);
  // Each part walks an index by its day.
  const { rows } = await sql<{ caseId: string }>`
    select l.case_id from (
      select t.case_id from case_tasks t
      where t.district = ${district} and t.state in ('open', 'signedFor', 'returned') and t.escalated_at is null
        and t.due_day < ${today} ${rest(sql`t.case_id`)}
      union
      select t.case_id from case_tasks t
      where t.district = ${district} and t.state = 'open' and t.escalated_at is null and t.sign_reported_at is null
        and t.sign_due_day < ${today} ${rest(sql`t.case_id`)}
      union
      select t.case_id from cases c join case_tasks t on t.district = c.district and t.case_id = c.id
      where c.district = ${district} and c.due_purpose = 'decision' and c.due_day < ${today} ${rest(sql`c.id`)}
        and t.state in ('open', 'signedFor', 'returned') and t.escalated_at is null and t.due_day is null
    ) l join cases c on c.district = ${district} and c.id = l.case_id
    where c.procedure_id is null and (c.reported_up_at is null or c.upper_outcome is not null) order by l.case_id limit ${limit}
  `.execute(read);
  return rows.map(({ caseId }) => caseId);
}
