import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import type { StaffCall } from '../people/index.ts';
import { admitDraftAct, type ReadDraft } from './admit-draft-act.ts';
import { draftStateAfter } from './draft.rules.ts';
import { moveDraft } from './draft.store.ts';

/**
 * An approval of the bureau; where a burden is added, the first of two, by two people. Refuses `draft_in_state`,
 * `draft_moved_on`, `draft_same_person` to whoever compiled, reviewed or approved it before.
 */
export async function approveDraft(
  tx: Tx,
  { note, ...read }: ReadDraft & { note?: string },
  call: StaffCall,
): Promise<{ draftId: string }> {
  const draft = await admitDraftAct(tx, 'approve', read, call);
  const state = draftStateAfter('approve', draft);
  await moveDraft(tx, call, { act: 'approve', note: note ?? null }, { id: draft.id, state, round: draft.round });
  append(tx, call, {
    subject: { kind: 'itemDraft', id: draft.id },
    act: 'itemDraft.approved',
    facts: { revision: draft.revision, round: draft.round, state },
  });
  return { draftId: draft.id };
}
