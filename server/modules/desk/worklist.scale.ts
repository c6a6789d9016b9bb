import { availableParallelism, loadavg } from 'node:os';
import { expect, test } from 'vitest';
import type { RouteKey } from '../../../contract/routes.ts';
import { bringTo } from '../../tests/authorisation/cases.ts';
import { type Client, openTown } from '../../tests/support/town.ts';
import { getCasesWithLateTasks } from '../tasks/index.ts';

const openCases = 20_000;
const closedCases = 200_000;
/** Of each hundred open ones: in how many another organ takes part. */
const withPartner = 2;
const calls = 20;

const town = await openTown({ on: '2026-06-15T09:00' });
const say = (line: string) => process.stdout.write(`${line}\n`);

/** Copies of one accepted case of the bureau: open ones at every stage of their process, and many more that are done. */
async function found(caseId: string): Promise<void> {
  const client = await town.db.pool.connect();
  await client.query('set statement_timeout = 0');
  await client.query(
    `create temporary table made as
     select n, uuidv7() as case_id, n <= $1 as is_open, case when n <= $1 then n % 10 else 10 end as stage from generate_series(1, $1 + $2::int) n`,
    [openCases, closedCases],
  );
  await client.query(
    `insert into cases select r.*
     from made m join cases c on c.id = $1
     cross join lateral jsonb_populate_record(c, jsonb_build_object('id', m.case_id, 'case_no', 'X' || m.n, 'query_index', null,
       'state', case when m.stage = 10 then 'COMPLETED' when m.stage = 9 then 'DECIDING' when m.stage < 5 then 'ACCEPTED' else 'IN_REVIEW' end,
       'due_day', case when m.is_open then date '2026-06-10' + m.n * 7919 % 40 end,
       'due_purpose', case when m.is_open then 'decision' end,
       'accepted_day', '2026-06-01', 'completed_at', case when not m.is_open then timestamptz '2026-06-15 08:00+08' - make_interval(mins => m.n - $2) end)) r`,
    [caseId, openCases],
  );
  await client.query(
    `insert into case_tasks select r.*
     from made m join case_tasks t on t.case_id = $1
     cross join lateral jsonb_populate_record(t, jsonb_build_object('id', uuidv7(), 'case_id', m.case_id,
       'participant_ids', case when m.n % 100 < $3 then to_jsonb(array[$2::uuid]) else '[]'::jsonb end,
       'sign_due_day', date '2026-06-16',
       'opened_at', case when m.stage < 9 and t.kind in ('DECISION', 'CERTIFICATION') then null else timestamptz '2026-06-01 09:00+08' end, 'state',
       case when m.stage = 10 then 'done'
         when t.kind = 'DECISION' then case when m.stage = 9 then 'open' else 'waiting' end
         when t.kind = 'CERTIFICATION' then 'waiting'
         when m.stage = 9 then 'done' when m.stage < 5 then 'open' when m.n % 200 = 5 then 'returned' else 'signedFor' end)) r`,
    [caseId, town.organs.partner, withPartner],
  );
  await client.query('insert into open_work select w.* from made m join case_work w on w.case_id = m.case_id');
  await client.query('vacuum analyze cases, case_tasks, open_work');
  client.release(true);
}

const at = (sorted: readonly number[], share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;

async function timed(run: () => Promise<unknown>, times = calls): Promise<number[]> {
  await run();
  const taken: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const from = performance.now();
    await run();
    taken.push(performance.now() - from);
  }
  return taken.toSorted((a, b) => a - b);
}

test('An organ with 20,000 open and 200,000 closed cases sees its work and its counts at once', async () => {
  const resident = await town.resident();
  const caseId = await bringTo(town, resident, 'accepted');
  await found(caseId);
  await town.settle();

  say(`load ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} cores`);
  const bare = await timed(() => town.visitor.call('GET /items/:itemId', { itemId: town.items.seniorCard }));
  const base = at(bare, 0.5);
  say(`| a read that touches no case | p50 ${base.toFixed(1)} ms, p95 ${at(bare, 0.95).toFixed(1)} ms | 1 |`);
  const posts: Record<string, Client> = {
    reviewer: town.reviewer,
    decider: town.decider,
    'organ head': town.organHead,
    'reviewer of a partner': town.partnerReviewer,
    supervisor: town.supervisor,
    clerk: town.clerk,
  };
  const slow: string[] = [];
  for (const [who, client] of Object.entries(posts))
    for (const route of ['GET /worklist/counts', 'GET /worklist'] as const satisfies readonly RouteKey[]) {
      const taken = await timed(() => client.call(route, {}));
      const half = at(taken, 0.5);
      say(
        `| ${who}: ${route} | p50 ${half.toFixed(1)} ms, p95 ${at(taken, 0.95).toFixed(1)} ms | ${(half / base).toFixed(1)} |`,
      );
      if (half > 1000) slow.push(`${who}: ${route}`);
    }
  const today = Temporal.PlainDate.from('2026-06-15');
  const late = await timed(
    () => getCasesWithLateTasks(town.db, town.district, { today, after: undefined, limit: 500 }),
    10,
  );
  say(
    `| 500 of the late tasks of a night | p50 ${at(late, 0.5).toFixed(1)} ms | ${(at(late, 0.5) / base).toFixed(1)} |`,
  );
  expect(slow).toEqual([]);
}, 900_000);
