import type { Deviation, UniformElement } from '../../../contract/standards.ts';
import type { LocalText } from '../../../contract/values.ts';
import { type elementRules, uniformElements } from '../../../contract/words.ts';
import { basicCodeOf, type CodeFault, codeFaults } from '../catalogue/index.ts';
import {
  type BasicItem,
  basicFacets,
  type ComparedItem,
  type Facet,
  type Facets,
  facetsOf,
  handlingOf,
  tidy,
} from './element.rules.ts';

/** UniformElementSet 统一要素: what a deviation of each element does. */
export type ElementSet = Readonly<Record<UniformElement, (typeof elementRules)[number]>>;

/**
 * As long as nobody configured it: the four elements of 四级四同 block (国发〔2018〕27号), the others warn. The twelve are
 * a working set of this product and no official list (domain §1.5).
 */
export const defaultElements: ElementSet = {
  name: 'locked',
  code: 'locked',
  type: 'locked',
  bases: 'locked',
  serviceObjects: 'warning',
  conditions: 'warning',
  materials: 'warning',
  process: 'warning',
  statutoryLimit: 'warning',
  promisedLimit: 'warning',
  fee: 'warning',
  result: 'warning',
};

/** What several items of one basic item must share to be compared with one another: the same 业务办理项 of it. */
export function siblingKey({ code, content }: ComparedItem): string {
  return `${basicCodeOf(code)}|${tidy(content.handling?.zh ?? '')}`;
}

/** The implementing body within a code: its unified social credit code. */
const bodyOf = (code: string) => code.slice(0, 18);

/**
 * Where an item differs, element by element: from its basic item in what that says, and from its siblings (the same
 * 业务办理项 of other bodies) in what it leaves open. Only the basic item blocks: it is the one standard that somebody
 * decided, and siblings that lock one another could never change.
 */
export function deviationsOf(
  item: ComparedItem,
  {
    basic,
    siblings,
    elements,
  }: { basic?: BasicItem | undefined; siblings: readonly ComparedItem[]; elements: ElementSet },
): Deviation[] {
  const own = facetsOf(item);
  const set: Facets = basic === undefined ? {} : basicFacets(basic, handlingOf(basic, item));
  const others = siblings.filter(({ code }) => bodyOf(code) !== bodyOf(item.code));
  return uniformElements.flatMap((element): Deviation[] => {
    const rule = elements[element];
    const mine = own[element];
    if (rule === 'off' || mine === undefined) return [];
    if (element === 'code') return codeDeviations(item, basic, rule);
    const theirs = set[element];
    if (theirs !== undefined && basic !== undefined)
      return mine.key === theirs.key
        ? []
        : [differing(element, mine, theirs, { rule, against: 'BASIC', code: basic.code })];
    const sibling = mostOf(item, element, others);
    const facet = sibling && facetsOf(sibling)[element];
    if (sibling === undefined || facet === undefined) return [];
    return [differing(element, mine, facet, { rule: 'warning', against: 'SIBLING', code: sibling.code })];
  });
}

/**
 * The sibling that an item differs from: one that says what most say, where the item does not; where no saying has
 * more than every other, all differ. Undefined where the item says what most say.
 */
function mostOf(
  item: ComparedItem,
  element: UniformElement,
  others: readonly ComparedItem[],
): ComparedItem | undefined {
  if (others.length === 0) return undefined;
  const keyOf = (each: ComparedItem) => facetsOf(each)[element]?.key ?? '';
  const mine = keyOf(item);
  const counts = new Map([[mine, 1]]);
  const holders = new Map<string, ComparedItem>();
  for (const other of others) {
    const key = keyOf(other);
    counts.set(key, (counts.get(key) ?? 0) + 1);
    const holder = holders.get(key);
    if (holder === undefined || other.code < holder.code) holders.set(key, other);
  }
  const rivals = [...counts].filter(([key]) => key !== mine).toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const [rival] = rivals;
  if (rival === undefined || (counts.get(mine) ?? 0) > rival[1]) return undefined;
  return holders.get(rival[0]);
}

const nothing: LocalText = { zh: '没有', en: 'nothing' };

/** Both sides in words: of a list only what the other side does not say. */
function differing(
  element: UniformElement,
  mine: Facet,
  theirs: Facet,
  { rule, against, code }: { rule: ElementSet[UniformElement]; against: Deviation['against']; code: string },
): Deviation {
  return {
    element,
    locked: rule === 'locked',
    against,
    own: sayingsBeside(mine, theirs),
    other: sayingsBeside(theirs, mine),
    otherCode: code,
  };
}

function sayingsBeside(side: Facet, other: Facet): LocalText {
  const said = new Map<string, number>();
  for (const { key } of other.sayings) said.set(key, (said.get(key) ?? 0) + 1);
  const left = side.sayings.filter(({ key }) => {
    const times = said.get(key) ?? 0;
    said.set(key, times - 1);
    return times <= 0;
  });
  if (left.length === 0) return nothing;
  return { zh: left.map(({ text }) => text.zh).join('；'), en: left.map(({ text }) => text.en).join('; ') };
}

const codeWords: Readonly<Record<CodeFault, LocalText>> = {
  code_length: { zh: '不是31位或33位', en: 'not 31 or 33 characters' },
  code_characters: { zh: '有数字和大写字母以外的字符', en: 'characters other than digits and capitals' },
  code_uscc: { zh: '前18位不是统一社会信用代码', en: 'the first 18 are no unified social credit code' },
  code_level: { zh: '第19位和行使层级不一致', en: 'character 19 is not the level of exercise' },
  code_province: { zh: '省份两位不对', en: 'the two digits of the province are wrong' },
  code_type: { zh: '类型两位和事项类型不一致', en: 'the two digits of the type are not those of its type' },
  code_sequence: { zh: '最后两位不是序号', en: 'the last two are no sequence number' },
};

/** the code is composed of the basic item's. Without a basic item there is nothing to lock it to. */
function codeDeviations(
  { code, level }: ComparedItem,
  basic: BasicItem | undefined,
  rule: ElementSet[UniformElement],
): Deviation[] {
  if (basic === undefined) {
    const own = basicCodeOf(code);
    return [
      {
        element: 'code',
        locked: false,
        against: 'NO_BASIC',
        own: { zh: own, en: own },
        other: { zh: '基本目录里没有', en: 'not in the basic catalogue' },
        otherCode: '',
      },
    ];
  }
  const faults = codeFaults(code, { level, type: basic.type });
  if (faults.length === 0) return [];
  return [
    {
      element: 'code',
      locked: rule === 'locked',
      against: 'BASIC',
      own: {
        zh: `${code}：${faults.map((fault) => codeWords[fault].zh).join('；')}`,
        en: `${code}: ${faults.map((fault) => codeWords[fault].en).join('; ')}`,
      },
      other: { zh: basic.code, en: basic.code },
      otherCode: basic.code,
    },
  ];
}
