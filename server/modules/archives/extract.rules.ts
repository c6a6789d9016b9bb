import { createHash } from 'node:crypto';
import { rowHash } from '../../platform/ledger/chain.rules.ts';
import type { ActFacts, LedgerDamage } from './property.rules.ts';

/** A row of a chain as it is stored; hashes in hex. */
export interface ExtractRow {
  readonly sequence: number;
  readonly act: string;
  readonly at: string;
  readonly body: string;
  readonly hash: string;
}

/** The day's seal that saw the chain's head, with all that its signature covers. */
export interface ExtractSeal {
  readonly number: number;
  readonly day: string;
  readonly sealedAt: string;
  readonly subjects: number;
  readonly root: string;
  readonly previousRoot: string;
  readonly signature: string;
  readonly publicKey: string;
  readonly leaf: { readonly sequence: number; readonly hash: string };
}

/** 台账摘录: the whole chain of a case up to an instant, its head, and the seal when there is one. */
export interface LedgerExtract {
  readonly rows: readonly ExtractRow[];
  readonly head: { readonly sequence: number; readonly hash: string };
  readonly seal: ExtractSeal | null;
}

/** What is wrong with a chain by itself and against its head: the first place of each. */
export function damagesOf(rows: readonly ExtractRow[], head: LedgerExtract['head'] | undefined): LedgerDamage[] {
  let previous: Buffer = Buffer.alloc(0);
  for (const [index, row] of rows.entries()) {
    if (row.sequence !== index + 1) return [{ code: 'row_missing', sequence: index + 1 }];
    const hash = rowHash(row.sequence, previous, row.body);
    if (hash.toString('hex') !== row.hash) return [{ code: 'row_changed', sequence: row.sequence }];
    previous = hash;
  }
  const last = rows.at(-1);
  if (head !== undefined && head.sequence > rows.length) return [{ code: 'row_missing', sequence: rows.length + 1 }];
  if (last === undefined || head?.sequence !== last.sequence || head.hash !== last.hash)
    return [{ code: 'head_changed', sequence: rows.length }];
  return [];
}

/** Where the chain of today no longer says what the extract says; later rows are no damage. */
export function differences(extract: readonly ExtractRow[], today: readonly ExtractRow[]): LedgerDamage[] {
  const now = new Map(today.map((row) => [row.sequence, row]));
  return extract.flatMap(({ sequence, hash, body, act }): LedgerDamage[] => {
    const row = now.get(sequence);
    if (row === undefined) return [{ code: 'row_missing', sequence }];
    return row.hash === hash && row.body === body && row.act === act ? [] : [{ code: 'row_changed', sequence }];
  });
}

/** What the acts of a chain say about documents: which they made, and the digest of the first one's data. */
export function actsOf(rows: readonly ExtractRow[]): ActFacts[] {
  return rows.map(({ sequence, act, body }) => {
    const { facts } = JSON.parse(body) as { facts: { documents?: unknown; digest?: unknown } };
    return {
      sequence,
      act,
      documents: Array.isArray(facts.documents) ? facts.documents.map(String) : [],
      digest: typeof facts.digest === 'string' ? facts.digest : null,
    };
  });
}

export const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');
