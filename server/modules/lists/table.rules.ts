/** A list as a table: a title, what it rests on, the headings and the rows. */
export interface Table {
  readonly title: string;
  readonly notes: readonly string[];
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
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
export function csvOf({ headings, rows }: Table): string {
  const lines = [headings, ...rows].map((cells) => cells.map((cell) => quoted(cellText(cell))).join(','));
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
