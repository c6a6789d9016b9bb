import { expect, test } from 'vitest';
import { rowHash } from '../../platform/ledger/chain.rules.ts';
import { actsOf, damagesOf, differences, type ExtractRow } from './extract.rules.ts';

function chain(...acts: { act: string; facts?: object }[]): ExtractRow[] {
  let previous: Buffer = Buffer.alloc(0);
  return acts.map(({ act, facts = {} }, index) => {
    const body = JSON.stringify({ act, facts });
    const sequence = index + 1;
    previous = rowHash(sequence, previous, body);
    return { sequence, act, at: '2026-03-02T01:00:00Z', body, hash: previous.toString('hex') };
  });
}

const rows = chain(
  { act: 'case.submitted', facts: { documents: ['a', 'b'], digest: 'd1' } },
  { act: 'case.accepted', facts: { documents: ['c'] } },
  { act: 'case.granted' },
);
const headOf = (all: readonly ExtractRow[]) => ({ sequence: all.length, hash: all.at(-1)?.hash ?? '' });
const head = headOf(rows);

test('A whole chain has no damage', () => {
  expect(damagesOf(rows, head)).toEqual([]);
  expect(differences(rows, [...rows, { ...rows[2]!, sequence: 4 }])).toEqual([]);
});

test.for([
  ['a row in the middle is gone', rows.toSpliced(1, 1), head, { code: 'row_missing', sequence: 2 }],
  ['the last row is gone', rows.slice(0, 2), head, { code: 'row_missing', sequence: 3 }],
  [
    'a row says something else',
    rows.with(1, { ...rows[1]!, body: rows[1]!.body.replace('c', 'x') }),
    head,
    { code: 'row_changed', sequence: 2 },
  ],
  ['row and head were cut together', [], undefined, { code: 'head_changed', sequence: 0 }],
  ['the head is another', rows, { ...head, hash: '00' }, { code: 'head_changed', sequence: 3 }],
] as const)('Found and named: %s', ([, kept, at, damage]) => {
  expect(damagesOf(kept, at)).toEqual([damage]);
});

test('A chain that was rewritten whole, with new hashes and head, differs from the extract', () => {
  const rewritten = chain(
    { act: 'case.submitted', facts: { documents: ['a', 'b'], digest: 'd1' } },
    { act: 'case.refused' },
  );
  expect(damagesOf(rewritten, headOf(rewritten))).toEqual([]);
  expect(differences(rows, rewritten)).toEqual([
    { code: 'row_changed', sequence: 2 },
    { code: 'row_missing', sequence: 3 },
  ]);
});

test('Acts name the documents that they made', () => {
  expect(actsOf(rows).map(({ documents, digest }) => [documents, digest])).toEqual([
    [['a', 'b'], 'd1'],
    [['c'], null],
    [[], null],
  ]);
});
