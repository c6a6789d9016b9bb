import { describe, expect, test } from 'vitest';
import type { Answers } from '../../contract/form.ts';
import { sampleAnswers } from '../../server/demo/items/sample-answers.ts';
import { audit, auditTouch } from './audit.ts';
import { readers, type Screen, withBrowser } from './browser.ts';
import { type Keyboard, type Stop, withKeyboard } from './keyboard.ts';
import { photograph } from './people.ts';
import { becomeResident, guideOf } from './residents.ts';

const openScreen = withBrowser();
const people = ['样例·李奶奶', '样例·李小妹'] as const;
const matter = '城乡居民医保参保登记';
const answers = sampleAnswers('medicalEnrolment', '');

describe.each(readers)('Somebody without a mouse who reads $language at $width pixels', (reader) => {
  test('enrols a family with the keyboard alone, and every page can be heard', async () => {
    const screen = await openScreen(reader);
    const { page, t, of, like, go } = screen;
    await go('/');
    await becomeResident(screen, people[readers.indexOf(reader)] ?? '');
    // On the narrow screen in elder mode, where a phone bar must not cover what has the focus.
    if (reader.width === 390) await page.evaluate("localStorage.setItem('doorstep.elder', 'yes')");
    const item = await guideOf(screen, matter);
    await go('/');
    await screen.arrive(t('resident:question.title'));
    const keys = await withKeyboard(page);
    // The window of the system in which one chooses a file is no part of the page.
    page.on('filechooser', (chooser) => void chooser.setFiles(photograph));

    expect((await keys.tab()).name).toBe(t('resident:skip'));
    await keys.press('Enter');
    expect((await keys.at()).role).toBe('main');
    await hear(screen);
    await keys.tabTo(({ role }) => role === 'combobox');
    await keys.type(of(item.name));
    await page.getByRole('option').first().waitFor();
    await hear(screen);
    await keys.press('ArrowDown');
    await page.getByRole('option', { selected: true }).waitFor();
    await keys.press('Escape');
    await page.getByRole('option').first().waitFor({ state: 'detached' });
    await keys.press('Enter');
    await begin(screen, keys, like(t('resident:find.found')));
    await keys.follow(of(item.name));
    await begin(screen, keys, of(item.name));
    await keys.tabTo(({ role }) => role === 'DisclosureTriangle');
    await keys.press('Enter');
    // Back over what is printed, to the one button.
    await keys.tab('Shift+Tab');
    await keys.tab('Shift+Tab');
    expect((await keys.tab('Shift+Tab')).name).toBe(t('resident:guide.start'));
    await keys.press('Enter');

    await begin(screen, keys, t('resident:apply.place.title'));
    await keys.tabTo(t('resident:place.township'));
    await keys.press('ArrowDown');
    await page
      .getByRole('combobox', { name: t('resident:place.village') })
      .locator('option')
      .nth(1)
      .waitFor({ state: 'attached' });
    await keys.tabTo(t('resident:place.village'));
    await keys.press('ArrowDown');
    await keys.follow(t('resident:apply.next'));

    await begin(screen, keys, of({ zh: '参保年度', en: 'The year' }));
    await keys.follow(t('resident:apply.next'));
    await seeFaults(screen, keys, 2);
    await fillPage(screen, keys);
    await begin(screen, keys, of({ zh: '参保的人', en: 'Who is insured' }));
    await fillPage(screen, keys);
    await begin(screen, keys, of({ zh: '怎么找到您', en: 'How to reach you' }));
    await fillPage(screen, keys);

    await begin(screen, keys, t('resident:apply.materials.title'));
    await keys.follow(t('resident:apply.next'));
    await seeFaults(screen, keys, 1);
    await keys.press('Enter');
    await page.getByText(t('resident:apply.materials.uploaded', { name: photograph.name })).waitFor();
    expect((await keys.at()).type).toBe('file');
    await hear(screen);
    await keys.follow(t('resident:apply.next'));

    await begin(screen, keys, t('resident:apply.delivery.title'));
    await keys.tabTo(({ type }) => type === 'radio');
    await choose(keys, 'ELECTRONIC');
    await keys.follow(t('resident:apply.next'));
    await begin(screen, keys, t('resident:apply.check.title'));
    await keys.follow(t('resident:apply.check.submit'));
    await begin(screen, keys, t('resident:apply.done.title'));
    await keys.follow(t('resident:apply.done.follow'));
    await begin(screen, keys, of(item.name));
    const followed = new URL(page.url()).pathname;
    await keys.follow(t('resident:due.why'));
    await begin(screen, keys, t('why:title'));

    for (const path of [followed, '/my', '/my/licences', '/mandates', '/query', '/near', '/life-events', '/nowhere']) {
      await go(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      await hear(screen);
      await walkThrough(keys);
    }
  });
});

/** A page has come: its heading has the focus, its name begins the window's, and all of it can be heard. */
async function begin(screen: Screen, keys: Keyboard, heading: string | RegExp): Promise<void> {
  await screen.arrive(heading);
  await expect
    .poll(async () => (await keys.at()).tag, { message: `the focus on ${screen.page.url()}`, timeout: 10_000 })
    .toBe('h1');
  await hear(screen);
}

/** Nothing is wrong with the page once it has come to rest: the phone bar of the elder mode waits for the typing to end. */
async function hear({ page, width }: Screen): Promise<void> {
  await expect
    .poll(async () => [...(await audit(page)), ...(width === 390 ? await auditTouch(page) : [])], {
      message: page.url(),
      timeout: 5_000,
    })
    .toEqual([]);
}

/** Once round: from the first stop of the page to the last, and out. */
async function walkThrough(keys: Keyboard): Promise<void> {
  await keys.tabTo(({ tag }) => tag === 'body');
}

/** The faults have the focus and are counted in the title; the first of them leads to its control. */
async function seeFaults(screen: Screen, keys: Keyboard, count: number): Promise<void> {
  const { page, t } = screen;
  await page.getByRole('alert').waitFor();
  await expect.poll(async () => (await keys.at()).role, { timeout: 10_000 }).toBe('alert');
  expect((await keys.at()).name).toBe(t('resident:apply.errors', { count }));
  expect(await page.title()).toContain(t('resident:titleErrors', { count, heading: '' }).trim());
  await hear(screen);
  const fault = await keys.tab();
  expect(fault.role).toBe('link');
  await keys.press('Enter');
  const control = await keys.at();
  expect([control.id.startsWith('q-'), control.marked, control.inView], control.id).toEqual([true, true, true]);
}

/** Answers all that is asked on a page, stop by stop, and goes on. */
async function fillPage(screen: Screen, keys: Keyboard): Promise<void> {
  const filled = new Set<string>();
  let removed = false;
  let stop = await keys.at();
  while (stop.type !== 'submit') {
    const path = pathOf(stop);
    if (path !== undefined && !filled.has(path)) {
      filled.add(path);
      await answer(keys, stop, answers[path] ?? '');
    } else if (stop.tag === 'select' && stop.value === '') await keys.press('ArrowDown');
    else if (stop.tag === 'button' && stop.id.startsWith('q-')) {
      const rows = await screen.page.locator('.row-card').count();
      if (rows < rowsOf(answers)) {
        await keys.press('Enter');
        stop = await arriveAt(keys, ({ id }) => id === `${stopId(stop)}-${rows}-name`);
        continue;
      }
      if (!removed) {
        removed = true;
        await addAndRemove(screen, keys, rows);
        continue;
      }
    }
    stop = await keys.tab();
  }
  await hear(screen);
  await keys.press('Enter');
}

const stopId = ({ id }: Stop) => id;

/** A row too many: it asks before it goes, Escape keeps it, and the focus ends at the row that is now the last. */
async function addAndRemove({ page, t }: Screen, keys: Keyboard, rows: number): Promise<void> {
  await keys.press('Enter');
  await arriveAt(keys, ({ id }) => id.endsWith(`-${rows}-name`));
  await keys.type('样例');
  const last = await page.locator('.row-card > legend').nth(rows).textContent();
  const remove = t('resident:apply.rows.removeOf', { row: last ?? '' });
  await keys.follow(remove);
  await arriveAt(keys, ({ name }) => name === t('resident:apply.rows.remove'));
  await keys.press('Escape');
  await arriveAt(keys, ({ name }) => name === remove);
  await keys.press('Enter');
  await arriveAt(keys, ({ name }) => name === t('resident:apply.rows.remove'));
  await keys.press('Enter');
  await arriveAt(keys, ({ tag }) => tag === 'legend');
  await page
    .getByRole('status')
    .filter({ hasText: t('resident:apply.rows.removed', { row: last ?? '', count: rows }) })
    .waitFor();
}

async function arriveAt(keys: Keyboard, wanted: (stop: Stop) => boolean): Promise<Stop> {
  await expect.poll(async () => wanted(await keys.at()), { message: `the focus went to ${wanted}` }).toBe(true);
  return keys.at();
}

const rowsOf = (all: Answers) => new Set(Object.keys(all).flatMap((path) => /^members\.\d+/.exec(path) ?? [])).size;

/** The path of the answer that a control takes. */
function pathOf({ id, group, type }: Stop): string | undefined {
  const wanted = type === 'radio' ? group : id;
  return Object.keys(answers).find((path) => `q-${path.replaceAll('.', '-')}` === wanted);
}

async function answer(keys: Keyboard, stop: Stop, value: string): Promise<void> {
  if (stop.type === 'radio') await choose(keys, value);
  else if (stop.tag === 'select') {
    if (stop.value === '') await keys.press('ArrowDown');
  } else if (/^\d{4}-\d\d-\d\d$/.test(value)) {
    for (const [at, part] of value.split('-').entries()) {
      if (at > 0) await keys.tab();
      await keys.type(part);
    }
  } else {
    await keys.press('ControlOrMeta+a');
    await keys.type(value);
  }
}

async function choose(keys: Keyboard, value: string): Promise<void> {
  await keys.press('Space');
  for (let tried = 0; (await keys.at()).value !== value && tried < 10; tried += 1) await keys.press('ArrowDown');
  expect((await keys.at()).value).toBe(value);
}
