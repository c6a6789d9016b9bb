const words = new Intl.Segmenter('zh', { granularity: 'word' });
/** Runs of Chinese characters. */
export const han = /\p{Script=Han}+/gu;
const onlyHan = /^\p{Script=Han}+$/u;

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

/** Runs of Chinese characters between the words that mean nothing. */
export function runsOf(text: string): string[] {
  const kept = [...words.segment(tidied(text))].map(({ segment }) => (empty.has(segment) ? ' ' : segment)).join('');
  return kept.match(han) ?? [];
}

export function neighbours<T>(row: readonly T[]): [T, T][] {
  return row.slice(1).map((each, at) => [row[at] as T, each]);
}

/** Nothing but Chinese characters. */
export function isChinese(text: string): boolean {
  return onlyHan.test(text);
}
