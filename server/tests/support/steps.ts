import type { DocumentKind } from '../../../contract/documents.ts';
import type { ItemContent } from '../../../contract/item-content.ts';
import type { CaseState, Outcome } from '../../../contract/values.ts';
import { getVersionInForce, publishItemVersion } from '../../modules/catalogue/index.ts';
import { transact } from '../../platform/database/index.ts';
import type { Town } from './town.ts';

/** What one act made of a case: where it stood and stands, the rows that its chain got, and the papers. */
export interface Step {
  readonly from: CaseState;
  readonly to: CaseState;
  readonly outcome: Outcome | null;
  readonly acts: readonly string[];
  readonly papers: readonly DocumentKind[];
}

/** Does something to a case, or lets its time come, and says what came of it. */
export async function stepOf(town: Town, caseId: string, act: () => Promise<unknown>): Promise<Step> {
  const before = await told(town, caseId);
  await act();
  const after = await told(town, caseId);
  return {
    from: before.state,
    to: after.state,
    outcome: after.outcome,
    acts: after.acts.slice(before.acts.length),
    papers: after.papers.slice(before.papers.length),
  };
}

async function told(town: Town, caseId: string) {
  const ask = async <T>(text: string): Promise<T[]> => (await town.db.pool.query(text, [town.district, caseId])).rows;
  const [cases, rows, papers] = await Promise.all([
    ask<{ state: CaseState; outcome: Outcome | null }>(
      'select state, outcome from cases where district = $1 and id = $2',
    ),
    ask<{ act: string }>(
      `select act from ledger_rows where district = $1 and subject_kind = 'case' and subject_id = $2 order by sequence`,
    ),
    ask<{ kind: DocumentKind }>('select kind from documents where district = $1 and subject_id = $2 order by id'),
  ]);
  const [found] = cases;
  if (found === undefined) throw new Error('No such case.');
  return { ...found, acts: rows.map(({ act }) => act), papers: papers.map(({ kind }) => kind) };
}

/** The department publishes a new version of an item, in force from today. */
export async function publishChange(
  town: Town,
  itemId: string,
  change: (content: ItemContent) => Partial<ItemContent>,
): Promise<void> {
  const call = town.systemCall();
  const { id: _, itemId: __, version: ___, ...version } = await getVersionInForce(town.db, call, itemId);
  const content = { ...version.content, ...change(version.content) };
  await transact(town.db, (tx) => publishItemVersion(tx, { ...version, effectiveDay: town.today(), content }, call));
}
