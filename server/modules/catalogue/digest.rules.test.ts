import { expect, test } from 'vitest';
import type { ItemContent } from '../../../contract/item-content.ts';
import { digestOf } from './digest.rules.ts';

test('The digest is of what is said and not of the order in which it stands.', () => {
  const [one, other, another] = [
    { visits: 0, online: true },
    { online: true, visits: 0 },
    { online: true, visits: 1 },
  ] as unknown as [ItemContent, ItemContent, ItemContent];
  expect(digestOf(one)).toBe(digestOf(other));
  expect(digestOf(one)).not.toBe(digestOf(another));
});
