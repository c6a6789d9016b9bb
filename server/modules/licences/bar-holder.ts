import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { newId } from '../../platform/ids.ts';
import { insertBar } from './bar.store.ts';
import { type BarArticle, barredUntil } from './licence.rules.ts';

export interface BarHolder {
  readonly numberIndexes: readonly Buffer[];
  readonly title: string | null;
  readonly itemId: string;
  readonly caseId: string;
  readonly licenceId: string | null;
  readonly article: BarArticle;
}

/**
 * Keeps those who deceived from applying for the same licence again: a year after a denial for false material, three
 * after a revocation for fraud (行政许可法 art. 78, 79). Only for matters of safety, health, life or property: the caller
 * asks. Returns the last day, ISO.
 */
export async function barHolder(tx: Tx, { numberIndexes, ...of }: BarHolder, call: Call): Promise<string> {
  const untilDay = barredUntil(of.article, call.today);
  const { title, itemId, caseId, licenceId, article } = of;
  for (const numberIndex of numberIndexes)
    await insertBar(tx, call.district, {
      id: newId(),
      numberIndex,
      title,
      itemId,
      caseId,
      licenceId,
      article,
      fromDay: call.today,
      untilDay,
    });
  return untilDay.toString();
}
