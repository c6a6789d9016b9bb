import { expect, test } from 'vitest';
import { createCalendar } from '../modules/deadlines/index.ts';
import { sql, transact } from '../platform/database/index.ts';
import { systemCall } from '../platform/http/call.ts';
import { createTestDatabase } from '../tests/support/database.ts';
import { foundBasicItems } from './basic-items.ts';
import { foundDrafts } from './drafts.ts';
import { foundItems } from './items.ts';
import { foundPeople } from './people.ts';
import { foundPlaces } from './places.ts';

const db = await createTestDatabase();
const callOn = (day: string) =>
  systemCall({
    district: 'louxing',
    demo: true,
    now: Temporal.Instant.from(`${day}T02:30:00Z`),
    today: Temporal.PlainDate.from(day),
  });

test('The demo has a draft in every state of its way, and one version that was made here.', async () => {
  const founded = await transact(db, async (tx) => {
    const before = callOn('2026-07-21');
    await createCalendar(tx, {}, before);
    const places = await foundPlaces(tx, before);
    const items = await foundItems(tx, places.organs, before);
    await foundBasicItems(tx, places.organs, before);
    return { items, people: await foundPeople(tx, { places, items }, before) };
  });
  await foundDrafts(db, founded, callOn('2026-10-21'));
  const { rows } = await sql<{ state: string; faultCount: number }>`
    select state, fault_count from item_drafts order by state
  `.execute(db);
  expect(rows).toEqual(
    ['APPROVED', 'PENDING_APPROVAL', 'PENDING_REVIEW', 'PUBLISHED', 'RETURNED'].map((state) => ({
      state,
      faultCount: 0,
    })),
  );
});
