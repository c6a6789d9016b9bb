import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { Refusal } from '../refusal.ts';

/** What stands in a cell, untouched: a text, a number, yes or no, a day that the sheet knows as one, or nothing. */
export type Cell = string | number | boolean | { readonly day: string } | null;

/** The cells of a sheet, row by row; of merged cells each has what the first one says. */
export type Grid = readonly (readonly Cell[])[];

/** The most that a spreadsheet may be once unpacked, and the most rows that anybody reads. */
const mostUnpackedBytes = 80 * 1024 * 1024;
const mostRows = 20_000;

/**
 * Reads the first sheet of an XLSX, or a CSV in UTF-8 or GBK. By the content, not by the name. Refuses
 * `spreadsheet_unreadable`, `spreadsheet_too_large`.
 */
export async function readSpreadsheet(bytes: Buffer): Promise<Grid> {
  if (bytes.length === 0) throw new Refusal('file_empty');
  const grid = bytes.readUInt16BE(0) === zipMark ? await readXlsx(bytes) : readCsv(bytes);
  if (grid.length > mostRows) throw new Refusal('spreadsheet_too_large', { rows: grid.length, max: mostRows });
  return grid;
}

/** PK, with which every ZIP begins. */
const zipMark = 0x504b;

async function readXlsx(bytes: Buffer): Promise<Grid> {
  const merged = unpackMerges(bytes);
  const rows = await readSheet(bytes).catch(() => {
    throw new Refusal('spreadsheet_unreadable');
  });
  return fillMerged(
    rows.map((row) => row.map(cellOf)),
    merged,
  );
}

/** A day comes as the library's own object, at midnight UTC. */
function cellOf(value: unknown): Cell {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'object' && value !== null && 'toISOString' in value)
    return { day: (value as { toISOString(): string }).toISOString().slice(0, 10) };
  return null;
}

/** Ranges like `A2:C2` of the first sheet; nothing is unpacked that would not fit. */
function unpackMerges(bytes: Buffer): string[] {
  try {
    let sum = 0;
    const names: string[] = [];
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        sum += originalSize;
        names.push(name);
        return false;
      },
    });
    if (sum > mostUnpackedBytes) throw new Refusal('spreadsheet_too_large', { rows: 0, max: mostRows });
    const wanted = new Set(['xl/workbook.xml', 'xl/_rels/workbook.xml.rels']);
    const book = unzipSync(bytes, { filter: ({ name }) => wanted.has(name) });
    const text = (name: string) => strFromU8(book[name] ?? new Uint8Array());
    const first = /<sheet\b[^>]*\br:id="([^"]+)"/.exec(text('xl/workbook.xml'))?.[1];
    const target = [...text('xl/_rels/workbook.xml.rels').matchAll(/<Relationship\b[^>]*>/g)]
      .map(([tag]) => tag)
      .find((tag) => /\bId="([^"]+)"/.exec(tag)?.[1] === first);
    const path = /\bTarget="([^"]+)"/.exec(target ?? '')?.[1];
    const file = path === undefined ? undefined : path.startsWith('/') ? path.slice(1) : `xl/${path}`;
    const sheet = unzipSync(bytes, { filter: ({ name }) => name === file })[file ?? ''];
    if (sheet === undefined) return [];
    return [...strFromU8(sheet).matchAll(/<mergeCell\b[^>]*\bref="([A-Z]+\d+:[A-Z]+\d+)"/g)].map(([, ref = '']) => ref);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('spreadsheet_unreadable');
  }
}

function fillMerged(rows: Cell[][], merged: readonly string[]): Grid {
  for (const ref of merged) {
    const [from, to] = ref.split(':').map(placeOf);
    if (from === undefined || to === undefined) continue;
    const value = rows[from.row]?.[from.column] ?? null;
    // Only what lies within the sheet: a merge may say that it reaches to the millionth row.
    for (let row = from.row; row <= Math.min(to.row, rows.length - 1); row += 1)
      for (let column = from.column; column <= Math.min(to.column, (rows[row]?.length ?? 0) - 1); column += 1)
        if (rows[row]?.[column] === null) (rows[row] as Cell[])[column] = value;
  }
  return rows;
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
    });
    return rows.map((row) => row.map((cell) => (cell.trim() === '' ? null : cell)));
  } catch {
    throw new Refusal('spreadsheet_unreadable');
  }
}

/** UTF-8 where it is that, else GBK (in its later form GB 18030), as office programs of the last decades write it. */
function textOf(bytes: Buffer): string {
  if (bytes.includes(0)) throw new Refusal('spreadsheet_unreadable');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
