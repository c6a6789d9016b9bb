import { loadCalendar } from '../server/modules/deadlines/index.ts';
import {
  countCasesAnew,
  findLastSeal,
  loadGrounds,
  lockCounting,
  saveCounted,
  sumTotals,
} from '../server/modules/supervision/index.ts';
import { type Database, sql, type Tx, transact } from '../server/platform/database/index.ts';
import type { Call } from '../server/platform/http/call.ts';
import { sealDay } from '../server/platform/ledger/seal-day.ts';
import type { Keys } from '../server/platform/vault/keys.ts';
import { getCasts, getItems, getOfficers } from './generate-cast.ts';
import { copyDays, firstNumber, layOut, type Stock } from './generate-copies.ts';
import { makePersons, sharePersons } from './generate-persons.ts';
import { type DayPlan, planDays, poolsOf, weighted, workingDays } from './generate-plan.ts';
import { copiedTables, makeSamples } from './generate-samples.ts';

/** Cases of one round: what a round holds in tables of its own stays small. */
const round = 25_000;
/** Working days before the last one on which the samples begin: the longest of them has ended by then. */
const samplesBefore = 40;

/**
 * Fills a demo district with cases of two years, whole or not at all: copies of some hundred cases that the product itself
 * makes first and takes back. Refuses a district in which this was done before.
 */
export async function generateDistrict(
  db: Database,
  { cases, seed, keys, say }: { cases: number; seed: number; keys: Keys; say: (line: string) => void },
  call: Call,
): Promise<{ seconds: number }> {
  if (!call.demo) throw new Error('Cases are generated in a demo only.');
  const began = performance.now();
  await transact(db, async (tx) => {
    await sql`set local statement_timeout = 0`.execute(tx);
    await sql`set local maintenance_work_mem = '256MB'`.execute(tx);
    await sql`set local work_mem = '64MB'`.execute(tx);
    // The statements of a round are the same, but what they meet grows.
    await sql`set local plan_cache_mode = 'force_custom_plan'`.execute(tx);
    if (await wasGenerated(tx)) throw new Error('This district holds generated cases already.');
    const stock = await makeStock(tx, { cases, seed, say }, call);
    await layOut(tx, stock);
    const restore = await putIndexesAway(tx);
    const rounds = inRounds(planDays(stock.days.slice(0, stock.lastDay + 1), cases));
    const started = performance.now();
    for (const days of rounds) {
      await copyDays(tx, stock, days);
      const done = days.at(-1)?.last ?? 0;
      const rate = (1000 * done) / (performance.now() - started);
      say(
        `${done.toLocaleString('en')} of ${cases.toLocaleString('en')} cases, ${rate.toFixed(0)} a second, ${((cases - done) / rate).toFixed(0)} s left`,
      );
    }
    await restore(say);
    await sql`
      insert into open_work select w.* from cases c join case_work w on w.district = c.district and w.case_id = c.id
      where c.district = ${call.district} and c.id in (select id from cases where state not in ('ARCHIVED', 'COMPLETED', 'DRAFT'))
      on conflict do nothing
    `.execute(tx);
    await sql`analyze`.execute(tx);
    say('Sealing the day before.');
    await sealDay(tx, { day: call.today.subtract({ days: 1 }), keys }, call);
    say('Adding up what the ledger says.');
    await sumUp(tx, call);
  });
  say('Tidying up the tables.');
  await db.onOneConnection(async (read) => {
    // Of millions of rows it takes longer than an act may.
    await sql`set statement_timeout = 0`.execute(read);
    await sql`vacuum analyze`.execute(read);
    await sql`reset statement_timeout`.execute(read);
  });
  return { seconds: (performance.now() - began) / 1000 };
}

/** What the copies count was copied with them; the cases that were there before are counted, and all of it is summed, by the product. */
async function sumUp(tx: Tx, call: Call): Promise<void> {
  const { district } = call;
  await lockCounting(tx, district);
  const grounds = await loadGrounds(tx, call);
  if (grounds === undefined) return;
  const { rows } = await sql<{ id: string }>`
    select id from cases where district = ${district} and state <> 'DRAFT' and substr(case_no, 17)::int <= ${firstNumber}
  `.execute(tx);
  await countCasesAnew(tx, district, { ...grounds, caseIds: rows.map(({ id }) => id) });
  await sql`analyze case_counts`.execute(tx);
  await sumTotals(tx, grounds, call);
  const seal = await findLastSeal(tx, district);
  await saveCounted(tx, district, { seal, areasDigest: grounds.areasDigest, at: call.now });
}

/** Whether generated cases are there: they have numbers that no counter comes to. */
export async function wasGenerated(tx: Tx): Promise<boolean> {
  const { rows } = await sql`select from cases where substr(case_no, 17)::int > ${firstNumber} limit 1`.execute(tx);
  return rows.length > 0;
}

async function makeStock(
  tx: Tx,
  { cases, seed, say }: { cases: number; seed: number; say: (line: string) => void },
  call: Call,
): Promise<Stock> {
  const { district, today } = call;
  const calendar = await loadCalendar(tx, district);
  // Two years, and what is due after them.
  const days = workingDays(today.subtract({ years: 2, days: 30 }), today.add({ days: 200 }), calendar);
  const firstDay = days.findIndex((day) => day >= today.subtract({ years: 2 }).toString());
  const lastDay = days.findLastIndex((day) => day < today.toString());
  const [casts, officers, items] = await Promise.all([
    getCasts(tx, district),
    getOfficers(tx, district),
    getItems(tx, district),
  ]);
  const [cast] = casts;
  if (cast === undefined)
    throw new Error('No village of this district has an agent who may take in what is generated.');
  say('Making sample cases by the acts of the product.');
  const ahead = days.slice(lastDay - samplesBefore);
  const samples = await makeSamples(tx, { items, cast, officers, days: ahead }, call);
  const personsOf = sharePersons(samples, cases);
  await makePersons(tx, { samples, personsOf }, { district, say });
  // Some villages are larger: the first of each township twice as large as the last.
  const towns = Map.groupBy(casts.keys(), (at) => casts[at]?.townRegionId);
  const sizes = new Map(
    [...towns.values()].flatMap((town) => town.map((at, nth) => [at, 2 - nth / town.length] as const)),
  );
  return {
    ...{ district, seed, cases, samples, personsOf, cast, casts },
    pools: poolsOf(samples),
    places: weighted([...casts.keys()], (at) => sizes.get(at) ?? 1),
    days: days.slice(firstDay),
    sampleDay: lastDay - samplesBefore - firstDay,
    lastDay: lastDay - firstDay,
  };
}

function inRounds(days: readonly DayPlan[]): DayPlan[][] {
  const rounds: DayPlan[][] = [];
  for (const day of days) {
    const last = rounds.at(-1);
    if (last === undefined || day.last - (last[0]?.first ?? 0) > round) rounds.push([day]);
    else last.push(day);
  }
  return rounds;
}

/**
 * Takes away the indexes and the foreign keys of what is filled, and gives a way to make them again as they were: built at
 * once they cost a fraction, and every key is proven then.
 */
async function putIndexesAway(tx: Tx): Promise<(say: (line: string) => void) => Promise<void>> {
  const tables = [...copiedTables, 'ledger_rows', 'ledger_heads'];
  const { rows: indexes } = await sql<{ name: string; definition: string }>`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
    where i.indrelid = any(${tables}::text[]::regclass[])
      and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
  `.execute(tx);
  const { rows: keys } = await sql<{ name: string; table: string; definition: string }>`
    select conname as name, conrelid::regclass::text as table, pg_get_constraintdef(oid) as definition from pg_constraint
    where contype = 'f' and conrelid = any(${tables}::text[]::regclass[])
  `.execute(tx);
  for (const { table, name } of keys) await sql.raw(`alter table ${table} drop constraint ${name}`).execute(tx);
  for (const { name } of indexes) await sql.raw(`drop index ${name}`).execute(tx);
  return async (say) => {
    say(`Building ${indexes.length} indexes, proving ${keys.length} foreign keys.`);
    for (const { definition } of indexes) await sql.raw(definition).execute(tx);
    for (const { table, name, definition } of keys)
      await sql.raw(`alter table ${table} add constraint ${name} ${definition}`).execute(tx);
  };
}
