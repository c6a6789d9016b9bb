import bidiFactory, { type Bidi } from 'bidi-js';

/** What line breaking needs to know of a type face; widths in em. */
export interface Face {
  id: string;
  has(codePoint: number): boolean;
  advance(codePoint: number): number;
  /** Width of a text whose glyphs join or combine: Arabic letters, emoji of several parts. */
  joinedAdvance(text: string): number;
}

/** A stretch of text set in one face with one letter spacing, `x` points from the left of its line. */
export interface Piece {
  text: string;
  faceId: string;
  x: number;
  spacing: number;
  /** Drawn as the face joins it, right-to-left letters from the right. */
  isJoined: boolean;
  /** The character that this text stands for: 〔U+20BB7〕 for one that no face has. */
  standsFor: string | null;
}

export interface Line {
  pieces: Piece[];
  width: number;
}

export interface Setting {
  /** Tried in order for every character. */
  faces: Face[];
  size: number;
  width: number;
  /** First-line indent in em. */
  indent: number;
  align: 'justify' | 'left' | 'center';
}

interface Glyph extends Omit<Piece, 'x' | 'spacing'> {
  advance: number;
}

/** Glyphs that never part: one ideograph, or one number or word. */
interface Atom {
  glyphs: Glyph[];
  advance: number;
  text: string;
  ideographic: boolean;
  /** Of the bidirectional algorithm: odd runs from the right. */
  level: number;
  /** Goes on with the word before it. */
  isGlued: boolean;
}

const closing = new Set('，。、；：！？）》〉」』】〕”’');
const opening = new Set('（《〈「『【〔“‘');
const neverFirst = new Set([...closing, ...'·…—～％%℃年月日时分个项份页号条款元']);
const most = 0.3;

/**
 * Breaks a text by the rules of Chinese setting: no closing mark begins a line, no opening mark ends one, numbers and
 * words stay whole, marks side by side share their blank halves, no single character is left alone on the last line.
 */
export function breakLines(text: string, setting: Setting): Line[] {
  return clean(text)
    .split('\n')
    .flatMap((part) => breakParagraph(part, setting));
}

/** How wide a text must be set so that no number is torn, nor parted from its unit; what is wider than `width` is torn anyway. */
export function widestWord(text: string, setting: Pick<Setting, 'faces' | 'size' | 'width'>): number {
  let widest = 0;
  for (const part of clean(text).split('\n')) {
    let run = 0;
    let before: Atom | undefined;
    for (const atom of toAtoms(part, { ...setting, indent: 0, align: 'left' })) {
      run = before === undefined || mayBreak(before, atom) ? atom.advance : run + atom.advance;
      widest = Math.max(widest, run);
      before = atom;
    }
  }
  return widest;
}

/** Without controls and halves of characters; what has no width goes later, since it joins emoji and letters. */
function clean(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|\p{Zl}|\p{Zp}/gu, '\n')
    .replace(/\t/g, ' ')
    .replace(/[^\P{Cc}\n]|\p{Cs}|\p{Bidi_Control}/gu, '');
}

function breakParagraph(text: string, setting: Setting): Line[] {
  const atoms = toAtoms(text, setting);
  const rows: Atom[][] = [];
  let start = 0;
  while (start < atoms.length) {
    const end = lineEnd(atoms, start, room(setting, rows.length));
    rows.push(atoms.slice(start, end));
    start = end;
    while (atoms[start]?.text === ' ') start += 1;
  }
  keepCompany(rows);
  if (rows.length === 0) return [{ pieces: [], width: 0 }];
  return rows.map((row, index) => setLine(row, setting, index, index === rows.length - 1));
}

const room = (setting: Setting, row: number) => setting.width - (row === 0 ? setting.indent * setting.size : 0);

function lineEnd(atoms: Atom[], start: number, width: number): number {
  let used = 0;
  let end = start;
  for (; end < atoms.length; end += 1) {
    const atom = atoms[end] as Atom;
    // A closing mark may lean out of the line with its blank half.
    if (end > start && used + atom.advance - blankAfter(atom) > width + 0.01) break;
    used += atom.advance - sharedBlank(atom, atoms[end + 1]);
  }
  if (end === atoms.length) return end;
  for (let at = end; at > start; at -= 1) if (mayBreak(atoms[at - 1] as Atom, atoms[at] as Atom)) return at;
  return end;
}

function mayBreak(before: Atom, after: Atom): boolean {
  if (after.isGlued) return false;
  if (opening.has(before.text)) return false;
  if (closing.has(after.text)) return false;
  if (after.text === before.text && /[—…]/u.test(after.text)) return false;
  if (neverFirst.has(after.text)) return before.ideographic && !/[·…—～％%℃]/u.test(after.text);
  return true;
}

/** Moves what is needed from the line before, so that the last line is more than one character and its mark. */
function keepCompany(rows: Atom[][]): void {
  const last = rows.at(-1);
  const before = rows.at(-2);
  if (!last || !before || before.length < 8) return;
  if (last.filter(({ text }) => !closing.has(text)).length > 1 || (last[0]?.glyphs.length ?? 0) > 1) return;
  for (let at = before.length - 1; at > before.length - 4; at -= 1) {
    if (mayBreak(before[at - 1] as Atom, before[at] as Atom)) {
      last.unshift(...before.splice(at));
      return;
    }
  }
}

function setLine(logical: Atom[], setting: Setting, index: number, isLast: boolean): Line {
  while (logical.at(-1)?.text === ' ') logical.pop();
  const row = inVisualOrder(logical);
  const gaps = row.map((atom, at) => {
    const next = row[at + 1];
    return next !== undefined && (atom.ideographic || next.ideographic);
  });
  const natural = row.reduce((sum, atom, at) => sum + atom.advance - sharedBlank(atom, row[at + 1]), 0);
  const tail = row.at(-1);
  const hanging = tail && setting.align === 'justify' ? blankAfter(tail) : 0;
  const head = row[0];
  const lean = head && opening.has(head.text) && index > 0 && setting.align !== 'center' ? wideHalf(head) : 0;
  const slack = room(setting, index) - natural + hanging + lean;
  const gapCount = gaps.filter(Boolean).length;
  let spacing = 0;
  if (setting.align === 'justify' && gapCount > 0 && (!isLast || slack < 0)) {
    spacing = slack / gapCount > most * setting.size ? 0 : slack / gapCount;
  }
  let x = (index === 0 ? setting.indent * setting.size : 0) - lean;
  if (setting.align === 'center') x = (setting.width - natural) / 2;
  const pieces: Piece[] = [];
  let open: Piece | undefined;
  for (const [at, atom] of row.entries()) {
    const shared = sharedBlank(atom, row[at + 1]);
    for (const glyph of atom.glyphs) {
      const own = atom.ideographic ? spacing : 0;
      const isPlain = !glyph.isJoined && glyph.standsFor === null;
      if (isPlain && open?.faceId === glyph.faceId && open.spacing === own) open.text += glyph.text;
      else {
        const { advance, ...drawn } = glyph;
        const piece = { ...drawn, x, spacing: own };
        pieces.push(piece);
        open = isPlain ? piece : undefined;
      }
      x += glyph.advance;
    }
    if (gaps[at]) x += spacing;
    x -= shared;
    // The next glyph does not stand where this piece would put it: it begins a piece of its own.
    if (shared > 0 || (gaps[at] && !atom.ideographic)) open = undefined;
  }
  return { pieces, width: natural };
}

const wideHalf = (atom: Atom) => ((atom.glyphs[0]?.advance ?? 0) === atom.advance ? atom.advance / 2 : 0);
const blankAfter = (atom: Atom) => (closing.has(atom.text) ? wideHalf(atom) : 0);

/** Half an em between two full-width marks whose blank halves meet. */
function sharedBlank(atom: Atom, next: Atom | undefined): number {
  if (!next) return 0;
  if (closing.has(atom.text) && (closing.has(next.text) || opening.has(next.text))) return wideHalf(atom);
  return opening.has(atom.text) && opening.has(next.text) ? wideHalf(next) : 0;
}

// The package is CommonJS and its types speak of a module: what is imported is the factory itself.
const bidi = (bidiFactory as unknown as () => Bidi)();
const withoutWidth = /\p{Cf}|\p{Variation_Selector}/u;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
/** Whoever writes no emoji is not made to wait until their long list is compiled. */
const mayHoldEmoji = /\p{Emoji_Presentation}|\ufe0f/u;
const plainWords =
  /(?:[\p{Script=Arabic}\p{Script=Hebrew}][\p{M}\u200c\u200d]*)+|[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}\p{M}.,:\/@#\&+_%\(\)\-]+|./gsv;
const wordsAndEmoji =
  /\p{RGI_Emoji}|(?:[\p{Script=Arabic}\p{Script=Hebrew}][\p{M}\u200c\u200d]*)+|[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}\p{M}.,:\/@#\&+_%\(\)\-]+|./gsv;

function toAtoms(text: string, setting: Setting): Atom[] {
  // Chinese marks stand between names: right-to-left names on both sides of one keep their order.
  const levels = rightToLeft.test(text)
    ? bidi.getEmbeddingLevels(text.replace(/[，。、；：！？（）《》〈〉「」『』【】〔〕]/gu, '一'), 'ltr').levels
    : undefined;
  return [...text.matchAll(mayHoldEmoji.test(text) ? wordsAndEmoji : plainWords)].flatMap(({ 0: word, index }) =>
    ofOneLevel(word, index, levels).flatMap(({ part, level }, at) =>
      atomsOf(part, level, setting).map((atom, within) => ({ ...atom, isGlued: at > 0 && within === 0 })),
    ),
  );
}

/** A word in parts that run in one direction: `(123)` between Hebrew words is three. */
function ofOneLevel(word: string, from: number, levels: Uint8Array | undefined): { part: string; level: number }[] {
  if (levels === undefined) return [{ part: word, level: 0 }];
  const parts: { part: string; level: number }[] = [];
  let at = from;
  for (const char of word) {
    const level = levels[at] ?? 0;
    const last = parts.at(-1);
    if (last?.level === level) last.part += char;
    else parts.push({ part: char, level });
    at += char.length;
  }
  return parts;
}

function atomsOf(part: string, level: number, setting: Setting): Omit<Atom, 'isGlued'>[] {
  const { faces, size } = setting;
  // A word may fill a cell; between justified words it would leave a hole above.
  const width = setting.width * (setting.align === 'justify' ? 0.9 : 1) + 0.01;
  const atom = (glyphs: Glyph[], text: string, ideographic: boolean) => {
    return { glyphs, text, ideographic, level, advance: glyphs.reduce((sum, glyph) => sum + glyph.advance, 0) };
  };
  const joined = joinedGlyph(part, faces, size);
  if (joined !== undefined) {
    const chars = [...part];
    if (joined.advance <= width || chars.length === 1) return [atom([joined], part, false)];
    const middle = Math.ceil(chars.length / 2);
    return [chars.slice(0, middle), chars.slice(middle)].flatMap((half) => atomsOf(half.join(''), level, setting));
  }
  const chars = [...part].filter((char) => !withoutWidth.test(char));
  const glyphs = chars.flatMap((char) =>
    glyphsFor(level % 2 === 1 ? (bidi.getMirroredCharacter(char) ?? char) : char, faces, size),
  );
  if (glyphs.length === 0) return [];
  const ideographic = chars.length === 1 && !/[\p{Script=Latin}\p{Nd} ]/u.test(part);
  const whole = atom(glyphs, chars.join(''), ideographic);
  if (whole.advance <= width) return [whole];
  return glyphs.map((glyph) => atom([glyph], glyph.text, true));
}

/** A text that one face joins by itself; letters of a word in two faces stand alone. */
function joinedGlyph(text: string, faces: Face[], size: number): Glyph | undefined {
  if (!rightToLeft.test(text) && !(mayHoldEmoji.test(text) && /^\p{RGI_Emoji}$/v.test(text))) return undefined;
  const seen = [...text].filter((char) => !withoutWidth.test(char));
  const face = faces.find((each) => seen.every((char) => each.has(char.codePointAt(0) as number)));
  if (face === undefined) return undefined;
  return { text, faceId: face.id, advance: face.joinedAdvance(text) * size, isJoined: true, standsFor: null };
}

/** The glyph of a character; one that no face has is named by its code, so that nobody takes it for another. */
function glyphsFor(char: string, faces: Face[], size: number): Glyph[] {
  const codePoint = char.codePointAt(0) as number;
  const face = faces.find((candidate) => candidate.has(codePoint));
  if (face !== undefined) {
    const advance = face.advance(codePoint) * size;
    return [{ text: char, faceId: face.id, advance, isJoined: false, standsFor: null }];
  }
  const name = `〔U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}〕`;
  const fallback = faces.find((candidate) => [...name].every((each) => candidate.has(each.codePointAt(0) as number)));
  if (fallback === undefined) throw new Error('no face has 〔U+0〕');
  const advance = [...name].reduce((sum, each) => sum + fallback.advance(each.codePointAt(0) as number), 0) * size;
  return [{ text: name, faceId: fallback.id, advance, isJoined: false, standsFor: char }];
}

/** Words as they stand on the line, by rule L2 of the bidirectional algorithm. */
function inVisualOrder(row: Atom[]): Atom[] {
  const visual = [...row];
  for (let level = Math.max(0, ...row.map((atom) => atom.level)); level > 0; level -= 1) {
    for (let from = 0; from < visual.length; from += 1) {
      let to = from;
      while (to < visual.length && (visual[to] as Atom).level >= level) to += 1;
      if (to - from > 1) visual.splice(from, to - from, ...visual.slice(from, to).reverse());
      from = Math.max(from, to);
    }
  }
  return visual;
}
