import type { TemplateBlock, TemplateContent } from '../../../contract/documents.ts';
import type { ProcedureData } from './document.data.ts';

const references: TemplateBlock[] = [
  { kind: 'reference', text: '办件编号 {办件编号}' },
  { kind: 'reference', text: '事项编码 {事项编码}' },
];
const letterHead: TemplateBlock[] = [...references, { kind: 'addressee', text: '{申请人}：' }];
const toOrgan: TemplateBlock[] = [...references, { kind: 'addressee', text: '{机关}：' }];
const contact: TemplateBlock = { kind: 'numbered', heading: '联系', text: '{联系方式}' };
const returned: TemplateBlock = { kind: 'numbered', heading: '退还材料', text: '[请到本机关领回：{退还材料}。]' };
const remedies: TemplateBlock = { kind: 'numbered', heading: '救济途径', text: '{救济途径}' };

type Column = Extract<TemplateBlock, { kind: 'table' }>['columns'][number];
const left = (title: string, name: string, share: number): Column => ({
  title,
  text: `{${name}}`,
  share,
  align: 'left',
});
const centre = (title: string, name: string, share: number): Column => ({
  ...left(title, name, share),
  align: 'center',
});
const table = (list: string, ...columns: Column[]): TemplateBlock => ({ kind: 'table', list, columns });

type Row = Extract<TemplateBlock, { kind: 'form' }>['rows'][number];
const entry = (label: string, text: string, lines = 1): Row => [lines > 1 ? { label, text, lines } : { label, text }];
const caseRow = entry('办件', '{事项}（办件编号{办件编号}）');
const form = (...rows: Row[]): TemplateBlock => ({ kind: 'form', rows });
const signatures = (label: string, text: string, second: string, secondText: string): TemplateBlock =>
  form([
    { label, text, lines: 2 },
    { label: second, text: secondText, lines: 2 },
  ]);
const note = (text: string): TemplateBlock => ({ kind: 'note', text });

const toleratedMaterials = table(
  '容缺材料',
  centre('序号', '序号', 9),
  left('后补的材料', '名称', 55),
  left('最迟补交日', '最后一天', 36),
);
const officers = (list: string): TemplateBlock =>
  table(
    list,
    left('姓名', '姓名', 20),
    left('单位', '单位', 28),
    left('证件号', '证件号', 21),
    left('签名', '签名', 31),
  );
const peopleThere = (list: string): TemplateBlock =>
  table(list, left('姓名', '姓名', 26), left('身份', '身份', 40), left('签名', '签名', 34));
const handedPapers = table(
  '材料',
  centre('序号', '序号', 9),
  left('材料名称', '名称', 60),
  centre('原件', '原件', 10),
  centre('复印件', '复印件', 11),
  centre('页数', '页数', 10),
);
const ofLicence = '《{证照名称}》（编号{证照编号}）';

/** Version 1 of the papers of procedures, special routes and the archive. */
export const procedureTemplates: Record<ProcedureData['kind'], TemplateContent> = {
  toleratedCommitment: {
    title: '{文书名称}',
    blocks: [
      ...toOrgan,
      {
        kind: 'paragraph',
        text: '{本人}于{申请日}申请办理{事项}，主要材料已经齐全，还缺下列材料。[根据{依据}，]{本人}自愿选择容缺受理，并作出以下承诺。',
      },
      toleratedMaterials,
      { kind: 'numbered', heading: '补交', text: '在上列日期前补齐，方式是{提交方式}，补交的材料真实有效。' },
      { kind: 'numbered', heading: '结果', text: '知道审查可以同时进行，补齐以后才发放办理结果。' },
      { kind: 'numbered', heading: '逾期', text: '知道到期没有补齐的后果：{后果}。由此造成的损失由{本人}承担。' },
    ],
  },
  toleratedNotice: {
    title: '{文书名称}',
    blocks: [
      ...letterHead,
      {
        kind: 'paragraph',
        text: '{您}于{申请日}提出的{事项}申请，主要材料齐全有效，下列材料可以后补。根据{您}的承诺[和{依据}]，本机关自{受理日}起容缺受理。',
      },
      toleratedMaterials,
      { kind: 'numbered', heading: '补交', text: '请在上列日期前补齐，方式是{提交方式}。{暂算说明}' },
      { kind: 'numbered', heading: '结果', text: '审查同时进行；补齐以后，本机关发放办理结果。' },
      { kind: 'numbered', heading: '逾期', text: '到期没有补齐的，{后果}。' },
      contact,
      note('本通知书一式两份，申请人和本机关各存一份。'),
    ],
  },
  supplyNotice: {
    title: '{文书名称}',
    blocks: [
      ...letterHead,
      {
        kind: 'paragraph',
        text: '{您}于{申请日}提出的{事项}申请，本机关已于{受理日}受理。{您}于{撤回日}撤回承诺，申请改按一般程序办理，请补交承诺代替的下列材料。',
      },
      table('补交材料', centre('序号', '序号', 9), left('材料', '名称', 56), left('最后一天', '最后一天', 35)),
      { kind: 'numbered', heading: '补交', text: '请在上列日期前补齐，方式是{提交方式}。{暂算说明}' },
      { kind: 'numbered', heading: '结果', text: '审查同时进行；补齐以后，本机关作出决定。' },
      { kind: 'numbered', heading: '逾期', text: '到期没有补齐的，{后果}。' },
      contact,
    ],
  },
  commitmentLetter: {
    title: '{文书名称}',
    blocks: [
      ...letterHead,
      {
        kind: 'paragraph',
        text: '{您}申请办理{事项}，可以自愿选择告知承诺方式，也可以按一般程序提交材料。本机关现将有关内容告知如下。',
      },
      { kind: 'numbered', heading: '依据', text: '{依据}。' },
      { kind: 'numbered', heading: '应当履行的义务', text: '{义务}。' },
      { kind: 'numbered', heading: '应当符合的条件', text: '{条件}。' },
      {
        kind: 'numbered',
        heading: '承诺代替的证明',
        when: '免交材料',
        text: '作出承诺的，不再提交下列材料。',
      },
      table('免交材料', centre('序号', '序号', 9), left('材料', '名称', 40), left('证明什么', '证明内容', 51)),
      { kind: 'numbered', heading: '核查', text: '{核查方式}[，最迟{核查最后日}完成]。' },
      { kind: 'numbered', heading: '法律责任', text: '{法律责任}。' },
      { kind: 'numbered', heading: '申请人承诺', text: '{本人}于{承诺日}自愿作出承诺：{承诺内容}。{公开}。' },
      signatures('申请人签名', '{承诺人签名}', '告知人签名', '{告知人签名}'),
    ],
  },
  specialProcedureNotice: {
    title: '{文书名称}',
    blocks: [
      ...letterHead,
      {
        kind: 'paragraph',
        text: '{您}提出的{事项}申请，本机关已于{受理日}受理。{理由}，需要进行{程序}。[根据{依据}的规定，]现将有关事项告知如下。',
      },
      { kind: 'numbered', heading: '所需时间', text: '{所需时间}，自{开始日}起[，预计到{预计结束日}结束]。' },
      { kind: 'numbered', heading: '办理期限', text: '{不计入说明}{暂算说明}' },
      contact,
    ],
  },
  resumptionNotice: {
    title: '{文书名称}',
    blocks: [
      ...letterHead,
      {
        kind: 'paragraph',
        text: '{您}提出的{事项}申请，本机关已于{受理日}受理。{程序}已经结束，办理期限继续计算，现将有关事项告知如下。',
      },
      {
        kind: 'numbered',
        heading: '不计入的时间',
        text: '{程序}自{开始日}起，到{结束日}为止，不计入办理期限的时间是{不计入时间}。',
      },
      {
        kind: 'numbered',
        heading: '办理期限',
        text: '本机关最迟{最后日}作出决定[；承诺的办结日是{承诺最后日}]。{暂算说明}',
      },
      contact,
    ],
  },
  extensionNotice: {
    title: '{文书名称}',
    blocks: [
      ...letterHead,
      {
        kind: 'paragraph',
        text: '{您}提出的{事项}申请，本机关已于{受理日}受理，原定最迟{原最后日}作出决定。',
      },
      { kind: 'numbered', heading: '延期的理由', text: '{理由}。' },
      {
        kind: 'numbered',
        heading: '延期的决定',
        text: '[根据{依据}的规定，]{批准日}经{批准人}批准，办理期限延长{延长天数}。',
      },
      { kind: 'numbered', heading: '延期后的日期', text: '本机关最迟{新最后日}作出决定。{暂算说明}' },
      contact,
    ],
  },
  hearingRightsNotice: {
    title: '{文书名称}',
    blocks: [
      ...references,
      { kind: 'addressee', text: '{受告知人}：' },
      {
        kind: 'paragraph',
        text: '本机关正在审查{申请人}提出的{事项}申请。{事由}。[根据{依据}的规定，]{您}有权要求听证。',
      },
      {
        kind: 'numbered',
        heading: '提出的期限',
        text: '要求听证的，请最迟{提出最后日}提出；逾期没有提出的，本机关不再组织听证。{暂算说明}',
      },
      { kind: 'numbered', heading: '提出的方式', text: '{提出方式}。' },
      { kind: 'numbered', heading: '费用', text: '{您}{听证费用}。' },
      contact,
    ],
  },
  hearingNotice: {
    title: '{文书名称}',
    blocks: [
      ...references,
      { kind: 'addressee', text: '{受告知人}：' },
      {
        kind: 'paragraph',
        text: '关于{申请人}提出的{事项}申请，{事由}。[根据{依据}的规定，]本机关决定举行听证，现通知如下。',
      },
      { kind: 'numbered', heading: '时间和地点', text: '{听证时间}，{听证地点}。' },
      { kind: 'numbered', heading: '主持人', text: '{主持人}[，记录人{记录人}]。' },
      { kind: 'numbered', heading: '方式', text: '听证{公开方式}。' },
      { kind: 'numbered', heading: '权利', text: '{您}{听证权利}。' },
      contact,
    ],
  },
  hearingRecord: {
    title: '{文书名称}',
    blocks: [
      form(
        caseRow,
        entry('申请人', '{申请人}'),
        entry('听证事由', '{事由}'),
        entry('时间', '{听证时间}'),
        entry('地点和方式', '{听证地点}，{公开方式}'),
      ),
      table('发言', left('发言人', '发言人', 22), left('内容', '内容', 78)),
      note('以上笔录已交参加人阅读，确认没有错误后签名。[{拒签}。]'),
      peopleThere('参加人'),
      signatures('主持人签名', '{主持人}', '记录人签名', '{记录人}'),
    ],
  },
  siteVisitRecord: {
    title: '{文书名称}',
    blocks: [
      form(caseRow, entry('被核查人', '{被核查人}'), entry('核查时间', '{核查时间}'), [
        { label: '核查地点', text: '{核查地点}', share: 3 },
        { label: '次数', text: '{核查次数}', share: 2 },
      ]),
      note('核查人员两人以上，已出示证件，并告知在场人可以申请回避。'),
      table(
        '核查情况',
        centre('序号', '序号', 9),
        left('核查内容', '内容', 30),
        left('看到的情况', '情况', 43),
        centre('结果', '结果', 18),
      ),
      note('核查结论：{结论}。'),
      officers('核查人员'),
      note('以上笔录已交在场人阅读，确认没有错误后签名。[{拒签}。]'),
      peopleThere('在场人'),
    ],
  },
  reviewMinutes: {
    title: '{文书名称}',
    blocks: [
      form(
        caseRow,
        entry('申请人', '{申请人}'),
        entry('议题', '{议题}'),
        entry('时间', '{时间}'),
        entry('地点', '{地点}'),
        entry('缺席单位', '{缺席单位}'),
      ),
      table(
        '意见',
        left('单位', '单位', 24),
        left('人员', '人员', 15),
        centre('意见', '意见', 12),
        left('说明', '说明', 29),
        left('签名', '签名', 20),
      ),
      note('合并意见：{结论}。'),
      form(entry('主持人签名', '{主持人}', 2)),
    ],
  },
  expertOpinion: {
    title: '{文书名称}',
    blocks: [
      form(
        caseRow,
        entry('评审议题', '{议题}'),
        entry('时间', '{时间}'),
        entry('地点', '{地点}'),
        entry('专家抽取', '{专业领域}专家库，候选{候选人数}人，{抽取时间}抽取，{抽取办法}'),
        entry('抽取种子', '{抽取种子}'),
        entry('回避', '{回避}'),
      ),
      table(
        '专家',
        left('专家', '姓名', 17),
        left('专业', '专业', 17),
        centre('意见', '意见', 14),
        left('说明', '说明', 32),
        left('签名', '签名', 20),
      ),
      note('评审结论：{结论}。'),
    ],
  },
  inspectionReport: {
    title: '{文书名称}',
    blocks: [
      form(
        caseRow,
        entry('申请人', '{申请人}'),
        entry('对象', '{对象}'),
        entry('地点', '{地点}'),
        [
          { label: '指派日期', text: '{指派日}' },
          { label: '时间', text: '{时间}' },
        ],
        entry('技术机构', '{机构}'),
        entry('标准', '{标准}'),
      ),
      table(
        '结果',
        centre('序号', '序号', 9),
        left('项目', '项目', 24),
        left('要求', '要求', 26),
        left('实测情况', '情况', 26),
        centre('结果', '结果', 15),
      ),
      note('{程序}结论：{结论}。'),
      officers('人员'),
    ],
  },
  publicNotice: {
    title: '{事项}{文书名称}',
    blocks: [
      ...references,
      { kind: 'paragraph', text: '{公示事项}。[根据{依据}的规定，]现予公示。' },
      { kind: 'numbered', heading: '内容', text: '{公示内容}。' },
      { kind: 'numbered', heading: '期限', text: '{公示期}。{暂算说明}' },
      { kind: 'numbered', heading: '地点', text: '{公示地点}。' },
      {
        kind: 'numbered',
        heading: '异议',
        text: '对公示内容有异议的，请在公示期内{异议方式}。电话{异议电话}，地址{异议地址}。',
      },
    ],
  },
  reportUpOpinion: {
    title: '{文书名称}',
    blocks: [
      ...references,
      { kind: 'addressee', text: '{上级机关}：' },
      {
        kind: 'paragraph',
        text: '{申请人}提出的{事项}申请，本机关于{受理日}受理。[根据{依据}的规定，]现将初步审查意见和全部申请材料报送你机关[，初审最迟{初审最后日}完成]。',
      },
      { kind: 'numbered', heading: '查明的事实', text: '{事实}。' },
      { kind: 'numbered', heading: '初审意见', text: '{初审意见}。' },
      { kind: 'numbered', heading: '报送的材料', text: '{报送材料}。申请人不再重复提交。' },
      { kind: 'numbered', heading: '联系', text: '{联系方式}' },
      form(entry('审查人签名', '{审查人}', 2)),
    ],
  },
  withdrawalRequest: {
    title: '{文书名称}',
    blocks: [
      ...toOrgan,
      {
        kind: 'paragraph',
        text: '{本人}于{申请日}申请办理{事项}。现自愿撤回这项申请[，理由是{理由}]，撤回日期为{撤回日}。',
      },
      { kind: 'paragraph', text: '[请退还：{退还材料}。]' },
      { kind: 'paragraph', text: '{本人}知道，撤回以后本件不再办理；需要时可以重新申请。' },
    ],
  },
  terminationNotice: {
    title: '{文书名称}',
    blocks: [
      ...letterHead,
      { kind: 'paragraph', text: '{您}于{申请日}提出{事项}申请[，本机关于{受理日}受理]。' },
      { kind: 'numbered', heading: '终止的情形', text: '{终止情形}。' },
      { kind: 'numbered', heading: '理由', text: '{理由}。' },
      { kind: 'numbered', heading: '决定', text: '[根据{依据}的规定，]本机关自{终止日}起终止办理。' },
      returned,
      remedies,
      contact,
    ],
  },
  deemedWithdrawalNotice: {
    title: '{文书名称}',
    blocks: [
      ...letterHead,
      {
        kind: 'paragraph',
        text: '{您}于{申请日}提出{事项}申请。{通知日}，本机关以《{通知名称}》[（{通知编号}）]一次告知应当补齐的材料，最后日期为{最后一天}。',
      },
      { kind: 'numbered', heading: '没有补齐的材料', text: '{未补材料}。' },
      { kind: 'numbered', heading: '结果', text: '根据{依据}的规定，视为撤回申请，本件不再办理。需要时可以重新申请。' },
      returned,
      remedies,
      contact,
    ],
  },
  renewalDecision: {
    title: '{文书名称}',
    blocks: [
      ...letterHead,
      {
        kind: 'paragraph',
        text: `{您}持有本机关{发证日}颁发的${ofLicence}[，第{版次}版]，有效期至{原到期日}。{您}于{申请日}提出延续申请，本机关于{受理日}受理。`,
      },
      {
        kind: 'numbered',
        heading: '决定',
        when: '准予延续',
        text: '经审查，{事实}。[根据{依据}的规定，]本机关决定{准予延续}。',
      },
      {
        kind: 'numbered',
        heading: '视为延续',
        when: '视为延续',
        text: '{视为延续}[（依据{依据}）]。',
      },
      { kind: 'numbered', heading: '延续后的有效期', text: '{延续后有效期}。' },
      contact,
    ],
  },
  changeDecision: {
    title: '{文书名称}',
    blocks: [
      ...letterHead,
      {
        kind: 'paragraph',
        text: `{您}持有本机关{发证日}颁发的${ofLicence}[，第{版次}版]。{您}于{申请日}提出变更申请，本机关于{受理日}受理。经审查，{事实}。[根据{依据}的规定，]决定自{生效日}起准予变更如下。`,
      },
      table('变更内容', left('项目', '项目', 24), left('变更前', '变更前', 38), left('变更后', '变更后', 38)),
      contact,
    ],
  },
  reviewSheet: {
    title: '{文书名称}',
    blocks: [
      form(
        caseRow,
        entry('申请人', '{申请人}'),
        [
          { label: '收件日', text: '{收件日}' },
          { label: '受理日', text: '{受理日}' },
        ],
        entry('最迟办结', '{办理最后日}'),
      ),
      table(
        '步骤',
        centre('序号', '序号', 8),
        left('环节', '环节', 14),
        left('单位', '单位', 20),
        left('人员', '人员', 14),
        left('意见', '意见', 24),
        left('时间', '时间', 20),
      ),
      form(entry('办理结果', '{办理结果}', 2)),
    ],
  },
  handOverSheet: {
    title: '{文书名称}',
    blocks: [
      form(
        caseRow,
        entry('申请人', '{申请人}'),
        [
          { label: '移交单位', text: '{移交单位}' },
          { label: '接收单位', text: '{接收单位}' },
        ],
        entry('交接时间', '{交接时间}'),
      ),
      handedPapers,
      note('[{备注}。]'),
      signatures('移交人签名', '{移交人}', '接收人签名', '{接收人}'),
    ],
  },
  returnSheet: {
    title: '{文书名称}',
    blocks: [
      form(
        caseRow,
        entry('申请人', '{申请人}'),
        [
          { label: '退件单位', text: '{移交单位}' },
          { label: '接收单位', text: '{接收单位}' },
        ],
        [
          { label: '收件日', text: '{收件日}', share: 2 },
          { label: '退件时间', text: '{退件时间}', share: 3 },
        ],
        entry('退件理由', '{退件理由}'),
        entry('处理要求', '{处理要求}'),
        entry('告知期限', '[补正内容最迟{告知最后日}一次告知申请人]'),
      ),
      handedPapers,
      signatures('退件人签名', '{移交人}', '接收人签名', '{接收人}'),
    ],
  },
  agentAuthorization: {
    title: '{文书名称}',
    blocks: [
      { kind: 'reference', text: '办件编号 {办件编号}' },
      form(
        entry('委托人', '{委托人}'),
        [
          { label: '证件号码', text: '{委托人证件号}', share: 3 },
          { label: '电话', text: '{委托人电话}', share: 2 },
        ],
        entry('受托人', '{受托人}'),
        [
          { label: '证件号码', text: '{受托人证件号}', share: 3 },
          { label: '电话', text: '{受托人电话}', share: 2 },
        ],
      ),
      { kind: 'numbered', heading: '委托事项', text: '{委托事项}。' },
      { kind: 'numbered', heading: '代理权限', text: '{委托权限}。' },
      { kind: 'numbered', heading: '委托期限', text: '{委托期限}。' },
      note('受托人在上述权限和期限内所做的事，由委托人承担法律后果。委托人可以随时撤销委托。'),
    ],
  },
  archiveList: {
    title: '{文书名称}',
    blocks: [
      form(
        [
          { label: '档号', text: '{档号}', share: 3 },
          { label: '保管期限', text: '{保管期限}', share: 2 },
        ],
        caseRow,
        entry('申请人', '{申请人}'),
        [
          { label: '办结日', text: '{办结日}', share: 3 },
          { label: '件数', text: '{件数}', share: 2 },
        ],
      ),
      table(
        '归档文件',
        centre('序号', '序号', 8),
        left('题名', '题名', 32),
        left('文号', '编号', 24),
        centre('日期', '日期', 14),
        centre('页数', '页数', 8),
        left('校验值', '校验值', 18),
      ),
      form(entry('归档人签名', '{归档人}', 2)),
    ],
  },
  archiveCheckReport: {
    title: '{文书名称}',
    blocks: [
      form(entry('档号', '{档号}'), caseRow, entry('检测时间', '{检测时间}'), entry('校验值', '{档案包校验值}')),
      table(
        '检测项',
        centre('性质', '性质', 14),
        left('检测内容', '内容', 36),
        left('检测方法', '方法', 34),
        centre('结果', '结果', 16),
      ),
      note('检测结论：{结论}。'),
      form(entry('检测人签名', '{检测人}', 2)),
    ],
  },
};
