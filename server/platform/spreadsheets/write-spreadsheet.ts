import writeExcelFile from 'write-excel-file/node';

/** What stands on a sheet: a title and notes above the headings, groups above those where there are any, and the rows. */
export interface SheetTable {
  readonly title: string;
  readonly notes: readonly string[];
  /** One for each heading; the same ones beside each other become one cell. */
  readonly groups?: readonly string[];
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export const spreadsheetFormats = ['xlsx', 'csv'] as const;

/** A sheet as a file: XLSX for people, CSV for machines, without title and notes. */
export async function writeSpreadsheet(
  table: SheetTable,
  format: (typeof spreadsheetFormats)[number],
): Promise<{ mediaType: string; bytes: Buffer }> {
  if (format === 'csv') return { mediaType: 'text/csv; charset=utf-8', bytes: Buffer.from(csvOf(table), 'utf8') };
  return {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: await xlsxOf(table),
  };
}

/** The most that a spreadsheet keeps in one cell. */
const longestCell = 32_767;

// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those that XML cannot hold
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
/** What a spreadsheet would take for a formula, after whatever it skips. */
const formula = /^[\s\u00a0\ufeff]*[=+\-@＝＋－＠|%]/;

/** A text that stays a text in every spreadsheet: nothing runs when the file is opened, nor when it is saved again. */
export function cellText(text: string): string {
  const written = text.replace(unwritable, '');
  const safe = formula.test(written) && written !== '-' ? `'${written}` : written;
  return safe.length > longestCell
    ? `${safe
        .slice(0, longestCell - 1)
        .toWellFormed()
        .replace(/\ufffd$/, '')}…`
    : safe;
}

/** CSV by RFC 4180, in UTF-8 with its mark, by which spreadsheets know it. */
function csvOf({ groups, headings, rows }: SheetTable): string {
  const lines = [...(groups === undefined ? [] : [groups]), headings, ...rows].map((cells) =>
    cells.map((cell) => quoted(cellText(cell))).join(','),
  );
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const widest = 60;

/** Title, notes and headings stay in sight; printed on A4 lying. */
function xlsxOf({ title, notes, groups, headings, rows }: SheetTable): Promise<Buffer> {
  const heading = { fontWeight: 'bold', backgroundColor: '#eef1f5', wrap: true } as const;
  const sheet = [
    [{ value: cellText(title), fontWeight: 'bold' as const, fontSize: 16 }],
    ...notes.map((note) => [{ value: cellText(note), textColor: '#4a525c' }]),
    ...(groups === undefined
      ? []
      : [
          groups.map((group, at) =>
            at > 0 && groups[at - 1] === group
              ? null
              : { ...heading, value: cellText(group), columnSpan: runOf(groups, at) },
          ),
        ]),
    headings.map((text) => ({ ...heading, value: cellText(text) })),
    ...rows.map((cells) => cells.map((cell) => ({ value: cellText(cell), wrap: true, alignVertical: 'top' as const }))),
  ];
  const columns = headings.map((text, at) => ({
    width: Math.min(widest, Math.max(widthOf(text), ...rows.slice(0, 200).map((cells) => widthOf(cells[at] ?? '')))),
  }));
  return writeExcelFile(sheet as never, {
    columns,
    sheet: title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
    stickyRowsCount: notes.length + (groups === undefined ? 2 : 3),
    orientation: 'landscape',
  }).toBuffer();
}

/** How many groups of the same name stand beside each other from here. */
function runOf(groups: readonly string[], from: number): number {
  const end = groups.findIndex((group, at) => at > from && group !== groups[from]);
  return (end < 0 ? groups.length : end) - from;
}

/** Chinese characters are twice as wide as digits. */
function widthOf(text: string): number {
  return [...text.slice(0, widest)].reduce(
    (sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1),
    2,
  );
}
