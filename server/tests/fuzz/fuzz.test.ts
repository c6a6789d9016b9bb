import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { routes } from '../../../contract/routes.ts';
import { type RefusalCode, refusalStatus } from '../../../contract/words.ts';
import { publishedYears } from '../../modules/deadlines/published-years.data.ts';
import { newId } from '../../platform/ids.ts';
import { verifyLedger } from '../../platform/ledger/verify.ts';
import { bringTo, handIn } from '../authorisation/cases.ts';
import { licenceAnswers, seniorAnswers } from '../support/applications.ts';
import { keptArchive } from '../support/archives.ts';
import { aFinding, batchAt } from '../support/devolution.ts';
import { bringDraftTo } from '../support/drafts.ts';
import { enterLicence } from '../support/licences.ts';
import { openTown, password, png } from '../support/town.ts';
import { hostile, type Known, nested, right, type Schema, wrong } from './inputs.ts';

const town = await openTown({ on: '2026-03-02T09:00' });
const resident = await town.resident({ phone: '13912345678' });
const other = await town.resident();
const caseIds = [
  await bringTo(town, resident, 'handedToAgent'),
  await bringTo(town, resident, 'correctionRequired'),
  await bringTo(town, resident, 'received'),
  await bringTo(town, resident, 'accepted'),
  await bringTo(town, resident, 'inReview'),
  await bringTo(town, resident, 'deciding'),
  await bringTo(town, resident, 'delivering'),
  await bringTo(town, resident, 'draft'),
  await bringTo(town, other, 'received'),
];
const archiveId = await keptArchive(town, other, await bringTo(town, other, 'received'));
const { licenceId } = await enterLicence(town, { caseId: caseIds[0] ?? '' });
await town.decider.call('POST /licences/:licenceId/suspend', { licenceId, ground: 'penalty', reason: '整改。' });
await town.settle();
const seen = await town.clerk.call('GET /cases/:caseId', { caseId: caseIds[0] ?? '' });
const queried = await town.clerk.call('POST /cases/take-in', {
  itemId: town.items.seniorCard,
  applicant: { name: '样例·李奶奶', residentNumber: resident.number },
  answers: seniorAnswers,
  materials: [],
  deliveryWish: 'WINDOW',
});
const { hygieneLicence, seniorCard: _, ...others } = town.items;
const [toReview = '', approved = ''] = Object.values(others);
const draft = await bringDraftTo(town, hygieneLicence, 'DRAFT');
const draftIds = [
  draft.draftId,
  (await bringDraftTo(town, toReview, 'PENDING_REVIEW')).draftId,
  (await bringDraftTo(town, approved, 'APPROVED')).draftId,
];
const { recomputationId } = await town.admin.call('POST /calendar/years', publishedYears().at(-1) as never);

const batches = await Promise.all([
  batchAt(town, 'PROPOSED'),
  batchAt(town, 'JOINT_MEETING', { openRounds: 1 }),
  batchAt(town, 'JOINT_MEETING', { closedRounds: 3 }),
  batchAt(town, 'LEGALITY_REVIEW'),
  batchAt(town, 'PUBLISHED'),
  batchAt(town, 'TRAINED', { trained: town.clerk.staffId }),
  batchAt(town, 'TRIAL'),
  batchAt(town, 'LIVE'),
]);
const finding = await aFinding(town, 'OPEN');

const { checkId } = await town.itemPublisher.call('POST /standard-checks', { kind: 'ELEMENTS' });
const { basicItemId } = await town.itemPublisher.call('POST /basic-items', {
  code: '430209101000',
  type: 'PENALTY',
  content: {
    name: { zh: '演示处罚', en: 'Demo penalty' },
    exerciseLevels: ['DISTRICT'],
    bases: [{ law: '演示规定', mark: 'sample' }],
    handlings: [],
    responsibilities: [],
    accountability: [],
  },
  note: '演示',
  basedOn: 0,
});

const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);
const ofTable = async (table: string) =>
  ids((await town.db.pool.query<{ id: string }>(`select id from ${table} order by id limit 20`)).rows);

const fileIds = [
  ...seen.materials.flatMap(({ files }) => files.map(({ fileId }) => fileId)),
  ...(await handIn(resident, ['idCard', 'plan'])).flatMap(({ fileIds: own }) => own),
];
const known: Known = {
  caseId: caseIds,
  fileId: fileIds,
  fileIds: [fileIds.slice(-1), fileIds.slice(-2), [newId()], []],
  documentId: await ofTable('documents'),
  licenceId: [licenceId],
  archiveId: [archiveId],
  checkId: [checkId],
  basicItemId: [basicItemId],
  batchId: batches.map(({ batchId }) => batchId),
  receiverId: batches.map(({ receiverId }) => receiverId),
  organId: batches.map(({ organId }) => organId),
  organIds: batches.map(({ organId }) => [organId]),
  findingId: [finding.findingId],
  lookBackId: [finding.lookBackId],
  postIds: [[town.clerk.postId], [town.agent.postId]],
  staffIds: [[town.clerk.staffId]],
  itemId: [town.items.seniorCard, town.items.hygieneLicence],
  regionId: [town.regions.town, town.regions.village, town.regions.otherTown],
  parentId: [town.regions.town],
  appointmentId: await ofTable('appointments'),
  residentId: [resident.residentId, other.residentId],
  staffId: [town.secondClerk.staffId],
  postId: [town.agent.postId, town.otherAgent.postId],
  partnerId: [town.organs.bureau, town.centers.town],
  draftId: draftIds,
  // Far ahead: what is cancelled today is taken in by nobody, and the acts on cases would not be reached.
  fromDay: ['2031-01-01', '2032-01-01'],
  itemVersionId: [draft.base?.itemVersionId ?? ''],
  content: [draft.content, { ...draft.content, materials: [null] }, {}],
  revision: [0, 1, 2],
  partyId: seen.parties.map(({ partyId }) => partyId),
  jobId: await ofTable('jobs'),
  recomputationId: [recomputationId],
  listKey: ['powers', 'proofs', 'devolved', 'levels', 'openService'],
  figureKey: ['items', 'threeAtMost', 'fewerDays'],
  key: ['idCard', 'plan', 'testReport', 'hygieneRules', 'photo'],
  answers: [licenceAnswers, seniorAnswers, { ...licenceAnswers, area: '1e999' }, { businessName: '\ud800' }, {}],
  residentNumber: [resident.number, other.number, '４３１３０２１９０００１０１００１７', '431302190002300017'],
  phone: [resident.phone, '13700000000', '１３７００００００００'],
  caseNo: [queried.caseNo, 'BJ43130220260302000001'],
  queryCode: [queried.queryCode, '22222222'],
  username: ['clerk', 'CLERK', 'town-decider', 'nobody'],
  password: [password, 'wrong'],
  current: ['wrong'],
  reason: ['检测不合格。', 'ok'],
  defects: ['[]', '[null]', '[{"key":"plan","kind":"missing","howToFix":7}]', '{', '7'],
  after: ['2026-03-02T00:00:00Z~00000000-0000-0000-0000-000000000000', 'infinity~x', '~', '0', '9'.repeat(30)],
};

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly params: Schema;
  readonly query: Schema;
  readonly body: Schema | undefined;
  readonly isUpload: boolean;
}

/** What a stranger learns of the API from its own description. */
async function readOperations(): Promise<Operation[]> {
  const { body } = await town.visitor.raw('GET', '/api/openapi.json');
  interface Described {
    parameters?: { in: string; name: string; required?: boolean; schema: Schema }[];
    requestBody?: { content: Record<string, { schema: Schema }> };
  }
  const { paths } = body as { paths: Record<string, Record<string, Described>> };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody }]) => {
      const within = (where: string): Schema => {
        const named = parameters.filter((each) => each.in === where);
        return {
          type: 'object',
          properties: Object.fromEntries(named.map(({ name, schema }) => [name, schema])),
          required: named.filter(({ required }) => required).map(({ name }) => name),
        };
      };
      const content = Object.values(requestBody?.content ?? {})[0];
      return {
        method: method.toUpperCase(),
        path,
        params: within('path'),
        query: within('query'),
        body: content?.schema,
        isUpload: method === 'post' && content === undefined && within('query').required?.includes('name') === true,
      };
    }),
  );
}

const operations = await readOperations();
const people = { ...town, resident, other };
const knockers = [
  'visitor',
  'resident',
  'other',
  'clerk',
  'reviewer',
  'decider',
  'agent',
  'supervisor',
  'admin',
  'itemManager',
  'itemReviewer',
  'itemPublisher',
] as const;

/** Cookies as they were at the start: who signs himself out in the course of this knocks with a dead one afterwards. */
async function freshCookie(who: (typeof knockers)[number]): Promise<string> {
  if (who === 'visitor') return '';
  const { rows } = await town.db.pool.query(
    'select from sessions where token_hash = sha256($1) and revoked_at is null',
    [Buffer.from(people[who].cookie.split('=')[1] ?? '')],
  );
  if (rows.length === 0) await town.db.pool.query('update sessions set revoked_at = null');
  return people[who].cookie;
}

/** The answer is one of the contract's: what was asked for, or a refusal in the one shape with a known code. */
function judge(asked: string, { status, body }: { status: number; body: unknown }): void {
  if (status < 400) return;
  const { refusal } = (body ?? {}) as { refusal?: { code: RefusalCode; facts: unknown; fields: unknown } };
  expect(refusal, `${status} to ${asked}`).toMatchObject({ facts: expect.any(Object), fields: expect.any(Array) });
  expect(refusalStatus[refusal?.code as RefusalCode], `${refusal?.code} to ${asked}`).toBe(status);
  expect(status, `${refusal?.code} to ${asked}`).toBeLessThan(500);
}

const asText = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
const encode = (value: unknown) => encodeURIComponent(asText(value).toWellFormed());

function urlOf({ path }: Operation, params: unknown, query: unknown): string {
  const named = (params ?? {}) as Record<string, unknown>;
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encode(named[name] ?? '-').slice(0, 3000) || '-');
  const pairs = Object.entries((query ?? {}) as object).flatMap(([name, value]) =>
    Array.isArray(value) ? value.map((each) => [name, each]) : [[name, value]],
  );
  return pairs.length === 0
    ? filled
    : `${filled}?${pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&')}`;
}

/** One in three is as it should be: only so are the acts themselves reached. */
const mixed = (schema: Schema | undefined): fc.Arbitrary<unknown> =>
  schema === undefined
    ? fc.constant(undefined)
    : fc.oneof({ weight: 1, arbitrary: right(schema, known) }, { weight: 2, arbitrary: wrong(schema, known) });

// Tries are counted for ever; here they would hide what lies behind the door.
afterAll(() => town.db.pool.query('delete from attempts'));

test('The description names every route of the contract', () => {
  const described = operations.map(
    ({ method, path }) => `${method} ${path.replace('/api', '').replace(/\{(\w+)\}/g, ':$1')}`,
  );
  expect(described.sort()).toEqual(Object.keys(routes).sort());
});

test.each(operations.map((operation) => [`${operation.method} ${operation.path}`, operation] as const))(
  '%s answers any input with what was asked for or with a known refusal',
  async (name, operation) => {
    const request = fc.record({
      who: fc.constantFrom(...knockers),
      params: fc.oneof(
        { weight: 4, arbitrary: right(operation.params, known) },
        { weight: 1, arbitrary: wrong(operation.params, known) },
      ),
      query: operation.method === 'GET' || operation.isUpload ? mixed(operation.query) : fc.constant(undefined),
      body: mixed(operation.body),
    });
    await fc.assert(
      fc.asyncProperty(request, async ({ who, params, query, body }) => {
        await town.db.pool.query('delete from attempts');
        const cookie = await freshCookie(who);
        const url = urlOf(operation, params, query);
        const sent = operation.isUpload ? png : operation.method === 'GET' ? undefined : (body ?? {});
        const answer = await town.visitor.raw(operation.method, url, sent, { cookie });
        judge(`${who} ${name} ${url.slice(0, 200)} ${JSON.stringify(body)?.slice(0, 500)}`, answer);
      }),
      { seed: 20_260_302, numRuns: 60, endOnFailure: true },
    );
  },
);

const megabyte = 'x'.repeat(1024 * 1024);

test.each([
  ['no body', undefined, 'application/json'],
  ['an empty body', '', 'application/json'],
  ['broken JSON', '{"itemId":', 'application/json'],
  ['JSON with a byte order mark', '\ufeff{}', 'application/json'],
  ['a list for an object', '[]', 'application/json'],
  ['a text for an object', '"x"', 'application/json'],
  ['nothing for an object', 'null', 'application/json'],
  ['a prototype', '{"__proto__":{"admin":true}}', 'application/json'],
  ['a constructor', '{"constructor":{"prototype":{"admin":true}}}', 'application/json'],
  ['deep nesting', '['.repeat(100_000), 'application/json'],
  ['deep nesting that ends', JSON.stringify({ itemId: nested(5000) }), 'application/json'],
  ['a megabyte of text', JSON.stringify({ itemId: megabyte }), 'application/json'],
  ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 'application/json'],
  ['a form', 'itemId=1', 'application/x-www-form-urlencoded'],
  ['parts', '--x\r\n\r\n--x--', 'multipart/form-data; boundary=x'],
  ['XML', '<itemId/>', 'text/xml'],
  ['text', 'itemId', 'text/plain'],
  ['bytes where JSON belongs', png, 'application/octet-stream'],
  ['an unreadable type', '{}', '\u00ff/;;'],
])('Every write refuses %s', async (_, payload, type) => {
  for (const { method, path } of operations.filter((each) => each.method === 'POST')) {
    const answer = await town.http.inject({
      method: 'POST',
      url: path.replace(/\{\w+\}/g, caseIds[0] ?? ''),
      headers: { 'content-type': type, cookie: town.admin.cookie, 'idempotency-key': newId() },
      ...(payload !== undefined && { payload }),
    });
    judgeText(`${method} ${path}`, answer);
  }
});

/** Judges an answer of the bare library. */
function judgeText(asked: string, answer: { statusCode: number; payload: string }): void {
  const body = answer.statusCode < 400 ? undefined : (JSON.parse(answer.payload) as unknown);
  judge(asked, { status: answer.statusCode, body });
}

test('A wrong method is not found, on every path', async () => {
  for (const { path, method } of operations)
    for (const other of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', method === 'GET' ? 'POST' : 'GET'] as const) {
      const url = path.replace(/\{\w+\}/g, caseIds[0] ?? '');
      if (operations.some((each) => each.method === other && each.path === path)) continue;
      const answer = await town.http.inject({ method: other as 'GET', url });
      judgeText(`${other} ${url}`, answer);
      // `GET /my/cases/:caseId` also reads `/my/cases/submit`: there the id is refused.
      expect([400, 401, 404], `${other} ${url}`).toContain(answer.statusCode);
    }
});

test.each([
  '/api/../../etc/passwd',
  '/api/%2e%2e/%2e%2e/etc/passwd',
  '/api/cases/..%2f..%2fetc%2fpasswd',
  '/api/cases/%00',
  '/api/cases/%ff',
  '/api/cases/%',
  '/api/cases/%E0%A4%A',
  `/api/cases/${'a'.repeat(5000)}`,
  `/api/document-checks/${'长'.repeat(300)}`,
  '/api/document-checks/%ED%A0%80',
  '/api/items?q=%00',
  '/api/items?q=%ff%fe',
  '/api/items?q=a&q=b&q[]=c',
  '/api/items?__proto__=x&constructor=y',
  `/api/items?${'q=1&'.repeat(3000)}`,
  '/api//items',
  '/api/items/',
  '/api',
  '/api/',
  '//api/health',
  '/api/health?x=1',
  '/metrics?x=%00',
  '*',
  '/api/\u0000',
])('The path %s is answered or refused like any other', async (url) => {
  judgeText(url, await town.http.inject({ method: 'GET', url, headers: { cookie: town.clerk.cookie } }));
});

test('Hostile headers are refused or of no matter', async () => {
  for (const value of hostile.filter((each) => typeof each === 'string' && /^[\x20-\xff]*$/.test(each)) as string[])
    for (const header of ['cookie', 'idempotency-key', 'user-agent', 'x-forwarded-for', 'accept', 'origin', 'host']) {
      const answer = await town.http.inject({
        method: 'POST',
        url: '/api/staff/act-as',
        headers: {
          'idempotency-key': newId(),
          cookie: town.clerk.cookie,
          [header]: header === 'cookie' ? `doorstep_staff=${value}` : value,
        },
        payload: { appointmentId: newId() },
      });
      judgeText(`${header}: ${value.slice(0, 50)}`, answer);
    }
});

test('A key that comes again with another body, and a write without a key, are refused', async () => {
  const key = newId();
  const begin = (itemId: string, headers: Record<string, string>) =>
    resident.raw('POST', '/api/my/cases', { itemId }, headers);
  expect(await begin(town.items.seniorCard, { 'idempotency-key': key })).toMatchObject({ status: 200 });
  expect(await begin(town.items.hygieneLicence, { 'idempotency-key': key })).toMatchObject({
    status: 409,
    body: { refusal: { code: 'key_reused' } },
  });
  for (const bad of ['', 'short', 'x'.repeat(101), 'with space', 'ключ-ключ'.normalize()])
    expect(await begin(town.items.seniorCard, { 'idempotency-key': bad })).toMatchObject({
      status: 400,
      body: { refusal: { code: 'key_missing' } },
    });
});

test('After all this no job has failed and the history is whole', async () => {
  await town.settle();
  expect(await verifyLedger(town.db, town.district, town.keys.sealing.publicKey)).toMatchObject({ whole: true });
});
