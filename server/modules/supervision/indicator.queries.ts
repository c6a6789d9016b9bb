import type { IndicatorCut, IndicatorDefinitions, IndicatorRow, Indicators } from '../../../contract/indicators.ts';
import type { LocalText } from '../../../contract/values.ts';
import { measureKeys } from '../../../contract/words.ts';
import type { Read } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { getItemNames } from '../catalogue/index.ts';
import type { StaffCall } from '../people/index.ts';
import { loadPlaces, type Places } from '../places/index.ts';
import { findCountedAt, isSummed } from './count.store.ts';
import { type Field, fieldOf, type Narrowing } from './field.rules.ts';
import { indicators } from './indicator.data.ts';
import { countedWords, measures, type Sums } from './measure.store.ts';
import { type CountedSpan, countedAs } from './period.rules.ts';
import { findClosings } from './period.store.ts';
import { lastDayOf, monthOf, monthsOf, pointsOf, type Span, spanBefore, yearBefore } from './span.rules.ts';
import { noSums, openAtClosing, openBy, sumsBy, sumsOf } from './sum.queries.ts';

/** How far the ledger has been counted. */
export async function getCountedAt(read: Read, _: object, call: Call): Promise<{ countedAt: string }> {
  return { countedAt: (await findCountedAt(read, call.district)) ?? call.now.toString() };
}

/** What every number counts, in words and as it runs. */
export async function getDefinitions(_read: Read, _: object): Promise<IndicatorDefinitions> {
  return {
    measures: measures.map((measure) => ({
      key: measure.key,
      name: measure.name,
      counted: countedWords(measure),
      ...(measure.amount !== undefined && { amount: measure.amount }),
    })),
    indicators: [...indicators],
  };
}

/** The reader's field; refuses as `fieldOf`. */
export async function readField(
  read: Read,
  asked: Narrowing,
  call: StaffCall,
): Promise<{ field: Field; places: Places }> {
  const places = await loadPlaces(read, call.district);
  return { field: fieldOf(asked, places, { district: call.district, ...call.staff }), places };
}

/** The reader's field, and by what it and the spans beside it are counted. */
export async function readSpans(read: Read, asked: Narrowing, call: StaffCall) {
  const { field, places } = await readField(read, asked, call);
  const spans = [field, yearBefore(field), spanBefore(field)] as const;
  const [closings, summed] = await Promise.all([
    findClosings(read, call.district, spans.flatMap(monthsIn)),
    isSummed(read, call.district),
  ]);
  const of = (each: Span) => countedAs(each, { closings, places, isSummed: summed, counted: asked.counted });
  return {
    ...{ isSummed: summed, field, places, span: of(field), lastYear: of(spans[1]), last: of(spans[2]) },
    closings: closings.filter(({ month }) => monthsIn(field).includes(month)),
  };
}

const monthsIn = (span: Span) => monthsOf(span).map(({ month }) => month);

/** The numbers of a span, cut as asked, beside the year and the span before. Refuses as `fieldOf`. */
export async function getIndicators(
  read: Read,
  { by, ...asked }: Narrowing & { by?: IndicatorCut },
  call: StaffCall,
): Promise<Indicators> {
  const { field, places, span, lastYear, last, closings } = await readSpans(read, asked, call);
  const [[sums = noSums, yearSums = noSums, lastSums = noSums], open, rows, countedAt, narrowed] = await Promise.all([
    sumsOf(read, { field, spans: [span, lastYear, last] }, places),
    openBy(read, { field, span }, places),
    by === undefined ? [] : getRows(read, { field, span, by }, places),
    findCountedAt(read, call.district),
    getNarrowed(read, field, places),
  ]);
  const above = places.pathOf(field.areaId);
  const organ = call.staff.scope.whole ? undefined : places.organById(field.organId ?? '');
  return {
    ...{ from: field.from, to: field.to, basis: span.basis },
    ...(span.redrawn && { redrawn: true as const }),
    ...(countedAt !== undefined && { countedAt }),
    areas: above
      .slice(0, Math.max(above.findIndex(({ id }) => id === field.reachId) + 1, 1))
      .map(({ id, name }) => ({ areaId: id, name })),
    ...(organ && { organ: { organId: organ.id, name: organ.name } }),
    ...{ narrowed, sums, open: open.get('') ?? 0 },
    yearBefore: { ...shown(lastYear), sums: yearSums },
    before: { ...shown(last), sums: lastSums },
    ...{ rows, closed: closings.map(({ month }) => month) },
  };
}

const shown = ({ from, to, basis }: CountedSpan) => ({ from, to, basis });

/** What narrows a field beside its area, by name. */
async function getNarrowed(read: Read, field: Field, places: Places): Promise<Indicators['narrowed']> {
  const members = (['center', 'organ', 'item', 'channel'] as const).flatMap((cut) => {
    const member = cut === 'channel' ? field.channel : field[`${cut}Id`];
    return member === undefined ? [] : [{ cut, member }];
  });
  return Promise.all(
    members.map(async ({ cut, member }) => ({
      cut,
      name: (await namesOf(read, field.district, places, cut, [member])).get(member) ?? noName[cut],
    })),
  );
}

async function getRows(
  read: Read,
  { field, span, by }: { field: Field; span: CountedSpan; by: IndicatorCut },
  places: Places,
): Promise<IndicatorRow[]> {
  // What an area's own centre took in is not divided any further.
  const cut = by === 'area' && field.own ? undefined : by;
  const [[sums = new Map<string, Sums>()], open] = await Promise.all([
    sumsBy(read, { field, spans: [span], by: cut }, places),
    openBy(read, { field, span, by: cut }, places),
  ]);
  if (by === 'area') return cut === undefined ? [] : areaRows(field, places, sums, open);
  const members = [...new Set([...sums.keys(), ...open.keys()])];
  const names = await namesOf(read, field.district, places, by, members);
  return members
    .map((member) => ({
      member,
      name: names.get(member) ?? noName[by],
      sums: sums.get(member) ?? noSums,
      open: open.get(member) ?? 0,
    }))
    .filter((row) => row.open !== 0 || measureKeys.some((key) => row.sums[key] !== 0))
    .toSorted((a, b) => b.sums.accepted - a.sums.accepted || (a.member < b.member ? -1 : 1));
}

/** The areas below by code, each of them also when nothing happened there, and last what the area's own centre took in. */
function areaRows(
  field: Field,
  places: Places,
  sums: ReadonlyMap<string, Sums>,
  open: ReadonlyMap<string, number>,
): IndicatorRow[] {
  const below = places.childrenOf(field.areaId).map(({ id, name }) => ({
    member: id,
    name,
    ...(places.childrenOf(id).length > 0 && { divided: true as const }),
    sums: sums.get(id) ?? noSums,
    open: open.get(id) ?? 0,
  }));
  const whole = sums.get(field.areaId) ?? noSums;
  const rest = (of: (row: (typeof below)[number]) => number, all: number) =>
    below.reduce((left, row) => left - of(row), all);
  const own: IndicatorRow = {
    member: field.areaId,
    name: places.regionById(field.areaId)?.name ?? noName.center,
    own: true,
    sums: Object.fromEntries(measureKeys.map((key) => [key, rest((row) => row.sums[key], whole[key])])) as Sums,
    open: rest((row) => row.open, open.get(field.areaId) ?? 0),
  };
  return below.length === 0 ? [] : [...below, own];
}

const noName = {
  area: { zh: '本级', en: 'Own level' },
  center: { zh: '没有经过窗口', en: 'Through no centre' },
  organ: { zh: '没有确定机关', en: 'No organ yet' },
  item: { zh: '事项', en: 'Item' },
  channel: { zh: '渠道', en: 'Channel' },
} as const satisfies Record<IndicatorCut, LocalText>;

const channelNames: Readonly<Record<string, LocalText>> = {
  ONLINE: { zh: '网上', en: 'Online' },
  WINDOW: { zh: '窗口', en: 'Window' },
  AGENT: { zh: '代办员', en: 'Village agent' },
  LETTER: { zh: '信函', en: 'Letter' },
  FAX: { zh: '传真', en: 'Fax' },
  EMAIL: { zh: '电子邮件', en: 'E-mail' },
};

async function namesOf(
  read: Read,
  district: string,
  places: Places,
  by: Exclude<IndicatorCut, 'area'>,
  members: readonly string[],
): Promise<Map<string, LocalText>> {
  if (by === 'item') return getItemNames(read, district, members);
  const nameOf = (member: string) =>
    by === 'channel'
      ? channelNames[member]
      : by === 'center'
        ? places.centerById(member)?.name
        : places.organById(member)?.name;
  return new Map(
    members.flatMap((member) => {
      const name = nameOf(member);
      return name === undefined ? [] : [[member, name] as const];
    }),
  );
}

/** The numbers month by month, or day by day within two months, with what was left open at the end of each; what has not begun yet has none. */
export async function getTrend(read: Read, asked: Narrowing, call: StaffCall) {
  const { field, places, span, closings } = await readSpans(read, asked, call);
  const today = call.today.toString();
  const spans = pointsOf(field).flatMap((point) => (point.from <= today ? [{ ...span, ...point }] : []));
  const isClosed = span.basis === 'closed';
  const [open, kept, sums] = await Promise.all([
    openBy(read, { field, span }, places),
    isClosed ? openAtClosing(read, { field, months: closings.map(({ month }) => month) }, places) : undefined,
    sumsOf(read, { field, spans }, places),
  ]);
  // From the end backwards; each closed month ends on what it kept.
  let after = open.get('') ?? 0;
  const points = spans
    .map(({ from, to }, at) => ({ from, to, sums: sums[at] ?? noSums }))
    .toReversed()
    .map((point) => {
      const standing = isClosed && point.to === lastDayOf(point.to) ? (kept?.get(monthOf(point.to)) ?? 0) : after;
      after = standing - point.sums.accepted + point.sums.completed;
      return { ...point, open: standing };
    });
  return { points: points.toReversed() };
}
