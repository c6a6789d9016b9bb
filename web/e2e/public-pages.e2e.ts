import { describe, expect, test } from 'vitest';
import type { Replies } from '../../contract/routes.ts';
import { readers, type Screen, withBrowser } from './browser.ts';
import { takeSeat } from './processes.ts';

const openScreen = withBrowser();

describe.each(readers)('Pages that everybody may read, in $language at $width pixels', (reader) => {
  test('what was granted, of one kind, and back to all of it', async () => {
    const screen = await openScreen(reader);
    const { page, t } = screen;
    await screen.go('/grants');
    await screen.arrive(t('publicNotices:grants.title'));
    await page.locator('.facts').first().waitFor();
    // A licence lasts for years: every day is said with its year.
    const day = page
      .getByText(t('publicNotices:grants.day'), { exact: true })
      .first()
      .locator('xpath=following::dd[1]');
    expect(await day.textContent()).toMatch(/20\d\d/);
    await screen.judge('grants');
    await screen.link(t('publicNotices:grants.ofItem')).first().click();
    await screen.link(t('publicNotices:grants.all')).waitFor();
    expect(new Set(await page.locator('main h2').allTextContents()).size).toBe(1);
    await screen.judge('grants, of one kind');
    await screen.link(t('publicNotices:grants.all')).click();
    await page.waitForURL(/\/grants$/);
  });

  test('a draw of experts is replayed on the reader’s own device', async () => {
    const screen = await openScreen(reader);
    const { page, t } = screen;
    await screen.go(`/draws/${await aDraw(screen)}`);
    await screen.arrive(t('resident:draw.title'));
    await screen.button(t('resident:draw.replay')).click();
    await screen.see(t('resident:draw.replayed'));
    for (const fold of await page.locator('main summary').all()) await fold.click();
    await screen.judge('draw, unfolded');
  });
});

/** A panel of the demo whose experts were drawn, as the department that called it knows it. */
async function aDraw(screen: Screen): Promise<string> {
  await takeSeat(screen, 'reviewer.natural.resources');
  const { meetings } = (await (
    await screen.page.request.get('/api/meetings?kind=EXPERT_PANEL')
  ).json()) as Replies['GET /meetings'];
  return meetings[0]?.meetingId ?? '';
}
