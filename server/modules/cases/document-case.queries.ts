import { type Read, sql } from '../../platform/database/index.ts';

/** The case that a document belongs to. */
export async function findCaseOfDocument(
  read: Read,
  district: string,
  documentId: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ subjectId: string }>`
    select subject_id from documents where district = ${district} and id = ${documentId} and subject_kind = 'case'
  `.execute(read);
  return rows[0]?.subjectId;
}
