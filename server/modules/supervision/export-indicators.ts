import type { IndicatorCut } from '../../../contract/indicators.ts';
import type { LocalText } from '../../../contract/values.ts';
import type { Read } from '../../platform/database/index.ts';
import type { FileReply } from '../../platform/http/endpoints.ts';
import { type SheetTable, writeSpreadsheet } from '../../platform/spreadsheets/index.ts';
import type { StaffCall } from '../people/index.ts';
import type { Narrowing } from './field.rules.ts';
import { indicators } from './indicator.data.ts';
import { getIndicators } from './indicator.queries.ts';
import { measures, type Sums } from './measure.store.ts';

const words = {
  zh: { title: '运行数据', name: '名称', open: '没办结', all: '合计', counted: '统计到', own: '本级' },
  en: {
    title: 'Indicators',
    name: 'Name',
    open: 'Not completed',
    all: 'Total',
    counted: 'Counted until',
    own: 'own centre',
  },
} as const;

/** The page's table as a file: every measure, and every indicator with its share. Refuses as `fieldOf`. */
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
    ...indicators.map(({ numerator, denominator, unit }) => ratio(sums[numerator], sums[denominator], unit)),
  ];
  const table: SheetTable = {
    title: `${said.title} ${found.from} – ${found.to}`,
    notes: [found.areas.map(({ name }) => text(name)).join(' · '), `${said.counted}: ${found.countedAt ?? '–'}`],
    headings: [
      said.name,
      ...measures.map(({ name }) => text(name)),
      said.open,
      ...indicators.map(
        ({ name, numerator, denominator }) =>
          `${text(name)} (${nameOf(numerator, text)} / ${nameOf(denominator, text)})`,
      ),
    ],
    rows: [
      ...found.rows.map(({ name, own, sums, open }) =>
        cells(own ? `${text(name)} (${said.own})` : text(name), sums, open),
      ),
      cells(said.all, found.sums, found.open),
    ],
  };
  return { ...(await writeSpreadsheet(table, format)), name: `${table.title}.${format}` };
}

const nameOf = (key: string, text: (of: LocalText) => string) =>
  text(measures.find((measure) => measure.key === key)?.name ?? { zh: '', en: '' });

/** As the page says it: nothing is divided by nothing, and nothing short of the whole is said to be it. */
function ratio(part: number, whole: number, unit: 'percent' | 'average'): string {
  if (whole === 0) return '';
  if (unit === 'average') return (part / whole).toFixed(2);
  const share = (100 * part) / whole;
  return `${(share < 100 ? Math.min(share, 99.99) : share).toFixed(2)}%`;
}
