import { describe, expect, test } from 'vitest';
import { audit } from './audit.ts';
import { type Screen, seeAt, withBrowser } from './browser.ts';
import { signInStaff } from './people.ts';

const openScreen = withBrowser();

const licence = { zh: '农药经营许可（新办）', en: 'Pesticide trade licence (new)' };
const material = { zh: '仓库消防安全说明', en: 'Statement of fire safety of the store' };
const law = '农药管理条例';
const manager = 'items.agriculture';
const reviewer = 'items.agriculture.reviewer';
const publishers = ['publisher', 'publisher.2'] as const;
const parts = [
  'basics',
  'bases',
  'conditions',
  'materials',
  'form',
  'process',
  'limits',
  'fee',
  'result',
  'service',
  'baseline',
  'questions',
  'preview',
] as const;

describe('The catalogue of a district', () => {
  test('R-1.6: a department adds a material with its basis, three others approve, and the guide says it', async () => {
    const screen = await openScreen({ language: 'zh-CN', width: 1440 });
    const { page, t } = screen;
    await signInStaff(screen, manager);
    await screen.arrive(t('staff:compilation.draftList.mine'));
    await screen.see(t('staff:compilation.draftList.noneMine'));
    await screen.judge('drafts, none');
    await page.keyboard.press('/');
    await page.keyboard.type(licence.zh);
    await page.keyboard.press('Enter');
    await screen.arrive(t('staff:compilation.list.title'));
    await expect.poll(() => page.locator('tbody tr').count()).toBe(1);
    await screen.judge('catalogue of items');
    await page.keyboard.press('Tab');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await screen.arrive(licence.zh);
    await screen.judge('item, one version');
    const itemId = page.url().split('/').pop() ?? '';
    const change = t('staff:compilation.list.change');
    await screen.button(t('staff:compilation.list.changeOf', { act: change, name: licence.zh })).click();
    await screen.button(t('staff:compilation.list.changeDo')).click();

    await openPart(screen, 'materials');
    await screen.button(t('staff:compilation.add.material')).click();
    await screen.see(t('staff:compilation.edit.faults', { count: 5 }));
    await screen.judge('draft, faults');
    expect(await audit(page)).toEqual([]);
    await openPart(screen, 'fee');
    const fee = page.getByRole('spinbutton', { name: t('staff:compilation.field.feeFen'), exact: true });
    await fee.fill('10');
    await screen.see(t('staff:compilation.fault.fee_without_basis'));
    await screen.judge('draft, fee');
    await screen.button(t('staff:compilation.edit.undo')).click();
    await expect.poll(() => fee.inputValue()).toBe('0.00');
    await openPart(screen, 'preview');
    await page
      .locator('.fault-summary')
      .getByRole('button', { name: screen.like(t('staff:compilation.entry.materials')) })
      .first()
      .click();
    const written = (word: 'hint' | 'materialsName', language: 'zh' | 'en') =>
      screen.field(t(`staff:compilation.in.${language}`, { label: t(`staff:compilation.field.${word}`) }));
    await expect
      .poll(() => written('hint', 'zh').evaluate((field) => field === field.ownerDocument.activeElement))
      .toBe(true);
    await page.keyboard.type('写清仓库在哪里、有哪些消防设备，您签名就行。');
    await written('hint', 'en').fill('Where the store is and what it has against fire, with your signature.');
    await written('materialsName', 'en').fill(material.en);
    await written('materialsName', 'zh').fill('其他材料');
    await seeAt(written('materialsName', 'zh'), t('staff:compilation.fault.open_ended'));
    await written('materialsName', 'zh').fill(material.zh);
    await screen.field(t('staff:compilation.field.law')).fill(law);
    await screen.see(t('staff:compilation.edit.faultless'));
    await page.reload();
    await screen.arrive(licence.zh);
    await page.locator('.fold-name').filter({ hasText: material.zh }).waitFor();
    await screen.judge('draft, materials');

    await screen.link(t('staff:compilation.edit.seeChanges')).click();
    await screen.see(t('staff:compilation.review.burdensSays'));
    await page.getByText(material.zh).first().waitFor();
    await screen.judge('draft, changes');
    await screen.link(t('staff:compilation.edit.backToEdit')).click();
    await screen.button(t('staff:compilation.edit.undo')).waitFor();
    await page.keyboard.press('Control+Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await dialog.getByRole('button', { name: t('staff:compilation.acts.submit'), exact: true }).click();
    await screen.see(t('staff:compilation.ask.needReason'));
    await screen.see(t('staff:compilation.ask.needLaw'));
    await screen.judge('draft, submit');
    await screen.field(t('staff:compilation.ask.reason')).fill('仓库着过火。');
    await screen.field(t('staff:compilation.ask.law')).fill(law);
    await page.keyboard.press('Control+Enter');
    await screen.see(t('staff:compilation.review.done.submit'));
    const draft = new URL(page.url()).pathname;

    await pass(reviewer, draft, 'review');
    const first = await pass(publishers[0], draft, 'approve');
    await first.see(first.like(t('staff:compilation.review.blocked')));
    await first.judge('draft, approved once');
    const second = await pass(publishers[1], draft, 'approve');
    await second.page.keyboard.press('Control+Enter');
    await second.page.getByRole('dialog').waitFor();
    await second.judge('draft, publish');
    await second.page.keyboard.press('Control+Enter');
    await second.see(t('staff:compilation.review.done.publish', { version: 2 }));

    await second.go(`/staff/items/${itemId}`);
    await second.see(law);
    await second.see(t('staff:compilation.list.versionOf', { version: 2 }));
    await second.judge('item, two versions');
    await second.button(t('staff:compilation.item.acts.suspend')).click();
    await second.see(t('staff:compilation.item.sure.suspend'));
    await second.judge('item, suspend');

    const resident = await openScreen({ language: 'zh-CN', width: 390 });
    await resident.go(`/items/${itemId}`);
    await resident.arrive(licence.zh);
    await resident.see(material.zh);
  });

  test('every part of the editor is there in English, and a draft that is given up changes nothing', async () => {
    const screen = await openScreen({ language: 'en', width: 1440 });
    const { page, t } = screen;
    await signInStaff(screen, manager);
    await screen.arrive(t('staff:compilation.draftList.mine'));
    await screen.go(`/staff/items?q=${encodeURIComponent(licence.en)}`);
    const change = t('staff:compilation.list.change');
    await screen.button(t('staff:compilation.list.changeOf', { act: change, name: licence.en })).click();
    await screen.button(t('staff:compilation.list.changeDo')).click();
    await screen.arrive(licence.en);
    for (const part of parts) {
      await openPart(screen, part);
      await screen.judge(`draft, ${part}`);
    }
    await screen.button(`${t('staff:compilation.acts.abandon')}…`).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('staff:compilation.acts.abandon'), exact: true })
      .click();
    await screen.see(t('staff:compilation.review.done.abandon'));
    await screen.go('/staff/drafts');
    await screen.arrive(t('staff:compilation.draftList.all'));
    await page.getByRole('row').nth(1).waitFor();
    await screen.judge('drafts');
  });

  /** Somebody finds the draft among what waits for him, opens the act by its key and does it. */
  async function pass(username: string, draft: string, act: 'review' | 'approve'): Promise<Screen> {
    const screen = await openScreen({ language: 'zh-CN', width: 1440 });
    const { page, t } = screen;
    await signInStaff(screen, username);
    await page.getByRole('link', { name: licence.zh, exact: true }).click();
    await screen.arrive(licence.zh);
    expect(new URL(page.url()).pathname).toBe(draft);
    await page.getByText(material.zh).first().waitFor();
    await screen.judge(`draft, to ${act}`);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog').waitFor();
    await screen.judge(`draft, ${act}`);
    await page.keyboard.press('Control+Enter');
    await screen.see(t(`staff:compilation.review.done.${act}`));
    return screen;
  }
});

async function openPart({ page, t }: Screen, part: (typeof parts)[number]): Promise<void> {
  const name = t(`staff:compilation.sections.${part}`);
  await page
    .getByRole('navigation', { name: t('staff:compilation.parts') })
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click();
  await page.getByRole('heading', { level: 2, name, exact: true }).waitFor();
}
