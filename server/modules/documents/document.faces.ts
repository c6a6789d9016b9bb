import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import type { OutlineFace } from './seal.drawing.ts';
import type { Face } from './typesetting.rules.ts';

/** A face with its file, read once and kept for the life of the worker. */
export interface LoadedFace extends Face, OutlineFace {
  file: Buffer;
}

interface Outlines {
  unitsPerEm: number;
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): { advanceWidth: number; path: { toSVG(): string } };
  layout(text: string): { advanceWidth: number };
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

/** Reads a TrueType or OpenType file. Throws when it is none. */
export function loadFace(path: string): LoadedFace {
  const known = loaded.get(path);
  if (known) return known;
  const file = readFileSync(path);
  const outlines = openOutlines(file);
  const advances = new Map<number, number | null>();
  const advanceOf = (codePoint: number) => {
    let advance = advances.get(codePoint);
    if (advance === undefined) {
      advance = outlines.hasGlyphForCodePoint(codePoint)
        ? outlines.glyphForCodePoint(codePoint).advanceWidth / outlines.unitsPerEm
        : null;
      advances.set(codePoint, advance);
    }
    return advance;
  };
  const glyph = (char: string) => outlines.glyphForCodePoint(char.codePointAt(0) as number);
  const face: LoadedFace = {
    id: path,
    file,
    has: (codePoint) => advanceOf(codePoint) !== null,
    advance: (codePoint) => advanceOf(codePoint) ?? 1,
    joinedAdvance: (text) => outlines.layout(text).advanceWidth / outlines.unitsPerEm,
    outline: (char) => glyph(char).path.toSVG(),
    width: (char) => glyph(char).advanceWidth / outlines.unitsPerEm,
  };
  loaded.set(path, face);
  return face;
}

/** The same reading of the file that the PDF writer measures and subsets by. */
function openOutlines(file: Buffer): Outlines {
  const document = new PDFDocument({ autoFirstPage: false, font: '' }).font(file);
  return (document as unknown as { _font: { font: Outlines } })._font.font;
}
