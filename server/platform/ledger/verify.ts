import { createPublicKey, verify as verifySignature } from 'node:crypto';
import { type Database, type Read, sql } from '../database/index.ts';
import { type Leaf, leafHash, leafOrder, plantTree, rowHash, sealText } from './chain.rules.ts';
import type { LedgerRow } from './index.ts';
import { getAllSeals, type Seal } from './seals.ts';

/**
 * What is wrong at a place of the ledger. `rowMissing` is a gap in a chain, `tailMissing` means that nothing is left
 * from there on; `columnsDiffer`: the columns that screens read say something else than the text that was hashed.
 */
export type Damage =
  | 'rowChanged'
  | 'rowMissing'
  | 'tailMissing'
  | 'headChanged'
  | 'sealChanged'
  | 'signatureWrong'
  | 'columnsDiffer';

/** The first broken place: a subject (`case:…`) and the sequence in its chain, or `seal` and its number. */
export interface Broken {
  readonly whole: false;
  readonly subject: string;
  readonly sequence: number;
  readonly what: Damage;
}

export type Verdict = { readonly whole: true; rows: number; subjects: number; seals: number } | Broken;

const page = 5000;
const beginning = { subjectKind: '', subjectId: '00000000-0000-0000-0000-000000000000', sequence: -1 };

/**
 * Recomputes the whole ledger of a district as it stands at one instant, while acts may go on: every chain against its
 * rows and head, every seal against its leaves and signature, and every leaf that was ever sealed against the chains.
 * With the installation's own public key a seal signed by another is refused too.
 */
export function verifyLedger(db: Database, district: string, publicKey?: Buffer): Promise<Verdict> {
  return db.onOneConnection(async (snapshot) => {
    await sql`begin isolation level repeatable read read only`.execute(snapshot);
    await sql`set local statement_timeout = 0`.execute(snapshot);
    try {
      const chains = await verifyChains(snapshot, district);
      if (!chains.whole) return chains;
      const seals = await getAllSeals(snapshot, district);
      const broken =
        (await findWrongSeal(snapshot, district, seals, publicKey)) ??
        (await findUnsealedHistory(snapshot, district)) ??
        (await findWrongMark(snapshot, district, seals.length));
      return broken ?? { ...chains, seals: seals.length };
    } finally {
      await sql`rollback`.execute(snapshot);
    }
  });
}

/** One subject's chain, oldest row first, by itself: only the head and the seals can tell that its end was cut off. */
export function verifyChain(
  rows: readonly LedgerRow[],
): { readonly whole: true } | Pick<Broken, 'whole' | 'sequence' | 'what'> {
  let previous: Buffer = Buffer.alloc(0);
  for (const [index, row] of rows.entries()) {
    const damage = judgeRow(row, index + 1, previous);
    if (damage !== undefined) return { whole: false, ...damage };
    previous = row.hash;
  }
  return { whole: true };
}

/** What rows need not carry when they were asked for by it. */
interface Columns {
  readonly subject: string;
  readonly actId: string;
}

function judgeRow(
  row: LedgerRow & Partial<Columns>,
  expected: number,
  previous: Buffer,
): { sequence: number; what: Damage } | undefined {
  if (row.sequence > expected) return { sequence: expected, what: 'rowMissing' };
  const { sequence } = row;
  if (sequence < expected || !rowHash(sequence, previous, row.body).equals(row.hash))
    return { sequence, what: 'rowChanged' };
  return agrees(row) ? undefined : { sequence, what: 'columnsDiffer' };
}

function agrees({ act, at, body, actId, subject }: LedgerRow & Partial<Columns>): boolean {
  const said = JSON.parse(body) as Columns & { act: string; at: string };
  return (
    said.act === act &&
    said.actId === (actId ?? said.actId) &&
    said.subject === (subject ?? said.subject) &&
    (said.at === at || isSameInstant(said.at, at))
  );
}

/** The column holds microseconds, the text may hold more. */
function isSameInstant(said: string, at: string): boolean {
  const apart = Temporal.Instant.from(said).epochNanoseconds - Temporal.Instant.from(at).epochNanoseconds;
  return apart > -1000n && apart < 1000n;
}

interface StoredRow extends LedgerRow, Columns {
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly headSequence: number | null;
  readonly headHash: Buffer | null;
}

const nameOf = (subject: { subjectKind: string; subjectId: string }) => `${subject.subjectKind}:${subject.subjectId}`;

async function verifyChains(
  read: Read,
  district: string,
): Promise<{ whole: true; rows: number; subjects: number } | Broken> {
  let rows = 0;
  let subjects = 0;
  let last: StoredRow | undefined;
  for await (const row of readRows(read, district)) {
    const { subject } = row;
    const follows = last?.subject === subject;
    if (last !== undefined && !follows) {
      const what = judgeHead(last);
      if (what !== undefined) return what;
    }
    const [expected, previous] = follows && last ? [last.sequence + 1, last.hash] : [1, Buffer.alloc(0)];
    const damage = judgeRow(row, expected, previous);
    if (damage !== undefined) return { whole: false, subject, ...damage };
    last = row;
    rows += 1;
    if (!follows) subjects += 1;
  }
  const broken = (last && judgeHead(last)) ?? (await findHeadWithoutRows(read, district));
  return broken ?? { whole: true, rows, subjects };
}

/** The head against the last row that is left. */
function judgeHead(last: StoredRow): Broken | undefined {
  const { subject, sequence, headSequence, headHash } = last;
  if (headSequence !== null && headSequence > sequence)
    return { whole: false, subject, sequence: sequence + 1, what: 'tailMissing' };
  if (headSequence !== sequence || !headHash?.equals(last.hash))
    return { whole: false, subject, sequence, what: 'headChanged' };
  return undefined;
}

async function* readRows(read: Read, district: string): AsyncGenerator<StoredRow> {
  let after = beginning;
  for (;;) {
    const { rows } = await sql<StoredRow>`
      select r.*, r.subject_kind || ':' || r.subject_id as subject,
        head.sequence as head_sequence, head.hash as head_hash
      from (
        select district, subject_kind, subject_id, sequence, act_id, act, at, body, hash from ledger_rows
        where district = ${district}
          and (subject_kind, subject_id, sequence) > (${after.subjectKind}, ${after.subjectId}::uuid, ${after.sequence}::integer)
        order by subject_kind, subject_id, sequence limit ${page}
      ) r
      left join ledger_heads head using (district, subject_kind, subject_id)
      order by r.subject_kind, r.subject_id, r.sequence
    `.execute(read);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < page) return;
    after = last;
  }
}

async function findHeadWithoutRows(read: Read, district: string): Promise<Broken | undefined> {
  const { rows } = await sql<{ subjectKind: string; subjectId: string }>`
    select subject_kind, subject_id from ledger_heads head
    where district = ${district} and not exists (
      select from ledger_rows r where r.district = head.district and r.subject_kind = head.subject_kind
        and r.subject_id = head.subject_id and r.sequence = 1
    )
    order by subject_kind, subject_id limit 1
  `.execute(read);
  return rows[0] && { whole: false, subject: nameOf(rows[0]), sequence: 1, what: 'tailMissing' };
}

interface Kept {
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly digest: Buffer;
}

/** Rebuilds every seal from the leaves that changed since the one before. */
async function findWrongSeal(
  read: Read,
  district: string,
  seals: readonly Seal[],
  publicKey: Buffer | undefined,
): Promise<Broken | undefined> {
  let kept: Kept[] = [];
  let root = plantTree().root();
  for (const [index, seal] of seals.entries()) {
    const broken = (what: Damage): Broken => ({ whole: false, subject: 'seal', sequence: index + 1, what });
    if (seal.number !== index + 1 || !seal.previousRoot.equals(root)) return broken('sealChanged');
    const changed = await readLeaves(read, district, seal.number);
    if (changed.length > 0) {
      kept = replace(kept, changed);
      const tree = plantTree();
      for (const { digest } of kept) tree.add(digest);
      root = tree.root();
    }
    if (seal.subjects !== kept.length || !seal.root.equals(root)) return broken('sealChanged');
    if (!isSigned(seal, district) || (publicKey && !seal.publicKey.equals(publicKey))) return broken('signatureWrong');
  }
  return undefined;
}

async function readLeaves(read: Read, district: string, number: number): Promise<Kept[]> {
  const leaves: Kept[] = [];
  for (let after: { subjectKind: string; subjectId: string } = beginning; ; ) {
    const { rows } = await sql<Leaf>`
      select subject_kind, subject_id, sequence, hash from ledger_seal_leaves
      where district = ${district} and number = ${number}
        and (subject_kind, subject_id) > (${after.subjectKind}, ${after.subjectId}::uuid)
      order by subject_kind, subject_id limit ${page}
    `.execute(read);
    for (const leaf of rows)
      leaves.push({ subjectKind: leaf.subjectKind, subjectId: leaf.subjectId, digest: leafHash(leaf) });
    const last = rows.at(-1);
    if (last === undefined || rows.length < page) return leaves.sort(leafOrder);
    after = last;
  }
}

/** Both lists are in the order of leaves; a changed leaf takes the place of the kept one. */
function replace(kept: readonly Kept[], changed: readonly Kept[]): Kept[] {
  const merged: Kept[] = [];
  let next = 0;
  for (const leaf of changed) {
    for (let old = kept[next]; old !== undefined; old = kept[next]) {
      const order = leafOrder(old, leaf);
      if (order > 0) break;
      if (order < 0) merged.push(old);
      next += 1;
    }
    merged.push(leaf);
  }
  for (; next < kept.length; next += 1) merged.push(kept[next] as Kept);
  return merged;
}

/** Whether a seal is what its key signed. */
export function isSigned(seal: Seal, district: string): boolean {
  try {
    const key = createPublicKey({ key: seal.publicKey, format: 'der', type: 'spki' });
    return verifySignature(null, Buffer.from(sealText({ ...seal, district })), key, seal.signature);
  } catch {
    return false;
  }
}

/** What a seal has seen and the chains no longer hold: rows and head were cut together, or rewritten with new hashes. */
async function findUnsealedHistory(read: Read, district: string): Promise<Broken | undefined> {
  const { rows } = await sql<{
    subjectKind: string;
    subjectId: string;
    sequence: number;
    missing: boolean;
    left: number;
  }>`
    select leaf.subject_kind, leaf.subject_id, leaf.sequence, r.hash is null as missing,
      (select coalesce(max(sequence), 0) from ledger_rows
       where district = leaf.district and subject_kind = leaf.subject_kind and subject_id = leaf.subject_id) as left
    from ledger_seal_leaves leaf
    left join ledger_rows r using (district, subject_kind, subject_id, sequence)
    where leaf.district = ${district} and r.hash is distinct from leaf.hash
    order by leaf.number, leaf.subject_kind, leaf.subject_id limit 1
  `.execute(read);
  const found = rows[0];
  if (found === undefined) return undefined;
  return found.missing
    ? { whole: false, subject: nameOf(found), sequence: found.left + 1, what: 'tailMissing' }
    : { whole: false, subject: nameOf(found), sequence: found.sequence, what: 'rowChanged' };
}

/** A head that says it is sealed and is not would be left out of the next seal; or the newest seals were removed. */
async function findWrongMark(read: Read, district: string, seals: number): Promise<Broken | undefined> {
  const { rows } = await sql<{ subjectKind: string; subjectId: string; sequence: number; sealedIn: number }>`
    select subject_kind, subject_id, sequence, sealed_in from ledger_heads head
    where district = ${district} and sealed_in is not null and not exists (
      select from ledger_seal_leaves leaf where leaf.district = head.district and leaf.number = head.sealed_in
        and leaf.subject_kind = head.subject_kind and leaf.subject_id = head.subject_id
        and leaf.sequence = head.sequence and leaf.hash = head.hash
    )
    order by sealed_in desc, subject_kind, subject_id limit 1
  `.execute(read);
  const found = rows[0];
  if (found === undefined) return undefined;
  return found.sealedIn > seals
    ? { whole: false, subject: 'seal', sequence: seals + 1, what: 'sealChanged' }
    : { whole: false, subject: nameOf(found), sequence: found.sequence, what: 'headChanged' };
}
