import type { LawBasis, PauseGround } from '../../../contract/deadlines.ts';
import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import { type DataKey, openText, seal } from '../../platform/vault/index.ts';

/** 特别程序 of a case; days are ISO days. */
export interface SpecialProcedure {
  readonly id: string;
  readonly caseId: string;
  readonly organisationId: string;
  readonly ground: PauseGround;
  readonly basis: LawBasis | null;
  readonly neededDays: number;
  readonly startedDay: string;
  /** As the applicant was told; by the calendar of today it may be another (`expectedDayOf`). */
  readonly expectedDay: string;
  readonly startedBy: string;
  readonly documentId: string;
  readonly reason: string;
  readonly endedDay: string | null;
  readonly endedBy: string | null;
  readonly result: string | null;
  readonly escalatedAt: string | null;
}

export async function insertProcedure(
  tx: Tx,
  district: string,
  key: DataKey,
  made: Omit<SpecialProcedure, 'endedDay' | 'endedBy' | 'result' | 'escalatedAt'>,
): Promise<void> {
  await sql`
    insert into special_procedures (district, id, case_id, organisation_id, ground, basis, needed_days, started_day, expected_day,
      started_by, document_id, sealed_reason)
    values (${district}, ${made.id}, ${made.caseId}, ${made.organisationId}, ${made.ground},
      ${made.basis === null ? null : JSON.stringify(made.basis)}::jsonb, ${made.neededDays}, ${made.startedDay}, ${made.expectedDay},
      ${made.startedBy}, ${made.documentId}, ${seal(key, made.reason)})
  `.execute(tx);
}

/** The procedures of a case, oldest first. */
export async function getProcedures(
  read: Read,
  district: string,
  caseId: string,
  key: DataKey,
): Promise<SpecialProcedure[]> {
  const { rows } = await sql<
    Omit<SpecialProcedure, 'reason' | 'result'> & { sealedReason: Buffer; sealedResult: Buffer | null }
  >`
    select id, case_id, organisation_id, ground, basis, needed_days, started_day, expected_day, started_by, document_id,
      sealed_reason, ended_day, ended_by, sealed_result, escalated_at
    from special_procedures where district = ${district} and case_id = ${caseId} order by id
  `.execute(read);
  return rows.map(({ sealedReason, sealedResult, ...row }) => ({
    ...row,
    reason: openText(key, sealedReason),
    result: sealedResult === null ? null : openText(key, sealedResult),
  }));
}

/** One procedure, as far as whoever works beside it needs to know. */
export async function findProcedureRow(
  read: Read,
  district: string,
  id: string,
): Promise<Pick<SpecialProcedure, 'ground' | 'startedDay' | 'neededDays'> | undefined> {
  const { rows } = await sql<Pick<SpecialProcedure, 'ground' | 'startedDay' | 'neededDays'>>`
    select ground, started_day, needed_days from special_procedures where district = ${district} and id = ${id}
  `.execute(read);
  return rows[0];
}

export async function saveProcedureEnd(
  tx: Tx,
  district: string,
  key: DataKey,
  end: { id: string; endedDay: Temporal.PlainDate; endedBy: string | null; result: string },
): Promise<void> {
  await sql`
    update special_procedures set ended_day = ${end.endedDay}, ended_by = ${end.endedBy}, sealed_result = ${seal(key, end.result)}
    where district = ${district} and id = ${end.id}
  `.execute(tx);
}

/**
 * Procedures of cases that still stand still, that nobody was told of and that may have taken their needed time, by their
 * ids: so many working days are never fewer days.
 */
export async function getUnescalated(
  read: Read,
  district: string,
  { today, after, limit }: { today: Temporal.PlainDate; after: string | undefined; limit: number },
): Promise<Pick<SpecialProcedure, 'id' | 'startedDay' | 'neededDays'>[]> {
  const { rows } = await sql<Pick<SpecialProcedure, 'id' | 'startedDay' | 'neededDays'>>`
    select p.id, p.started_day, p.needed_days
    from special_procedures p join cases c on c.district = p.district and c.id = p.case_id and c.procedure_id = p.id
    where p.district = ${district} and p.started_day + p.needed_days < ${today} and p.ended_day is null and p.escalated_at is null
      and (${after ?? null}::uuid is null or p.id > ${after ?? null}::uuid)
    order by p.id limit ${limit}
  `.execute(read);
  return rows;
}

/** These procedures take too long; each that still lasts is marked as told. */
export async function markOverlong(
  tx: Tx,
  district: string,
  { ids, at }: { ids: readonly string[]; at: Temporal.Instant },
): Promise<Pick<SpecialProcedure, 'id' | 'caseId' | 'ground'>[]> {
  const { rows } = await sql<Pick<SpecialProcedure, 'id' | 'caseId' | 'ground'>>`
    update special_procedures set escalated_at = ${at}
    where district = ${district} and id = any(${ids}::uuid[]) and ended_day is null and escalated_at is null
    returning id, case_id, ground
  `.execute(tx);
  return rows;
}
