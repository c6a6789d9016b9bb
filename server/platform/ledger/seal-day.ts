import { sign } from 'node:crypto';
import { sql, type Tx } from '../database/index.ts';
import type { Call } from '../http/call.ts';
import { defineDaily, type JobKind } from '../jobs/index.ts';
import type { Keys } from '../vault/keys.ts';
import { type Leaf, leafHash, plantTree, sealText } from './chain.rules.ts';
import { getLastSeal } from './seals.ts';

const page = 5000;

interface Head extends Leaf {
  readonly changed: boolean;
}

/**
 * Seals a day: the root over the heads of all subjects, chained to the seal before and signed with the key outside the
 * database. Days only go forward; one that has its seal already is left as it is.
 */
export async function sealDay(
  tx: Tx,
  { day, keys }: { day: Temporal.PlainDate; keys: Keys },
  call: Call,
): Promise<void> {
  const { district } = call;
  const last = await getLastSeal(tx, district);
  if (last !== undefined && day.toString() <= last.day) return;
  const number = (last?.number ?? 0) + 1;
  const previousRoot = last?.root ?? plantTree().root();
  // The leaves refer to the seal, and its root is known only after the last of them.
  await sql`
    insert into ledger_seals (district, number, day, sealed_at, subjects, root, previous_root, signature, public_key)
    values (${district}, ${number}, ${day}, ${call.now}, 0, ''::bytea, ${previousRoot}, ''::bytea, ${keys.sealing.publicKey})
  `.execute(tx);

  const tree = plantTree();
  for await (const heads of readHeads(tx, district)) {
    for (const head of heads) tree.add(leafHash(head));
    await keepLeaves(tx, { district, number, leaves: heads.filter((head) => head.changed) });
  }

  const root = tree.root();
  const text = sealText({ district, number, day: day.toString(), subjects: tree.size, root, previousRoot });
  const signature = sign(null, Buffer.from(text), keys.sealing.privateKey);
  await sql`
    update ledger_seals set subjects = ${tree.size}, root = ${root}, signature = ${signature}
    where district = ${district} and number = ${number}
  `.execute(tx);
  // A head that moved on since it was read stays unsealed, for the next night.
  await sql`
    update ledger_heads head set sealed_in = ${number} from ledger_seal_leaves leaf
    where leaf.district = ${district} and leaf.number = ${number}
      and head.district = leaf.district and head.subject_kind = leaf.subject_kind and head.subject_id = leaf.subject_id
      and head.sequence = leaf.sequence and head.hash = leaf.hash
  `.execute(tx);
}

/** All heads of one instant, in the order of leaves: the cursor keeps its snapshot while acts go on. */
async function* readHeads(tx: Tx, district: string): AsyncGenerator<Head[]> {
  await sql`
    declare heads no scroll cursor for
    select subject_kind, subject_id, sequence, hash, sealed_in is null as changed from ledger_heads
    where district = ${district} order by subject_kind collate "C", subject_id
  `.execute(tx);
  for (;;) {
    const { rows } = await sql<Head>`fetch ${sql.raw(String(page))} from heads`.execute(tx);
    if (rows.length > 0) yield rows;
    if (rows.length < page) break;
  }
  await sql`close heads`.execute(tx);
}

async function keepLeaves(tx: Tx, seal: { district: string; number: number; leaves: readonly Leaf[] }): Promise<void> {
  const { leaves } = seal;
  if (leaves.length === 0) return;
  await sql`
    insert into ledger_seal_leaves (district, number, subject_kind, subject_id, sequence, hash)
    select ${seal.district}, ${seal.number}, leaf.* from unnest(
      ${leaves.map((leaf) => leaf.subjectKind)}::text[], ${leaves.map((leaf) => leaf.subjectId)}::uuid[],
      ${leaves.map((leaf) => leaf.sequence)}::integer[], ${leaves.map((leaf) => leaf.hash)}::bytea[]
    ) as leaf
  `.execute(tx);
}

/** Shortly after midnight, the day before is sealed. */
export function sealJob(keys: Keys): JobKind {
  return defineDaily('ledger.seal', '00:05', (tx, { day }, call) =>
    sealDay(tx, { day: Temporal.PlainDate.from(day).subtract({ days: 1 }), keys }, call),
  );
}
