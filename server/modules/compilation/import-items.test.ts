import { expect, test } from 'vitest';
import type { ItemImport } from '../../../contract/imports.ts';
import { readSpreadsheet } from '../../platform/spreadsheets/index.ts';
import { type Client, openTown } from '../../tests/support/town.ts';

const town = await openTown();
const { itemManager, itemPublisher } = town;

async function upload(by: Client, text: string | Buffer, name = '事项.csv'): Promise<ItemImport> {
  const answer = await by.raw('POST', `/api/item-imports?name=${encodeURIComponent(name)}`, Buffer.from(text));
  if (answer.status !== 200) throw answer.body;
  return answer.body as ItemImport;
}

const rowsOf = (importId: string, ready?: boolean) =>
  itemManager.call('GET /item-imports/:importId/rows', {
    importId,
    limit: 100,
    ...(ready !== undefined && { ready }),
  });

const draftsNamed = async (name: string) => {
  const { rows } = await town.db.pool.query<{ count: number }>(
    'select count(*)::int as count from item_drafts where name_zh like $1',
    [`${name}%`],
  );
  return rows[0]?.count;
};

test('A sheet is judged row by row, and nothing is imported before somebody confirms.', async () => {
  const read = await upload(
    itemManager,
    '事项名称,部门,事项类型,承诺时限\n甲事项,区卫生健康局,公共服务,5个工作日\n,区卫生健康局,公共服务,5\n乙事项,,外星类型,很快\n',
  );
  expect(read).toMatchObject({ state: 'PREVIEWED', ready: 1, wrong: 2, imported: 0, headingRow: 1 });
  const { rows } = await rowsOf(read.importId);
  expect(rows.map(({ row, ready, faults }) => [row, ready, faults.map(({ sentence }) => sentence.zh)])).toEqual([
    [2, true, []],
    [3, false, ['没有填。']],
    [4, false, ['没有“外星类型”这种事项类型。', '“很快”要写成数字，比如20。']],
  ]);
  expect(await draftsNamed('甲事项')).toBe(0);
});

test('Everything without a fault becomes drafts of the department, with what is missing marked; then the sheet is done.', async () => {
  const { importId } = await upload(
    itemManager,
    '事项名称,部门,编码\n丙事项一,区卫生健康局,511Z07001006-5116\n丙事项二,,\n',
  );
  const done = await itemManager.call('POST /item-imports/:importId/confirm', { importId });
  expect(done).toMatchObject({ state: 'IMPORTED', imported: 2 });
  const { rows } = await rowsOf(importId);
  const draftId = rows[0]?.draftId ?? '';
  const draft = await itemManager.call('GET /item-drafts/:draftId', { draftId });
  expect(draft).toMatchObject({ origin: 'import', state: 'DRAFT', code: '511Z07001006-5116', isNew: true });
  expect(draft.missing).toEqual(expect.arrayContaining(['materials', 'promisedLimit', 'bases']));
  // the code stays as it was written, and stays visible as wrong.
  expect(draft.faults).toContainEqual(expect.objectContaining({ field: 'code', code: 'code_length' }));
  await expect(itemManager.call('POST /item-imports/:importId/confirm', { importId })).rejects.toMatchObject({
    code: 'import_moved_on',
  });
});

test('Chosen rows are imported and no others; one wrong row among them, and none is.', async () => {
  const { importId } = await upload(itemManager, '名称,类型\n丁事项一,公共服务\n丁事项二,外星\n丁事项三,公共服务\n');
  await expect(
    itemManager.call('POST /item-imports/:importId/confirm', { importId, rows: [2, 3] }),
  ).rejects.toMatchObject({ code: 'import_row_wrong', fields: [{ field: '3', code: 'row_wrong' }] });
  expect(await draftsNamed('丁事项')).toBe(0);
  await itemManager.call('POST /item-imports/:importId/confirm', { importId, rows: [4] });
  expect(await draftsNamed('丁事项')).toBe(1);
});

test('A code that was taken since the sheet was read stops the import as a whole.', async () => {
  const sheet = '名称,编码\n戊事项,CODE-TAKEN-LATER\n';
  const [first, second] = [await upload(itemManager, sheet), await upload(itemManager, sheet)];
  await itemManager.call('POST /item-imports/:importId/confirm', { importId: first.importId });
  await expect(
    itemManager.call('POST /item-imports/:importId/confirm', { importId: second.importId }),
  ).rejects.toMatchObject({ code: 'import_row_wrong' });
  expect(await draftsNamed('戊事项')).toBe(1);
});

test('A department imports its own items only; the approval bureau imports for everybody.', async () => {
  const sheet = '名称,部门\n己事项,甲镇人民政府\n';
  expect(await upload(itemManager, sheet)).toMatchObject({ ready: 0, wrong: 1 });
  expect(await upload(itemPublisher, sheet)).toMatchObject({ ready: 1, wrong: 0 });
});

test('Departments that we do not have are given to one of ours by the approval bureau, and by no department to another.', async () => {
  const sheet = '名称,部门\n辛事项一,区教科体局\n辛事项二,区教科体局\n辛事项三,\n';
  const { importId, departments } = await upload(itemPublisher, sheet);
  expect(departments).toEqual([
    { name: '区教科体局', rows: 2 },
    { name: '', rows: 1 },
  ]);
  const organId = (await itemManager.call('GET /staff/self', {})).me?.post?.organId ?? '';
  const confirm = (by: Client, of: string, given: string) =>
    by.call('POST /item-imports/:importId/confirm', {
      importId: of,
      departments: [{ name: '区教科体局', organId: given }],
    });
  await expect(confirm(itemPublisher, importId, crypto.randomUUID())).rejects.toMatchObject({ code: 'invalid_input' });
  expect(await confirm(itemPublisher, importId, organId)).toMatchObject({ imported: 3 });
  const { rows } = await itemPublisher.call('GET /item-imports/:importId/rows', { importId });
  expect(rows.map(({ organ }) => organ?.zh)).toEqual(['区卫生健康局（演示）', '区卫生健康局（演示）', undefined]);
  const own = await upload(itemManager, sheet.replaceAll('辛', '壬'));
  expect(own.departments).toBeUndefined();
  const others = await town.db.pool.query<{ id: string }>(
    `select id from organisations where name_zh like '甲镇人民政府%'`,
  );
  await expect(confirm(itemManager, own.importId, others.rows[0]?.id ?? '')).rejects.toMatchObject({
    code: 'invalid_input',
    fields: [{ field: 'departments', code: 'not_an_organ' }],
  });
});

test('A code longer than any standard’s is kept as it is, and its draft can be saved with it; one without end is a fault.', async () => {
  const code = '511Z07001006-511602000000-000-11511301008778183N-1-00';
  const read = await upload(itemManager, `名称,编码\n癸事项一,${code}\n癸事项二,${'9'.repeat(101)}\n`);
  expect(read).toMatchObject({ ready: 1, wrong: 1 });
  await itemManager.call('POST /item-imports/:importId/confirm', { importId: read.importId });
  const draftId = (await rowsOf(read.importId, true)).rows[0]?.draftId ?? '';
  const { revision, profile, caseType, level, acceptingOrganId, decidingOrganId, content } = await itemManager.call(
    'GET /item-drafts/:draftId',
    { draftId },
  );
  const saved = await itemManager.call('POST /item-drafts/:draftId/save', {
    ...{ draftId, revision, code, profile, caseType, level, acceptingOrganId, decidingOrganId, content },
  });
  expect(saved).toMatchObject({ code, revision: revision + 1 });
  expect(saved.faults).toContainEqual(expect.objectContaining({ field: 'code', code: 'code_length' }));
});

test('A thousand broken rows give a report of a thousand rows, as XLSX and as CSV.', async () => {
  const lines = Array.from({ length: 1000 }, (_, at) => `=SUM(${at}),外星类型${at}`);
  const read = await upload(itemManager, `名称,类型\n${lines.join('\n')}\n`);
  expect(read).toMatchObject({ ready: 0, wrong: 1000 });
  for (const format of ['xlsx', 'csv']) {
    const { status, bytes } = await itemManager.raw(
      'GET',
      `/api/item-imports/${read.importId}/report?format=${format}`,
    );
    expect(status).toBe(200);
    const grid = await readSpreadsheet(bytes);
    const rows = grid.filter(([row]) => /^\d+$/.test(String(row)));
    expect(rows.length).toBe(1000);
    expect(rows[999]).toEqual([
      '1001',
      "'=SUM(999)",
      null,
      null,
      '不能',
      '事项类型：没有“外星类型999”这种事项类型。',
      null,
      null,
    ]);
  }
});

test('What is exported can be read again: every column is known, and every code is in the catalogue.', async () => {
  const { bytes } = await itemPublisher.raw('GET', '/api/catalogue-export?format=xlsx');
  const read = await upload(itemPublisher, bytes, '导出.xlsx');
  expect(read).toMatchObject({ ready: 0, headingRow: 4, unknownHeadings: [] });
  const { rows } = await itemPublisher.call('GET /item-imports/:importId/rows', {
    importId: read.importId,
    limit: 100,
  });
  const faults = new Set(rows.flatMap((row) => row.faults.map(({ sentence }) => sentence.zh)));
  expect([...faults]).toEqual(['目录里已经有这个编码，请在事项里修改。']);
});

test('A discarded sheet imports nothing; a file that is none is refused by what it is.', async () => {
  const { importId } = await upload(itemManager, '名称\n庚事项\n');
  expect(await itemManager.call('POST /item-imports/:importId/discard', { importId })).toMatchObject({
    state: 'DISCARDED',
  });
  await expect(itemManager.call('POST /item-imports/:importId/confirm', { importId })).rejects.toMatchObject({
    code: 'import_moved_on',
  });
  for (const [bytes, code] of [
    [Buffer.from('姓名,电话\n甲,1\n'), 'spreadsheet_no_names'],
    [Buffer.from('PK\u0003\u0004'), 'spreadsheet_unreadable'],
  ] as const)
    expect(await itemManager.raw('POST', '/api/item-imports?name=a.xlsx', bytes)).toMatchObject({
      body: { refusal: { code } },
    });
});
