import canonicalize from 'canonicalize';
import { type Read, sql, type Tx } from '../database/index.ts';
import type { Call } from '../http/call.ts';
import { newId } from '../ids.ts';

/** Facts are references, days, numbers and digests: personal data and free text never stand in the ledger. */
export type Facts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

export interface Entry {
  readonly subject: { readonly kind: string; readonly id: string };
  /** What happened, in the past tense: `case.accepted`. */
  readonly act: string;
  readonly facts?: Facts;
  /** Where it happened: the centre or organ. */
  readonly place?: string;
}

/** Rows of one transaction share one act id. */
const actIds = new WeakMap<Tx, string>();

/**
 * Appends one row to a subject's chain. It is written as the transaction closes, so that the chain's head is locked
 * only for the commit.
 */
export function append(tx: Tx, call: Call, entry: Entry): void {
  const actId = actIds.get(tx) ?? newId();
  actIds.set(tx, actId);
  const body = canonicalize({
    actId,
    act: entry.act,
    subject: `${entry.subject.kind}:${entry.subject.id}`,
    at: call.now.toString(),
    actor: call.actor,
    place: entry.place ?? null,
    facts: entry.facts ?? {},
  }) as string;
  tx.atCommit.push(() => write(tx, call, entry, actId, body));
}

/** Head and row in one statement: PostgreSQL computes the hash over the stored bytes, nobody reads the head first. */
function write(tx: Tx, call: Call, entry: Entry, actId: string, body: string): Promise<unknown> {
  const { kind, id } = entry.subject;
  return sql`
    with head as (
      insert into ledger_heads (district, subject_kind, subject_id, sequence, hash)
      values (${call.district}, ${kind}, ${id}, 1, sha256(convert_to('1:1:', 'UTF8') || convert_to(${body}::text, 'UTF8')))
      on conflict (district, subject_kind, subject_id) do update set
        sequence = ledger_heads.sequence + 1,
        sealed_in = null,
        hash = sha256(convert_to('1:' || (ledger_heads.sequence + 1) || ':', 'UTF8') || ledger_heads.hash || convert_to(${body}::text, 'UTF8'))
      returning sequence, hash
    )
    insert into ledger_rows (district, subject_kind, subject_id, sequence, act_id, act, at, body, hash)
    select ${call.district}, ${kind}, ${id}, head.sequence, ${actId}, ${entry.act}, ${call.now}, ${body}, head.hash from head
  `.execute(tx);
}

export interface LedgerRow {
  readonly sequence: number;
  readonly act: string;
  readonly at: string;
  readonly body: string;
  readonly hash: Buffer;
}

/** The chain of one subject, oldest first. */
export async function getChain(
  read: Read,
  district: string,
  subject: { kind: string; id: string },
): Promise<LedgerRow[]> {
  const { rows } = await sql<LedgerRow>`
    select sequence, act, at, body, hash from ledger_rows
    where district = ${district} and subject_kind = ${subject.kind} and subject_id = ${subject.id}
    order by sequence
  `.execute(read);
  return rows;
}
