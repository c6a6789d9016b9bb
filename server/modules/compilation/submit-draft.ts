import type { LegalBasis } from '../../../contract/catalogue.ts';
import type { Burden } from '../../../contract/compilation.ts';
import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { getItemVersion, type ItemContent } from '../catalogue/index.ts';
import type { StaffCall } from '../people/index.ts';
import { admitDraftAct, type ReadDraft } from './admit-draft-act.ts';
import { burdensOf } from './burden.rules.ts';
import { changesOf } from './change.rules.ts';
import { draftStateAfter } from './draft.rules.ts';
import { moveDraft } from './draft.store.ts';
import { findDraftFaults } from './find-draft-faults.ts';
import { shownOf } from './shown.rules.ts';
import { findLastStanding } from './standing.store.ts';

/**
 * Hands a draft to the department's reviewer. Nobody is asked to approve what could not be published: refuses
 * `draft_moved_on`, `draft_wrong` with every fault, `day_too_early` for a day before that of the version it changes,
 * `draft_unchanged`, and `burden_without_basis` for what asks more of people than the
 * version before it and names no law (R-1.6, OBE 35); such a draft then needs two approvals of the bureau.
 */
export async function submitDraft(
  tx: Tx,
  { reason, burdenBasis, ...read }: ReadDraft & { reason: string; burdenBasis?: LegalBasis },
  call: StaffCall,
): Promise<{ draftId: string }> {
  const draft = await admitDraftAct(tx, 'submit', read, call);
  if (reason.trim() === '') throw new Refusal('reason_missing');
  const faults = await findDraftFaults(tx, draft, call);
  if (faults.length > 0) throw new Refusal('draft_wrong', { count: faults.length }, faults);
  const base = draft.baseVersionId === null ? undefined : await getItemVersion(tx, call.district, draft.baseVersionId);
  if (base !== undefined && draft.effectiveDay !== null && draft.effectiveDay < base.effectiveDay)
    throw new Refusal('day_too_early', { day: base.effectiveDay });
  if (base !== undefined && changesOf(shownOf(base), shownOf(draft)).length === 0) {
    // What was cancelled may come back as it was.
    const { standing } = await findLastStanding(tx, call.district, base.itemId);
    if (standing !== 'CANCELLED') throw new Refusal('draft_unchanged');
  }
  const [burden, ...more] = burdensOf(base, draft);
  const basis = burdenBasis?.law.trim() ? burdenBasis : null;
  if (burden !== undefined && basis === null)
    throw new Refusal('burden_without_basis', {
      kind: burden.kind,
      element: elementOf[burden.kind],
      text: burden.text,
      count: more.length + 1,
    });
  await moveDraft(
    tx,
    call,
    { act: 'submit', note: reason },
    {
      id: draft.id,
      state: draftStateAfter('submit', draft),
      round: draft.round + 1,
      reason,
      burdenBasis: burden === undefined ? null : basis,
      approvalsNeeded: burden === undefined ? 1 : 2,
      // Whoever hands it in answers for it as if he had typed it.
      compilers: [...new Set([...draft.compilers, call.staff.id])],
    },
  );
  append(tx, call, {
    subject: { kind: 'itemDraft', id: draft.id },
    act: 'itemDraft.submitted',
    facts: {
      revision: draft.revision,
      round: draft.round + 1,
      burdens: burden === undefined ? 0 : more.length + 1,
      approvalsNeeded: burden === undefined ? 1 : 2,
    },
  });
  return { draftId: draft.id };
}

const elementOf = {
  material: 'materials',
  condition: 'conditions',
  step: 'process',
  question: 'form',
  fee: 'fee',
  visit: 'visits',
} as const satisfies Record<Burden['kind'], keyof ItemContent>;
