import { describe, expect, test } from 'vitest';
import type { Replies } from '../../contract/routes.ts';
import { seniorCard } from './apply.ts';
import { audit } from './audit.ts';
import { readers, withBrowser } from './browser.ts';

const openScreen = withBrowser();

describe.each(readers)('Somebody who reads the public lists in $language at $width pixels', (reader) => {
  test('finds a list, narrows it, opens a guide, prints and takes all of it along', async () => {
    const screen = await openScreen(reader);
    const { page, t, of, field, button, link, arrive, see, judge } = screen;
    const name = of(seniorCard.name);
    const heard = async () => expect(await audit(page), page.url()).toEqual([]);
    await page.addInitScript('window.print = () => { window.printed = (window.printed ?? 0) + 1; }');

    await screen.go('/');
    await link(t('resident:listsShort')).click();
    await arrive(t('lists:title'));
    const { lists } = (await (await page.request.get('/api/lists')).json()) as Replies['GET /lists'];
    const levels = lists.find(({ key }) => key === 'levels');
    if (levels === undefined) throw new Error('the list of the three levels is there');
    await judge('public lists');
    await heard();
    await page
      .getByRole('link')
      .filter({ hasText: of(levels.name) })
      .click();
    await arrive(of(levels.name));
    await see(t('lists:total', { count: levels.rows }));
    await judge('a public list');
    await heard();

    await button(t('lists:all')).click();
    await expect.poll(() => page.evaluate('window.printed')).toBe(1);
    const rows = page.locator('.list-table tbody tr, .list-cards > li');
    expect(await rows.count()).toBe(levels.rows);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.list-narrow').isVisible()).toBe(false);
    expect(await rows.first().isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });

    if (reader.width === 390) await page.getByText(t('lists:narrowBy'), { exact: true }).click();
    await field(t('lists:q')).fill([...name].slice(0, 5).join(''));
    await page.getByLabel(t('lists:township'), { exact: true }).selectOption({ index: 1 });
    await button(t('lists:apply')).click();
    await page.waitForURL(/townshipId=/);
    await expect.poll(() => rows.count()).toBeLessThan(levels.rows);
    await rows.filter({ hasText: name }).first().waitFor();
    await judge('a public list, narrowed');

    const file = async (said: string) => (await page.request.get((await link(said).getAttribute('href')) ?? '')).body();
    expect((await file(t('lists:xlsx'))).subarray(0, 2).toString()).toBe('PK');
    const csv = (await file(t('lists:csv'))).toString('utf8');
    expect(csv.startsWith('\ufeff')).toBe(true);
    expect(csv).toContain(name);

    await rows.getByRole('link', { name, exact: true }).first().click();
    await arrive(name);
    await page.goBack();
    await arrive(of(levels.name));
    await field(t('lists:q')).fill('zzzz9');
    await button(t('lists:apply')).click();
    await see(t('lists:none'));
    await judge('a public list, nothing found');
    await link(t('lists:clear')).click();
    await see(t('lists:total', { count: levels.rows }));
  });

  test('opens a figure down to the matters behind it', async () => {
    const screen = await openScreen(reader);
    const { page, t, of, link, arrive, see, judge } = screen;
    await screen.go('/lists');
    await page
      .getByRole('link')
      .filter({ hasText: t('lists:figures') })
      .click();
    await arrive(t('lists:figure.title'));
    const reply = (await (await page.request.get('/api/figures')).json()) as Replies['GET /figures'];
    await judge('figures');
    expect(await audit(page)).toEqual([]);
    const at = reply.figures.findIndex(({ key }) => key === 'threeAtMost');
    const figure = reply.figures[at];
    if (figure === undefined) throw new Error('the three at most are a figure');
    const measured = reply.scopes[0]?.measured[at] ?? { part: 0, whole: 0 };
    await page
      .locator('.figures')
      .getByRole('link')
      .filter({ hasText: of(figure.name) })
      .first()
      .click();
    await arrive(of(figure.name));
    await see(t('lists:figure.of', { part: measured.part, whole: measured.whole }));
    await judge('a figure');
    await link(t('lists:figure.rest')).click();
    await see(t('lists:total', { count: measured.whole - measured.part }));
    expect(await audit(page)).toEqual([]);
    await link(t('lists:figure.back')).click();
    await arrive(t('lists:figure.title'));
    await page.getByLabel(t('lists:figure.whose'), { exact: true }).selectOption({ index: 1 });
    await page.waitForURL(/of=/);
    await arrive(t('lists:figure.title'));
  });
});
