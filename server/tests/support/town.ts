import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll } from 'vitest';
import type { Inputs, Replies, RouteKey } from '../../../contract/routes.ts';
import type { Level, Role } from '../../../contract/values.ts';
import { openApp } from '../../app.ts';
import { demoItems, type FoundedItems, foundItems } from '../../demo/items.ts';
import { type OrganKey, organKeys } from '../../demo/places.ts';
import { sampleNumber } from '../../demo/residents.ts';
import { install } from '../../install.ts';
import { createCalendar } from '../../modules/deadlines/index.ts';
import { addPost, addResident, addStaff, appointStaff, hashPassword } from '../../modules/people/index.ts';
import { addCenter, addOrgan, loadDivisions, loadPlaces } from '../../modules/places/index.ts';
import type { BusinessClock } from '../../platform/business-clock.ts';
import { dayOf, zone } from '../../platform/clock.ts';
import { readConfig } from '../../platform/config.ts';
import { type Database, transact } from '../../platform/database/index.ts';
import { type Call, systemCall } from '../../platform/http/call.ts';
import type { Jobs } from '../../platform/jobs/index.ts';
import { startSession } from '../../platform/sessions/index.ts';
import type { Keys } from '../../platform/vault/keys.ts';
import { createTestDatabase } from './database.ts';

/** A refusal as a client sees it. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly facts: Record<string, string | number>;
  readonly fields: readonly { field: string; code: string }[];

  constructor(
    status: number,
    body: {
      refusal: { code: string; facts: Record<string, string | number>; fields: { field: string; code: string }[] };
    },
  ) {
    super(
      `${status} ${body.refusal.code} ${JSON.stringify(body.refusal.facts)} ${JSON.stringify(body.refusal.fields)}`,
    );
    this.status = status;
    this.code = body.refusal.code;
    this.facts = body.refusal.facts;
    this.fields = body.refusal.fields;
  }
}

/** Somebody at a browser: calls the real HTTP edge with his own cookie. */
export interface Client {
  readonly staffId: string;
  readonly postId: string;
  readonly username: string;
  readonly cookie: string;
  call<K extends RouteKey>(key: K, input: Inputs[K], requestId?: string): Promise<Replies[K]>;
  /** Any request, answered with status and body: for wrong ones. */
  raw(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: unknown; bytes: Buffer }>;
  /** Uploads a small PNG and returns its id. */
  upload(name?: string): Promise<string>;
}

export const password = 'a long password';

/** A one-pixel picture. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export interface Town {
  readonly db: Database;
  readonly http: FastifyInstance;
  readonly jobs: Jobs;
  readonly keys: Keys;
  readonly district: string;
  readonly items: FoundedItems;
  /** Two townships and a village of the first. */
  readonly regions: { readonly town: string; readonly otherTown: string; readonly village: string };
  readonly centers: Readonly<Record<'town' | 'otherTown' | 'district' | 'village' | 'otherVillage', string>>;
  readonly clerk: Client;
  readonly secondClerk: Client;
  readonly neighbour: Client;
  /** At the district's hall, where also those matters are taken in that no township offers. */
  readonly districtClerk: Client;
  readonly reviewer: Client;
  readonly decider: Client;
  readonly townReviewer: Client;
  readonly townDecider: Client;
  readonly agent: Client;
  readonly otherAgent: Client;
  readonly supervisor: Client;
  readonly itemManager: Client;
  readonly itemReviewer: Client;
  readonly itemPublisher: Client;
  readonly secondPublisher: Client;
  readonly organHead: Client;
  readonly governmentHead: Client;
  readonly archivist: Client;
  /** A second department, for what several organs do at once. */
  readonly partnerReviewer: Client;
  readonly partnerDecider: Client;
  readonly organs: { readonly bureau: string; readonly partner: string; readonly town: string };
  readonly admin: Client;
  readonly visitor: Client;
  /** A call of the system at the present instant, for acts done without HTTP. */
  systemCall(): Call;
  /** A new resident who is signed in, with a declared identity unless told. */
  resident(who?: {
    identity?: 'declared' | 'verified' | 'none';
    phone?: string;
  }): Promise<Client & { residentId: string; phone: string; number: string }>;
  /** A member of staff who was hired later, signed in. */
  enter(hired: Hired): Promise<Client>;
  /** Moves the clock to a local time, e.g. 2026-03-09T00:00, doing what falls due on the way, in order. */
  at(local: string): Promise<void>;
  /** Runs what is due now. */
  settle(): Promise<void>;
  today(): string;
}

/** A district of a test file: its own database, offices and people, a clock that stands where it was put. */
export async function openTown({
  on = '2026-03-02T09:00',
  papers = 'afterAct',
}: {
  on?: string;
  papers?: 'afterAct' | 'whenAsked';
} = {}): Promise<Town> {
  const db = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'doorstep-town-'));
  const pair = generateKeyPairSync('ed25519');
  const keys: Keys = {
    master: randomBytes(32),
    sealing: { privateKey: pair.privateKey, publicKey: pair.publicKey.export({ type: 'spki', format: 'der' }) },
  };
  const config = readConfig({ DOORSTEP_DATA: folder, DOORSTEP_LOG: 'silent', DOORSTEP_PAPERS: papers });
  const district = 'testing';
  let present = instantOf(on);
  const clock: BusinessClock = {
    district,
    demo: true,
    now: () => present,
    today: () => dayOf(present),
    refresh: async () => {},
    moveTo: async (at) => {
      if (Temporal.Instant.compare(at, present) > 0) present = at;
    },
  };
  const asSystem = () => systemCall({ district, demo: true, now: present, today: dayOf(present) });
  const founded = await foundTown(db, () => asSystem(), { config, keys, district });
  const failures: unknown[] = [];
  const app = await openApp({ config, db, keys, clock, log: (error) => failures.push(error) });
  const { http, jobs } = app;
  await http.ready();
  afterAll(async () => {
    await jobs.stop();
    await http.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function session(kind: 'resident' | 'staff', holderId: string, appointmentId?: string): Promise<string> {
    const call = asSystem();
    await transact(db, (tx) => startSession(tx, call, kind, holderId, appointmentId));
    return `doorstep_${kind}=${call.effects.cookies.get(kind)}`;
  }

  function client(who: { cookie: string; staffId?: string; postId?: string; username?: string }): Client {
    const raw: Client['raw'] = async (method, path, body, headers = {}) => {
      const bytes = Buffer.isBuffer(body);
      const answer = await http.inject({
        method: method as 'GET',
        url: path,
        headers: {
          ...(who.cookie !== '' && { cookie: who.cookie }),
          ...(body !== undefined && { 'content-type': bytes ? 'application/octet-stream' : 'application/json' }),
          ...(method !== 'GET' && { 'idempotency-key': randomUUID() }),
          ...headers,
        },
        ...(body !== undefined && { payload: bytes ? body : JSON.stringify(body) }),
      });
      const text = answer.headers['content-type']?.toString().includes('json')
        ? (JSON.parse(answer.payload) as unknown)
        : undefined;
      return { status: answer.statusCode, body: text, bytes: answer.rawPayload };
    };
    return {
      staffId: who.staffId ?? '',
      postId: who.postId ?? '',
      username: who.username ?? '',
      cookie: who.cookie,
      raw,
      async call(key, input, requestId = randomUUID()) {
        const [method = 'GET', pattern = ''] = key.split(' ');
        const rest: Record<string, unknown> = { ...input };
        const path = pattern.replace(/:(\w+)/g, (_, name: string) => {
          const value = String(rest[name]);
          delete rest[name];
          return encodeURIComponent(value);
        });
        const pairs = Object.entries(rest).filter(([, value]) => value !== undefined) as [string, string][];
        const search = method === 'GET' && pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : '';
        const answer = await raw(method, `/api${path}${search}`, method === 'GET' ? undefined : rest, {
          'idempotency-key': requestId,
        });
        if (answer.status !== 200) throw new Refused(answer.status, answer.body as never);
        return answer.body as never;
      },
      async upload(name = '照片.png') {
        const route = who.cookie.startsWith('doorstep_resident') ? '/api/my/files' : '/api/files';
        const answer = await raw('POST', `${route}?name=${encodeURIComponent(name)}`, png);
        if (answer.status !== 200) throw new Refused(answer.status, answer.body as never);
        return (answer.body as { fileId: string }).fileId;
      },
    };
  }

  async function staffClient(hired: Hired): Promise<Client> {
    return client({ ...hired, cookie: await session('staff', hired.staffId, hired.appointmentId) });
  }

  let residents = 0;
  const clients = Object.fromEntries(
    await Promise.all(Object.entries(founded.people).map(async ([name, hired]) => [name, await staffClient(hired)])),
  ) as Record<keyof typeof founded.people, Client>;
  const settle = async () => {
    await jobs.runDue();
    if (failures.length > 0) throw failures[0];
  };
  return {
    db,
    http,
    jobs,
    keys,
    district,
    items: founded.items,
    regions: founded.regions,
    centers: founded.centers,
    organs: founded.organs,
    ...clients,
    visitor: client({ cookie: '' }),
    systemCall: asSystem,
    enter: staffClient,
    async resident({ identity = 'declared', phone } = {}) {
      residents += 1;
      const number = sampleNumber(500 + residents);
      const mobile = phone ?? `139${String(residents).padStart(8, '0')}`;
      const { residentId } = await transact(db, (tx) =>
        addResident(
          tx,
          {
            phone: mobile,
            assurance: identity,
            regionId: founded.regions.village,
            ...(identity !== 'none' && {
              identity: { name: '样例·张某某', residentNumber: number },
              maskedName: '样*',
            }),
          },
          asSystem(),
        ),
      );
      return { ...client({ cookie: await session('resident', residentId) }), residentId, phone: mobile, number };
    },
    async at(local) {
      const target = instantOf(local);
      // From one due job to the next, as the demo's clock walks.
      for (;;) {
        const { rows } = await db.pool.query<{ next: string | null }>(
          `select min(run_at) as next from jobs where state <> 'dead' and run_at > $1 and run_at <= $2`,
          [present.toString(), target.toString()],
        );
        const next = rows[0]?.next;
        if (next == null) break;
        present = Temporal.Instant.from(next);
        await settle();
      }
      if (Temporal.Instant.compare(target, present) > 0) present = target;
      await settle();
    },
    settle,
    today: () => dayOf(present).toString(),
  };
}

function instantOf(local: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant();
}

export interface Hired {
  readonly staffId: string;
  readonly postId: string;
  readonly appointmentId: string;
  readonly username: string;
}

async function foundTown(
  db: Database,
  callNow: () => Call,
  { config, keys, district }: { config: ReturnType<typeof readConfig>; keys: Keys; district: string },
) {
  let founded: Awaited<ReturnType<typeof found>> | undefined;
  await install(db, {
    config,
    keys,
    district,
    mode: 'demo',
    found: async () => {
      const now = callNow();
      const call: Call = {
        ...now,
        now: now.now.subtract({ hours: 24 * 200 }),
        today: now.today.subtract({ days: 200 }),
      };
      founded = await transact(db, (tx) => found(tx, call));
    },
  });
  if (founded === undefined) throw new Error('The town was not founded.');
  return founded;
}

async function found(tx: Parameters<Parameters<typeof transact>[1]>[0], call: Call) {
  await createCalendar(tx, {}, call);
  const { regionId } = await loadDivisions(
    tx,
    { regionCode: '431302', fromDay: Temporal.PlainDate.from('2023-06-30') },
    call,
  );
  const places = await loadPlaces(tx, call.district);
  const [town, otherTown] = places.childrenOf(regionId);
  const [village] = places.childrenOf(town?.id ?? '');
  const [otherVillage] = places.childrenOf(otherTown?.id ?? '');
  if (town === undefined || otherTown === undefined || village === undefined || otherVillage === undefined)
    throw new Error('The county has towns.');
  const organ = async (name: string, shortCode: string, level: 'DISTRICT' | 'TOWNSHIP', region: string) =>
    (
      await addOrgan(
        tx,
        {
          name: { zh: name, en: name },
          shortCode,
          level,
          regionId: region,
          phone: '0738-0000001',
          address: '演示地址',
          reconsiderationOrgan: '区人民政府（演示）',
          court: '区人民法院（演示）',
          isAdministrativeOrgan: true,
        },
        call,
      )
    ).organId;
  const health = await organ('区卫生健康局（演示）', '区卫健', 'DISTRICT', regionId);
  const partner = await organ('区城市管理局（演示）', '区城管', 'DISTRICT', regionId);
  const townOrgan = await organ('甲镇人民政府（演示）', '甲镇', 'TOWNSHIP', town.id);
  const otherOrgan = await organ('乙镇人民政府（演示）', '乙镇', 'TOWNSHIP', otherTown.id);
  const center = async (name: string, level: Level, region: string, organId: string) =>
    (
      await addCenter(
        tx,
        {
          name: { zh: name, en: name },
          level,
          regionId: region,
          organId,
          address: { zh: '演示地址', en: 'demo address' },
          phone: '0738-0000002',
          hours: [{ weekdays: [1, 2, 3, 4, 5], opens: '09:00', closes: '17:00' }],
        },
        call,
      )
    ).centerId;
  const centers = {
    town: await center('甲镇便民服务中心', 'TOWNSHIP', town.id, townOrgan),
    otherTown: await center('乙镇便民服务中心', 'TOWNSHIP', otherTown.id, otherOrgan),
    district: await center('区政务服务中心', 'DISTRICT', regionId, health),
    village: await center('甲村便民服务站', 'VILLAGE', village.id, townOrgan),
    otherVillage: await center('乙村便民服务站', 'VILLAGE', otherVillage.id, otherOrgan),
  };
  // One bureau stands for every department of the demo, so that its people decide every item.
  const organs = Object.fromEntries(organKeys.map((key) => [key, health])) as Record<OrganKey, string>;
  const items = await foundItems(tx, organs, call);
  const passwordHash = await hashPassword(password);
  const offered = demoItems.filter(({ content }) => content.guideOnly === undefined);
  const itemIds = offered.flatMap(({ key }) => items[key] ?? []);
  const villageItemIds = offered.flatMap(({ key, content }) =>
    content.offeredAt.includes('VILLAGE') ? (items[key] ?? []) : [],
  );
  async function hire(
    username: string,
    role: Role,
    place: { organId: string; centerId?: string; regionId: string; itemIds?: string[] },
  ): Promise<Hired> {
    const { staffId } = await addStaff(tx, { username, name: `样例·${username}`, passwordHash }, call);
    const { postId } = await addPost(
      tx,
      {
        role,
        title: { zh: `${username}岗`, en: username },
        organId: place.organId,
        centerId: place.centerId ?? null,
        areaRegionId: place.regionId,
        phone: '0738-0000003',
        itemIds: place.itemIds ?? [],
      },
      call,
    );
    const { appointmentId } = await appointStaff(tx, { staffId, postId, kind: 'regular' }, call);
    return { staffId, postId, appointmentId, username };
  }
  const inTown = { organId: townOrgan, centerId: centers.town, regionId: town.id };
  const atBureau = { organId: health, regionId };
  return {
    items,
    regions: { town: town.id, otherTown: otherTown.id, village: village.id },
    centers,
    organs: { bureau: health, partner, town: townOrgan },
    people: {
      clerk: await hire('clerk', 'windowClerk', { ...inTown, itemIds }),
      secondClerk: await hire('second-clerk', 'windowClerk', { ...inTown, itemIds }),
      neighbour: await hire('neighbour', 'windowClerk', {
        organId: otherOrgan,
        centerId: centers.otherTown,
        regionId: otherTown.id,
        itemIds,
      }),
      districtClerk: await hire('district-clerk', 'windowClerk', { ...atBureau, centerId: centers.district, itemIds }),
      reviewer: await hire('reviewer', 'reviewer', atBureau),
      decider: await hire('decider', 'decider', atBureau),
      townReviewer: await hire('town-reviewer', 'reviewer', { organId: townOrgan, regionId: town.id }),
      townDecider: await hire('town-decider', 'decider', { organId: townOrgan, regionId: town.id }),
      agent: await hire('agent', 'villageAgent', {
        organId: townOrgan,
        centerId: centers.village,
        regionId: village.id,
        itemIds: villageItemIds,
      }),
      otherAgent: await hire('other-agent', 'villageAgent', {
        organId: otherOrgan,
        centerId: centers.otherVillage,
        regionId: otherVillage.id,
        itemIds: villageItemIds,
      }),
      supervisor: await hire('supervisor', 'supervisor', atBureau),
      itemManager: await hire('item-manager', 'itemManager', atBureau),
      itemReviewer: await hire('item-reviewer', 'itemReviewer', atBureau),
      itemPublisher: await hire('item-publisher', 'itemPublisher', atBureau),
      secondPublisher: await hire('second-publisher', 'itemPublisher', atBureau),
      organHead: await hire('organ-head', 'organHead', atBureau),
      governmentHead: await hire('government-head', 'governmentHead', atBureau),
      archivist: await hire('archivist', 'archivist', atBureau),
      partnerReviewer: await hire('partner-reviewer', 'reviewer', { organId: partner, regionId }),
      partnerDecider: await hire('partner-decider', 'decider', { organId: partner, regionId }),
      admin: await hire('admin', 'administrator', atBureau),
    },
  };
}
