import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { IndicatorCut, IndicatorRow, OpenedKey, Sums } from '../../../contract/indicators.ts';
import type { Inputs } from '../../../contract/routes.ts';
import type { Channel } from '../../../contract/values.ts';
import { channels, measureKeys } from '../../../contract/words.ts';
import { sql, transact } from '../../platform/database/index.ts';
import { bringTo } from '../../tests/authorisation/cases.ts';
import { plant } from '../../tests/support/sweeps.ts';
import { openTown } from '../../tests/support/town.ts';
import { addPost, addStaff, appointStaff } from '../people/index.ts';
import { addCenter, loadPlaces } from '../places/index.ts';
import { forgetPlaces } from '../places/place.store.ts';
import { areasOf } from './area.rules.ts';
import { addToTotals, compareDays, compareMonths, findCountedDays, lockCounting, saveCounted } from './count.store.ts';
import { loadGrounds } from './grounds.queries.ts';
import { sumTotals } from './sum-totals.ts';

type Asked = Inputs['GET /indicators'];

interface Counted {
  caseId: string;
  itemId: string;
  organId: string | null;
  centerId: string | null;
  areaId: string;
  channel: Channel;
  receivedDay: string;
  acceptedDay: string | null;
  decidedDay: string | null;
  completedDay: string | null;
  isImmediate: boolean;
  corrections: number;
  trips: number;
  promisedHours: number | null;
  statutoryHours: number | null;
  timeliness: string | null;
  ending: string | null;
}

const town = await openTown({ on: '2026-03-02T09:00' });
const size = 400;
let counted: Counted[] = [];
/** Those who may not see the whole, and what is theirs. */
let readers: { reader: typeof town.supervisor; own: { areaId?: string; organId?: string } }[] = [];
/** Each area with the areas that its cases count in. */
let areas: { id: string; path: string[]; below: string[] }[] = [];
const all = { from: '2025-01-01', to: '2026-02-28' };

beforeAll(async () => {
  const id = await bringTo(town, await town.resident(), 'accepted');
  await plant(town, { table: 'cases', id, count: size, change: { query_index: null }, unique: ['case_no'] });
  const places = await loadPlaces(town.db, town.district);
  const root = places.root?.id ?? '';
  const [, secondVillage] = places.childrenOf(town.regions.town);
  // A second village of the town with a station, and a second hall of the district.
  const address = { zh: '演示地址', en: 'demo address' };
  const center = (regionId: string, level: 'VILLAGE' | 'DISTRICT') =>
    transact(town.db, (tx) =>
      addCenter(
        tx,
        {
          ...{ name: { zh: `${level}二`, en: level }, level, regionId, organId: town.organs.town, address },
          ...{ phone: '0738-0000002', hours: [] },
        },
        town.systemCall(),
      ),
    );
  await center(secondVillage?.id ?? '', 'VILLAGE');
  await center(root, 'DISTRICT');
  const { centers } = await loadPlaces(town.db, town.district);
  areas = [root, town.regions.town, town.regions.otherTown, town.regions.village].map((areaId) => ({
    id: areaId,
    path: places.pathOf(areaId).map((area) => area.id),
    below: places.childrenOf(areaId).map((area) => area.id),
  }));
  readers = [
    { reader: await hireSupervisor(town.regions.town), own: { areaId: town.regions.town } },
    { reader: town.organHead, own: { organId: town.organs.bureau } },
  ];
  const { rows } = await town.db.pool.query<{ id: string }>(`select id from cases where id <> $1 order by id`, [id]);
  const items = Object.values(town.items).slice(0, 6);
  const day = fc.integer({ min: 0, max: 420 });
  const one = fc.record({
    itemId: fc.constantFrom(...items),
    organId: fc.constantFrom(...Object.values(town.organs)),
    center: fc.constantFrom(...centers),
    // Before an organ is known, and what was taken in by none.
    isBare: fc.boolean(),
    channel: fc.constantFrom(...channels),
    received: day,
    accepted: fc.option(fc.integer({ min: 0, max: 5 })),
    decided: fc.option(fc.integer({ min: 0, max: 30 })),
    completed: fc.option(fc.integer({ min: 0, max: 40 })),
    isImmediate: fc.boolean(),
    corrections: fc.integer({ min: 0, max: 2 }),
    trips: fc.integer({ min: 0, max: 3 }),
    hours: fc.option(fc.tuple(fc.integer({ min: 7, max: 70 }), fc.integer({ min: 70, max: 140 }))),
    timeliness: fc.constantFrom('early', 'onTime', 'overdue', 'pastLaw'),
    ending: fc.constantFrom('served', 'denied', 'withdrawn', 'terminated', 'lapsed'),
  });
  const first = Temporal.PlainDate.from('2025-01-01');
  const dayAt = (days: number) => first.add({ days }).toString();
  counted = fc.sample(one, { numRuns: rows.length, seed: 6 }).map((each, at) => {
    const acceptedAt = each.accepted === null ? null : each.received + each.accepted;
    const decidedAt = acceptedAt === null || each.decided === null ? null : acceptedAt + each.decided;
    const completedAt =
      acceptedAt === null || each.completed === null ? null : (decidedAt ?? acceptedAt) + each.completed;
    return {
      caseId: rows[at]?.id ?? '',
      itemId: each.itemId,
      ...(each.isBare && at % 4 === 0
        ? { organId: null, centerId: null, areaId: root }
        : { organId: each.organId, centerId: each.center.id, areaId: each.center.regionId }),
      channel: each.channel,
      receivedDay: dayAt(each.received),
      acceptedDay: acceptedAt === null ? null : dayAt(acceptedAt),
      decidedDay: decidedAt === null ? null : dayAt(decidedAt),
      completedDay: completedAt === null ? null : dayAt(completedAt),
      ...{ isImmediate: each.isImmediate, corrections: each.corrections, trips: each.trips },
      ...{ promisedHours: each.hours?.[0] ?? null, statutoryHours: each.hours?.[1] ?? null },
      timeliness: decidedAt === null ? null : each.timeliness,
      ending: completedAt === null ? null : each.ending,
    };
  });
  await transact(town.db, async (tx) => {
    const call = town.systemCall();
    const grounds = await loadGrounds(tx, call);
    if (grounds === undefined) throw new Error('The town has areas.');
    await sql`
      insert into case_counts (district, case_id, sequence, item_id, organ_id, center_id, area_id, channel, received_day, accepted_day,
        decided_day, completed_day, is_immediate, corrections, trips, promised_hours, statutory_hours, timeliness, ending)
      select ${town.district}, k."caseId", 1, k."itemId", k."organId", k."centerId", k."areaId", k.channel, k."receivedDay", k."acceptedDay",
        k."decidedDay", k."completedDay", k."isImmediate", k.corrections, k.trips, k."promisedHours", k."statutoryHours", k.timeliness, k.ending
      from jsonb_to_recordset(${JSON.stringify(counted)}::jsonb) as k("caseId" uuid, "itemId" uuid, "organId" uuid, "centerId" uuid,
        "areaId" uuid, channel text, "receivedDay" date, "acceptedDay" date, "decidedDay" date, "completedDay" date, "isImmediate" boolean,
        corrections integer, trips integer, "promisedHours" integer, "statutoryHours" integer, timeliness text, ending text)
    `.execute(tx);
    await lockCounting(tx, town.district);
    await sumTotals(tx, grounds, call);
    await saveCounted(tx, town.district, { at: call.now, seal: 0, areasDigest: grounds.areasDigest });
  });
});

/** What each measure counts, said a second time. */
const adds: Record<keyof Sums, (one: Counted) => [day: string | null, amount: number]> = {
  received: (one) => [one.receivedDay, 1],
  accepted: (one) => [one.acceptedDay, 1],
  finished: (one) => [one.acceptedDay, one.completedDay === null ? 0 : 1],
  immediate: (one) => [one.acceptedDay, one.isImmediate ? 1 : 0],
  online: (one) => [one.acceptedDay, one.channel === 'ONLINE' ? 1 : 0],
  corrected: (one) => [one.acceptedDay, one.corrections > 0 ? 1 : 0],
  correctedAgain: (one) => [one.acceptedDay, one.corrections > 1 ? 1 : 0],
  savedHours: (one) => [one.acceptedDay, (one.statutoryHours ?? 0) - (one.promisedHours ?? 0)],
  statutoryHours: (one) => [one.acceptedDay, one.statutoryHours ?? 0],
  decided: (one) => [one.decidedDay, 1],
  early: (one) => [one.decidedDay, one.timeliness === 'early' ? 1 : 0],
  onTime: (one) => [one.decidedDay, one.timeliness === 'early' || one.timeliness === 'onTime' ? 1 : 0],
  overdue: (one) => [one.decidedDay, one.timeliness === 'overdue' || one.timeliness === 'pastLaw' ? 1 : 0],
  pastLaw: (one) => [one.decidedDay, one.timeliness === 'pastLaw' ? 1 : 0],
  completed: (one) => [one.completedDay, 1],
  served: (one) => [one.completedDay, one.ending === 'served' ? 1 : 0],
  denied: (one) => [one.completedDay, one.ending === 'denied' ? 1 : 0],
  withdrawn: (one) => [one.completedDay, one.ending === 'served' || one.ending === 'denied' ? 0 : 1],
  trips: (one) => [one.completedDay, one.trips],
  oneTrip: (one) => [one.completedDay, one.trips <= 1 ? 1 : 0],
  noTrip: (one) => [one.completedDay, one.trips === 0 ? 1 : 0],
};

const pathOf = (areaId: string, places: Awaited<ReturnType<typeof loadPlaces>>) =>
  areasOf(areaId, places).map(({ id }) => id);

const within = (day: string | null, { from, to }: { from: string; to: string }) =>
  day !== null && from <= day && day <= to;

function sumsOfThose(those: readonly Counted[], span: { from: string; to: string }): Sums {
  const sums = measureKeys.map((key) => [
    key,
    those.reduce((sum, one) => {
      const [day, amount] = adds[key](one);
      return within(day, span) ? sum + amount : sum;
    }, 0),
  ]);
  return Object.fromEntries(sums) as Sums;
}

const openOnes = (those: readonly Counted[], on: string) =>
  those.filter(
    ({ acceptedDay, completedDay }) =>
      acceptedDay !== null && acceptedDay <= on && (completedDay === null || completedDay > on),
  ).length;

async function thoseIn(
  { areaId, own, centerId, organId, itemId, channel }: Partial<Asked>,
  among: readonly Counted[] = counted,
): Promise<Counted[]> {
  const places = await loadPlaces(town.db, town.district);
  const isIn = (one: Counted, area: string) => {
    const path = pathOf(one.areaId, places);
    return own ? path[0] === area : path.includes(area);
  };
  return among.filter(
    (one) =>
      (areaId === undefined || isIn(one, areaId)) &&
      (centerId === undefined || (one.centerId ?? 'none') === centerId) &&
      (organId === undefined || (one.organId ?? 'none') === organId) &&
      (itemId === undefined || one.itemId === itemId) &&
      (channel === undefined || one.channel === channel),
  );
}

/** Any span and whatever narrows it, half of the time nothing. */
const field = () => {
  const some = <T>(values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined, freq: 2 });
  const member = (key: 'centerId' | 'organId' | 'itemId') =>
    some([...new Set(counted.map((one) => one[key] ?? 'none'))]);
  return fc
    .record({
      days: fc.tuple(fc.integer({ min: 0, max: 420 }), fc.integer({ min: 0, max: 420 })),
      area: some(areas.map(({ id }) => id)),
      own: fc.boolean(),
      ...{ centerId: member('centerId'), organId: member('organId'), itemId: member('itemId') },
      channel: some([...channels]),
    })
    .map(({ days, area, own, ...narrowed }): Asked => {
      const [from = 0, to = 0] = days.toSorted((a, b) => a - b);
      const first = Temporal.PlainDate.from(all.from);
      const given = Object.fromEntries(Object.entries(narrowed).filter(([, value]) => value !== undefined));
      return {
        ...{ from: first.add({ days: from }).toString(), to: first.add({ days: to }).toString() },
        ...(area !== undefined && { areaId: area, ...(own && { own: 'only' as const }) }),
        ...given,
      };
    });
};

const cuts = ['area', 'center', 'organ', 'item', 'channel'] as const satisfies IndicatorCut[];

const summed = (rows: readonly IndicatorRow[]) =>
  Object.fromEntries(measureKeys.map((key) => [key, rows.reduce((sum, row) => sum + row.sums[key], 0)]));

test('stored or counted at once, every number of any field and span is what its cases are', async () => {
  await fc.assert(
    fc.asyncProperty(field(), async (asked) => {
      const found = await town.supervisor.call('GET /indicators', asked);
      const those = await thoseIn(asked);
      expect(found.sums).toEqual(sumsOfThose(those, asked));
      expect(found.open).toBe(openOnes(those, asked.to));
      expect(found.yearBefore.sums).toEqual(sumsOfThose(those, found.yearBefore));
      expect(found.before.sums).toEqual(sumsOfThose(those, found.before));
    }),
    { numRuns: 60, seed: 61 },
  );
});

test('while a district that is older than the sums by item and channel has none yet, numbers are the same', async () => {
  await town.db.pool.query("delete from indicator_totals where cut = 'itemChannel'");
  await town.db.pool.query("update indicator_states set areas_digest = ''");
  const pairs = () =>
    town.db.pool.query<{ some: boolean }>(
      "select exists (select from indicator_totals where cut = 'itemChannel') as some",
    );
  const says = async () => {
    const { rows } = await town.supervisor.call('GET /indicators', { ...all, by: 'item', channel: 'WINDOW' });
    expect(rows.length).toBeGreaterThan(1);
    for (const { member, sums, open } of rows) {
      const asked: Asked = { ...all, itemId: member, channel: 'WINDOW' };
      const those = await thoseIn(asked);
      expect({ sums, open }).toEqual({ sums: sumsOfThose(those, asked), open: openOnes(those, asked.to) });
      expect(await town.supervisor.call('GET /indicators', asked)).toMatchObject({ sums, open });
    }
  };
  await says();
  await town.supervisor.call('POST /indicators/count', {});
  await town.settle();
  expect((await pairs()).rows[0]?.some).toBe(true);
  await says();
});

test('however a number is cut, its parts add up to it, and each part is what its cases are', async () => {
  await fc.assert(
    fc.asyncProperty(field(), fc.constantFrom(...cuts), async (asked, by) => {
      const found = await town.supervisor.call('GET /indicators', { ...asked, by });
      if (found.rows.length === 0 && by === 'area') return;
      expect(summed(found.rows)).toEqual(found.sums);
      expect(found.rows.reduce((sum, row) => sum + row.open, 0)).toBe(found.open);
      for (const row of found.rows) {
        const narrowed: Partial<Asked> =
          by === 'area'
            ? { areaId: row.member, ...(row.own && { own: 'only' as const }) }
            : { [by === 'channel' ? 'channel' : `${by}Id`]: row.member || 'none' };
        const those = new Set(await thoseIn(asked));
        const part = await thoseIn({ ...asked, ...narrowed });
        expect(row.sums).toEqual(
          sumsOfThose(
            part.filter((one) => those.has(one)),
            asked,
          ),
        );
      }
    }),
    { numRuns: 60, seed: 62 },
  );
});

test('the points of a trend add up to the whole, and what is left open goes on from point to point', async () => {
  await fc.assert(
    fc.asyncProperty(field(), async (asked) => {
      const { by: _, ...span } = asked;
      const [{ points }, whole] = await Promise.all([
        town.supervisor.call('GET /indicators/trend', span),
        town.supervisor.call('GET /indicators', span),
      ]);
      const rows = points.map((point) => ({ ...point, member: '', name: { zh: '', en: '' } }));
      expect(summed(rows)).toEqual(whole.sums);
      expect(points.at(-1)?.open).toBe(whole.open);
      const those = await thoseIn(asked);
      for (const point of points) expect(point.sums).toEqual(sumsOfThose(those, point));
    }),
    { numRuns: 40, seed: 63 },
  );
});

/** What the cases behind a number add up to, page after page, with what is hidden; each case stands there once. */
async function amountBehind(asked: Inputs['GET /indicators/cases'], reader = town.supervisor): Promise<number> {
  let amount = 0;
  const seen = new Set<string>();
  for (let after: string | undefined; ; ) {
    const page = await reader.call('GET /indicators/cases', {
      ...{ ...asked, limit: 100 },
      ...(after !== undefined && { after }),
    });
    for (const each of page.cases) {
      expect(seen.has(each.caseId)).toBe(false);
      seen.add(each.caseId);
      amount += each.amount;
    }
    amount += page.hidden?.amount ?? 0;
    after = page.next;
    if (after === undefined) return amount;
  }
}

const anyKey = () => fc.constantFrom(...measureKeys, 'open' as const);
const numberOf = (found: { sums: Sums; open: number }, key: OpenedKey) =>
  key === 'open' ? found.open : found.sums[key];

test('page after page, the cases behind a number add up to it', async () => {
  await fc.assert(
    fc.asyncProperty(field(), anyKey(), async ({ by: _, ...span }, measure) => {
      const whole = await town.supervisor.call('GET /indicators', span);
      expect(await amountBehind({ ...span, measure })).toBe(numberOf(whole, measure));
    }),
    { numRuns: 40, seed: 64 },
  );
});

/** One of those who may not see the whole, and what he asks for within what is his. */
const anyReader = (wide: fc.Arbitrary<Asked>) =>
  fc
    .nat({ max: 1 })
    .chain((at) => fc.record({ reader: fc.constant(at), asked: wide }))
    .map(({ reader: at, asked: wider }) => {
      const { reader, own } = readers[at] as (typeof readers)[number];
      const asked = { ...wider, ...own };
      if (own.areaId === undefined) return { reader, asked };
      const isWithin = areas.find(({ id }) => id === wider.areaId)?.path.includes(own.areaId) === true;
      if (isWithin) asked.areaId = wider.areaId as string;
      else delete asked.own;
      return { reader, asked };
    });

test("a township's supervisor and an organ's head have the numbers of what is theirs, and these add up however they are cut", async () => {
  await fc.assert(
    fc.asyncProperty(anyReader(field()), fc.constantFrom(...cuts), anyKey(), async ({ reader, asked }, by, measure) => {
      const found = await reader.call('GET /indicators', { ...asked, by });
      const those = await thoseIn(asked);
      expect(found.sums).toEqual(sumsOfThose(those, asked));
      expect(found.open).toBe(openOnes(those, asked.to));
      if (found.rows.length > 0 || by !== 'area') expect(summed(found.rows)).toEqual(found.sums);
      expect(await amountBehind({ ...asked, measure }, reader)).toBe(numberOf(found, measure));
    }),
    { numRuns: 60, seed: 65 },
  );
  await expect(
    readers[0]?.reader.call('GET /indicators', { ...all, areaId: town.regions.otherTown }),
  ).rejects.toMatchObject({
    code: 'not_found',
  });
});

/** A supervisor whose area is a region. */
async function hireSupervisor(areaRegionId: string) {
  const username = 'town-supervisor';
  const hired = await transact(town.db, async (tx) => {
    const call = town.systemCall();
    const { staffId } = await addStaff(tx, { username, name: '样例·督查', passwordHash: 'x' }, call);
    const place = { organId: town.organs.town, centerId: null, areaRegionId, phone: '', itemIds: [] };
    const { postId } = await addPost(
      tx,
      { role: 'supervisor', title: { zh: '督查岗', en: 'Supervisor' }, ...place },
      call,
    );
    return { staffId, postId, ...(await appointStaff(tx, { staffId, postId, kind: 'regular' }, call)), username };
  });
  return town.enter(hired);
}

test('there are at most as many rows as there are members: what is cut by item is bounded by the items of the district', async () => {
  const { rows } = await town.db.pool.query<{ items: number }>('select count(*)::integer as items from items');
  const found = await town.supervisor.call('GET /indicators', { ...all, by: 'item' });
  expect(found.rows.length).toBeLessThanOrEqual(rows[0]?.items ?? 0);
  expect(new Set(found.rows.map(({ member }) => member)).size).toBe(found.rows.length);
});

describe('封存: three months are closed; since, a third of their cases count otherwise and a quarter is accepted no more', () => {
  const months = ['2025-03-01', '2025-04-01', '2025-05-01'];
  let kept: Counted[] = [];
  /** Any field over days of the closed months, half of the time over whole ones. */
  const closedField = () =>
    fc
      .tuple(field(), fc.tuple(fc.nat({ max: 91 }), fc.nat({ max: 91 })), fc.boolean())
      .map(([asked, days, isWhole]): Asked => {
        const [a = 0, b = 0] = days.toSorted((one, other) => one - other);
        const first = Temporal.PlainDate.from('2025-03-01');
        const [from, to] = [first.add({ days: a }), first.add({ days: b })];
        if (!isWhole) return { ...asked, from: from.toString(), to: to.toString() };
        return { ...asked, from: from.with({ day: 1 }).toString(), to: to.with({ day: to.daysInMonth }).toString() };
      });

  beforeAll(async () => {
    for (const month of months) await town.supervisor.call('POST /closed-periods', { month });
    // As a month is that was closed before there were sums by item and channel at once.
    await town.db.pool.query("delete from closed_totals where cut = 'itemChannel' and first_day = '2025-04-01'");
    kept = counted;
    const plus = (day: string | null, days: number) =>
      day === null ? null : Temporal.PlainDate.from(day).add({ days }).toString();
    counted = kept.map((one, at) => {
      if (at % 4 === 1)
        return { ...one, acceptedDay: null, decidedDay: null, completedDay: null, timeliness: null, ending: null };
      if (at % 3 !== 0) return one;
      return {
        ...one,
        completedDay: plus(one.completedDay ?? one.acceptedDay, 20),
        ending: one.acceptedDay === null ? null : (one.ending ?? 'served'),
        decidedDay: plus(one.decidedDay, -9),
        corrections: one.corrections + 1,
      };
    });
    // What was given back to the front is no case of its organ's head any more.
    const givenBack = counted.filter((_, at) => at % 4 === 1).map(({ caseId }) => caseId);
    await town.db.pool.query('update cases set accepted_day = null where id = any($1)', [givenBack]);
    await transact(town.db, async (tx) => {
      const grounds = await loadGrounds(tx, town.systemCall());
      if (grounds === undefined) throw new Error('The town has areas.');
      await sql`
        update case_counts c set accepted_day = k."acceptedDay", completed_day = k."completedDay", ending = k.ending,
          decided_day = k."decidedDay", timeliness = k.timeliness, corrections = k.corrections
        from jsonb_to_recordset(${JSON.stringify(counted)}::jsonb) as k("caseId" uuid, "acceptedDay" date, "completedDay" date, ending text,
          "decidedDay" date, timeliness text, corrections integer)
        where c.district = ${town.district} and c.case_id = k."caseId"
      `.execute(tx);
      await sumTotals(tx, grounds, town.systemCall());
    });
  });

  const says = () =>
    fc.assert(
      fc.asyncProperty(closedField(), fc.constantFrom(...cuts), anyKey(), fc.nat(), async (asked, by, measure, at) => {
        const found = await town.supervisor.call('GET /indicators', { ...asked, by });
        const [then, today] = [await thoseIn(asked, kept), await thoseIn(asked)];
        expect(found.basis).toBe('closed');
        expect(found.sums).toEqual(sumsOfThose(then, asked));
        expect(found.open).toBe(openOnes(then, asked.to));
        if (found.rows.length > 0 || by !== 'area') {
          expect(summed(found.rows)).toEqual(found.sums);
          expect(found.rows.reduce((sum, row) => sum + row.open, 0)).toBe(found.open);
        }
        const now = await town.supervisor.call('GET /indicators', { ...asked, counted: 'now' });
        expect(now).toMatchObject({ basis: 'now', sums: sumsOfThose(today, asked), open: openOnes(today, asked.to) });
        const { corrections } = await town.supervisor.call('GET /indicators/corrections', asked);
        for (const key of measureKeys)
          if (key !== 'finished')
            expect(
              corrections.filter((each) => each.measure === key).reduce((sum, each) => sum + each.now - each.closed, 0),
            ).toBe(now.sums[key] - found.sums[key]);
        const [number, numberNow] = [numberOf(found, measure), numberOf(now, measure)];
        expect(await amountBehind({ ...asked, measure })).toBe(number);
        expect(await amountBehind({ ...asked, measure, counted: 'now' })).toBe(numberNow);
        expect(await amountBehind({ ...asked, measure, counted: 'changed' })).toBe(numberNow - number);
        const { points } = await town.supervisor.call('GET /indicators/trend', asked);
        expect(summed(points.map((point) => ({ ...point, member: '', name: { zh: '', en: '' } })))).toEqual(found.sums);
        for (const point of points) expect(point.open).toBe(openOnes(then, point.to));
        // A point opens to what it shows.
        const point = points[at % points.length] as (typeof points)[number];
        const { from, to } = point;
        expect(await town.supervisor.call('GET /indicators', { ...asked, from, to })).toMatchObject({
          ...{ basis: 'closed', sums: point.sums, open: point.open },
        });
        expect(await amountBehind({ ...asked, from, to, measure })).toBe(numberOf(point, measure));
      }),
      { numRuns: 30, seed: 66 },
    );

  test('in every field and cut they say what they said, and their changes open to the cases that make them', says);

  test("a township's supervisor and an organ's head find behind each number its cases, and how many are hidden from them", async () => {
    await fc.assert(
      fc.asyncProperty(anyReader(closedField()), anyKey(), async ({ reader, asked }, measure) => {
        const then = await thoseIn(asked, kept);
        const found = await reader.call('GET /indicators', asked);
        expect(found).toMatchObject({
          basis: 'closed',
          sums: sumsOfThose(then, asked),
          open: openOnes(then, asked.to),
        });
        const now = await reader.call('GET /indicators', { ...asked, counted: 'now' });
        const [number, numberNow] = [numberOf(found, measure), numberOf(now, measure)];
        expect(await amountBehind({ ...asked, measure }, reader)).toBe(number);
        expect(await amountBehind({ ...asked, measure, counted: 'now' }, reader)).toBe(numberNow);
        expect(await amountBehind({ ...asked, measure, counted: 'changed' }, reader)).toBe(numberNow - number);
      }),
      { numRuns: 40, seed: 67 },
    );
    const spring = { from: '2025-03-01', to: '2025-05-31', organId: town.organs.bureau };
    const gone = (await thoseIn(spring, kept)).filter(
      (one) => within(one.acceptedDay, spring) && counted[kept.indexOf(one)]?.acceptedDay === null,
    ).length;
    expect(gone).toBeGreaterThan(0);
    const page = await town.organHead.call('GET /indicators/cases', { ...spring, measure: 'accepted' });
    expect(page.hidden).toEqual({ cases: gone, amount: gone });
    const changes = await town.organHead.call('GET /indicators/cases', {
      ...{ ...spring, measure: 'accepted', counted: 'changed' },
    });
    expect(changes.hidden).toEqual({ cases: gone, amount: -gone });
  });

  test('a span that has days outside of closed months is counted by the ledger as it is', async () => {
    const asked = { from: '2025-03-01', to: '2025-06-30' };
    const found = await town.supervisor.call('GET /indicators', asked);
    expect(found).toMatchObject({ basis: 'now', closed: months, sums: sumsOfThose(counted, asked) });
  });

  test('after a merger they say the same by the areas of today', async () => {
    const [into] = (await loadPlaces(town.db, town.district)).childrenOf(town.regions.otherTown);
    await town.db.pool.query('update regions set successor_id = $1 where id = $2', [into?.id, town.regions.village]);
    forgetPlaces();
    await town.supervisor.call('POST /indicators/count', {});
    await town.settle();
    expect((await town.supervisor.call('GET /indicators', { from: '2025-03-01', to: '2025-03-31' })).redrawn).toBe(
      true,
    );
    await says();
  });
});

test('cases taken out of their totals, changed and added again leave the same totals as a sum from nothing', async () => {
  await transact(town.db, async (tx) => {
    const grounds = await loadGrounds(tx, town.systemCall());
    if (grounds === undefined) throw new Error('The town has areas.');
    const caseIds = counted.slice(0, 150).map(({ caseId }) => caseId);
    await addToTotals(tx, town.district, { caseIds, by: -1 }, grounds.holders);
    await sql`
      update case_counts set completed_day = coalesce(completed_day, accepted_day) + 3, trips = trips + 1,
        ending = case when accepted_day is null then null else coalesce(ending, 'served') end,
        decided_day = decided_day - 1
      where district = ${town.district} and case_id = any(${caseIds}::uuid[])
    `.execute(tx);
    await addToTotals(tx, town.district, { caseIds, by: 1 }, grounds.holders);
    const days = await findCountedDays(tx, town.district);
    const months = [...new Set(days.map((day) => `${day.slice(0, 7)}-01`))];
    expect(await compareDays(tx, town.district, days, grounds.holders)).toMatchObject({ different: 0 });
    expect(await compareMonths(tx, town.district, months)).toMatchObject({ different: 0 });
  });
});
