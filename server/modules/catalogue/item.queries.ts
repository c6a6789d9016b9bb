import type { ItemSummary, LegalBasis, LifeEvent, ServiceGuide } from '../../../contract/catalogue.ts';
import type { LocalText } from '../../../contract/values.ts';
import { type Read, sql } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { Refusal } from '../../platform/refusal.ts';
import { dueDay, explain, type Limit, loadCalendar, type WorkCalendar } from '../deadlines/index.ts';
import type { StaffCall } from '../people/index.ts';
import { getCenters, loadPlaces, type Places } from '../places/index.ts';
import { type ItemVersion, townshipGovernment } from './item.rules.ts';
import { getVersionInForce, getVersionsInForce } from './item.store.ts';
import { type SearchIndex, searchIndexOf } from './search-index.data.ts';

/** What a person asks for: a question in his own words, or one of the eight life events; neither means everything. */
export interface FindItems {
  readonly q?: string;
  readonly lifeEvent?: LifeEvent;
}

/** The items that answer a question, best first; a question that nothing answers is kept for those who keep the aliases. */
export async function findItems(read: Read, call: Call, { q = '', lifeEvent }: FindItems): Promise<ItemSummary[]> {
  const [inForce, places] = await Promise.all([getVersionsInForce(read, call), loadPlaces(read, call.district)]);
  const versions = inForce.filter(({ content }) => lifeEvent === undefined || content.lifeEvent === lifeEvent);
  if (q.trim() === '') return versions.map((version) => summaryOf(version, [], places));
  const found = indexOf(call.district, inForce).find(q);
  if (found.length === 0) await countMiss(read, call, q);
  return found.flatMap(({ itemVersionId, because }) => {
    const version = versions.find(({ id }) => id === itemVersionId);
    return version === undefined ? [] : [summaryOf(version, because, places)];
  });
}

/** By district; rebuilt when another set of versions is in force. */
const indexes = new Map<string, { versions: string; index: SearchIndex }>();

function indexOf(district: string, versions: readonly ItemVersion[]): SearchIndex {
  const key = versions.map(({ id }) => id).join();
  const known = indexes.get(district);
  if (known?.versions === key) return known.index;
  const index = searchIndexOf(versions);
  indexes.set(district, { versions: key, index });
  return index;
}

const longestMiss = 60;
const mostMisses = 20_000;

/** Without the person, and without numbers that might be his. */
async function countMiss(read: Read, call: Call, q: string): Promise<void> {
  const query = [
    ...q
      .normalize('NFKC')
      .trim()
      .replace(/\d{4,}[\dxX]*/g, '…'),
  ]
    .slice(0, longestMiss)
    .join('');
  await sql`
    insert into search_misses (district, query, times, last_at)
    select ${call.district}, ${query}, 1, ${call.now}::timestamptz
    where (select count(*) from search_misses where district = ${call.district}) < ${mostMisses}::int
    on conflict (district, query) do update set times = search_misses.times + 1, last_at = excluded.last_at
  `.execute(read);
}

function summaryOf(version: ItemVersion, because: string[], places: Places): ItemSummary {
  const { content, itemId, code, level, caseType, profile } = version;
  const { name, brief, bring, howLong } = content;
  const decidedBy = organName(version.decidingOrganId, places);
  return { itemId, name, code, decidedBy, level, caseType, profile, brief, bring, howLong, because };
}

function organName(organId: string | null, places: Places): LocalText {
  return (organId === null ? undefined : places.organById(organId)?.name) ?? townshipGovernment;
}

/** 办事指南 of the version in force, with the centres for a region. Refuses `not_found`, `item_not_offered`. */
export async function getGuide(
  read: Read,
  call: Call,
  { itemId, regionId }: { itemId: string; regionId?: string },
): Promise<ServiceGuide> {
  const version = await getVersionInForce(read, call, itemId);
  const [places, calendar, nearby] = await Promise.all([
    loadPlaces(read, call.district),
    loadCalendar(read, call.district),
    getCenters(read, regionId === undefined ? {} : { regionId }, call),
  ]);
  const { content, id, version: number, effectiveDay, code, profile, caseType, level } = version;
  const { limitMarks, statutoryLimit, promisedLimit, result, offeredAt } = content;
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
    remedies: content.remedies,
    visits: content.visits,
    deliveryWishes: content.deliveryWishes,
    deemedAcceptance: content.deemedAcceptance,
    online: content.online,
    ...(content.guideOnly && { guideOnly: content.guideOnly }),
    elements: content.elements,
    ...(version.decidingOrganId && { departmentId: version.decidingOrganId }),
    centers: nearby.centers.filter((center) => offeredAt.includes(center.level)),
    ifAppliedToday: ifApplied(version, call.today, calendar),
  };
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

/** The guides of what the acting post may take in (收件授权), as seen from its own centre. Refuses `no_post`. */
export async function getIntakeItems(read: Read, call: StaffCall): Promise<ServiceGuide[]> {
  const { post } = call.staff;
  if (post === undefined) throw new Refusal('no_post');
  const [inForce, places] = await Promise.all([getVersionsInForce(read, call), loadPlaces(read, call.district)]);
  const regionId = places.centerById(post.centerId ?? '')?.regionId ?? post.areaRegionId;
  const mine = inForce.filter(({ itemId }) => post.itemIds.includes(itemId));
  return Promise.all(mine.map(({ itemId }) => getGuide(read, call, { itemId, regionId })));
}
