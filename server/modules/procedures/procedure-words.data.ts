import type { PauseGround } from '../../../contract/deadlines.ts';

/** What papers and messages call a special procedure 特别程序. */
export const groundWords: Readonly<Record<PauseGround, string>> = {
  hearing: '听证',
  tender: '招标',
  auction: '拍卖',
  inspection: '检验',
  testing: '检测',
  quarantine: '检疫',
  appraisal: '鉴定',
  expertReview: '专家评审',
  siteVisit: '现场踏勘',
  examination: '考试',
  publicNotice: '公示',
  technicalReview: '技术审查',
  interestedParties: '听取利害关系人意见',
  reportUp: '上报',
  announcement: '公告',
  securityReview: '安全审查',
  other: '特别程序',
};
