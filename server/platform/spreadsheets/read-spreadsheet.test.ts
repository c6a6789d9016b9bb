import { expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { readSpreadsheet } from './index.ts';

const gbk = (text: string) => Buffer.from([...text].flatMap((each) => gbkBytes[each] ?? [each.charCodeAt(0)]));
/** The few characters that the test needs, as GBK writes them. */
const gbkBytes: Record<string, number[]> = { 名: [0xc3, 0xfb], 称: [0xb3, 0xc6], 老: [0xc0, 0xcf], 人: [0xc8, 0xcb] };

test('A CSV in GBK and one in UTF-8 with a mark say the same.', async () => {
  const expected = [
    ['名称', 'A'],
    ['老人', null],
  ];
  expect(await readSpreadsheet(gbk('名称,A\r\n老人,\r\n'))).toEqual(expected);
  expect(await readSpreadsheet(Buffer.from('\ufeff名称,A\n老人,\n'))).toEqual(expected);
});

test('Tabs and semicolons part cells too, and a quoted cell may hold lines.', async () => {
  expect(await readSpreadsheet(Buffer.from('a\tb\n1\t"x\ny"\n'))).toEqual([
    ['a', 'b'],
    ['1', 'x\ny'],
  ]);
  expect(await readSpreadsheet(Buffer.from('a;b\n1;2\n'))).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ]);
});

test('Merged cells of an XLSX have the value of the first one.', async () => {
  const file = await writeXlsxFile(
    [
      [{ value: '时限', columnSpan: 2 }, null, { value: '部门', rowSpan: 2 }],
      [{ value: '数量' }, { value: '单位' }, null],
      [{ value: 20, type: Number }, { value: '工作日' }, { value: '民政局' }],
    ] as never,
    {} as never,
  ).toBuffer();
  expect(await readSpreadsheet(file)).toEqual([
    ['时限', '时限', '部门'],
    ['数量', '单位', '部门'],
    [20, '工作日', '民政局'],
  ]);
});

test.each([
  ['nothing', Buffer.alloc(0), 'file_empty'],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'spreadsheet_unreadable'],
  ['a ZIP that is none', Buffer.from('PK\u0003\u0004 and no more'), 'spreadsheet_unreadable'],
  ['an old XLS', Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), 'spreadsheet_unreadable'],
])('%s is refused by what it is', async (_, bytes, code) => {
  await expect(readSpreadsheet(bytes)).rejects.toMatchObject({ code });
});

test('More rows than anybody reads are refused.', async () => {
  const rows = Buffer.from('名称\n'.repeat(20_001));
  await expect(readSpreadsheet(rows)).rejects.toMatchObject({ code: 'spreadsheet_too_large' });
});
