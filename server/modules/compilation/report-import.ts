import type { LocalText } from '../../../contract/values.ts';
import type { Read } from '../../platform/database/index.ts';
import type { FileReply } from '../../platform/http/endpoints.ts';
import { writeSpreadsheet } from '../../platform/spreadsheets/index.ts';
import type { StaffCall } from '../people/index.ts';
import { getImport, getImportRows, rowViews } from './import.store.ts';

const words = {
  'zh-CN': {
    title: '导入检查报告',
    counts: (ready: number, wrong: number) => `可以导入${ready}行，有问题${wrong}行`,
    headings: ['行', '事项名称', '编码', '部门', '能否导入', '问题', '提示', '还缺什么'],
    yes: '能',
    no: '不能',
    colon: '：',
  },
  en: {
    title: 'Import report',
    counts: (ready: number, wrong: number) => `${ready} rows can be imported, ${wrong} cannot`,
    headings: ['Row', 'Matter', 'Code', 'Department', 'Can be imported', 'Faults', 'Remarks', 'Still missing'],
    yes: 'yes',
    no: 'no',
    colon: ': ',
  },
} as const;

/** What is wrong with a sheet, row by row, as a sheet: every row, however many. Refuses `not_found`. */
export async function reportImport(
  read: Read,
  {
    importId,
    format = 'xlsx',
    language = 'zh-CN',
  }: { importId: string; format?: 'xlsx' | 'csv'; language?: 'zh-CN' | 'en' },
  call: StaffCall,
): Promise<FileReply> {
  const { name, ready, wrong } = await getImport(read, call.district, importId, call.staff.scope.organIds);
  const rows = await rowViews(read, call, await getImportRows(read, call.district, importId, {}));
  const said = words[language];
  const local = ({ zh, en }: LocalText) => (language === 'en' ? en : zh);
  const sentences = (faults: (typeof rows)[number]['faults']) =>
    faults.map(({ column, sentence }) => `${local(column)}${said.colon}${local(sentence)}`).join('\n');
  const { mediaType, bytes } = await writeSpreadsheet(
    {
      title: said.title,
      notes: [name, said.counts(ready, wrong)],
      headings: said.headings,
      rows: rows.map((row) => [
        String(row.row),
        row.name,
        row.code,
        row.department,
        row.ready ? said.yes : said.no,
        sentences(row.faults),
        sentences(row.remarks),
        row.missing.map(local).join(language === 'en' ? ', ' : '、'),
      ]),
    },
    format,
  );
  return { mediaType, name: `${said.title} ${name.replace(/\.[a-z]+$/i, '')}.${format}`, bytes };
}
