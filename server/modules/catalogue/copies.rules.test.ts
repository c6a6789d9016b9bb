import { expect, test } from 'vitest';
import { createCopies } from './copies.rules.ts';

test('What is asked for stays, however long ago it was read first; what nobody asked for makes room.', () => {
  const copies = createCopies<number>(2);
  copies.keep('in force', 1);
  copies.keep('old', 2);
  copies.find('in force');
  copies.keep('new', 3);
  expect(['in force', 'old', 'new'].map(copies.find)).toEqual([1, undefined, 3]);
});
