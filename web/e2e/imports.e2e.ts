import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import type { DraftRow, DraftView } from '../../contract/compilation.ts';
import { readSpreadsheet } from '../../server/platform/spreadsheets/index.ts';
import { audit } from './audit.ts';
import { type Screen, withBrowser } from './browser.ts';
import { signInStaff } from './people.ts';

const openScreen = withBrowser();

const manager = 'items.health';
const reviewer = 'items.health.reviewer';
const publishers = ['publisher', 'publisher.2'] as const;
const matter = { zh: '托育机构家长开放日备案', en: 'Notice of open days of a nursery' };
const remedies = { zh: '对办理结果不服的，可以申请行政复议。', en: 'You may ask for administrative reconsideration.' };
const alias = '托育开放日';

/** What stands in a row of the sheet, by its column. */
type Line = readonly (string | number)[];
type Sheet = { name: string; mimeType: string; buffer: Buffer };

/** A sheet as offices keep them: a title, headings in two rows with merged groups, a row of nothing, and the lines. */
async function sheetOf(lines: readonly Line[]): Promise<Sheet> {
  const one = (value: string) => ({ value, rowSpan: 2 });
  const group = (value: string) => [{ value, columnSpan: 2 }, null];
  const rows = [
    [{ value: '某区政务服务事项清单', columnSpan: 13 }, ...Array.from({ length: 12 }, () => null)],
    [
      ...['序号', '事项名称', '实施编码', '部门', '事项类型', '设定依据', '受理条件', '申请材料'].map(one),
      ...group('法定办结时限'),
      ...group('承诺办结时限'),
      one('收费标准（元）'),
    ],
    [...Array.from({ length: 8 }, () => null), ...['数量', '单位', '数量', '单位'].map((value) => ({ value })), null],
    Array.from({ length: 13 }, () => null),
    ...lines.map((line) =>
      line.map((value) => (value === '' ? null : { value, type: typeof value === 'number' ? Number : String })),
    ),
  ];
  return {
    name: '区卫健局事项.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: await writeExcelFile(rows as never, {} as never).toBuffer(),
  };
}

const basis = '托育机构管理办法（样例）第八条';
/** With its numbers in full width, and the code with gaps as people type it. */
const good = (code: string): Line => [
  ...[1, matter.zh, code.replace(/(.{9})/g, '$1 '), '区卫健局', '公共服务', basis],
  ...['1.已经备案的托育机构；2.开放日在本区', '开放日安排表', '２０', '工作日', 5, '工作日', 0],
];
const wrong: readonly Line[] = [
  [2, '托育机构参观登记', '', '区卫健局', '外星类型', basis, '', '', 20, '工作日', '很快', '工作日', ''],
  [3, '家长学校备案', '', '区卫健局', '公共服务', basis, '', '', '', '', '', '', ''],
  [4, '家长学校备案', '', '区卫健局', '公共服务', basis, '', '', '', '', '', '', ''],
];
const fixed: readonly Line[] = [
  [2, '托育机构参观登记', '', '区卫健局', '公共服务', basis, '', '', 20, '工作日', 5, '工作日', ''],
  ...wrong.slice(1, 2),
];

describe('A sheet of matters', () => {
  test('is judged row by row, put right, imported, filled in, approved and published, and a resident reads it', async () => {
    const screen = await openScreen({ language: 'zh-CN', width: 1440 });
    const { page, t } = screen;
    await signInStaff(screen, manager);
    await screen.arrive(t('staff:compilation.draftList.mine'));
    await screen.link(t('staff:imports.title')).click();
    await screen.arrive(t('staff:imports.title'));
    const code = await unusedCode(screen);

    await choose(screen, await sheetOf([good(code), ...wrong]));
    await screen.see(t('staff:imports.counts', { ready: 2, wrong: 2 }));
    const row = (at: number) => page.locator('tbody tr').filter({ hasText: new RegExp(`^${at}`) });
    await row(6).getByText('没有“外星类型”这种事项类型').waitFor();
    await row(6).getByText('“很快”要写成数字').waitFor();
    await row(8).getByText('和第7行重复了').waitFor();
    expect(await page.locator('tbody tr').count()).toBe(2);
    await screen.judge('import, faults');
    expect(await audit(page)).toEqual([]);
    const report = await page.request.get((await screen.link(t('staff:imports.report')).getAttribute('href')) ?? '');
    const told = (await readSpreadsheet(await report.body())).filter(([at]) => /^\d+$/.test(String(at)));
    expect(told.map(([at, name, , , can]) => [at, name, can])).toEqual([
      ['5', matter.zh, '能'],
      ['6', '托育机构参观登记', '不能'],
      ['7', '家长学校备案', '能'],
      ['8', '家长学校备案', '不能'],
    ]);
    expect(told[1]?.[5]).toBe('事项类型：没有“外星类型”这种事项类型。\n承诺办结时限：“很快”要写成数字，比如20。');
    await screen.button(t('staff:imports.discard')).click();
    await page.getByRole('dialog').getByText(t('staff:imports.discardText')).waitFor();
    await screen.judge('import, discard');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('staff:imports.yesDiscard'), exact: true })
      .click();
    await screen.see(t('staff:imports.states.DISCARDED'));

    await screen.link(t('staff:imports.title')).first().click();
    await screen.arrive(t('staff:imports.title'));
    await choose(screen, await sheetOf([good(code), ...fixed]));
    await screen.see(t('staff:imports.counts', { ready: 3, wrong: 0 }));
    await screen.judge('import, ready');
    await screen.button(t('staff:imports.confirmAll', { ready: 3 })).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(t('staff:imports.confirmText')).waitFor();
    await screen.judge('import, confirm');
    await dialog.getByRole('button', { name: t('staff:imports.yesImport'), exact: true }).click();
    await screen.see(t('staff:imports.done', { imported: 3 }));
    await screen.judge('import, done');

    await row(5)
      .getByRole('link', { name: t('staff:imports.draft'), exact: true })
      .click();
    await screen.arrive(matter.zh);
    const draftId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await screen.judge('imported draft');
    // What the sheet said is there, what it did not say is marked, and the code was read through its gaps.
    const imported = await draftOf(screen, draftId);
    expect(imported.code).toBe(code);
    expect(imported.missing).toEqual(
      expect.arrayContaining(['steps', 'form', 'result', 'elements', 'visits', 'remedies', 'aliases']),
    );
    expect(imported.missing).not.toEqual(expect.arrayContaining(['materials']));
    expect(imported.faults.map(({ field }) => field)).not.toContain('code');
    await fillIn(screen, imported);
    await page.reload();
    await screen.arrive(matter.zh);
    await openPart(screen, 'bases');
    await screen.see(t('staff:compilation.missingHint', { names: t('staff:compilation.field.remedies') }));
    await screen.judge('imported draft, missing');
    const remedy = (language: 'zh' | 'en') =>
      screen.field(t(`staff:compilation.in.${language}`, { label: t('staff:compilation.field.remedies') }));
    await remedy('zh').fill(remedies.zh);
    await remedy('en').fill(remedies.en);
    await openPart(screen, 'questions');
    await screen.field(t('staff:compilation.field.aliases')).or(page.getByRole('combobox')).first().fill(alias);
    await page.keyboard.press('Enter');
    await screen.see(t('staff:compilation.edit.faultless'));

    await screen.button(screen.starting(t('staff:compilation.edit.submit'))).click();
    await page.getByRole('dialog').waitFor();
    await screen.field(t('staff:compilation.ask.reason')).fill('新设的备案。');
    if ((await draftOf(screen, draftId)).burdens.length > 0)
      await screen.field(t('staff:compilation.ask.law')).fill(basis);
    await page.keyboard.press('Control+Enter');
    await screen.see(t('staff:compilation.review.done.submit'));
    await pass(reviewer, draftId, 'review');
    let last = await pass(publishers[0], draftId, 'approve');
    const { state } = await draftOf(last, draftId);
    if (state === 'PENDING_APPROVAL') last = await pass(publishers[1], draftId, 'approve');
    await last.page.keyboard.press('Control+Enter');
    await last.page.getByRole('dialog').waitFor();
    await last.page.keyboard.press('Control+Enter');
    await last.see(t('staff:compilation.review.done.publish', { version: 1 }));
    const { itemId } = await draftOf(last, draftId);

    const resident = await openScreen({ language: 'zh-CN', width: 390 });
    await resident.go(`/items/${itemId}`);
    await resident.arrive(matter.zh);
    await resident.see('开放日安排表');
    await resident.see(/5个工作日/);
    await resident.judge('guide of an imported item');

    await abandonRest(screen);
  });

  test('says in English what it is and what is wrong with it, and of a file that is none that it cannot be read', async () => {
    const screen = await openScreen({ language: 'en', width: 1440 });
    const { page, t } = screen;
    await signInStaff(screen, manager);
    await screen.arrive(t('staff:compilation.draftList.mine'));
    await screen.go('/staff/imports');
    await screen.arrive(t('staff:imports.title'));
    await screen.judge('imports');
    expect(await audit(page)).toEqual([]);
    const picture = { name: 'picture.xlsx', mimeType: 'image/png', buffer: Buffer.from('89504e470d0a1a0a00', 'hex') };
    await page.locator('input[type=file]').setInputFiles(picture);
    await screen.see(t('refusals:spreadsheet_unreadable'));
    await screen.judge('imports, refused');
    await choose(screen, await sheetOf(wrong));
    await screen.see(t('staff:imports.counts', { ready: 1, wrong: 2 }));
    await screen.see('There is no type “外星类型”.');
    await screen.judge('import, faults');
    await page.getByText(t('staff:imports.allRows'), { exact: false }).first().click();
    await expect.poll(() => page.locator('tbody tr').count()).toBe(3);
    await page.getByRole('checkbox').check();
    await screen.button(t('staff:imports.confirmPicked', { count: 1 })).click();
    await page.getByRole('dialog').getByText(t('staff:imports.confirmText')).waitFor();
    await screen.judge('import, confirm');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('staff:imports.cancel'), exact: true })
      .click();
  });

  /** Somebody finds the draft among what waits for him, opens the act by its key and does it. */
  async function pass(username: string, draftId: string, act: 'review' | 'approve'): Promise<Screen> {
    const screen = await openScreen({ language: 'zh-CN', width: 1440 });
    const { page, t } = screen;
    await signInStaff(screen, username);
    await page.getByRole('link', { name: matter.zh, exact: true }).click();
    await screen.arrive(matter.zh);
    expect(new URL(page.url()).pathname).toContain(draftId);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Control+Enter');
    await screen.see(t(`staff:compilation.review.done.${act}`));
    return screen;
  }
});

async function choose({ page }: Screen, sheet: Sheet): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(sheet);
  await page.waitForURL(/\/imports\/[^/]+$/);
}

async function openPart({ page, t }: Screen, part: 'bases' | 'questions'): Promise<void> {
  const name = t(`staff:compilation.sections.${part}`);
  await page
    .getByRole('navigation', { name: t('staff:compilation.parts') })
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click();
  await page.getByRole('heading', { level: 2, name, exact: true }).waitFor();
}

async function read<T>({ page }: Screen, path: string): Promise<T> {
  const reply = await page.request.get(`/api${path}`);
  expect(reply.status(), `${path} ${await reply.text()}`).toBe(200);
  return (await reply.json()) as T;
}

async function send({ page }: Screen, path: string, data: object): Promise<void> {
  const reply = await page.request.post(`/api${path}`, { data, headers: { 'idempotency-key': randomUUID() } });
  expect(reply.status(), `${path} ${await reply.text()}`).toBe(200);
}

const draftOf = (screen: Screen, draftId: string) => read<DraftView>(screen, `/item-drafts/${draftId}`);

/** the credit code of the department, the district, and a public service that nobody has. */
async function unusedCode(screen: Screen): Promise<string> {
  const { items } = await read<{ items: { code: string }[] }>(screen, '/catalogue-items?limit=1');
  return `${items[0]?.code.slice(0, 19)}432099998001`;
}

/** Everything but the remedies and the aliases: what the sheet did not say, and the other language of what it said. */
async function fillIn(screen: Screen, draft: DraftView): Promise<void> {
  const { draftId, revision, profile, caseType, level, code, acceptingOrganId, decidingOrganId, content } = draft;
  const both = (zh: string, en: string) => ({ zh, en });
  await send(screen, `/item-drafts/${draftId}/save`, {
    ...{ revision, profile, caseType, level, code, acceptingOrganId, decidingOrganId },
    missing: ['remedies', 'aliases'],
    content: {
      ...content,
      name: matter,
      brief: both('托育机构办开放日前来备案，5个工作日办好。', 'Nurseries tell us of their open days; done in 5 days.'),
      bring: both('带上开放日安排表。', 'Bring the plan of the day.'),
      howLong: both('5个工作日。', '5 working days.'),
      conditions: content.conditions.map(({ zh }) => both(zh, 'A registered nursery of the district.')),
      materials: content.materials.map((material) => ({
        ...material,
        name: both(material.name.zh, 'Plan of the open day'),
        hint: both('写清时间和地点。', 'Say when and where.'),
      })),
      steps: [both('提交材料', 'Hand in'), both('备案', 'Record')],
      grantReason: '材料齐全、符合形式，予以备案。',
      fee: { ...content.fee, note: both('不收费', 'Free of charge') },
      result: { ...content.result, name: both('备案回执', 'Receipt'), note: both('当面交给您。', 'Handed to you.') },
      elements: { ...content.elements, serviceObjects: ['ENTERPRISE'], themes: ['文体教育'] },
    },
  });
}

/** Drafts that no other journey shall find. */
async function abandonRest(screen: Screen): Promise<void> {
  for (const name of ['托育机构参观登记', '家长学校备案']) {
    const { drafts } = await read<{ drafts: DraftRow[] }>(screen, `/item-drafts?q=${encodeURIComponent(name)}`);
    for (const { draftId } of drafts) await send(screen, `/item-drafts/${draftId}/abandon`, {});
  }
}
