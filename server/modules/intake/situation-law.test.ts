import { beforeAll, expect, test } from 'vitest';
import type { MaterialRequirement } from '../../../contract/catalogue.ts';
import type { Answers, FormField } from '../../../contract/form.ts';
import { transact } from '../../platform/database/index.ts';
import { textOfDocument } from '../../tests/support/filing.ts';
import { openTown } from '../../tests/support/town.ts';
import { getVersionInForce, publishItemVersion } from '../catalogue/index.ts';

const town = await openTown({ on: '2026-03-02T09:00' });
const itemId = town.items.seniorCard;

const said = (zh: string) => ({ zh, en: zh });
const choice = (key: string, values: string[], more: Partial<FormField> = {}): FormField => ({
  key,
  label: said(key),
  kind: 'choice',
  required: true,
  privacy: 'plain',
  situation: true,
  options: values.map((value) => ({ value, label: said(value) })),
  ...more,
});
const paper = (key: string, more: Partial<MaterialRequirement> = {}): MaterialRequirement => ({
  key,
  name: said(`材料${key}`),
  hint: said('原件'),
  necessity: 'required',
  originals: 1,
  copies: 0,
  form: 'either',
  source: 'applicant',
  basis: { law: '样例', mark: 'sample' },
  ...more,
});

/** Two levels: who lives elsewhere says where, and only who rents shows the lease; a woman shows a note. */
beforeAll(async () => {
  const call = town.systemCall();
  const { id: _, itemId: __, version: ___, ...version } = await getVersionInForce(town.db, call, itemId);
  const { certificate: ____, ...result } = version.content.result;
  const { decisionAnswers: _____, ...content } = {
    ...version.content,
    result,
    form: [
      choice('lives', ['here', 'elsewhere']),
      choice('home', ['own', 'rented'], { when: [{ field: 'lives', is: ['elsewhere'] }] }),
    ],
    materials: [
      paper('idCard'),
      paper('deed', { when: [{ field: 'home', is: ['own'] }] }),
      paper('lease', { when: [{ field: 'home', is: ['rented'] }] }),
      paper('note', { when: [{ field: 'applicant.sex', is: ['female'] }] }),
    ],
  };
  await transact(town.db, (tx) => publishItemVersion(tx, { ...version, effectiveDay: town.today(), content }, call));
});

const local: Answers = { lives: 'here' };
const tenant: Answers = { lives: 'elsewhere', home: 'rented' };
const man = { name: '样例·李爷爷', residentNumber: '431302190001010017' };
const woman = { name: '样例·王老板', residentNumber: '431302190001010041' };

const takeIn = (answers: Answers, keys: readonly string[], who = man) =>
  town.clerk.call('POST /cases/take-in', {
    itemId,
    applicant: { ...who, regionId: town.regions.village },
    answers,
    materials: keys.map((key) => ({ key, received: true, originals: 1, copies: 0, fileIds: [] })),
    deliveryWish: 'WINDOW',
  });
const accept = (caseId: string) => town.clerk.call('POST /cases/:caseId/accept', { caseId });
const keysOf = (materials: readonly { requirement: { key: string } }[]) =>
  materials.map(({ requirement }) => requirement.key);

test('R-2.6 情形: what this person needs is enough to be accepted, and the file shows nothing else', async () => {
  const { caseId } = await takeIn(local, ['idCard']);
  expect(keysOf((await town.clerk.call('GET /cases/:caseId', { caseId })).materials)).toEqual(['idCard']);
  expect((await accept(caseId)).state).toBe('DECIDING');
});

test('R-2.6 情形: the second level of the tree counts: a tenant without his lease is not accepted', async () => {
  const { caseId } = await takeIn(tenant, ['idCard']);
  await expect(accept(caseId)).rejects.toMatchObject({
    code: 'materials_missing',
    fields: [{ field: 'lease', code: 'required' }],
  });
  const corrected = await town.clerk.call('POST /cases/:caseId/correct', {
    caseId,
    defects: [{ key: 'lease', kind: 'missing', howToFix: '请带租房合同' }],
  });
  expect(await textOfDocument(town, corrected.documentIds[0])).toContain('材料lease');
});

test('R-1.4 情形: what another situation needs is refused at the window like what no guide lists', async () => {
  for (const key of ['deed', 'lease', 'bribe'])
    await expect(takeIn(local, ['idCard', key])).rejects.toMatchObject({
      code: 'material_unknown',
      fields: [{ field: key }],
    });
});

test('R-2.12 情形: nobody can be asked afterwards for what his situation does not need, in the preview neither', async () => {
  const { caseId } = await takeIn(tenant, ['idCard', 'lease']);
  const defects = [{ key: 'deed', kind: 'missing', howToFix: '请带房产证' } as const];
  await expect(town.clerk.call('POST /cases/:caseId/correct', { caseId, defects })).rejects.toMatchObject({
    code: 'material_unknown',
  });
  const preview = await town.clerk.call('GET /cases/:caseId/preview', {
    caseId,
    act: 'correct',
    defects: JSON.stringify(defects),
  });
  expect(preview.lines.join('\n')).not.toContain('材料deed');
});

test('R-2.6 情形: what depends on the person follows the card that was seen', async () => {
  const { caseId } = await takeIn(local, ['idCard'], woman);
  await expect(accept(caseId)).rejects.toMatchObject({ fields: [{ field: 'note' }] });
  await expect(takeIn(local, ['idCard', 'note'])).rejects.toMatchObject({ code: 'material_unknown' });
});

test('R-2.3 情形: a resident hands in what he needs; what another answer would have needed goes from the draft', async () => {
  const resident = await town.resident();
  const { caseId } = await resident.call('POST /my/cases', { itemId });
  const upload = async (key: string) => ({ key, fileIds: [await resident.upload(`${key}.png`)] });
  await resident.call('POST /my/cases/:caseId/save', {
    caseId,
    answers: { lives: 'elsewhere', home: 'own' },
    materials: await Promise.all(['idCard', 'deed'].map(upload)),
    regionId: town.regions.village,
  });
  // He finds that he rents.
  await resident.call('POST /my/cases/:caseId/save', { caseId, answers: { home: 'rented' } });
  await expect(resident.call('POST /my/cases/:caseId/submit', { caseId })).rejects.toMatchObject({
    code: 'materials_missing',
    fields: expect.arrayContaining([{ field: 'lease', code: 'required' }]),
  });
  // While it is a draft the screens choose from all of them, as the answers move.
  const listed = keysOf((await resident.call('GET /my/cases/:caseId', { caseId })).materials);
  expect(listed).toEqual(['idCard', 'deed', 'lease', 'note']);
  await resident.call('POST /my/cases/:caseId/save', {
    caseId,
    materials: await Promise.all(['lease', 'note'].map(upload)),
  });
  const { caseNo, queryCode, documentIds } = await resident.call('POST /my/cases/:caseId/submit', { caseId });
  const [receipt, form] = await Promise.all(documentIds.map((id) => textOfDocument(town, id)));
  for (const text of [receipt, form]) {
    expect(text).toContain('材料lease');
    expect(text).not.toContain('材料deed');
  }
  const own = keysOf((await resident.call('GET /my/cases/:caseId', { caseId })).materials);
  expect(own).not.toContain('deed');
  const queried = await town.visitor.call('POST /case-queries', { caseNo: caseNo ?? '', queryCode });
  expect(keysOf(queried.materials)).toEqual(own);
  expect(queried.parties).toEqual([]);
  const kept = await town.db.pool.query('select from case_materials where case_id = $1 and requirement_key = $2', [
    caseId,
    'deed',
  ]);
  expect(kept.rowCount).toBe(0);
});
