import { pinyin } from 'pinyin-pro';
import type { Level, Role } from '../../contract/values.ts';
import { addPost, addStaff, appointStaff, hashPassword } from '../modules/people/index.ts';
import { loadPlaces, type Place } from '../modules/places/index.ts';
import type { Tx } from '../platform/database/index.ts';
import type { Call } from '../platform/http/call.ts';
import { demoItems, type FoundedItems } from './items.ts';
import { type FoundedPlaces, organKeys } from './places.ts';

/** The one password of every sample member of staff; a demo listens on this machine alone. */
export const demoPassword = 'menkouban-demo';

/** Family names for sample people, who are clearly samples: 样例·王某某. */
const familyNames = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
];

export interface SamplePost {
  readonly appointmentId: string;
  readonly staffId: string;
  readonly postId: string;
  readonly name: string;
  readonly username: string;
}

/** Posts that the sample cases need. */
export interface FoundedPeople {
  readonly clerks: ReadonlyMap<string, SamplePost>;
  readonly townshipDeciders: ReadonlyMap<string, SamplePost>;
  readonly agents: ReadonlyMap<string, SamplePost>;
  /** Of each department that decides something, by its key. */
  readonly reviewers: ReadonlyMap<string, SamplePost>;
  readonly deciders: ReadonlyMap<string, SamplePost>;
  /** Everybody, by user name. */
  readonly everybody: ReadonlyMap<string, SamplePost>;
}

/** Sample staff: a clerk, a reviewer and a decider in each township, an agent in each village, two in each department that decides, those who watch. */
export async function foundPeople(
  tx: Tx,
  { places, items }: { places: FoundedPlaces; items: FoundedItems },
  call: Call,
): Promise<FoundedPeople> {
  const map = await loadPlaces(tx, call.district);
  const district = map.regionById(places.regionId) as Place;
  const passwordHash = await hashPassword(demoPassword);
  let count = 0;
  // Nobody waits for the one hired before.
  const hired = new Map<string, Promise<SamplePost>>();

  function hire(
    username: string,
    post: {
      role: Role;
      title: { zh: string; en: string };
      organId: string;
      centerId: string | null;
      regionId: string;
      itemIds?: readonly string[];
    },
  ): string {
    const name = `样例·${familyNames[count % familyNames.length]}某某`;
    count += 1;
    const member = (async () => {
      const [{ staffId }, { postId }] = await Promise.all([
        addStaff(tx, { username, name, passwordHash, ...credentialOf(post.role, count) }, call),
        addPost(
          tx,
          {
            role: post.role,
            title: post.title,
            organId: post.organId,
            centerId: post.centerId,
            areaRegionId: post.regionId,
            phone: '0738-0000000',
            itemIds: post.itemIds ?? [],
          },
          call,
        ),
      ]);
      const { appointmentId } = await appointStaff(tx, { staffId, postId, kind: 'regular' }, call);
      return { appointmentId, staffId, postId, name, username };
    })();
    hired.set(username, member);
    return username;
  }

  const offeredAt = (level: Level) =>
    demoItems.flatMap(({ key, content }) =>
      content.offeredAt.includes(level) && content.guideOnly === undefined ? (items[key] ?? []) : [],
    );
  // Of the last township's villages one alone was trained for what a batch moves forward; a look-back finds the others.
  const untrained = map.childrenOf(district.id).at(-1);
  const forward = new Set(
    demoItems.flatMap(({ key, content }) => (content.elements.powerSource === 'STATUTORY' ? (items[key] ?? []) : [])),
  );
  const withoutForward = offeredAt('VILLAGE').filter((itemId) => !forward.has(itemId));
  const { organs, townshipOrgans, centers } = places;
  const clerks = new Map<string, string>();
  const townshipDeciders = new Map<string, string>();
  const agents = new Map<string, string>();
  for (const town of map.childrenOf(district.id)) {
    const short = spelled(town.name.zh);
    const organId = townshipOrgans.get(town.code) as string;
    const centerId = centers.townships.get(town.code) as string;
    clerks.set(
      town.code,
      hire(`clerk.${short}`, {
        role: 'windowClerk',
        title: { zh: '综合窗口收件岗', en: 'Comprehensive window clerk' },
        organId,
        centerId,
        regionId: town.id,
        itemIds: offeredAt('TOWNSHIP'),
      }),
    );
    hire(`reviewer.${short}`, {
      role: 'reviewer',
      title: { zh: '乡镇审查岗', en: 'Reviewer of the township' },
      organId,
      centerId: null,
      regionId: town.id,
    });
    hire(`head.${short}`, {
      role: 'organHead',
      title: { zh: '乡镇长', en: 'Head of the township' },
      organId,
      centerId: null,
      regionId: town.id,
    });
    townshipDeciders.set(
      town.code,
      hire(`decider.${short}`, {
        role: 'decider',
        title: { zh: '乡镇决定岗', en: 'Decider of the township' },
        organId,
        centerId: null,
        regionId: town.id,
      }),
    );
    for (const [index, village] of map.childrenOf(town.id).entries())
      agents.set(
        village.code,
        hire(`agent.${short}.${index + 1}`, {
          role: 'villageAgent',
          title: { zh: `${village.name.zh}代办员`, en: `Village agent, ${village.name.en}` },
          organId,
          centerId: centers.villages.get(village.code) ?? null,
          regionId: village.id,
          itemIds: town === untrained && index > 0 ? withoutForward : offeredAt('VILLAGE'),
        }),
      );
  }
  const decidingOrgans = new Set(demoItems.flatMap(({ organ }) => (organ === 'township' ? [] : [organ])));
  const reviewers = new Map<string, string>();
  const deciders = new Map<string, string>();
  // Whoever decides nothing may still take part in another's matter.
  for (const organ of organKeys) {
    const bureau = { organId: organs[organ], centerId: null, regionId: district.id };
    const department = organ.replace(/[A-Z]/g, (letter) => `.${letter.toLowerCase()}`);
    reviewers.set(
      organ,
      hire(`reviewer.${department}`, {
        role: 'reviewer',
        title: { zh: '审查岗', en: 'Reviewer' },
        ...bureau,
      }),
    );
    // Two look at a site (ALL 34), and neither of them decides.
    hire(`inspector.${department}`, {
      role: 'reviewer',
      title: { zh: '现场核查岗', en: 'Inspector on site' },
      ...bureau,
    });
    deciders.set(
      organ,
      hire(`decider.${department}`, {
        role: 'decider',
        title: { zh: '决定岗（副局长）', en: 'Decider (deputy director)' },
        ...bureau,
      }),
    );
  }
  for (const organ of organKeys) {
    const department = organ.replace(/[A-Z]/g, (letter) => `.${letter.toLowerCase()}`);
    hire(`head.${department}`, {
      role: 'organHead',
      title: { zh: '局长（主要负责人）', en: 'Director (head of the organ)' },
      organId: organs[organ],
      centerId: null,
      regionId: district.id,
    });
  }
  for (const organ of decidingOrgans) {
    const department = organ.replace(/[A-Z]/g, (letter) => `.${letter.toLowerCase()}`);
    const bureau = { organId: organs[organ], centerId: null, regionId: district.id };
    hire(`items.${department}`, {
      role: 'itemManager',
      title: { zh: '事项编制岗', en: 'Item manager' },
      ...bureau,
    });
    hire(`items.${department}.reviewer`, {
      role: 'itemReviewer',
      title: { zh: '事项审核岗（法制）', en: 'Item reviewer (legal affairs)' },
      ...bureau,
    });
  }
  hire('reviewer.health.2', {
    role: 'reviewer',
    title: { zh: '审查岗（二）', en: 'Reviewer (2)' },
    organId: organs.health,
    centerId: null,
    regionId: district.id,
  });
  const approval = { organId: organs.approval, regionId: district.id };
  hire('clerk.district', {
    role: 'windowClerk',
    title: { zh: '综合窗口3号收件岗', en: 'Comprehensive window 3' },
    centerId: centers.district,
    itemIds: offeredAt('DISTRICT'),
    ...approval,
  });
  hire('supervisor', {
    role: 'supervisor',
    title: { zh: '监督岗', en: 'Supervisor' },
    centerId: null,
    ...approval,
  });
  for (const [username, zh, en] of [
    ['publisher', '事项管理股（复核、发布）', 'Item management (approval and publication)'],
    ['publisher.2', '事项管理股（第二复核）', 'Item management (second approval)'],
  ] as const)
    hire(username, { role: 'itemPublisher', title: { zh, en }, centerId: null, ...approval });
  hire('head.government', {
    role: 'governmentHead',
    title: { zh: '分管副区长', en: 'Deputy head of the district' },
    centerId: null,
    ...approval,
  });
  hire('archivist', {
    role: 'archivist',
    title: { zh: '档案管理岗', en: 'Archivist' },
    centerId: null,
    ...approval,
  });
  hire('admin', {
    role: 'administrator',
    title: { zh: '系统管理岗', en: 'Administrator' },
    centerId: null,
    ...approval,
  });
  const everybody = new Map(await Promise.all([...hired].map(async ([key, member]) => [key, await member] as const)));
  const posts = (usernames: ReadonlyMap<string, string>) =>
    new Map([...usernames].map(([key, username]) => [key, everybody.get(username) as SamplePost]));
  return {
    clerks: posts(clerks),
    townshipDeciders: posts(townshipDeciders),
    agents: posts(agents),
    reviewers: posts(reviewers),
    deciders: posts(deciders),
    everybody,
  };
}

function spelled(name: string): string {
  return pinyin(name.replace(/(街道|镇|乡)$/, ''), { toneType: 'none', type: 'array' }).join('');
}

/** Who examines and decides shows a credential: eleven digits that begin with those of the province and the district. */
function credentialOf(role: Role, number: number): { credentialNumber?: string } {
  const shows: readonly Role[] = ['reviewer', 'decider', 'organHead'];
  return shows.includes(role) ? { credentialNumber: `1813020${String(number).padStart(4, '0')}` } : {};
}
