import { expect, test } from 'vitest';
import { drawsOf } from './draw.rules.ts';

test('The same seed, person and question draw the same, in whatever order they are asked', () => {
  const ask = (people: readonly number[]) => {
    const { share } = drawsOf('7');
    return people.map((person) => [person, share(person, 'fate'), share(person, 'item')] as const);
  };
  expect(ask([3, 1, 2]).toSorted(([a], [b]) => a - b)).toEqual(ask([1, 2, 3]));
  expect(drawsOf('7').share(1, 'fate')).not.toBe(drawsOf('8').share(1, 'fate'));
});

test('Draws are even: of 100,000 each tenth holds a tenth, and two questions have nothing to do with each other', () => {
  const { share } = drawsOf('1');
  const people = 100_000;
  const tenths = new Array<number>(10).fill(0);
  const pairs = new Array<number>(16).fill(0);
  for (let person = 1; person <= people; person += 1) {
    const [fate, item] = [share(person, 'fate'), share(person, 'item')];
    tenths[Math.floor(fate * 10)] = (tenths[Math.floor(fate * 10)] ?? 0) + 1;
    const pair = Math.floor(fate * 4) * 4 + Math.floor(item * 4);
    pairs[pair] = (pairs[pair] ?? 0) + 1;
  }
  for (const count of tenths) expect(Math.abs(count / people - 0.1)).toBeLessThan(0.005);
  for (const count of pairs) expect(Math.abs(count / people - 1 / 16)).toBeLessThan(0.004);
});

test('Words are drawn by their weights; what has none is never drawn', () => {
  const { weighted } = drawsOf('1');
  const counts = { a: 0, b: 0, never: 0 };
  for (let person = 0; person < 10_000; person += 1) counts[weighted({ a: 3, b: 1, never: 0 }, person, 'word')] += 1;
  expect(counts.never).toBe(0);
  expect(counts.a / 10_000).toBeCloseTo(0.75, 1);
});
