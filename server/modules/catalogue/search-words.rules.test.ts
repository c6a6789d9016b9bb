import { expect, test } from 'vitest';
import { bareOf, tidied, tokensOf, wordsOf } from './search-words.rules.ts';

test('Full width, capitals and spaces make no difference.', () => {
  expect(tidied(' ＫＴＶ   Bar　 ')).toBe('ktv bar');
});

test.each([
  ['我想办个残疾证', '残疾证'],
  ['开饭店需要什么手续', '开饭店'],
  ['请问老年证怎么办理？', '老年证'],
  ['how do I register a company', 'register company'],
  ['怎么办', ''],
])('What every question says is left out: “%s” asks for “%s”.', (question, bare) => {
  expect(bareOf(question)).toBe(bare);
});

test('Words stay, and pairs of characters with them, so that nothing depends on where the segmenter cuts.', () => {
  expect(tokensOf('老年人优待证')).toEqual(expect.arrayContaining(['老年', '年人', '人优', '优待', '待证']));
  expect(wordsOf('满65岁')).toContain('65');
});
