import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakLines, type Face, type Setting, widestWord } from './typesetting.rules.ts';

/** Ideographs one em wide, everything of ASCII half an em; without emoji and without what lies beyond the BMP. */
const face: Face = {
  id: 'plain',
  has: (codePoint) => codePoint < 0x1f000,
  advance: (codePoint) => (codePoint < 0x80 ? 0.5 : 1),
  joinedAdvance: (text) => [...text].length / 2,
};
const setting: Setting = { faces: [face], size: 10, width: 100, indent: 0, align: 'justify' };
const rows = (text: string, width = 100) =>
  breakLines(text, { ...setting, width }).map(({ pieces }) => pieces.map((piece) => piece.text).join(''));

test('a closing mark never begins a line and an opening mark never ends one', () => {
  expect(rows('一二三四五六七八九十，一二三四五')).toEqual(['一二三四五六七八九', '十，一二三四五']);
  expect(rows('一二三四五六七八九（一二三四五）')).toEqual(['一二三四五六七八九', '（一二三四五）']);
});

test('a closing mark leans out of the line with its blank half', () => {
  expect(rows('一二三四五六七八九，一二三四五', 95)).toEqual(['一二三四五六七八九，', '一二三四五']);
});

test('numbers and codes stay whole, and a number keeps its unit', () => {
  expect(rows('一二三四五六BJ4313022026，一二')).toEqual(['一二三四五六', 'BJ4313022026，一二']);
  expect(rows('一二三四五六七八九12日起受理')).toEqual(['一二三四五六七八九', '12日起受理']);
});

test('a cell holds a number that just fits, and tells how wide it must be for number and unit', () => {
  const cell = { faces: [face], size: 10, width: 100 };
  expect(widestWord('一二三四\n43130219000101021X', cell)).toBe(90);
  expect(widestWord('一共20000.50元，一二', cell)).toBe(60);
  expect(widestWord('43130219000101021X43130219', cell)).toBe(5);
  expect(widestWord('', cell)).toBe(0);
  const inCell = (width: number) => breakLines('43130219000101021X', { ...setting, width, align: 'left' }).length;
  expect([inCell(90), inCell(89)]).toEqual([1, 2]);
});

test('one character is not left alone on the last line', () => {
  expect(rows('一二三四五六七八九十百。')).toEqual(['一二三四五六七八九', '十百。']);
});

test('a full line is justified to the right edge and the last one is not', () => {
  const [first, last] = breakLines('一二三四五六七八九（一二三四五）', setting);
  expect(first?.pieces[0]?.spacing).toBeCloseTo(10 / 8);
  expect(last?.pieces.every(({ spacing }) => spacing === 0)).toBe(true);
});

test('a character that no face has is named by its code, never an empty box, and stands for itself', () => {
  expect(rows('王𠮷')).toEqual(['王〔U+20BB7〕']);
  expect(breakLines('王𠮷', setting)[0]?.pieces.map(({ standsFor }) => standsFor)).toEqual([null, '𠮷']);
});

test('right-to-left words stand in their visual order, numbers among them from the left', () => {
  expect(rows('名字：שלום עולם。')).toEqual(['名字：עולם שלום。']);
  expect(rows('שלום (12) עולם', 200)).toEqual(['עולם (12) שלום']);
  expect(rows('محمد علي')).toEqual(['علي محمد']);
  const joined = breakLines('محمد', setting)[0]?.pieces[0];
  expect(joined).toMatchObject({ text: 'محمد', isJoined: true });
});

test('an emoji of several parts is one, and what has no width and no control breaks nothing', () => {
  const emoji: Face = { ...face, id: 'emoji', has: (codePoint) => codePoint >= 0x1f000 };
  const pieces = breakLines('全家👨‍👩‍👧好', { ...setting, faces: [face, emoji] })[0]?.pieces;
  expect(pieces?.map(({ text }) => text)).toEqual(['全家', '👨‍👩‍👧', '好']);
  expect(rows('王\u200b\u200e\u202e\u0000\ufeff\ufe0f某\u2066某\u2069')).toEqual(['王某某']);
  expect(rows('\ud800王')).toEqual(['王']);
});

/** Right-to-left words change places, so the characters are compared without their order; brackets may be mirrored. */
const lettersOf = (text: string) =>
  [
    ...text
      .replaceAll(' ', '')
      .replace(/[）)]/g, (mark) => (mark === ')' ? '(' : '（'))
      .replaceAll('》', '《'),
  ].sort();

test('any text is set within its width and without losing a character', () => {
  const text = fc.string({ unit: fc.constantFrom(...'一二龘，。（）《》“”·…—12aB-. 月日ש()م'), maxLength: 200 });
  fc.assert(
    fc.property(text, fc.integer({ min: 30, max: 300 }), (input, width) => {
      const lines = breakLines(input, { ...setting, width });
      const printed = lines.flatMap(({ pieces }) => pieces.map((piece) => piece.text)).join('');
      // A mark may lean out by its blank half.
      for (const line of lines) expect(line.width).toBeLessThanOrEqual(width + setting.size / 2 + 0.1);
      expect(lettersOf(printed)).toEqual(lettersOf(input));
    }),
  );
});
