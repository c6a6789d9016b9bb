import type { ProposedItem } from '../../contract/devolution.ts';
import type { findingKinds } from '../../contract/words.ts';
import {
  changeAcceptance,
  closeRound,
  commentBatch,
  continueLookBack,
  getBatchView,
  getFindings,
  goLive,
  holdMeeting,
  moveFinding,
  openRound,
  permitPosts,
  proposeBatch,
  publishBatch,
  putItems,
  recordTraining,
  reviewLegality,
  runLookBack,
  startTrial,
  takeBack,
} from '../modules/devolution/index.ts';
import { actingAs, appointStaff, type StaffCall } from '../modules/people/index.ts';
import { loadPlaces } from '../modules/places/index.ts';
import { dayOf, zone } from '../platform/clock.ts';
import { type Database, type Tx, transact } from '../platform/database/index.ts';
import type { Call } from '../platform/http/call.ts';
import { checked, type DemoItem, sample } from './items/pieces.ts';
import { demoItems, type FoundedItems } from './items.ts';
import type { FoundedPeople, SamplePost } from './people.ts';
import type { FoundedPlaces, OrganKey } from './places.ts';

interface Founded {
  readonly places: FoundedPlaces;
  readonly people: FoundedPeople;
  readonly items: FoundedItems;
}

/** How far a sample batch has come, and how many days before today each step was. */
interface SampleBatch {
  readonly title: string;
  readonly departments: readonly OrganKey[];
  readonly most: number;
  /** Townships that receive, the first so many; all when absent. */
  readonly towns?: number;
  readonly proposedAgo: number;
  readonly liveAgo?: number;
  /** Of the last round: it is still open. */
  readonly inRound?: number;
  readonly takenBackAgo?: number;
}

const samples: readonly SampleBatch[] = [
  {
    title: '取水、城市管理事项委托乡镇实施',
    departments: ['water', 'urbanManagement'],
    most: 2,
    towns: 2,
    proposedAgo: 85,
    liveAgo: 62,
    takenBackAgo: 12,
  },
  {
    title: '林业事项向乡镇放权',
    departments: ['forestry'],
    most: 2,
    towns: 3,
    proposedAgo: 82,
    liveAgo: 55,
  },
  {
    title: '农业农村、人社、民政、退役军人事务向乡镇赋权',
    departments: ['agriculture', 'humanResources', 'civilAffairs', 'veterans'],
    most: 25,
    proposedAgo: 48,
    liveAgo: 21,
  },
  {
    title: '市场监管事项向乡镇赋权（征求意见）',
    departments: ['marketSupervision', 'housing'],
    most: 8,
    proposedAgo: 14,
    inRound: 2,
  },
];

const sections = '行政审批股';

/** Batches of devolution at several steps and a look-back, all by the product's own acts on days gone by. */
export async function foundDevolutions(db: Database, founded: Founded, call: Call): Promise<void> {
  // Numbered in their order; then each goes its own way, for no two are of the same items.
  const proposals: (() => Promise<void>)[] = [];
  for (const each of samples) proposals.push(await foundBatch(db, each, founded, call));
  await Promise.all(proposals.map((goOn) => goOn()));
  await foundLookBack(db, founded, call);
}

/** An act of somebody on a day before today, at an hour. */
function acting(db: Database, call: Call) {
  return <T>(who: SamplePost, ago: number, hour: number, run: (tx: Tx, as: StaffCall) => Promise<T>): Promise<T> =>
    transact(db, async (tx) => {
      const wanted = call.today
        .subtract({ days: ago })
        .toZonedDateTime({ timeZone: zone, plainTime: { hour } })
        .toInstant();
      const now = Temporal.Instant.compare(wanted, call.now) > 0 ? call.now : wanted;
      return run(tx, await actingAs(tx, { ...call, now, today: dayOf(now) }, who.staffId));
    });
}

function staffOf({ people }: Founded, username: string): SamplePost {
  const found = people.everybody.get(username);
  if (found === undefined) throw new Error(`Nobody is called ${username}.`);
  return found;
}

const departmentName = (organ: OrganKey) => organ.replace(/[A-Z]/g, (letter) => `.${letter.toLowerCase()}`);

/**
 * What the departments of a batch hand down: licences are entrusted, what villages take in moves forward, the rest is
 * devolved. All of it is received at townships already, so that a batch changes who decides there, not how many items
 * the district says that its townships receive.
 */
function itemsOf({ most, departments }: SampleBatch): DemoItem[] {
  return demoItems
    .filter(({ organ, content }) => departments.includes(organ as OrganKey) && content.guideOnly === undefined)
    .filter(({ content: { elements } }) => elements.bodyNature !== 'ENTRUSTED')
    .filter(({ content: { offeredAt } }) => offeredAt.includes('TOWNSHIP'))
    .slice(0, most);
}

function proposed(
  { profile, content, key }: DemoItem,
  { items, regionIds, effectiveDay }: { items: FoundedItems; regionIds: string[] | undefined; effectiveDay: string },
): ProposedItem {
  const itemId = items[key] ?? '';
  const townships = { kind: 'TOWNSHIPS' as const, ...(regionIds && { regionIds }) };
  if (profile === 'LICENSE')
    return {
      itemId,
      mode: 'ENTRUSTED',
      receivers: townships,
      basis: checked('行政许可法', '第二十四条'),
      effectiveDay,
    };
  if (content.offeredAt.includes('VILLAGE') && content.elements.powerSource === 'STATUTORY')
    return { itemId, mode: 'SERVICE_FORWARD', receivers: { ...townships, kind: 'VILLAGES' }, effectiveDay };
  const basis = sample('湖南省人民政府关于向乡镇（街道）放权的决定');
  return { itemId, mode: 'DEVOLVED', receivers: townships, basis, effectiveDay };
}

/** Proposes a batch; the answer brings it as far as it has come. */
async function foundBatch(
  db: Database,
  given: SampleBatch,
  founded: Founded,
  call: Call,
): Promise<() => Promise<void>> {
  const { places, people, items } = founded;
  const by = acting(db, call);
  const publisher = staffOf(founded, 'publisher');
  const map = await loadPlaces(db, call.district);
  const towns = map.childrenOf(places.regionId).slice(0, given.towns);
  const regionIds = given.towns === undefined ? undefined : towns.map(({ id }) => id);
  const effectiveDay = call.today.subtract({ days: given.liveAgo ?? -30 }).toString();
  const down = itemsOf(given);
  const departments = given.departments.filter((organ) => down.some((item) => item.organ === organ));
  const [first] = departments;
  if (first === undefined) return async () => {};
  const own = (organ: OrganKey) =>
    down.filter((item) => item.organ === organ).map((item) => proposed(item, { items, regionIds, effectiveDay }));
  const manager = (organ: OrganKey) => staffOf(founded, `items.${departmentName(organ)}`);
  const reviewer = (organ: OrganKey) => staffOf(founded, `items.${departmentName(organ)}.reviewer`);

  const { batchId } = await by(manager(first), given.proposedAgo, 9, (tx, as) =>
    proposeBatch(tx, { title: given.title, note: '样例批次，按应放尽放的要求提出。', items: own(first) }, as),
  );
  return async () => {
    for (const organ of departments.slice(1))
      await by(manager(organ), given.proposedAgo, 10, (tx, as) => putItems(tx, { batchId, items: own(organ) }, as));

    const meetingAgo = given.proposedAgo - 3;
    await by(publisher, meetingAgo, 9, (tx, as) =>
      holdMeeting(
        tx,
        {
          batchId,
          day: as.today.toString(),
          organIds: [
            places.organs.approval,
            ...departments.map((organ) => places.organs[organ]),
            ...towns.flatMap(({ code }) => places.townshipOrgans.get(code) ?? []),
          ],
          note: '联席会议研究放权清单，乡镇逐项发表意见。',
        },
        as,
      ),
    );
    const rounds = given.inRound ?? 3;
    for (let round = 1; round <= rounds; round += 1) {
      const ago = meetingAgo - (round - 1) * 3;
      const isLast = round === given.inRound;
      await by(publisher, ago, 10, (tx, as) =>
        openRound(tx, { batchId, untilDay: as.today.add({ days: isLast ? ago + 5 : 2 }).toString() }, as),
      );
      // Townships that are still silent in the open round have until its last day.
      for (const [index, { code }] of towns.slice(0, isLast ? 2 : 4).entries())
        await by(people.townshipDeciders.get(code) as SamplePost, ago, 11 + index, (tx, as) =>
          commentBatch(tx, { batchId, ...opinionOf(round, index) }, as),
        );
      // Where somebody was silent the round runs to its last day.
      if (!isLast && towns.length <= 4) await by(publisher, ago - 1, 16, (tx, as) => closeRound(tx, { batchId }, as));
    }
    if (given.liveAgo === undefined) return;

    const reviewAgo = meetingAgo - 9;
    for (const organ of departments)
      await by(reviewer(organ), reviewAgo, 9, (tx, as) =>
        reviewLegality(tx, { batchId, lawful: true, opinion: '依据明确，承接主体适格，程序合法。' }, as),
      );
    await by(publisher, reviewAgo, 15, (tx, as) =>
      publishBatch(tx, { batchId, announcement: '区政府门户网站“区级赋权事项目录”专栏（样例）' }, as),
    );
    const { offices } = await by(publisher, reviewAgo, 16, (tx, as) => getBatchView(tx, { batchId }, as));
    // Everybody at a window and every agent, but of the last township’s villages one agent alone.
    const last = towns.at(-1)?.id;
    const chosen = offices.flatMap(({ level, regionId, posts }) =>
      level === 'VILLAGE' && regionId === last
        ? posts.filter(({ role }, index) => index === 0 || role === 'windowClerk')
        : posts,
    );
    for (const organ of departments)
      await by(manager(organ), reviewAgo - 2, 9, (tx, as) =>
        recordTraining(
          tx,
          {
            batchId,
            organId: places.organs[organ],
            day: as.today.toString(),
            hours: 4,
            section: sections,
            staffIds: [...new Set(chosen.flatMap(({ holders }) => holders.map(({ staffId }) => staffId)))],
          },
          as,
        ),
      );
    const trialAgo = given.liveAgo + 4;
    await by(publisher, trialAgo, 9, (tx, as) =>
      permitPosts(
        tx,
        {
          batchId,
          postIds: [...new Set(chosen.map(({ postId }) => postId))],
          sealNote: '已刻制审批服务专用章并备案（样例）',
          networkNote: '电子政务外网和系统账号已开通（样例）',
        },
        as,
      ),
    );
    await by(publisher, trialAgo, 10, (tx, as) =>
      startTrial(tx, { batchId, fromDay: as.today.toString(), untilDay: as.today.add({ days: 3 }).toString() }, as),
    );
    await by(publisher, given.liveAgo, 9, (tx, as) => goLive(tx, { batchId }, as));
    if (given.takenBackAgo !== undefined)
      await by(publisher, given.takenBackAgo, 9, (tx, as) =>
        takeBack(tx, { batchId, fromDay: as.today.toString(), reason: '乡镇专业力量不足，由区级部门收回办理。' }, as),
      );
    else if (regionIds !== undefined) await noteDifficulty(by, { batchId, publisher, ago: given.liveAgo - 20 });
  };
}

function opinionOf(round: number, index: number) {
  if (index !== 1) return { opinion: 'AGREE' as const };
  return round === 1
    ? { opinion: 'CANNOT_TAKE' as const, text: '我们没有懂这项业务的人员，请先培训。' }
    : { opinion: 'AGREE_WITH_CHANGE' as const, text: '培训以后可以承接，请配一台高拍仪。' };
}

/** 承接有困难 at one receiver of a batch. */
async function noteDifficulty(
  by: ReturnType<typeof acting>,
  { batchId, publisher, ago }: { batchId: string; publisher: SamplePost; ago: number },
): Promise<void> {
  await by(publisher, ago, 11, async (tx, as) => {
    const { contents } = await getBatchView(tx, { batchId }, as);
    const receiverId = contents[0]?.receiving[0]?.receiverId;
    if (receiverId === undefined) return;
    const reason = '窗口人员调走，正在补充。';
    await changeAcceptance(tx, { batchId, receiverId, acceptance: 'DIFFICULT', reason }, as);
  });
}

/** A look-back over the last quarter: some findings with an owner and a day, one late, one closed. */
async function foundLookBack(db: Database, { people, ...founded }: Founded, call: Call): Promise<void> {
  const by = acting(db, call);
  const publisher = staffOf({ people, ...founded }, 'publisher');
  const [agent, clerk] = [[...people.agents.values()].at(-1), [...people.clerks.values()].at(-1)];
  // A substitute at a window who sat in no training.
  if (agent !== undefined && clerk !== undefined)
    await by(publisher, 9, 9, (tx, as) =>
      appointStaff(tx, { staffId: agent.staffId, postId: clerk.postId, kind: 'substitute' }, as),
    );
  const run = async (ago: number) => {
    const sinceDay = call.today.subtract({ days: 90 }).toString();
    const { lookBackId } = await by(publisher, ago, 9, (tx, as) => runLookBack(tx, { sinceDay }, as));
    // Its own jobs would walk it later, when the day has moved on.
    const step = () => by(publisher, ago, 9, (tx, as) => continueLookBack(tx, { lookBackId }, as));
    while ((await step()) !== 'DONE');
  };
  await run(8);
  const findings = async (kind: (typeof findingKinds)[number]) =>
    (await by(publisher, 8, 10, (tx, as) => getFindings(tx, { kind, limit: 2 }, as))).findings;
  const [[late], [soon], [closed, rectified]] = [
    await findings('UNTRAINED'),
    await findings('NO_PERMISSION'),
    await findings('ZERO_CASES'),
  ];
  for (const [finding, days] of [
    [late, 5],
    [soon, 15],
    [closed, 10],
    [rectified, 10],
  ] as const)
    if (finding !== undefined)
      await by(publisher, 8, 11, (tx, as) =>
        moveFinding(
          tx,
          {
            findingId: finding.findingId,
            act: 'assign',
            organId: finding.owner.organId,
            deadlineDay: as.today.add({ days }).toString(),
            note: '请按期整改并反馈。',
          },
          as,
        ),
      );
  for (const finding of [closed, rectified])
    if (finding !== undefined)
      await by(publisher, 4, 9, (tx, as) =>
        moveFinding(
          tx,
          { findingId: finding.findingId, act: 'rectify', note: '已经在村务公开栏和村民群里告知，可以就近办。' },
          as,
        ),
      );
  if (closed !== undefined)
    await by(publisher, 3, 9, (tx, as) =>
      moveFinding(tx, { findingId: closed.findingId, act: 'close', note: '核实整改到位。' }, as),
    );
}
