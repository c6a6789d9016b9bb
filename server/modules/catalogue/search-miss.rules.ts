import { isChinese, meansNothing, segmentsOf, tidied } from './search-words.rules.ts';

/** Single surnames that begin nine of ten Chinese names, the compound ones, and what stands before a pet name. */
const surnames =
  /^(?:[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文颜肖欧聂申成梅游阳莫舒伍柳向蒲小阿]|欧阳|上官|司马|诸葛|司徒|东方|慕容|皇甫|尉迟|令狐)/;
const longestName = 4;
const mostWords = 6;
const longestWord = 8;

/**
 * What may be kept of a question that nothing answered: everyday words, never the sentence. Left out are
 * - every digit, and Chinese figures in a row: numbers of cards, phones and doors;
 * - single characters, into which the segmenter cuts most names;
 * - a surname that stands alone, with what follows it up to the length of a name;
 * - a short word that begins like a name, unless the catalogue itself uses it;
 * - Latin words that the catalogue does not use: they may be a name in pinyin, or an address.
 * What is left is at most six words; an empty text means that nothing of the question may be kept.
 */
export function wordsToKeep(question: string, isKnown: (word: string) => boolean): string {
  const kept: string[] = [];
  let nameLeft = 0;
  for (const word of segmentsOf(tidied(question))) {
    if (nameLeft >= word.length && isChinese(word) && !isKnown(word)) {
      nameLeft = 0;
      continue;
    }
    nameLeft = isChinese(word) && word.length === 1 && surnames.test(word) ? 2 : 0;
    if (mayBeKept(word, isKnown) && !kept.includes(word)) kept.push(word);
  }
  return kept.slice(0, mostWords).join(' ');
}

function mayBeKept(word: string, isKnown: (word: string) => boolean): boolean {
  if (word.length < 2 || word.length > longestWord || meansNothing(word)) return false;
  if (!isChinese(word)) return /^[a-z]+$/.test(word) && isKnown(word);
  if (/[零〇一二三四五六七八九十百千两幺]{2}/.test(word)) return false;
  return isKnown(word) || word.length > longestName || !surnames.test(word);
}
