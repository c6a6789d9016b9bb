import { maskName } from '../contract/identifiers.ts';
import { nameIndex } from '../server/modules/people/index.ts';
import { zone } from '../server/platform/clock.ts';
import { sql, type Tx } from '../server/platform/database/index.ts';
import type { Cast } from './generate-cast.ts';
import type { PersonsOf } from './generate-persons.ts';
import { type DayPlan, type Pools, slots } from './generate-plan.ts';
import { type CopiedTable, copiedTables, type Sample, samplePerson } from './generate-samples.ts';

/** What copies are made of. */
export interface Stock {
  readonly district: string;
  readonly seed: number;
  readonly cases: number;
  readonly samples: readonly Sample[];
  readonly pools: Pools;
  readonly personsOf: PersonsOf;
  /** Whose part the samples' own people play, and who plays it in the copies. */
  readonly cast: Cast;
  /** Numbers of `casts`, as often as each is drawn. */
  readonly places: readonly number[];
  readonly casts: readonly Cast[];
  /** Working days in their order: every day of a sample moves as many of them as its case does. */
  readonly days: readonly string[];
  /** Numbers in `days` of the samples' first day and of the last day on which anything is done. */
  readonly sampleDay: number;
  readonly lastDay: number;
}

/** Of each hundred cases, how many of the newest may be open; every second of them is. */
const newest = 4;
/** Working days after which nothing is left without an answer, and after which what ended lies in the archive. */
const answerDays = 4;
const archiveDays = 10;

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** Ends of ids: a copy's own ids are its stem and the two digits of what they stand for; the rows of its chain come last. */
const firstActEnd = 200;
const endOf = (at: number) => at.toString(16).padStart(2, '0');

/** The sample's own ids, each with its end; the case itself is 00. */
function ownIds({ caseId, marker, rows, ledger }: Sample): ReadonlyMap<string, string> {
  const text = JSON.stringify([rows, ledger]);
  const found = new Set([caseId, ...[...text.matchAll(uuid)].map(([id]) => id).filter((id) => id >= marker)]);
  if (found.size > firstActEnd) throw new Error('A sample has more ids of its own than a copy has room for.');
  return new Map([...found].map((id, at) => [id, endOf(at)]));
}

/** Places of the arguments that the text of a ledger row takes, after `%`. */
const argument = { stem: 1, actId: 2, at: 3, caseNo: 4, year: 5, number: 6, firstDay: 7, firstName: 11 } as const;
const mostDays = argument.firstName - argument.firstDay;

/** The text of a sample's ledger row with a place for everything that is another's in a copy. */
function textOf(
  { caseNo }: Sample,
  row: Sample['ledger'][number],
  { own, names }: { own: ReadonlyMap<string, string>; names: readonly string[] },
): { text: string; days: string[] } {
  const { actId } = JSON.parse(row.body) as { actId: string };
  const days: string[] = [];
  const place = (at: number) => `%${at}$s`;
  const text = row.body
    .replaceAll('%', '%%')
    .replaceAll(actId, place(argument.actId))
    .replace(/"at":"[^"]+"/, `"at":"${place(argument.at)}"`)
    .replaceAll(caseNo, place(argument.caseNo))
    .replace(/〔\d{4}〕\d+/g, `〔${place(argument.year)}〕${place(argument.number)}`)
    .replace(uuid, (id) => {
      const name = names.indexOf(id);
      const end = own.get(id);
      if (name >= 0) return place(argument.firstName + name);
      return end === undefined ? id : place(argument.stem) + end;
    })
    .replace(/"(\d{4}-\d\d-\d\d)"/g, (_, day: string) => {
      if (!days.includes(day)) days.push(day);
      return `"${place(argument.firstDay + days.indexOf(day))}"`;
    });
  if (days.length > mostDays || /\d{4}-\d\d-\d\d/.test(text))
    throw new Error(`A ledger row names a day that would not move: ${text}`);
  return { text, days };
}

/** Brings samples, places and the order of days into tables of this transaction. */
export async function layOut(tx: Tx, stock: Stock): Promise<void> {
  const { samples, casts, cast, personsOf } = stock;
  const names = Object.values(cast);
  const own = samples.map(ownIds);
  const described = samples.map(({ item, lasts, ledger }, at) => ({
    sample: at,
    own: Object.fromEntries(own[at] ?? []),
    lasts,
    length: ledger.length,
    first_person: personsOf.get(item)?.first,
    persons: personsOf.get(item)?.count,
  }));
  await sql`
    create temporary table samples on commit drop as
    select * from jsonb_to_recordset(${JSON.stringify(described)}::jsonb)
      as s(sample int, own jsonb, lasts int, length int, first_person int, persons int)
  `.execute(tx);
  const renamed = casts.map((each, at) => ({
    place: at,
    names: Object.values(each),
    renames: Object.fromEntries(Object.values(each).map((id, name) => [names[name], id])),
  }));
  await sql`
    create temporary table places on commit drop as
    select p.place, p.renames, array(select jsonb_array_elements_text(p.names)) as names
    from jsonb_to_recordset(${JSON.stringify(renamed)}::jsonb) as p(place int, names jsonb, renames jsonb)
  `.execute(tx);
  const texts = samples.flatMap((sample, at) =>
    sample.ledger.map((row) => ({
      sample: at,
      ...{ sequence: row.sequence, act: row.act, at: row.at },
      ...textOf(sample, row, { own: own[at] ?? new Map(), names }),
    })),
  );
  await sql`
    create temporary table sample_ledger on commit drop as
    select t.sample, t.sequence, t.act, t.at, t.text, array(select jsonb_array_elements_text(t.days))::date[] as days
    from jsonb_to_recordset(${JSON.stringify(texts)}::jsonb)
      as t(sample int, sequence int, act text, at timestamptz, text text, days jsonb)
  `.execute(tx);
  for (const table of copiedTables) {
    const rows = samples.flatMap((sample, at) => sample.rows[table].map((row) => ({ ...row, sample: at })));
    await sql`
      create temporary table ${sql.raw(`sample_${table}`)} on commit drop as
      select (e.row ->> 'sample')::int as sample, t.* from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) as e(row)
      cross join lateral jsonb_populate_record(null::${sql.raw(table)}, e.row) t
    `.execute(tx);
    await sql`analyze ${sql.raw(`sample_${table}`)}`.execute(tx);
  }
  await sql`
    create temporary table made (n bigint, case_id uuid, stem text, case_no text, day date, number int, delta int, jitter interval,
      sample int, place int, person int, lasts int) on commit drop
  `.execute(tx);
  await sql`create temporary table links (n bigint, case_id uuid, sequence int, hash bytea, is_last boolean) on commit drop`.execute(
    tx,
  );
  await sql`analyze samples, places, sample_ledger`.execute(tx);
}

/** Draws by number and seed, so that the same seed makes the same district. */
const drawn = ({ seed }: Stock, what: number) => sql`hashint8extended(n, ${seed + what})`;

/** The cases of some days: of what each is a copy, where, whose and when. */
async function draw(tx: Tx, stock: Stock, days: readonly DayPlan[]): Promise<void> {
  const { cases, pools, places, samples, sampleDay, lastDay } = stock;
  const slot = (what: number) => sql`1 + (${drawn(stock, what)} & ${slots - 1})`;
  const from = (pool: readonly number[]) => sql`(${pool}::int[])[${slot(1)}]`;
  const lasts = sql`(${samples.map((sample) => sample.lasts)}::int[])[1 + w.wanted]`;
  await sql`truncate made, links`.execute(tx);
  await sql`
    with days as (
      select * from unnest(${days.map(({ day }) => day)}::date[], ${days.map(({ day }) => stock.days.indexOf(day))}::int[],
        ${days.map(({ first }) => first)}::int[], ${days.map(({ last }) => last)}::int[]) as d(day, number, first, last)
    ),
    drawn as (
      select n, d.day, d.number, ${lastDay} - d.number as age, n - d.first + 1 as nth,
        n > ${cases} * ${1 - newest / 100}::float and ${drawn(stock, 2)} & 1 = 0 as is_open
      from days d cross join lateral generate_series(d.first::bigint, d.last) as n
    ),
    wanted as (
      select w.*, case
        when not is_open then case when ${lasts} > age then ${from(pools.endedAtOnce)} else wanted end
        else case when ${lasts} > age then ${from(pools.untouched)} else wanted end
      end as sample
      from (
        select *, case
          when not is_open then ${from(pools.ended)}
          when age <= ${answerDays} and ${drawn(stock, 3)} & 1 = 0 then ${from(pools.unanswered)}
          else ${from(pools.accepted)}
        end as wanted from drawn
      ) w
    )
    insert into made
    select n, (i.stem || '00')::uuid, i.stem, ${samples[0]?.caseNo.slice(0, 8)}::text || to_char(w.day, 'YYYYMMDD') || lpad((${firstNumber} + w.nth)::text, 6, '0'),
      w.day, w.number, w.number - ${sampleDay}, j.jitter, w.sample, (${places}::int[])[${slot(4)}],
      s.first_person + mod(${drawn(stock, 5)} & 9223372036854775807, s.persons), s.lasts
    from wanted w join samples s on s.sample = w.sample
    cross join lateral (select make_interval(secs => mod(${drawn(stock, 6)} & 9223372036854775807, 21600)::int) as jitter) j
    cross join lateral (select md5(${stock.seed}::text || ':' || n) as digits) h
    cross join lateral (
      select lpad(to_hex((extract(epoch from (w.day + time '09:00' + j.jitter) at time zone ${zone}) * 1000)::bigint), 12, '0') as ms
    ) t
    cross join lateral (
      select substr(t.ms, 1, 8) || '-' || substr(t.ms, 9, 4) || '-7' || substr(h.digits, 1, 3) || '-a' || substr(h.digits, 4, 3) || '-'
        || substr(h.digits, 7, 10) as stem
    ) i
    order by n
  `.execute(tx);
  await sql`analyze made`.execute(tx);
}

/** Case numbers of generated cases begin here each day: the counters of the product never come so far. */
export const firstNumber = 100_000;

/** The day to which one of the sample's days moves: as many working days on as the case. */
const moved = ({ days, sampleDay }: Stock, column: ReturnType<typeof sql>) => {
  const base = Temporal.PlainDate.from(days[Math.max(0, sampleDay - 5)] ?? '');
  const last = Temporal.PlainDate.from(days[sampleDay] ?? '').add({ days: 150 });
  const numbers: number[] = [];
  let number = days.indexOf(base.toString());
  for (let day = base; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    if (days[number + 1] === day.toString()) number += 1;
    numbers.push(number);
  }
  return sql`(${days}::date[])[1 + m.delta + (${numbers}::int[])[1 + (${column} - ${base.toString()}::date)]]`;
};

const movedAt = (stock: Stock, column: ReturnType<typeof sql>) => {
  const local = sql`(${column} at time zone ${zone})`;
  return sql`((${moved(stock, sql`${local}::date`)} + ${local}::time + m.jitter) at time zone ${zone})`;
};

/** An id of the sample in the copy: somebody else's who plays that part there, its own, or what all of them share. */
const renamed = (column: string) =>
  sql.raw(
    `coalesce((p.renames ->> t.${column}::text)::uuid, (m.stem || (s.own ->> t.${column}::text))::uuid, t.${column})`,
  );

/** Ids that all copies share with their sample. */
const shared = [
  'item_id',
  'item_version_id',
  'calendar_edition',
  'commitment_id',
  'procedure_id',
  'procedure_organ_id',
];
/** What a copy leaves out: accounts, and codes by which a stranger asks for a case. */
const left = ['account_id', 'principal_id', 'mandate_id', 'resident_id', 'query_index', 'sealed_query_code'];

function written(stock: Stock): Readonly<Record<string, ReturnType<typeof sql>>> {
  const isPerson = sql`t.name_index = ${nameIndex(samplePerson.name)}`;
  return {
    'cases.case_no': sql`m.case_no`,
    'cases.data_key_id': sql`q.data_key_id`,
    'cases.sealed_answers': sql`q.sealed_answers`,
    'cases.masked_applicant': sql`case when t.masked_applicant = ${maskName(samplePerson.name)} then q.masked else t.masked_applicant end`,
    'cases.state': sql`case when t.state = 'COMPLETED' and m.number + m.lasts + ${archiveDays} <= ${stock.lastDay} then 'ARCHIVED' else t.state end`,
    'case_parties.sealed_snapshot': sql`q.snapshots[t.position]`,
    'case_parties.name_index': sql`case when ${isPerson} then q.name_index else t.name_index end`,
    'case_parties.number_index': sql`case when ${isPerson} then q.number_index else t.number_index end`,
  };
}

async function columnsOf(tx: Tx, table: CopiedTable): Promise<{ name: string; type: string }[]> {
  const { rows } = await sql<{ name: string; type: string }>`
    select attname as name, atttypid::regtype::text as type from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped order by attnum
  `.execute(tx);
  return rows;
}

/** Makes the cases of some days, with their ledger, whole. */
export async function copyDays(tx: Tx, stock: Stock, days: readonly DayPlan[]): Promise<void> {
  await draw(tx, stock, days);
  const special = written(stock);
  for (const table of copiedTables) {
    const columns = await columnsOf(tx, table);
    const values = columns.map(({ name, type }) => {
      const own = special[`${table}.${name}`];
      const column = sql.raw(`t.${name}`);
      if (own !== undefined) return own;
      if (left.includes(name)) return sql`null`;
      if (type === 'date') return moved(stock, column);
      if (type === 'timestamp with time zone') return movedAt(stock, column);
      return type === 'uuid' && !shared.includes(name) ? renamed(name) : column;
    });
    await sql`
      insert into ${sql.raw(table)} (${sql.raw(columns.map(({ name }) => name).join(', '))})
      select ${sql.join(values)} from made m join samples s on s.sample = m.sample join places p on p.place = m.place
        join persons q on q.no = m.person join ${sql.raw(`sample_${table}`)} t on t.sample = m.sample
    `.execute(tx);
  }
  await writeChains(tx, stock);
}

/** Row by row of the chains, all chains at once: each hash covers the one before, as the product's own statement has it. */
async function writeChains(tx: Tx, stock: Stock): Promise<void> {
  const { district, samples, cast } = stock;
  const longest = Math.max(...samples.map(({ ledger }) => ledger.length));
  const days = Array.from({ length: mostDays }, (_, at) => moved(stock, sql`t.days[${sql.raw(String(at + 1))}]`));
  const names = Object.keys(cast).map((_, at) => sql.raw(`p.names[${at + 1}]`));
  for (let sequence = 1; sequence <= longest; sequence += 1)
    await sql`
      with acted as materialized (
        select m.n, m.case_id, t.act, a.act_id, a.at, ${sequence} = s.length as is_last, l.hash as before,
          format(t.text, m.stem, a.act_id, to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), m.case_no,
            to_char(m.day, 'YYYY'), ${firstNumber} + m.n, ${sql.join([...days, ...names])}) as body
        from made m join samples s on s.sample = m.sample join places p on p.place = m.place
        join sample_ledger t on t.sample = m.sample and t.sequence = ${sequence}
        left join links l on l.n = m.n and l.sequence = ${sequence - 1}
        cross join lateral (
          select (m.stem || ${endOf(firstActEnd + sequence)}::text)::uuid as act_id, ${movedAt(stock, sql`t.at`)} as at
        ) a
      ),
      linked as materialized (
        select *, sha256(convert_to('1:' || ${sequence}::int || ':', 'UTF8') || coalesce(before, ''::bytea) || convert_to(body, 'UTF8')) as hash
        from acted
      ),
      kept as (insert into links select n, case_id, ${sequence}, hash, is_last from linked)
      insert into ledger_rows (district, subject_kind, subject_id, sequence, act_id, act, at, body, hash)
      select ${district}, 'case', case_id, ${sequence}, act_id, act, at, body, hash from linked
    `.execute(tx);
  await sql`
    insert into ledger_heads (district, subject_kind, subject_id, sequence, hash)
    select ${district}, 'case', case_id, sequence, hash from links where is_last
  `.execute(tx);
}
