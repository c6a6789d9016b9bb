import MiniSearch from 'minisearch';
import { pinyin } from 'pinyin-pro';
import type { ItemVersion } from './item.rules.ts';

/** An item that answers a question, and the person's own words that led to it. */
export interface Found {
  readonly itemVersionId: string;
  readonly because: string[];
}

/** Finds items by everyday words, pinyin or initials, in Chinese and English; the best first. */
export interface SearchIndex {
  find(question: string): Found[];
}

const words = new Intl.Segmenter('zh', { granularity: 'word' });
const han = /\p{Script=Han}+/gu;
const isHan = /\p{Script=Han}/u;

/** What every question says and no item means. */
const empty = new Set(
  [
    '我 我想 我要 我们 你 您 他 她 想 要 需要 办 办理 办个 办一个 申请 领 领取 去 到 在 给 和 跟 的 了 吗 呢 吧 怎么 怎样 怎么办 如何 什么 为什么 哪里 哪儿 哪个',
    '多少 多久 可以 能 能不能 可不可以 有 没有 有没有 是 是不是 一个 一下 个 开个 请问 请 帮 帮我 手续 材料 东西 地方 时候 现在 今天 还 都 也 就 说 问 事 事情',
    'a an the i my me we our how what where when which who to do does can could would need want get apply for of in on at and or is are it please',
  ].flatMap((line) => line.split(' ')),
);

/** Builds the index of a set of versions. Aliases decide its quality, so they weigh most, next to the name. */
export function searchIndexOf(versions: readonly ItemVersion[]): SearchIndex {
  const index = new MiniSearch<{ id: string; name: string; aliases: string; brief: string; sounds: string }>({
    fields: ['name', 'aliases', 'brief', 'sounds'],
    tokenize: (text, field) => {
      if (field === 'sounds') return text.split(' ');
      return field === 'brief' ? wordsOf(text) : tokensOf(text);
    },
    processTerm: (term) => term.toLowerCase(),
  });
  index.addAll(
    versions.map(({ id, content: { name, aliases, brief } }) => ({
      id,
      name: `${name.zh}\n${name.en}`,
      aliases: aliases.join('\n'),
      brief: `${brief.zh}\n${brief.en}`,
      sounds: [name.zh, ...aliases].flatMap(soundsOf).join(' '),
    })),
  );
  const phrases = new Map(versions.map(({ id, content }) => [id, [content.name.zh, ...content.aliases].map(tidied)]));

  return {
    find(question) {
      const asked = tidied(question);
      const named = versions
        .filter(({ code }) => tidied(code) === asked)
        .map(({ id }) => ({ itemVersionId: id, because: [asked] }));
      if (named.length > 0) return named;
      const found = index.search(asked, {
        boost: { name: 3, aliases: 2, brief: 0.5 },
        prefix: (term) => term.length > 1 && !isHan.test(term),
        fuzzy: (term) => (/^[a-z]{5,}$/.test(term) ? 0.2 : false),
        tokenize: (text) => [...tokensOf(text), ...typedSounds(text)],
        // One everyday word of a description is no answer; two are.
        filter: ({ match }) =>
          Object.keys(match).length > 1 ||
          Object.values(match).some((fields) => fields.some((field) => field !== 'brief')),
        boostDocument: (id) => (phrases.get(String(id))?.some((phrase) => asked.includes(phrase)) ? 2 : 1),
      });
      return found.map(({ id, queryTerms }) => ({
        itemVersionId: String(id),
        because: wordsBehind(asked, phrases.get(String(id)) ?? [], new Set(queryTerms)),
      }));
    },
  };
}

function tidied(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The words that mean something. */
function wordsOf(text: string): string[] {
  const segmented = [...words.segment(tidied(text))]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment);
  return segmented.filter((word) => !empty.has(word) && (word.length > 1 || /\d/.test(word)));
}

/** Words and, for Chinese, pairs of neighbouring characters, so that no word depends on where the segmenter cuts. */
function tokensOf(text: string): string[] {
  const pairs = meaningfulRuns(tidied(text)).flatMap((run) => {
    const characters = [...run];
    return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
  });
  return [...new Set([...wordsOf(text), ...pairs])];
}

/** Runs of Chinese characters between the words that mean nothing. */
function meaningfulRuns(text: string): string[] {
  const kept = [...words.segment(text)].map(({ segment }) => (empty.has(segment) ? ' ' : segment)).join('');
  return kept.match(han) ?? [];
}

/** laonianzheng and lnz of 老年证; nothing of a text without Chinese characters. */
function soundsOf(text: string): string[] {
  const chinese = (text.match(han) ?? []).join('');
  if (chinese.length < 2) return [];
  const syllables = pinyin(chinese, { toneType: 'none', type: 'array', v: true });
  return [syllables.join(''), syllables.map((syllable) => syllable.charAt(0)).join('')];
}

/** Latin letters may be pinyin with or without spaces: "lao nian zheng". */
function typedSounds(text: string): string[] {
  const letters = text.replace(/[\s'’]/g, '');
  return /^[a-z]{2,}$/.test(letters) ? [letters] : [];
}

/** The parts of the question that are names or aliases of the item, then other words and characters that were met, in their order. */
function wordsBehind(asked: string, phrases: readonly string[], met: ReadonlySet<string>): string[] {
  const parts = [...words.segment(asked)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
  const whole = [...phrases.toSorted((a, b) => b.length - a.length), ...parts.filter((part) => met.has(part))];
  const pairs = [...met].filter((term) => isHan.test(term));
  // Which phrase each character belongs to; neighbouring pairs make one phrase.
  const owners = new Array<number | undefined>(asked.length);
  const take = (phrase: string, owner: number) => {
    const at = phrase === '' ? -1 : asked.indexOf(phrase);
    const isFree = owners.slice(at, at + phrase.length).every((other) => other === undefined || other === pairOwner);
    if (at >= 0 && isFree) owners.fill(owner, at, at + phrase.length);
  };
  whole.forEach(take);
  for (const pair of pairs) take(pair, pairOwner);
  const because: string[] = [];
  owners.forEach((owner, at) => {
    if (owner === undefined) return;
    if (at > 0 && owners[at - 1] === owner) because.push(`${because.pop() ?? ''}${asked.charAt(at)}`);
    else because.push(asked.charAt(at));
  });
  return because.length > 0 ? because : [asked];
}

const pairOwner = -1;
