import { describe, expect, test } from 'vitest';
import type { DocumentKind } from '../../../contract/documents.ts';
import type { DeliveryMethod } from '../../../contract/values.ts';
import { deliveryMethods, documentKinds, internalPapers, isServed } from '../../../contract/words.ts';
import { sampleAnswers } from '../../demo/items/sample-answers.ts';
import { sampleNumber } from '../../demo/residents.ts';
import { bringCommitted, bringTo, handIn, takeInTolerable } from '../../tests/authorisation/cases.ts';
import { licenceAnswers, licencePapers } from '../../tests/support/applications.ts';
import { carryThrough } from '../../tests/support/carry-through.ts';
import { bringToDecision, takeInLicence, textOfDocument } from '../../tests/support/filing.ts';
import { enterLicence } from '../../tests/support/licences.ts';
import { arrange, publishStages, serveHearingNotices, signForTask, taskOf } from '../../tests/support/meetings.ts';
import { acceptedCase, publishParallel } from '../../tests/support/parallel.ts';
import { acceptedLicence, publishWay, reviewedLicence } from '../../tests/support/procedures.ts';
import { publishChange } from '../../tests/support/steps.ts';
import { openTown } from '../../tests/support/town.ts';
import { getVersionInForce } from '../catalogue/index.ts';
import { licensingLimits } from '../deadlines/index.ts';
import { documentWord, printedNumber, sealOf } from '../documents/document.rules.ts';
import { firstTemplates } from '../documents/templates.data.ts';

// The whole table of domain §2.8: each test walks until the papers of its name are issued, from Monday 2 March 2026 on.
const town = await openTown({ on: '2026-03-02T09:00' });

interface Issued {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly caseId: string;
  readonly organ: string;
  readonly shortCode: string;
  readonly word: string | null;
  readonly year: number | null;
  readonly number: number | null;
  readonly day: string;
  readonly templateVersion: number;
  readonly services: readonly {
    readonly method: DeliveryMethod;
    readonly day: string;
    readonly until: string | null;
    readonly served: boolean;
    readonly post: string | null;
  }[];
}

/** Every document of the town, oldest first, with how it was served. */
async function issued(): Promise<Issued[]> {
  const { rows } = await town.db.pool.query<Issued>(
    `select d.id, d.kind, d.subject_id as "caseId", d.organisation_id as organ, o.short_code as "shortCode", d.word, d.year,
       d.number, d.day, d.template_version as "templateVersion",
       coalesce((select jsonb_agg(jsonb_build_object('method', s.method, 'day', s.day, 'until', s.until_day,
         'served', s.served_at is not null, 'post', s.served_by_post_id) order by s.id)
         from document_services s where s.document_id = d.id), '[]') as services
     from documents d join organisations o on o.district = d.district and o.id = d.organisation_id
     where d.district = $1 order by d.id`,
    [town.district],
  );
  return rows;
}

const kindsOf = async (caseId: string) =>
  (await issued()).filter((each) => each.caseId === caseId).map(({ kind }) => kind);
/** The walk of a test left the papers that stand in its name. */
const expectPapers = async (caseId: string, ...kinds: DocumentKind[]) =>
  expect(await kindsOf(caseId)).toEqual(expect.arrayContaining(kinds));

const { clerk, reviewer, decider } = town;
const grant = (caseId: string) => decider.call('POST /cases/:caseId/decide', { caseId, outcome: 'GRANTED' });
/** What an item asks of everybody. */
const requiredOf = async (itemId = '') => {
  const { content } = await getVersionInForce(town.db, town.systemCall(), itemId);
  return content.materials.filter(({ necessity }) => necessity === 'required').map(({ key }) => key);
};
const onPaper = (keys: readonly string[]) =>
  keys.map((key) => ({ key, received: true, originals: 1, copies: 0, fileIds: [] }));
const serve = async (
  caseId: string,
  kind: DocumentKind,
  told: { method: DeliveryMethod; receiver: 'applicant' | 'family' } & Record<string, string>,
) => {
  const paper = (await issued()).find((each) => each.caseId === caseId && each.kind === kind);
  return clerk.call('POST /cases/:caseId/serve-document', { caseId, documentId: paper?.id ?? '', ...told });
};

describe('domain §2.8: each paper by the act that issues it', () => {
  let online = '';

  test('申请书、收件凭证、补正告知书、受理通知书、特别程序告知书、恢复计时通知书、延期告知书、准予决定书、证照、送达回证; served electronically', async () => {
    await publishWay(town, {}, { statutoryLimit: licensingLimits.decision });
    const owner = await town.resident({ identity: 'verified' });
    online = await bringTo(town, owner, 'correctionRequired');
    const caseId = online;
    const materials = await handIn(owner, ['testReport']);
    await owner.call('POST /my/cases/:caseId/supplement', { caseId, materials });
    await clerk.call('POST /cases/:caseId/accept', { caseId });
    await reviewer.call('POST /cases/:caseId/sign-for', { caseId });
    await reviewer.call('POST /cases/:caseId/start-procedure', {
      ...{ caseId, ground: 'testing', neededDays: 3, reason: '样品送检' },
    });
    await reviewer.call('POST /cases/:caseId/end-procedure', { caseId, result: '合格。' });
    await reviewer.call('POST /cases/:caseId/request-extension', { caseId, days: 10, reason: '资料多，还要核实。' });
    const { extensions } = await reviewer.call('GET /cases/:caseId/procedures', { caseId });
    await town.organHead.call('POST /cases/:caseId/extend', {
      ...{ caseId, extensionId: extensions[0]?.extensionId ?? '', answer: 'approve', explanation: '核实需要时间。' },
    });
    await reviewer.call('POST /cases/:caseId/review', { caseId, opinion: 'agree', text: '符合条件。' });
    await grant(caseId);
    await owner.call('POST /my/cases/:caseId/receive-result', { caseId });
    await expectPapers(caseId, 'applicationForm', 'intakeReceipt', 'correctionNotice', 'acceptanceNotice');
    await expectPapers(caseId, 'specialProcedureNotice', 'resumptionNotice', 'extensionNotice', 'deliveryReceipt');
    await expectPapers(caseId, 'grantDecision', 'certificate');
  });

  test('证照变动决定书: a licence is revoked', async () => {
    const owner = await town.resident({ identity: 'verified' });
    const caseId = await bringTo(town, owner, 'delivering');
    const [{ licenceId } = { licenceId: '' }] = (await owner.call('GET /my/licences', {})).licences;
    await decider.call('POST /licences/:licenceId/revoke', {
      ...{ licenceId, ground: 'notEligible', reason: '经营场所不符合条件。' },
      heard: { toldDay: town.today(), how: 'stated' },
    });
    await owner.call('POST /my/cases/:caseId/receive-result', { caseId });
    await expectPapers(licenceId, 'licenceDecision');
  });

  test('不予受理决定书 with the competent organ; 不予决定书, left behind with reason and witness', async () => {
    const { caseId: refused } = await takeInLicence(town, clerk, { residentNumber: sampleNumber(8201) });
    await clerk.call('POST /cases/:caseId/refuse', {
      ...{ caseId: refused, ground: 'outsideAuthority', reason: '不属于本机关职权。' },
      competentOrgan: '样例市卫生健康委员会',
    });
    await expectPapers(refused, 'acceptanceRefusal');
    const { caseId } = await takeInLicence(town, clerk, { residentNumber: sampleNumber(8202) });
    await bringToDecision(town, caseId);
    await decider.call('POST /cases/:caseId/decide', { caseId, outcome: 'DENIED', reason: '营业面积不够。' });
    await serve(caseId, 'denialDecision', {
      ...{ method: 'LEFT', receiver: 'applicant', place: '月塘街88号', reason: '拒绝签收', witness: '样例·村主任' },
    });
    await expectPapers(caseId, 'denialDecision', 'deliveryReceipt');
  });

  test('容缺受理承诺书 and 通知书; 告知承诺书, and 补交材料通知书 when it is taken back', async () => {
    const tolerated = await takeInTolerable(town, sampleNumber(8203));
    await clerk.call('POST /cases/:caseId/accept-tolerated', {
      ...{ caseId: tolerated, materials: ['photos', 'training'], supplyDay: '2026-03-06' },
      ...{ method: 'WINDOW', signed: true },
    });
    await expectPapers(tolerated, 'toleratedCommitment', 'toleratedNotice');
    await clerk.call('POST /cases/:caseId/receive-tolerated', {
      ...{ caseId: tolerated, materials: onPaper(['photos', 'training']) },
    });
    const owing = await bringCommitted(town, await town.resident({ identity: 'verified' }), 'owing');
    await expectPapers(owing, 'commitmentLetter', 'supplyNotice');
  });

  test('授权委托书: an agent hands in at the window with his mandate (CC 165)', async () => {
    const { caseId } = await clerk.call('POST /cases/take-in', {
      itemId: town.items.hygieneLicence,
      applicant: { name: '样例·王老板', residentNumber: sampleNumber(8204), regionId: town.regions.village },
      agent: { name: '样例·代某', residentNumber: sampleNumber(8205), untilDay: '2026-04-01' },
      answers: licenceAnswers,
      materials: onPaper(licencePapers),
      deliveryWish: 'WINDOW',
    });
    await expectPapers(caseId, 'agentAuthorization');
  });

  test('撤回申请书, 终止办理通知书 (by public notice) and 视为撤回通知书, each with what goes back', async () => {
    const { caseId: withdrawn } = await takeInLicence(town, clerk, { residentNumber: sampleNumber(8206) });
    await clerk.call('POST /cases/:caseId/withdraw-for-applicant', {
      ...{ caseId: withdrawn, signer: 'applicant', reason: '不开店了。', returned: ['testReport'] },
    });
    await expectPapers(withdrawn, 'withdrawalRequest');
    const ended = await acceptedLicence(town, { residentNumber: sampleNumber(8207) });
    await decider.call('POST /cases/:caseId/terminate', {
      ...{ caseId: ended, ground: 'objectGone', reason: '店面已拆除。', returned: ['testReport'] },
    });
    await serve(ended, 'terminationNotice', {
      ...{ method: 'PUBLIC_NOTICE', receiver: 'applicant', place: '甲镇公告栏', reason: '电话和住址都找不到人' },
    });
    const rule = { law: '某市政务服务办法', article: '第二十条', mark: 'sample' } as const;
    await publishChange(town, town.items.hygieneLicence, () => ({ correctionDays: 1, deemedWithdrawal: rule }));
    const papers = licencePapers.filter((key) => key !== 'testReport');
    const { caseId: lapsed } = await takeInLicence(town, clerk, { papers, residentNumber: sampleNumber(8208) });
    await clerk.call('POST /cases/:caseId/correct', {
      ...{ caseId: lapsed, defects: [{ key: 'testReport', kind: 'missing', howToFix: '请补交检测报告。' }] },
    });
    // The correction ends on the 3rd; letters that came by then are entered until the 10th.
    await town.at('2026-03-11T09:00');
    await expectPapers(lapsed, 'deemedWithdrawalNotice');
  });

  test('材料交接单 and 退件单, signed by both sides', async () => {
    const caseId = await acceptedCase(town);
    const made = await clerk.call('POST /hand-over-sheets', { partnerId: town.organs.bureau, caseIds: [caseId] });
    await clerk.call('POST /hand-over-sheets/:sheetId/hand', { sheetId: made.sheetId });
    await reviewer.call('POST /hand-over-sheets/:sheetId/take', { sheetId: made.sheetId, refused: [] });
    await reviewer.call('POST /cases/:caseId/return-to-front', { caseId, reason: '平面图与申请表的地址不一致。' });
    await expectPapers(caseId, 'returnSheet');
    expect((await issued()).map(({ kind }) => kind)).toContain('handOverSheet');
  });

  test('转报意见书: the first review goes up', async () => {
    await publishWay(town, { reportUp: true });
    const caseId = await reviewedLicence(town, { residentNumber: sampleNumber(8209) });
    await reviewer.call('POST /cases/:caseId/report-up', { caseId, opinion: 'agree', text: '拟同意。' });
    await expectPapers(caseId, 'reportUpOpinion');
  });

  test('延续决定书 by letter with its number, 变更决定书 by an entrusted body', async () => {
    for (const [key, kind] of [
      ['hygieneRenewal', 'renewalDecision'],
      ['hygieneChange', 'changeDecision'],
    ] as const) {
      const number = sampleNumber(kind === 'renewalDecision' ? 8210 : 8211);
      const { caseId: held } = await takeInLicence(town, clerk, { residentNumber: number });
      await enterLicence(town, { caseId: held, name: '样例·王老板', number, untilDay: '2027-05-31' });
      const { caseId } = await clerk.call('POST /cases/take-in', {
        itemId: town.items[key] ?? '',
        applicant: { name: '样例·王老板', residentNumber: number, regionId: town.regions.village },
        answers: sampleAnswers(key, town.regions.village),
        materials: onPaper(await requiredOf(town.items[key])),
        deliveryWish: 'WINDOW',
      });
      await clerk.call('POST /cases/:caseId/accept', { caseId });
      const { tasks } = await reviewer.call('GET /cases/:caseId', { caseId });
      if (tasks.some((task) => task.kind === 'REVIEW')) {
        await reviewer.call('POST /cases/:caseId/sign-for', { caseId });
        await reviewer.call('POST /cases/:caseId/review', { caseId, opinion: 'agree', text: '符合条件。' });
      }
      await grant(caseId);
      const by: Parameters<typeof serve>[2] =
        kind === 'renewalDecision'
          ? { method: 'MAIL', receiver: 'applicant', carrier: '中国邮政', trackingNumber: 'EA1CN', day: town.today() }
          : { method: 'ENTRUSTED', receiver: 'applicant', entrustedTo: '样例·涟源市行政审批服务局' };
      await serve(caseId, kind, by);
      await expectPapers(caseId, kind, 'certificate', 'deliveryReceipt');
    }
  });

  test('听证权利告知书、听证通知书、听证笔录: told, asked for, announced seven working days before, held', async () => {
    await publishStages(town, [{ kind: 'HEARING' }]);
    const caseId = await acceptedLicence(town, { residentNumber: sampleNumber(8212) });
    await signForTask(town, caseId);
    const task = { caseId, taskId: await taskOf(town, caseId, 'HEARING') };
    const told = await reviewer.call('POST /cases/:caseId/tasks/:taskId/notify-hearing', {
      ...{ ...task, matter: '经营场所的噪声可能影响邻居。', interestedParties: ['样例·邻居李某'] },
    });
    const partyId = told.hearing?.parties.find(({ role }) => role === 'interestedParty')?.partyId ?? '';
    await clerk.call('POST /cases/:caseId/tasks/:taskId/record-hearing-answer', {
      ...{ ...task, partyId, answer: 'REQUESTED' },
    });
    const day = Temporal.PlainDate.from(town.today()).add({ days: 15 });
    const startsAt = `${day.dayOfWeek > 5 ? day.add({ days: 3 }) : day}T10:00`;
    const { meetingId } = await arrange(town, task, { startsAt, chairId: decider.staffId });
    for (const kind of ['hearingRightsNotice', 'hearingNotice'] as const)
      await serve(caseId, kind, { method: 'DIRECT', receiver: 'family', receiverName: '样例·周小明' });
    await serveHearingNotices(town, caseId);
    await town.at(startsAt.replace('T10', 'T12'));
    const held = await reviewer.call('POST /meetings/:meetingId/hold', {
      ...{ meetingId, attendees: [reviewer.staffId, decider.staffId] },
      guests: [{ role: 'interestedParty', name: '样例·邻居李某' }],
    });
    await reviewer.call('POST /meetings/:meetingId/write-conclusion', {
      ...{ meetingId, outcome: 'agree', text: '主持人：现在开始听证。\n邻居李某：请装隔音。' },
    });
    await reviewer.call('POST /meetings/:meetingId/record-signature', {
      ...{ meetingId, guestId: held.guests[0]?.guestId ?? '', signature: 'SIGNED' },
    });
    await decider.call('POST /meetings/:meetingId/sign', { meetingId });
    await expectPapers(caseId, 'hearingRightsNotice', 'hearingNotice', 'hearingRecord');
  });

  test('内部审批表、归档目录、四性检测报告: the archive is built', async () => {
    // The tenth working day after Monday 2 March is Monday the 16th; the hearing of the walk before was later.
    await town.settle();
    await expectPapers(online, 'reviewSheet', 'archiveList', 'archiveCheckReport');
  });

  test('现场核查笔录、联合审查会议纪要、专家评审意见书、检验报告、公示: one matter through every meeting', async () => {
    const [organ, participants] = ['bureau' as const, [town.organs.partner]];
    await publishParallel(
      town,
      [
        { tasks: { visit: { organ, kind: 'JOINT_SITE_VISIT', participants } } },
        { tasks: { joint: { organ, kind: 'JOINT_REVIEW', participants } } },
        { tasks: { panel: { organ, kind: 'EXPERT_PANEL' } } },
        { tasks: { inspection: { organ, kind: 'INSPECTION' } } },
        { tasks: { notice: { organ, kind: 'PUBLIC_NOTICE', limit: { amount: 5, unit: 'workingDays' } } } },
      ],
      { certified: 'yes' },
    );
    const caseId = await acceptedCase(town);
    await carryThrough(town, caseId);
    await expectPapers(caseId, 'siteVisitRecord', 'reviewMinutes', 'expertOpinion', 'inspectionReport', 'publicNotice');
  });
});

const day = '2026年\\d+月\\d+日';
/** Day and office, or the line where a pen signs. */
const signature = new RegExp(`${day}电子签名|签名`);

/** Who gets a paper: its addressee with proof of it, the office alone, the applicant himself as his own, everybody. */
type Goes = 'served' | 'internal' | 'own' | 'signedOnTheSpot' | 'public' | 'proof';

/** The required extra fields of the table, by kind: each must stand in the text of every paper that was issued. */
const table: Record<DocumentKind, { goes: Goes; says: readonly (string | RegExp)[] }> = {
  applicationForm: { goes: 'own', says: ['申请人信息', /承诺：所填内容和提交的材料真实/, '签名或者盖章', '申请日期'] },
  intakeReceipt: {
    goes: 'served',
    says: [
      '材料名称',
      '原件',
      '复印件',
      '页数',
      '形式',
      new RegExp(`${day}\\d+时\\d+分`),
      '收件人',
      /查询码[0-9A-Z]{8}/,
    ],
  },
  correctionNotice: {
    goes: 'served',
    says: ['材料', '问题', '怎样补正', '依据', '一次告知', '补正期限', '不补正的后果', '第三十二条第一款第四项'],
  },
  acceptanceNotice: {
    goes: 'served',
    says: [new RegExp(`自${day}起受理`), '期限。', '过程。', '特别程序和费用', /收费/, '联系电话', /查询码[0-9A-Z]{8}/],
  },
  acceptanceRefusal: {
    goes: 'served',
    says: ['不属于本机关职权', '第三十二条', '样例市卫生健康委员会', '行政复议', '人民法院'],
  },
  specialProcedureNotice: {
    goes: 'served',
    says: ['检测', '第四十五条', '3个工作日', new RegExp(`自${day}起`), '不计入'],
  },
  resumptionNotice: { goes: 'served', says: ['检测', new RegExp(`到${day}为止`), '不计入办理期限的时间', `最迟`] },
  extensionNotice: {
    goes: 'served',
    says: ['资料多，还要核实', '第四十二条第一款', '机关负责人', '10个工作日', new RegExp(`最迟${day}`)],
  },
  hearingRightsNotice: { goes: 'served', says: ['有权要求听证', '第四十七条', new RegExp(`最迟${day}`), '费用'] },
  hearingNotice: { goes: 'served', says: [new RegExp(`${day}\\d+时`), '主持人', '公开举行', '权利', '演示路8号'] },
  hearingRecord: {
    goes: 'signedOnTheSpot',
    says: ['请装隔音', '主持人签名', '记录人签名', '样例·邻居李某', signature],
  },
  siteVisitRecord: {
    goes: 'signedOnTheSpot',
    says: ['两人以上', '证件号', new RegExp(`${day}\\d+时`), '看到的情况', '核查结论', signature],
  },
  grantDecision: {
    goes: 'served',
    says: [
      '经审查',
      '第三十八条第一款',
      '内容。',
      '适用范围',
      new RegExp(`有效期。自${day}起`),
      /（编号区卫健公卫证〔2026〕\d+号）/,
    ],
  },
  denialDecision: {
    goes: 'served',
    says: ['查明的事实', '营业面积不够', '第三十八条第二款', '行政复议', /六十日|60日/, '人民法院', /六个月/],
  },
  deliveryReceipt: {
    goes: 'proof',
    says: [
      '送达文书',
      /(直接|留置|委托|邮寄|电子|公告)送达/,
      '送达地点',
      '送达时间',
      '受送达人签名',
      '送达人签名',
      '见证人',
    ],
  },
  toleratedCommitment: { goes: 'own', says: ['后补的材料', new RegExp(day), '方式是', '后果', '签名或者盖章'] },
  toleratedNotice: { goes: 'served', says: ['后补的材料', new RegExp(day), '方式是', '到期没有补齐', '一式两份'] },
  supplyNotice: { goes: 'served', says: ['撤回承诺', '补交材料', new RegExp(day), '终止办理'] },
  commitmentLetter: {
    goes: 'served',
    says: [
      '依据',
      '应当符合的条件',
      '承诺代替的证明',
      '核查',
      '法律责任',
      '申请人承诺',
      /公开/,
      '申请人签名',
      '告知人签名',
    ],
  },
  agentAuthorization: {
    goes: 'own',
    says: ['委托人', '样例·代某', '委托事项', '代理权限', '不能再转托别人', '至2026年4月1日止', '签名或者盖章'],
  },
  withdrawalRequest: { goes: 'own', says: ['不开店了', `撤回日期为2026年`, '卫生检测报告', '签名或者盖章'] },
  terminationNotice: {
    goes: 'served',
    says: ['店面已拆除', new RegExp(`自${day}起终止办理`), '卫生检测报告', '行政复议'],
  },
  deemedWithdrawalNotice: { goes: 'served', says: ['卫生检测报告', '某市政务服务办法', '最后日期', '行政复议'] },
  licenceDecision: { goes: 'served', says: ['编号', '事实和理由', '第六十九条', '撤销', '行政复议'] },
  renewalDecision: { goes: 'served', says: ['编号', '准予延续', new RegExp(`自${day}起`)] },
  changeDecision: { goes: 'served', says: ['编号', '变更前', '变更后', new RegExp(`自${day}起`)] },
  certificate: { goes: 'served', says: ['准予'] },
  reviewSheet: { goes: 'internal', says: ['环节', '单位', '人员', '意见', '时间', '办理结果'] },
  reviewMinutes: { goes: 'internal', says: ['合并意见', '区城市管理局', '主持人签名', signature] },
  expertOpinion: { goes: 'signedOnTheSpot', says: ['抽取种子', '评审结论', '样例·专家', '签名'] },
  inspectionReport: { goes: 'signedOnTheSpot', says: ['指派日期', '标准', '结论', '证件号', signature] },
  publicNotice: { goes: 'public', says: ['5个工作日', '公示', '异议', '电话'] },
  reportUpOpinion: {
    goes: 'internal',
    says: ['市卫生健康委员会', '初审意见', '卫生检测报告', '第三十五条', signature],
  },
  handOverSheet: { goes: 'internal', says: ['移交人签名', '接收人签名', '材料名称', '交接时间'] },
  returnSheet: { goes: 'internal', says: ['平面图与申请表的地址不一致', '处理要求', '一次告知申请人', '退件人签名'] },
  archiveList: { goes: 'internal', says: ['档号', '保管期限', '校验值', '归档人签名'] },
  archiveCheckReport: { goes: 'internal', says: ['真实性', '完整性', '可用性', '安全性', '检测结论'] },
};

describe('domain §2.8: what every paper holds', () => {
  test.each(documentKinds)(
    '%s: the fields of the table stand in its text, under a template version that stays',
    async (kind) => {
      const papers = (await issued()).filter((each) => each.kind === kind);
      expect(papers.length).toBeGreaterThan(0);
      const texts = await Promise.all(papers.map((paper) => textOfDocument(town, paper.id)));
      for (const [at, paper] of papers.entries()) {
        const text = texts[at] ?? '';
        const { caseNo } = await caseNoOf(paper.caseId);
        // A certificate is known by its own number.
        if (kind !== 'certificate' && caseNo !== undefined) expect(text).toContain(caseNo);
        expect(text).toContain(kind === 'certificate' ? '准予' : (printedNumber(paper) ?? ''));
        expect(text).not.toMatch(/\{|undefined|null|NaN|Invalid/);
        expect(paper.templateVersion).toBe(1);
      }
      const missing = texts.map((text) => table[kind].says.filter((said) => !new RegExp(said).test(text)));
      expect(missing.toSorted((one, other) => one.length - other.length)[0]).toEqual([]);
    },
  );

  async function caseNoOf(caseId: string): Promise<{ caseNo: string | undefined }> {
    const { rows } = await town.db.pool.query('select case_no as no from cases where id = $1', [caseId]);
    return { caseNo: rows[0]?.no };
  }

  test('Numbers run without a gap from 1 for each organ, 字 and year, and every kind that has a 字 is numbered (R-2.7, §15.6)', async () => {
    const papers = await issued();
    const numbered = papers.filter(({ kind }) => kind !== 'certificate');
    for (const { kind, word, number } of numbered)
      expect([kind, word === null, number === null]).toEqual(
        Array.of<string | boolean>(kind).concat(
          documentWord(kind, 'LICENSE') === null,
          documentWord(kind, 'LICENSE') === null,
        ),
      );
    const runs = Map.groupBy(
      numbered.filter(({ number }) => number !== null),
      ({ organ, word, year }) => `${organ} ${word} ${year}`,
    );
    for (const [run, each] of runs)
      expect([run, each.map(({ number }) => number)]).toEqual([run, each.map((_, at) => at + 1)]);
    expect(runs.size).toBeGreaterThan(15);
  });

  test('A paper keeps the version of its template when a better one is published', async () => {
    const old = (await issued()).find(({ kind }) => kind === 'acceptanceNotice');
    const content = firstTemplates.acceptanceNotice;
    await town.admin.call('POST /document-templates/:kind/publish', {
      ...{ kind: 'acceptanceNotice', basedOn: 1 },
      content: { ...content, blocks: [...content.blocks, { kind: 'note', text: '咨询请打12345。' }] },
    });
    await acceptedCase(town);
    const made = (await issued()).findLast(({ kind }) => kind === 'acceptanceNotice');
    expect([old?.templateVersion, made?.templateVersion]).toEqual([1, 2]);
    expect(await textOfDocument(town, old?.id)).not.toContain('12345');
    expect(await textOfDocument(town, made?.id)).toContain('12345');
  });
});

describe('domain §2.8: how every paper goes', () => {
  test('What is addressed is served; what is not says whose it is; no applicant’s paper and no record bears a seal', () => {
    for (const kind of documentKinds) {
      const { goes } = table[kind];
      expect([kind, goes === 'served']).toEqual([kind, isServed(kind)]);
      expect([kind, goes === 'internal']).toEqual([kind, internalPapers.includes(kind)]);
      if (goes === 'own') expect([kind, sealOf(kind)]).toEqual([kind, null]);
      if (goes === 'served') expect([kind, sealOf(kind) === null]).toEqual([kind, false]);
    }
  });

  test('Every addressed paper that lies at the window is served there, and each has its record: who, how, on which day', async () => {
    for (const paper of await issued()) {
      if (!isServed(paper.kind) || paper.services.length > 0) continue;
      const { documents, state } = await clerk.call('GET /cases/:caseId', { caseId: paper.caseId });
      const isResult = ['grantDecision', 'certificate', 'renewalDecision', 'changeDecision'].includes(paper.kind);
      if (state === 'ARCHIVED' || isResult || documents.find(({ documentId }) => documentId === paper.id)?.served)
        continue;
      await clerk.call('POST /cases/:caseId/serve-document', {
        ...{ caseId: paper.caseId, documentId: paper.id, method: 'DIRECT', receiver: 'applicant' },
      });
    }
    const after = await issued();
    for (const kind of documentKinds.filter(isServed)) {
      const services = after.filter((each) => each.kind === kind).flatMap((each) => each.services);
      expect([kind, services.some(({ served, day: on }) => served && on !== null)]).toEqual([kind, true]);
    }
    for (const { kind, services } of after) if (!isServed(kind)) expect([kind, services.length]).toEqual([kind, 0]);
  });

  test('All six ways of service were used, a public notice for thirty days', async () => {
    await town.at('2026-04-08T09:00');
    const services = (await issued()).flatMap((paper) => paper.services);
    const used = new Set(services.filter(({ served }) => served).map(({ method }) => method));
    expect(deliveryMethods.filter((method) => !used.has(method))).toEqual([]);
    for (const { method, day: on, until, served } of services)
      if (method === 'PUBLIC_NOTICE' && served)
        expect(Temporal.PlainDate.from(until ?? '').until(Temporal.PlainDate.from(on)).days).toBe(1);
    for (const { method, post } of services)
      if (method !== 'ELECTRONIC' && method !== 'PUBLIC_NOTICE') expect(post).not.toBeNull();
  });
});
