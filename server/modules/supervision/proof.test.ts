import { beforeAll, expect, test } from 'vitest';
import type { Inputs } from '../../../contract/routes.ts';
import { sql, transact } from '../../platform/database/index.ts';
import { bringTo } from '../../tests/authorisation/cases.ts';
import { openTown } from '../../tests/support/town.ts';
import { loadPlaces } from '../places/index.ts';
import { forgetPlaces } from '../places/place.store.ts';
import { proveTotals } from './prove-totals.ts';
import { recountCases } from './recount-cases.ts';

// Tests stand in the order of their nights: from Monday 2026-03-30 on.
const town = await openTown({ on: '2026-03-30T09:00' });

const proofs = async () => (await town.supervisor.call('GET /indicator-proofs', {})).proofs;
const mended = async () =>
  (
    await sql<{ facts: Record<string, unknown> }>`
      select body::jsonb -> 'facts' as facts from ledger_rows where act = 'indicators.mended' order by at, subject_id
    `.execute(town.db)
  ).rows.map(({ facts }) => facts);
const totals = async () =>
  (
    await sql`
      select * from indicator_totals where (received, accepted, decided, completed) <> (0, 0, 0, 0)
      order by grain, first_day, cut, area_id, member
    `.execute(town.db)
  ).rows;
const counts = async () => (await sql`select * from case_counts order by case_id`.execute(town.db)).rows;
const query = (text: string) => town.db.pool.query(text);

beforeAll(async () => {
  await bringTo(town, await town.resident(), 'accepted');
  const served = await town.resident();
  await served.call('POST /my/cases/:caseId/receive-result', { caseId: await bringTo(town, served, 'delivering') });
  await bringTo(town, await town.resident(), 'received');
});

test('a night where all agrees proves the day before and leaves nothing in the ledger', async () => {
  await town.at('2026-03-31T03:00');
  expect(await proofs()).toMatchObject([
    { from: '2026-03-30', to: '2026-03-30', casesCompared: 3, casesDifferent: 0, totalsDifferent: 0 },
  ]);
  expect((await proofs())[0]?.totalsCompared).toBeGreaterThan(10);
  expect(await mended()).toEqual([]);
});

test('a total that somebody changed, one that he removed and one that he made up are found the next night and mended', async () => {
  const before = await totals();
  await town.supervisor.call('POST /indicators/count', {});
  await query(`update indicator_totals set accepted = accepted + 5 where cut = 'whole' and grain = 'day'`);
  await query(`delete from indicator_totals where cut = 'item' and grain = 'month'`);
  await query(
    `insert into indicator_totals select (jsonb_populate_record(t, '{"member": "nobody"}')).* from indicator_totals t where cut = 'organ'`,
  );
  expect(await totals()).not.toEqual(before);
  // The thirtieth is in March, which is the older month of the first night in April.
  await town.at('2026-04-01T03:00');
  expect(await totals()).toEqual(before);
  const [month] = await proofs();
  expect(month).toMatchObject({ from: '2026-03-01', to: '2026-03-31', month: '2026-03-01', casesDifferent: 0 });
  expect(month?.totalsDifferent).toBeGreaterThan(3);
  expect(await mended()).toContainEqual(
    expect.objectContaining({ from: '2026-03-01', to: '2026-03-31', totalsDifferent: month?.totalsDifferent }),
  );
});

test('a case that was counted otherwise than the ledger says, and one that was not counted, are found and mended with their totals', async () => {
  const [before, beforeCounts] = [await totals(), await counts()];
  await query(`update case_counts set accepted_day = '2026-02-11', trips = 9 where accepted_day is not null`);
  await query(`delete from case_counts where accepted_day is null`);
  await town.at('2026-04-02T03:00');
  expect(await counts()).toEqual(beforeCounts);
  expect(await totals()).toEqual(before);
  expect((await proofs())[0]).toMatchObject({ month: '2026-03-01', casesCompared: 3, casesDifferent: 3 });
  expect(await mended()).toContainEqual(expect.objectContaining({ from: '2026-03-01', casesDifferent: 3 }));
});

test('counted from nothing, all is as it was counted from day to day', async () => {
  const [before, beforeCounts] = [await totals(), await counts()];
  await transact(town.db, (tx) => recountCases(tx, {}, town.systemCall()));
  expect(await counts()).toEqual(beforeCounts);
  expect(await totals()).toEqual(before);
});

test('what commits late is counted all the same, whatever the clock says', async () => {
  const caseId = await bringTo(town, await town.resident(), 'received');
  await town.supervisor.call('POST /indicators/count', {});
  // An acceptance under way while the clock of the demo went on for days.
  await town.clerk.call('POST /cases/:caseId/accept', { caseId });
  await query(`update indicator_states set counted_at = counted_at + interval '3 days'`);
  await town.supervisor.call('POST /indicators/count', {});
  const { sums } = await town.supervisor.call('GET /indicators', { from: '2026-04-02', to: '2026-04-02' });
  expect(sums.accepted).toBe(1);
});

test('a case that grows while the proof of the night runs is accused of nothing, and is counted next', async () => {
  await town.supervisor.call('POST /indicators/count', {});
  const [before, mendedBefore] = [(await proofs()).length, await mended()];
  // The proof of the day is held where it would be written; meanwhile a case of March, which is proven next, is accepted.
  const holder = await town.db.pool.connect();
  await holder.query('begin');
  await holder.query('lock table indicator_proofs in access exclusive mode');
  const proving = transact(town.db, (tx) => proveTotals(tx, {}, town.systemCall()));
  const waiting = `select count(*)::integer as waiting from pg_locks where not granted and relation = 'indicator_proofs'::regclass`;
  await expect.poll(async () => (await query(waiting)).rows[0]?.waiting).toBe(1);
  const { rows } = await query(
    `select case_id as "caseId" from case_counts where received_day < '2026-04-01' and accepted_day is null`,
  );
  const { caseId } = rows[0] as { caseId: string };
  await town.clerk.call('POST /cases/:caseId/accept', { caseId });
  await bringTo(town, await town.resident(), 'received');
  await holder.query('commit');
  holder.release();
  await proving;
  const after = await proofs();
  expect(after).toHaveLength(before + 2);
  for (const proof of after.slice(0, 2)) expect(proof).toMatchObject({ casesDifferent: 0, totalsDifferent: 0 });
  expect(await mended()).toEqual(mendedBefore);
  const accepted = async () =>
    (await town.supervisor.call('GET /indicators', { from: town.today(), to: town.today() })).sums.accepted;
  expect(await accepted()).toBe(1);
  await town.supervisor.call('POST /indicators/count', {});
  expect(await accepted()).toBe(2);
});

test('where nothing happened, counting writes no total', async () => {
  const version = async () => (await query(`select max(xmin::text::bigint) as newest from indicator_totals`)).rows;
  const before = await version();
  await town.supervisor.call('POST /indicators/count', {});
  expect(await version()).toEqual(before);
});

test('a village that is merged into another counts there, and areas still add up to the whole', async () => {
  const { village, otherTown } = town.regions;
  await query(`update cases set intake_center_id = '${town.centers.village}' where accepted_day is not null`);
  await transact(town.db, (tx) => recountCases(tx, {}, town.systemCall()));
  const accepted = async (areaId: string) => {
    const asked = { from: '2026-03-01', to: '2026-04-30', by: 'area' } as const;
    const { sums, rows } = await town.supervisor.call('GET /indicators', asked);
    expect(rows.reduce((sum, row) => sum + row.sums.accepted, 0)).toBe(sums.accepted);
    return rows.find(({ member }) => member === areaId)?.sums.accepted;
  };
  expect(await accepted(town.regions.town)).toBe(4);
  const [into] = (await loadPlaces(town.db, town.district)).childrenOf(otherTown);
  await query(`update regions set successor_id = '${into?.id}' where id = '${village}'`);
  await query(`update region_versions set until_day = '2026-04-01' where region_id = '${village}'`);
  forgetPlaces();
  await town.supervisor.call('POST /indicators/count', {});
  await town.settle();
  expect(await accepted(town.regions.town)).toBe(0);
  expect(await accepted(otherTown)).toBe(4);
  const { cases } = await town.supervisor.call('GET /indicators/cases', {
    ...{ from: '2026-03-01', to: '2026-04-30', measure: 'accepted', areaId: otherTown },
  });
  expect(cases).toHaveLength(4);
});

test('a month is proven before it is closed: sums that somebody made up are mended and not kept', async () => {
  await query(
    `insert into indicator_totals select (jsonb_populate_record(t, '{"first_day": "2026-02-01"}')).* from indicator_totals t
      where grain = 'month' and first_day = '2026-03-01'`,
  );
  await town.supervisor.call('POST /closed-periods', { month: '2026-02-01' });
  const [proof] = await proofs();
  expect(proof).toMatchObject({ month: '2026-02-01', casesCompared: 0 });
  expect(proof?.totalsDifferent).toBeGreaterThan(3);
  expect((await query('select from closed_totals')).rows).toEqual([]);
  expect(await town.supervisor.call('GET /indicators', { from: '2026-02-01', to: '2026-02-28' })).toMatchObject({
    ...{ basis: 'closed', sums: { accepted: 0 } },
  });
});

test('a month closed right after a merger is summed by the areas of that moment, and one closed before keeps its numbers by the areas of today', async () => {
  const march = { from: '2026-03-01', to: '2026-03-31', by: 'area' } as const;
  const byArea = async (asked: Inputs['GET /indicators']) => {
    const found = await town.supervisor.call('GET /indicators', asked);
    expect(found.basis).toBe('closed');
    expect(found.rows.reduce((sum, row) => sum + row.sums.accepted, 0)).toBe(found.sums.accepted);
    return {
      redrawn: found.redrawn,
      ...Object.fromEntries(found.rows.filter(({ own }) => !own).map(({ member, sums }) => [member, sums.accepted])),
    };
  };
  const { village, otherTown, town: first } = town.regions;
  const moveTo = async (townId: string) => {
    const into = (await loadPlaces(town.db, town.district)).childrenOf(townId).at(-1);
    await query(`update regions set successor_id = '${into?.id}' where id = '${village}'`);
    forgetPlaces();
  };
  await moveTo(first);
  await town.supervisor.call('POST /closed-periods', { month: '2026-03-01' });
  expect(await byArea(march)).toMatchObject({ redrawn: undefined, [first]: 2, [otherTown]: 0 });
  const { rows } = await query(
    `select area_id, sums -> 'accepted' as accepted from closed_totals where cut = 'whole' and area_id in ('${first}', '${otherTown}')`,
  );
  expect(rows.filter(({ accepted }) => accepted !== 0)).toEqual([{ area_id: first, accepted: 2 }]);
  expect((await town.supervisor.call('GET /closed-periods', {})).periods[0]).toMatchObject({ whole: true });
  await moveTo(otherTown);
  expect(await byArea(march)).toMatchObject({ redrawn: true, [first]: 0, [otherTown]: 2 });
});
