import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import type { StaffCall } from '../people/index.ts';
import { admitDraftAct } from './admit-draft-act.ts';
import { draftStateAfter } from './draft.rules.ts';
import { moveDraft } from './draft.store.ts';

/**
 * Takes a draft back to the desk while it waits; or, once it is approved, the bureau's approvals while nothing is
 * published. Refuses `draft_in_state`.
 */
export async function takeBackDraft(
  tx: Tx,
  { draftId }: { draftId: string },
  call: StaffCall,
): Promise<{ draftId: string }> {
  const draft = await admitDraftAct(tx, 'takeBack', { draftId }, call);
  const state = draftStateAfter('takeBack', draft);
  await moveDraft(tx, call, { act: 'takeBack', note: null }, { id: draft.id, state, round: draft.round });
  append(tx, call, {
    subject: { kind: 'itemDraft', id: draft.id },
    act: 'itemDraft.takenBack',
    facts: { revision: draft.revision, round: draft.round, state },
  });
  return { draftId: draft.id };
}
