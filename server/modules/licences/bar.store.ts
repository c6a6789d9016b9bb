import { type Read, sql, type Tx } from '../../platform/database/index.ts';
import type { BarArticle } from './licence.rules.ts';

/** Whom the law keeps from applying again for a licence until a day; known by the keyed index of his number alone. */
export interface Bar {
  readonly id: string;
  readonly numberIndex: Buffer;
  readonly title: string | null;
  readonly itemId: string;
  readonly article: BarArticle;
  readonly caseId: string;
  readonly licenceId: string | null;
  readonly fromDay: Temporal.PlainDate;
  readonly untilDay: Temporal.PlainDate;
}

export async function insertBar(tx: Tx, district: string, bar: Bar): Promise<void> {
  await sql`
    insert into licence_bars (district, id, number_index, title, item_id, article, case_id, licence_id, from_day, until_day)
    values (${district}, ${bar.id}, ${bar.numberIndex}, ${bar.title}, ${bar.itemId}, ${bar.article}, ${bar.caseId}, ${bar.licenceId},
      ${bar.fromDay}, ${bar.untilDay})
  `.execute(tx);
}

/** What somebody asks about: the licence by its title, or the matter itself. */
export interface AskedFor {
  readonly numberIndexes: readonly Buffer[];
  readonly title: string | null;
  readonly itemId: string;
  readonly today: Temporal.PlainDate;
}

/** The longest bar that stands today against one of these persons for this licence or matter. */
export async function findStandingBar(
  read: Read,
  district: string,
  { numberIndexes, title, itemId, today }: AskedFor,
): Promise<{ untilDay: string; article: BarArticle } | undefined> {
  if (numberIndexes.length === 0) return undefined;
  const { rows } = await sql<{ untilDay: string; article: BarArticle }>`
    select until_day, article from licence_bars
    where district = ${district} and number_index = any(${numberIndexes}::bytea[]) and until_day >= ${today}
      and (item_id = ${itemId} or title = ${title}::text)
    order by until_day desc limit 1
  `.execute(read);
  return rows[0];
}
