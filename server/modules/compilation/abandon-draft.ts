import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import type { StaffCall } from '../people/index.ts';
import { admitDraftAct } from './admit-draft-act.ts';
import { draftStateAfter } from './draft.rules.ts';
import { moveDraft } from './draft.store.ts';

/** Gives a draft up; it stays as a record, and its item may be changed anew. Refuses `draft_in_state`. */
export async function abandonDraft(
  tx: Tx,
  { draftId }: { draftId: string },
  call: StaffCall,
): Promise<{ draftId: string }> {
  const draft = await admitDraftAct(tx, 'abandon', { draftId }, call);
  const state = draftStateAfter('abandon', draft);
  await moveDraft(tx, call, { act: 'abandon', note: null }, { id: draft.id, state, round: draft.round });
  append(tx, call, {
    subject: { kind: 'itemDraft', id: draft.id },
    act: 'itemDraft.abandoned',
    facts: { revision: draft.revision },
  });
  return { draftId: draft.id };
}
