import type { ServiceGuide } from '../contract/catalogue.ts';
import type { Answers } from '../contract/form.ts';
import { aboutHolder } from '../contract/questions.ts';
import { neededMaterials } from '../contract/situations.ts';
import type { Channel } from '../contract/values.ts';
import { sampleAnswers } from '../server/demo/items/sample-answers.ts';
import { demoItems } from '../server/demo/items.ts';
import type { RunDay } from './arrivals.rules.ts';
import { type Matter, type MatterTask, playedTasks } from './journey.rules.ts';
import type { Client, Office } from './office.ts';
import { personOf } from './person.ts';
import type { Township } from './plan.rules.ts';
import { getPost, type Post, readPosts } from './posts.ts';
import type { Scenario } from './scenario.ts';

/** The offices of a running demo as its people know them: who sits where, and takes in what. */
export interface District {
  readonly office: Office;
  readonly townships: readonly Township[];
  readonly matters: readonly Matter[];
  /** The form of a matter as the sample applicant of a village fills it in. */
  answers(matter: Matter, villageId: string): Answers;
  isTakenIn(at: { channel: Channel; villageId: string }, itemId: string): boolean;
  /** The window of a village’s township, or of the district for what no township takes in. */
  clerkFor(villageId: string, itemId: string): Post;
  agentOf(villageId: string): Post;
  /** Of the organ that a step names, or of the village’s township. */
  reviewerOf(organ: string, villageId: string): Post;
  deciderOf(organ: string, villageId: string): Post;
  /** Item and township where the organ that the guide names decides no longer; learnt on the way. */
  readonly handedDown: Set<string>;
  readonly reviewers: readonly Post[];
  /** Who may stand in for a reviewer. */
  inspectorOf(reviewer: Post): Post | undefined;
  postOf(role: string): Post;
  /** The digest of the commitment that is read and signed for materials of an item. */
  letterFor(counter: Client, of: { itemId: string; materials: readonly string[] }): Promise<string>;
  seat(post: Post): Promise<Client>;
}

/** Stands for the organ of the applicant's township. */
export const townshipOrgan = 'township';

/** Refuses, in a sentence, a server that is no demo: nothing is ever simulated among real matters. `id` is this demo's alone. */
export async function assertDemo(office: Office, address: string): Promise<{ id: string; today: string }> {
  const { mode, regionId, today } = await office.visitor.call('GET /district', {});
  if (mode !== 'demo')
    throw new Error(`${address} serves a real district. Only a demo can be simulated; nothing was written.`);
  return { id: regionId, today };
}

export async function openDistrict(office: Office, { items }: Scenario): Promise<District> {
  const { visitor } = office;
  const seats = new Map<string, Promise<Client>>();
  const seat = ({ appointmentId }: Post) => {
    const known = seats.get(appointmentId) ?? office.become(appointmentId);
    seats.set(appointmentId, known);
    return known;
  };
  const letters = new Map<string, Promise<string>>();
  const posts = (await readPosts(visitor)).filter(({ kind }) => kind === 'regular');
  const places = placesOf(posts, await readTownships(visitor));
  const matters = await readMatters(visitor, items);
  const intake = await readIntake(posts, seat);
  const answered = new Map(matters.map(({ key }) => [key, Object.entries(sampleAnswers(key, '$place'))]));
  const postAt = (role: string, organId: string) =>
    getPost(
      posts,
      `${role} where one is needed`,
      (post) => post.role === role && post.organId === organId && !isInspector(post),
    );
  const organOf = (organ: string, villageId: string) =>
    organ === townshipOrgan ? places.clerkOf(villageId).organId : organ;
  const clerkFor = (villageId: string, itemId: string) =>
    intake(places.clerkOf(villageId)).has(itemId) ? places.clerkOf(villageId) : places.districtClerk;
  return {
    office,
    townships: places.served.filter(({ villageIds }) => villageIds.length > 0),
    matters,
    seat,
    clerkFor,
    handedDown: new Set(),
    letterFor(counter, { itemId, materials }) {
      const letter =
        letters.get(itemId) ??
        counter
          .call('POST /cases/commitment-letter', { itemId, whole: false, materials: [...materials] })
          .then(({ digest }) => digest);
      letters.set(itemId, letter);
      return letter;
    },
    answers: ({ key }, villageId) =>
      Object.fromEntries(
        (answered.get(key) ?? []).map(([path, value]) => [path, value === '$place' ? villageId : value]),
      ),
    isTakenIn: ({ channel, villageId }, itemId) =>
      channel === 'AGENT'
        ? intake(places.agentOf(villageId)).has(itemId)
        : intake(clerkFor(villageId, itemId)).has(itemId),
    agentOf: places.agentOf,
    reviewerOf: (organ, villageId) => postAt('reviewer', organOf(organ, villageId)),
    deciderOf: (organ, villageId) => postAt('decider', organOf(organ, villageId)),
    reviewers: posts.filter(
      (post) => post.role === 'reviewer' && !isInspector(post) && inspectorOf(posts, post) !== undefined,
    ),
    inspectorOf: (reviewer) => inspectorOf(posts, reviewer),
    postOf: (role) => getPost(posts, role, (post) => post.role === role),
  };
}

const isInspector = ({ title }: Post) => title.zh === '现场核查岗';
const inspectorOf = (posts: readonly Post[], { organId }: Post) =>
  posts.find((post) => post.organId === organId && isInspector(post));

interface NamedTownship extends Township {
  readonly villages: readonly { id: string; name: string }[];
}

async function readTownships(visitor: Client): Promise<NamedTownship[]> {
  const { regions } = await visitor.call('GET /regions', {});
  return Promise.all(
    regions.map(async ({ id, name }) => {
      const below = (await visitor.call('GET /regions', { parentId: id })).regions;
      const villages = below.map((village) => ({ id: village.id, name: village.name.zh }));
      return { name: name.zh, villages, villageIds: villages.map((village) => village.id) };
    }),
  );
}

/** Who takes in what comes from a village. */
function placesOf(posts: readonly Post[], townships: readonly NamedTownship[]) {
  const clerks = new Map<string, Post>();
  const agents = new Map<string, Post>();
  for (const { name, villages } of townships) {
    const clerk = posts.find(({ role, region }) => role === 'windowClerk' && region === name);
    for (const village of villages) {
      if (clerk !== undefined) clerks.set(village.id, clerk);
      const agent = posts.find(
        ({ role, region, organId }) => role === 'villageAgent' && region === village.name && organId === clerk?.organId,
      );
      if (agent !== undefined) agents.set(village.id, agent);
    }
  }
  const districtClerk = getPost(
    posts,
    'window of the district',
    ({ role, level }) => role === 'windowClerk' && level === 'DISTRICT',
  );
  return {
    districtClerk,
    /** Villages whose township has a window, and which have an agent. */
    served: townships.map(({ name, villageIds }) => ({
      name,
      villageIds: villageIds.filter((id) => clerks.has(id) && agents.has(id)),
    })),
    clerkOf: (villageId: string) => clerks.get(villageId) ?? districtClerk,
    agentOf(villageId: string): Post {
      const agent = agents.get(villageId);
      if (agent === undefined) throw new Error('A village of the demo has no agent.');
      return agent;
    },
  };
}

/** What each counter takes in. Agents of a township with the same list are asked once a village all the same: some were never trained. */
async function readIntake(posts: readonly Post[], seat: (post: Post) => Promise<Client>) {
  const counters = posts.filter(({ role }) => role === 'windowClerk' || role === 'villageAgent');
  const lists = new Map(
    await Promise.all(
      counters.map(async (post) => {
        const { items } = await (await seat(post)).call('GET /intake-items', {});
        return [post.postId, new Set(items.map(({ itemId }) => itemId))] as const;
      }),
    ),
  );
  return ({ postId }: Post) => lists.get(postId) ?? new Set<string>();
}

/** Reads the guides of the items that a scenario names. */
async function readMatters(visitor: Client, items: Scenario['items']): Promise<Matter[]> {
  const { today } = await visitor.call('GET /district', {});
  const byCode = new Map<string, string>();
  for (let after: string | undefined; ; ) {
    const page = await visitor.call('GET /items', { limit: 100, ...(after !== undefined && { after }) });
    for (const { code, itemId } of page.items) byCode.set(code, itemId);
    after = page.next;
    if (after === undefined) break;
  }
  return Promise.all(
    Object.keys(items).map(async (key) => {
      const itemId = byCode.get(demoItems.find((item) => item.key === key)?.code ?? '');
      if (itemId === undefined) throw new Error(`The scenario names ${key}, which the demo does not offer.`);
      return matterFrom(key, await visitor.call('GET /items/:itemId', { itemId }), today);
    }),
  );
}

function matterFrom(key: string, guide: ServiceGuide, today: string): Matter {
  const stages = guide.process.stages.map(({ tasks }) => tasks).filter((tasks) => !isFrame(tasks));
  const unplayed = stages.flat().find(({ kind }) => !playedTasks.includes(kind));
  if (unplayed !== undefined)
    throw new Error(`The scenario names ${key}, whose ${unplayed.kind} the people of a simulation cannot do.`);
  const deciding = guide.departmentId ?? townshipOrgan;
  const answers = sampleAnswers(key, '');
  const about = { today, applicant: aboutHolder(personOf(1).residentNumber, today) };
  const needed = neededMaterials(guide.materials, guide.form, answers, about).filter(
    ({ necessity }) => necessity === 'required',
  );
  return {
    key,
    itemId: guide.itemId,
    caseType: guide.caseType,
    promisedDays: guide.promisedLimit.amount,
    online: guide.online,
    wishes: guide.deliveryWishes,
    required: needed.map((material) => material.key),
    tolerated: needed.filter(({ tolerated }) => tolerated !== undefined).map((material) => material.key),
    committable: needed.filter(({ commitment }) => commitment !== undefined).map((material) => material.key),
    stages: stages.map((tasks) =>
      tasks.map(
        ({ kind, organ, organId, limit }): MatterTask => ({
          kind,
          organ: organ === 'NAMED' ? (organId ?? deciding) : deciding,
          days: limit?.amount ?? 5,
          isLimited: limit !== undefined,
        }),
      ),
    ),
  };
}

const isFrame = (tasks: readonly { kind: string }[]) =>
  tasks.every(({ kind }) => kind === 'INTAKE' || kind === 'ACCEPTANCE' || kind === 'DELIVERY');

/** The days of a run by the demo's own calendar, provisional where a year's holiday notice is not out yet. */
export async function readDays(visitor: Client, { from, to }: { from: string; to: string }): Promise<RunDay[]> {
  const start = Temporal.PlainDate.from(from).subtract({ days: 1 });
  const limit = start.until(Temporal.PlainDate.from(to)).days;
  const preview = await visitor.call('GET /deadlines/preview', {
    start: start.toString(),
    limit: Math.max(1, limit),
    unit: 'workingDays',
  });
  return preview.days
    .filter(({ day }) => day >= from && day <= to)
    .map(({ day, counted }) => ({
      day: Temporal.PlainDate.from(day),
      isWorking: counted,
    }));
}
