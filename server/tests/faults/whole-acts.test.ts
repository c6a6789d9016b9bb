import { expect, test } from 'vitest';
import type { ItemImport } from '../../../contract/imports.ts';
import { bringTo } from '../authorisation/cases.ts';
import { openTown } from '../support/town.ts';
import { halfActs } from './whole-acts.ts';

const town = await openTown({ on: '2026-03-02T09:00' });
const resident = await town.resident();
const received = await bringTo(town, resident, 'received');
const accepted = await bringTo(town, resident, 'accepted');
const sheet = Buffer.from('事项名称\n样例事项一\n样例事项二\n');
const { importId } = (await town.itemManager.raw('POST', '/api/item-imports?name=a.csv', sheet)).body as ItemImport;
await town.itemManager.call('POST /item-imports/:importId/confirm', { importId });

/** One damage for each kind of half act; `$1` is an accepted case, `$2` a received one. */
const damages: Record<keyof typeof halfActs, string> = {
  'a received case without its one beginning in the ledger': `
    delete from ledger_rows where subject_id = $2 and sequence = 1 and $1::uuid is not null`,
  'an acceptance in the case and not once in the ledger, or the other way round': `
    delete from ledger_rows where subject_id = $1 and act = 'case.accepted' and $2::uuid is not null`,
  'a received case without exactly one receipt of each round': `
    with served as (delete from document_services)
    delete from documents where kind = 'intakeReceipt' and subject_id in ($1, $2)`,
  'an accepted case without exactly one numbered notice, or a notice without acceptance': `
    update documents set subject_id = $2 where subject_id = $1 and kind = 'acceptanceNotice'`,
  'a case whose clocks say something else than its state': `
    update clocks set state = 'stopped' where subject_id = $1 and $2::uuid is not null`,
  'a clock without its first fact': `
    delete from clock_facts f using clocks k where k.id = f.clock_id and k.subject_id in ($1, $2)`,
  'an accepted case without tasks, or tasks before acceptance': `
    update case_tasks set case_id = $2 where case_id = $1`,
  'open work that says something else than its case': `
    update open_work set to_sign = not to_sign where case_id = $1 and $2::uuid is not null`,
  'a received case without applicant or receipt of its round': `
    delete from case_receipts where case_id = $2 and $1::uuid is not null`,
  'a document that no ledger row tells of, or that is told of and is not there': `
    update ledger_rows set body = replace(body, '"documents":[', '"documents":["00000000-0000-7000-8000-000000000000",')
    where subject_id in ($1, $2) and body not like '%"documents":[]%'`,
  'a document neither rendered nor about to be': `
    delete from jobs where kind = 'documents.render' and $1::uuid <> $2::uuid`,
  'a gap in the numbers of an organ': `
    update document_counters set last_number = last_number + 1 where $1::uuid <> $2::uuid`,
  'an import whose state, drafts and ledger say different numbers': `
    update item_imports set state = 'PREVIEWED' where $1::uuid <> $2::uuid`,
  'an imported draft that no import knows': `
    update item_import_rows set draft_id = null where row = 2 and $1::uuid <> $2::uuid`,
  'a request that is remembered without its act': `
    update requests set reference = null where $1::uuid <> $2::uuid`,
};

test('After acts over HTTP there is no half act', async () => {
  for (const [what, query] of Object.entries(halfActs))
    expect((await town.db.pool.query(query)).rows, what).toEqual([]);
});

test.each(Object.keys(halfActs) as (keyof typeof halfActs)[])('It is found: %s', async (what) => {
  const client = await town.db.pool.connect();
  try {
    await client.query('begin');
    await client.query(damages[what], [accepted, received]);
    expect((await client.query(halfActs[what])).rows.length).toBeGreaterThan(0);
  } finally {
    await client.query('rollback');
    client.release();
  }
});
