import type { DraftAct } from '../../../contract/compilation.ts';
import type { Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { StaffCall } from '../people/index.ts';
import { isSeenBy, objectionToDraft } from './draft.rules.ts';
import { type Draft, getLastHand, lockDraft } from './draft.store.ts';
import { viewerOf } from './viewer.rules.ts';

/** A draft as somebody read it before he acted on it. */
export interface ReadDraft {
  readonly draftId: string;
  readonly revision: number;
  readonly round: number;
}

/**
 * Locks a draft for an act and asks the rules under the lock. A draft of another department is not found. Refuses
 * `draft_in_state` where it stands elsewhere by now, `draft_same_person`, and `draft_moved_on` where it is no longer the
 * revision or the round that was read: nobody answers for a text that he never saw.
 */
export async function admitDraftAct(
  tx: Tx,
  act: DraftAct,
  { draftId, revision, round }: Pick<ReadDraft, 'draftId'> & Partial<ReadDraft>,
  call: StaffCall,
): Promise<Draft> {
  const draft = await lockDraft(tx, call.district, draftId);
  const viewer = viewerOf(call);
  if (draft === undefined || !isSeenBy(draft, viewer)) throw new Refusal('not_found');
  const objection = objectionToDraft(act, draft, viewer);
  if (objection !== undefined) throw new Refusal(objection.code, objection.facts);
  if ((revision ?? draft.revision) !== draft.revision || (round ?? draft.round) !== draft.round)
    throw new Refusal('draft_moved_on', { ...(await getLastHand(tx, call, draft)), revision: draft.revision });
  return draft;
}
