import { isDay } from '../../../contract/questions.ts';
import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { getItemVersion, publishItemVersion } from '../catalogue/index.ts';
import type { StaffCall } from '../people/index.ts';
import { admitDraftAct } from './admit-draft-act.ts';
import { draftStateAfter } from './draft.rules.ts';
import { moveDraft } from './draft.store.ts';
import { findDraftFaults } from './find-draft-faults.ts';
import { findLastStanding } from './standing.store.ts';

/**
 * Publishes an approved draft as the next version of its item; from the day that it names, new applications fall under
 * it, and what runs keeps its own. The draft stays as the record of who made the version and why.
 * Refuses `draft_in_state`, `draft_wrong` with every fault, `day_in_past`, `draft_outdated` where the item has another
 * version by now, `code_taken`, `item_cancelled`.
 */
export async function publishDraft(
  tx: Tx,
  { draftId, effectiveDay: chosen }: { draftId: string; effectiveDay?: string },
  call: StaffCall,
): Promise<{ draftId: string }> {
  const draft = await admitDraftAct(tx, 'publish', draftId, call);
  const today = call.today.toString();
  const effectiveDay = chosen ?? draft.effectiveDay ?? today;
  if (!isDay(effectiveDay)) throw new Refusal('invalid_input', {}, [{ field: 'effectiveDay', code: 'not_a_day' }]);
  if (effectiveDay < today) throw new Refusal('day_in_past', { today });
  const faults = await findDraftFaults(tx, { ...draft, effectiveDay }, call);
  if (faults.length > 0) throw new Refusal('draft_wrong', { count: faults.length }, faults);
  if (draft.itemId !== null) {
    const last = await findLastStanding(tx, call.district, draft.itemId);
    if (last.standing === 'CANCELLED') throw new Refusal('item_cancelled', { fromDay: last.fromDay ?? '' });
  }

  const base = draft.baseVersionId === null ? undefined : await getItemVersion(tx, call.district, draft.baseVersionId);
  const { code, profile, caseType, level, acceptingOrganId, decidingOrganId, content } = draft;
  const version = { code, effectiveDay, profile, caseType, level, acceptingOrganId, decidingOrganId, content };
  const made = await publishItemVersion(tx, version, call);
  // Its number was given under the item's lock: whoever came between is seen here, and all of this is undone.
  if (made.version !== (base?.version ?? 0) + 1) {
    if (base === undefined) throw new Refusal('code_taken', { code });
    throw new Refusal('draft_outdated', { base: base.version, version: made.version - 1 });
  }
  await moveDraft(
    tx,
    call,
    { act: 'publish', note: null },
    {
      id: draft.id,
      state: draftStateAfter('publish', draft),
      round: draft.round,
      itemId: made.itemId,
      itemVersionId: made.itemVersionId,
    },
  );
  append(tx, call, {
    subject: { kind: 'itemDraft', id: draft.id },
    act: 'itemDraft.published',
    facts: { itemVersionId: made.itemVersionId, version: made.version, effectiveDay, revision: draft.revision },
  });
  return { draftId: draft.id };
}
