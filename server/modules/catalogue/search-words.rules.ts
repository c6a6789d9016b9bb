import { pinyin } from 'pinyin-pro';

const words = new Intl.Segmenter('zh', { granularity: 'word' });
const han = /\p{Script=Han}+/gu;
const isHan = /^\p{Script=Han}+$/u;

/** What every question says and no item means. */
const empty = new Set(
  [
    '我 我想 我要 我们 你 您 他 她 想 要 需要 办 办理 办个 办一个 申请 领 领取 去 到 在 给 和 跟 的 了 吗 呢 吧 怎么 怎样 怎么办 如何 咋 什么 啥 为什么 哪里 哪儿 哪个',
    '多少 多久 可以 能 能不能 可不可以 有 没有 有没有 是 是不是 一个 一下 个 开个 请问 请 帮 帮我 手续 材料 东西 地方 时候 现在 今天 还 都 也 就 说 问 事 事情 找 谁',
    'a an the i my me we our how what where when which who to do does can could would need want get apply for of in on at and or is are it please',
  ].flatMap((line) => line.split(' ')),
);

/** One form for what is typed: full width, capitals and spaces make no difference. */
export function tidied(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The words of a text as its language cuts them, without punctuation. */
export function segmentsOf(text: string): string[] {
  return [...words.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
}

/** Whether every question says it, so that it finds nothing. */
export function meansNothing(word: string): boolean {
  return empty.has(word);
}

/** The words that mean something. */
export function wordsOf(text: string): string[] {
  return segmentsOf(tidied(text)).filter((word) => !empty.has(word) && (word.length > 1 || /\d/.test(word)));
}

/** A question without what every question says: 我想办个残疾证 → 残疾证. */
export function bareOf(text: string): string {
  return segmentsOf(tidied(text))
    .filter((word) => !empty.has(word))
    .join(' ')
    .replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '');
}

/** Words and, for Chinese, pairs of neighbouring characters, so that no word depends on where the segmenter cuts. */
export function tokensOf(text: string): string[] {
  return [...new Set([...wordsOf(text), ...pairsOf(text)])];
}

/** Neighbouring Chinese characters between the words that mean nothing. */
export function pairsOf(text: string): string[] {
  return runsOf(text).flatMap((run) => neighbours([...run]).map((pair) => pair.join('')));
}

function runsOf(text: string): string[] {
  const kept = [...words.segment(tidied(text))].map(({ segment }) => (empty.has(segment) ? ' ' : segment)).join('');
  return kept.match(han) ?? [];
}

function neighbours<T>(row: readonly T[]): [T, T][] {
  return row.slice(1).map((each, at) => [row[at] as T, each]);
}

/** How a Chinese text sounds. */
export interface Sounds {
  /** laonianzheng of 老年证 */
  readonly full: string;
  /** lnz of 老年证 */
  readonly initials: string;
  /** lao_nian and nian_zheng of 老年证 */
  readonly pairs: readonly string[];
}

const heard = new Map<string, Sounds>();
const mostHeard = 200_000;

/** How the Chinese characters of a text sound, without tones; nothing where there are fewer than two. */
export function soundsOf(text: string): Sounds | undefined {
  const chinese = (text.match(han) ?? []).join('');
  if (chinese.length < 2) return undefined;
  const known = heard.get(chinese);
  if (known !== undefined) return known;
  const syllables = pinyin(chinese, { toneType: 'none', type: 'array', v: true });
  const sounds = {
    full: syllables.join(''),
    initials: syllables.map((syllable) => syllable.charAt(0)).join(''),
    pairs: soundPairsOf(syllables),
  };
  if (heard.size >= mostHeard) heard.clear();
  heard.set(chinese, sounds);
  return sounds;
}

/**
 * Neighbouring syllables as many people say and type them: z for zh, n for ng, l for n are one sound in half of the
 * country.
 */
function soundPairsOf(syllables: readonly string[]): string[] {
  return neighbours(syllables.map(plainSound)).map((pair) => pair.join('_'));
}

function plainSound(syllable: string): string {
  return syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^n/, 'l')
    .replace(/(?<=[aei])ng$/, 'n');
}

const initials = ['', ...'b p m f d t n l g k h j q x zh ch sh r z c s y w'.split(' ')];
const finals =
  'a o e ai ei ao ou an en ang eng ong er i ia ie iao iu ian in iang ing iong u ua uo uai ui uan un uang ue v ve'.split(
    ' ',
  );
const syllables = new Set(initials.flatMap((initial) => finals.map((final) => initial + final)));
const longestSyllable = 6;

/** Reads Latin letters as pinyin syllables, the longest first; nothing when they cannot be read so. */
export function syllablesOf(letters: string): string[] | undefined {
  const read = (from: number): string[] | undefined => {
    if (from === letters.length) return [];
    for (let length = Math.min(longestSyllable, letters.length - from); length > 0; length -= 1) {
      const syllable = letters.slice(from, from + length);
      if (!syllables.has(syllable)) continue;
      const rest = read(from + length);
      if (rest !== undefined) return [syllable, ...rest];
    }
    return undefined;
  };
  return letters.length > 60 ? undefined : read(0);
}

/** Latin letters that may be pinyin, with or without spaces: "lao nian zheng". */
export function lettersOf(text: string): string | undefined {
  const letters = text.replace(/[\s'’]/g, '');
  return /^[a-z]{2,}$/.test(letters) ? letters : undefined;
}

/** What the sound of a question adds to its words, each with the text that it was heard in. */
export function heardIn(asked: string, isKnown: (pair: string) => boolean): Map<string, string> {
  const letters = lettersOf(asked);
  if (letters !== undefined) {
    const typed = syllablesOf(letters);
    return new Map([letters, ...(typed === undefined ? [] : soundPairsOf(typed))].map((sound) => [sound, asked]));
  }
  const found = new Map<string, string>();
  for (const run of runsOf(asked)) {
    const characters = [...run];
    const strange = neighbours(characters).map(([a, b]) => !isKnown(a + b));
    if (!strange.some(Boolean)) continue;
    const sounds = soundsOf(run);
    if (sounds === undefined) continue;
    found.set(sounds.full, run);
    // What is spelt as we know it needs no guess.
    strange.forEach((is, at) => {
      const pair = sounds.pairs[at];
      if (is && pair !== undefined) found.set(pair, characters.slice(at, at + 2).join(''));
    });
  }
  return found;
}

export function isChinese(text: string): boolean {
  return isHan.test(text);
}
