import type { DocumentKind, TemplateBlock, TemplateContent } from '../../../contract/documents.ts';
import { procedureTemplates } from './procedure-templates.data.ts';

const letterHead: TemplateBlock[] = [
  { kind: 'reference', text: '办件编号 {办件编号}' },
  { kind: 'reference', text: '事项编码 {事项编码}' },
  { kind: 'addressee', text: '{申请人}：' },
];
const contact: TemplateBlock = { kind: 'numbered', heading: '联系', text: '{联系方式}' };
const pen = '签名：　　　　　　　　　　　　　　年　　月　　日';

/**
 * Version 1 of every document template. Documents that were issued under it are rendered from it for ever: it never
 * changes. Better words are published as a new version.
 */
export const firstTemplates: Record<DocumentKind, TemplateContent> = {
  intakeReceipt: {
    title: '{文书名称}',
    blocks: [
      {
        kind: 'form',
        rows: [
          [
            { label: '办件编号', text: '{办件编号}', share: 3 },
            { label: '查询码', text: '{查询码}', share: 2 },
          ],
          [{ label: '申请人', text: '{申请人}' }],
          [{ label: '申请事项', text: '{事项}（事项编码{事项编码}）' }],
          [
            { label: '收到时间', text: '{收到时间}', share: 3 },
            { label: '收件人', text: '{收件人}', share: 2 },
          ],
          [{ label: '收件地点', text: '{收件地点}' }],
        ],
      },
      {
        kind: 'table',
        list: '材料',
        columns: [
          { title: '序号', text: '{序号}', share: 9, align: 'center' },
          { title: '材料名称', text: '{名称}', share: 56, align: 'left' },
          { title: '原件', text: '{原件}', share: 9, align: 'center' },
          { title: '复印件', text: '{复印件}', share: 11, align: 'center' },
          { title: '页数', text: '{页数}', share: 9, align: 'center' },
          { title: '形式', text: '{形式}', share: 11, align: 'center' },
        ],
      },
      {
        kind: 'note',
        text: '以上补交的材料共{材料数}项，已收到。{补交情况}',
        when: '补交情况',
      },
      {
        kind: 'note',
        unless: '补交情况',
        text: '以上材料共{材料数}项，已收到。最迟{核对最后日}，本机关核对完毕，告知是否受理或者需要补正的全部内容。{逾期受理}{暂算说明}',
      },
      {
        kind: 'note',
        text: '本凭证证明收到材料{不代表受理}。凭查询码{查询码}，在手机、窗口、村（社区）都能查。{联系方式}',
      },
    ],
  },
  acceptanceNotice: {
    title: '{文书名称}',
    blocks: [
      ...letterHead,
      {
        kind: 'paragraph',
        when: '材料齐全',
        text: '{您}于{申请日}提出的{事项}申请，本机关已收到。经核对，{材料齐全}。[根据{受理依据}的规定，]现决定自{受理日}起受理。',
      },
      {
        kind: 'paragraph',
        when: '补正齐全',
        text: '{您}于{申请日}提出的{事项}申请，本机关已收到。{您}{补正齐全}。[根据{受理依据}的规定，]现决定自{受理日}起受理。',
      },
      { kind: 'paragraph', text: '{视为受理}' },
      { kind: 'numbered', heading: '期限', text: '{承诺期限}{法定期限}{计日说明}{暂算说明}' },
      { kind: 'numbered', heading: '过程', text: '{过程}。' },
      { kind: 'numbered', heading: '特别程序和费用', text: '{特别程序}本件{费用}。', when: '特别程序' },
      { kind: 'numbered', heading: '特别程序和费用', text: '本件没有特别程序，{费用}。', unless: '特别程序' },
      {
        kind: 'numbered',
        heading: '联系和查询',
        text: '{联系方式}凭查询码{查询码}，在手机、窗口、村（社区）都能查。',
      },
    ],
  },
  correctionNotice: {
    title: '{文书名称}',
    blocks: [
      ...letterHead,
      {
        kind: 'paragraph',
        text: '{您}于{申请日}提出的{事项}申请，本机关已于{收件日}收到。经核对，有{补正项数}项需要补正。[根据{补正依据}的规定，]现将需要补正的全部内容一次告知如下：',
      },
      {
        kind: 'table',
        list: '补正内容',
        columns: [
          { title: '序号', text: '{序号}', share: 9, align: 'center' },
          { title: '材料', text: '{材料}', share: 25, align: 'left' },
          { title: '问题', text: '{问题}', share: 22, align: 'left' },
          { title: '怎样补正', text: '{怎样补正}', share: 32, align: 'left' },
          { title: '依据', text: '{依据}', share: 26, align: 'left' },
        ],
      },
      {
        kind: 'numbered',
        heading: '补正期限',
        when: '最后一天',
        text: '请最迟{最后一天}补齐（{期限依据}）。{暂算说明}',
      },
      {
        kind: 'numbered',
        heading: '补正期限',
        unless: '最后一天',
        text: '法律没有规定补正的最后日期，请尽快补齐，以免耽误办理。',
      },
      {
        kind: 'numbered',
        heading: '补正以后',
        text: '补齐以上全部内容的，本机关即予受理。补正所用的时间不计入办理期限。除补来的材料中新出现的问题外，本机关不再要求补正其他内容。',
      },
      { kind: 'numbered', heading: '不补正的后果', when: '后果', text: '{后果}。' },
      {
        kind: 'numbered',
        heading: '不补正的后果',
        unless: '后果',
        text: '没有补齐的，本机关不能受理本件申请。',
      },
      contact,
    ],
  },
  acceptanceRefusal: {
    title: '{文书名称}',
    blocks: [
      ...letterHead,
      {
        kind: 'paragraph',
        text: '{您}于{申请日}提出的{事项}申请，本机关已收到。经审查，{理由}。[根据{依据}的规定，]{结论}。',
      },
      { kind: 'numbered', heading: '有权办理的机关', text: '[请向{有权机关}提出申请。]' },
      { kind: 'numbered', heading: '救济途径', text: '{救济途径}' },
      contact,
    ],
  },
  grantDecision: {
    title: '{文书名称}',
    blocks: [
      ...letterHead,
      {
        kind: 'paragraph',
        text: '{您}于{申请日}提出的{事项}申请，本机关于{受理日}受理。经审查，{事实}，符合{条件}。[根据{依据}的规定，]现决定{决定}。',
      },
      { kind: 'numbered', heading: '许可内容', text: '{内容}。', when: '行政许可' },
      { kind: 'numbered', heading: '内容', text: '{内容}。', unless: '行政许可' },
      { kind: 'numbered', heading: '适用范围', text: '{适用范围}。' },
      { kind: 'numbered', heading: '有效期', text: '{有效期}。' },
      {
        kind: 'numbered',
        heading: '证件',
        when: '证件',
        text: '{证件}[（编号{证件编号}）]最迟{证件送达日}送达。{暂算说明}',
      },
      contact,
    ],
  },
  denialDecision: {
    title: '{文书名称}',
    blocks: [
      ...letterHead,
      { kind: 'paragraph', text: '{您}于{申请日}提出的{事项}申请，本机关于{受理日}受理，现已审查完毕。' },
      { kind: 'numbered', heading: '查明的事实', text: '{事实}。' },
      { kind: 'numbered', heading: '理由', text: '{理由}。' },
      { kind: 'numbered', heading: '决定', text: '[根据{依据}的规定，]本机关决定{决定}。' },
      { kind: 'numbered', heading: '救济途径', text: '{救济途径}' },
      contact,
    ],
  },
  deliveryReceipt: {
    title: '{文书名称}',
    blocks: [
      {
        kind: 'form',
        rows: [
          [{ label: '受送达人', text: '{申请人}' }],
          [{ label: '办件', text: '{事项}，办件编号{办件编号}' }],
          [{ label: '送达文书', text: '{送达文书}', lines: 2 }],
          [
            { label: '送达方式', text: '{送达方式}' },
            { label: '送达时间', text: '{送达时间}' },
          ],
          [{ label: '送达地点', text: '{送达地点}' }],
          [{ label: '受送达人签名或者盖章', text: '{受送达人签名}', lines: 3 }],
          [{ label: '代收人签名', text: `[{代收人}\n]${pen}`, lines: 3 }],
          [{ label: '拒收理由和见证人', text: '[{拒收理由}；见证人：{见证人}]', lines: 2 }],
          [{ label: '送达人签名', text: `[{送达人}\n]${pen}`, lines: 3 }],
          [{ label: '备注', text: '{备注}', lines: 2 }],
        ],
      },
    ],
  },
  applicationForm: {
    title: '{事项}申请书',
    blocks: [
      { kind: 'reference', text: '办件编号 {办件编号}' },
      { kind: 'reference', text: '事项编码 {事项编码}' },
      { kind: 'addressee', text: '{机关}：' },
      { kind: 'note', text: '现申请办理{事项}，情况如下。' },
      { kind: 'rows' },
      {
        kind: 'table',
        list: '材料',
        columns: [
          { title: '序号', text: '{序号}', share: 9, align: 'center' },
          { title: '提交的材料', text: '{名称}', share: 91, align: 'left' },
        ],
      },
      { kind: 'note', when: '代办人', text: '本申请由{代办人}受申请人委托代为提出。[委托到{委托到期日}为止。]' },
      { kind: 'note', text: '{承诺}' },
    ],
  },
  certificate: {
    title: '{证照名称}',
    blocks: [
      { kind: 'rows' },
      { kind: 'paragraph', text: '{说明}。' },
      { kind: 'reference', text: '[第{版次}版，此前各版作废]' },
    ],
  },
  licenceDecision: {
    title: '{文书名称}',
    blocks: [
      ...letterHead,
      {
        kind: 'paragraph',
        text: '{您}持有本机关{发证日}颁发的《{证照名称}》，编号{证照编号}[，第{版次}版]。本机关现就该证照作出如下决定。',
      },
      { kind: 'numbered', heading: '事实和理由', text: '{理由}。' },
      { kind: 'numbered', heading: '决定', text: '[根据{依据}的规定，]本机关决定自{生效日}起{决定}。{后果}' },
      { kind: 'numbered', heading: '救济途径', text: '{救济途径}' },
      contact,
    ],
  },
  ...procedureTemplates,
};
