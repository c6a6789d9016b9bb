import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { StaffCall } from '../people/index.ts';
import { loadPlaces } from '../places/index.ts';
import { dayWithin } from './day.rules.ts';
import { afterFindingAct, type FindingAct } from './look-back.rules.ts';
import { insertNote, lockFinding, saveFinding } from './look-back.store.ts';

export interface MoveFinding {
  readonly findingId: string;
  readonly act: FindingAct;
  readonly note?: string;
  /** Of `assign`: who answers for it, and until when. */
  readonly organId?: string;
  readonly deadlineDay?: string;
}

/**
 * Gives a finding an owner and a day, says how it was rectified, closes or reopens it. Rectifying is its owner's, or the
 * bureau's: to others it does not exist. Refuses `finding_moved_on`, `reason_missing`.
 */
export async function moveFinding(
  tx: Tx,
  { findingId, act, note, organId, deadlineDay }: MoveFinding,
  call: StaffCall,
): Promise<{ findingId: string }> {
  const finding = await lockFinding(tx, call.district, findingId);
  const { post } = call.staff;
  if (act === 'rectify' && post?.role !== 'itemPublisher' && post?.organId !== finding.ownerOrganId)
    throw new Refusal('not_found');
  const after = afterFindingAct(finding.state, act);
  if ('code' in after) throw new Refusal(after.code, after.facts);
  const text = note?.trim() ?? '';
  if (text === '' && (act === 'rectify' || act === 'reopen'))
    throw new Refusal('reason_missing', {}, [{ field: 'note', code: 'required' }]);
  if (organId !== undefined && (await loadPlaces(tx, call.district)).organById(organId) === undefined)
    throw new Refusal('invalid_input', {}, [{ field: 'organId', code: 'not_an_option' }]);
  if (deadlineDay !== undefined) dayWithin('deadlineDay', deadlineDay, { from: call.today });
  await saveFinding(tx, call.district, {
    id: findingId,
    state: after.state,
    ownerOrganId: organId ?? finding.ownerOrganId,
    deadlineDay: deadlineDay ?? finding.deadlineDay,
  });
  await insertNote(tx, call, { findingId, act, text, staffId: call.staff.id });
  append(tx, call, {
    subject: { kind: 'lookBackFinding', id: findingId },
    act: `finding.${act}`,
    facts: { state: after.state, ...(organId && { organId }), ...(deadlineDay && { deadlineDay }) },
  });
  return { findingId };
}
