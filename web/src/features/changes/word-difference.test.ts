import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Piece, wordDifference } from './word-difference.ts';

const drawn = (pieces: readonly Piece[]) => pieces.map(({ text, isOther }) => (isOther ? `[${text}]` : text)).join('');
const both = (before: string, after: string) => {
  const found = wordDifference(before, after);
  return [drawn(found.before), drawn(found.after)];
};

test('Chinese is compared by the character, numbers as a whole.', () => {
  expect(both('承诺10个工作日', '承诺15个工作日')).toEqual(['承诺[10]个工作日', '承诺[15]个工作日']);
  expect(both('A4纸两张', 'A4纸一张')).toEqual(['A4纸[两]张', 'A4纸[一]张']);
  expect(both('身份证复印件', '身份证原件')).toEqual(['身份证[复印]件', '身份证[原]件']);
});

test('English is compared by the word.', () => {
  expect(both('one copy of the card', 'two copies of the card')).toEqual([
    '[one] [copy] of the card',
    '[two] [copies] of the card',
  ]);
});

test('What is the same is not marked, and what has nothing in common is marked whole.', () => {
  expect(both('一样', '一样')).toEqual(['一样', '一样']);
  expect(both('', '新的')).toEqual(['', '[新的]']);
  expect(both('甲', '乙')).toEqual(['[甲]', '[乙]']);
});

test('A rare character, an emoji and a long text survive.', () => {
  expect(both('𰻝面👨‍👩‍👧', '𰻝面👨‍👩‍👦')[0]).toContain('𰻝面');
  const long = '材料'.repeat(4000);
  const found = wordDifference(`甲${long}乙`, `丙${long.replaceAll('料', '科')}丁`);
  expect(found.before.map(({ text }) => text).join('')).toBe(`甲${long}乙`);
});

test('Both texts are there whole, and what is unmarked is the same in both.', () => {
  const text = fc.stringMatching(/^[甲乙丙丁ab1 ，]{0,30}$/u);
  fc.assert(
    fc.property(text, text, (before, after) => {
      const found = wordDifference(before, after);
      const whole = (pieces: readonly Piece[]) => pieces.map((piece) => piece.text).join('');
      const same = (pieces: readonly Piece[]) => whole(pieces.filter(({ isOther }) => !isOther));
      expect(whole(found.before)).toBe(before);
      expect(whole(found.after)).toBe(after);
      expect(same(found.before)).toBe(same(found.after));
    }),
  );
});
