import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { choose, handIn, onward, submitApplication } from './apply.ts';
import { readers, withBrowser } from './browser.ts';
import { become, fillPages, findItem, requiredOf } from './filling.ts';

const openScreen = withBrowser();
const people = ['样例·李奶奶', '样例·李小妹'] as const;
const rental = { key: 'publicRental', name: '公租房申请' } as const;
const status = {
  label: { zh: '您属于哪一种？', en: 'Which are you?' },
  migrant: { zh: '外来务工人员', en: 'I moved here for work' },
  registered: { zh: '户口在本区的住房困难家庭', en: 'A family registered here' },
};
const living = {
  label: { zh: '现在怎么住？', en: 'How do you live now?' },
  relatives: { zh: '借住在亲戚、朋友家', en: 'With relatives or friends' },
};

describe.each(readers)('Somebody who reads $language at $width pixels', (reader) => {
  test('says which situation he is in, brings only what that needs, prints it and applies', async () => {
    const screen = await openScreen(reader);
    const { page, t, of, arrive, judge, link } = screen;
    await screen.go('/');
    await become(screen, people[readers.indexOf(reader)] ?? '');
    const found = await findItem(screen, rental.key, rental.name);
    const item = { ...found, answers: { ...found.answers, status: 'registered', living: 'relatives' } };
    const { guide } = item;
    const list = page.locator('ul.materials').first();
    const paper = (key: string) =>
      list.getByText(of(guide.materials.find((material) => material.key === key)?.name ?? { zh: key, en: key }), {
        exact: true,
      });

    await screen.go(`/items/${guide.itemId}`);
    await arrive(of(guide.name));
    await paper('lease').waitFor();
    await paper('employment').waitFor();
    await judge('guide, before the situation');
    await choose(screen, of(status.label), of(status.migrant));
    await expect.poll(() => list.getByText(of(status.migrant)).count()).toBe(0);
    await paper('employment').waitFor();
    await choose(screen, of(status.label), of(status.registered));
    await choose(screen, of(living.label), of(living.relatives));
    await expect.poll(() => paper('employment').count()).toBe(0);
    await expect.poll(() => paper('lease').count()).toBe(0);
    await judge('guide, one situation');

    // The address is the situation: who gets it sent sees the same.
    await page.reload();
    await paper('incomeProof').waitFor();
    expect(await paper('lease').count()).toBe(0);
    await link(t('resident:guide.print.simple')).click();
    await screen.see(t('resident:guide.print.noticeTitle'));
    await paper('incomeProof').waitFor();
    expect(await paper('lease').count()).toBe(0);
    const code = page.getByRole('img', { name: t('resident:guide.print.scanAlt') });
    await expect
      .poll(() => code.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth))
      .toBeGreaterThan(0);
    await judge('guide, print');
    expect((await page.pdf()).subarray(0, 5).toString()).toBe('%PDF-');
    await link(t('resident:guide.print.full')).click();
    await screen.see(t('resident:guide.print.guideTitle'));
    await judge('guide, print, full');
    await link(t('resident:guide.print.back')).click();

    await link(t('resident:guide.start')).click();
    await arrive(t('resident:apply.place.title'));
    await onward(screen);
    // What was said in the guide is not asked again.
    const chosen = page.getByRole('group', { name: of(status.label) }).getByRole('radio', { checked: true });
    expect(await chosen.getAttribute('value')).toBe('registered');
    await fillPages(screen, item);
    await arrive(t('resident:apply.materials.title'));
    const needed = requiredOf(item);
    expect(needed.map(({ key }) => key)).toEqual(['idCard', 'incomeProof', 'authorisation']);
    for (const { name } of needed) await handIn(screen, name);
    await expect.poll(() => page.locator('input[type=file]').count()).toBe(needed.length);
    await onward(screen);
    await arrive(t('resident:apply.delivery.title'));
    await onward(screen);
    await arrive(t('resident:apply.check.title'));
    await submitApplication(screen);
  });

  test('finds on the page of the supervisor what a window demanded beyond the guide', async () => {
    const screen = await openScreen(reader);
    const { page, t, of, arrive, judge } = screen;
    await screen.go('/');
    await become(screen, 'windowClerk', '乐坪街道');
    const { guide, answers } = await findItem(screen, rental.key, rental.name);
    const refused = await page.request.post('/api/cases/take-in', {
      headers: { 'idempotency-key': randomUUID() },
      data: {
        itemId: guide.itemId,
        applicant: { name: '样例·李奶奶', residentNumber: '431302190001010017' },
        answers: { ...answers, 'home.place': guide.centers[0]?.regionId ?? '' },
        materials: [{ key: 'familyTree', received: true, originals: 1, copies: 0, fileIds: [] }],
        deliveryWish: 'WINDOW',
      },
    });
    expect([refused.status(), await refused.text()]).toEqual([422, expect.stringContaining('material_unknown')]);
    await become(screen, 'supervisor');
    await screen.go('/staff/beyond-guide');
    await arrive(t('staff:beyondGuide.title'));
    const row = page.getByRole('row').filter({ hasText: 'familyTree' }).first();
    await row.waitFor();
    expect(await row.textContent()).toContain(of(guide.name));
    await judge('beyond the guide');
  });
});
