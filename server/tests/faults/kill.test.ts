import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { sampleNumber } from '../../demo/residents.ts';
import { connectEmbedded } from '../../platform/database/embedded/index.ts';
import { type Database, openDatabase } from '../../platform/database/index.ts';
import { embeddedDatabase } from '../../platform/installation.ts';
import { seniorAnswers } from '../support/applications.ts';
import {
  type Answer,
  end,
  findPostmaster,
  type ServerProcess,
  send,
  startServer,
  until,
  verifyHistory,
} from './server-process.ts';
import { halfActs } from './whole-acts.ts';

// One installation goes through all of this, as a district's own would.
const folder = await mkdtemp(join(tmpdir(), 'doorstep-kill-'));
let server = await startServer(folder);
afterAll(async () => {
  await end(server.child, 'SIGTERM');
  await rm(folder, { recursive: true, force: true, maxRetries: 10 });
}, 30_000);

/** A request that was sent, and what was heard of it. */
interface Sent {
  readonly path: string;
  readonly key: string;
  readonly body: unknown;
  readonly cookie: string;
  readonly answer: Answer | undefined;
}

/** Clerks of six townships, each at a browser of his own. */
async function signInClerks(at: ServerProcess): Promise<string[]> {
  const posts = (await send(at, '/dev/people'))?.body['posts'] as {
    appointmentId: string;
    role: string;
    level: string;
  }[];
  const clerks = posts.filter(({ role, level }) => role === 'windowClerk' && level === 'TOWNSHIP').slice(0, 6);
  return Promise.all(
    clerks.map(async ({ appointmentId }) => (await send(at, '/dev/become', { body: { appointmentId } }))?.cookie ?? ''),
  );
}

const offered = (await send(server, `/items?q=${encodeURIComponent('老年人优待证')}`))?.body['items'] as
  | { itemId: string; name: { zh: string } }[]
  | undefined;
const itemId = offered?.find(({ name }) => name.zh.includes('老年人优待证'))?.itemId ?? '';
const cookies = await signInClerks(server);
/** The demo knows the people of smaller numbers by their own names. */
let people = 0;

function application() {
  people += 1;
  return {
    itemId,
    applicant: { name: '样例·李奶奶', residentNumber: sampleNumber(400 + (people % 590)) },
    answers: seniorAnswers,
    materials: ['idCard', 'photo'].map((key) => ({ key, received: true, originals: 1, copies: 0, fileIds: [] })),
    deliveryWish: 'WINDOW',
  };
}

/** Every clerk takes in and accepts, one person after another, until it is over; everything sent is written down. */
function work(at: ServerProcess): { sent: Sent[]; stop: () => Promise<void> } {
  const sent: Sent[] = [];
  let isOver = false;
  const note = async (cookie: string, path: string, body: unknown) => {
    const key = randomUUID();
    const answer = await send(at, path, { cookie, body, key });
    sent.push({ path, key, body, cookie, answer });
    return answer;
  };
  const atDesk = async (cookie: string) => {
    while (!isOver) {
      const taken = await note(cookie, '/cases/take-in', application());
      if (taken === undefined) return;
      if (taken.status !== 200) await pause(20);
      else await note(cookie, `/cases/${String(taken.body['caseId'])}/accept`, {});
    }
  };
  const desks = Promise.all(cookies.map(atDesk));
  return {
    sent,
    stop: async () => {
      isOver = true;
      await desks;
    },
  };
}

/** What a reply says of the act itself; the state may have moved on since. */
function lasting({ body }: Answer) {
  const { caseId, caseNo, queryCode, documentIds } = body;
  return { caseId, caseNo, queryCode, documentIds };
}

/** Everything is sent once more under its key: what was answered is answered alike, what was not is done now. */
async function sendAgain(at: ServerProcess, sent: readonly Sent[]): Promise<void> {
  const atDesk = async (desk: string) => {
    for (const { path, key, body, cookie, answer } of sent.filter((each) => each.cookie === desk)) {
      const again = await send(at, path, { cookie, body, key });
      expect(again?.status, `${path} again: ${JSON.stringify(again?.body)}`).toBe(200);
      if (again !== undefined && answer?.status === 200) expect(lasting(again)).toEqual(lasting(answer));
    }
  };
  await Promise.all(cookies.map(atDesk));
}

async function reach(): Promise<Database> {
  const connection = await until(20, 'the database answers', () => connectEmbedded(join(folder, 'postgres')));
  return openDatabase({ connection: connection(embeddedDatabase), poolSize: 2 });
}

async function findHalfActs(db: Database): Promise<string[]> {
  const found: string[] = [];
  for (const [what, query] of Object.entries(halfActs)) {
    const { rows } = await db.pool.query<{ id: string }>(query);
    found.push(...rows.map(({ id }) => `${what}: ${id}`));
  }
  return found;
}

/** The cases of acknowledged acts that are not there, or not where the act brought them. */
async function findLost(db: Database, sent: readonly Sent[]): Promise<string[]> {
  const acknowledged = sent.filter(({ answer }) => answer?.status === 200);
  const { rows } = await db.pool.query<{ id: string; case_no: string; is_accepted: boolean }>(
    'select id, case_no, accepted_day is not null as is_accepted from cases',
  );
  const kept = new Map(rows.map((row) => [row.id, row]));
  return acknowledged.flatMap(({ path, answer }) => {
    const theCase = kept.get(String(answer?.body['caseId']));
    const isThere = theCase?.case_no === answer?.body['caseNo'] && (path.endsWith('take-in') || theCase?.is_accepted);
    return isThere ? [] : [`${path} ${String(answer?.body['caseId'])}`];
  });
}

async function afterwards(sent: readonly Sent[]): Promise<void> {
  expect(sent.filter(({ answer }) => answer?.status === 200).length, 'acts were acknowledged').toBeGreaterThan(20);
  const db = await reach();
  try {
    expect(await findLost(db, sent)).toEqual([]);
    expect(await findHalfActs(db)).toEqual([]);
    await sendAgain(server, sent);
    expect(await findHalfActs(db)).toEqual([]);
    expect(await verifyHistory(folder)).toMatchObject({
      code: 0,
      says: expect.stringContaining('The ledger is whole'),
    });
  } finally {
    await db.close();
  }
}

test('kill −9 of the server under load: every acknowledged act is there, whole, and no half act', async () => {
  const { sent, stop } = work(server);
  await pause(3000);
  await end(server.child, 'SIGKILL');
  await stop();
  expect(
    sent.some(({ answer }) => answer === undefined),
    'requests were under way',
  ).toBe(true);
  server = await startServer(folder);
  await afterwards(sent);
}, 120_000);

test('kill −9 while sheets of items are confirmed: of each all drafts are there or none, and its state says which', async () => {
  const rows = 400;
  const posts = (await send(server, '/dev/people'))?.body['posts'] as { appointmentId: string; role: string }[];
  const { appointmentId } = posts.find(({ role }) => role === 'itemPublisher') ?? {};
  const cookie = (await send(server, '/dev/become', { body: { appointmentId } }))?.cookie ?? '';
  const importIds: string[] = [];
  for (const name of ['甲', '乙', '丙', '丁', '戊', '己']) {
    const body = Buffer.from(`事项名称\n${Array.from({ length: rows }, (_, at) => `样例${name}${at}`).join('\n')}\n`);
    const read = await send(server, `/item-imports?name=${encodeURIComponent(name)}.csv`, { cookie, body });
    expect(read?.body).toMatchObject({ state: 'PREVIEWED', ready: rows });
    importIds.push(String(read?.body['importId']));
  }
  const db = await reach();
  try {
    const drafts = async () => {
      const found = await db.pool.query<{ count: number }>(
        `select count(*)::int as count from item_drafts where origin = 'import' and name_zh like '样例%'`,
      );
      return found.rows[0]?.count ?? 0;
    };
    const confirm = (importId: string) =>
      send(server, `/item-imports/${importId}/confirm`, { cookie, body: {}, key: importId });
    const confirming = Promise.all(importIds.map(confirm));
    await until(20, 'drafts are written', async () => {
      const { rows: active } = await db.pool.query(
        `select 1 from pg_stat_activity where state <> 'idle' and query like '%insert into item_drafts%'
          and pid <> pg_backend_pid()`,
      );
      return active[0];
    });
    await end(server.child, 'SIGKILL');
    const heard = await confirming;
    expect(heard, 'confirmations were under way').toContain(undefined);
    server = await startServer(folder);
    const acknowledged = heard.filter((answer) => answer?.status === 200).length;
    expect(await drafts()).toBeGreaterThanOrEqual(acknowledged * rows);
    expect((await drafts()) % rows).toBe(0);
    expect(await findHalfActs(db)).toEqual([]);
    for (const importId of importIds)
      expect(await confirm(importId)).toMatchObject({ status: 200, body: { imported: rows } });
    expect(await drafts()).toBe(importIds.length * rows);
    expect(await findHalfActs(db)).toEqual([]);
  } finally {
    await db.close();
  }
}, 120_000);

test('kill −9 of the database under load: the server says busy until it is back, and nothing is lost', async () => {
  const { sent, stop } = work(server);
  await pause(1000);
  const postmaster = findPostmaster(folder);
  if (postmaster === undefined) throw new Error('There is no database to kill.');
  process.kill(postmaster, 'SIGKILL');
  const before = sent.length;
  await until(30, 'an act after the restart', async () =>
    sent.slice(before + 12).find(({ answer }) => answer?.status === 200),
  );
  await pause(500);
  await stop();
  expect(findPostmaster(folder)).not.toBe(postmaster);
  const wrong = sent.filter(
    ({ answer }) =>
      answer?.status !== 200 &&
      !(answer?.status === 503 && (answer.body['refusal'] as { code: string } | undefined)?.code === 'busy'),
  );
  expect(
    wrong.map(({ path, answer }) => `${path}: ${JSON.stringify(answer)}`),
    server.said(),
  ).toEqual([]);
  await afterwards(sent);
}, 120_000);

test('A byte changed in a history made over HTTP, and a tail cut off it, are named by the command', async () => {
  const db = await reach();
  try {
    const { rows } = await db.pool.query<{ subject_id: string }>(
      `select subject_id from ledger_rows where act = 'case.accepted' order by at desc limit 1`,
    );
    const caseId = rows[0]?.subject_id;
    const change = (from: string, to: string) =>
      db.pool.query(`update ledger_rows set body = replace(body, $2, $3) where subject_id = $1 and sequence = 2`, [
        caseId,
        from,
        to,
      ]);
    await change('case.accepted', 'case.acceptex');
    expect(await verifyHistory(folder)).toMatchObject({
      code: 1,
      says: expect.stringContaining(`the text or the hash of row 2 of case:${caseId} was changed`),
    });
    await change('case.acceptex', 'case.accepted');
    expect(await verifyHistory(folder)).toMatchObject({ code: 0 });
    await db.pool.query('delete from ledger_rows where subject_id = $1 and sequence >= 2', [caseId]);
    expect(await verifyHistory(folder)).toMatchObject({
      code: 1,
      says: expect.stringContaining(`everything from row 2 of case:${caseId} on was cut off`),
    });
  } finally {
    await db.close();
  }
}, 60_000);
