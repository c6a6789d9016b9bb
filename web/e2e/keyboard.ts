import type { CDPSession, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Where the keyboard stands, as a screen reader says it and as an eye sees it. */
export interface Stop {
  readonly role: string;
  readonly name: string;
  readonly id: string;
  /** `input`, `select` …, and the kind of an input. */
  readonly tag: string;
  readonly type: string;
  /** The name that radio buttons of one question share. */
  readonly group: string;
  readonly value: string;
  readonly marked: boolean;
  readonly inView: boolean;
}

export interface Keyboard {
  /** Where the focus is. */
  at(): Promise<Stop>;
  press(...keys: string[]): Promise<void>;
  type(text: string): Promise<void>;
  /** One stop on; what cannot be seen or has no name there fails the journey. */
  tab(key?: 'Tab' | 'Shift+Tab'): Promise<Stop>;
  /** Goes on to the stop of this name, or of which this holds. A page that has none, or a trap, fails the journey. */
  tabTo(wanted: string | ((stop: Stop) => boolean)): Promise<Stop>;
  /** Goes on to the stop of this name and presses Enter. */
  follow(name: string): Promise<void>;
}

/** More stops than any page has. */
const most = 120;

/** A resident who has no mouse. */
export async function withKeyboard(page: Page): Promise<Keyboard> {
  const session = await page.context().newCDPSession(page);
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const at = async () => ({ ...(await page.evaluate<Omit<Stop, 'role' | 'name'>>(seen)), ...(await heard(session)) });
  const tab = async (key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<Stop> => {
    await press(key);
    let stop = await at();
    // What comes a moment later, a bar or a style, must not stay over it nor leave it without its mark.
    await expect
      .poll(
        async () => {
          stop = await at();
          return faultOf(stop);
        },
        { message: `${stop.role} “${stop.name}” (${stop.tag} ${stop.id}) of ${page.url()}`, timeout: 5_000 },
      )
      .toBe('');
    return stop;
  };
  const tabTo = async (wanted: string | ((stop: Stop) => boolean)): Promise<Stop> => {
    const passed: string[] = [];
    while (passed.length < most) {
      const stop = await tab();
      if (typeof wanted === 'string' ? stop.name === wanted : wanted(stop)) return stop;
      passed.push(stop.name);
    }
    throw new Error(`${page.url()} never leads to ${wanted}: ${[...new Set(passed)].join(' | ')}`);
  };
  return {
    at,
    press,
    tab,
    tabTo,
    type: (text) => page.keyboard.insertText(text),
    follow: async (name) => {
      // Nobody looks for what has not come yet.
      await page.getByRole('link', { name }).or(page.getByRole('button', { name })).first().waitFor();
      await tabTo(name);
      await press('Enter');
    },
  };
}

/** What is wrong with a stop; nothing at the end of a page. */
function faultOf({ tag, name, marked, inView }: Stop): string {
  if (tag === 'body') return '';
  if (name === '') return 'has no name';
  if (!marked) return 'has no mark of the focus';
  return inView ? '' : 'is not in view';
}

async function heard(session: CDPSession): Promise<Pick<Stop, 'role' | 'name'>> {
  const { result } = await session.send('Runtime.evaluate', { expression: 'document.activeElement' });
  const { nodes } = await session.send('Accessibility.getPartialAXTree', {
    objectId: result.objectId ?? '',
    fetchRelatives: false,
  });
  const [node] = nodes;
  return { role: String(node?.role?.value ?? ''), name: String(node?.name?.value ?? '') };
}

/** Runs in the page. A mark is an outline or a ring: at the thing itself, the label that it lies in, or the box around it. */
const seen = `(() => {
  const element = document.activeElement;
  const label = element.closest('label') ?? element;
  const outlined = (each) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || / 0px 0px 0px [1-9]/.test(boxShadow);
  };
  const boxes = [element, label, element.parentElement ?? element, element.parentElement?.parentElement ?? element];
  const { left, right, top, bottom } = (outlined(element) ? element : label).getBoundingClientRect();
  const on = document.elementFromPoint((left + right) / 2, (Math.max(0, top) + Math.min(innerHeight, bottom)) / 2);
  return {
    id: element.id,
    tag: element.localName,
    type: element.type ?? '',
    group: element.name ?? '',
    value: element.value ?? '',
    marked: boxes.some(outlined),
    inView: top > -1 && top < innerHeight && on !== null && (label.contains(on) || on.contains(element)),
  };
})()`;
