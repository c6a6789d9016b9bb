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
export async function findProcedure(
  read: Read,
  district: string,
  id: string,
): Promise<Pick<SpecialProcedure, 'ground' | 'startedDay' | 'expectedDay'> | undefined> {
  const { rows } = await sql<Pick<SpecialProcedure, 'ground' | 'startedDay' | 'expectedDay'>>`
    select ground, started_day, expected_day from special_procedures where district = ${district} and id = ${id}
  `.execute(read);
  return rows[0];
}

export async function saveProcedureEnd(
  tx: Tx,
  district: string,
  key: DataKey,
  end: { id: string; endedDay: Temporal.PlainDate; endedBy: string; result: string },
): Promise<void> {
  await sql`
    update special_procedures set ended_day = ${end.endedDay}, ended_by = ${end.endedBy}, sealed_result = ${seal(key, end.result)}
    where district = ${district} and id = ${end.id}
  `.execute(tx);
}

/** Procedures whose needed time is over, of cases that still stand still, and that nobody was told of; each is marked. */
export async function markOverlong(
  tx: Tx,
  district: string,
  { today, at }: { today: Temporal.PlainDate; at: Temporal.Instant },
): Promise<Pick<SpecialProcedure, 'id' | 'caseId' | 'organisationId' | 'ground' | 'expectedDay'>[]> {
  const { rows } = await sql<Pick<SpecialProcedure, 'id' | 'caseId' | 'organisationId' | 'ground' | 'expectedDay'>>`
    update special_procedures p set escalated_at = ${at}
    from cases c
    where p.district = ${district} and p.expected_day < ${today} and p.ended_day is null and p.escalated_at is null
      and c.district = p.district and c.id = p.case_id and c.procedure_id = p.id
    returning p.id, p.case_id, p.organisation_id, p.ground, p.expected_day
  `.execute(tx);
  return rows;
}
