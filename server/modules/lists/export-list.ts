import writeExcelFile from 'write-excel-file/node';
import type { LocalText } from '../../../contract/values.ts';
import type { Read } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import type { FileReply } from '../../platform/http/endpoints.ts';
import { cellsOf, findRows, type Narrowing } from './list.queries.ts';
import { cellText, csvOf, type Table } from './table.rules.ts';

const words = {
  zh: { name: '事项名称', number: '序号', basis: '依据', day: '数据日期', rows: '条' },
  en: { name: 'Matter', number: 'No.', basis: 'Basis', day: 'As of', rows: 'rows' },
} as const;

/** A list as a file, the rows that its page shows with the same narrowing. Refuses `not_found`. */
export async function exportList(
  read: Read,
  {
    format,
    language = 'zh',
    ...asked
  }: Narrowing & { listKey: string; format: 'xlsx' | 'csv'; language?: 'zh' | 'en' },
  call: Call,
): Promise<FileReply> {
  const { list, rows, places } = await findRows(read, call, asked);
  const said = words[language];
  const text = (of: LocalText) => (of[language] === '' ? of.zh : of[language]);
  const table: Table = {
    title: text(list.name),
    notes: [`${said.basis}: ${text(list.basis)}`, `${said.day}: ${call.today} · ${rows.length} ${said.rows}`],
    headings: [said.number, said.name, ...list.columns.map(({ name }) => text(name))],
    rows: rows.map((row, at) => [String(at + 1), text(row.name), ...cellsOf(row, list, places).map(text)]),
  };
  const name = `${table.title} ${call.today}.${format}`;
  if (format === 'csv') return { mediaType: 'text/csv; charset=utf-8', name, bytes: Buffer.from(csvOf(table), 'utf8') };
  return {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name,
    bytes: await xlsxOf(table),
  };
}

const widest = 60;

/** Title and notes above the headings, which stay in sight; printed on A4 lying. */
function xlsxOf({ title, notes, headings, rows }: Table): Promise<Buffer> {
  const sheet = [
    [{ value: cellText(title), fontWeight: 'bold' as const, fontSize: 16 }],
    ...notes.map((note) => [{ value: cellText(note), textColor: '#4a525c' }]),
    headings.map((heading) => ({
      value: cellText(heading),
      fontWeight: 'bold' as const,
      backgroundColor: '#eef1f5',
      wrap: true,
    })),
    ...rows.map((cells) => cells.map((cell) => ({ value: cellText(cell), wrap: true, alignVertical: 'top' as const }))),
  ];
  const columns = headings.map((heading, at) => ({
    width: Math.min(widest, Math.max(widthOf(heading), ...rows.slice(0, 200).map((cells) => widthOf(cells[at] ?? '')))),
  }));
  return writeExcelFile(sheet, {
    columns,
    sheet: title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
    stickyRowsCount: notes.length + 2,
    orientation: 'landscape',
  }).toBuffer();
}

/** Chinese characters are twice as wide as digits. */
function widthOf(text: string): number {
  return [...text.slice(0, widest)].reduce(
    (sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1),
    2,
  );
}
