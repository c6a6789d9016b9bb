import type {
  DocumentHead,
  HandedPaper,
  LicenceOfDecision,
  OfficerSignature,
  ProcedureData,
  Signature,
} from './document.data.ts';
import {
  applicantNames,
  clause,
  enumerated,
  joined,
  licensing,
  printDay,
  printDayOf,
  printInstant,
  printLastDay,
  printValidity,
  remediesSentence,
  self,
} from './printing.rules.ts';

type Texts = Readonly<Record<string, string>>;

/** What the papers of procedures, special routes and the archive bring to their templates; names are never taken away. */
export function procedureValues(data: ProcedureData): {
  texts: Texts;
  lists?: Readonly<Record<string, readonly Texts[]>>;
} {
  switch (data.kind) {
    case 'toleratedCommitment':
    case 'toleratedNotice':
      return {
        texts: {
          申请日: printDay(data.appliedDay),
          本人: self(data),
          受理日: data.kind === 'toleratedNotice' ? printDay(data.acceptedDay) : '',
          提交方式: clause(data.supplyMethod),
          后果: clause(data.consequence),
          依据: clause(data.basis),
        },
        lists: {
          容缺材料: data.materials.map(({ name, supplyLastDay }, at) => ({
            序号: String(at + 1),
            名称: name,
            最后一天: printLastDay(supplyLastDay),
          })),
        },
      };
    case 'supplyNotice':
      return {
        texts: {
          申请日: printDay(data.appliedDay),
          受理日: printDay(data.acceptedDay),
          撤回日: printDay(data.withdrawnDay),
          提交方式: clause(data.supplyMethod),
          后果: clause(data.consequence),
        },
        lists: {
          补交材料: data.materials.map(({ name, supplyLastDay }, at) => ({
            序号: String(at + 1),
            名称: name,
            最后一天: printLastDay(supplyLastDay),
          })),
        },
      };
    case 'commitmentLetter': {
      const { notice } = data;
      return {
        texts: {
          本人: self(data),
          依据: joined(notice.basis),
          义务: enumerated(notice.obligations),
          条件: enumerated(notice.conditions),
          核查方式: clause(notice.verification.method),
          核查最后日: notice.verification.lastDay === null ? '' : printLastDay(notice.verification.lastDay),
          法律责任: clause(notice.liability),
          承诺内容: enumerated(data.statements),
          承诺日: printDay(data.committedDay),
          公开: data.published ? '承诺书向社会公开，接受监督' : '承诺书不向社会公开',
          承诺人签名: signed(data.signer),
          告知人签名: signed(data.officer),
        },
        lists: {
          免交材料: notice.replaces.map(({ name, content }, at) => ({
            序号: String(at + 1),
            名称: name,
            证明内容: content,
          })),
        },
      };
    }
    case 'specialProcedureNotice':
      return {
        texts: {
          受理日: printDay(data.acceptedDay),
          程序: data.procedure,
          理由: clause(data.reason),
          依据: joined([data.isNamedByLaw ? licensing(data, '第四十五条') : '', ...data.basis]),
          所需时间: clause(data.neededTime),
          开始日: printDay(data.startDay),
          预计结束日: data.expectedEndDay === null ? '' : printDay(data.expectedEndDay),
          不计入说明: `${data.procedure}所需时间不计入办理期限；${data.procedure}结束、本机关收到结果后的下一个工作日起，办理期限继续计算。`,
        },
      };
    case 'resumptionNotice':
      return {
        texts: {
          受理日: printDay(data.acceptedDay),
          程序: data.procedure,
          开始日: printDay(data.startedDay),
          结束日: printDay(data.endedDay),
          不计入时间: clause(data.notCounted),
          最后日: printLastDay(data.lastDay),
          承诺最后日: data.promisedLastDay === null ? '' : printLastDay(data.promisedLastDay),
        },
      };
    case 'extensionNotice': {
      const isJoint = data.handling === 'joint';
      return {
        texts: {
          受理日: printDay(data.acceptedDay),
          理由: clause(data.reason),
          依据: joined([licensing(data, `第四十二条第${isJoint ? '二' : '一'}款`), ...data.basis]),
          批准人: `${data.approver.office}${data.approver.name}`,
          批准日: printDay(data.approvedDay),
          原最后日: printLastDay(data.oldLastDay),
          延长天数: `${data.days}个工作日`,
          新最后日: printLastDay(data.newLastDay),
        },
      };
    }
    case 'hearingRightsNotice':
      return {
        texts: {
          ...addressed(data),
          事由: clause(data.matter),
          依据: joined([licensing(data, '第四十六条、第四十七条'), ...data.basis]),
          提出最后日: printLastDay(data.requestLastDay),
          提出方式: clause(data.requestTo),
          听证费用: '不承担本机关组织听证的费用',
        },
      };
    case 'hearingNotice':
      return {
        texts: {
          ...addressed(data),
          事由: clause(data.matter),
          依据: joined([licensing(data, '第四十八条'), ...data.basis]),
          听证时间: printInstant(data.heldAt),
          听证地点: clause(data.place),
          主持人: data.chair,
          记录人: data.recorder ?? '',
          公开方式: openness(data),
          听证权利:
            '认为主持人与本件有直接利害关系的，可以申请主持人回避；可以委托代理人参加；可以提出证据，并进行申辩和质证',
        },
      };
    case 'hearingRecord':
      return {
        texts: {
          事由: clause(data.matter),
          听证时间: `${printInstant(data.heldAt)}至${printInstant(data.endedAt)}`,
          听证地点: clause(data.place),
          公开方式: openness(data),
          主持人: signed(data.chair),
          记录人: signed(data.recorder),
          拒签: clause(data.refusal ?? ''),
        },
        lists: {
          参加人: data.participants.map((each) => ({ 姓名: each.name, 身份: each.role, 签名: signature(each) })),
          发言: data.statements.map(({ speaker, text }) => ({ 发言人: speaker, 内容: text })),
        },
      };
    case 'siteVisitRecord':
      return {
        texts: {
          被核查人: applicantNames(data),
          核查时间: `${printInstant(data.visitedAt)}至${printInstant(data.endedAt)}`,
          核查地点: clause(data.place),
          核查次数: data.visit > 1 ? `第${data.visit}次（复核）` : '第1次',
          结论: clause(data.conclusion),
          拒签: clause(data.refusal ?? ''),
        },
        lists: {
          核查人员: data.officers.map(officer),
          核查情况: data.findings.map(({ point, finding, result }, at) => ({
            序号: String(at + 1),
            内容: point,
            情况: finding,
            结果: result,
          })),
          在场人: data.present.map((each) => ({ 姓名: each.name, 身份: each.role, 签名: signature(each) })),
        },
      };
    case 'reviewMinutes':
      return {
        texts: {
          议题: clause(data.subject),
          时间: printInstant(data.heldAt),
          地点: clause(data.place),
          主持人: signed(data.chair),
          缺席单位: data.absent.join('、') || '无',
          结论: clause(data.conclusion),
        },
        lists: {
          意见: data.opinions.map((each) => ({
            单位: each.organ,
            人员: each.name,
            意见: each.opinion,
            说明: each.text,
            签名: signature(each),
          })),
        },
      };
    case 'expertOpinion':
      return {
        texts: {
          议题: clause(data.subject),
          时间: printInstant(data.heldAt),
          地点: clause(data.place),
          专业领域: data.draw.field,
          候选人数: String(data.draw.candidates),
          抽取时间: printInstant(data.draw.drawnAt),
          抽取种子: data.draw.seed,
          抽取办法: clause(data.draw.method),
          回避: data.recused.map(({ name, reason }) => `${name}（${clause(reason)}）`).join('、') || '无',
          结论: clause(data.conclusion),
        },
        lists: {
          专家: data.experts.map((each) => ({
            姓名: each.name,
            专业: each.field,
            意见: each.opinion,
            说明: each.text,
            签名: signature(each),
          })),
        },
      };
    case 'inspectionReport':
      return {
        texts: {
          程序: data.procedure,
          对象: clause(data.object),
          地点: clause(data.place),
          机构: data.institution ?? '无，由本机关人员进行',
          指派日: printDay(data.assignedDay),
          时间: printInstant(data.inspectedAt),
          标准: joined(data.standards),
          结论: clause(data.conclusion),
        },
        lists: {
          结果: data.results.map(({ point, requirement, finding, result }, at) => ({
            序号: String(at + 1),
            项目: point,
            要求: requirement || '—',
            情况: finding,
            结果: result,
          })),
          人员: data.officers.map(officer),
        },
      };
    case 'publicNotice':
      return {
        texts: {
          公示事项: clause(data.matter),
          公示内容: clause(data.content),
          依据: joined(data.basis),
          公示期: `${data.period}，自${printDay(data.fromDay)}起至${printLastDay(data.untilDay)}止`,
          公示地点: clause(data.place),
          异议方式: clause(data.objection.how),
          异议电话: data.objection.phone,
          异议地址: clause(data.objection.address),
        },
      };
    case 'reportUpOpinion':
      return {
        texts: {
          上级机关: data.upperOrgan,
          受理日: printDay(data.acceptedDay),
          事实: clause(data.facts),
          初审意见: clause(data.opinion),
          依据: joined([licensing(data, '第三十五条、第四十三条'), ...data.basis]),
          报送材料: enumerated(data.materials),
          初审最后日: data.lastDay === null ? '' : printLastDay(data.lastDay),
          审查人: signed(data.reviewer),
        },
      };
    case 'withdrawalRequest':
      return {
        texts: {
          申请日: printDay(data.appliedDay),
          撤回日: printDay(data.requestedDay),
          本人: self(data),
          理由: clause(data.reason ?? ''),
          退还材料: enumerated(data.returned),
        },
      };
    case 'terminationNotice':
      return {
        texts: {
          申请日: printDay(data.appliedDay),
          受理日: data.acceptedDay === null ? '' : printDay(data.acceptedDay),
          终止情形: clause(data.ground),
          理由: clause(data.reason),
          依据: joined(data.basis),
          终止日: printDay(data.endedDay),
          退还材料: enumerated(data.returned),
          救济途径: remediesSentence(data, data.remedies),
        },
      };
    case 'deemedWithdrawalNotice':
      return {
        texts: {
          申请日: printDay(data.appliedDay),
          通知名称: data.notice.title,
          通知编号: data.notice.number ?? '',
          通知日: printDay(data.notice.day),
          最后一天: printLastDay(data.lastDay),
          未补材料: enumerated(data.missing),
          依据: clause(data.basis),
          退还材料: enumerated(data.returned),
          救济途径: remediesSentence(data, data.remedies),
        },
      };
    case 'renewalDecision': {
      const isDeemed = data.ground === 'deemed';
      return {
        texts: {
          ...ofLicence(data.licence),
          申请日: printDay(data.appliedDay),
          受理日: printDay(data.acceptedDay),
          事实: isDeemed ? '' : clause(data.facts),
          依据: joined([licensing(data, `第五十条第二款`), ...data.basis]),
          原到期日: printDay(data.oldUntilDay),
          准予延续: isDeemed ? '' : '准予延续',
          视为延续: isDeemed ? '本机关在有效期届满前没有作出决定，视为准予延续' : '',
          延续后有效期: printValidity(data),
        },
      };
    }
    case 'changeDecision':
      return {
        texts: {
          ...ofLicence(data.licence),
          申请日: printDay(data.appliedDay),
          受理日: printDay(data.acceptedDay),
          事实: clause(data.facts),
          依据: joined([licensing(data, '第四十九条'), ...data.basis]),
          生效日: printDay(data.fromDay),
        },
        lists: {
          变更内容: data.changes.map(({ label, before, after }) => ({ 项目: label, 变更前: before, 变更后: after })),
        },
      };
    case 'reviewSheet':
      return {
        texts: {
          收件日: printDay(data.receivedDay),
          受理日: data.acceptedDay === null ? '' : printDay(data.acceptedDay),
          办理最后日: data.lastDay === null ? '' : printLastDay(data.lastDay),
          办理结果: clause(data.outcome ?? ''),
        },
        lists: {
          步骤: data.steps.map(({ step, organ, person, opinion, at }, index) => ({
            序号: String(index + 1),
            环节: step,
            单位: organ,
            人员: person,
            意见: opinion,
            时间: printInstant(at),
          })),
        },
      };
    case 'handOverSheet':
      return {
        texts: {
          ...handed(data),
          交接时间: printInstant(data.handedAt),
          备注: clause(data.remark ?? ''),
        },
        lists: { 材料: handedPapers(data.papers) },
      };
    case 'returnSheet':
      return {
        texts: {
          ...handed(data),
          退件时间: printInstant(data.returnedAt),
          退件理由: clause(data.reason),
          处理要求: clause(data.request),
          收件日: printDay(data.receivedDay),
          告知最后日: data.noticeLastDay === null ? '' : printLastDay(data.noticeLastDay),
        },
        lists: { 材料: handedPapers(data.papers) },
      };
    case 'agentAuthorization':
      return {
        texts: {
          委托人: data.principal.name,
          委托人证件号: data.principal.number ?? '',
          委托人电话: data.principal.phone ?? '',
          受托人: [data.agent.name, ...(data.agent.office === null ? [] : [`（${data.agent.office}）`])].join(''),
          受托人证件号: data.agent.number ?? '',
          受托人电话: data.agent.phone ?? '',
          委托事项: `${data.matters === null ? '委托人在本区的全部事项' : enumerated(data.matters)}。本件办理${data.item.name}，使用本委托`,
          委托权限: clause(data.scope),
          委托期限: `自${printDay(data.fromDay)}起至${printDay(data.untilDay)}止`,
        },
      };
    case 'archiveList':
      return {
        texts: {
          档号: data.archiveNumber,
          保管期限: data.retention,
          办结日: printDay(data.completedDay),
          件数: String(data.entries.length),
          归档人: signed(data.archivist),
        },
        lists: {
          归档文件: data.entries.map(({ title, number, day, pages, digest }, at) => ({
            序号: String(at + 1),
            题名: title,
            编号: number ?? '—',
            日期: day === null ? '—' : day.replaceAll('-', '.'),
            页数: pages === null ? '—' : String(pages),
            校验值: digest,
          })),
        },
      };
    case 'archiveCheckReport':
      return {
        texts: {
          档号: data.archiveNumber,
          检测时间: printInstant(data.checkedAt),
          档案包校验值: data.packageDigest,
          结论: clause(data.conclusion),
          检测人: signed(data.checker),
        },
        lists: {
          检测项: data.checks.map(({ property, point, method, result }) => ({
            性质: property,
            内容: point,
            方法: method,
            结果: result,
          })),
        },
      };
  }
}

/**
 * What each of these papers must say wherever its value is there (行政许可法 art. 34, 38, 42, 45–50, 55; 民法典 art. 165;
 * domain §2.8).
 */
export const obligatoryOfProcedures: Record<ProcedureData['kind'], readonly string[]> = {
  toleratedCommitment: ['机关', '容缺材料.名称', '容缺材料.最后一天', '提交方式', '后果'],
  toleratedNotice: ['受理日', '容缺材料.名称', '容缺材料.最后一天', '提交方式', '后果', '暂算说明'],
  supplyNotice: ['撤回日', '补交材料.名称', '补交材料.最后一天', '提交方式', '后果', '暂算说明'],
  commitmentLetter: [
    '依据',
    '义务',
    '条件',
    '免交材料.名称',
    '免交材料.证明内容',
    '核查方式',
    '核查最后日',
    '法律责任',
    '承诺内容',
    '公开',
    '承诺人签名',
    '告知人签名',
  ],
  specialProcedureNotice: ['程序', '依据', '所需时间', '开始日', '不计入说明'],
  resumptionNotice: ['程序', '开始日', '结束日', '不计入时间', '最后日', '暂算说明'],
  extensionNotice: ['理由', '依据', '批准人', '延长天数', '新最后日', '暂算说明'],
  hearingRightsNotice: ['受告知人', '事由', '依据', '提出最后日', '提出方式', '听证费用'],
  hearingNotice: ['受告知人', '事由', '听证时间', '听证地点', '主持人', '公开方式', '听证权利'],
  hearingRecord: ['听证时间', '听证地点', '主持人', '记录人', '参加人.姓名', '参加人.签名', '发言.内容', '拒签'],
  siteVisitRecord: [
    '核查时间',
    '核查地点',
    '核查人员.姓名',
    '核查人员.证件号',
    '核查人员.签名',
    '核查情况.情况',
    '结论',
    '在场人.姓名',
    '拒签',
  ],
  reviewMinutes: ['议题', '意见.单位', '意见.意见', '意见.签名', '缺席单位', '结论'],
  expertOpinion: ['议题', '抽取种子', '抽取办法', '专家.姓名', '专家.意见', '专家.签名', '回避', '结论'],
  inspectionReport: ['对象', '机构', '标准', '结果.情况', '结果.结果', '人员.姓名', '人员.证件号', '人员.签名', '结论'],
  publicNotice: ['公示内容', '公示期', '公示地点', '异议方式', '异议电话', '异议地址', '暂算说明'],
  reportUpOpinion: ['上级机关', '事实', '初审意见', '报送材料', '审查人'],
  withdrawalRequest: ['机关', '理由', '退还材料'],
  terminationNotice: ['终止情形', '理由', '依据', '终止日', '退还材料', '救济途径'],
  deemedWithdrawalNotice: ['最后一天', '未补材料', '依据', '退还材料', '救济途径'],
  renewalDecision: ['证照名称', '证照编号', '事实', '依据', '准予延续', '视为延续', '延续后有效期'],
  changeDecision: ['证照名称', '证照编号', '事实', '依据', '变更内容.变更前', '变更内容.变更后', '生效日'],
  reviewSheet: ['步骤.环节', '步骤.人员', '步骤.意见', '步骤.时间', '办理结果'],
  handOverSheet: ['移交人', '接收人', '交接时间', '材料.名称'],
  returnSheet: ['移交人', '接收人', '退件时间', '退件理由', '处理要求', '告知最后日', '材料.名称'],
  agentAuthorization: ['委托人', '受托人', '委托事项', '委托权限', '委托期限'],
  archiveList: ['档号', '保管期限', '归档文件.题名', '归档文件.校验值', '归档人'],
  archiveCheckReport: ['档号', '档案包校验值', '检测项.性质', '检测项.内容', '检测项.结果', '结论', '检测人'],
};

const electronically = (signedAt: string) => `${printDayOf(signedAt)}电子签名`;

/** In a form: the name, and the signature or a line for a pen under it. */
function signed({ name, signedAt }: Signature): string {
  return signedAt === null ? `${name}\n签名：` : `${name}\n${electronically(signedAt)}`;
}

/** In a table, beside the name; room for a pen where nobody signed in the system. */
function signature({ signedAt }: Signature): string {
  return signedAt === null ? '　\n　' : electronically(signedAt);
}

/** What was seen on site is signed with the time, in the system or on the paper original (行政许可法 art. 34). */
function officer({ name, organ, idNumber, signedAt, onPaper }: OfficerSignature): Texts {
  const how = onPaper === true ? '已在纸质原件上签名' : '电子签名';
  return {
    ...{ 姓名: name, 单位: organ, 证件号: idNumber },
    签名: signedAt === null ? signature({ name, signedAt }) : `${printInstant(signedAt)}\n${how}`,
  };
}

function addressed(data: DocumentHead & { addressee: string | null }): Texts {
  return data.addressee === null ? { 受告知人: applicantNames(data) } : { 受告知人: data.addressee, 您: '你方' };
}

function openness({ closedReason }: { closedReason: string | null }): string {
  return closedReason === null ? '公开举行' : `不公开举行（${clause(closedReason)}）`;
}

function ofLicence({ title, number, version, issueDay }: LicenceOfDecision): Texts {
  return {
    证照名称: title,
    证照编号: number,
    版次: version > 1 ? String(version) : '',
    发证日: printDay(issueDay),
  };
}

interface Side extends Signature {
  organ: string;
}

function handed({ from, to }: { from: Side; to: Side }): Texts {
  return { 移交单位: from.organ, 移交人: signed(from), 接收单位: to.organ, 接收人: signed(to) };
}

function handedPapers(papers: readonly HandedPaper[]): Texts[] {
  return papers.map(({ name, originals, copies, pages }, at) => ({
    序号: String(at + 1),
    名称: name,
    原件: String(originals),
    复印件: String(copies),
    页数: pages === null ? '—' : String(pages),
  }));
}
