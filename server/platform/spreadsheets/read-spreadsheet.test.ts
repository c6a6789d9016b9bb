import { strToU8, zipSync } from 'fflate';
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

/** A book of one sheet, written by hand as no program would. */
function book(rows: string, { merges = '', more = {} as Record<string, Uint8Array> } = {}): Buffer {
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const files = {
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="a" sheetId="1" r:id="r1"/><sheet name="b" sheetId="2" r:id="r2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r2" Type="${relations}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><dimension ref="A1:XFD1048576"/><sheetData>${rows}</sheetData>${merges}</worksheet>`,
    'xl/worksheets/sheet2.xml': `<worksheet xmlns="${main}"><sheetData/></worksheet>`,
  };
  const written = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]));
  return Buffer.from(zipSync({ ...written, ...more }));
}
const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (at: number, ...cells: string[]) => `<row r="${at}">${cells.join('')}</row>`;
const names = row(1, cell('A1', '名称'), cell('B1', '部门'));

test('Of a formula its last result is read, and nothing where there is none or it is an error.', async () => {
  const formulas = [
    '<c r="A2" t="str"><f>CONCATENATE("老","人")</f><v>老人</v></c>',
    '<c r="B2"><f>1+1</f><v>2</v></c>',
    '<c r="C2"><f>1+1</f></c>',
    '<c r="D2" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
  ];
  expect(await readSpreadsheet(book(names + row(2, ...formulas)))).toEqual([
    ['名称', '部门'],
    ['老人', 2],
  ]);
});

test('A million empty rows that a program counts as used are no rows.', async () => {
  const empty = `<row r="9"><c r="A9" s="1"/></row><row r="1048576"><c r="A1048576" s="1"/><c r="XFD1048576"></c></row>`;
  expect(await readSpreadsheet(book(names + empty))).toEqual([['名称', '部门']]);
});

test('A merge over the whole sheet fills the sheet, and no more; many of them over each other are no sheet.', async () => {
  const merge = '<mergeCell ref="A1:XFD1048576"/>';
  const lines = Array.from({ length: 200 }, (_, at) => row(at + 2, cell(`A${at + 2}`, `事项${at}`)));
  const merges = (count: number) => `<mergeCells count="${count}">${merge.repeat(count)}</mergeCells>`;
  const grid = await readSpreadsheet(book(names + lines.join(''), { merges: merges(1) }));
  expect([grid.length, grid[0], grid[200]]).toEqual([201, ['名称', '部门'], ['事项199', '名称']]);
  await expect(readSpreadsheet(book(names + lines.join(''), { merges: merges(100_000) }))).rejects.toMatchObject({
    code: 'spreadsheet_unreadable',
  });
});

test.each([
  ['the last row of all', row(1_048_576, cell('A1048576', '名称')), 'spreadsheet_too_large'],
  ['the last column of all', row(1, cell('XFD1', '名称')), 'spreadsheet_too_large'],
  ['a place that no sheet has', row(1, cell('ZZZZZZ99999999999', '名称')), 'spreadsheet_unreadable'],
  ['two places at once', row(1, '<c r="A1" r="XFD1048576"><v>1</v></c>'), 'spreadsheet_unreadable'],
  ['no place', row(1, '<c><v>1</v></c>'), 'spreadsheet_unreadable'],
  ['a place with a hidden letter', row(1, '<c r="&#88;FD1048576"><v>1</v></c>'), 'spreadsheet_unreadable'],
  ['a tag that never ends', '<c '.repeat(1_000_000), 'spreadsheet_unreadable'],
])('A cell at %s is refused', async (_, rows, code) => {
  await expect(readSpreadsheet(book(rows))).rejects.toMatchObject({ code });
});

test('A small file that unpacks to a huge one is refused before it is unpacked, whatever it says of its size.', async () => {
  const bomb = book(names, { more: { 'xl/sharedStrings.xml': new Uint8Array(90 * 1024 * 1024) } });
  expect(bomb.length).toBeLessThan(1024 * 1024);
  await expect(readSpreadsheet(bomb)).rejects.toMatchObject({ code: 'spreadsheet_too_large' });
  const said = Buffer.alloc(4);
  said.writeUInt32LE(90 * 1024 * 1024);
  const lie = Buffer.from(bomb);
  for (let at = lie.indexOf(said); at >= 0; at = lie.indexOf(said)) lie.writeUInt32LE(1000, at);
  await expect(readSpreadsheet(lie)).rejects.toMatchObject({ code: 'spreadsheet_unreadable' });
});

test('A cell of 40,000 characters, other sheets and pictures beside do no harm.', async () => {
  const long = '长'.repeat(40_000);
  const more = { 'xl/media/image1.png': new Uint8Array(1000) };
  expect(await readSpreadsheet(book(names + row(2, cell('A2', long)), { more }))).toEqual([
    ['名称', '部门'],
    [long, null],
  ]);
});

test('Ten million lines, and a line of ten million cells, are refused without reading them all.', async () => {
  for (const bytes of [Buffer.alloc(10_000_000, '\n'), Buffer.alloc(10_000_000, ',')])
    await expect(readSpreadsheet(bytes)).rejects.toMatchObject({ code: 'spreadsheet_too_large' });
});

test.each([
  ['one byte', Buffer.from('P'), undefined],
  ['nothing', Buffer.alloc(0), 'file_empty'],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'spreadsheet_unreadable'],
  ['a ZIP that is none', Buffer.from('PK\u0003\u0004 and no more'), 'spreadsheet_unreadable'],
  ['an old XLS', Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), 'spreadsheet_unreadable'],
])('%s is refused by what it is', async (_, bytes, code) => {
  const read = readSpreadsheet(bytes);
  await (code === undefined ? expect(read).resolves.toEqual([['P']]) : expect(read).rejects.toMatchObject({ code }));
});

test('More rows than anybody reads are refused.', async () => {
  const rows = Buffer.from('名称\n'.repeat(20_001));
  await expect(readSpreadsheet(rows)).rejects.toMatchObject({ code: 'spreadsheet_too_large' });
});
