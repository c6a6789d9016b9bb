import { afterAll, expect, test } from 'vitest';
import {
  assurances,
  caseStates,
  caseTypes,
  channels,
  defectKinds,
  deliveryMethods,
  deliveryWishes,
  documentKinds,
  draftOrigins,
  draftStates,
  levels,
  procedureProfiles,
  roles,
  serviceReceivers,
} from '../../../contract/words.ts';
import { createTestDatabase } from '../support/database.ts';
import { type Convention, conventions } from './conventions.ts';

const db = await createTestDatabase();
const keys = Object.keys(conventions) as Convention[];

async function brokenPlaces(convention: Convention, schema: string): Promise<string[]> {
  const { rows } = await db.pool.query<{ place: string }>(conventions[convention], [schema]);
  return rows.map(({ place }) => place);
}

test.each(keys)('In the migrated schema %s', async (convention) => {
  expect(await brokenPlaces(convention, 'public')).toEqual([]);
});

/** Where the database and the contract close the same list of words. */
const sameWords: Record<string, readonly string[]> = {
  'regions.level': levels,
  'organisations.level': levels,
  'service_centers.level': levels,
  'posts.role': roles,
  'residents.assurance': assurances,
  'documents.kind': documentKinds,
  'document_services.method': deliveryMethods,
  'document_services.receiver': serviceReceivers,
  'document_templates.kind': documentKinds,
  'item_versions.procedure_profile': procedureProfiles,
  'item_versions.case_type': caseTypes,
  'item_versions.level': levels,
  'item_drafts.state': draftStates,
  'item_drafts.origin': draftOrigins,
  'item_drafts.procedure_profile': procedureProfiles,
  'item_drafts.case_type': caseTypes,
  'item_drafts.level': levels,
  'cases.procedure_profile': procedureProfiles,
  'cases.case_type': caseTypes,
  'cases.state': caseStates,
  'cases.channel': channels,
  'case_counts.channel': channels,
  'closed_counts.channel': channels,
  'cases.delivery_wish': deliveryWishes,
  'case_parties.assurance': assurances,
  'case_defects.kind': defectKinds,
};

test.each(Object.entries(sameWords))(
  'The check of %s knows the words of the contract and no others',
  async (place, words) => {
    const [table, column] = place.split('.');
    const { rows } = await db.pool.query<{ definition: string }>(
      `select pg_get_constraintdef(k.oid) as definition from pg_constraint k
     join pg_attribute a on a.attrelid = k.conrelid and k.conkey = array[a.attnum]
     where k.contype = 'c' and k.conrelid = $1::regclass and a.attname = $2`,
      [table, column],
    );
    expect([...(rows[0]?.definition.matchAll(/'([^']*)'/g) ?? [])].map((match) => match[1])).toEqual([...words]);
  },
);

/** A small schema in order; each plant is put on it and breaks one convention alone. */
const clean = `
  create table offices (district text not null, id uuid not null, primary key (district, id));
  create table clerks (
    district text not null, id uuid not null, office_id uuid not null, state text not null check (state in ('here', 'away')),
    wage_fen bigint not null default 0, born_day date not null, hired_at timestamptz not null,
    primary key (district, id), foreign key (district, office_id) references offices (district, id)
  );
  create index clerks_office on clerks (district, office_id);`;

const plants: Record<Convention, readonly string[]> = {
  'every table says first whose it is: district text not null': [
    `alter table clerks add extra text; create table notes (id uuid not null, district text not null, primary key (district, id))`,
    `create table notes (district integer not null, id uuid not null, primary key (district, id))`,
  ],
  'every table has a primary key, and it starts with the district': [
    `create table notes (district text not null, id uuid not null)`,
    `create table notes (district text not null, id uuid not null, primary key (id))`,
    `create table notes (district text not null, id uuid not null, primary key (id, district))`,
  ],
  'every unique index starts with the district': [
    `create unique index clerks_born on clerks (born_day)`,
    `create unique index clerks_lower on clerks (lower(state))`,
    `alter table clerks add unique (office_id, district)`,
  ],
  'every foreign key joins district to district first': [
    `alter table offices add constraint offices_other unique (district, id); alter table clerks add foreign key (office_id, district) references offices (id, district)
       ; create index clerks_other on clerks (office_id, district)`,
  ],
  'every foreign key whose target may go has an index that finds its rows': [
    `drop index clerks_office`,
    `drop index clerks_office; create index clerks_office on clerks (district, state, office_id)`,
    `drop index clerks_office; create index clerks_office on clerks (district, office_id) where state = 'here'`,
  ],
  'no sequences, no identity and no generated columns: ids are made by the application': [
    `create sequence numbers`,
    `alter table clerks add number integer generated always as identity`,
    `alter table clerks add half integer generated always as (7) stored`,
  ],
  'no triggers': [
    `create trigger clerks_always before update on clerks for each row execute function suppress_redundant_updates_trigger()`,
  ],
  'no stored functions': [
    `create function seven() returns integer language sql as 'select 7'`,
    `create procedure nothing() language sql as 'select 7'`,
  ],
  'no exclusion constraints': [`alter table clerks add exclude using btree (district with =)`],
  'text with closed values has a check': [
    `alter table clerks add kind text`,
    `alter table clerks add channel text check (channel <> '')`,
  ],
  'only types that say what they mean: no zoneless or daily time, no floats, no fixed text, no unparsed json, no enums':
    [
      `alter table clerks add left_on timestamp`,
      `alter table clerks add lunch time`,
      `alter table clerks add share numeric`,
      `alter table clerks add share double precision`,
      `alter table clerks add code varchar(10)`,
      `alter table clerks add more json`,
      `create type size as enum ('small'); alter table clerks add size size`,
    ],
  'money is whole fen': [`alter table clerks add bonus_fen text`, `alter table clerks add fee integer`],
  'a day is a date and says so': [`alter table clerks add paid_on date`, `alter table clerks add rest_day integer`],
  'an instant is a timestamptz and says so': [
    `alter table clerks add seen timestamptz`,
    `alter table clerks add seen_at text`,
  ],
  'an id is a uuid': [`alter table clerks add badge_id text`],
  'defaults are constants: the clock and the ids are the application’s': [
    `alter table clerks alter hired_at set default now()`,
    `alter table clerks alter id set default gen_random_uuid()`,
    `alter table clerks alter born_day set default current_date`,
  ],
};

const client = await db.pool.connect();
afterAll(() => client.release());

/** The conventions that a scratch schema breaks; nothing of it stays. */
async function brokenBy(plant: string): Promise<Convention[]> {
  await client.query('begin');
  try {
    await client.query('create schema scratch; set local search_path to scratch');
    await client.query(clean);
    await client.query(plant);
    const broken: Convention[] = [];
    for (const convention of keys) {
      const { rows } = await client.query(conventions[convention], ['scratch']);
      if (rows.length > 0) broken.push(convention);
    }
    return broken;
  } finally {
    await client.query('rollback');
  }
}

test('A schema in order breaks no convention', async () => {
  expect(await brokenBy('select 1')).toEqual([]);
});

test.each(Object.entries(plants).flatMap(([convention, texts]) => texts.map((text) => [convention, text] as const)))(
  'A plant is refused: %s — %s',
  async (convention, text) => {
    expect(await brokenBy(text)).toEqual([convention]);
  },
);
