import { decideAtDesk, decideCase, deliverCase, terminateCase } from '../modules/decisions/index.ts';
import { handSheet, makeSheet } from '../modules/handovers/index.ts';
import { notifyHearing } from '../modules/meetings/index.ts';
import { extendLimit, getCaseProcedures, postNotice, requestExtension } from '../modules/procedures/index.ts';
import { accepted, agreed, type Sample, type Scene, signed, visited, visitedTogether } from './process-scene.ts';

/** Decided in the same visit by a second officer, and taken along. */
const doneAtOnce = async (scene: Scene) => {
  const { act, caseId, staff } = scene;
  await accepted(scene);
  await act('clerk.district', 10, (tx, as) =>
    decideAtDesk(tx, { caseId, outcome: 'GRANTED' }, as, staff('decider.natural.resources')),
  );
  await delivered(scene);
};

const delivered = ({ act, caseId }: Scene) =>
  act('clerk.district', 16, (tx, as) => deliverCase(tx, { caseId, method: 'DIRECT', receiver: 'applicant' }, as));

/** Matters on their special ways: a hearing, a commitment, more time, an end before the decision, a renewal, long done. */
export const endingStories: readonly Sample[] = [
  {
    item: 'entertainmentVenue',
    name: '样例·星光歌厅',
    ago: 7,
    story: async (scene) => {
      const { act, next, caseId, task } = scene;
      await accepted(scene);
      const text = '包厢、疏散通道和隔音与平面图一致，消防设施在用，边界噪声达标。';
      await visitedTogether(scene, ['culture', 'fire', 'ecology'], '场所、消防、噪声一起看', text);
      next();
      const [noticeId, hearingId] = [await task('公示10天'), await task('听证')];
      const content = '样例：拟准予设立歌舞娱乐场所，核定人数120人，现予公示，听取意见。';
      await act('reviewer.culture', 9, (tx, as) => postNotice(tx, { caseId, taskId: noticeId, content }, as));
      next();
      await signed(scene, 'reviewer.culture', '听证');
      await act('reviewer.culture', 15, (tx, as) =>
        notifyHearing(
          tx,
          {
            ...{ caseId, taskId: hearingId, matter: '在演示路开设歌舞娱乐场所，营业到凌晨，对相邻住户有影响' },
            interestedParties: ['样例·楼上住户钟某某'],
          },
          as,
        ),
      );
    },
  },
  { item: 'businessResumption', name: '样例·演示服装厂', ago: 20, byCommitment: true, story: async () => {} },
  {
    item: 'environmentReport',
    name: '样例·演示养殖场',
    ago: 9,
    story: async (scene) => {
      const { act, next, caseId, db } = scene;
      await accepted(scene);
      await signed(scene, 'reviewer.ecology', '现场查看');
      next();
      const reason = '选址旁边有水源保护区，要等水文资料，现场要在雨后再看一次。';
      await act('reviewer.ecology', 10, (tx, as) => requestExtension(tx, { caseId, days: 5, reason }, as));
      next();
      await act('head.ecology', 9, async (tx, as) => {
        const { extensions } = await getCaseProcedures(db, { caseId }, as);
        const explanation = '水文资料要向上级部门调取，原来承诺的时间不够，延长5个工作日。';
        const extensionId = extensions[0]?.extensionId ?? '';
        await extendLimit(tx, { caseId, extensionId, answer: 'approve', explanation }, as);
      });
    },
  },
  {
    item: 'roadOccupation',
    name: '样例·演示超市',
    ago: 4,
    story: async (scene) => {
      await accepted(scene);
      scene.next();
      await scene.act('decider.urban.management', 10, (tx, as) =>
        terminateCase(
          tx,
          {
            ...{ caseId: scene.caseId, ground: 'objectGone', returned: [] },
            reason: '申请占道搭台的促销活动已经取消，申请人书面说明不再占用。',
          },
          as,
        ),
      );
    },
  },
  {
    item: 'foodBusiness',
    name: '样例·钱记粥铺',
    ago: 2,
    story: async (scene) => {
      const { act, caseId, organ } = scene;
      await accepted(scene);
      const partnerId = organ('marketSupervision');
      const { sheetId } = await act('clerk.district', 15, (tx, as) =>
        makeSheet(tx, { partnerId, caseIds: [caseId] }, as),
      );
      await act('clerk.district', 16, (tx, as) => handSheet(tx, { sheetId }, as));
    },
  },
  {
    item: 'foodRenewal',
    name: '样例·老街牛肉粉馆',
    ago: 1,
    holds: { months: 58, years: 5, title: '食品经营许可证', word: '食经' },
    story: accepted,
  },
  { item: 'propertyQuery', name: '样例·龚某某', ago: 17, story: doneAtOnce },
  { item: 'mortgageRelease', name: '样例·阳某某', ago: 17, story: doneAtOnce },
  {
    item: 'foodBusiness',
    name: '样例·吴记米粉店',
    ago: 23,
    story: async (scene) => {
      const { act, caseId, next } = scene;
      await accepted(scene);
      await agreed(scene, 'reviewer.market.supervision', '材料审查', '材料齐全，布局图和操作流程一致。');
      const text = '分区明确，设备在用，与布局图一致，两名核查人员一致同意。';
      await visited(scene, 'market.supervision', '场所、布局和设备', text);
      next();
      await act('decider.market.supervision', 10, (tx, as) => decideCase(tx, { caseId, outcome: 'GRANTED' }, as));
      next();
      await delivered(scene);
    },
  },
];
