import { describe, expect, test } from 'vitest';
import type { Replies } from '../../contract/routes.ts';
import { choose, handIn, onward, submitApplication } from './apply.ts';
import { expectPdf, readers, type Screen, withBrowser } from './browser.ts';
import { become, fillPages, findItem, type Item, requiredOf, send } from './filling.ts';

const openScreen = withBrowser();

/** Five that differ: a ward and his guardian, a family in rows, members and sums, a firm with seals, plots of a licence. */
const five = [
  { key: 'disabilityCard', name: '残疾人证新办' },
  { key: 'medicalEnrolment', name: '城乡居民医保参保登记' },
  { key: 'cooperative', name: '农民专业合作社设立登记' },
  { key: 'sealEngraving', name: '公章刻制备案' },
  { key: 'treeFelling', name: '林木采伐许可' },
] as const;
const people = ['样例·李奶奶', '样例·李小妹'] as const;

describe.each(readers)('Somebody who reads $language at $width pixels', (reader) => {
  test.each(five)('applies for $name page by page and gets its own document', async ({ key, name }) => {
    const screen = await openScreen(reader);
    const { page, t, of, arrive, judge, link } = screen;
    await screen.go('/');
    await become(screen, people[readers.indexOf(reader)] ?? '');
    const item = await findItem(screen, key, name);
    await screen.go(`/items/${item.guide.itemId}`);
    await arrive(of(item.guide.name));
    await judge(`${key}, guide`);
    await link(t('resident:guide.start')).click();
    await arrive(t('resident:apply.place.title'));
    await onward(screen);
    await fillPages(screen, item);
    await arrive(t('resident:apply.materials.title'));
    for (const { name: material } of requiredOf(item)) await handIn(screen, material);
    await onward(screen);
    await arrive(t('resident:apply.delivery.title'));
    await choose(screen, t('resident:apply.delivery.label'), t('resident:apply.delivery.ELECTRONIC'));
    await onward(screen);
    await arrive(t('resident:apply.check.title'));
    await judge(`${key}, check`);
    const { caseId } = await submitApplication(screen);
    await judge(`${key}, done`);

    await grant(await openScreen(reader), item, caseId);
    await screen.go(`/my/cases/${caseId}`);
    await screen.button(t('resident:case.todo.receive')).click();
    const papers = page.getByRole('link', { name: /PDF/ });
    // Printed one after the other, each opens as soon as it is there: application, receipt, acceptance, decision at least.
    await papers.nth(3).waitFor();
    for (const paper of await papers.all()) await expectPdf(screen, paper);
    expect(await papers.count()).toBeGreaterThan(3);
    await judge(`${key}, completed`);
  });
});

/** The offices do their part over the wire: each as the post that it is. */
async function grant({ page, ...screen }: Screen, { guide }: Item, caseId: string): Promise<void> {
  const as = (...words: string[]) => become({ page, ...screen }, ...words);
  const act = (name: string, more: object = {}) => send(page, `/api/cases/${caseId}/${name}`, more);
  await as('windowClerk', '乐坪街道');
  await act('accept');
  const answer = await page.request.get(`/api/cases/${caseId}`);
  // What was handed down is decided by the township, whatever department the item names.
  const { actions, decidingOrgan } = (await answer.json()) as Replies['GET /cases/:caseId'];
  if (actions.includes('decideAtDesk') && guide.caseType === 'IMMEDIATE') {
    const officer = guide.elements.itemType === 'PUBLIC_SERVICE' ? 'decider.leping' : 'decider.public.security';
    await act('decide-at-desk', { outcome: 'GRANTED', officer: { username: officer, password: 'menkouban-demo' } });
    return;
  }
  await as('reviewer', decidingOrgan.zh);
  await act('sign-for');
  await act('review', { opinion: 'agree', text: '符合条件。' });
  await as('decider', decidingOrgan.zh);
  await act('decide', { outcome: 'GRANTED' });
}
