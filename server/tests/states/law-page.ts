import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The laws that tests name, in the order of the page: how a title says them, and what they are called. */
const laws = {
  'R-2.': 'Rules of the procedure',
  T: 'Worked examples of counting days',
  ALL: '行政许可法',
  OBE: '优化营商环境条例',
  CC: '民法典',
  CPL: '民事诉讼法, by analogy',
  ESL: '电子签名法',
  行政复议法: '行政复议法',
  不动产登记暂行条例: '不动产登记暂行条例',
  '国发〔2022〕5号': '国发〔2022〕5号 容缺受理',
  '国办发〔2020〕42号': '国办发〔2020〕42号 告知承诺制',
} as const;
type Law = keyof typeof laws;

/** What a title cites: a law with articles that a comma or a dash joins, R-2.14, T3, or a whole document. */
const cited =
  /(R-2\.)(\d+)|(?<![A-Za-z])(T)([1-6])(?!\d)|(ALL|OBE|CC|CPL|ESL|行政复议法|不动产登记暂行条例)(?: art\.)? ((?:\d+(?:\(\d\))*(?:, )?)+)|(国发〔2022〕5号|国办发〔2020〕42号)/g;

/** Every citation of a test's title, e.g. "ALL 42" of "R-2.9, ALL 26, 42(2): …". */
export function citationsOf(title: string): { law: Law; article: number }[] {
  const [label = ''] = title.split(/[:：]/, 1);
  return [...label.matchAll(cited)].flatMap(([, rule, number, example, nth, law, articles, whole]) => {
    if (whole !== undefined) return [{ law: whole as Law, article: 0 }];
    if (law === undefined) return [{ law: (rule ?? example) as Law, article: Number(number ?? nth) }];
    return [...(articles ?? '').replace(/\(\d\)/g, '').matchAll(/\d+/g)].map(([article]) => ({
      law: law as Law,
      article: Number(article),
    }));
  });
}

/** A title, or the heading that stands over tests, as it is written in a test file. */
const titled = /\b(?:test|it|describe)(?:\.each\((?:[^()]|\([^()]*\))*\))?\(\s*(['"`])((?:(?!\1)[^\\]|\\.)*)\1/g;

/** The tests that hold each article: read from their titles, so that the page cannot say more than the tests do. */
export function lawPage(made: string): string[] {
  const held = new Map<string, Set<string>>();
  for (const path of globSync('server/**/*.test.ts', { cwd: root }).toSorted())
    for (const [, , title = ''] of readFileSync(join(root, path), 'utf8').matchAll(titled))
      for (const { law, article } of citationsOf(title)) {
        const files = held.get(`${law} ${article}`) ?? new Set<string>();
        held.set(`${law} ${article}`, files.add(basename(path)));
      }
  const named = (law: Law, article: number) =>
    article === 0 ? law : `${law}${law === 'R-2.' || law === 'T' ? '' : ' '}${article}`;
  const rows = (Object.keys(laws) as Law[]).flatMap((law) => {
    const articles = [...held].flatMap(([key, files]) =>
      key.startsWith(`${law} `) ? [{ article: Number(key.slice(law.length + 1)), files }] : [],
    );
    return [
      ...['', `## ${laws[law]}`, '', '| Article | Tests |', '|---|---|'],
      ...articles
        .toSorted((a, b) => a.article - b.article)
        .map(({ article, files }) => {
          const tests = [...files].map((file) => `\`${file}\``);
          return `| ${named(law, article)} | ${tests.join(' ')} |`;
        }),
    ];
  });
  return ['# Which tests hold which article', '', made, '', 'A test names in its title what it holds.', ...rows];
}
