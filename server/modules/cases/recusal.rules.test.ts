import { expect, test } from 'vitest';
import { caseActs } from '../../../contract/words.ts';
import type { Related, Viewer } from './case.data.ts';
import { mustKeepAway, recusalObjection } from './recusal.rules.ts';

const officer = { kind: 'staff', id: 'officer', role: 'reviewer' } as Viewer;
const head = { ...officer, role: 'organHead' } as Viewer;
const free = { recusedIds: [], related: [] as Related[] };
const cousin = { ...free, related: [{ staffId: 'officer', relation: 'collateral' }] as Related[] };
const recused = { ...free, recusedIds: ['officer'] };

test('nothing keeps a stranger away', () => {
  for (const act of caseActs) expect(recusalObjection(act, free, officer)).toBeUndefined();
});

test('of all acts, a relative may only say that he is one', () => {
  const open = caseActs.filter((act) => recusalObjection(act, cousin, officer) === undefined);
  expect(open).toEqual(['recuse']);
  expect(recusalObjection('review', cousin, officer)).toEqual({
    code: 'recusal_needed',
    facts: { relation: 'collateral' },
  });
});

test('who was recused does nothing more, not even say so again', () => {
  for (const act of caseActs) expect(recusalObjection(act, recused, officer)).toBeDefined();
  expect(recusalObjection('recuse', recused, officer)?.code).toBe('recused_already');
});

test('a recused head of the organ still orders others to withdraw', () => {
  expect(recusalObjection('recuse', recused, head)).toBeUndefined();
  expect(recusalObjection('decide', recused, head)?.code).toBe('recused');
});

test('relatives and recused officers keep away, others need not', () => {
  expect([free, cousin, recused].map((facts) => mustKeepAway(facts, 'officer'))).toEqual([false, true, true]);
  expect(mustKeepAway(cousin, 'another')).toBe(false);
});
