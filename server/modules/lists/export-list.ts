import type { LocalText } from '../../../contract/values.ts';
import type { Read } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import type { FileReply } from '../../platform/http/endpoints.ts';
import { type SheetTable, writeSpreadsheet } from '../../platform/spreadsheets/index.ts';
import { cellsOf, findRows, type Narrowing } from './list.queries.ts';

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
  const table: SheetTable = {
    title: text(list.name),
    notes: [`${said.basis}: ${text(list.basis)}`, `${said.day}: ${call.today} · ${rows.length} ${said.rows}`],
    headings: [said.number, said.name, ...list.columns.map(({ name }) => text(name))],
    rows: rows.map((row, at) => [String(at + 1), text(row.name), ...cellsOf(row, list, places).map(text)]),
  };
  return { ...(await writeSpreadsheet(table, format)), name: `${table.title} ${call.today}.${format}` };
}
