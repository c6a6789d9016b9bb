import { expect, test } from 'vitest';
import { bareOf, heardIn, lettersOf, soundsOf, syllablesOf, tidied, tokensOf, wordsOf } from './search-words.rules.ts';

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

test('A text sounds by its syllables and by their initials; Latin letters have no sound.', () => {
  expect(soundsOf('老年证')).toEqual({ full: 'laonianzheng', initials: 'lnz', pairs: ['lao_lian', 'lian_zen'] });
  expect(soundsOf('公交bus')).toMatchObject({ full: 'gongjiao' });
  expect(soundsOf('证')).toBeUndefined();
  expect(soundsOf('bus')).toBeUndefined();
});

test('Sounds that half of the country does not tell apart are one: n and l, z and zh, in and ing.', () => {
  expect(soundsOf('脑痉')?.pairs).toEqual(soundsOf('老进')?.pairs);
  expect(soundsOf('资金')?.pairs).toEqual(soundsOf('自景')?.pairs);
});

test.each([
  ['canjizheng', ['can', 'ji', 'zheng']],
  ['xian', ['xian']],
  ['fangan', ['fang', 'an']],
  ['passport', undefined],
  ['a'.repeat(61), undefined],
])('“%s” is read as pinyin: %j.', (letters, syllables) => {
  expect(syllablesOf(letters)).toEqual(syllables);
});

test('Pinyin may be typed with spaces and apostrophes.', () => {
  expect(lettersOf("lao nian'zheng")).toBe('laonianzheng');
  expect(lettersOf('2 old')).toBeUndefined();
});

test('Only what is not spelt as we know it is listened to.', () => {
  const isKnown = (pair: string) => pair === '老年';
  expect([...heardIn('医宝', isKnown)]).toEqual([
    ['yibao', '医宝'],
    ['yi_bao', '医宝'],
  ]);
  expect(heardIn('老年', isKnown).size).toBe(0);
});
