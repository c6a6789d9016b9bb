import type { Page } from 'playwright-core';

/** What the browser tells a screen reader of one thing on the page. */
interface Heard {
  readonly id: string;
  readonly role: string;
  readonly name: string;
  readonly description: string;
  /** `level`, `checked`, `expanded`, `invalid`, `focusable` … */
  readonly states: ReadonlyMap<string, unknown>;
  readonly around: readonly Heard[];
  readonly inside: Heard[];
}

const controls = new Set([
  'button',
  'checkbox',
  'combobox',
  'DisclosureTriangle',
  'link',
  'listbox',
  'option',
  'radio',
  'searchbox',
  'slider',
  'spinbutton',
  'switch',
  'textbox',
]);
const answers = new Set(['checkbox', 'combobox', 'radio', 'searchbox', 'spinbutton', 'textbox']);
const landmarks = new Set(['banner', 'complementary', 'contentinfo', 'main', 'navigation', 'region', 'search']);

/**
 * What is wrong with a page for somebody who hears it, in sentences; nothing when all is well. It reads the tree that
 * the browser hands to a screen reader, so a rule holds however the page is built.
 */
export async function audit(page: Page): Promise<string[]> {
  const heard = await listen(page);
  const of = (...roles: string[]) => heard.filter(({ role }) => roles.includes(role));
  const title = await page.title();
  const headings = of('heading').filter(isIn('main'));
  const first = headings.find(({ states }) => states.get('level') === 1);
  return [
    ...[of('main').length].filter((count) => count !== 1).map((count) => `There are ${count} main landmarks.`),
    ...heard.filter(({ role }) => landmarks.has(role)).flatMap(landmarkFaults),
    ...headingFaults(headings),
    ...(first === undefined || tight(title).includes(tight(first.name))
      ? []
      : [`The title “${title}” is not “${first.name}”.`]),
    ...heard.filter(({ role }) => controls.has(role)).flatMap(controlFaults),
    ...twins(of('button')),
    ...of('group', 'radiogroup')
      // A fold is a group that its own summary names.
      .filter(({ name, inside }) => name === '' && inside.length > 0 && inside[0]?.role !== 'DisclosureTriangle')
      .map((each) => `A group has no name: ${words(each)}`),
    ...of('img', 'image')
      .filter(({ name }) => name === '')
      .map((each) => `A picture says nothing, inside ${each.around[0]?.role} “${each.around[0]?.name}”.`),
    ...of('alert')
      .filter((each) => words(each) === '')
      .map(() => 'An alert has no words.'),
    ...heard
      .filter(({ role, states, around }) => role === 'generic' && states.get('focusable') === true && around.length > 2)
      .map((each) => `Something without a role takes the focus: ${words(each)}`),
  ];

  function landmarkFaults({ role, name, id }: Heard): string[] {
    const others = of(role).filter((each) => each.id !== id);
    return others.some((each) => each.name === name) ? [`Two landmarks are both ${role} “${name}”.`] : [];
  }
}

/** Without the gaps that a browser hears between words that never break. */
const tight = (text: string) => text.replace(/\s/g, '');

const isIn =
  (role: string) =>
  ({ around }: Heard) =>
    around.some((each) => each.role === role);

function headingFaults(headings: readonly Heard[]): string[] {
  const levels = headings.map(({ states }) => Number(states.get('level')));
  const mains = levels.filter((level) => level === 1).length;
  return [
    ...(mains === 1 ? [] : [`The page has ${mains} headings of the first level.`]),
    ...headings.filter((each) => words(each).trim() === '').map(() => 'A heading is empty.'),
    // A summary of faults stands before the heading, as a heading of the second level.
    ...levels.flatMap((level, at) =>
      at > 0 && level > (levels[at - 1] ?? 0) + 1
        ? [`“${headings[at]?.name}” goes from level ${levels[at - 1]} to ${level}.`]
        : [],
    ),
  ];
}

function controlFaults(each: Heard): string[] {
  const { role, name, states, description } = each;
  const said = `${role} “${name}”`;
  return [
    ...(name.trim() === '' ? [`A ${role} has no name, inside ${each.around[0]?.role} “${each.around[0]?.name}”.`] : []),
    ...((role === 'radio' || role === 'checkbox') && !states.has('checked')
      ? [`${said} does not say whether it is chosen.`]
      : []),
    ...(role === 'radio' && !each.around.some((group) => /group/.test(group.role) && group.name !== '')
      ? [`${said} does not say to which question it answers.`]
      : []),
    ...(answers.has(role) && ![undefined, 'false'].includes(states.get('invalid') as string) && description === ''
      ? [`${said} is wrong and does not say why.`]
      : []),
    ...(['combobox', 'DisclosureTriangle'].includes(role) && !states.has('expanded')
      ? [`${said} does not say whether it is open.`]
      : []),
  ];
}

/** Two buttons of one name cannot be told apart where buttons are read as a list. */
function twins(buttons: readonly Heard[]): string[] {
  const names = buttons.map(({ name }) => name);
  return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))].map(
    (name) => `Several buttons are called “${name}”.`,
  );
}

const words = ({ name, inside }: Heard): string => name || inside.map(words).join(' ').trim();

/** Everything that is heard on the page, in the order of reading. */
async function listen(page: Page): Promise<Heard[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const heard: Heard[] = [];
  const walk = (id: string, around: readonly Heard[]): void => {
    const node = byId.get(id);
    if (node === undefined) return;
    let inner = around;
    if (!node.ignored) {
      const each: Heard = {
        id,
        role: String(node.role?.value ?? ''),
        name: String(node.name?.value ?? ''),
        description: String(node.description?.value ?? ''),
        states: new Map((node.properties ?? []).map(({ name, value }) => [name, value.value])),
        around,
        inside: [],
      };
      around[0]?.inside.push(each);
      heard.push(each);
      inner = [each, ...around];
    }
    for (const child of node.childIds ?? []) walk(child, inner);
  };
  const [root] = nodes;
  if (root !== undefined) walk(root.nodeId, []);
  return heard;
}

/**
 * What is wrong with a page in elder mode for somebody with large fingers and weak eyes, in sentences: it is wider than
 * the window, a target is smaller than 44 pixels, or no phone number is in sight.
 */
export const auditTouch = (page: Page): Promise<string[]> => page.evaluate<string[]>(touched);

/** Runs in the page. Of a hidden control it is the label that is touched; a link may cover the box that it stands in. */
const touched = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  const small = [...document.querySelectorAll('a, button, input, select, textarea, summary')].flatMap((each) => {
    const target = each.matches('[type=radio], [type=checkbox], [type=file]') ? (each.closest('label') ?? each) : each;
    const { width, height } = target.getBoundingClientRect();
    const covers = getComputedStyle(each, '::after').position === 'absolute';
    if (width === 0 || covers || (width > 43.5 && height > 43.5)) return [];
    return [Math.round(width) + ' by ' + Math.round(height) + ' is small: ' + (each.innerText || each.id)];
  });
  return [
    ...(scrollWidth > clientWidth ? ['The page is ' + (scrollWidth - clientWidth) + ' too wide.'] : []),
    ...small,
    ...(document.querySelector('.phone-bar a[href^="tel:"]') ?? document.activeElement.matches('input, textarea')
      ? []
      : ['No phone number is in sight.']),
  ];
})()`;
