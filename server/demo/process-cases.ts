import { aboutHolder } from '../../contract/questions.ts';
import { neededMaterials } from '../../contract/situations.ts';
import { everywhere, getCase, returnTask, reviewCase, signForCase } from '../modules/cases/index.ts';
import { getVersionInForce, processOf } from '../modules/catalogue/index.ts';
import { addWorkingDays, loadCalendar, type WorkCalendar } from '../modules/deadlines/index.ts';
import { decideCase } from '../modules/decisions/index.ts';
import { acceptCase, acceptTolerated, takeInCase } from '../modules/intake/index.ts';
import {
  addExpert,
  arrangeMeeting,
  drawExperts,
  holdMeeting,
  signMeeting,
  writeConclusion,
} from '../modules/meetings/index.ts';
import { actingAs, type StaffCall } from '../modules/people/index.ts';
import { loadPlaces } from '../modules/places/index.ts';
import { requestExtension, startProcedure } from '../modules/procedures/index.ts';
import { dayOf, zone } from '../platform/clock.ts';
import { type Database, type Tx, transact } from '../platform/database/index.ts';
import type { Call } from '../platform/http/call.ts';
import { sampleAnswers } from './items/sample-answers.ts';
import { demoItems, type FoundedItems } from './items.ts';
import type { FoundedPeople } from './people.ts';
import type { FoundedPlaces } from './places.ts';
import { sampleNumber } from './residents.ts';

interface Founded {
  readonly places: FoundedPlaces;
  readonly people: FoundedPeople;
  readonly items: FoundedItems;
}

/** A matter under way, as the sample staff work on it, one act after the other on days gone by. */
interface Scene {
  readonly caseId: string;
  /** The next working day; never past today. */
  next(): void;
  /** One act by a member of staff, at an hour of the present day. */
  act<T>(username: string, hour: number, run: (tx: Tx, as: StaffCall) => Promise<T>): Promise<T>;
  /** The task of the matter that is called so. */
  task(name: string): Promise<string>;
  staff(username: string): string;
  /** A local time `ahead` working days after the present day. */
  time(ahead: number, clock: string): string;
}

interface Sample {
  readonly item: string;
  readonly name: string;
  /** Working days ago that it was taken in. */
  readonly ago: number;
  /** A material that is not there yet. */
  readonly without?: string;
  readonly story: (scene: Scene) => Promise<void>;
}

const accepted = async ({ act, next, caseId }: Scene) => {
  next();
  await act('clerk.district', 10, (tx, as) => acceptCase(tx, { caseId }, as));
};

const signed = async ({ act, task, caseId }: Scene, username: string, name: string) => {
  const taskId = await task(name);
  await act(username, 11, (tx, as) => signForCase(tx, { caseId, taskId }, as));
};

const agreed = async (scene: Scene, username: string, name: string, text: string) => {
  const { act, task, caseId } = scene;
  const taskId = await task(name);
  await signed(scene, username, name);
  await act(username, 15, (tx, as) => reviewCase(tx, { caseId, taskId, opinion: 'agree', text }, as));
};

/** Officers see the place and say together what they saw. */
const visited = async (scene: Scene, department: string, name: string, text: string) => {
  const { act, next, caseId, task, time, staff } = scene;
  const [one, other] = [`reviewer.${department}`, `decider.${department}`];
  const taskId = await task(name);
  await signed(scene, one, name);
  const { meetingId } = await act(one, 14, (tx, as) =>
    arrangeMeeting(tx, { caseId, taskId, startsAt: time(1, '09:30'), place: '申请人的经营场所（样例）' }, as),
  );
  next();
  const attendees = [staff(one), staff(other)];
  await act(one, 11, (tx, as) => holdMeeting(tx, { meetingId, attendees }, as));
  await act(one, 14, (tx, as) => writeConclusion(tx, { meetingId, outcome: 'agree', text }, as));
  await act(one, 15, (tx, as) => signMeeting(tx, { meetingId }, as));
};

const samples: readonly Sample[] = [
  {
    item: 'foodBusiness',
    name: '样例·刘记小馆',
    ago: 3,
    story: async (scene) => {
      await accepted(scene);
      await signed(scene, 'reviewer.market.supervision', '材料审查');
      const { act, caseId, task, time } = scene;
      const taskId = await task('场所、布局和设备');
      await signed(scene, 'reviewer.market.supervision', '场所、布局和设备');
      await act('reviewer.market.supervision', 16, (tx, as) =>
        arrangeMeeting(tx, { caseId, taskId, startsAt: time(3, '09:30'), place: '花山街道演示路21号（样例）' }, as),
      );
    },
  },
  {
    item: 'foodBusiness',
    name: '样例·周记面馆',
    ago: 8,
    story: async (scene) => {
      await accepted(scene);
      scene.next();
      await agreed(scene, 'reviewer.market.supervision', '材料审查', '材料齐全，布局图和操作流程一致。');
      await visited(
        scene,
        'market.supervision',
        '场所、布局和设备',
        '粗加工、切配、烹饪分区明确，冷藏、消毒、防蝇防鼠设备在用，与布局图一致。',
      );
    },
  },
  {
    item: 'propertyTransfer',
    name: '样例·彭某某',
    ago: 2,
    story: async (scene) => {
      await accepted(scene);
      await agreed(scene, 'reviewer.housing', '交易和网签核对', '合同已网签备案，没有查封、抵押。');
      await signed(scene, 'reviewer.natural.resources', '权属审核');
    },
  },
  {
    item: 'propertyTransfer',
    name: '样例·梁某某',
    ago: 4,
    story: async (scene) => {
      await accepted(scene);
      await agreed(scene, 'reviewer.housing', '交易和网签核对', '合同已网签备案。');
      await agreed(scene, 'reviewer.tax', '契税、个人所得税核定', '契税、个人所得税已缴清。');
      scene.next();
      await agreed(scene, 'reviewer.natural.resources', '权属审核', '权属清楚，双方当面确认自愿。');
      scene.next();
      await scene.act('decider.natural.resources', 10, (tx, as) =>
        decideCase(tx, { caseId: scene.caseId, outcome: 'GRANTED' }, as),
      );
    },
  },
  {
    item: 'propertyTransfer',
    name: '样例·曾某某',
    ago: 2,
    story: async (scene) => {
      const { act, caseId, task } = scene;
      await accepted(scene);
      const taskId = await task('交易和网签核对');
      await act('reviewer.housing', 16, (tx, as) =>
        returnTask(tx, { caseId, taskId, reason: '这套房是自建房，没有网签，应由自然资源局核对宅基地资料。' }, as),
      );
    },
  },
  {
    item: 'planningPermit',
    name: '样例·演示机械厂',
    ago: 5,
    story: async (scene) => {
      const { act, next, caseId, task, time } = scene;
      await accepted(scene);
      next();
      const taskId = await task('专家评审');
      await signed(scene, 'reviewer.natural.resources', '专家评审');
      const { meetingId } = await act('reviewer.natural.resources', 14, (tx, as) =>
        arrangeMeeting(
          tx,
          {
            caseId,
            taskId,
            startsAt: time(6, '09:00'),
            place: '区自然资源局三楼会议室（样例）',
            experts: { fields: ['planning', 'construction'], count: 3 },
          },
          as,
        ),
      );
      next();
      await act('reviewer.natural.resources', 9, (tx, as) => drawExperts(tx, { meetingId }, as));
      await act('reviewer.natural.resources', 10, (tx, as) =>
        startProcedure(
          tx,
          { caseId, ground: 'expertReview', neededDays: 6, reason: '方案需要专家评审，已抽取三位专家，评审会已排定。' },
          as,
        ),
      );
    },
  },
  { item: 'roadOccupation', name: '样例·演示建材店', ago: 4, story: accepted },
  {
    item: 'elevatorUse',
    name: '样例·演示商场',
    ago: 2,
    without: 'inspection',
    story: async ({ act, next, caseId, time }) => {
      next();
      await act('clerk.district', 10, (tx, as) =>
        acceptTolerated(
          tx,
          {
            caseId,
            materials: ['inspection'],
            supplyDay: time(3, '09:00').slice(0, 10),
            method: 'WINDOW',
            signed: true,
          },
          as,
        ),
      );
    },
  },
  {
    item: 'kindergarten',
    name: '样例·小星星幼儿园',
    ago: 9,
    story: async (scene) => {
      await accepted(scene);
      scene.next();
      const { act, caseId } = scene;
      await act('reviewer.education', 10, (tx, as) =>
        requestExtension(tx, { caseId, days: 5, reason: '联合踏勘的单位多，时间要再排。' }, as),
      );
    },
  },
];

/** Sample experts of the pool, by field. */
const experts: readonly (readonly [
  name: string,
  employer: string,
  ...fields: Parameters<typeof addExpert>[1]['fields'],
])[] = [
  ['样例·专家甲', '样例·演示规划院', 'planning'],
  ['样例·专家乙', '样例·演示设计院', 'planning', 'construction'],
  ['样例·专家丙', '样例·演示建筑大学', 'construction'],
  ['样例·专家丁', '样例·演示消防学会', 'fireSafety', 'construction'],
  ['样例·专家戊', '样例·演示环境所', 'environment', 'planning'],
  ['样例·专家己', '样例·演示幼儿师范', 'other'],
];

/** Matters that several units work on, each brought so far by the product's own acts. */
export async function foundProcessCases(db: Database, founded: Founded, call: Call): Promise<void> {
  const calendar = await loadCalendar(db, call.district);
  const publisher = founded.people.everybody.get('publisher')?.staffId ?? '';
  const longAgo = { ...call, now: call.now.subtract({ hours: 24 * 60 }), today: call.today.subtract({ days: 60 }) };
  for (const [name, employer, ...fields] of experts)
    await transact(db, async (tx) =>
      addExpert(
        tx,
        { name, employer, fields: [...fields], relatives: [], interests: [], fromDay: longAgo.today.toString() },
        await actingAs(tx, longAgo, publisher),
      ),
    );
  const places = await loadPlaces(db, call.district);
  const villageId = places.centerById([...founded.places.centers.villages.values()][0] ?? '')?.regionId ?? '';
  for (const [at, sample] of samples.entries()) await foundCase(db, sample, at, founded, { call, calendar, villageId });
}

async function foundCase(
  db: Database,
  sample: Sample,
  at: number,
  { people, items }: Founded,
  { call, calendar, villageId }: { call: Call; calendar: WorkCalendar; villageId: string },
): Promise<void> {
  const item = demoItems.find(({ key }) => key === sample.item);
  if (item === undefined) return;
  let day = backFrom(call.today, sample.ago, calendar);
  let minute = 0;
  const act: Scene['act'] = (username, hour, run) => {
    minute += 1;
    const wanted = day
      .toZonedDateTime({ timeZone: zone, plainTime: { hour, minute: (at * 3 + minute) % 60 } })
      .toInstant();
    const now = Temporal.Instant.compare(wanted, call.now) > 0 ? call.now : wanted;
    return transact(db, async (tx) =>
      run(tx, await actingAs(tx, { ...call, now, today: dayOf(now) }, staff(username))),
    );
  };
  const staff = (username: string) => people.everybody.get(username)?.staffId ?? '';
  const given = sampleAnswers(item.key, villageId);
  const answers = 'firm.name' in given ? { ...given, 'firm.name': sample.name } : given;
  const residentNumber = sampleNumber(300 + at);
  const about = { today: call.today.toString(), applicant: aboutHolder(residentNumber, call.today.toString()) };
  const { caseId } = await act('clerk.district', 9, (tx, as) =>
    takeInCase(
      tx,
      {
        itemId: items[item.key] ?? '',
        applicant: { name: sample.name, residentNumber, phone: `1300000020${at}`, regionId: villageId },
        answers,
        materials: neededMaterials(item.content.materials, item.content.form, answers, about)
          .filter(({ necessity }) => necessity === 'required')
          .map(({ key }) => ({ key, received: key !== sample.without, originals: 1, copies: 0, fileIds: [] })),
        deliveryWish: 'WINDOW',
      },
      as,
    ),
  );
  await sample.story({
    caseId,
    act,
    staff,
    next: () => {
      const later = addWorkingDays(day, 1, calendar);
      if (Temporal.PlainDate.compare(later, call.today) <= 0) day = later;
    },
    task: async (name) => {
      const [{ tasks }, version] = await Promise.all([
        getCase(db, call.district, caseId, everywhere),
        getVersionInForce(db, call, items[item.key] ?? ''),
      ]);
      const outlined = processOf(version).stages.flatMap((stage) => stage.tasks);
      const key = outlined.find((task) => task.name.zh === name)?.key;
      const found = tasks.find((task) => task.key === key);
      if (found === undefined) throw new Error(`${item.key} has no task called ${name}`);
      return found.id;
    },
    time: (ahead, clock) => `${addWorkingDays(day, ahead, calendar)}T${clock}`,
  });
}

function backFrom(today: Temporal.PlainDate, ago: number, calendar: WorkCalendar): Temporal.PlainDate {
  let day = today;
  for (let left = ago; left > 0; left -= 1) {
    do day = day.subtract({ days: 1 });
    while (calendar.kindOf(day).kind === 'weekend' || calendar.kindOf(day).kind === 'holiday');
  }
  return day;
}
