import { expect, test } from 'vitest';
import { wordOf } from './wording.rules.ts';

test('A word of a closed list is told in Chinese by where it stands, in a list too.', () => {
  expect(wordOf('materials.idCard.necessity', 'required')).toBe('必要');
  expect(wordOf('offeredAt.0', 'TOWNSHIP')).toBe('镇（乡、街道）级');
});

test('Any other text stays as it is, whatever it is called.', () => {
  expect(wordOf('materials.idCard.licence', '居民身份证')).toBe('居民身份证');
  expect(wordOf('elements.itemType', 'constructor')).toBe('constructor');
  expect(wordOf('', '')).toBe('');
});
