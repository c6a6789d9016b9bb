import type { Outcome } from '../../../contract/values.ts';
import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import { type DataKey, openText, seal } from '../../platform/vault/index.ts';

/** 转报 of a case: what went up, and what the upper organ decided. */
export interface ReportUp {
  readonly id: string;
  readonly caseId: string;
  readonly organisationId: string;
  readonly upperOrgan: string;
  readonly opinion: 'agree' | 'disagree';
  readonly text: string;
  readonly reportedDay: string;
  readonly reportedBy: string;
  readonly documentId: string;
  readonly upperOutcome: Outcome | null;
  readonly upperNumber: string | null;
  readonly upperDay: string | null;
  readonly fileId: string | null;
  readonly recordedBy: string | null;
}

export async function insertReportUp(
  tx: Tx,
  district: string,
  key: DataKey,
  made: Omit<ReportUp, 'upperOutcome' | 'upperNumber' | 'upperDay' | 'fileId' | 'recordedBy'>,
): Promise<void> {
  await sql`
    insert into report_ups (district, id, case_id, organisation_id, upper_organ, opinion, sealed_opinion, reported_day, reported_by, document_id)
    values (${district}, ${made.id}, ${made.caseId}, ${made.organisationId}, ${made.upperOrgan}, ${made.opinion}, ${seal(key, made.text)},
      ${made.reportedDay}, ${made.reportedBy}, ${made.documentId})
  `.execute(tx);
}

export async function findReportUp(
  read: Read,
  district: string,
  caseId: string,
  key: DataKey,
): Promise<ReportUp | undefined> {
  const { rows } = await sql<Omit<ReportUp, 'text'> & { sealedOpinion: Buffer }>`
    select id, case_id, organisation_id, upper_organ, opinion, sealed_opinion, reported_day, reported_by, document_id,
      upper_outcome, upper_number, upper_day, file_id, recorded_by
    from report_ups where district = ${district} and case_id = ${caseId}
  `.execute(read);
  if (rows[0] === undefined) return undefined;
  const { sealedOpinion, ...row } = rows[0];
  return { ...row, text: openText(key, sealedOpinion) };
}

export async function saveUpperDecision(
  tx: Tx,
  district: string,
  given: {
    caseId: string;
    outcome: Outcome;
    number: string;
    day: string;
    fileId: string;
    recordedBy: string;
    at: Temporal.Instant;
  },
): Promise<void> {
  await sql`
    update report_ups set upper_outcome = ${given.outcome}, upper_number = ${given.number}, upper_day = ${given.day},
      file_id = ${given.fileId}, recorded_by = ${given.recordedBy}, recorded_at = ${given.at}
    where district = ${district} and case_id = ${given.caseId}
  `.execute(tx);
}

/** Of these files, those that are an upper organ's decision. */
export async function findFilesOfReports(
  read: Read,
  district: string,
  fileIds: readonly string[],
): Promise<Set<string>> {
  const { rows } = await sql<{ fileId: string }>`
    select file_id from report_ups where district = ${district} and file_id = any(${fileIds}::uuid[])
  `.execute(read);
  return new Set(rows.map((row) => row.fileId));
}
