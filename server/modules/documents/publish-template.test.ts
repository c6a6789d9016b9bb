import { describe, expect, test } from 'vitest';
import type { DocumentKind, TemplateContent } from '../../../contract/documents.ts';
import { sampleAnswers } from '../../demo/items/sample-answers.ts';
import { sampleNumber } from '../../demo/residents.ts';
import { sql, transact } from '../../platform/database/index.ts';
import { getChain } from '../../platform/ledger/index.ts';
import { takeInSenior, textOfDocument } from '../../tests/support/filing.ts';
import { openTown, type Refused } from '../../tests/support/town.ts';
import { insertTemplate } from './template.store.ts';
import { firstTemplates } from './templates.data.ts';

const town = await openTown();

const newest = async (kind: DocumentKind) => (await town.admin.call('GET /document-templates/:kind', { kind })).version;
const publish = async (kind: DocumentKind, content: TemplateContent, profile?: 'LICENSE' | 'BENEFIT') =>
  town.admin.call('POST /document-templates/:kind/publish', {
    kind,
    content,
    basedOn: await newest(kind),
    ...(profile && { profile }),
  });
const withNote = (text: string): TemplateContent => ({
  ...firstTemplates.intakeReceipt,
  blocks: [...firstTemplates.intakeReceipt.blocks, { kind: 'note', text }],
});
const refused = (act: Promise<unknown>) =>
  act.then(
    () => undefined,
    (error: Refused) => error,
  );
let holders = 100;
async function receipt(): Promise<string> {
  holders += 1;
  const made = await takeInSenior(town, town.clerk, {
    residentNumber: sampleNumber(holders),
  });
  const { documents } = await town.clerk.call('GET /cases/:caseId', { caseId: made.caseId });
  return documents.find(({ kind }) => kind === 'intakeReceipt')?.documentId ?? '';
}

test('A document keeps the version under which it was issued; the next one carries the new version', async () => {
  const before = await receipt();
  const made = await publish('intakeReceipt', withNote('咨询请打12345。'));
  expect(made).toMatchObject({ version: 2, publishedAt: town.systemCall().now.toString() });
  const after = await receipt();
  expect(await textOfDocument(town, before)).not.toContain('12345');
  expect(await textOfDocument(town, after)).toContain('咨询请打12345。');
  await town.settle();
  const pdf = await town.clerk.raw('GET', `/api/documents/${after}/pdf`);
  expect(pdf.status).toBe(200);
  await publish('intakeReceipt', withNote('周六也上班。'));
  expect(await textOfDocument(town, after)).toContain('咨询请打12345。');
  expect(await textOfDocument(town, after)).not.toContain('周六');
});

test('A template of one profile is for that profile alone', async () => {
  const { version } = await publish(
    'denialDecision',
    { ...firstTemplates.denialDecision, title: '{文书名称}（许可）' },
    'LICENSE',
  );
  const { templates } = await town.admin.call('GET /document-templates', {});
  expect(templates.filter(({ kind }) => kind === 'denialDecision')).toMatchObject([
    { version: 1 },
    { version, profile: 'LICENSE' },
  ]);
});

test('What is published never changes and can be read for ever; who, when and which version stand in the ledger', async () => {
  const old = await town.admin.call('GET /document-templates/:kind', { kind: 'intakeReceipt', version: 1 });
  expect(old.content).toEqual(firstTemplates.intakeReceipt);
  expect(old.versions.at(-1)).toEqual({ version: 1 });
  const { version } = await publish('grantDecision', firstTemplates.grantDecision);
  const { rows } = await town.db.pool.query(
    `select id from document_templates where kind = 'grantDecision' and version = $1`,
    [version],
  );
  const [row] = await getChain(town.db, town.district, { kind: 'template', id: rows[0].id });
  expect(row?.act).toBe('template.published');
  expect(JSON.parse(row?.body ?? '{}').facts).toEqual({ kind: 'grantDecision', version, profile: null });
});

test('A faulty template is refused with the place of each fault, and nothing is published', async () => {
  const version = await newest('denialDecision');
  const error = await refused(
    publish('denialDecision', { title: '', blocks: [{ kind: 'paragraph', text: '{您}的{口令}' }] }),
  );
  expect(error).toMatchObject({
    code: 'template_wrong',
    fields: [
      { field: 'title', code: 'textEmpty' },
      { field: 'blocks.0.text', code: 'valueUnknown', facts: { name: '口令' } },
    ],
  });
  expect(await newest('denialDecision')).toBe(version);
});

test('Of two editors who began with the same version one publishes, the other is told to look again', async () => {
  const basedOn = await newest('correctionNotice');
  const acts = [1, 2].map(() =>
    refused(
      town.admin.call('POST /document-templates/:kind/publish', {
        kind: 'correctionNotice',
        content: firstTemplates.correctionNotice,
        basedOn,
      }),
    ),
  );
  const codes = (await Promise.all(acts)).map((error) => error?.code);
  expect(codes.sort()).toEqual(['template_moved_on', undefined]);
});

test('A preview fills the sample and names what is missing, and keeps nothing', async () => {
  const content = { title: '{文书名称}', blocks: [{ kind: 'paragraph' as const, text: '{您}：{理由}。' }] };
  const preview = await town.admin.call('POST /document-templates/:kind/preview', { kind: 'denialDecision', content });
  expect(preview.head[1]).toBe('不予行政许可决定书');
  expect(preview.blocks).toEqual([{ kind: 'paragraph', text: '您：经营场所不符合食品经营许可的条件。' }]);
  expect(preview.faults).toContainEqual({ field: 'blocks', code: 'valueMissing', facts: { name: '救济途径' } });
});

describe('ALL 32: a district’s own receipt from before it said what was still owed', () => {
  const old: TemplateContent = {
    ...firstTemplates.intakeReceipt,
    blocks: [
      ...firstTemplates.intakeReceipt.blocks.flatMap((block) =>
        JSON.stringify(block).includes('{补交情况}') ? [] : [block],
      ),
      { kind: 'note', text: '本区自己的话。' },
    ],
  };

  test('serves where it says all that the law wants, and the product’s own stands in where it would not', async () => {
    const basedOn = await newest('intakeReceipt');
    await transact(town.db, async (tx) => {
      const { rows } = await sql<{
        id: string;
      }>`select id from staff where district = ${town.district} limit 1`.execute(tx);
      const by = { profile: null, at: town.systemCall().now, staffId: rows[0]?.id ?? '' };
      await insertTemplate(tx, town.district, { kind: 'intakeReceipt', basedOn, content: old, ...by });
    });
    expect(await textOfDocument(town, await receipt())).toContain('本区自己的话。');

    const itemId = town.items['hygieneRenewal'] ?? '';
    const { caseId } = await town.districtClerk.call('POST /cases/take-in', {
      itemId,
      applicant: { name: '样例·王老板', residentNumber: sampleNumber(190), regionId: town.regions.village },
      answers: sampleAnswers('hygieneRenewal', town.regions.village),
      materials: [{ key: 'idCard', received: true, originals: 1, copies: 0, fileIds: [] }],
      deliveryWish: 'WINDOW',
    });
    const supplyDay = Temporal.PlainDate.from(town.today()).add({ days: 1 }).toString();
    await town.districtClerk.call('POST /cases/:caseId/accept-tolerated', {
      ...{ caseId, materials: ['testReport'], supplyDay, method: 'WINDOW', signed: true },
    });
    const supplied = await town.districtClerk.call('POST /cases/:caseId/receive-tolerated', {
      caseId,
      materials: [{ key: 'testReport', received: true, originals: 1, copies: 0, fileIds: [] }],
    });
    const text = await textOfDocument(town, supplied.documentIds[0]);
    expect(text).toContain('应当补交的材料已经齐全。');
    for (const wrong of ['核对完毕', '本区自己的话']) expect(text).not.toContain(wrong);
  });

  test('the administrator reads what it lacks, and cannot publish it again', async () => {
    const page = await town.admin.call('GET /document-templates/:kind', { kind: 'intakeReceipt' });
    expect(page.lacks).toEqual(['补交情况']);
    const { templates } = await town.admin.call('GET /document-templates', {});
    expect(templates.flatMap(({ kind, lacks }) => (lacks.length > 0 ? [[kind, lacks]] : []))).toEqual([
      ['intakeReceipt', ['补交情况']],
    ]);
    expect(await refused(publish('intakeReceipt', old))).toMatchObject({
      code: 'template_wrong',
      fields: [{ field: 'blocks', code: 'valueMissing', facts: { name: '补交情况' } }],
    });
  });
});
