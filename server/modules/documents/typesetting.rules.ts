/** What line breaking needs to know of a type face; widths in em. */
export interface Face {
  id: string;
  has(codePoint: number): boolean;
  advance(codePoint: number): number;
}

/** A stretch of text set in one face with one letter spacing, `x` points from the left of its line. */
export interface Piece {
  text: string;
  faceId: string;
  x: number;
  spacing: number;
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

interface Glyph {
  text: string;
  faceId: string;
  advance: number;
}

/** Glyphs that never part: one ideograph, or one number or word. */
interface Atom {
  glyphs: Glyph[];
  advance: number;
  text: string;
  ideographic: boolean;
}

const closing = new Set('，。、；：！？）》〉」』】〕”’');
const opening = new Set('（《〈「『【〔“‘');
const neverFirst = new Set([...closing, ...'·…—～％%℃年月日时分个项份页号条款元']);
/** Printed for a character that no face has: 虚缺号. */
const missing = '□';
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

function clean(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[^\P{C}\n\u{E000}-\u{F8FF}]|\p{Variation_Selector}/gu, '');
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

function setLine(row: Atom[], setting: Setting, index: number, isLast: boolean): Line {
  while (row.at(-1)?.text === ' ') row.pop();
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
      if (open && open.faceId === glyph.faceId && open.spacing === own) open.text += glyph.text;
      else {
        open = { text: glyph.text, faceId: glyph.faceId, x, spacing: own };
        pieces.push(open);
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

function toAtoms(text: string, { faces, size, width }: Setting): Atom[] {
  const atoms: Atom[] = [];
  for (const [part] of text.matchAll(/[\p{Script=Latin}\p{Nd}.,:/@#&+_%()-]+|./gsu)) {
    const glyphs = [...part].map((char) => toGlyph(char, faces, size));
    const advance = glyphs.reduce((sum, glyph) => sum + glyph.advance, 0);
    const ideographic = [...part].length === 1 && !/[\p{Script=Latin}\p{Nd} ]/u.test(part);
    if (advance <= width * 0.9) atoms.push({ glyphs, advance, text: part, ideographic });
    else
      for (const glyph of glyphs)
        atoms.push({ glyphs: [glyph], advance: glyph.advance, text: glyph.text, ideographic: true });
  }
  return atoms;
}

function toGlyph(char: string, faces: Face[], size: number): Glyph {
  const codePoint = char.codePointAt(0) as number;
  const face = faces.find((candidate) => candidate.has(codePoint));
  if (face) return { text: char, faceId: face.id, advance: face.advance(codePoint) * size };
  if (char === missing) throw new Error(`no face has ${missing}`);
  return toGlyph(missing, faces, size);
}

/** Characters of a text that no face has. */
export function missingCharacters(text: string, faces: Face[]): string[] {
  const chars = new Set([...clean(text)].filter((char) => char !== '\n'));
  return [...chars].filter((char) => !faces.some((face) => face.has(char.codePointAt(0) as number)));
}
