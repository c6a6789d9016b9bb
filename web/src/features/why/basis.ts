import type { Basis } from '../../../../contract/deadlines.ts';
import type { Language } from '../../ui/day.ts';

/** Laws whose English title readers know; others keep their Chinese title. */
const english: Record<string, string> = {
  行政许可法: 'Administrative Licensing Law',
  民法典: 'Civil Code',
  行政复议法: 'Administrative Reconsideration Law',
  电子签名法: 'Electronic Signature Law',
  优化营商环境条例: 'Regulation on Improving the Business Environment',
  全国年节及纪念日放假办法: 'Holiday Regulation',
  老年人权益保障法: 'Law on the Rights and Interests of the Elderly',
};

/** 行政许可法, without the name of the state before it. */
export function lawName(law: string, language: Language): string {
  const short = law.replace(/[《》]/g, '').replace(/^中华人民共和国/, '');
  return language === 'en' ? (english[short] ?? short) : short;
}

const digits = '零一二三四五六七八九';

/** 二百零一 → 201. */
function numberOf(chinese: string): number {
  let sum = 0;
  let digit = 0;
  for (const character of chinese) {
    const value = digits.indexOf(character);
    if (value >= 0) digit = value;
    else {
      sum += (digit || 1) * ({ 十: 10, 百: 100, 千: 1000 }[character] ?? 0);
      digit = 0;
    }
  }
  return sum + digit;
}

/**
 * An article in digits: 第二百零一条第一款 and 201 read 第201条 and art. 201. Paragraph and item are left to the documents;
 * on a screen the article is enough.
 */
export function articleText(article: string, language: Language): string {
  const chinese = /^第([零一二三四五六七八九十百千]+)条(?:之([一二三四五六七八九十]+))?/.exec(article);
  const plain = /^(\d+)/.exec(article);
  const number = chinese !== null ? numberOf(chinese[1] ?? '') : plain !== null ? Number(plain[1]) : undefined;
  if (number === undefined) return article;
  const also = chinese?.[2] === undefined ? '' : language === 'en' ? `-${numberOf(chinese[2])}` : `之${chinese[2]}`;
  return language === 'en' ? `art. ${number}${also}` : `第${number}条${also}`;
}

export interface BasisWords {
  guide: string;
  notice: (year: number) => string;
  noticeShort: string;
}

/** A basis in full: 行政许可法第82条, 国务院办公厅2026年放假通知, 办事指南. */
export function basisText(basis: Basis, language: Language, words: BasisWords): string {
  if ('guide' in basis) return language === 'en' ? words.guide : basis.guide;
  if ('notice' in basis) return words.notice(basis.year);
  const article = basis.article === undefined ? '' : articleText(basis.article, language);
  return `${lawName(basis.law, language)}${language === 'en' && article !== '' ? ' ' : ''}${article}`;
}

/** The same for a narrow column: the law that stands above the table is left out. */
export function basisShort(basis: Basis, mainLaw: string | undefined, language: Language, words: BasisWords): string {
  if ('notice' in basis) return words.noticeShort;
  if ('guide' in basis) return words.guide;
  if ('law' in basis && basis.law === mainLaw && basis.article !== undefined)
    return articleText(basis.article, language);
  return basisText(basis, language, words);
}
