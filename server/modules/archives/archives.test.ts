import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { archiveParts } from '../../../contract/words.ts';
import { transact } from '../../platform/database/index.ts';
import { keepBytes } from '../../platform/files/index.ts';
import { filesFolder } from '../../platform/installation.ts';
import { append } from '../../platform/ledger/index.ts';
import { verifyLedger } from '../../platform/ledger/verify.ts';
import { seal } from '../../platform/vault/index.ts';
import { bringToDecision, submitLicence, takeInLicence } from '../../tests/support/filing.ts';
import { openTown, png } from '../../tests/support/town.ts';
import { everywhere, getCase } from '../cases/index.ts';
import { getArchive } from './archive.store.ts';
import { buildArchive } from './build-archive.ts';
import { sha256 } from './extract.rules.ts';
import { gatherContents } from './gather-contents.ts';
import type { Manifest } from './manifest.rules.ts';
import { packContents } from './pack-contents.ts';
import { planArchives } from './plan-archives.ts';
import { prepareArchive } from './prepare-archive.ts';
import { sweepPackages } from './sweep-packages.ts';

const town = await openTown({ on: '2026-03-02T09:00' });
const resident = await town.resident({ identity: 'verified' });

/** A licence that was applied for online, granted and taken, all on 2 March: Monday. */
async function completed(): Promise<string> {
  const { caseId } = await submitLicence(town, resident, { deliveryWish: 'ELECTRONIC' });
  await bringToDecision(town, caseId);
  await town.decider.call('POST /cases/:caseId/decide', { caseId, outcome: 'GRANTED' });
  await resident.call('POST /my/cases/:caseId/receive-result', { caseId });
  await town.settle();
  return caseId;
}

async function archiveOf(caseId: string) {
  const { archives } = await town.archivist.call('GET /archives', { limit: 100 });
  const found = archives.find((archive) => archive.caseId === caseId);
  if (found === undefined) throw new Error('No archive yet.');
  return town.archivist.call('GET /archives/:archiveId', { archiveId: found.archiveId });
}

const faultsOf = (view: Awaited<ReturnType<typeof archiveOf>>) =>
  view.report.flatMap(({ point, faults }) => faults.map(({ code, what }) => [point, code, what]));

async function packageOf(archiveId: string): Promise<{ manifest: Manifest; files: Record<string, Uint8Array> }> {
  const { status, bytes } = await town.archivist.raw('GET', `/api/archives/${archiveId}/package`);
  expect(status).toBe(200);
  const files = unzipSync(bytes);
  return { manifest: JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString('utf8')) as Manifest, files };
}

/** Where the sealed package of a case lies. */
async function pathOfPackage(caseId: string): Promise<string> {
  const { rows } = await town.db.pool.query<{ address: string }>('select address from archives where case_id = $1', [
    caseId,
  ]);
  return pathAt(rows[0]?.address ?? '');
}
const pathAt = (address: string) => join(filesFolder(), address.slice(0, 2), address.slice(2));

/** Plans and builds what is due, as the night does. */
async function night(): Promise<void> {
  const call = town.systemCall();
  await transact(town.db, (tx) => planArchives(tx, {}, call));
  await town.settle();
}

const build = (archiveId: string) => town.archivist.call('POST /archives/:archiveId/build', { archiveId });
const check = (archiveId: string) => town.archivist.call('POST /archives/:archiveId/check', { archiveId });

let done: string;
let withdrawn: string;
let refused: string;
let lost: string;
let unserved: string;

beforeAll(async () => {
  done = await completed();
  withdrawn = (await submitLicence(town, resident)).caseId;
  await resident.call('POST /my/cases/:caseId/withdraw', { caseId: withdrawn });
  refused = (await submitLicence(town, resident)).caseId;
  await town.clerk.call('POST /cases/:caseId/refuse', {
    caseId: refused,
    ground: 'outsideAuthority',
    reason: '不属于本机关职权。',
    competentOrgan: '样例市卫生健康委员会',
  });
  lost = await completed();
  // Refused at the window: the decision waits there for its addressee.
  unserved = (await takeInLicence(town, town.clerk, { residentNumber: '431302190001010025' })).caseId;
  await town.clerk.call('POST /cases/:caseId/refuse', {
    caseId: unserved,
    ground: 'notRequired',
    reason: '无需许可。',
  });
  await town.settle();
}, 60_000);

test('OGS 12, 实施条例 39: ten working days after its end a case is packed, and ARCHIVED from then on', async () => {
  const { rows } = await town.db.pool.query<{ address: string }>(
    "select pdf_address as address from documents where subject_id = $1 and kind = 'grantDecision'",
    [lost],
  );
  const decision = pathAt(rows[0]?.address ?? '');
  renameSync(decision, `${decision}.lost`);
  await town.at('2026-03-16T00:30');
  expect((await town.archivist.call('GET /archives', {})).archives).toEqual([]);
  await town.at('2026-03-16T02:00');
  const archive = await archiveOf(done);
  expect(faultsOf(archive)).toEqual([]);
  expect(archive).toMatchObject({ state: 'ARCHIVED', ending: 'COMPLETED', endedDay: '2026-03-02' });
  expect(archive.retention).toMatchObject({ class: 'THIRTY_YEARS', disposalDay: '2057-01-01' });
  expect((await resident.call('GET /my/cases/:caseId', { caseId: done })).state).toBe('ARCHIVED');
  expect([...new Set(archive.entries.map(({ part }) => part))]).toEqual([...archiveParts]);
});

test('档案法 37–39: only what was completed moves on; every other ending keeps its state and is archived too', async () => {
  for (const [caseId, state, kept] of [
    [withdrawn, 'WITHDRAWN', 'TEN_YEARS'],
    [refused, 'ACCEPTANCE_REFUSED', 'TEN_YEARS'],
  ] as const) {
    const archive = await archiveOf(caseId);
    expect([faultsOf(archive), archive.state, archive.ending, archive.retention.class]).toEqual([
      [],
      'ARCHIVED',
      state,
      kept,
    ]);
    expect((await resident.call('GET /my/cases/:caseId', { caseId })).state).toBe(state);
  }
});

test('DA/T 85: the package lists every file with title, type, size, hash and who made it, and holds exactly those', async () => {
  const archive = await archiveOf(done);
  const { manifest, files } = await packageOf(archive.archiveId);
  expect(Object.keys(files)).toEqual(expect.arrayContaining(manifest.entries.map(({ path }) => path)));
  expect(Object.keys(files)).toHaveLength(manifest.entries.length + 1);
  for (const entry of manifest.entries) {
    const bytes = Buffer.from(files[entry.path] ?? []);
    expect([entry.path, bytes.length, sha256(bytes)]).toEqual([entry.path, entry.bytes, entry.sha256]);
  }
  expect(manifest.documents.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining([
      'applicationForm',
      'intakeReceipt',
      'acceptanceNotice',
      'grantDecision',
      'certificate',
      'deliveryReceipt',
      'reviewSheet',
      'archiveList',
      'archiveCheckReport',
    ]),
  );
  const notice = manifest.entries.find(({ title }) => title === '受理通知书');
  expect(notice).toMatchObject({ madeBy: { kind: 'staff', id: town.clerk.staffId }, system: 'doorstep' });
  expect(manifest.case.applicant).not.toContain('张某某');
  expect(JSON.stringify(manifest.ledger)).toContain(manifest.ledger.hash);
});

test('The same contents give the same bytes', () => {
  const files = new Map([
    ['manifest.json', Buffer.from('{}')],
    ['01-form/001-answers.json', Buffer.from('[1]')],
  ]);
  expect(packContents(files).equals(packContents(new Map(files)))).toBe(true);
});

test('In the store the package is sealed: nothing of it can be read there', async () => {
  const sealed = readFileSync(await pathOfPackage(done));
  for (const word of ['PK\u0003\u0004', 'manifest.json', '%PDF', '申请书'])
    expect(sealed.includes(Buffer.from(word))).toBe(false);
});

test('After a case was archived every act on it is refused by its state', async () => {
  for (const act of [
    () => town.clerk.call('POST /cases/:caseId/deliver', { caseId: done, method: 'DIRECT', receiver: 'applicant' }),
    () => town.clerk.call('POST /cases/:caseId/accept', { caseId: done }),
    () => town.decider.call('POST /cases/:caseId/decide', { caseId: done, outcome: 'DENIED', reason: '改主意了' }),
    () => resident.call('POST /my/cases/:caseId/withdraw', { caseId: done }),
    () => resident.call('POST /my/cases/:caseId/receive-result', { caseId: done }),
  ])
    await expect(act()).rejects.toMatchObject({ status: 409, facts: { state: 'ARCHIVED' } });
  for (const caller of [town.clerk, town.reviewer, town.decider, town.organHead, town.archivist])
    expect((await caller.call('GET /cases/:caseId', { caseId: done })).actions).toEqual([]);
  expect((await resident.call('GET /my/cases/:caseId', { caseId: done })).actions).toEqual([]);
});

test('实施条例 41, integrity: a lost decision keeps the package back and is named; put back, it is archived', async () => {
  const archive = await archiveOf(lost);
  expect(archive.state).toBe('FAILED_CHECK');
  expect(faultsOf(archive)).toEqual(
    expect.arrayContaining([
      ['documentsPresent', 'document_missing', '准予行政许可决定书'],
      ['materialsPresent', 'file_missing', '准予行政许可决定书'],
    ]),
  );
  expect((await town.clerk.call('GET /cases/:caseId', { caseId: lost })).state).toBe('COMPLETED');
  await expect(town.archivist.raw('GET', `/api/archives/${archive.archiveId}/package`)).resolves.toMatchObject({
    status: 409,
  });
  const { rows } = await town.db.pool.query<{ address: string }>(
    "select pdf_address as address from documents where subject_id = $1 and kind = 'grantDecision'",
    [lost],
  );
  const decision = pathAt(rows[0]?.address ?? '');
  renameSync(`${decision}.lost`, decision);
  await night();
  expect((await archiveOf(lost)).state).toBe('ARCHIVED');
});

test('实施条例 41, integrity: a refusal that nobody was given is named; handed over, the archivist archives it himself', async () => {
  const archive = await archiveOf(unserved);
  expect(archive.state).toBe('FAILED_CHECK');
  expect(faultsOf(archive)).toEqual([['documentsServed', 'not_served', '不受理告知书']]);
  expect((await build(archive.archiveId)).state).toBe('FAILED_CHECK');
  const { documents } = await town.clerk.call('GET /cases/:caseId', { caseId: unserved });
  const notice = documents.find(({ kind }) => kind === 'acceptanceRefusal');
  await town.clerk.call('POST /cases/:caseId/hand-over', { caseId: unserved, documentId: notice?.documentId ?? '' });
  expect((await build(archive.archiveId)).state).toBe('ARCHIVED');
  await expect(build(archive.archiveId)).rejects.toMatchObject({ code: 'archive_moved_on' });
});

test('The nightly job does nothing twice', async () => {
  const before = await archiveOf(done);
  await night();
  await night();
  expect(await archiveOf(done)).toEqual(before);
  const { rows } = await town.db.pool.query(
    "select count(*)::int as times from ledger_rows where subject_id = $1 and act = 'case.archived'",
    [done],
  );
  expect(rows).toEqual([{ times: 1 }]);
});

test('A crash after the file was written and before the commit leaves no half archive', async () => {
  const caseId = await completed();
  await town.db.pool.query("update cases set completed_at = '2026-03-01T04:00:00Z' where id = $1", [caseId]);
  const call = town.systemCall();
  await transact(town.db, (tx) => planArchives(tx, {}, call));
  const { rows } = await town.db.pool.query<{ id: string }>('select id from archives where case_id = $1', [caseId]);
  const archiveId = rows[0]?.id ?? '';
  const documents = async () =>
    (await town.db.pool.query('select count(*)::int as n from documents where subject_id = $1', [caseId])).rows[0].n;
  const before = await documents();
  const prepared = await prepareArchive(town.db, { archiveId }, call);
  const path = pathAt(prepared?.package?.address ?? '');
  expect(existsSync(path)).toBe(true);
  await expect(
    transact(town.db, async (tx) => {
      await buildArchive(tx, { archiveId }, call, prepared);
      throw new Error('The power went.');
    }),
  ).rejects.toThrow('The power went.');
  expect((await archiveOf(caseId)).state).toBe('COLLECTED');
  expect(await documents()).toBe(before);
  await transact(town.db, (tx) => sweepPackages(tx, {}, call));
  // Somebody may still be at it: only what is a day old is let go.
  expect(existsSync(path)).toBe(true);
  await transact(town.db, (tx) => sweepPackages(tx, {}, { ...call, now: call.now.add({ hours: 25 }) }));
  expect(existsSync(path)).toBe(false);
  await night();
  const archive = await archiveOf(caseId);
  expect([archive.state, faultsOf(archive)]).toEqual(['ARCHIVED', []]);
});

test('An act that came while an archive was prepared is not lost: the package is made once more', async () => {
  const caseId = await completed();
  await town.db.pool.query("update cases set completed_at = '2026-03-01T04:00:00Z' where id = $1", [caseId]);
  const call = town.systemCall();
  await transact(town.db, (tx) => planArchives(tx, {}, call));
  const { rows } = await town.db.pool.query<{ id: string }>('select id from archives where case_id = $1', [caseId]);
  const archiveId = rows[0]?.id ?? '';
  const prepared = await prepareArchive(town.db, { archiveId }, call);
  await transact(town.db, async (tx) => {
    append(tx, call, { subject: { kind: 'case', id: caseId }, act: 'case.dueDayMoved', facts: {} });
  });
  await transact(town.db, (tx) => buildArchive(tx, { archiveId }, call, prepared));
  expect((await archiveOf(caseId)).state).toBe('COLLECTED');
  await town.settle();
  const archive = await archiveOf(caseId);
  expect([archive.state, faultsOf(archive)]).toEqual(['ARCHIVED', []]);
  const { manifest } = await packageOf(archiveId);
  expect(manifest.ledger.sequence).toBe((prepared?.ledgerSequence ?? 0) + 1);
});

test('A job that failed for good one night is planned again the next', async () => {
  const caseId = await completed();
  await town.db.pool.query("update cases set completed_at = '2026-03-01T04:00:00Z' where id = $1", [caseId]);
  const call = town.systemCall();
  await transact(town.db, (tx) => planArchives(tx, {}, call));
  await town.db.pool.query("update jobs set state = 'dead' where kind = 'archives.build'");
  const tomorrow = { ...call, today: call.today.add({ days: 1 }) };
  await transact(town.db, (tx) => planArchives(tx, {}, tomorrow));
  await town.settle();
  expect((await archiveOf(caseId)).state).toBe('ARCHIVED');
});

test('The statements of one archive do not grow with its materials', async () => {
  const { rows } = await town.db.pool.query<{ id: string; caseId: string }>(
    'select id, case_id as "caseId" from archives where case_id = $1',
    [done],
  );
  const archive = await getArchive(town.db, town.district, rows[0]?.id ?? '');
  const theCase = await getCase(town.db, town.district, done, everywhere);
  const count = async () => {
    let statements = 0;
    await town.db.onOneConnection(async (read) => {
      const executor = read.getExecutor();
      const counting = new Proxy(executor, {
        get(target, name) {
          if (name === 'executeQuery') statements += 1;
          const value = Reflect.get(target, name) as unknown;
          return typeof value === 'function' ? value.bind(target) : value;
        },
      });
      await gatherContents({ getExecutor: () => counting }, { archive, theCase }, town.systemCall());
    });
    return statements;
  };
  const few = await count();
  const files = await Promise.all(Array.from({ length: 12 }, (_, at) => resident.upload(`more-${at}.png`)));
  await town.db.pool.query(
    `insert into case_material_files (district, case_id, requirement_key, file_id, round, position)
     select $1, $2, 'idCard', file, 1, 50 from unnest($3::uuid[]) as file`,
    [town.district, done, files],
  );
  expect(await count()).toBe(few);
  expect(few).toBeLessThan(20);
  await town.db.pool.query('delete from case_material_files where case_id = $1 and position = 50', [done]);
});

test('A package that is whole stays ARCHIVED when it is checked again, seals of later days notwithstanding', async () => {
  await town.at('2026-03-18T09:00');
  const archive = await check((await archiveOf(done)).archiveId);
  expect([archive.state, faultsOf(archive)]).toEqual(['ARCHIVED', []]);
});

/** What somebody with access to disk and tables might do, and what the check says of it. */
const tampering: readonly {
  what: string;
  plant: (caseId: string) => Promise<() => Promise<unknown>>;
  found: readonly (readonly [string, string, string])[];
}[] = [
  {
    what: 'one byte of the stored package',
    plant: async (caseId) => {
      const path = await pathOfPackage(caseId);
      const bytes = readFileSync(path);
      writeFileSync(path, bytes.with(5000, (bytes[5000] ?? 0) ^ 1));
      return async () => writeFileSync(path, bytes);
    },
    found: [['packageUnchanged', 'package_missing', '']],
  },
  {
    what: 'the stored package removed',
    plant: async (caseId) => {
      const path = await pathOfPackage(caseId);
      renameSync(path, `${path}.gone`);
      return async () => renameSync(`${path}.gone`, path);
    },
    found: [['packageUnchanged', 'package_missing', '']],
  },
  {
    what: 'a row of the case’s ledger removed',
    plant: async (caseId) => {
      const { rows } = await town.db.pool.query(
        'delete from ledger_rows where subject_id = $1 and sequence = 3 returning *',
        [caseId],
      );
      return () => putBack('ledger_rows', rows[0] as Record<string, unknown>);
    },
    found: [
      ['ledgerWhole', 'row_missing', '3'],
      ['ledgerWhole', 'row_missing', '3'],
    ],
  },
  {
    what: 'the digest in the table of archives',
    plant: (caseId) => changed('archives', 'digest', "sha256('x')", caseId, 'case_id'),
    found: [['packageUnchanged', 'digest_changed', '']],
  },
  {
    what: 'a forged package under its own address and digest',
    plant: async (caseId) => {
      const { key } = await getCase(town.db, town.district, caseId, everywhere);
      const archive = await archiveOf(caseId);
      const { files } = await packageOf(archive.archiveId);
      const forged = new Map(Object.entries(files).map(([path, bytes]) => [path, Buffer.from(bytes)]));
      forged.set('02-materials/001-idCard.png', png);
      const bytes = packContents(forged);
      const address = await keepBytes(filesFolder(), seal(key, bytes));
      const { rows } = await town.db.pool.query('select address, digest from archives where case_id = $1', [caseId]);
      await town.db.pool.query('update archives set address = $2, digest = $3 where case_id = $1', [
        caseId,
        address,
        Buffer.from(sha256(bytes), 'hex'),
      ]);
      return async () => {
        rmSync(pathAt(address));
        await town.db.pool.query('update archives set address = $2, digest = $3 where case_id = $1', [
          caseId,
          rows[0].address,
          rows[0].digest,
        ]);
      };
    },
    found: [['packageUnchanged', 'digest_changed', '']],
  },
  {
    what: 'the frozen data of the decision',
    plant: async (caseId) =>
      changed('documents', 'sealed_data', "sealed_data || 'x'", caseId, "kind = 'grantDecision' and subject_id"),
    found: [['documentsUnchanged', 'data_changed', '准予行政许可决定书']],
  },
  {
    what: 'the signature of the day’s seal',
    plant: async () => {
      const { rows } = await town.db.pool.query('select number, root from ledger_seals');
      await town.db.pool.query("update ledger_seals set root = sha256('x')");
      return async () => {
        for (const { number, root } of rows)
          await town.db.pool.query('update ledger_seals set root = $2 where number = $1', [number, root]);
      };
    },
    found: [['sealValid', 'seal_wrong', '']],
  },
];

async function putBack(table: string, row: Record<string, unknown>): Promise<void> {
  const names = Object.keys(row);
  await town.db.pool.query(
    `insert into ${table} (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
    Object.values(row),
  );
}

async function changed(
  table: string,
  column: string,
  to: string,
  id: string,
  where: string,
): Promise<() => Promise<unknown>> {
  const { rows } = await town.db.pool.query(`select id, ${column} as was from ${table} where ${where} = $1`, [id]);
  await town.db.pool.query(`update ${table} set ${column} = ${to} where id = $1`, [rows[0].id]);
  return () => town.db.pool.query(`update ${table} set ${column} = $2 where id = $1`, [rows[0].id, rows[0].was]);
}

test.for(tampering)('Found and named when a package is checked again: $what', async ({ plant, found }) => {
  const { archiveId } = await archiveOf(lost);
  const mend = await plant(lost);
  const archive = await check(archiveId);
  await mend();
  expect(archive.state).toBe('DAMAGED');
  expect(faultsOf(archive)).toEqual(expect.arrayContaining(found.map((each) => [...each])));
  const again = await check(archiveId);
  expect([again.state, faultsOf(again)]).toEqual(['ARCHIVED', []]);
});

test('A file of a package opens by itself, and every reading is recorded', async () => {
  const { archiveId, entries } = await archiveOf(done);
  const position = entries.findIndex(({ title }) => title === '受理通知书') + 1;
  const answer = await town.archivist.raw('GET', `/api/archives/${archiveId}/entries/${position}`);
  expect(answer.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect((await town.archivist.raw('GET', `/api/archives/${archiveId}/entries/999`)).status).toBe(404);
  const { rows } = await town.db.pool.query<{ code: string }>('select code from access_log where subject_id = $1', [
    archiveId,
  ]);
  expect(rows.map(({ code }) => code)).toEqual(expect.arrayContaining(['archive.entryRead', 'archive.downloaded']));
});

test('附注: a note stands beside the package, in any script, and changes nothing of it', async () => {
  const { archiveId, package: before } = await archiveOf(done);
  const text = '更正：经营场所应为“演示路8号”。👵🏽 بطاقة 𠮷野家';
  const archive = await town.archivist.call('POST /archives/:archiveId/note', { archiveId, text });
  expect(archive.notes).toMatchObject([{ text, by: '样例·archivist' }]);
  expect(archive.package).toEqual(before);
  await expect(
    town.archivist.call('POST /archives/:archiveId/note', { archiveId, text: ' \n ' }),
  ).rejects.toMatchObject({ code: 'invalid_input', fields: [{ field: 'text', code: 'required' }] });
  expect((await check(archiveId)).state).toBe('ARCHIVED');
});

test('Archives are found by state, year and the beginning of a case number, page by page', async () => {
  const all = await town.archivist.call('GET /archives', { limit: 100 });
  expect(all.years).toEqual([2026]);
  expect(all.counts).toEqual({ COLLECTED: 0, FAILED_CHECK: 0, DAMAGED: 0 });
  const first = await town.archivist.call('GET /archives', { limit: 2 });
  const second = await town.archivist.call('GET /archives', { limit: 2, after: first.next ?? '' });
  expect([...first.archives, ...second.archives]).toEqual(all.archives.slice(0, 4));
  const { caseNo } = all.archives[0] ?? { caseNo: '' };
  expect((await town.archivist.call('GET /archives', { q: ` ${caseNo.toLowerCase()} ` })).archives).toHaveLength(1);
  expect((await town.archivist.call('GET /archives', { q: caseNo.slice(0, 8) })).archives).toHaveLength(
    all.archives.length,
  );
  expect((await town.archivist.call('GET /archives', { year: 2025 })).archives).toEqual([]);
  expect((await town.archivist.call('GET /archives', { state: 'DAMAGED' })).archives).toEqual([]);
});

test('The ledger verifies after all of it', async () => {
  expect(await verifyLedger(town.db, town.district)).toMatchObject({ whole: true });
});
