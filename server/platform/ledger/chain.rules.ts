import { createHash } from 'node:crypto';

/** Version of the hash; it stands inside the hashed bytes, so that a later version can live beside this one. */
const version = '1';

/** What a row's hash covers: version, sequence, the previous hash and the stored text, as PostgreSQL computes it too. */
export function rowHash(sequence: number, previous: Buffer, body: string): Buffer {
  return createHash('sha256').update(`${version}:${sequence}:`).update(previous).update(body).digest();
}

export interface Leaf {
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly sequence: number;
  readonly hash: Buffer;
}

export function leafHash(leaf: Leaf): Buffer {
  return createHash('sha256')
    .update(`leaf:${leaf.subjectKind}:${leaf.subjectId}:${leaf.sequence}:`)
    .update(leaf.hash)
    .digest();
}

/** A Merkle tree that grows leaf by leaf and remembers one hash a level. */
export interface Tree {
  add(leafHash: Buffer): void;
  readonly size: number;
  root(): Buffer;
}

function nodeHash(left: Buffer, right: Buffer): Buffer {
  return createHash('sha256').update('node:').update(left).update(right).digest();
}

/** The Merkle root over leaves in the order of kind and id. An odd node moves up as it is. */
export function plantTree(): Tree {
  // Whole subtrees from the largest, on the left, to the smallest: as many as the size has binary ones.
  const whole: Buffer[] = [];
  let size = 0;
  return {
    add(leafHash) {
      let node = leafHash;
      for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) node = nodeHash(whole.pop() as Buffer, node);
      whole.push(node);
      size += 1;
    },
    get size() {
      return size;
    },
    root() {
      const last = whole.at(-1);
      if (last === undefined) return createHash('sha256').update('empty').digest();
      return whole.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last);
    },
  };
}

/** The text that the nightly signature covers. */
export function sealText(seal: {
  district: string;
  number: number;
  day: string;
  subjects: number;
  root: Buffer;
  previousRoot: Buffer;
}): string {
  return `doorstep-seal:1:${seal.district}:${seal.number}:${seal.day}:${seal.subjects}:${seal.previousRoot.toString('hex')}:${seal.root.toString('hex')}`;
}

/** The order of leaves, the same in SQL (collation "C") and here. */
export function leafOrder(
  a: { subjectKind: string; subjectId: string },
  b: { subjectKind: string; subjectId: string },
): number {
  if (a.subjectKind !== b.subjectKind) return a.subjectKind < b.subjectKind ? -1 : 1;
  if (a.subjectId !== b.subjectId) return a.subjectId < b.subjectId ? -1 : 1;
  return 0;
}
