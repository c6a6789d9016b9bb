import type { Sums } from '../contract/indicators.ts';
import { indicatorCuts } from '../contract/words.ts';
import type { District } from './district.ts';

export interface Figures {
  readonly sums: Sums;
  /** Names of the measures in English. */
  readonly names: Readonly<Record<string, string>>;
  /** Cuts whose rows do not add up to the whole; there should be none. */
  readonly uneven: readonly string[];
}

type Span = { readonly from: string; readonly to: string };

/** Has the ledger counted, and reads what it says of the span. */
export async function readSums(district: District, span: Span): Promise<Sums> {
  const supervisor = await district.seat(district.postOf('supervisor'));
  await supervisor.call('POST /indicators/count', {});
  return (await supervisor.call('GET /indicators', span)).sums;
}

/** All that the supervisor's page says of the span, however it is cut. */
export async function readFigures(district: District, span: Span): Promise<Figures> {
  const sums = await readSums(district, span);
  const supervisor = await district.seat(district.postOf('supervisor'));
  const { measures } = await supervisor.call('GET /indicator-definitions', {});
  const uneven: string[] = [];
  for (const by of indicatorCuts) {
    const { rows } = await supervisor.call('GET /indicators', { ...span, by });
    const isEven = measures.every(({ key }) => rows.reduce((sum, row) => sum + row.sums[key], 0) === sums[key]);
    if (!isEven) uneven.push(by);
  }
  return { sums, uneven, names: Object.fromEntries(measures.map(({ key, name }) => [key, name.en])) };
}
