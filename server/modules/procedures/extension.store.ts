import type { LawBasis } from '../../../contract/deadlines.ts';
import type { ExtensionApprover, ExtensionView } from '../../../contract/procedures.ts';
import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type DataKey, openText, seal } from '../../platform/vault/index.ts';

/** 延期 as it was asked for and answered. */
export interface ExtensionRequest {
  readonly id: string;
  readonly caseId: string;
  readonly organisationId: string;
  readonly state: ExtensionView['state'];
  readonly days: number;
  readonly approver: ExtensionApprover;
  readonly basis: LawBasis;
  readonly oldDay: string;
  readonly newDay: string | null;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly reason: string;
  readonly answeredBy: string | null;
  readonly answeredAt: string | null;
  readonly answer: string | null;
}

type Row = Omit<ExtensionRequest, 'reason' | 'answer'> & { sealedReason: Buffer; sealedAnswer: Buffer | null };

const columns = sql`
  id, case_id, organisation_id, state, days, approver, basis, old_day, new_day, asked_by, asked_at, sealed_reason,
  answered_by, answered_at, sealed_answer
`;

function opened({ sealedReason, sealedAnswer, ...row }: Row, key: DataKey): ExtensionRequest {
  return {
    ...row,
    reason: openText(key, sealedReason),
    answer: sealedAnswer === null ? null : openText(key, sealedAnswer),
  };
}

/** A new request. Under the case's lock there is no other that was asked for or approved. */
export async function insertExtension(
  tx: Tx,
  district: string,
  key: DataKey,
  made: Pick<
    ExtensionRequest,
    'id' | 'caseId' | 'organisationId' | 'days' | 'approver' | 'basis' | 'oldDay' | 'askedBy' | 'reason'
  > & { askedAt: Temporal.Instant },
): Promise<void> {
  await sql`
    insert into extension_requests (district, id, case_id, organisation_id, state, days, approver, basis, old_day, asked_by, asked_at,
      sealed_reason)
    values (${district}, ${made.id}, ${made.caseId}, ${made.organisationId}, 'ASKED', ${made.days}, ${made.approver},
      ${JSON.stringify(made.basis)}::jsonb, ${made.oldDay}, ${made.askedBy}, ${made.askedAt}, ${seal(key, made.reason)})
  `.execute(tx);
}

/** The requests of a case, oldest first. */
export async function getExtensions(
  read: Read,
  district: string,
  caseId: string,
  key: DataKey,
): Promise<ExtensionRequest[]> {
  const { rows } = await sql<Row>`
    select ${columns} from extension_requests where district = ${district} and case_id = ${caseId} order by id
  `.execute(read);
  return rows.map((row) => opened(row, key));
}

/** One request of a case, locked to be answered. Refuses `not_found`. */
export async function lockExtension(
  tx: Tx,
  district: string,
  { caseId, extensionId }: { caseId: string; extensionId: string },
  key: DataKey,
): Promise<ExtensionRequest> {
  const { rows } = await sql<Row>`
    select ${columns} from extension_requests where district = ${district} and case_id = ${caseId} and id = ${extensionId}
    for update
  `.execute(tx);
  if (rows[0] === undefined) throw new Refusal('not_found');
  return opened(rows[0], key);
}

/** What became of one request of a case. */
export async function findExtension(
  read: Read,
  district: string,
  { caseId, extensionId }: { caseId: string; extensionId: string },
): Promise<Pick<ExtensionRequest, 'state' | 'answeredBy' | 'answeredAt'> | undefined> {
  const { rows } = await sql<Pick<ExtensionRequest, 'state' | 'answeredBy' | 'answeredAt'>>`
    select state, answered_by, answered_at from extension_requests
    where district = ${district} and case_id = ${caseId} and id = ${extensionId}
  `.execute(read);
  return rows[0];
}

/** Answers a request that still waits. Refuses `extension_lapsed` where it waits no more. */
export async function saveExtensionAnswer(
  tx: Tx,
  district: string,
  key: DataKey,
  given: {
    id: string;
    state: 'APPROVED' | 'REFUSED';
    answeredBy: string;
    answeredAt: Temporal.Instant;
    answer: string | null;
    newDay?: string;
    explanation?: string;
    documentId?: string;
  },
): Promise<void> {
  const { numAffectedRows } = await sql`
    update extension_requests set state = ${given.state}, answered_by = ${given.answeredBy}, answered_at = ${given.answeredAt},
      sealed_answer = ${given.answer === null ? null : seal(key, given.answer)}, new_day = ${given.newDay ?? null},
      explanation = ${given.explanation ?? null}, document_id = ${given.documentId ?? null}
    where district = ${district} and id = ${given.id} and state = 'ASKED'
  `.execute(tx);
  if (numAffectedRows !== 1n) throw new Refusal('extension_lapsed');
}

/** Of `extension_requests e` and its case `c`: the limit has ended without an answer, and does not stand still. */
const isTooLate = (today: Temporal.PlainDate) => sql`
  e.state = 'ASKED' and c.procedure_id is null
  and (c.due_purpose is distinct from 'decision' or coalesce(c.statutory_due_day, c.due_day) < ${today})
`;

/** Requests that nobody answered before the limit ended, by their ids. */
export async function getLapsing(
  read: Read,
  district: string,
  { today, after, limit }: { today: Temporal.PlainDate; after: string | undefined; limit: number },
): Promise<{ id: string; caseId: string }[]> {
  const { rows } = await sql<{ id: string; caseId: string }>`
    select e.id, e.case_id from extension_requests e join cases c on c.district = e.district and c.id = e.case_id
    where e.district = ${district} and ${isTooLate(today)} and (${after ?? null}::uuid is null or e.id > ${after ?? null}::uuid)
    order by e.id limit ${limit}
  `.execute(read);
  return rows;
}

/** Those of these requests that still wait lapse: after the limit there is nothing to extend (ALL 42). Their cases are locked. */
export async function lapseExtensions(
  tx: Tx,
  district: string,
  { ids, today }: { ids: readonly string[]; today: Temporal.PlainDate },
): Promise<{ id: string; caseId: string }[]> {
  const { rows } = await sql<{ id: string; caseId: string }>`
    update extension_requests e set state = 'LAPSED'
    from cases c
    where e.district = ${district} and e.id = any(${ids}::uuid[]) and c.district = e.district and c.id = e.case_id
      and ${isTooLate(today)}
    returning e.id, e.case_id
  `.execute(tx);
  return rows;
}

/** What was asked for until an instant in a case that has ended lapses. */
export async function lapseExtensionsOf(
  tx: Tx,
  district: string,
  { caseId, until }: { caseId: string; until: Temporal.Instant },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update extension_requests set state = 'LAPSED'
    where district = ${district} and case_id = ${caseId} and state = 'ASKED' and asked_at <= ${until}
    returning id
  `.execute(tx);
  return rows.map(({ id }) => id);
}
