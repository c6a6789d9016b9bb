import type { CaseAct } from '../../../contract/cases.ts';
import type { CaseFacts, Objection, Viewer } from './case.data.ts';

type RecusalFacts = Pick<CaseFacts, 'recusedIds' | 'related'>;

/** Whether this person must keep away from the case, recorded or not. */
export function mustKeepAway({ recusedIds, related }: RecusalFacts, staffId: string): boolean {
  return recusedIds.includes(staffId) || related.some((each) => each.staffId === staffId);
}

/**
 * 回避 (domain §2.8): who is related to a party, or acts for one, does nothing on the case but say so; who was recused
 * does nothing more. The organ's head may still order others to withdraw.
 */
export function recusalObjection(
  act: CaseAct,
  facts: RecusalFacts,
  viewer: Pick<Viewer, 'id' | 'role'>,
): Objection | undefined {
  const isRecused = facts.recusedIds.includes(viewer.id);
  if (act === 'recuse')
    return isRecused && viewer.role !== 'organHead' ? { code: 'recused_already', facts: {} } : undefined;
  if (isRecused) return { code: 'recused', facts: {} };
  const relation = facts.related.find(({ staffId }) => staffId === viewer.id)?.relation;
  return relation === undefined ? undefined : { code: 'recusal_needed', facts: { relation } };
}
