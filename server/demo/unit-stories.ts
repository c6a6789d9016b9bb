import { returnTask } from '../modules/cases/index.ts';
import { decideCase } from '../modules/decisions/index.ts';
import { acceptTolerated } from '../modules/intake/index.ts';
import { arrangeMeeting, drawExperts } from '../modules/meetings/index.ts';
import { requestExtension, startProcedure } from '../modules/procedures/index.ts';
import { accepted, acceptedAtOnce, agreed, type Sample, signed, visited } from './process-scene.ts';

/** Matters that several units work on. */
export const unitStories: readonly Sample[] = [
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
      await acceptedAtOnce(scene);
      await signed(scene, 'reviewer.natural.resources', '权属审核');
      await agreed(scene, 'reviewer.housing', '交易和网签核对', '合同已网签备案，没有查封、抵押。');
    },
  },
  {
    item: 'propertyTransfer',
    name: '样例·梁某某',
    ago: 4,
    story: async (scene) => {
      await acceptedAtOnce(scene);
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
      await acceptedAtOnce(scene);
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
