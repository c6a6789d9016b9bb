import { describe, expect, test } from 'vitest';
import { readers, withBrowser } from './browser.ts';
import { takeSeat } from './processes.ts';

const openScreen = withBrowser();

describe.each(readers)('The district’s numbers, in $language at $width pixels', (reader) => {
  test('the supervisor counts, opens a number, sees the cases behind it and how it is counted', async () => {
    const screen = await openScreen(reader);
    const { page, t } = screen;
    await takeSeat(screen, 'supervisor');
    await screen.go('/staff/indicators');
    await screen.arrive(t('staff:supervisor.title'));
    await screen.button(t('staff:supervisor.countNow')).click();
    await page.locator('.figures-leading').waitFor();
    const total = page.locator('.figures-table tfoot').first();
    await total.waitFor();
    await screen.judge('indicators');

    await screen.go('/staff/indicators?from=2026-02-02&to=2026-02-01');
    await screen.see(t('staff:supervisor.spanTurned'));
    await screen.judge('indicators of a span that ends before it begins');
    await page.goBack();
    await total.waitFor();

    // The total is the sum of its rows, whatever cuts it.
    const accepted = async () => {
      const rows = await page.locator('.figures-table').first().locator('tbody tr td:nth-of-type(1)').allTextContents();
      return rows.reduce((sum, text) => sum + Number(text.replaceAll(',', '')), 0);
    };
    const whole = Number((await total.locator('td').first().textContent())?.replaceAll(',', ''));
    expect(whole).toBeGreaterThan(0);
    expect(await accepted()).toBe(whole);
    for (const cut of ['organ', 'item', 'channel'] as const) {
      await screen.button(t(`staff:supervisor.cuts.${cut}`)).click();
      await page.waitForURL(new RegExp(`by=${cut}`));
      await expect.poll(accepted).toBe(whole);
    }

    await total.getByRole('link').first().click();
    await page.waitForURL(/indicators\/cases/);
    await page.locator('main table tbody tr').first().waitFor();
    await screen.judge('a number opened');
    await screen.link(t('staff:supervisor.opened.back')).click();
    await screen.link(t('staff:supervisor.howCounted')).click();
    await screen.arrive(t('staff:supervisor.definitions.title'));
    await screen.judge('definitions');
  });

  test('a month that is over is closed once, and says so', async () => {
    const screen = await openScreen(reader);
    const { page, t } = screen;
    await takeSeat(screen, 'supervisor');
    await screen.go('/staff/closed-periods');
    await screen.arrive(t('staff:supervisor.closed.title'));
    const offered = page.getByRole('button').filter({ hasText: /\d{4}-\d\d/ });
    const kept = page.getByRole('region', { name: t('staff:supervisor.closed.title'), exact: true });
    await offered.or(kept).first().waitFor();
    // The first reader closes a month; for the next one it is closed already.
    if ((await kept.count()) === 0) {
      await offered.click();
      await screen.judge('closing a month');
      await page
        .getByRole('dialog')
        .getByRole('button', { name: t('staff:supervisor.closed.do'), exact: true })
        .click();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }
    await screen.see(t('staff:supervisor.closed.isWhole'));
    await screen.judge('closed months');
    await kept.getByRole('link').first().click();
    await page.locator('.figures-basis').waitFor();
    await screen.judge('a closed month');
    await page.getByRole('button', { name: t('staff:supervisor.basis.toNow'), exact: true }).click();
    await screen.see(t('staff:supervisor.basis.toClosed'));
    await page.getByRole('heading', { name: t('staff:supervisor.openNow.title'), exact: true }).waitFor();
    await screen.judge('a closed month as the ledger counts it now');
  });
});
