import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { BatchView } from '../../contract/devolution.ts';
import type { Replies } from '../../contract/routes.ts';
import { daysAfter } from '../src/ui/day.ts';
import { audit } from './audit.ts';
import { type Reader, readers, type Screen, withBrowser } from './browser.ts';
import { become, send } from './filling.ts';
import { photograph, signInStaff } from './people.ts';

const openScreen = withBrowser();

const manager = 'items.natural.resources';
const reviewer = 'items.natural.resources.reviewer';
const publisher = 'publisher';
const licence = '乡村建设规划许可（农村村民建房）';
const lookUp = '不动产登记信息查询';

describe.each(readers)('A power that goes down, in $language at $width pixels', (reader) => {
  test('is proposed, discussed, reviewed, published, trained, permitted, tried, live, and looked back on', async () => {
    const first = await signedIn(reader, manager);
    const { t, of } = first;
    const names = await namesOf(first, readers.indexOf(reader));
    const title = `${of(names.town)} ${of({ zh: '赋权批次', en: 'batch' })}`;
    const today = await todayOf(first);
    const onward = await propose(first, { ...names, title, today });

    const bureau = await signedIn(reader, publisher);
    await bureau.link(t('staff:devolution.title')).click();
    await bureau.arrive(t('staff:devolution.title'));
    await bureau.see(bureau.like(t('staff:devolution.meetings')));
    await bureau.judge('devolution, batches');
    expect.soft(await audit(bureau.page)).toEqual([]);
    await bureau.link(title).click();
    await bureau.see(t('staff:devolution.waits.PROPOSED'));
    await act(bureau, 'holdMeeting', async (dialog) => {
      await dialog.locator('input[type=file]').setInputFiles(photograph);
      await bureau.see(t('staff:devolution.uploaded', { name: photograph.name }));
    });
    await bureau.see(t('staff:devolution.waits.nextRound', { round: 1 }));
    await act(bureau, 'openRound', (dialog) => fieldOf(dialog, t('staff:devolution.fields.untilDay')).fill(today));

    const town = await openScreen(reader);
    await town.go('/staff');
    await become(town, '"decider"', names.town.zh);
    await town.go('/staff');
    await town.link(t('staff:devolution.title')).click();
    await town.link(title).click();
    await act(town, 'comment', async (dialog) => {
      await dialog.getByText(t('staff:devolution.opinions.AGREE_WITH_CHANGE'), { exact: true }).click();
      await fieldOf(dialog, t('staff:devolution.fields.text')).fill('请先培训。');
    });
    await town.see('请先培训。');
    await town.judge('devolution, a round');
    expect.soft(await audit(town.page)).toEqual([]);

    await bureau.page.reload();
    await act(bureau, 'closeRound');
    for (const _ of [2, 3]) {
      await send(bureau.page, `/api${onward}/open-round`, { untilDay: today });
      await send(town.page, `/api${onward}/comment`, { opinion: 'AGREE' });
      await send(bureau.page, `/api${onward}/close-round`, {});
    }

    const law = await signedIn(reader, reviewer);
    await law.go(`/staff${onward.replace('-batches', '')}`);
    await act(law, 'reviewLegality', async (dialog) => {
      await dialog.getByText(t('staff:devolution.lawful'), { exact: true }).click();
      await fieldOf(dialog, t('staff:devolution.fields.opinionText')).fill('依据充分，程序合法。');
    });
    await law.see(t('staff:devolution.waits.LEGALITY_REVIEW'));

    await bureau.page.reload();
    await act(bureau, 'publish', (dialog) =>
      fieldOf(dialog, t('staff:devolution.fields.announcement')).fill('区政府门户网站'),
    );

    await first.page.reload();
    await act(first, 'recordTraining', async (dialog) => {
      await dialog.getByRole('spinbutton', { name: t('staff:devolution.fields.hours') }).fill('4');
      await fieldOf(dialog, t('staff:devolution.fields.section')).fill('行政审批股');
      // Everybody of the township, and of its villages one alone.
      await dialog
        .getByRole('group', { name: of(names.town), exact: true })
        .getByRole('checkbox')
        .first()
        .check();
      await dialog
        .getByRole('group', { name: of(names.villages), exact: true })
        .getByRole('checkbox')
        .nth(1)
        .check();
    });
    await first.see(t('staff:devolution.waits.TRAINED'));
    await bureau.page.reload();
    await act(bureau, 'permit', (dialog) => fieldOf(dialog, t('staff:devolution.fields.seal')).fill('审批专用章'));
    await bureau.see(t('staff:devolution.waits.PERMITTED'));
    await act(bureau, 'startTrial', (dialog) => fieldOf(dialog, t('staff:devolution.fields.untilDay')).fill(today));
    await bureau.judge('devolution, on trial');
    await nextDay(bureau, today);

    const later = await signedIn(reader, publisher);
    await later.go(`/staff${onward.replace('-batches', '')}`);
    await act(later, 'goLive');
    await later.see(later.like(t('staff:devolution.liveSince')));
    await later.judge('devolution, live');
    expect.soft(await audit(later.page)).toEqual([]);
    await later.button(`${t('staff:devolution.acts.takeBack')}…`).click();
    await later.see(t('staff:devolution.effects.takeBack'));
    await later.judge('devolution, takeBack');
    await later.button(t('staff:devolution.cancel')).click();

    await lookBack(later, await signedIn(reader, manager), names);
  }, 420_000);
});

async function signedIn(reader: Reader, username: string): Promise<Screen> {
  const screen = await openScreen(reader);
  await signInStaff(screen, username);
  await screen.arrive(screen.t('staff:compilation.draftList.mine'));
  return screen;
}

type Pair = { zh: string; en: string };

interface Names {
  town: Pair;
  villages: Pair;
  licence: Pair;
  lookUp: Pair;
  organ: Pair;
}

/** What the two items, the township and the department are called; each reader has a township of its own. */
async function namesOf({ page }: Screen, at: number): Promise<Names> {
  const get = async <T>(path: string): Promise<T> => (await (await page.request.get(`/api${path}`)).json()) as T;
  const { me } = await get<Replies['GET /staff/self']>('/staff/self');
  const { items } = await get<Replies['GET /catalogue-items']>(
    `/catalogue-items?limit=50&departmentId=${me?.post?.organId}`,
  );
  const { regions } = await get<Replies['GET /regions']>('/regions');
  const named = (zh: string) => items.find(({ name }) => name.zh === zh)?.name ?? { zh, en: '' };
  const town = regions[at]?.name ?? { zh: '', en: '' };
  return {
    town,
    villages: { zh: `${town.zh}各村（社区）`, en: `Villages of ${town.en}` },
    licence: named(licence),
    lookUp: named(lookUp),
    organ: me?.post?.organ ?? { zh: '', en: '' },
  };
}

async function todayOf({ page }: Screen): Promise<string> {
  const { today } = (await (await page.request.get('/api/district')).json()) as Replies['GET /district'];
  return today;
}

/** Two items go down, the first by a way that the law refuses; returns the address of the batch. */
async function propose(
  screen: Screen,
  { title, today, town, ...names }: Names & { title: string; today: string },
): Promise<string> {
  const { page, t, of } = screen;
  await screen.link(t('staff:devolution.title')).click();
  await screen.link(t('staff:devolution.propose')).click();
  await screen.arrive(t('staff:devolution.acts.propose'));
  await screen.field(t('staff:devolution.fields.title')).fill(title);
  const search = page.getByRole('combobox', { name: t('staff:devolution.row.search'), exact: true });
  const add = async (item: Pair) => {
    await search.fill(of(item));
    await options(screen)
      .filter({ hasText: of(item) })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await rowOf(item).waitFor();
  };
  const rowOf = (item: Pair) => page.getByRole('group', { name: of(item), exact: true });
  const choose = (item: Pair, label: string, option: string) => pick(screen, rowOf(item), label, option);

  await add(names.licence);
  await choose(names.licence, t('staff:devolution.row.receivers'), t('staff:devolution.receiverKinds.VILLAGES'));
  await choose(names.licence, t('staff:devolution.row.towns'), of(town));
  await page.keyboard.press('Escape');
  await fieldOf(rowOf(names.licence), t('staff:devolution.row.law')).fill('湖南省乡镇权力清单规定');
  await screen.button(screen.starting(t('staff:devolution.acts.propose'))).click();
  await screen.see(t('staff:devolution.faults.village_never_decides'));
  await screen.judge('devolution, unlawful proposal');
  expect.soft(await audit(page)).toEqual([]);
  await choose(names.licence, t('staff:devolution.row.receivers'), t('staff:devolution.receiverKinds.TOWNSHIPS'));

  await add(names.lookUp);
  await choose(names.lookUp, t('staff:devolution.mode'), t('staff:devolution.modes.SERVICE_FORWARD'));
  await choose(names.lookUp, t('staff:devolution.row.receivers'), t('staff:devolution.receiverKinds.VILLAGES'));
  expect(await fieldOf(rowOf(names.lookUp), t('staff:devolution.row.day')).inputValue()).toBe(today);
  await page.keyboard.press('Control+Enter');
  await screen.arrive(title);
  await screen.judge('devolution, proposed');
  return new URL(page.url()).pathname.replace('/staff/devolution', '/devolution-batches');
}

/** One act as somebody does it: the dialog says what it will do, is filled in and confirmed. */
async function act(
  screen: Screen,
  name: Exclude<BatchView['actions'][number], 'propose' | 'putItems'>,
  fill: (dialog: Locator) => Promise<unknown> = () => Promise.resolve(),
): Promise<void> {
  const { page, t } = screen;
  await screen.button(`${t(`staff:devolution.acts.${name}`)}…`).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(screen.like(t(`staff:devolution.effects.${name}`))).waitFor();
  await fill(dialog);
  await screen.judge(`devolution, ${name}`);
  await dialog.getByRole('button', { name: t('staff:devolution.do'), exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

async function nextDay({ page }: Screen, today: string): Promise<void> {
  await send(page, '/api/dev/clock', { workingDays: 1 });
  const clock = async () => (await (await page.request.get('/api/dev/clock')).json()) as Replies['GET /dev/clock'];
  await expect.poll(async () => (await clock()).target, { timeout: 60_000 }).toBeUndefined();
  expect((await clock()).today > today).toBe(true);
}

/** The villages that cannot take it in yet are found, given to the department, rectified and closed. */
async function lookBack(bureau: Screen, department: Screen, names: Names): Promise<void> {
  const { page, t, of } = bureau;
  const deadline = daysAfter(await todayOf(bureau), 5);
  await bureau.link(t('staff:devolution.lookBack.title')).click();
  await bureau.arrive(t('staff:devolution.lookBack.title'));
  await bureau.button(t('staff:devolution.lookBack.run')).click();
  await bureau.see(t('staff:devolution.lookBack.effect'));
  await bureau.judge('look-back, run');
  await bureau.button(t('staff:devolution.do')).click();
  const runs = async () =>
    (await (await page.request.get('/api/look-backs?limit=1')).json()) as Replies['GET /look-backs'];
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(async () => (await runs()).lookBacks[0]?.state, { timeout: 60_000 }).toBe('DONE');
  await bureau.see(bureau.like(t('staff:devolution.lookBack.last')));

  const rowIn = ({ page: on }: Screen) =>
    on
      .getByRole('row')
      .filter({ hasText: of(names.lookUp) })
      .filter({ hasText: of(names.villages) });
  const move = async (
    screen: Screen,
    name: 'assign' | 'rectify' | 'close',
    fill?: (dialog: Locator) => Promise<void>,
  ) => {
    await rowIn(screen)
      .getByRole('button', { name: screen.starting(t(`staff:devolution.lookBack.acts.${name}`)) })
      .click();
    const dialog = screen.page.getByRole('dialog');
    await dialog.getByText(t(`staff:devolution.lookBack.effects.${name}`)).waitFor();
    await fill?.(dialog);
    await screen.judge(`look-back, ${name}`);
    await dialog.getByRole('button', { name: t('staff:devolution.do'), exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  };
  await pick(
    bureau,
    page.getByRole('main'),
    t('staff:devolution.lookBack.kind'),
    t('staff:devolution.lookBack.kinds.NO_PERMISSION'),
  );
  await page.waitForURL(/kind=NO_PERMISSION/);
  await rowIn(bureau).waitFor();
  await bureau.judge('look-back');
  expect.soft(await audit(page)).toEqual([]);
  await move(bureau, 'assign', async (dialog) => {
    await pick(bureau, dialog, t('staff:devolution.fields.owner'), of(names.organ));
    await fieldOf(dialog, t('staff:devolution.fields.deadline')).fill(deadline);
  });
  await rowIn(bureau)
    .filter({ hasText: of(names.organ) })
    .waitFor();

  // One kind of finding fits on a page; of all kinds there are hundreds.
  await department.go('/staff/look-back?kind=NO_PERMISSION');
  await move(department, 'rectify', (dialog) =>
    fieldOf(dialog, t('staff:devolution.fields.how')).fill('其余代办员已培训，下周开通权限。'),
  );
  await rowIn(department)
    .filter({ hasText: t('staff:devolution.lookBack.states.RECTIFIED') })
    .waitFor();
  await page.reload();
  await move(bureau, 'close');
  await rowIn(bureau)
    .filter({ hasText: t('staff:devolution.lookBack.states.CLOSED') })
    .waitFor();
}

const fieldOf = (within: Locator, label: string) => within.getByLabel(label, { exact: true });

const options = ({ page }: Screen) =>
  page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option');

/** Chooses from a list that opens. */
async function pick(screen: Screen, within: Locator, label: string, option: string): Promise<void> {
  const box = within.getByRole('combobox', { name: label, exact: true });
  await box.click();
  const wanted = options(screen).filter({ hasText: option });
  if (!(await wanted.first().isVisible())) await box.fill(option).catch(() => undefined);
  await wanted.first().click();
}
