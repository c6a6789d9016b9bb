import { expect, test } from 'vitest';
import { machineNow } from '../../platform/clock.ts';
import { acceptedCase, publishParallel, reviewPart, tasksOf } from '../support/parallel.ts';
import { openTown, password } from '../support/town.ts';
import { type Caller, cookieOf, hire } from './callers.ts';
import { atWindow, bringTo } from './cases.ts';

const town = await openTown({ on: '2026-03-02T09:00' });
const { pool } = town.db;
const resident = await town.resident({ phone: '13912345678' });
const other = await town.resident();
const caseId = await bringTo(town, resident, 'handedToAgent', resident.phone);
await town.settle();

const get = (cookie: string, path: string) => town.visitor.raw('GET', path, undefined, { cookie });
const refused = (code: string) => ({ refusal: { code, facts: {}, fields: [] } });

/** Everything that a reply says, however deep. */
const told = (body: unknown) => JSON.stringify(body);

test('No list, no case and no preview that staff read holds a number or a phone unmasked', async () => {
  const { caseNo } = await resident.call('GET /my/cases/:caseId', { caseId });
  const paths = [
    '/worklist',
    `/worklist?q=${caseNo}`,
    `/worklist?q=${resident.number}`,
    '/worklist/counts',
    `/cases/${caseId}`,
    `/cases/${caseId}/preview?act=accept`,
    `/cases/${caseId}/preview?act=grant`,
    `/village-agents?caseId=${caseId}`,
    '/staff-members?limit=100',
    '/access-log?limit=100',
    '/jobs?state=planned',
    '/seals',
    '/dev/outbox?limit=100',
    '/dev/people',
  ];
  const { clerk, reviewer, decider, agent, supervisor, admin } = town;
  let read = 0;
  for (const client of [clerk, reviewer, decider, agent, supervisor, admin])
    for (const path of paths) {
      const { status, body } = await client.raw('GET', `/api${path}`);
      if (status !== 200) continue;
      read += 1;
      expect(told(body), `${client.username} ${path}`).not.toContain(resident.number);
      expect(told(body), `${client.username} ${path}`).not.toContain(resident.phone);
    }
  expect(read).toBeGreaterThan(30);
});

test('A department of one task reads the case that it works on, masked; before its turn, or without a task, it reads nothing', async () => {
  await publishParallel(town, [{ tasks: { health: { organ: 'bureau' } } }, { tasks: { city: { organ: 'partner' } } }]);
  const joint = await acceptedCase(town);
  const paths = [`/cases/${joint}`, `/cases/${joint}/procedures`, `/cases/${joint}/preview?act=accept`];
  const of = async (path: string) => await town.partnerReviewer.raw('GET', `/api${path}`);
  for (const path of paths) expect((await of(path)).body, path).toEqual(refused('not_found'));
  const { health } = await tasksOf(town, joint);
  await reviewPart(town, { caseId: joint, taskId: health?.taskId ?? '' });
  const filed = (await town.clerk.call('GET /cases/:caseId', { caseId: joint })).parties;
  const opened = await of(paths[0] ?? '');
  expect(opened.status).toBe(200);
  expect(told(opened.body)).not.toMatch(/(?<![0-9])[0-9]{17}[0-9Xx](?![0-9])/);
  expect(filed.length).toBeGreaterThan(0);
  // A number is told for a reason, and that is remembered.
  const numberOf = { caseId: joint, partyId: filed[0]?.partyId ?? '', field: 'number', reason: '核对。' } as const;
  await town.partnerReviewer.call('POST /cases/:caseId/reveal', numberOf);
  const { story } = await town.supervisor.call('GET /cases/:caseId', { caseId: joint });
  expect(story.map(({ act }) => act)).toContain('case.revealed');
  await expect(
    town.partnerDecider.call('POST /cases/:caseId/decide', { caseId: joint, outcome: 'GRANTED' }),
  ).rejects.toThrow();
});

test('Whoever holds number and query code reads neither name, number, phone nor answers', async () => {
  const submission = await bringSubmitted();
  const seen = await town.visitor.call('POST /case-queries', submission);
  expect(told(seen)).not.toContain(resident.number);
  expect(told(seen)).not.toContain(resident.phone);
  expect(told(seen)).not.toContain('样例·张某某');
  expect(seen.answers).toEqual({});
  expect(seen.actions).toEqual([]);
});

async function bringSubmitted() {
  const draft = await bringTo(town, resident, 'draft', resident.phone);
  const { caseNo = '', queryCode } = await resident.call('POST /my/cases/:caseId/submit', { caseId: draft });
  return { caseNo, queryCode };
}

test('Neither the resident himself nor a lost session reads his number back in full', async () => {
  for (const path of ['/my/self', '/my/cases', '/my/sessions']) {
    const { status, body } = await resident.raw('GET', `/api${path}`);
    expect(status).toBe(200);
    expect(told(body), path).not.toContain(resident.number);
    expect(told(body), path).not.toContain(resident.phone);
  }
});

test('A number is shown to whoever gives a reason, and that is remembered in ledger and access log', async () => {
  const { parties } = await town.clerk.call('GET /cases/:caseId', { caseId });
  const shown = await town.clerk.call('POST /cases/:caseId/reveal', {
    caseId,
    partyId: parties[0]?.partyId ?? '',
    field: 'number',
    reason: '核对证件原件',
  });
  expect(shown.value).toBe(resident.number);
  const { rows } = await pool.query(
    `select caller_id, code from access_log where district = $1 and kind = 'reveal' and subject_id = $2`,
    [town.district, caseId],
  );
  expect(rows).toEqual([{ caller_id: town.clerk.staffId, code: 'case.revealed' }]);
  const { story } = await town.clerk.call('GET /cases/:caseId', { caseId });
  expect(story[0]?.act).toBe('case.revealed');
});

test('The next township finds nothing of the case: not in its lists, not by number, name or identity number', async () => {
  const { caseNo } = await resident.call('GET /my/cases/:caseId', { caseId });
  for (const client of [town.neighbour, town.townDecider, town.otherAgent])
    for (const search of [{}, { q: caseNo ?? '' }, { q: resident.number }, { q: '样例·张某某' }] as const)
      expect(await client.call('GET /worklist', search)).toEqual({ rows: [] });
  const { counts } = await town.neighbour.call('GET /worklist/counts', {});
  expect(counts.every(({ count }) => count === 0)).toBe(true);
  expect((await town.clerk.call('GET /worklist', { q: caseNo ?? '' })).rows).toHaveLength(1);
});

test('A draft is its writer’s alone: no post finds it, not even the supervisor', async () => {
  const draft = await bringTo(town, resident, 'draft');
  for (const client of [town.clerk, town.reviewer, town.decider, town.agent, town.supervisor])
    expect(await client.raw('GET', `/api/cases/${draft}`)).toMatchObject({ status: 404, body: refused('not_found') });
});

test('One resident’s file cannot be put into another’s case, and not read through it', async () => {
  const fileId = await resident.upload();
  const { caseId: foreign } = await other.call('POST /my/cases', { itemId: town.items.hygieneLicence });
  const materials = [{ key: 'idCard', fileIds: [fileId] }];
  await expect(other.call('POST /my/cases/:caseId/save', { caseId: foreign, materials })).rejects.toMatchObject({
    code: 'file_missing',
  });
  expect(await other.raw('GET', `/api/my/cases/${foreign}/files/${fileId}`)).toMatchObject({ status: 404 });
  // Not even his own file, before it belongs to a case.
  expect(await resident.raw('GET', `/api/my/cases/${caseId}/files/${fileId}`)).toMatchObject({ status: 404 });
});

test('A file is reached through its own case only', async () => {
  const second = await bringTo(town, resident, 'received');
  const { materials } = await resident.call('GET /my/cases/:caseId', { caseId: second });
  const fileId = materials.flatMap(({ files }) => files)[0]?.fileId;
  for (const [client, path] of [
    [resident, `/api/my/cases/${caseId}/files/${fileId}`],
    [town.clerk, `/api/cases/${caseId}/files/${fileId}`],
    // The department sees the case only once it is accepted.
    [town.reviewer, `/api/cases/${second}/files/${fileId}`],
    [town.agent, `/api/cases/${second}/files/${fileId}`],
  ] as const)
    expect(await client.raw('GET', path)).toMatchObject({ status: 404, body: refused('not_found') });
  expect(await town.clerk.raw('GET', `/api/cases/${second}/files/${fileId}`)).toMatchObject({ status: 200 });
});

/** A person with a session that works, for breaking it. */
async function atWork(username: string): Promise<{ staffId: string; cookie: string }> {
  const staffId = await hire(town, username, ['windowClerk'], town.clerk.postId);
  const { rows } = await pool.query<{ id: string }>(
    'select id from appointments where district = $1 and staff_id = $2',
    [town.district, staffId],
  );
  const caller: Caller = {
    name: username,
    kind: 'staff',
    id: staffId,
    appointmentId: rows[0]?.id ?? '',
    elsewhere: false,
  };
  const cookie = await cookieOf(town, caller);
  expect(await get(cookie, '/api/worklist')).toMatchObject({ status: 200 });
  return { staffId, cookie };
}

test('A session that an administrator revoked opens nothing', async () => {
  const { staffId, cookie } = await atWork('revoked');
  expect(await town.admin.call('POST /staff-members/:staffId/revoke-sessions', { staffId })).toEqual({ revoked: 1 });
  expect(await get(cookie, '/api/worklist')).toMatchObject({ status: 401, body: refused('sign_in_needed') });
  expect(await get(cookie, '/api/staff/self')).toMatchObject({ status: 200, body: {} });
});

test('A session that was signed out opens nothing, though its cookie is kept', async () => {
  const { cookie } = await atWork('signed-out');
  expect(await town.visitor.raw('POST', '/api/staff/sign-out', {}, { cookie })).toMatchObject({ status: 200 });
  expect(await get(cookie, '/api/worklist')).toMatchObject({ status: 401 });
});

test('A session that ran out opens nothing', async () => {
  const { staffId, cookie } = await atWork('expired');
  await pool.query('update sessions set expires_at = $3 where district = $1 and holder_id = $2', [
    town.district,
    staffId,
    machineNow().toString(),
  ]);
  expect(await get(cookie, '/api/worklist')).toMatchObject({ status: 401, body: refused('sign_in_needed') });
});

test('Who left has no access from that day on, whatever session he holds', async () => {
  const { staffId, cookie } = await atWork('left');
  await pool.query('update staff set left_day = $3 where district = $1 and id = $2', [
    town.district,
    staffId,
    town.today(),
  ]);
  expect(await get(cookie, '/api/worklist')).toMatchObject({ status: 401, body: refused('sign_in_needed') });
  expect(await town.visitor.raw('POST', '/api/staff-sessions', { username: 'left', password })).toMatchObject({
    status: 401,
    body: refused('sign_in_failed'),
  });
});

test('Whose appointment ended acts in that post no longer, and cannot choose it again', async () => {
  const { staffId, cookie } = await atWork('ended');
  const { rows } = await pool.query<{ id: string }>(
    `update appointments set until_day = $3::date - 1 where district = $1 and staff_id = $2 returning id`,
    [town.district, staffId, town.today()],
  );
  expect(await get(cookie, '/api/worklist')).toMatchObject({ status: 403, body: refused('not_allowed') });
  expect(await get(cookie, `/api/cases/${caseId}`)).toMatchObject({ status: 403 });
  expect(await town.visitor.raw('POST', '/api/staff/act-as', { appointmentId: rows[0]?.id }, { cookie })).toMatchObject(
    { status: 403, body: refused('not_allowed') },
  );
});

test('A cookie of one kind opens no door of the other, and an invented one none at all', async () => {
  const asStaff = resident.cookie.replace('doorstep_resident', 'doorstep_staff');
  const asResident = town.clerk.cookie.replace('doorstep_staff', 'doorstep_resident');
  expect(await get(asStaff, '/api/worklist')).toMatchObject({ status: 401 });
  expect(await get(asResident, '/api/my/cases')).toMatchObject({ status: 401 });
  expect(await get(`doorstep_staff=${'A'.repeat(43)}`, '/api/worklist')).toMatchObject({ status: 401 });
});

test('The second officer’s password cannot be guessed at the desk: tries are counted as at the front door', async () => {
  const { caseId: atDesk } = await town.clerk.call('POST /cases/take-in', atWindow(town, resident.number));
  await town.clerk.call('POST /cases/:caseId/accept', { caseId: atDesk });
  const guess = (attempt: string) =>
    town.clerk.raw('POST', `/api/cases/${atDesk}/decide-at-desk`, {
      outcome: 'GRANTED',
      officer: { username: 'town-decider', password: attempt },
    });
  for (let attempt = 0; attempt < 5; attempt += 1)
    expect(await guess(`wrong ${attempt}`)).toMatchObject({ status: 401, body: refused('sign_in_failed') });
  expect(await guess(password)).toMatchObject({ status: 429, body: { refusal: { code: 'sign_in_slowed' } } });
  const atDoor = { username: 'town-decider', password };
  expect(await town.visitor.raw('POST', '/api/staff-sessions', atDoor)).toMatchObject({ status: 429 });
  const { rows } = await pool.query<{ count: number }>(
    `select count(*)::int from access_log where district = $1 and kind = 'signInFailed' and caller_id = $2`,
    [town.district, town.clerk.staffId],
  );
  expect(rows).toEqual([{ count: 5 }]);
});

test('Cookies of a sign-in are out of reach of scripts and of other sites', async () => {
  const answer = await town.http.inject({
    method: 'POST',
    url: '/api/staff-sessions',
    payload: { username: town.clerk.username, password },
  });
  expect(answer.statusCode).toBe(200);
  expect(answer.cookies).toHaveLength(1);
  expect(answer.cookies[0]).toMatchObject({ name: 'doorstep_staff', httpOnly: true, sameSite: 'Strict', path: '/' });
  expect(answer.cookies[0]?.value).toMatch(/^[\w-]{43}$/);
  expect(answer.payload).not.toContain(answer.cookies[0]?.value);
});

test('The database keeps no token and no phone that could be read out of it', async () => {
  const token = town.clerk.cookie.split('=')[1] ?? '';
  const { rows } = await pool.query<{ row: string }>('select s::text as row from sessions s');
  expect(told(rows)).not.toContain(token);
  const people = await pool.query<{ row: string }>('select r::text as row from residents r');
  expect(told(people.rows)).not.toContain(Buffer.from(resident.phone).toString('hex'));
  expect(told(people.rows)).not.toContain(resident.number);
});
