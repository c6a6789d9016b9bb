import type { LocalText } from '../../../../contract/values.ts';

/**
 * An organ as its own district calls it: 娄星区税务局（演示） is 税务局 in a drawing, where every name would begin alike.
 */
export function shortOrgan({ zh, en }: LocalText, district: LocalText | undefined): LocalText {
  const own = zh.replace(/（演示）$/, '');
  const short = district !== undefined && own.startsWith(district.zh) ? own.slice(district.zh.length) : own;
  const shortEn = en.replace(/ \(demo\)$/, '');
  const prefix = district === undefined ? '' : `${district.en} `;
  return {
    zh: short === '' ? own : short,
    en: prefix !== ' ' && shortEn.startsWith(prefix) ? shortEn.slice(prefix.length) : shortEn,
  };
}
