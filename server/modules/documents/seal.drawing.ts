import type { DocumentKind } from '../../../contract/documents.ts';
import type { DocumentHead } from './document.data.ts';
import { sealOf, specialSealLegend } from './document.rules.ts';

/** An outline to fill, as SVG path data in thousandths of an em with y upwards, placed in points. */
export interface Stamped {
  path: string;
  size: number;
  x: number;
  y: number;
  /** Clockwise, in degrees. */
  turn: number;
}

export interface OutlineFace {
  outline(char: string): string;
  width(char: string): number;
}

export const sealRed = '#c8161d';
export const watermarkGrey = '#e6e6e6';

/** Characters of a seal around its centre (0, 0). A demo seal is nobody's: it says 演示章, without star or organ. */
export function sealGlyphs(
  { kind, demo, organ, profile }: DocumentHead & { kind: DocumentKind },
  diameter: number,
  face: OutlineFace,
): Stamped[] {
  if (demo) return rowOf('演示章', diameter * 0.235, -diameter * 0.13, 0.06, face);
  const legend = sealOf(kind) === 'special' ? specialSealLegend(profile) : '';
  return [
    // The organ's name leaves the lower part of the ring to the legend.
    ...arcOf(organ, diameter, Math.PI * (legend === '' ? 1.55 : 1.2), face),
    ...rowOf(legend, (diameter * 0.58) / Math.max(6, [...legend].length), diameter * 0.29, 0, face),
  ];
}

/** 演示样例 无效, rising across the page around the centre (0, 0). */
export function watermarkGlyphs(span: number, face: OutlineFace): Stamped[] {
  const text = '演示样例 无效';
  const angle = -38;
  const radians = (angle * Math.PI) / 180;
  const size = span / ([...text].length * 1.08);
  return rowOf(text, size, 0, 0.12, face).map((glyph) => ({
    ...glyph,
    x: glyph.x * Math.cos(radians) - glyph.y * Math.sin(radians),
    y: glyph.x * Math.sin(radians) + glyph.y * Math.cos(radians),
    turn: angle,
  }));
}

function rowOf(text: string, size: number, middle: number, gap: number, face: OutlineFace): Stamped[] {
  const chars = [...text];
  const widths = chars.map((char) => face.width(char) * size);
  const total = widths.reduce((sum, width) => sum + width, 0) + gap * size * Math.max(0, chars.length - 1);
  let x = -total / 2;
  return chars.map((char, index) => {
    const glyph: Stamped = { path: face.outline(char), size, x, y: middle + size * 0.38, turn: 0 };
    x += (widths[index] as number) + gap * size;
    return glyph;
  });
}

function arcOf(text: string, diameter: number, span: number, face: OutlineFace): Stamped[] {
  const chars = [...text];
  const size = diameter * Math.min(0.135, (0.39 * span) / Math.max(1, chars.length));
  const radius = diameter / 2 - size * 0.5 - diameter * 0.05;
  const step = Math.min((size * 1.35) / radius, span / Math.max(1, chars.length));
  return chars.map((char, index) => {
    const angle = (index - (chars.length - 1) / 2) * step;
    const foot = radius - size * 0.38;
    const half = (face.width(char) * size) / 2;
    return {
      path: face.outline(char),
      size,
      x: Math.sin(angle) * foot - Math.cos(angle) * half,
      y: -Math.cos(angle) * foot - Math.sin(angle) * half,
      turn: (angle * 180) / Math.PI,
    };
  });
}
