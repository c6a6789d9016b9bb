import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import { type ClocksMoved, type ClockView, getRunningClocks } from '../deadlines/index.ts';
import { noteOpenWork } from '../tasks/index.ts';

/** A case whose one date changed with its clock. */
export interface MovedCase {
  readonly id: string;
  readonly wasDueDay: string;
  readonly dueDay: string;
}

/** Locks cases for a write that takes many of them, in the order of their ids. */
export async function lockCases(tx: Tx, district: string, caseIds: readonly string[]): Promise<void> {
  await sql`
    select id from cases where district = ${district} and id = any(${caseIds}::uuid[]) order by id for update
  `.execute(tx);
}

/** Locks the cases of these tasks. */
export async function lockCasesOfTasks(tx: Tx, district: string, taskIds: readonly string[]): Promise<void> {
  await sql`
    select id from cases where district = ${district} and id in (
      select case_id from case_tasks where district = ${district} and id = any(${taskIds}::uuid[]))
    order by id for update
  `.execute(tx);
}

/**
 * Keeps the cases' copies of their clocks' days in step, any number in one statement; says which date moved. Under their limit
 * the rows are expected to be few, and looked up by key.
 */
export async function saveDueDays(
  tx: Tx,
  district: string,
  clocks: readonly { readonly caseId: string; readonly clock: ClockView }[],
): Promise<MovedCase[]> {
  const given = clocks.map(({ caseId, clock: { purpose, dueDay, statutoryDueDay, promisedDueDay, provisional } }) => ({
    ...{ caseId, purpose, dueDay, statutoryDueDay, promisedDueDay, provisional },
  }));
  const { rows } = await sql<MovedCase>`
    with given as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given ("caseId" uuid, purpose text, "dueDay" date,
        "statutoryDueDay" date, "promisedDueDay" date, provisional boolean)
      limit ${given.length}
    ), was as (
      select c.id, c.due_day from given join cases c on c.district = ${district} and c.id = given."caseId"
      and c.due_purpose = given.purpose
    ), moved as (
      update cases c set due_day = given."dueDay", due_provisional = given.provisional,
        statutory_due_day = case when given.purpose <> 'answer' then given."statutoryDueDay" end,
        promised_due_day = case when given.purpose <> 'correction' then given."promisedDueDay" end
      from given where c.district = ${district} and c.id = given."caseId" and c.due_purpose = given.purpose
      returning c.id, c.due_day
    )
    select moved.id, was.due_day as was_due_day, moved.due_day from moved join was using (id)
    where was.due_day <> moved.due_day order by moved.id
  `.execute(tx);
  noteOpenWork(
    tx,
    district,
    rows.map(({ id }) => id),
  );
  return rows;
}

/** The same for the tasks of cases: their own limit's day, and the day to sign for the file. */
export async function saveTaskDueDays(
  tx: Tx,
  district: string,
  clocks: readonly { readonly taskId: string; readonly clock: ClockView }[],
): Promise<void> {
  if (clocks.length === 0) return;
  const given = clocks.map(({ taskId, clock: { purpose, dueDay } }) => ({ taskId, purpose, dueDay }));
  const { rows } = await sql<{ caseId: string }>`
    update case_tasks t set due_day = coalesce(given.task, t.due_day), sign_due_day = coalesce(given.sign, t.sign_due_day)
    from (
      select "taskId", max("dueDay") filter (where purpose = 'task') as task, max("dueDay") filter (where purpose = 'signFor') as sign
      from (
        select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as each ("taskId" uuid, purpose text, "dueDay" date)
        limit ${given.length}
      ) each
      group by "taskId"
    ) given
    where t.district = ${district} and t.id = given."taskId" returning t.case_id
  `.execute(tx);
  noteOpenWork(
    tx,
    district,
    rows.map(({ caseId }) => caseId),
  );
}

/** Moved clocks as they stand under the lock: one that was stopped meanwhile has no say any more. */
export async function getRunning(
  read: Read,
  district: string,
  moved: ClocksMoved['moved'],
): Promise<{ subjectId: string; clock: ClockView }[]> {
  const running = await getRunningClocks(
    read,
    district,
    moved.map(({ clockId }) => clockId),
  );
  return moved.flatMap(({ clockId, subjectId }) => {
    const clock = running.get(clockId);
    return clock === undefined ? [] : [{ subjectId, clock }];
  });
}
