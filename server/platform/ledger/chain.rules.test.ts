import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { plantTree } from './chain.rules.ts';

const leaf = (name: string) => createHash('sha256').update(name).digest();
const node = (left: Buffer, right: Buffer) => createHash('sha256').update('node:').update(left).update(right).digest();

function rootOf(level: Buffer[]): Buffer {
  if (level.length === 1) return level[0]!;
  const pairs = Array.from({ length: Math.ceil(level.length / 2) }, (_, i) => level.slice(2 * i, 2 * i + 2));
  return rootOf(pairs.map(([left, right]) => (right === undefined ? left! : node(left!, right))));
}

test('A growing tree has the root that pairing level by level gives, an odd node moving up', () => {
  const tree = plantTree();
  expect(tree.root()).toEqual(leaf('empty'));
  const leaves: Buffer[] = [];
  for (let size = 1; size <= 33; size += 1) {
    leaves.push(leaf(`leaf ${size}`));
    tree.add(leaf(`leaf ${size}`));
    expect(tree.size).toBe(size);
    expect(tree.root()).toEqual(rootOf(leaves));
  }
});
