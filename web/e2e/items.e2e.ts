import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { CaseReply } from '../../contract/cases.ts';
import type { ServiceGuide } from '../../contract/catalogue.ts';
import type { Answers } from '../../contract/form.ts';
import { askedFields, type Question } from '../../contract/questions.ts';
import { sampleAnswers } from '../../server/demo/items/sample-answers.ts';
import { choose, handIn, onward, submitApplication } from './apply.ts';
import { expectPdf, readers, type Screen, withBrowser } from './browser.ts';

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

interface Item {
  readonly key: string;
  readonly guide: ServiceGuide;
  readonly answers: Answers;
}

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
    for (const material of item.guide.materials.filter(({ necessity }) => necessity === 'required'))
      await handIn(screen, material.name);
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
    await papers.first().waitFor();
    for (const paper of await papers.all()) await expectPdf(screen, paper);
    expect(await papers.count()).toBeGreaterThan(3);
    await judge(`${key}, completed`);
  });
});

/** Becomes a sample person of the demo, or a post that holds all of these words. */
async function become({ page }: Screen, ...words: string[]): Promise<void> {
  const { posts, residents } = (await (await page.request.get('/api/dev/people')).json()) as {
    posts: { appointmentId: string }[];
    residents: { residentId: string }[];
  };
  const holds = (each: object) => words.every((word) => JSON.stringify(each).includes(word));
  const post = posts.find(holds);
  const { residentId } = residents.find(holds) ?? {};
  await send(page, '/api/dev/become', post === undefined ? { residentId } : { appointmentId: post.appointmentId });
}

async function send(page: Screen['page'], path: string, data: object): Promise<void> {
  const reply = await page.request.post(path, { data, headers: { 'idempotency-key': randomUUID() } });
  expect(reply.status(), `${path} ${await reply.text()}`).toBe(200);
}

/** The item by its own name, as everybody finds it, with answers of people who live in the first village. */
async function findItem({ page }: Screen, key: string, name: string): Promise<Item> {
  const get = async <T>(path: string): Promise<T> => (await (await page.request.get(path)).json()) as T;
  const { items } = await get<{ items: { itemId: string; name: { zh: string } }[] }>(
    `/api/items?q=${encodeURIComponent(name)}`,
  );
  const found = items.find((each) => each.name.zh === name);
  const guide = await get<ServiceGuide>(`/api/items/${found?.itemId}`);
  return { key, guide, answers: sampleAnswers(key, '') };
}

/** From the first page of questions to the last, whatever is asked on each. */
async function fillPages(screen: Screen, { key, guide, answers }: Item): Promise<void> {
  const { page, judge } = screen;
  const filled = new Set<string>();
  for (let at = 1; ; at += 1) {
    await page.waitForURL(/\/apply\/[^/]+\/(form-\d+|materials)$/);
    if (page.url().endsWith('/materials')) return;
    const here = page.url();
    for (;;) {
      const asked = askedFields(guide.form, answers, { today: guide.effectiveDay });
      const rows = asked.find(
        ({ field, rows }) => rows.some(([first]) => first && !filled.has(first.path)) && field.kind === 'rows',
      );
      const next = await firstVisible(
        screen,
        asked.flatMap(({ questions, rows }) => [...questions, ...rows.flat()]).filter(({ path }) => !filled.has(path)),
      );
      if (next !== undefined) {
        filled.add(next.path);
        await fill(screen, next, answers[next.path] ?? '');
        continue;
      }
      // The next row is there once it is asked for.
      const add = rows === undefined ? undefined : page.locator(`button#${idOf(rows.field.key)}`);
      if (add === undefined || !(await add.isVisible())) break;
      await add.click();
    }
    await judge(`${key}, page ${at}`);
    await onward(screen);
    await page.waitForURL((url) => url.href !== here);
  }
}

const idOf = (path: string) => `q-${path.replaceAll('.', '-')}`;

async function firstVisible({ page }: Screen, questions: readonly Question[]): Promise<Question | undefined> {
  for (const question of questions) if ((await page.locator(`#${idOf(question.path)}`).count()) > 0) return question;
  return undefined;
}

async function fill({ page, t }: Screen, { path, field }: Question, answer: string): Promise<void> {
  const control = page.locator(`#${idOf(path)}`);
  if (answer === '' && field.kind !== 'place') return;
  switch (field.kind) {
    case 'choice':
    case 'yesNo': {
      const button = page.locator(`input[name="${idOf(path)}"][value="${answer}"]`);
      if ((await button.count()) > 0) await button.check();
      else await control.selectOption(answer);
      return;
    }
    case 'place': {
      const group = page.locator('fieldset', { has: control }).last();
      await group.getByRole('combobox', { name: t('resident:place.township') }).selectOption({ index: 1 });
      const village = group.getByRole('combobox', { name: t('resident:place.village') });
      await village.locator('option').nth(1).waitFor({ state: 'attached' });
      await village.selectOption({ index: 1 });
      return;
    }
    default:
      await control.fill(answer);
  }
}

/** The offices do their part over the wire: each as the post that it is. */
async function grant({ page, ...screen }: Screen, { guide }: Item, caseId: string): Promise<void> {
  const as = (...words: string[]) => become({ page, ...screen }, ...words);
  const act = (name: string, more: object = {}) => send(page, `/api/cases/${caseId}/${name}`, more);
  await as('windowClerk', '乐坪街道');
  await act('accept');
  const { actions } = (await (await page.request.get(`/api/cases/${caseId}`)).json()) as CaseReply;
  if (actions.includes('decideAtDesk') && guide.caseType === 'IMMEDIATE') {
    const officer = guide.elements.itemType === 'PUBLIC_SERVICE' ? 'decider.leping' : 'decider.public.security';
    await act('decide-at-desk', { outcome: 'GRANTED', officer: { username: officer, password: 'menkouban-demo' } });
    return;
  }
  await as('reviewer', guide.decidedBy.zh);
  await act('sign-for');
  await act('review', { opinion: 'agree', text: '符合条件。' });
  await as('decider', guide.decidedBy.zh);
  await act('decide', { outcome: 'GRANTED' });
}
