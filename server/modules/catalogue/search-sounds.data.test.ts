import { expect, test } from 'vitest';
import { heardIn, lettersOf, soundsOf, syllablesOf } from './search-sounds.data.ts';

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
