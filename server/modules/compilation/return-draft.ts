import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { StaffCall } from '../people/index.ts';
import { admitDraftAct } from './admit-draft-act.ts';
import { draftStateAfter } from './draft.rules.ts';
import { moveDraft } from './draft.store.ts';

/** Sends a draft back to its department with a reason. Refuses `draft_in_state`, `reason_missing`. */
export async function returnDraft(
  tx: Tx,
  { draftId, reason }: { draftId: string; reason: string },
  call: StaffCall,
): Promise<{ draftId: string }> {
  const draft = await admitDraftAct(tx, 'return', { draftId }, call);
  if (reason.trim() === '') throw new Refusal('reason_missing');
  const state = draftStateAfter('return', draft);
  await moveDraft(tx, call, { act: 'return', note: reason }, { id: draft.id, state, round: draft.round });
  append(tx, call, {
    subject: { kind: 'itemDraft', id: draft.id },
    act: 'itemDraft.returned',
    facts: { revision: draft.revision, round: draft.round },
  });
  return { draftId: draft.id };
}
