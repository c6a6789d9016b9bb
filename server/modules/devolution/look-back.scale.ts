import { expect, test } from 'vitest';
import { batchAt } from '../../tests/support/devolution.ts';
import { copyItems } from '../../tests/support/many-items.ts';
import { openTown } from '../../tests/support/town.ts';

const items = 3000;
const villages = 245;

/** 3,000 items at 15 townships and 245 villages: 90,000 routes over 780,000 places, cases and permissions among them. */
async function grow() {
  const town = await openTown({ on: '2026-03-02T09:00' });
  const { pool } = town.db;
  const { district } = town;
  await copyItems(town.db, district, { items, versions: 1, effectiveDay: '2026-01-01' });
  const { rows: towns } = await pool.query<{ region_id: string }>(
    `select v.region_id from region_versions v join regions r on r.id = v.region_id and r.district = v.district
     where v.district = $1 and r.level = 'TOWNSHIP' and v.until_day is null order by v.code limit 15`,
    [district],
  );
  // A centre for each township and each of so many villages, with a post that somebody holds.
  await pool.query(
    `with wanted as (
       select v.region_id, r.level, v.name_zh from region_versions v
       join regions r on r.district = v.district and r.id = v.region_id
       where v.district = $1 and v.until_day is null
         and (v.region_id = any($2::uuid[]) or (r.level = 'VILLAGE' and v.parent_id = any($2::uuid[])))
       order by r.level desc, v.code limit $3
     )
     insert into service_centers (district, id, region_id, organisation_id, level, name_zh, name_en, address_zh, address_en, phone, hours)
     select $1, uuidv7(), region_id, (select id from organisations where district = $1 order by id limit 1), level,
       name_zh, name_zh, '', '', '', '[]'
     from wanted`,
    [district, towns.map((row) => row.region_id), towns.length + villages],
  );
  await pool.query(
    `insert into posts (district, id, role, title_zh, title_en, organisation_id, center_id, area_region_id, phone)
     select $1, uuidv7(), 'windowClerk', '', '', organisation_id, id, region_id, '' from service_centers where district = $1`,
    [district],
  );
  await pool.query(
    `insert into appointments (district, id, staff_id, post_id, kind, from_day)
     select $1, uuidv7(), $2, id, 'regular', '2026-01-01' from posts p where district = $1
       and not exists (select from appointments a where a.district = $1 and a.post_id = p.id)`,
    [district, town.clerk.staffId],
  );
  await pool.query(
    `insert into item_routes (district, id, item_id, region_id, level, mode, from_day)
     select $1, uuidv7(), i.id, r, l, case l when 'VILLAGE' then 'SERVICE_FORWARD' else 'DEVOLVED' end, '2026-02-10'
     from (select id from items where district = $1 order by id desc limit $3) i,
       unnest($2::uuid[]) r, unnest(array['TOWNSHIP', 'VILLAGE']) l`,
    [district, towns.map((row) => row.region_id), items],
  );
  // All but one in five hundred have permission, and whoever works there was trained.
  await pool.query(
    `insert into post_items (district, post_id, item_id, from_day)
     select $1, p.id, i.id, '2026-01-01'
     from (select id, row_number() over () as n from items where district = $1 order by id desc limit $2) i,
       (select id, row_number() over () as n from posts where district = $1 and role = 'windowClerk') p
     where (i.n * 7 + p.n) % 500 > 0 on conflict do nothing`,
    [district, items],
  );
  const { batchId } = await batchAt(town, 'LIVE', { empty: true });
  await pool.query(
    `with training as (
       insert into devolution_trainings (district, id, batch_id, organisation_id, day, minutes, section)
       select $1, uuidv7(), $2, id, '2026-02-01', 240, '样例股' from organisations where district = $1 returning id
     )
     insert into devolution_attendees (district, training_id, staff_id)
     select $1, training.id, staff.id from training, staff where staff.district = $1`,
    [district, batchId],
  );
  await pool.query('analyze');
  return town;
}

test('3,000 items at 260 centres are looked back on in less than 30 seconds, and again', {
  timeout: 300_000,
}, async () => {
  const town = await grow();
  const look = async () => {
    const started = performance.now();
    const { lookBackId } = await town.itemPublisher.call('POST /look-backs', { sinceDay: '2026-01-01' });
    await town.settle();
    const seconds = (performance.now() - started) / 1000;
    return { seconds, run: await town.itemPublisher.call('GET /look-backs/:lookBackId', { lookBackId }) };
  };
  const first = await look();
  const again = await look();
  expect(first.run).toMatchObject({ state: 'DONE', done: items, total: items });
  expect(first.run.counts.found).toBeGreaterThan(1000);
  expect(again.run.counts).toMatchObject({ found: first.run.counts.found, fresh: 0, gone: 0 });
  expect(Math.max(first.seconds, again.seconds), `${first.seconds} s, then ${again.seconds} s`).toBeLessThan(30);
});
