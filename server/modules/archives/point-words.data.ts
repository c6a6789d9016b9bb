import type { ArchivePointKey, ArchiveProperty, RetentionClass } from '../../../contract/archives.ts';

/** How the official report, which is Chinese only, names properties and points, and how each was looked at. */
export const propertyWords: Readonly<Record<ArchiveProperty, string>> = {
  authenticity: '真实性',
  completeness: '完整性',
  usability: '可用性',
  safety: '安全性',
};

export const pointWords: Readonly<Record<ArchivePointKey, { point: string; method: string }>> = {
  packageUnchanged: { point: '归档包未被改动', method: '比对归档包与台账记载的摘要' },
  filesUnchanged: { point: '包内文件未被改动', method: '逐件计算SHA-256并与目录比对' },
  documentsUnchanged: { point: '文书与签发时一致', method: '由固化数据重算摘要并与台账比对' },
  ledgerWhole: { point: '办件台账完整', method: '逐条重算哈希链并与链头比对' },
  sealValid: { point: '台账日封签名有效', method: '验证日封的Ed25519签名及所封行' },
  sourceKnown: { point: '来源可靠', method: '核对每件的形成系统' },
  documentsPresent: { point: '文书齐全', method: '比对台账记载与包内文书，件数一致' },
  actsPapered: { point: '每个环节都有文书', method: '按办理环节核对应有文书' },
  documentsServed: { point: '文书均已送达', method: '核对送达记录' },
  materialsPresent: { point: '申请材料齐全', method: '比对收件记录与包内材料，件数一致' },
  partsPresent: { point: '组成部分齐全', method: '按办理过程核对应有部分' },
  formatsAllowed: { point: '格式适合长期保存', method: '核对文件格式' },
  filesOpen: { point: '文件能够打开', method: '检查文件结构与页数' },
  notEncrypted: { point: '文件没有密码', method: '检查加密标记' },
  nothingActive: { point: '没有脚本和可执行内容', method: '检查文件结构' },
  namesSafe: { point: '文件名安全', method: '检查包内路径' },
  sizesWithin: { point: '大小在限度以内', method: '核对字节数' },
  accessKnown: { point: '利用权限明确', method: '核对权限级别' },
};

export const retentionWords: Readonly<Record<RetentionClass, string>> = {
  PERMANENT: '永久',
  THIRTY_YEARS: '30年',
  TEN_YEARS: '10年',
};

/** What the review sheet calls opinions and tasks. */
export const opinionWords: Readonly<Record<'agree' | 'disagree' | 'veto', string>> = {
  agree: '同意',
  disagree: '不同意',
  veto: '否决',
};

export const taskWords: Readonly<Record<string, string>> = {
  REVIEW: '审查',
  JOINT_REVIEW: '联合审查',
  SITE_VISIT: '现场核查',
  JOINT_SITE_VISIT: '联合踏勘',
  EXPERT_PANEL: '专家评审',
  HEARING: '听证',
  INSPECTION: '检验检测',
  PUBLIC_NOTICE: '公示',
  DECISION: '决定',
  CERTIFICATION: '制证',
};
