import { maskName } from '../contract/identifiers.ts';
import { sampleName, sampleNumber } from '../server/demo/residents.ts';
import { nameIndex, numberIndex } from '../server/modules/people/index.ts';
import { sql, type Tx } from '../server/platform/database/index.ts';
import { open, seal, vault } from '../server/platform/vault/index.ts';
import { type Sample, samplePerson } from './generate-samples.ts';

/** How many cases one person files, all of one item and under one data key. */
export const casesAPerson = 5;

/** Identity numbers of generated persons begin here, with those who were born in 1901. */
const firstSequence = 365_000;

/** From where to where the persons of an item are counted. */
export type PersonsOf = ReadonlyMap<string, { readonly first: number; readonly count: number }>;

/** Persons for so many cases, shared out among the items by their weights. */
export function sharePersons(samples: readonly Sample[], cases: number): PersonsOf {
  const weights = new Map<string, number>();
  for (const { item, weight } of samples) weights.set(item, (weights.get(item) ?? 0) + weight);
  const sum = [...weights.values()].reduce((total, weight) => total + weight, 0);
  let next = 1;
  return new Map(
    [...weights].map(([item, weight]) => {
      const first = next;
      const count = Math.max(1, Math.round((cases * weight) / sum / casesAPerson));
      next += count;
      return [item, { first, count }];
    }),
  );
}

const page = 10_000;

/**
 * Makes the persons, each with a data key of his own under the master key: his name and number, found again by their blind
 * indexes, the answers of the item that he files, everybody else who takes part, sealed as the product seals them.
 */
export async function makePersons(
  tx: Tx,
  { samples, personsOf }: { samples: readonly Sample[]; personsOf: PersonsOf },
  { district, say }: { district: string; say: (line: string) => void },
): Promise<void> {
  await sql`
    create temporary table persons (no int primary key, data_key_id uuid, sealed_answers bytea, masked text,
      name_index bytea, number_index bytea, snapshots bytea[]) on commit drop
  `.execute(tx);
  const total = [...personsOf.values()].reduce((sum, { count }) => sum + count, 0);
  let made = 0;
  for (const [item, { first, count }] of personsOf) {
    const sample = samples.find((each) => each.item === item);
    if (sample === undefined) continue;
    const sampleKey = vault().unwrap(sample.wrappedKey);
    const answers = open(sampleKey, sample.sealedAnswers);
    const parties = sample.rows.case_parties
      .toSorted((a, b) => Number(a['position']) - Number(b['position']))
      .map((row) =>
        JSON.parse(open(sampleKey, Buffer.from(String(row['sealed_snapshot']).slice(2), 'hex')).toString('utf8')),
      );
    for (let from = first; from < first + count; from += page) {
      const numbers = Array.from({ length: Math.min(page, first + count - from) }, (_, at) => from + at);
      const persons = numbers.map((no) => {
        const { key, wrapped } = vault().newKey();
        const [name, number] = [sampleName(no), sampleNumber(firstSequence + no)];
        const snapshots = parties.map((party) =>
          seal(key, JSON.stringify(party.number === samplePerson.residentNumber ? { ...party, name, number } : party)),
        );
        return { no, key, wrapped, name, number, snapshots, answers: seal(key, answers) };
      });
      await Promise.all([
        sql`
          insert into data_keys (district, id, wrapped) select ${district}, k.*
          from unnest(${persons.map(({ key }) => key.id)}::uuid[], ${persons.map(({ wrapped }) => wrapped)}::bytea[]) k
        `.execute(tx),
        sql`
          insert into persons select k.no, k.id, k.answers, k.masked, k.name_index, k.number_index, array(select decode(s, 'hex') from jsonb_array_elements_text(k.snapshots) s)
          from unnest(${numbers}::int[], ${persons.map(({ key }) => key.id)}::uuid[], ${persons.map((each) => each.answers)}::bytea[],
            ${persons.map(({ name }) => maskName(name))}::text[], ${persons.map(({ name }) => nameIndex(name))}::bytea[],
            ${persons.map(({ number }) => numberIndex(number))}::bytea[],
            ${persons.map(({ snapshots }) => JSON.stringify(snapshots.map((each) => each.toString('hex'))))}::jsonb[])
            as k (no, id, answers, masked, name_index, number_index, snapshots)
        `.execute(tx),
      ]);
      made += persons.length;
    }
  }
  say(`${made.toLocaleString('en')} of ${total.toLocaleString('en')} persons, sealed.`);
  await sql`analyze persons`.execute(tx);
}
