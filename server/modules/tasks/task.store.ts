import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import { type DataKey, openJson, seal } from '../../platform/vault/index.ts';
import type { RunTask } from './run.rules.ts';

/** A task of a case as it is stored; days are ISO days, instants ISO instants. */
export interface Task extends RunTask {
  readonly signedForAt: string | null;
  readonly doneAt: string | null;
  /** Last day of the task's own limit; null: it has none but the case's. */
  readonly dueDay: string | null;
  /** Last day to sign for the file 签收. */
  readonly signDueDay: string | null;
  /** When its silence was reported. */
  readonly escalatedAt: string | null;
}

/** What is written with a task beside it, sealed under the case's key. */
export interface TaskText {
  readonly taskId: string;
  readonly text: string;
}

/** The tasks of `cases c` as one JSON column, in the order of the process. */
export const tasksColumn = sql`coalesce((
  select jsonb_agg(jsonb_build_object('id', t.id, 'key', t.key, 'stage', t.stage, 'kind', t.kind, 'organisationId', t.organisation_id,
      'participantIds', to_jsonb(t.participant_ids), 'state', t.state, 'originId', t.origin_id, 'opinion', t.opinion, 'round', t.round,
      'silent', t.silent, 'signedForBy', t.signed_for_by, 'doneBy', t.done_by, 'signedForAt', t.signed_for_at, 'doneAt', t.done_at,
      'dueDay', t.due_day, 'signDueDay', t.sign_due_day, 'escalatedAt', t.escalated_at) order by t.stage, t.id)
  from case_tasks t where t.district = c.district and t.case_id = c.id and not t.void
), '[]'::jsonb) as tasks`;

/** Of `cases c`: whether one of these organs has a task of it that was opened, or takes part in one. */
export function concerns(organIds: readonly string[]) {
  return sql`exists (
    select from case_tasks t where t.district = c.district and t.case_id = c.id and t.state <> 'waiting' and not t.void
      and (t.organisation_id = any(${organIds}::uuid[]) or t.participant_ids && ${organIds}::uuid[])
  )`;
}

/** The tasks of a case; under the case's lock nobody else changes them. */
export async function getTasks(read: Read, district: string, caseId: string): Promise<Task[]> {
  const { rows } = await sql<Task>`
    select id, key, stage, kind, organisation_id, participant_ids, state, origin_id, opinion, round, silent, signed_for_by,
      done_by, signed_for_at, done_at, due_day, sign_due_day, escalated_at
    from case_tasks where district = ${district} and case_id = ${caseId} and not void order by stage, id
  `.execute(read);
  return rows;
}

/** What the units wrote, by task. */
export async function getTaskTexts(
  read: Read,
  district: string,
  caseId: string,
  key: DataKey,
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; sealedText: Buffer }>`
    select id, sealed_text from case_tasks
    where district = ${district} and case_id = ${caseId} and sealed_text is not null
  `.execute(read);
  return new Map(rows.map(({ id, sealedText }) => [id, openJson<string>(key, sealedText)]));
}

/** Writes tasks as they are after an act, new ones and changed ones, however many, in one statement. */
export async function saveTasks(
  tx: Tx,
  district: string,
  { caseId, key }: { caseId: string; key: DataKey },
  tasks: readonly Task[],
  text?: TaskText,
): Promise<void> {
  if (tasks.length === 0) return;
  const rows = tasks.map((task) => ({
    ...task,
    sealedText: text?.taskId === task.id ? seal(key, JSON.stringify(text.text)).toString('base64') : null,
  }));
  await sql`
    insert into case_tasks (district, id, case_id, key, stage, kind, organisation_id, participant_ids, state, origin_id, opinion,
      round, silent, signed_for_by, signed_for_at, done_by, done_at, due_day, sign_due_day, escalated_at, sealed_text)
    select ${district}::text, t.id, ${caseId}::uuid, t.key, t.stage, t.kind, t."organisationId", t."participantIds", t.state, t."originId",
      t.opinion, t.round, t.silent, t."signedForBy", t."signedForAt", t."doneBy", t."doneAt", t."dueDay", t."signDueDay", t."escalatedAt",
      decode(t."sealedText", 'base64')
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t (id uuid, key text, stage integer, kind text, "organisationId" uuid,
      "participantIds" uuid[], state text, "originId" uuid, opinion text, round integer, silent boolean, "signedForBy" uuid,
      "signedForAt" timestamptz, "doneBy" uuid, "doneAt" timestamptz, "dueDay" date, "signDueDay" date, "escalatedAt" timestamptz, "sealedText" text)
    on conflict (district, id) do update set state = excluded.state, organisation_id = excluded.organisation_id,
      opinion = excluded.opinion, round = excluded.round, silent = excluded.silent, signed_for_by = excluded.signed_for_by,
      signed_for_at = excluded.signed_for_at, done_by = excluded.done_by, done_at = excluded.done_at, due_day = excluded.due_day,
      sign_due_day = excluded.sign_due_day, escalated_at = excluded.escalated_at,
      sealed_text = coalesce(excluded.sealed_text, case_tasks.sealed_text)
  `.execute(tx);
}

/** The acceptance that these tasks came from was taken back: whatever stood of them leads to nothing any more. */
export async function voidTasks(tx: Tx, district: string, caseId: string): Promise<void> {
  await sql`
    update case_tasks set void = true, state = case when state = 'done' then state else 'cancelled' end
    where district = ${district} and case_id = ${caseId} and not void
  `.execute(tx);
}

/**
 * The cases with tasks whose time is over and that nobody reported yet. A task without a limit of its own has the
 * case's; a case that stands still is not late.
 */
export async function getCasesWithLateTasks(
  read: Read,
  district: string,
  today: Temporal.PlainDate,
): Promise<string[]> {
  const { rows } = await sql<{ caseId: string }>`
    select distinct t.case_id from case_tasks t join cases c on c.district = t.district and c.id = t.case_id
    where t.district = ${district} and t.state in ('open', 'signedFor', 'returned') and t.escalated_at is null
      and coalesce(t.due_day, case when c.due_purpose = 'decision' then c.due_day end) < ${today} and c.procedure_id is null
  `.execute(read);
  return rows.map(({ caseId }) => caseId);
}
