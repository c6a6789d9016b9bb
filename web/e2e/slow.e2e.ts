import type { Page, Route } from 'playwright-core';
import { expect, test } from 'vitest';
import { sampleAnswers } from '../../server/demo/items/sample-answers.ts';
import { choose, onward, readReceived } from './apply.ts';
import { type Screen, withBrowser } from './browser.ts';
import { photograph } from './people.ts';
import { becomeResident, guideOf } from './residents.ts';

const openScreen = withBrowser();
const reader = { language: 'zh-CN', width: 390 } as const;
const matter = '老年人优待证';
const given = sampleAnswers('seniorCard', '');

test('on a slow line that breaks in the middle of a word and at the last press, nothing typed is lost', async () => {
  const screen = await openScreen(reader);
  const { page, t, of, like, see, arrive, button, link, field } = screen;
  const line = await withLine(page);
  await becomeResident(screen, '样例·李奶奶');
  await line.slow();
  const item = await guideOf(screen, matter);

  await screen.go('/');
  await arrive(t('resident:question.title'));
  await field(t('resident:question.title')).fill(of(item.name));
  await button(t('resident:question.find')).click();
  await arrive(like(t('resident:find.found')));
  await link(of(item.name)).first().click();
  await arrive(of(item.name));
  await see(t('resident:guide.bring'));
  await link(t('resident:guide.start')).click();
  await arrive(t('resident:apply.place.title'));
  const townships = page.getByRole('combobox', { name: t('resident:place.township') });
  await townships.locator('option').nth(1).waitFor({ state: 'attached' });
  await townships.selectOption({ index: 1 });
  const villages = page.getByRole('combobox', { name: t('resident:place.village') });
  await villages.locator('option').nth(1).waitFor({ state: 'attached' });
  await villages.selectOption({ index: 1 });
  await onward(screen);
  await arrive(t('resident:apply.form.title'));

  const question = (key: string) => of(item.form.find((each) => each.key === key)?.label ?? { zh: key, en: key });
  await choose(screen, question('residence'), of({ zh: '户口在本区', en: 'My household' }));
  const phone = field(question('phone'));
  await phone.fill('');
  await phone.pressSequentially((given.phone ?? '').slice(0, 6));
  await line.cut();
  await see(t('resident:apply.savedOffline'));
  await phone.pressSequentially((given.phone ?? '').slice(6));
  await choose(screen, question('busCard'), t('resident:apply.yes'));
  await onward(screen);
  await see(t('refusals:offline'));
  expect(await phone.inputValue()).toBe(given.phone);
  // The phone itself gives up, and comes back with the line: what was never sent is there.
  await line.slow();
  await page.reload();
  await arrive(t('resident:apply.form.title'));
  expect(await phone.inputValue()).toBe(given.phone);
  expect(await page.locator('main input[type=radio]:checked').count()).toBe(2);
  await onward(screen);

  await page.waitForURL(/form-2|materials/);
  while (!page.url().endsWith('/materials')) {
    const here = page.url();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await onward(screen);
    await page.waitForURL((url) => url.href !== here);
  }
  await arrive(t('resident:apply.materials.title'));
  for (const { requirement } of await required(screen, page.url())) await handInSlowly(screen, of(requirement.name));
  await onward(screen);
  await arrive(t('resident:apply.delivery.title'));
  await button(t('resident:apply.next')).waitFor();
  await onward(screen);
  await arrive(t('resident:apply.check.title'));
  await see(given.phone ?? '');
  await page.waitForLoadState('networkidle');
  await line.cut();
  await button(t('resident:apply.check.submit')).click();
  await see(t('refusals:offline'));
  await line.slow();
  await button(t('resident:tryAgain')).click();
  expect((await readReceived(screen)).caseNo).toMatch(/^BJ/);
});

test('each page says its first useful words while what it does not need is still on its way', async () => {
  const screen = await openScreen(reader);
  const { page, t, of, arrive, see } = screen;
  await screen.go('/');
  await becomeResident(screen, '样例·李奶奶');
  const item = await guideOf(screen, matter);
  const first = {
    '/': {
      heading: t('resident:question.title'),
      words: t('resident:lifeEvents.senior'),
      waits: ['my/**', 'centers**'],
    },
    [`/find?q=${encodeURIComponent(matter)}`]: {
      heading: '找到',
      words: of(item.name),
      waits: ['my/**', 'centers**', 'departments**', 'regions**'],
    },
    '/find?lifeEvent=senior': {
      heading: t('resident:lifeEvents.senior'),
      words: of(item.name),
      waits: ['my/**', 'centers**', 'departments**'],
    },
    [`/items/${item.itemId}`]: {
      heading: of(item.name),
      words: t('resident:guide.bring'),
      waits: ['my/**', 'centers**', 'regions**'],
    },
    '/query': { heading: t('resident:query.title'), words: t('resident:query.caseNo'), waits: ['my/**', 'centers**'] },
  };
  for (const [path, { heading, words, waits }] of Object.entries(first)) {
    const held: Route[] = [];
    for (const each of waits) await page.route(`**/api/${each}`, (route) => void held.push(route));
    await page.goto(path, { waitUntil: 'commit' });
    await arrive(heading);
    await see(words);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    for (const route of held) await route.continue().catch(() => undefined);
  }
});

test('a page that does not come whole says so, keeps what was typed, and comes when asked again', async () => {
  const screen = await openScreen(reader);
  const { page, t, see, arrive, button, link } = screen;
  await screen.go('/');
  await arrive(t('resident:question.title'));
  await page.route(/\/assets\/near-page[^/]*\.js/, (route) => route.abort());
  await link(t('resident:near.choose')).click();
  await arrive(t('resident:failed.title'));
  await see(t('refusals:page_missing'));
  const line = await withLine(page);
  await line.cut();
  await button(t('resident:tryAgain')).click();
  await see(t('refusals:offline'));
  await line.slow();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await button(t('resident:tryAgain')).click();
  await arrive(t('resident:near.title'));
});

/** The line of a village: 50 kB a second either way, and two fifths of a second to every answer. */
async function withLine(page: Page) {
  const session = await page.context().newCDPSession(page);
  const be = (offline: boolean) =>
    session.send('Network.emulateNetworkConditions', {
      offline,
      latency: 400,
      downloadThroughput: 50 * 1024,
      uploadThroughput: 50 * 1024,
    });
  await session.send('Network.enable');
  return { slow: () => be(false), cut: () => be(true) };
}

async function required({ page }: Screen, url: string): Promise<Required[]> {
  const caseId = /apply\/([^/]+)\//.exec(url)?.[1] ?? '';
  const { materials } = (await (await page.request.get(`/api/my/cases/${caseId}`)).json()) as { materials: Required[] };
  return materials.filter(({ requirement }) => requirement.necessity === 'required');
}

interface Required {
  requirement: { necessity: string; name: { zh: string; en: string } };
}

/** The control of the next file is there when the first has arrived. */
async function handInSlowly({ page, t }: Screen, material: string): Promise<void> {
  const chosen = t('resident:apply.materials.chooseOf', { action: t('resident:apply.materials.choose'), material });
  await page.getByLabel(chosen, { exact: true }).setInputFiles(photograph);
  const more = t('resident:apply.materials.chooseOf', { action: t('resident:apply.materials.chooseMore'), material });
  await page.getByLabel(more, { exact: true }).waitFor();
}
