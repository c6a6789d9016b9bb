import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { MaterialRequirement, ServiceGuide } from '../../contract/catalogue.ts';
import type { Answers } from '../../contract/form.ts';
import { askedFields, type Question } from '../../contract/questions.ts';
import { neededMaterials } from '../../contract/situations.ts';
import { sampleAnswers } from '../../server/demo/items/sample-answers.ts';
import { onward } from './apply.ts';
import type { Screen } from './browser.ts';

/** An item with its guide, and answers that make its form whole. */
export interface Item {
  readonly key: string;
  readonly guide: ServiceGuide;
  readonly answers: Answers;
}

/** What must be handed in with these answers; nothing of it depends on who applies. */
export function requiredOf({ guide: { materials, form, effectiveDay }, answers }: Item): MaterialRequirement[] {
  return neededMaterials(materials, form, answers, { today: effectiveDay }).filter(
    ({ necessity }) => necessity === 'required',
  );
}

/** Becomes a sample person of the demo, or a post that holds all of these words. */
export async function become({ page }: Screen, ...words: string[]): Promise<void> {
  const { posts, residents } = (await (await page.request.get('/api/dev/people')).json()) as {
    posts: { appointmentId: string }[];
    residents: { residentId: string }[];
  };
  const holds = (each: object) => words.every((word) => JSON.stringify(each).includes(word));
  const post = posts.find(holds);
  const { residentId } = residents.find(holds) ?? {};
  await send(page, '/api/dev/become', post === undefined ? { residentId } : { appointmentId: post.appointmentId });
}

export async function send(page: Screen['page'], path: string, data: object): Promise<void> {
  const reply = await page.request.post(path, { data, headers: { 'idempotency-key': randomUUID() } });
  expect(reply.status(), `${path} ${await reply.text()}`).toBe(200);
}

/** The item by its own name, as everybody finds it, with answers of people who live in the first village. */
export async function findItem({ page }: Screen, key: string, name: string): Promise<Item> {
  const get = async <T>(path: string): Promise<T> => (await (await page.request.get(path)).json()) as T;
  const { items } = await get<{ items: { itemId: string; name: { zh: string } }[] }>(
    `/api/items?q=${encodeURIComponent(name)}`,
  );
  const found = items.find((each) => each.name.zh === name);
  const guide = await get<ServiceGuide>(`/api/items/${found?.itemId}`);
  return { key, guide, answers: sampleAnswers(key, '') };
}

/** From the first page of questions to the last, whatever is asked on each. */
export async function fillPages(screen: Screen, { key, guide, answers }: Item): Promise<void> {
  const { page, judge } = screen;
  const filled = new Set<string>();
  for (let at = 1; ; at += 1) {
    await page.waitForURL(/\/apply\/[^/]+\/(form-\d+|way|materials)$/);
    if (!/form-\d+$/.test(page.url())) return;
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
