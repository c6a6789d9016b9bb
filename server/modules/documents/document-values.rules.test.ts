import { expect, test } from 'vitest';
import type { DocumentData } from './document.data.ts';
import { documentLines } from './document.template.ts';
import { sampleDocuments } from './document-samples.data.ts';

const text = (data: DocumentData) => documentLines(data).join('\n');

test('收件凭证 lists each material with originals, copies and pages, and what comes next by which day', () => {
  const lines = documentLines(sampleDocuments.intakeReceipt);
  expect(lines.slice(0, 3)).toEqual([
    '娄星区行政审批服务局（演示）',
    '收件凭证',
    '办件编号：BJ43130220260226000041 | 查询码：K7QM3X9D',
  ]);
  expect(lines).toContain('收到时间：2026年2月26日15时04分 | 收件人：样例·陈某某');
  expect(lines).toContain('2 | 营业执照 | 0 | 1 | 1 | 纸质');
  expect(lines).toContain('3 | 法定代表人（负责人）身份证件 | — | — | 2 | 电子');
  expect(text(sampleDocuments.intakeReceipt)).toContain(
    '最迟2026年3月5日（星期四），本机关核对完毕，告知是否受理或者需要补正的全部内容。逾期没有告知的，根据《中华人民共和国行政许可法》第三十二条第一款第四项的规定，自收到申请材料之日起即为受理。',
  );
});

test('受理通知书 says basis, both dates, process, special procedures and fee, contact and query, in this order', () => {
  expect(documentLines(sampleDocuments.acceptanceNotice)).toEqual([
    '娄星区行政审批服务局（演示）',
    '受理通知书',
    '娄星审许受〔2026〕12号',
    '办件编号 BJ43130220260226000041',
    '事项编码 000131021000',
    '样例·刘某某：',
    '您于2026年2月26日提出的食品经营许可（新办）申请，本机关已收到。经核对，申请材料齐全，符合法定形式。根据《中华人民共和国行政许可法》第三十二条第一款第五项的规定，现决定自2026年2月27日起受理。',
    '一、期限。本机关承诺最迟2026年3月13日（星期五）作出决定，即受理后10个工作日内；法定期限为20个工作日，最迟2026年3月27日（星期五）。工作日不含法定节假日。',
    '二、过程。市场监管、消防救援、城市管理三个部门同时审查，其中消防救援大队派两人以上到现场核查。',
    '三、特别程序和费用。本件没有特别程序，不收费。',
    '四、联系和查询。联系人样例·王某某，电话0738-12345。凭查询码K7QM3X9D，在手机、窗口、村（社区）都能查。',
    '娄星区行政审批服务局（演示）',
    '2026年2月27日',
  ]);
});

test('R-2.5: a notice after five silent days says that the law accepted, and from which day', () => {
  const notice = text({
    ...sampleDocuments.acceptanceNotice,
    ground: { kind: 'deemed', receivedDay: '2026-02-26', noticeLastDay: '2026-03-05' },
    acceptedDay: '2026-02-26',
    issueDay: '2026-03-06',
  });
  expect(notice).toContain(
    '本机关于2026年2月26日收到材料，到2026年3月5日没有告知需要补正的内容。根据《中华人民共和国行政许可法》第三十二条第一款第四项的规定，本件自收到申请材料之日起即为受理，受理日为2026年2月26日',
  );
});

test('行政许可法 art. 45: a special procedure names its time and that it does not count', () => {
  const notice = text({
    ...sampleDocuments.acceptanceNotice,
    specialProcedures: [
      { name: '专家评审', neededTime: '约15个工作日', counted: false, basis: '《中华人民共和国行政许可法》第四十五条' },
    ],
  });
  expect(notice).toContain(
    '本件需要专家评审，所需时间约15个工作日，不计入办理期限（《中华人民共和国行政许可法》第四十五条）。本件不收费。',
  );
});

test('补正告知书 tells everything at once, and names a last day and a consequence only where a local rule does', () => {
  const notice = sampleDocuments.correctionNotice;
  expect(text(notice)).toContain(
    '有3项需要补正。根据《中华人民共和国行政许可法》第三十二条第一款第四项的规定，现将需要补正的全部内容一次告知如下：',
  );
  expect(documentLines(notice)).toContain(
    '3 | 食品安全管理制度清单 | 没有签字 | 由负责人在最后一页签字，写上日期 | 办事指南第5项材料',
  );
  expect(text(notice)).toContain('请最迟2026年3月30日（星期一）补齐');
  expect(text(notice)).toContain('视为撤回申请');
  const without = text({ ...notice, correctionLimit: null });
  expect(without).toContain('法律没有规定补正的最后日期');
  expect(without).not.toContain('视为撤回');
});

test('行政许可法 art. 32(1)(2): 不予受理决定书 names the competent organ and the remedies', () => {
  const refusal = text(sampleDocuments.acceptanceRefusal);
  expect(refusal).toContain('根据《中华人民共和国行政许可法》第三十二条第一款第二项的规定，本机关决定不予受理。');
  expect(refusal).toContain('一、有权办理的机关。请向涟源市行政审批服务局提出申请。');
  expect(refusal).toContain('六十日内向娄底市娄星区人民政府申请行政复议');
});

test('行政许可法 art. 38: 准予行政许可决定书 gives facts, basis, content, scope and validity', () => {
  const grant = text(sampleDocuments.grantDecision);
  expect(grant).toContain('现场核查合格，符合法定条件、标准。根据《中华人民共和国行政许可法》第三十八条第一款、');
  expect(grant).toContain('现决定准予行政许可。');
  expect(grant).toContain('三、有效期。自2026年3月12日起至2031年3月11日止。');
  expect(grant).toContain('四、证件。食品经营许可证（编号JY24313020000001）最迟2026年3月26日（星期四）送达。');
});

test('行政许可法 art. 38: 不予行政许可决定书 gives reasons, sixty days of reconsideration and six months for the court', () => {
  const denial = text(sampleDocuments.denialDecision);
  expect(denial).toContain('二、理由。经营场所不符合食品经营许可的条件。');
  expect(denial).toContain(
    '您如不服本决定，可以自收到本决定书之日起六十日内向娄底市娄星区人民政府申请行政复议，也可以自收到本决定书之日起六个月内依法向娄底市娄星区人民法院提起行政诉讼。',
  );
});

test('行政许可法 art. 69: 撤销行政许可决定书 names the licence, the reason, the basis, the day and the remedies', () => {
  const decision = text(sampleDocuments.licenceDecision);
  expect(decision).toContain(
    '您持有本机关2026年3月12日颁发的《公共场所卫生许可证》，编号娄星卫健卫证〔2026〕9号，第2版。',
  );
  expect(decision).toContain('一、事实和理由。经核查，申请时提交的卫生检测报告不是检测机构出具的。');
  expect(decision).toContain(
    '二、决定。根据《中华人民共和国行政许可法》第六十九条的规定，本机关决定自2026年6月18日起撤销行政许可。',
  );
  expect(decision).toContain('根据《中华人民共和国行政许可法》第七十条第四项的规定办理注销手续');
  expect(decision).toContain('六十日内向娄底市娄星区人民政府申请行政复议');
});

test('行政许可法 art. 70: a cancellation cites its article; a suspension and its end cite none of that law', () => {
  const { licenceDecision } = sampleDocuments;
  expect(text({ ...licenceDecision, act: 'cancel' })).toContain(
    '第七十条的规定，本机关决定自2026年6月18日起注销行政许可。',
  );
  for (const act of ['suspend', 'restore'] as const)
    expect(text({ ...licenceDecision, act })).not.toContain('中华人民共和国行政许可法');
  expect(text({ ...licenceDecision, act: 'restore', remedies: null })).not.toContain('救济途径');
});

test('送达回证 says what was delivered, how, where, when, and to whom in the place of the addressee', () => {
  const lines = documentLines(sampleDocuments.deliveryReceipt);
  expect(lines).toContain('送达方式：委托送达 | 送达时间：2026年3月13日10时30分');
  expect(lines.join('\n')).toContain('《准予行政许可决定书》娄星审许准〔2026〕9号，1份');
  expect(lines.join('\n')).toContain('样例·李某某（村级代办员，受托领取）');
});

test('the licensing law is cited for licences only', () => {
  for (const data of Object.values(sampleDocuments)) {
    expect(text({ ...data, profile: 'PUBLIC_SERVICE' })).not.toContain('行政许可法');
  }
});

test('a document whose dates rest on a year without a holiday notice says so', () => {
  const notice = { ...sampleDocuments.acceptanceNotice, provisionalYears: [2027] };
  expect(text(notice)).toContain('2027年的放假安排尚未公布，涉及的日期为暂算，公布后按公布的安排重新计算。');
});

test('a document speaks to a firm as a firm and to several applicants as several', () => {
  const [first] = sampleDocuments.grantDecision.applicants;
  const firm = { ...sampleDocuments.grantDecision, applicants: [{ name: '样例公司', kind: 'organisation' as const }] };
  expect(text(firm)).toContain('你单位于2026年2月26日提出的');
  if (first) expect(text({ ...firm, applicants: [first, first] })).toContain('你们于2026年2月26日提出的');
});
