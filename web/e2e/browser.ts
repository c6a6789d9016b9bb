import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import type { Language } from '../src/ui/day.ts';
import { type Words, wordsOf } from './words.ts';

const heights = { 390: 844, 1440: 900 } as const;
export type Width = keyof typeof heights;

/** In which language and at which width somebody walks through a journey. */
export interface Reader {
  readonly language: Language;
  readonly width: Width;
}

/** Both languages and both widths; every page of a journey is judged at the other width too. */
export const readers: readonly Reader[] = [
  { language: 'zh-CN', width: 390 },
  { language: 'en', width: 1440 },
];

/** One person before one browser of his own. */
export interface Screen extends Reader, Words {
  readonly page: Page;
  /** Goes to an address of the installation. */
  go(path: string): Promise<void>;
  /** Waits until a heading of the first level says this. */
  arrive(heading: string | RegExp): Promise<void>;
  /** Waits until these words stand on the page. */
  see(words: string | RegExp): Promise<void>;
  button(name: string | RegExp): Locator;
  link(name: string | RegExp): Locator;
  field(name: string | RegExp): Locator;
  /** Judges the page as it stands by WCAG 2.1 A and AA, at both widths, once for each `name`, language and surface. */
  judge(name: string): Promise<void>;
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
const judged = new Set<string>();
/** Where to keep a picture of every page that is judged, for people to look at. */
const pictures = process.env.DOORSTEP_E2E_PICTURES;

/**
 * A browser for this file; the function given back opens a screen for one person. What a page throws, writes to the
 * console as an error or loads in vain fails the test in which it happened.
 */
export function withBrowser(): (reader: Reader) => Promise<Screen> {
  let browser: Browser;
  const open: Page[] = [];
  const troubles: string[] = [];

  beforeAll(async () => {
    const { executablePath, env } = inject('chromium');
    browser = await chromium.launch({ executablePath, env: { ...process.env, ...env } as Record<string, string> });
  });
  afterEach(async ({ task }) => {
    const failed = task.result?.state === 'fail';
    for (const [at, page] of open.splice(0).entries()) {
      if (failed) {
        const path = join(tmpdir(), `doorstep-e2e-${task.id}-${at}.png`);
        await page.screenshot({ path, fullPage: true }).catch(() => undefined);
        process.stderr.write(`${task.name}: ${page.url()} → ${path}\n`);
      }
      await page.context().close();
    }
    expect(troubles.splice(0), 'what the pages complained of').toEqual([]);
  });
  afterAll(() => browser.close());

  return async ({ language, width }) => {
    const context = await browser.newContext({
      baseURL: inject('address'),
      viewport: { width, height: heights[width] },
      locale: language,
      reducedMotion: 'reduce',
      storageState: {
        cookies: [],
        origins: [{ origin: inject('address'), localStorage: [{ name: 'doorstep.language', value: language }] }],
      },
    });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    open.push(page);
    watch(page, troubles);
    const words = await wordsOf(language);
    const see = (said: string | RegExp) => page.getByText(said).first().waitFor();
    return {
      page,
      language,
      width,
      ...words,
      see,
      go: async (path) => {
        await page.goto(path);
      },
      arrive: (heading) => page.getByRole('heading', { level: 1 }).filter({ hasText: heading }).first().waitFor(),
      button: (name) => page.getByRole('button', { name, exact: true }),
      link: (name) => page.getByRole('link', { name, exact: true }),
      // One that offers names while typing is a combobox.
      field: (name) =>
        page
          .getByRole('textbox', { name, exact: true })
          .or(page.locator('input[aria-autocomplete]').and(page.getByRole('combobox', { name, exact: true }))),
      judge: (name) => judge(page, `${name}, ${language}`, width),
    };
  };
}

/** A refused call is part of a journey; a page that is broken, or a file that is missing, is not. */
function watch(page: Page, troubles: string[]): void {
  page.on('pageerror', (error) => troubles.push(`${page.url()} threw ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error' || message.text().startsWith('Failed to load resource')) return;
    troubles.push(`${page.url()} said ${message.text()}`);
  });
  page.on('response', (response) => {
    const refused = response.status() >= 400 && response.status() < 500 && response.url().includes('/api/');
    if (response.status() >= 400 && !refused) troubles.push(`${response.url()} answered ${response.status()}`);
  });
}

async function judge(page: Page, name: string, width: Width): Promise<void> {
  if (judged.has(name)) return;
  judged.add(name);
  const found: string[] = [];
  for (const each of Object.keys(heights).map(Number) as Width[]) {
    await page.setViewportSize({ width: each, height: heights[each] });
    const { violations } = await new AxeBuilder({ page })
      .options({ resultTypes: ['violations'] })
      .withTags(rules)
      .setLegacyMode(true)
      .analyze();
    for (const { id, help, nodes } of violations)
      found.push(
        `${each}px ${id}: ${help}: ${nodes.map(({ html, any }) => `${html} ${any[0]?.message ?? ''}`).join(' | ')}`,
      );
    const over = await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    if (over > 0) found.push(`${each}px: the page is ${over}px wider than the window`);
    if (pictures !== undefined)
      await page.screenshot({ path: join(pictures, `${name.replace(/[/]/g, '_')}-${each}.png`), fullPage: true });
  }
  await page.setViewportSize({ width, height: heights[width] });
  expect.soft(found, `${name}, ${page.url()}`).toEqual([]);
}

/** Fetches what a link leads to, as its reader would, and expects a PDF. */
export async function expectPdf({ page }: Screen, link: Locator): Promise<void> {
  const response = await page.request.get((await link.getAttribute('href')) ?? '');
  expect(response.status()).toBe(200);
  expect((await response.body()).subarray(0, 5).toString()).toBe('%PDF-');
}

/** Waits until the sentences that a field is described by hold this one: beside the field, and bound to it. */
export async function seeAt(field: Locator, sentence: string): Promise<void> {
  await expect
    .poll(() => field.evaluate(described), { timeout: 15_000, message: `the sentence at the field` })
    .toContain(sentence);
}

/** Runs in the page. */
function described(element: { getAttribute(name: string): string | null; ownerDocument: DocumentOfPage }): string {
  const ids = (element.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id !== '');
  return ids.map((id) => element.ownerDocument.getElementById(id)?.textContent ?? '').join(' ');
}

interface DocumentOfPage {
  getElementById(id: string): { textContent: string | null } | null;
}
