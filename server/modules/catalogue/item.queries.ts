import { pinyin } from 'pinyin-pro';
import type { IntakeItem, LegalBasis, ServiceGuide } from '../../../contract/catalogue.ts';
import type { Read } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { Refusal } from '../../platform/refusal.ts';
import { dueDay, explain, type Limit, loadCalendar, type WorkCalendar } from '../deadlines/index.ts';
import type { StaffCall } from '../people/index.ts';
import { getCenters, loadPlaces } from '../places/index.ts';
import type { ItemVersion } from './item.rules.ts';
import { getItemToday, loadInForce, loadRoutes } from './item.store.ts';
import { processOf } from './process.rules.ts';
import { isOffered } from './route.rules.ts';
import { organName } from './search.queries.ts';

/** 办事指南 of the version in force, with the centres for a region. Refuses `not_found`, `item_not_offered`. */
export async function getGuide(
  read: Read,
  call: Call,
  { itemId, regionId }: { itemId: string; regionId?: string },
): Promise<ServiceGuide> {
  const { version, ...standing } = await getItemToday(read, call, itemId);
  const [places, calendar, nearby, routes] = await Promise.all([
    loadPlaces(read, call.district),
    loadCalendar(read, call.district),
    getCenters(read, regionId === undefined ? {} : { regionId }, call),
    loadRoutes(read, call),
  ]);
  const { content, id, version: number, effectiveDay, code, profile, caseType, level } = version;
  const process = processOf(version);
  const { limitMarks, statutoryLimit, promisedLimit, result } = content;
  return {
    itemId,
    itemVersionId: id,
    version: number,
    effectiveDay,
    name: content.name,
    code,
    profile,
    caseType,
    lifeEvent: content.lifeEvent,
    brief: content.brief,
    conditions: content.conditions,
    materials: content.materials,
    form: content.form,
    ...(statutoryLimit && { statutoryLimit: limitView(statutoryLimit, limitMarks.statutory ?? 'sample') }),
    promisedLimit: limitView(promisedLimit, limitMarks.promised),
    fee: content.fee,
    result: { name: result.name, note: result.note },
    decidedBy: organName(version.decidingOrganId, places),
    acceptedBy: organName(version.acceptingOrganId, places),
    level,
    bases: content.bases,
    steps: content.steps,
    process,
    processOrgans: [
      ...new Set(process.stages.flatMap(({ tasks }) => tasks.flatMap(({ organId }) => organId ?? []))),
    ].map((organId) => ({ organId, name: organName(organId, places) })),
    ...(content.handling && { handling: content.handling }),
    standing,
    remedies: content.remedies,
    visits: content.visits,
    deliveryWishes: content.deliveryWishes,
    deemedAcceptance: content.deemedAcceptance,
    online: content.online,
    ...(content.guideOnly && { guideOnly: content.guideOnly }),
    ...(content.commitment && { commitment: content.commitment }),
    elements: content.elements,
    ...(version.decidingOrganId && { departmentId: version.decidingOrganId }),
    centers: nearby.centers.filter(({ id: centerId }) => {
      const center = places.centerById(centerId);
      return center !== undefined && isOffered(version, routes, center, places);
    }),
    ifAppliedToday: ifApplied(version, call.today, calendar),
  };
}

/** The guide that binds what arrived on an earlier day (ALL 29). Refuses besides a day to come: invalid_input at `day`. */
export async function getIntakeGuide(
  read: Read,
  { itemId, day }: { itemId: string; day?: string },
  call: StaffCall,
): Promise<ServiceGuide> {
  const arrived = day === undefined ? call.today : Temporal.PlainDate.from(day);
  if (Temporal.PlainDate.compare(arrived, call.today) > 0)
    throw new Refusal('invalid_input', {}, [{ field: 'day', code: 'too_late', facts: { day: call.today.toString() } }]);
  return getGuide(read, { ...call, today: arrived }, { itemId });
}

function limitView({ amount, unit, basis }: Limit, mark: LegalBasis['mark']): ServiceGuide['promisedLimit'] {
  return { amount, unit, basis: basisView(basis, mark) };
}

function basisView(basis: Limit['basis'], mark: LegalBasis['mark']): LegalBasis {
  if ('guide' in basis) return { law: basis.guide, mark };
  if ('notice' in basis) return { law: basis.notice, mark };
  return { law: basis.law, ...(basis.article !== undefined && { article: basis.article }), mark };
}

/**
 * The latest days for an application that comes in today from afar: it is answered within its limit, and decided within the
 * promise from the latest acceptance on. A matter without a promise of days is decided with the answer.
 */
function ifApplied(
  { content: { answerLimit, promisedLimit } }: ItemVersion,
  today: Temporal.PlainDate,
  calendar: WorkCalendar,
): ServiceGuide['ifAppliedToday'] {
  const answered = dueDay(answerLimit, [{ kind: 'start', day: today }], calendar);
  const decided = dueDay(promisedLimit, [{ kind: 'start', day: answered.dueDay }], calendar);
  return {
    answeredByDay: answered.dueDay.toString(),
    decidedByDay: decided.dueDay.toString(),
    provisional: answered.provisional || decided.provisional,
    explanation:
      promisedLimit.amount > 0
        ? explain(promisedLimit, [{ kind: 'start', day: answered.dueDay }], calendar, today)
        : explain(answerLimit, [{ kind: 'start', day: today }], calendar, today),
  };
}

/** What the acting post may take in (收件授权) at its own centre, and the region of that. Refuses `no_post`. */
export async function getIntakeItems(read: Read, call: StaffCall): Promise<{ items: IntakeItem[]; regionId: string }> {
  const { post } = call.staff;
  if (post === undefined) throw new Refusal('no_post');
  const [{ versions, routes }, places] = await Promise.all([loadInForce(read, call), loadPlaces(read, call.district)]);
  const center = places.centerById(post.centerId ?? '');
  const mayTakeIn = new Set(post.itemIds);
  const items = versions
    .filter(({ itemId, content }) => mayTakeIn.has(itemId) && content.guideOnly === undefined)
    .filter((version) => center === undefined || isOffered(version, routes, center, places))
    .map(({ itemId, code, caseType, profile, content: { name } }) => {
      const syllables = pinyin(name.zh, { toneType: 'none', type: 'array', nonZh: 'removed', v: true });
      const initials = syllables.map((syllable) => syllable.charAt(0)).join('');
      return { itemId, name, code, pinyin: syllables.join(''), initials, caseType, profile };
    });
  return { items, regionId: center?.regionId ?? post.areaRegionId };
}
