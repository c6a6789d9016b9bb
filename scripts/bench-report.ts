import type { Verdict } from '../server/platform/ledger/verify.ts';
import { type Chart, drawCharts } from './bench-chart.ts';
import type { Reading } from './bench-reads.ts';
import type { Figures } from './bench-rounds.ts';

/** What was measured in a district of so many cases. */
export interface SizeReport {
  readonly cases: number;
  /** Absent where the district was there already. */
  readonly generateSeconds: number | undefined;
  readonly startMs: number;
  /** Closing a month by the supervisor; absent where it was closed already. */
  readonly closeSeconds: number | undefined;
  readonly databaseBytes: number;
  readonly ledger: Verdict | undefined;
  readonly machine: Readonly<Record<string, string | number>>;
  /** Of the machine, before the first reading. */
  readonly load: number;
  readonly reads: readonly (Figures & { group: Reading['group']; name: string; clients: number })[];
  readonly writes: readonly (Figures & { what: 'accept' | 'journey'; clients: number })[];
  /** Of the server, at the end. */
  readonly residentBytes: number;
  readonly soak: (Figures & { seconds: number; clients: number; turns: number; memory: readonly number[] }) | undefined;
}

interface Run {
  readonly command: string;
  readonly day: string;
  readonly pages: readonly { page: string; bytes: number }[];
}

const groups: Readonly<Record<Reading['group'], string>> = {
  work: 'Work lists and their counts',
  list: 'A list',
  search: 'Search of cases',
  case: 'A case',
  figures: 'Figures',
};

const ms = (value: number) => value.toFixed(1);
const megabytes = (bytes: number) => `${Math.round(bytes / 2 ** 20).toLocaleString('en')} MB`;
const many = (cases: number) => cases.toLocaleString('en');
const short = (cases: number) =>
  cases >= 1_000_000 ? `${cases / 1e6} M` : cases >= 1000 ? `${cases / 1000} k` : `${cases}`;

/** The table and the charts of a run, from the smallest size to the largest. */
export function printSizes(reports: readonly SizeReport[], run: Run): { table: string; charts: string } {
  return { table: tableOf(reports, run), charts: drawCharts(chartsOf(reports)) };
}

function tableOf(reports: readonly SizeReport[], { command, day, pages }: Run): string {
  const [first] = reports;
  if (first === undefined) return '';
  const head = (names: readonly string[]) => [`| ${names.join(' | ')} |`, `|${names.map(() => '---').join('|')}|`];
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const sized = (what: string) => head([what, ...reports.map(({ cases }) => `${many(cases)} cases`)]);
  const { reads } = first;
  const names = [...new Set(reads.map(({ name }) => name))];
  const found = (report: SizeReport, name: string, clients: number) =>
    report.reads.find((each) => each.name === name && each.clients === clients);
  const readLines = (Object.keys(groups) as Reading['group'][]).flatMap((group) => {
    const inGroup = names.filter((name) => reads.find((each) => each.name === name)?.group === group);
    if (inGroup.length === 0) return [];
    return [
      `### ${groups[group]}`,
      '',
      'One client: p50 / p95 / p99 in ms. Eight clients: answers a second, p95 in ms.',
      '',
      ...sized('What is read'),
      ...inGroup.map((name) =>
        row([
          name,
          ...reports.map((report) => {
            const [one, eight] = [found(report, name, 1), found(report, name, 8)];
            if (one === undefined || eight === undefined) return '';
            return `${ms(one.p50)} / ${ms(one.p95)} / ${ms(one.p99)}; ${eight.rate.toFixed(0)}/s, ${ms(eight.p95)}`;
          }),
        ]),
      ),
      '',
    ];
  });
  const base = (what: string) => first.writes.find((each) => each.what === what);
  const writeLines = first.writes.map(({ what, clients }) =>
    row([
      `${what}, ${clients} clients`,
      ...reports.map((report) => {
        const of = report.writes.find((each) => each.what === what);
        const smallest = base(what);
        if (of === undefined || smallest === undefined) return '';
        const growth = (of.processorMs ?? Number.NaN) / (smallest.processorMs ?? Number.NaN);
        return `${of.rate.toFixed(0)}/s, p95 ${ms(of.p95)}; time × ${(smallest.rate / of.rate).toFixed(2)}, processor × ${growth.toFixed(2)}`;
      }),
    ]),
  );
  const soak = reports.at(-1)?.soak;
  return [
    '# How it grows',
    '',
    `\`${command}\`, ${day}. ${Object.entries(first.machine)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ')}.`,
    '',
    ...sized('The district'),
    row([
      'generated in',
      ...reports.map(({ generateSeconds: s }) => (s === undefined ? 'was there' : `${s.toFixed(0)} s`)),
    ]),
    row(['database', ...reports.map(({ databaseBytes }) => megabytes(databaseBytes))]),
    row([
      'ledger',
      ...reports.map(({ ledger }) =>
        ledger === undefined ? 'not verified here' : ledger.whole ? `whole, ${many(ledger.rows)} rows` : 'broken',
      ),
    ]),
    row(['start of the server', ...reports.map(({ startMs }) => `${(startMs / 1000).toFixed(1)} s`)]),
    row([
      'closing a month, with its proof',
      ...reports.map(({ closeSeconds: s }) => (s === undefined ? 'was closed' : `${s.toFixed(1)} s`)),
    ]),
    row(['server’s memory at the end', ...reports.map(({ residentBytes }) => megabytes(residentBytes))]),
    row(['load of the machine before', ...reports.map(({ load }) => load.toFixed(1))]),
    '',
    ...readLines,
    '### Writes',
    '',
    'Acts a second by eight clients; time and the server’s processor time an act, as ratios to the smallest district.',
    '',
    ...sized('What is written'),
    ...writeLines,
    '',
    ...(soak === undefined
      ? []
      : [
          '### Soak',
          '',
          `${soak.seconds} s of mixed work by ${soak.clients} clients, each fourth turn a write: ${many(soak.turns)} turns, ${soak.rate.toFixed(0)}/s, ` +
            `p50 ${ms(soak.p50)}, p95 ${ms(soak.p95)}, p99 ${ms(soak.p99)} ms. Memory of the server: ${megabytes(soak.memory[0] ?? 0)} at the start, ` +
            `${megabytes(Math.max(...soak.memory))} at most, ${megabytes(soak.memory.at(-1) ?? 0)} at the end.`,
          '',
        ]),
    ...(pages.length === 0
      ? []
      : [
          '### Pages',
          '',
          ...head(['Page', 'script and style at once, gzip']),
          ...pages.map(({ page, bytes }) => row([page, `${(bytes / 1024).toFixed(1)} KB`])),
          '',
        ]),
    '![How the times grow](size.svg)',
    '',
  ].join('\n');
}

function chartsOf(reports: readonly SizeReport[]): Chart[] {
  const places = reports.map(({ cases }) => short(cases));
  const limit = { value: 50, name: '50 ms' };
  const ofGroup = (group: Reading['group']): Chart => ({
    title: `${groups[group]}: p95 in ms, one client`,
    places,
    limit,
    series: [...new Set(reports[0]?.reads.filter((each) => each.group === group).map(({ name }) => name))].map(
      (name) => ({
        name,
        values: reports.map(({ reads }) => reads.find((each) => each.name === name && each.clients === 1)?.p95 ?? 0),
      }),
    ),
  });
  const soak = reports.at(-1)?.soak;
  return [
    ...(['work', 'search', 'case', 'list', 'figures'] as const).map(ofGroup),
    {
      title: 'Writes by eight clients: ms an act, p50',
      places,
      series: (['accept', 'journey'] as const).map((what) => ({
        name: what,
        values: reports.map(({ writes }) => writes.find((each) => each.what === what)?.p50 ?? 0),
      })),
    },
    ...(soak === undefined || soak.memory.length < 2
      ? []
      : [
          {
            title: 'Soak: memory of the server in MB, from start to end',
            places: soak.memory.map((_, at) => (at === 0 ? 'start' : at === soak.memory.length - 1 ? 'end' : '')),
            series: [{ name: 'resident', values: soak.memory.map((bytes) => bytes / 2 ** 20) }],
          },
        ]),
  ];
}
