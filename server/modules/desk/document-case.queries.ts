import { type Read, sql } from '../../platform/database/index.ts';
import { getChain } from '../../platform/ledger/index.ts';

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

/** When a paper of a case was made, as the case's history has it; nothing when it says nothing. */
export async function findIssuedAt(
  read: Read,
  district: string,
  { caseId, documentId }: { caseId: string; documentId: string },
): Promise<Temporal.Instant | undefined> {
  const chain = await getChain(read, district, { kind: 'case', id: caseId });
  const made = chain.find(({ body }) => {
    const { facts } = JSON.parse(body) as { facts: { documents?: readonly string[] } };
    return facts.documents?.includes(documentId) === true;
  });
  return made && Temporal.Instant.from(made.at);
}
