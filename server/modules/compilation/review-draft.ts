import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import type { StaffCall } from '../people/index.ts';
import { admitDraftAct, type ReadDraft } from './admit-draft-act.ts';
import { draftStateAfter } from './draft.rules.ts';
import { moveDraft } from './draft.store.ts';

/** First approval, by the department. Refuses `draft_in_state`, `draft_moved_on`, `draft_same_person` to whoever compiled it. */
export async function reviewDraft(
  tx: Tx,
  { note, ...read }: ReadDraft & { note?: string },
  call: StaffCall,
): Promise<{ draftId: string }> {
  const draft = await admitDraftAct(tx, 'review', read, call);
  const state = draftStateAfter('review', draft);
  await moveDraft(tx, call, { act: 'review', note: note ?? null }, { id: draft.id, state, round: draft.round });
  append(tx, call, {
    subject: { kind: 'itemDraft', id: draft.id },
    act: 'itemDraft.reviewed',
    facts: { revision: draft.revision, round: draft.round },
  });
  return { draftId: draft.id };
}
