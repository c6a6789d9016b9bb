import type { FieldFault } from '../../../contract/refusals.ts';
import type { Deviation } from '../../../contract/standards.ts';
import type { Read } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { loadCalendar } from '../deadlines/index.ts';
import { getStaffedOrgans } from '../people/index.ts';
import { loadPlaces } from '../places/index.ts';
import { lockedDeviations } from '../standards/index.ts';
import { withoutRepeats } from './content.rules.ts';
import { findItemByCode } from './draft.store.ts';
import { type Judged, judgeDraft } from './judge-draft.ts';

/**
 * All that forbids a draft to be published today, each with the element that it is about; also where it says something
 * else than its basic item in an element that is locked (四级四同).
 */
export async function findDraftFaults(
  read: Read,
  draft: Judged,
  call: Pick<Call, 'district' | 'today'>,
): Promise<FieldFault[]> {
  const { itemId, ...rest } = draft;
  const [calendar, places, staffed, holder, deviations] = await Promise.all([
    loadCalendar(read, call.district),
    loadPlaces(read, call.district),
    getStaffedOrgans(read, call),
    findItemByCode(read, call.district, draft.code),
    lockedDeviations(read, call, { ...rest, ...(itemId !== null && { itemId }) }),
  ]);
  return withoutRepeats([
    ...judgeDraft(draft, { calendar, places, staffed, holder, today: call.today.toString() }),
    ...deviations.flatMap(faultOf),
  ]);
}

/** Where the element of a deviation stands in a draft, when its name does not say it. */
const fields: Readonly<Partial<Record<Deviation['element'], string>>> = {
  type: 'content.elements.itemType',
  serviceObjects: 'content.elements.serviceObjects',
  result: 'content.result.name',
};

/** What is wrong with the code itself was said before. */
function faultOf({ element, own, other, otherCode }: Deviation): FieldFault[] {
  if (element === 'code') return [];
  const facts = { own: own.zh, other: other.zh, otherCode };
  return [{ field: fields[element] ?? `content.${element}`, code: 'deviates', facts }];
}
