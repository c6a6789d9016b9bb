import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakLines, type Face, missingCharacters, type Setting } from './typesetting.rules.ts';

/** Ideographs one em wide, everything of ASCII half an em; without emoji. */
const face: Face = {
  id: 'plain',
  has: (codePoint) => codePoint < 0x1f000,
  advance: (codePoint) => (codePoint < 0x80 ? 0.5 : 1),
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

test('one character is not left alone on the last line', () => {
  expect(rows('一二三四五六七八九十百。')).toEqual(['一二三四五六七八九', '十百。']);
});

test('a full line is justified to the right edge and the last one is not', () => {
  const [first, last] = breakLines('一二三四五六七八九（一二三四五）', setting);
  expect(first?.pieces[0]?.spacing).toBeCloseTo(10 / 8);
  expect(last?.pieces.every(({ spacing }) => spacing === 0)).toBe(true);
});

test('a character that no face has prints as □ and is named', () => {
  expect(rows('王😀')).toEqual(['王□']);
  expect(missingCharacters('王😀', [face])).toEqual(['😀']);
});

test('any text is set within its width and without losing a character', () => {
  const text = fc.string({ unit: fc.constantFrom(...'一二龘，。（）《》“”·…—12aB-. 月日'), maxLength: 200 });
  fc.assert(
    fc.property(text, fc.integer({ min: 30, max: 300 }), (input, width) => {
      const lines = breakLines(input, { ...setting, width });
      const printed = lines.flatMap(({ pieces }) => pieces.map((piece) => piece.text)).join('');
      // A mark may lean out by its blank half.
      for (const line of lines) expect(line.width).toBeLessThanOrEqual(width + setting.size / 2 + 0.1);
      expect(printed.replaceAll(' ', '')).toBe(input.replaceAll(' ', ''));
    }),
  );
});
