import type { FieldFault } from '../../../contract/refusals.ts';
import type { Read } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { loadCalendar } from '../deadlines/index.ts';
import { loadPlaces } from '../places/index.ts';
import { findItemByCode } from './draft.store.ts';
import { type Judged, judgeDraft } from './judge-draft.ts';

/** All that forbids a draft to be published today, each with the element that it is about. */
export async function findDraftFaults(
  read: Read,
  draft: Judged,
  call: Pick<Call, 'district' | 'today'>,
): Promise<FieldFault[]> {
  const [calendar, places, holder] = await Promise.all([
    loadCalendar(read, call.district),
    loadPlaces(read, call.district),
    findItemByCode(read, call.district, draft.code),
  ]);
  return judgeDraft(draft, { calendar, places, holder, today: call.today.toString() });
}
