import type { IndicatorCut, OpenedKey } from '../../../contract/indicators.ts';
import { shareOf } from '../../../contract/share.ts';
import type { LocalText } from '../../../contract/values.ts';
import type { Read } from '../../platform/database/index.ts';
import type { FileReply } from '../../platform/http/endpoints.ts';
import { type SheetTable, writeSpreadsheet } from '../../platform/spreadsheets/index.ts';
import type { StaffCall } from '../people/index.ts';
import type { Narrowing } from './field.rules.ts';
import { indicators } from './indicator.data.ts';
import { getIndicators } from './indicator.queries.ts';
import { measures, type Sums } from './measure.store.ts';
import { getCorrections } from './period.queries.ts';
import { lastDayOf, monthOf } from './span.rules.ts';

const words = {
  zh: {
    ...{ title: '运行数据', name: '名称', open: '没办结', all: '合计', counted: '统计到', own: '本级' },
    closed: '封存数',
    closedNote: '这段时间的月份都已封存，表里是封存时的数；封存以后变了的列在表后。',
    mixedNote: '这段时间里有已封存的月份，也有没封存的日子，表里的数都按现在的台账算。',
    nowNote: '按现在的台账算，不是封存时的数。',
    redrawnNote: '封存以后区域有调整，封存的数按现在的区域分。',
    corrections: '封存以后的更正',
    headings: ['月份', '数', '封存时', '现在算', '变化'],
    more: '增加',
    fewer: '减少',
  },
  en: {
    ...{
      title: 'Indicators',
      name: 'Name',
      open: 'Not completed',
      all: 'Total',
      counted: 'Counted until',
      own: 'own centre',
    },
    closed: 'as closed',
    closedNote:
      'All months of this span are closed, and the table has their numbers as closed; what changed since stands below it.',
    mixedNote:
      'This span has closed months and days that are not closed; all of it is counted by the ledger as it is now.',
    nowNote: 'Counted by the ledger as it is now, not as closed.',
    redrawnNote: 'Areas were redrawn since the closing; the numbers as closed are cut by the areas of today.',
    corrections: 'Corrections after closing',
    headings: ['Month', 'Number', 'As closed', 'As counted now', 'Change'],
    more: 'more:',
    fewer: 'fewer:',
  },
} as const;

/**
 * The page's table as a file: every measure, and every indicator with its share; of closed months as they were closed, and the corrections
 * since below it. Refuses as `fieldOf`.
 */
export async function exportIndicators(
  read: Read,
  {
    format,
    language = 'zh',
    ...asked
  }: Narrowing & { by?: IndicatorCut; format: 'csv' | 'xlsx'; language?: 'zh' | 'en' },
  call: StaffCall,
): Promise<FileReply> {
  const found = await getIndicators(read, asked, call);
  const said = words[language];
  const text = (of: LocalText) => (of[language] === '' ? of.zh : of[language]);
  const cells = (name: string, sums: Sums, open: number) => [
    name,
    ...measures.map(({ key }) => String(sums[key])),
    String(open),
    ...indicators.map(({ numerator, denominator, unit }) => shareOf(sums[numerator], sums[denominator], unit) ?? ''),
  ];
  const nameOf = (key: OpenedKey) =>
    key === 'open' ? said.open : text(measures.find((measure) => measure.key === key)?.name ?? { zh: '', en: '' });
  const { corrections: changes } = await getCorrections(read, asked, call);
  const corrections = changes.map(({ from, to, measure, closed, now }) => [
    ...[
      from === monthOf(from) && to === lastDayOf(from) ? from.slice(0, 7) : `${from} – ${to}`,
      nameOf(measure),
      String(closed),
      String(now),
    ],
    `${now > closed ? said.more : said.fewer} ${Math.abs(now - closed)}`,
  ]);
  const isClosed = found.basis === 'closed';
  const table: SheetTable = {
    title: `${said.title} ${found.from} – ${found.to}${isClosed ? ` ${said.closed}` : ''}`,
    notes: [
      [...found.areas.toReversed(), ...found.narrowed].map(({ name }) => text(name)).join(' · '),
      `${said.counted}: ${found.countedAt ?? '–'}`,
      ...(found.closed.length === 0
        ? []
        : [isClosed ? said.closedNote : asked.counted === 'now' ? said.nowNote : said.mixedNote]),
      ...(found.redrawn ? [said.redrawnNote] : []),
    ],
    headings: [
      said.name,
      ...measures.map(({ name }) => text(name)),
      said.open,
      ...indicators.map(
        ({ name, numerator, denominator }) => `${text(name)} (${nameOf(numerator)} / ${nameOf(denominator)})`,
      ),
    ],
    rows: [
      ...found.rows.map(({ name, own, sums, open }) =>
        cells(own ? `${text(name)} (${said.own})` : text(name), sums, open),
      ),
      cells(said.all, found.sums, found.open),
      ...(corrections.length === 0 ? [] : [[''], [said.corrections], [...said.headings], ...corrections]),
    ],
  };
  return { ...(await writeSpreadsheet(table, format)), name: `${table.title}.${format}` };
}
