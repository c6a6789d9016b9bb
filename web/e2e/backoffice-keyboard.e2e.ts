import { expect, test } from 'vitest';
import type { PageAct } from '../src/surfaces/staff/page-acts.ts';
import { type Screen, seeAt, withBrowser } from './browser.ts';
import { become, findItem } from './filling.ts';
import { type Keyboard, withKeyboard } from './keyboard.ts';
import { cardNumber } from './people.ts';
import { accept, caseOf, takeIn, takeSeat, whole } from './processes.ts';

const openScreen = withBrowser();

test(
  'Without a mouse: a file is signed for, its papers change hands on a sheet, and it goes back to the front',
  whole,
  async () => {
    const screen = await openScreen({ language: 'en', width: 1440 });
    const { page, t } = screen;
    const keyboard = await withKeyboard(page);
    await screen.go('/');
    await become(screen, '样例·李小妹');
    const item = await findItem(screen, 'elevatorUse', '特种设备使用登记（电梯、锅炉等）');
    await takeSeat(screen, 'clerk.district');
    const { caseId, caseNo } = await takeIn(screen, {
      item,
      name: '样例·演示饭店代理人',
      residentNumber: cardNumber(86),
    });
    await accept(screen, caseId);

    await takeSeat(screen, 'reviewer.market.supervision');
    await openAct(screen, keyboard, caseId, 'signFor');
    await screen.judge('back office, sign for');
    await keyboard.press('Control+Enter');
    await page.waitForURL(/done=signFor|\/review/);

    await takeSeat(screen, 'clerk.district');
    await screen.go('/staff/hand-over');
    await keyboard.follow(t('staff:backoffice.sheets.make'));
    await screen.arrive(t('staff:backoffice.sheets.make'));
    const ticks = page.getByRole('checkbox');
    await ticks.first().waitFor();
    await keyboard.tabTo(t('staff:backoffice.sheets.partner.TO_OFFICE'));
    await keyboard.type('Market');
    await page
      .getByTitle(/Market/)
      .last()
      .waitFor();
    await keyboard.press('Enter');
    await page.getByRole('checkbox', { name: caseNo }).waitFor();
    // All are ticked beforehand; a sheet of none is no sheet.
    await keyboard.tabTo(t('staff:backoffice.sheets.chooseAll'));
    await keyboard.press('Space', 'Control+Enter');
    await screen.see(t('staff:backoffice.sheets.needCases'));
    await screen.judge('hand-over, make, refused');
    await keyboard.tabTo(caseNo);
    await keyboard.press('Space', 'Control+Enter');
    await screen.arrive(screen.starting(`${t('staff:backoffice.sheets.sheet')} `));
    await screen.see(caseNo);
    await screen.judge('hand-over, made');
    const sheet = new URL(page.url()).pathname;
    await keyboard.follow(t('staff:backoffice.sheets.hand'));
    await screen.see(screen.like(t('staff:backoffice.sheets.due')));
    await screen.judge('hand-over, handed');
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').count(), 'what a printed sheet shows of the desk').toBe(0);
    await page.emulateMedia({ media: null });

    await takeSeat(screen, 'reviewer.market.supervision');
    await screen.go('/staff/hand-over');
    await screen.arrive(t('staff:backoffice.sheets.title'));
    await page.getByRole('table').waitFor();
    await screen.judge('hand-over, sheets');
    const link = page.locator(`a[href="${sheet}"]`);
    await keyboard.follow((await link.textContent()) ?? '');
    await page.getByRole('radiogroup').waitFor();
    await keyboard.tabTo(({ type }) => type === 'radio');
    await keyboard.press('ArrowDown', 'Control+Enter');
    await seeAt(screen.field(t('staff:backoffice.sheets.why')), t('staff:backoffice.sheets.needWhy'));
    expect((await keyboard.at()).name).toBe(t('staff:backoffice.sheets.why'));
    await screen.judge('hand-over, taken without a reason');
    await keyboard.tab('Shift+Tab');
    await keyboard.press('ArrowUp', 'Control+Enter');
    await screen.see(t('staff:backoffice.sheets.line.TAKEN'));
    await screen.judge('hand-over, taken');

    await openAct(screen, keyboard, caseId, 'returnToFront');
    await keyboard.press('Control+Enter');
    await screen.see(t('staff:backoffice.front.needReason'));
    expect((await keyboard.at()).name).toBe(t('staff:backoffice.front.reason'));
    await screen.judge('back to the front, refused');
    await keyboard.type('The certificate of the product is that of another lift.');
    await keyboard.press('Control+Enter');
    await page.waitForURL(/\/staff\/?$/);

    await takeSeat(screen, 'clerk.district');
    expect((await caseOf(screen, caseId)).state).toBe('RECEIVED');
    await screen.go(`/staff/cases/${caseId}`);
    await screen.see(t('staff:backoffice.front.back'));
    await screen.judge('back at the front');
    await keyboard.follow(t('staff:backoffice.front.why'));
    await page.getByRole('region', { name: '退件单' }).waitFor();
  },
);

/** From the case by its buttons, also those behind the one that opens. */
async function openAct(screen: Screen, keyboard: Keyboard, caseId: string, act: PageAct): Promise<void> {
  const { page, t } = screen;
  await screen.go(`/staff/cases/${caseId}`);
  await page.locator('.acts').waitFor();
  const name = `${t(`staff:act.${act}`)}…`;
  const link = page.getByRole('link', { name });
  if ((await link.count()) === 0) {
    await keyboard.tabTo(t('staff:tasks.more'));
    await keyboard.press('Enter');
    await link.waitFor();
  }
  await keyboard.tabTo((stop) => stop.name.startsWith(name));
  await keyboard.press('Enter');
  await screen.arrive(t(`staff:act.${act}`));
  await page.locator('.act-foot').waitFor();
}
