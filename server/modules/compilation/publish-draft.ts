import { isDay } from '../../../contract/questions.ts';
import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { getItemVersion, publishItemVersion } from '../catalogue/index.ts';
import type { StaffCall } from '../people/index.ts';
import { admitDraftAct, type ReadDraft } from './admit-draft-act.ts';
import { draftStateAfter } from './draft.rules.ts';
import { type Draft, moveDraft } from './draft.store.ts';
import { findDraftFaults } from './find-draft-faults.ts';
import { insertStanding, lockStanding } from './standing.store.ts';

/**
 * Publishes an approved draft as the next version of its item; from the day that it names, new applications fall under
 * it, and what runs keeps its own. The day may be put off, never brought forward: what was approved for a day, and
 * compared with the version in force on it, binds nobody earlier. An item that was cancelled before the draft was
 * submitted is in use again from that day. The draft stays as the record of who made the version and why.
 * Refuses `draft_in_state`, `draft_moved_on`, `draft_wrong` with every fault, `day_in_past`, `day_too_early`,
 * `draft_outdated` where the item has another version by now, `code_taken`, `item_cancelled` since it was submitted.
 */
export async function publishDraft(
  tx: Tx,
  { effectiveDay: chosen, ...read }: ReadDraft & { effectiveDay?: string },
  call: StaffCall,
): Promise<{ draftId: string }> {
  const draft = await admitDraftAct(tx, 'publish', read, call);
  const today = call.today.toString();
  const effectiveDay = chosen ?? draft.effectiveDay ?? today;
  if (!isDay(effectiveDay)) throw new Refusal('invalid_input', {}, [{ field: 'effectiveDay', code: 'not_a_day' }]);
  if (effectiveDay < today) throw new Refusal('day_in_past', { today });
  const base = draft.baseVersionId === null ? undefined : await getItemVersion(tx, call.district, draft.baseVersionId);
  const [earliest = ''] = [draft.effectiveDay ?? '', base?.effectiveDay ?? ''].sort().reverse();
  if (effectiveDay < earliest) throw new Refusal('day_too_early', { day: earliest });
  const faults = await findDraftFaults(tx, { ...draft, effectiveDay }, call);
  if (faults.length > 0) throw new Refusal('draft_wrong', { count: faults.length }, faults);
  if (draft.itemId !== null) await takeUpAgain(tx, { draft, itemId: draft.itemId, effectiveDay }, call);

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

/** Ends a cancellation that compilers and approvers knew of. Refuses `item_cancelled` for one that came after them. */
async function takeUpAgain(
  tx: Tx,
  { draft, itemId, effectiveDay }: { draft: Draft; itemId: string; effectiveDay: string },
  call: StaffCall,
): Promise<void> {
  const { standing, fromDay, changedAt } = await lockStanding(tx, call.district, itemId);
  if (standing !== 'CANCELLED' || fromDay === null || changedAt === null) return;
  const submitted = draft.deeds.findLast(({ act }) => act === 'submit')?.actedAt ?? changedAt;
  if (effectiveDay < fromDay || Temporal.Instant.compare(submitted, changedAt) < 0)
    throw new Refusal('item_cancelled', { fromDay });
  const reason = { zh: '重新列入目录', en: 'Listed again' };
  const standingId = await insertStanding(tx, call, { itemId, standing: 'IN_USE', fromDay: effectiveDay, reason });
  append(tx, call, {
    subject: { kind: 'item', id: itemId },
    act: 'item.resumed',
    facts: { standingId, fromDay: effectiveDay },
  });
}
