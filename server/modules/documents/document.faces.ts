import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { OutlineFace } from './seal.drawing.ts';
import type { Face } from './typesetting.rules.ts';

type Drawing = InstanceType<typeof PDFDocument>;

/** A face that opens its file when the first character is asked of it, once in the life of the worker. */
export interface LoadedFace extends Face, OutlineFace {
  /** Sets what is drawn next in this face. */
  chooseIn(drawing: Drawing): void;
}

interface Outlines {
  unitsPerEm: number;
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): { advanceWidth: number; path: { toSVG(): string } };
  layout(text: string): { advanceWidth: number };
}

/** A face inside one PDF, as its writer keeps it: the outlines are shared, the subset is the document's own. */
interface EmbeddedFace {
  font: Outlines;
  constructor: new (drawing: Drawing, font: Outlines, id: string) => EmbeddedFace;
}

/** The writer's own shelf of faces. It would read a file anew for every document. */
interface Shelf {
  _font: EmbeddedFace;
  _fontFamilies: Record<string, EmbeddedFace>;
  _fontCount: number;
}

const bundled = {
  serif: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  serifBold: '@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  sans: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  arabic: '@expo-google-fonts/noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf',
  hebrew: '@expo-google-fonts/noto-serif-hebrew/400Regular/NotoSerifHebrew_400Regular.ttf',
  emoji: '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
};

const loaded = new Map<string, LoadedFace>();
const { resolve } = createRequire(import.meta.url);

export function bundledFace(name: keyof typeof bundled): LoadedFace {
  return loadFace(resolve(bundled[name]));
}

/** A TrueType or OpenType file. It throws when it is first used and is none. */
export function loadFace(path: string): LoadedFace {
  const known = loaded.get(path);
  if (known) return known;
  let opened: EmbeddedFace | undefined;
  const embedded = () => (opened ??= open(path));
  const outlines = () => embedded().font;
  const advances = new Map<number, number | null>();
  const advanceOf = (codePoint: number) => {
    let advance = advances.get(codePoint);
    if (advance === undefined) {
      advance = outlines().hasGlyphForCodePoint(codePoint)
        ? outlines().glyphForCodePoint(codePoint).advanceWidth / outlines().unitsPerEm
        : null;
      advances.set(codePoint, advance);
    }
    return advance;
  };
  const glyph = (char: string) => outlines().glyphForCodePoint(char.codePointAt(0) as number);
  const face: LoadedFace = {
    id: path,
    has: (codePoint) => advanceOf(codePoint) !== null,
    advance: (codePoint) => advanceOf(codePoint) ?? 1,
    joinedAdvance: (text) => outlines().layout(text).advanceWidth / outlines().unitsPerEm,
    outline: (char) => glyph(char).path.toSVG(),
    width: (char) => glyph(char).advanceWidth / outlines().unitsPerEm,
    chooseIn: (drawing) => choose(drawing, path, embedded()),
  };
  loaded.set(path, face);
  return face;
}

function open(path: string): EmbeddedFace {
  const drawing = new PDFDocument({ autoFirstPage: false, font: '' }).font(readFileSync(path));
  return shelfOf(drawing)._font;
}

function choose(drawing: Drawing, id: string, face: EmbeddedFace): void {
  const shelf = shelfOf(drawing);
  if (shelf._fontFamilies[id] === undefined) {
    shelf._fontCount += 1;
    shelf._fontFamilies[id] = new face.constructor(drawing, face.font, `F${shelf._fontCount}`);
  }
  drawing.font(id);
}

const shelfOf = (drawing: Drawing) => drawing as unknown as Shelf;
