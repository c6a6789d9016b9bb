import { expect, test } from 'vitest';
import { changed, freeKey, moved } from './list.ts';

test('An entry moves up and down, and stays where there is no room.', () => {
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 2, -2)).toEqual(['c', 'a', 'b']);
  expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
});

test('What becomes undefined is not there any more.', () => {
  expect(Object.keys(changed<{ a: number; b?: number }>({ a: 1, b: 2 }, { b: undefined }))).toEqual(['a']);
});

test('A new key is one that nobody has.', () => {
  expect(freeKey('owner', ['owner', 'owner2'])).toBe('owner3');
});
