import type { Case } from './case.store.ts';

/** Who acts for whom in a case; nothing where nobody acts for another. */
export function actingOf({
  id,
  principalId,
  accountId,
  itemId,
}: Pick<Case, 'id' | 'principalId' | 'accountId' | 'itemId'>):
  | { principalId: string; agentId: string; itemId: string; caseId: string }
  | undefined {
  if (principalId === null || accountId === null) return undefined;
  return { principalId, agentId: accountId, itemId, caseId: id };
}
