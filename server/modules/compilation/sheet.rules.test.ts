import { expect, test } from 'vitest';
import type { Cell } from '../../platform/spreadsheets/index.ts';
import { readRows, readTable } from './sheet.rules.ts';

const none: ReadonlySet<string> = new Set();

/** What comes of rows under headings. */
function read(grid: Cell[][], known = none) {
  const table = readTable(grid);
  if (table === undefined) throw new Error('No headings were found.');
  return readRows(table, known);
}

const names = ['事项名称', '实施编码', '部门'];

test('Headings are found below a title and notes, in one row.', () => {
  const table = readTable([
    ['某区政务服务事项清单'],
    [],
    ['填表人：', '样例'],
    names,
    ['老年人优待证', null, '民政局'],
  ]);
  expect(table?.headingRow).toBe(4);
  expect(table?.rows.map(({ row }) => row)).toEqual([5]);
});

test('Headings in two rows are read together, the group above a merged cell reaching to the next.', () => {
  const [row] = read([
    ['事项名称', '法定办结时限', null, '承诺办结时限', null],
    [null, '数量', '单位', '数量', '单位'],
    ['公共场所卫生许可', 20, '工作日', '5', '个工作日'],
  ]);
  expect(row?.values).toMatchObject({
    name: '公共场所卫生许可',
    statutoryAmount: 20,
    statutoryUnit: 'workingDays',
    promisedAmount: 5,
    promisedUnit: 'workingDays',
  });
  expect(row?.faults).toEqual([]);
});

test('The headings of the exchange tables are known too.', () => {
  const [row] = read([
    ['item_name', 'item_code', 'department', 'task_type'],
    ['样例事项', ' 511z ', '某局', '5'],
  ]);
  expect(row?.values).toEqual({ name: '样例事项', code: '511Z', organ: '某局', type: 'PAYMENT' });
});

test('A sheet without names is no list of items.', () => {
  expect(
    readTable([
      ['姓名', '电话'],
      ['甲', '1'],
    ]),
  ).toBeUndefined();
  expect(readTable([])).toBeUndefined();
});

test('Hundreds of empty rows are no rows, and headings repeated on a printed page neither.', () => {
  const empty = Array.from({ length: 500 }, (): Cell[] => [null, ' ', null]);
  const rows = read([names, ['甲', null, null], ...empty, names, ['乙', null, null]]);
  expect(rows.map(({ values: { name } }) => name)).toEqual(['甲', '乙']);
});

test('Full-width digits, gaps in codes and units beside numbers are read.', () => {
  const [row] = read([
    ['事项名称', '实施编码', '承诺时限', '到现场次数', '收费标准（元）'],
    ['甲', '1143 1302DEM000030H　5４32014001000', '２０个工作日', '1次', '８0.50元'],
  ]);
  expect(row?.values).toEqual({
    name: '甲',
    code: '11431302DEM000030H5432014001000',
    promisedAmount: 20,
    promisedUnit: 'workingDays',
    visits: 1,
    fee: 8050,
  });
});

test.each([
  [46082, '2026-03-01'],
  [{ day: '2026-03-01' }, '2026-03-01'],
  ['2026年3月1日', '2026-03-01'],
  ['2026/3/1', '2026-03-01'],
  ['２０２６.３.１', '2026-03-01'],
  ['20260301', '2026-03-01'],
])('A day is a day: %j', (cell, day) => {
  expect(
    read([
      ['事项名称', '计划生效日期'],
      ['甲', cell],
    ])[0]?.values.effectiveDay,
  ).toBe(day);
});

test.each([
  ['计划生效日期', '2026年2月30日', 'not_a_day'],
  ['计划生效日期', '下个月', 'not_a_day'],
  ['承诺办结时限', '很快', 'not_a_number'],
  ['事项类型', '行政处罚', 'not_on_application'],
  ['事项类型', '随便', 'type_unknown'],
  ['行使层级', '地球', 'level_unknown'],
  ['是否网办', '也许', 'not_yes_or_no'],
  ['收费标准', '面议', 'not_money'],
  ['服务对象', '外星人', 'objects_unknown'],
])('%s “%s” is a fault of its cell: %s', (heading, cell, code) => {
  const [row] = read([
    ['事项名称', heading],
    ['甲', cell],
  ]);
  expect(row?.faults).toMatchObject([{ code, facts: { value: cell } }]);
});

test('Lines of a cell are told apart by breaks, numbers and semicolons.', () => {
  const [row] = read([
    ['事项名称', '申请材料', '受理条件'],
    ['甲', '1.身份证；2.照片；3、户口簿', '①年满60周岁\n（2）户籍在本区'],
  ]);
  expect(row?.values.materials).toEqual(['身份证', '照片', '户口簿']);
  expect(row?.values.conditions).toEqual(['年满60周岁', '户籍在本区']);
});

test('A row without a name is a fault; a dash or 无 says nothing.', () => {
  const [row] = read([names, [null, '—', '民政局']]);
  expect(row?.faults).toEqual([{ field: 'name', code: 'required' }]);
  expect(row?.values.code).toBeUndefined();
});

test('A row that is there twice names the first, and a code of the catalogue is known.', () => {
  const rows = read(
    [names, ['甲', 'A1', '局'], ['乙', ' a1', '局'], ['丙', 'B2', '局'], ['丁', null, '局'], ['丁', null, '局']],
    new Set(['B2']),
  );
  expect(rows.map(({ faults }) => faults.map(({ code, facts }) => [code, facts?.row]))).toEqual([
    [],
    [['row_twice', 2]],
    [['code_known', undefined]],
    [],
    [['row_twice', 5]],
  ]);
});

test('R-1.2: a code that fails its check stays as it is and does not hinder the row.', () => {
  const [row] = read([names, ['甲', '511Z07001006-511602000000', '局']]);
  expect(row?.faults).toEqual([]);
  expect(row?.remarks).toEqual([{ field: 'code', code: 'code_length', facts: { key: '511Z07001006-511602000000' } }]);
});

test('R-1.5: working days promised beyond the law are a fault; days of another unit are compared later.', () => {
  const head = ['事项名称', '法定办结时限', '承诺办结时限'];
  expect(read([head, ['甲', 10, 20]])[0]?.faults).toEqual([
    { field: 'promisedAmount', code: 'promise_over_law', facts: { max: 10 } },
  ]);
  expect(read([head, ['甲', '10工作日', '12天']])[0]?.faults).toEqual([]);
});
