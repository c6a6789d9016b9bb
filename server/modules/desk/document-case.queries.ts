import { type Read, sql } from '../../platform/database/index.ts';
import { getChain } from '../../platform/ledger/index.ts';

/** What a document belongs to. */
export async function findSubjectOfDocument(
  read: Read,
  district: string,
  documentId: string,
): Promise<{ kind: 'case' | 'licence'; id: string } | undefined> {
  const { rows } = await sql<{ kind: 'case' | 'licence'; id: string }>`
    select subject_kind as kind, subject_id as id from documents
    where district = ${district} and id = ${documentId} and subject_kind in ('case', 'licence')
  `.execute(read);
  return rows[0];
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
