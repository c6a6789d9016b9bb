import { parse } from 'csv-parse/sync';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { Refusal } from '../refusal.ts';

/** What stands in a cell, untouched: a text, a number, yes or no, a day that the sheet knows as one, or nothing. */
export type Cell = string | number | boolean | { readonly day: string } | null;

/** The cells of a sheet, row by row; of merged cells each has what the first one says. */
export type Grid = readonly (readonly Cell[])[];

/** The most that a spreadsheet may be once unpacked, and the most rows and columns that anybody reads. */
const mostUnpackedBytes = 80 * 1024 * 1024;
const mostRows = 20_000;
const mostColumns = 1_000;

/**
 * Reads the first sheet of an XLSX, or a CSV in UTF-8 or GBK. By the content, not by the name. Refuses `file_empty`,
 * `spreadsheet_unreadable`, `spreadsheet_too_large`.
 */
export async function readGrid(bytes: Buffer): Promise<Grid> {
  if (bytes.length === 0) throw new Refusal('file_empty');
  const grid = bytes.subarray(0, 2).toString('latin1') === 'PK' ? await readXlsx(bytes) : readCsv(bytes);
  if (grid.length > mostRows || grid.some((row) => row.length > mostColumns)) throw tooLarge();
  return grid;
}

const tooLarge = () => new Refusal('spreadsheet_too_large', { max: mostRows });
const unreadable = () => new Refusal('spreadsheet_unreadable');

async function readXlsx(bytes: Buffer): Promise<Grid> {
  const { book, merged } = unpack(bytes);
  const rows = await readSheet(Buffer.from(book)).catch(() => {
    throw unreadable();
  });
  const cells = rows.map((row) => row.map(cellOf));
  fillMerged(cells, merged);
  return cells;
}

/** A day comes as the library's own object, at midnight UTC. */
function cellOf(value: unknown): Cell {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'object' && value !== null && 'toISOString' in value)
    return { day: (value as { toISOString(): string }).toISOString().slice(0, 10) };
  return null;
}

/** The files of a book that say what stands on its first sheet; pictures, macros and other sheets are left packed. */
const needed = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/[^/]+\.xml|xl\/_rels\/workbook\.xml\.rels)$/i;

/**
 * The book with nothing in it but its first sheet, packed anew, and the sheet's merged ranges, like `A2:C2`. Whoever reads
 * it next builds every row and column up to the farthest cell: cells without a value, of which programs keep a million,
 * are left out, and one that lies too far is refused before.
 */
function unpack(bytes: Buffer): { book: Uint8Array; merged: string[] } {
  const files = unzip(bytes, (name) => needed.test(name));
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const first = /<(?:\w+:)?sheet\s[^<>]*\br:id="([^"]+)"/.exec(text('xl/workbook.xml'))?.[1];
  const target = [...text('xl/_rels/workbook.xml.rels').matchAll(/<(?:\w+:)?Relationship\s[^<>]*>/g)]
    .map(([tag]) => tag)
    .find((tag) => /\bId="([^"]+)"/.exec(tag)?.[1] === first);
  const path = /\bTarget="([^"]+)"/.exec(target ?? '')?.[1];
  if (path === undefined) throw unreadable();
  const file = path.startsWith('/') ? path.slice(1) : `xl/${path}`;
  const sheet = strFromU8(unzip(bytes, (name) => name === file)[file] ?? new Uint8Array()).replace(
    /<(?:\w+:)?c\s[^<>]*(?:\/>|><\/(?:\w+:)?c>)/g,
    '',
  );
  checkAddresses(sheet);
  const merged = [...sheet.matchAll(/<(?:\w+:)?mergeCell\s[^<>]*\bref="([A-Z]+\d+:[A-Z]+\d+)"/g)];
  return {
    book: zipSync({ ...files, [file]: strToU8(sheet) }, { level: 0 }),
    merged: merged.map(([, ref = '']) => ref),
  };
}

/** Refuses what would be too large before any of it is unpacked. */
function unzip(bytes: Buffer, isWanted: (name: string) => boolean): Record<string, Uint8Array> {
  let sum = 0;
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!isWanted(name)) return false;
        sum += originalSize;
        if (sum > mostUnpackedBytes) throw tooLarge();
        return true;
      },
    });
  } catch (error) {
    throw error instanceof Refusal ? error : unreadable();
  }
}

function checkAddresses(sheet: string): void {
  for (const [tag] of sheet.matchAll(/<(?:\w+:)?c(?=[\s>])[^<>]*/g)) {
    const addresses = [...tag.matchAll(/\sr\s*=\s*["']([^"']*)["']/g)];
    if (addresses.length !== 1 || !/^[A-Z]{1,3}\d{1,7}$/.test(addresses[0]?.[1] ?? '')) throw unreadable();
    const { row, column } = placeOf(addresses[0]?.[1] ?? '');
    if (row >= mostRows || column >= mostColumns) throw tooLarge();
  }
}

/** Each merged cell says what the first one says, within the sheet; ranges of a real sheet never lie over each other. */
function fillMerged(rows: Cell[][], merged: readonly string[]): void {
  const width = rows[0]?.length ?? 0;
  let left = rows.length * width;
  for (const ref of merged) {
    const [from, to] = ref.split(':').map(placeOf);
    if (from === undefined || to === undefined) continue;
    const value = rows[from.row]?.[from.column] ?? null;
    if (value === null) continue;
    const [lastRow, lastColumn] = [Math.min(to.row, rows.length - 1), Math.min(to.column, width - 1)];
    left -= Math.max(0, lastRow - from.row + 1) * Math.max(0, lastColumn - from.column + 1);
    if (left < 0) throw unreadable();
    for (const row of rows.slice(from.row, lastRow + 1))
      for (let column = from.column; column <= lastColumn; column += 1) row[column] ??= value;
  }
}

/** Row and column of `AB12`, both from 0. */
function placeOf(address: string): { row: number; column: number } {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(digits) - 1, column: column - 1 };
}

function readCsv(bytes: Buffer): Grid {
  const text = textOf(bytes);
  const [line = ''] = text.split('\n', 1);
  const delimiter = [',', '\t', ';'].toSorted((a, b) => line.split(b).length - line.split(a).length)[0] as string;
  try {
    const rows: string[][] = parse(text, {
      delimiter,
      bom: true,
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: false,
      to: mostRows + 1,
    });
    return rows.map((row) => row.map((cell) => (cell.trim() === '' ? null : cell)));
  } catch {
    throw unreadable();
  }
}

/** UTF-8 where it is that, else GBK (in its later form GB 18030), as office programs of the last decades write it. */
function textOf(bytes: Buffer): string {
  if (bytes.includes(0)) throw unreadable();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
