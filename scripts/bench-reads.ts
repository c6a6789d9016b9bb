import type { RouteKey } from '../contract/routes.ts';
import { sampleName } from '../server/demo/residents.ts';
import type { Database } from '../server/platform/database/index.ts';
import type { Client, Office } from '../simulator/office.ts';
import { getPost, type Post, readPosts } from '../simulator/posts.ts';

/** One thing that somebody reads again and again; `turn` counts through, so that no two turns need ask the same. */
export interface Reading {
  readonly group: 'work' | 'search' | 'case' | 'figures' | 'list';
  readonly name: string;
  readonly read: (turn: number) => Promise<unknown>;
}

/** The organ on whose desks the readings sit: it decides what shops are registered. */
const bureau = '市场监督管理局';

/** Sits down at a desk of each role. */
export async function takeSeats(office: Office) {
  const posts = await readPosts(office.visitor);
  const seat = (what: string, fits: (post: Post) => boolean): Promise<Client> =>
    office.become(getPost(posts, what, fits).appointmentId);
  const ofBureau = (role: string) =>
    seat(`${role} of ${bureau}`, (post) => post.role === role && post.organ.zh.includes(bureau));
  return {
    reviewer: await ofBureau('reviewer'),
    decider: await ofBureau('decider'),
    head: await ofBureau('organHead'),
    supervisor: await seat('supervisor', ({ role, level }) => role === 'supervisor' && level === 'DISTRICT'),
    clerk: await seat('clerk', ({ role, level }) => role === 'windowClerk' && level === 'TOWNSHIP'),
  };
}

const today = Temporal.Now.plainDateISO('Asia/Shanghai');

const lookedBackAt = today.with({ day: 1 }).subtract({ months: 2 });
/** The month that is closed, by its first day: the last but one, whose cases have mostly come to their end. */
export const closedMonth = lookedBackAt.toString();

type Seats = Awaited<ReturnType<typeof takeSeats>>;

/** What is read at each size. */
export async function readingsOf(seats: Seats, db: Database, persons: number): Promise<Reading[]> {
  const found = await find(db);
  const pick = <T>(of: readonly T[], turn: number): T => of[turn % of.length] as T;
  const page = (client: Client, key: RouteKey, input: object = {}) => client.call(key, input as never);
  const year = { from: today.subtract({ days: 364 }).toString(), to: today.toString() };
  const month = { from: today.with({ day: 1 }).subtract({ months: 1 }).toString(), to: today.toString() };
  const closed = { from: closedMonth, to: lookedBackAt.with({ day: lookedBackAt.daysInMonth }).toString() };
  const { supervisor, reviewer, head } = seats;
  return [
    ...Object.entries(seats).flatMap(([role, client]): Reading[] => [
      { group: 'work', name: `${role}: work`, read: () => page(client, 'GET /worklist') },
      { group: 'work', name: `${role}: counts`, read: () => page(client, 'GET /worklist/counts') },
    ]),
    {
      group: 'list',
      name: 'a list of 20, filtered, sorted, counted',
      read: () =>
        Promise.all([
          page(supervisor, 'GET /worklist', { queue: 'inReview', itemId: found.itemId, limit: 20 }),
          page(supervisor, 'GET /worklist/counts'),
        ]),
    },
    {
      group: 'list',
      name: 'the same, without the counts',
      read: () => page(supervisor, 'GET /worklist', { queue: 'inReview', itemId: found.itemId, limit: 20 }),
    },
    {
      group: 'search',
      name: 'a case by its number',
      read: (turn) => page(supervisor, 'GET /worklist', { q: pick(found.caseNos, turn) }),
    },
    {
      group: 'search',
      name: 'cases by a name, in the district',
      read: (turn) => page(supervisor, 'GET /worklist', { q: sampleName(1 + ((turn * 7919) % persons)) }),
    },
    {
      group: 'search',
      name: 'cases by a name, in an organ',
      read: (turn) => page(reviewer, 'GET /worklist', { q: sampleName(1 + ((turn * 7919) % persons)) }),
    },
    {
      group: 'case',
      name: 'a case: the organ’s own',
      read: (turn) => page(reviewer, 'GET /cases/:caseId', { caseId: pick(found.ofBureau, turn) }),
    },
    {
      group: 'case',
      name: 'a case: any, by the supervisor',
      read: (turn) => page(supervisor, 'GET /cases/:caseId', { caseId: pick(found.any, turn) }),
    },
    ...(['area', 'organ', 'item'] as const).map(
      (by): Reading => ({
        group: 'figures',
        name: `figures of a year by ${by}`,
        read: () => page(supervisor, 'GET /indicators', { ...year, by }),
      }),
    ),
    {
      group: 'figures',
      name: 'figures of a town by organ',
      read: (turn) => page(supervisor, 'GET /indicators', { ...year, by: 'organ', areaId: pick(found.townIds, turn) }),
    },
    {
      group: 'figures',
      name: 'figures of an item by area',
      read: (turn) => page(supervisor, 'GET /indicators', { ...month, by: 'area', itemId: pick(found.itemIds, turn) }),
    },
    { group: 'figures', name: 'trend of a year', read: () => page(supervisor, 'GET /indicators/trend', year) },
    {
      group: 'figures',
      name: 'trend of an item in a town',
      read: (turn) =>
        page(supervisor, 'GET /indicators/trend', {
          ...year,
          itemId: pick(found.itemIds, turn),
          areaId: pick(found.townIds, turn),
        }),
    },
    {
      group: 'figures',
      name: 'figures of a closed month by item',
      read: () => page(supervisor, 'GET /indicators', { ...closed, by: 'item' }),
    },
    {
      group: 'figures',
      name: 'the same, of one channel in a town',
      read: (turn) =>
        page(supervisor, 'GET /indicators', {
          ...{ ...closed, by: 'item', channel: 'WINDOW' },
          areaId: pick(found.townIds, turn),
        }),
    },
    {
      group: 'figures',
      name: 'corrections of a closed month',
      read: () => page(supervisor, 'GET /indicators/corrections', closed),
    },
    {
      group: 'figures',
      name: 'a year of one item and channel in a town',
      read: (turn) =>
        page(supervisor, 'GET /indicators', {
          ...{ ...year, channel: 'WINDOW' },
          ...{ itemId: pick(found.itemIds, turn), areaId: pick(found.townIds, turn) },
        }),
    },
    {
      group: 'figures',
      name: 'a year of one item by centre, which no sum holds',
      read: (turn) => page(supervisor, 'GET /indicators', { ...year, by: 'center', itemId: pick(found.itemIds, turn) }),
    },
    {
      group: 'figures',
      name: 'what is open now, by its light',
      read: () => page(supervisor, 'GET /indicators/open-now'),
    },
    { group: 'figures', name: 'an organ’s head: a year', read: () => page(head, 'GET /indicators', year) },
    {
      group: 'figures',
      name: 'an organ’s head: cases behind received',
      read: () => page(head, 'GET /indicators/cases', { ...year, measure: 'received' }),
    },
    ...(['accepted', 'denied', 'pastLaw', 'open'] as const).map(
      (measure): Reading => ({
        group: 'figures',
        name: `cases behind: ${measure}`,
        read: () => page(supervisor, 'GET /indicators/cases', { ...year, measure }),
      }),
    ),
    {
      group: 'figures',
      name: 'cases behind: denied, of an item in a town',
      read: (turn) =>
        page(supervisor, 'GET /indicators/cases', {
          ...{ ...year, measure: 'denied' },
          ...{ itemId: pick(found.itemIds, turn), areaId: pick(found.townIds, turn) },
        }),
    },
  ];
}

/** Cases, items and areas that there are, a few hundred of each, spread over all of the time. */
async function find(db: Database) {
  const ask = async <T>(text: string): Promise<T[]> => {
    const { rows } = await db.pool.query<{ value: T }>(text);
    return rows.map(({ value }) => value);
  };
  const some = (column: string, where: string) => `
    select ${column} as value from (
      select c.*, row_number() over (order by md5(c.id::text)) as nth from cases c where ${where}
    ) c where nth <= 300
  `;
  const bureauId = `(select id from organisations where name_zh like '%${bureau}%' order by name_zh limit 1)`;
  const [caseNos, any, ofBureau, itemIds, townIds] = await Promise.all([
    ask<string>(some('case_no', 'case_no is not null')),
    ask<string>(some('id', `state <> 'DRAFT'`)),
    ask<string>(some('id', `accepted_day is not null and deciding_organ_id = ${bureauId}`)),
    ask<string>(`select item_id as value from cases group by 1 order by count(*) desc limit 10`),
    ask<string>(`select id as value from regions where level = 'TOWNSHIP' order by id`),
  ]);
  return { caseNos, any, ofBureau, itemIds, townIds, itemId: itemIds[0] ?? '' };
}
