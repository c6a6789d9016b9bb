import { expect, test } from 'vitest';
import type { DraftView } from '../../../contract/compilation.ts';
import { demoItems } from '../../demo/items.ts';
import { transact } from '../../platform/database/index.ts';
import { newItem } from '../../tests/support/drafts.ts';
import { type Client, openTown } from '../../tests/support/town.ts';
import { getVersionInForce, publishItemVersion } from '../catalogue/index.ts';

const town = await openTown({ on: '2026-03-02T09:00' });
const { itemManager } = town;
const [itemId = '', otherItemId = '', thirdItemId = ''] = demoItems
  .filter(({ content }) => content.materials.length > 1)
  .map(({ key }) => town.items[key]);

const begin = (of: string) => itemManager.call('POST /item-drafts', { itemId: of });
const abandon = (draftId: string) => itemManager.call('POST /item-drafts/:draftId/abandon', { draftId });

/** Saves a draft whose first material lists these files. */
function save(draft: DraftView, fileIds: readonly string[], by: Client = itemManager) {
  const { draftId, revision, profile, caseType, level, acceptingOrganId, decidingOrganId, content } = draft;
  const files = fileIds.map((fileId) => ({ fileId, name: '样表', use: 'filled' as const }));
  const materials = content.materials.map((material, at) => (at === 0 ? { ...material, files } : material));
  return by.call('POST /item-drafts/:draftId/save', {
    ...{ draftId, revision, profile, caseType, level, acceptingOrganId, decidingOrganId },
    content: { ...content, materials },
  });
}

const count = async (table: string, where: string, value: string) =>
  (await town.db.pool.query<{ n: number }>(`select count(*)::int as n from ${table} where ${where} = $1`, [value]))
    .rows[0]?.n;

/** Publishes another version of an item, with these files. */
async function publishFiles(of: string, fileIds: readonly string[]) {
  const call = town.systemCall();
  const { id: _, itemId: __, version: ___, ...version } = await getVersionInForce(town.db, call, of);
  const files = fileIds.map((fileId) => ({ fileId, name: '样表', use: 'filled' as const }));
  const materials = version.content.materials.map((material, at) => (at === 0 ? { ...material, files } : material));
  const content = { ...version.content, brief: { zh: `样例${fileIds.length}`, en: 'Sample' }, materials };
  return transact(town.db, (tx) => publishItemVersion(tx, { ...version, effectiveDay: town.today(), content }, call));
}

test('A draft lists files of the catalogue and those that its compiler uploaded, and nobody else’s.', async () => {
  const resident = await town.resident();
  const draft = await begin(itemId);
  const nobodys = '019d0000-0000-7000-8000-000000000000';
  for (const fileId of [await resident.upload(), await town.clerk.upload(), nobodys, 'no id'])
    await expect(save(draft, [fileId]), fileId).rejects.toMatchObject({
      code: 'file_missing',
      fields: [{ field: 'content.materials.0.files.0.fileId', code: 'not_an_option' }],
    });
  const own = await itemManager.upload('样表.png');
  const saved = await save(draft, [own]);
  // Taken out and put back, as one undoes and redoes.
  const without = await save(saved, []);
  expect((await save(without, [own])).content.materials[0]?.files).toMatchObject([{ fileId: own }]);
  await abandon(draft.draftId);
});

test('A file that only a draft lists is not swept away.', async () => {
  const draft = await begin(itemId);
  const [own, unused] = [await itemManager.upload('样表.png'), await itemManager.upload('没用.png')];
  await save(draft, [own]);
  await town.at('2026-03-06T09:00');
  expect([await count('files', 'id', own), await count('files', 'id', unused)]).toEqual([1, 0]);
  await abandon(draft.draftId);
});

test('A version is not published with a file that a resident handed in, or that is not there.', async () => {
  const resident = await town.resident();
  for (const fileId of [await resident.upload(), '019d0000-0000-7000-8000-000000000000'])
    await expect(publishFiles(otherItemId, [fileId])).rejects.toMatchObject({
      code: 'invalid_input',
      fields: [{ field: 'content.materials.0.files.0.fileId', code: 'not_an_option' }],
    });
});

test('A draft with many places to finish hides none of them, and nothing broken among them is saved.', async () => {
  const { draftId, content, ...draft } = await itemManager.call('POST /item-drafts', { ...newItem });
  const bases = Array.from({ length: 12 }, () => ({ law: '', mark: 'checked' as const }));
  const { revision, profile, caseType, level, acceptingOrganId, decidingOrganId } = draft;
  const head = { draftId, revision, profile, caseType, level, acceptingOrganId, decidingOrganId };
  for (const broken of [{ online: 'maybe' }, { decisionAnswers: 5 }])
    expect(
      await itemManager.raw('POST', `/api/item-drafts/${draftId}/save`, {
        ...{ ...head, draftId: undefined },
        content: { ...content, bases, ...broken },
      }),
    ).toMatchObject({ status: 400, body: { refusal: { code: 'invalid_input' } } });
  const saved = await itemManager.call('POST /item-drafts/:draftId/save', { ...head, content: { ...content, bases } });
  expect(saved.faults.filter(({ field }) => /^content\.bases\.\d+/.test(field))).toHaveLength(12);
  await abandon(draftId);
});

test('R-1.10: the history is read page by page, and each page knows what its last version changed.', async () => {
  for (let made = 0; made < 4; made++) await publishFiles(thirdItemId, []).then(() => publishFiles(thirdItemId, []));
  const read = (more: object) =>
    town.supervisor.call('GET /catalogue-items/:itemId/history', { itemId: thirdItemId, ...more });
  const whole = await read({});
  expect(whole).toMatchObject({ rows: { length: 9 } });
  expect(whole).not.toHaveProperty('next');
  const first = await read({ limit: 4 });
  expect(first).toEqual({ rows: whole.rows.slice(0, 4), next: '6' });
  const second = await read({ limit: 4, after: first.next });
  expect(second).toEqual({ rows: whole.rows.slice(4, 8), next: '2' });
  expect(await read({ limit: 4, after: second.next })).toEqual({ rows: whole.rows.slice(8) });
  await expect(read({ after: '-1' })).rejects.toMatchObject({ code: 'invalid_input' });
});

test('What became nothing is cleared: sheets are put aside after 30 days, their rows go after 90, drafts after 180.', async () => {
  const readSheet = async (name: string) => {
    const answer = await itemManager.raw('POST', '/api/item-imports?name=a.csv', Buffer.from(`事项名称\n${name}\n`));
    return (answer.body as { importId: string }).importId;
  };
  const [fresh, waiting, done] = [await readSheet('甲'), await readSheet('乙'), await readSheet('丙')];
  await itemManager.call('POST /item-imports/:importId/confirm', { importId: done });
  const [old, recent] = [
    await itemManager.call('POST /item-drafts', { ...newItem }),
    await itemManager.call('POST /item-drafts', { ...newItem }),
  ];
  for (const { draftId } of [old, recent]) await abandon(draftId);
  const change = await begin(itemId);
  await abandon(change.draftId);
  const back = (table: string, column: string, days: number, id: string) =>
    town.db.pool.query(`update ${table} set ${column} = ${column} - make_interval(days => $1) where id = $2`, [
      days,
      id,
    ]);
  await back('item_imports', 'read_at', 30, waiting);
  await back('item_imports', 'confirmed_at', 90, done);
  await back('item_drafts', 'changed_at', 180, old.draftId);
  await back('item_drafts', 'changed_at', 179, recent.draftId);
  await back('item_drafts', 'changed_at', 400, change.draftId);
  await town.at(`${Temporal.PlainDate.from(town.today()).add({ days: 1 })}T09:00`);

  const stateOf = async (importId: string) =>
    (await itemManager.call('GET /item-imports/:importId', { importId })).state;
  expect([await stateOf(fresh), await stateOf(waiting), await stateOf(done)]).toEqual([
    'PREVIEWED',
    'DISCARDED',
    'IMPORTED',
  ]);
  const rowsOf = (importId: string) => count('item_import_rows', 'import_id', importId);
  expect([await rowsOf(fresh), await rowsOf(waiting), await rowsOf(done)]).toEqual([1, 1, 0]);
  const left = (id: string) => count('item_drafts', 'id', id);
  expect([await left(old.draftId), await left(recent.draftId), await left(change.draftId)]).toEqual([0, 1, 1]);
  expect(await count('item_draft_acts', 'draft_id', old.draftId)).toBe(0);
});
