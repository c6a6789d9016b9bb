import type { CaseAct, CaseReply, Due } from '../../../contract/cases.ts';
import { type Read, sql } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { getItemVersion, type ItemVersion } from '../catalogue/index.ts';
import { light, loadCalendar, type WorkCalendar } from '../deadlines/index.ts';
import { getHoldersByRole, type ResidentCall, type StaffCall } from '../people/index.ts';
import { loadPlaces, windowFor } from '../places/index.ts';
import { actionsOf } from './case.rules.ts';
import { type Case, everywhere, getCase } from './case.store.ts';
import { handlingOf, isRenewedByLaw } from './ending.rules.ts';
import { factsOf, viewerOf } from './viewer.rules.ts';

/** What an act leaves behind for its reply, now and when the same request comes again: no personal data. */
export interface CaseReference {
  readonly caseId: string;
  readonly documentIds?: readonly string[];
}

/** The one date that matters, with its light. */
export function dueOf(
  row: Pick<Case, 'duePurpose' | 'dueDay' | 'dueProvisional'> & Partial<Pick<Case, 'state'>>,
  today: Temporal.PlainDate,
  calendar: WorkCalendar,
): Due | undefined {
  if (row.duePurpose === null || row.dueDay === null) return undefined;
  // Silence at the check accepts by law: the window is warned from the third of the five days on (domain §2.3(b)).
  const soon = row.duePurpose === 'answer' ? 2 : 1;
  const lit = light(Temporal.PlainDate.from(row.dueDay), today, calendar, { soon });
  return {
    purpose: row.duePurpose,
    day: row.dueDay,
    provisional: row.dueProvisional,
    // Time stands still during a special procedure; what was late before it stays late.
    light: row.state === 'SPECIAL_PROCEDURE' && lit.light !== 'red' ? 'blue' : lit.light,
    workingDaysLeft: lit.workingDaysLeft ?? 0,
  };
}

/** The reply of every write: the case as it now stands and what this caller may do next. */
export async function getCaseReply(
  read: Read,
  { caseId, documentIds }: CaseReference,
  call: ResidentCall | StaffCall,
): Promise<CaseReply> {
  return caseReplyOf(read, await getCase(read, call.district, caseId, everywhere), documentIds, call);
}

/** The same of a case at hand. */
export async function caseReplyOf(
  read: Read,
  theCase: Case,
  documentIds: readonly string[] | undefined,
  call: ResidentCall | StaffCall,
): Promise<CaseReply> {
  const [version, calendar] = await Promise.all([
    getItemVersion(read, call.district, theCase.itemVersionId),
    loadCalendar(read, call.district),
  ]);
  const due = dueOf(theCase, call.today, calendar);
  const { actions } = actionsOf(factsOf(theCase, version), viewerOf(call));
  return {
    caseId: theCase.id,
    state: theCase.state,
    actions: actions as CaseAct[],
    documentIds: [...(documentIds ?? [])],
    ...(theCase.caseNo !== null && { caseNo: theCase.caseNo }),
    ...(due && { due }),
  };
}

/** Village agents who may carry the result: those of the township where it was taken in, at its window or in a village. */
export async function getDeliveryAgents(read: Read, call: StaffCall, theCase: Case) {
  const places = await loadPlaces(read, call.district);
  const center = places.centerById(theCase.intakeCenterId ?? '');
  if (center === undefined) return [];
  const regions = places.descendantsOf(windowFor(center, places).regionId);
  const held = await getHoldersByRole(read, call.district, call.today, 'villageAgent', regions);
  const near = (regionId: string) => (regionId === theCase.applicantRegionId ? 0 : 1);
  return held
    .toSorted((a, b) => near(a.areaRegionId) - near(b.areaRegionId))
    .map((post) => ({
      postId: post.postId,
      name: post.staffName,
      title: { zh: post.titleZh, en: post.titleEn },
      region: places.regionById(post.areaRegionId)?.name ?? { zh: '', en: '' },
    }));
}

/**
 * The last day of the licence that the law has renewed already, where a renewal that came in time was not decided by then
 * (R-2.16, ALL 50(2)): whether or not the job that writes it down has run, nobody decides otherwise any more.
 */
export async function findRenewedByLaw(
  read: Read,
  { id, state }: Pick<Case, 'id' | 'state'>,
  version: Pick<ItemVersion, 'profile' | 'content'>,
  call: Pick<Call, 'district' | 'today'>,
): Promise<string | undefined> {
  if (handlingOf(version.profile, version.content) !== 'renewal') return undefined;
  const { rows } = await sql<{ inTime: boolean; untilDay: string | null; licence: string }>`
    select cl.in_time, l.until_day, l.state as licence
    from case_licences cl join licences l on l.district = cl.district and l.id = cl.licence_id
    where cl.district = ${call.district} and cl.case_id = ${id} and cl.handling = 'renewal'
  `.execute(read);
  const [of] = rows;
  return of !== undefined && isRenewedByLaw({ ...of, state }, call.today.toString())
    ? (of.untilDay ?? undefined)
    : undefined;
}
