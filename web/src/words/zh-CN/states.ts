import type { CaseState } from '../../../../contract/values.ts';

/** One word a state for residents (look.md's table); grants and denials take the profile's own word, see `outcomes`. */
export const states = {
  DRAFT: '草稿',
  RECEIVED: '已收件，正在核对材料',
  CORRECTION_REQUIRED: '待补正：还差{{openDefects}}样',
  ACCEPTED: '已受理',
  ACCEPTANCE_REFUSED: '不予受理',
  NOT_REQUIRED: '无需办理',
  IN_REVIEW: '审查中',
  SPECIAL_PROCEDURE: '暂停计时',
  REPORTED_UP: '已转报上级',
  DECIDING: '待决定',
  GRANTED: '准予',
  DENIED: '不予许可',
  CERTIFYING: '制证中',
  DELIVERING: '可领取',
  COMPLETED: '已办结',
  ARCHIVED: '已归档',
  WITHDRAWN: '已撤回',
  WITHDRAWN_DEEMED: '视为撤回',
  TERMINATED: '已终止',
} satisfies Record<CaseState, string>;

/** The outcome in the profile's own word. */
export const outcomes = {
  LICENSE: { GRANTED: '准予许可', DENIED: '不予许可' },
  PUBLIC_SERVICE: { GRANTED: '已办好', DENIED: '没办成' },
  BENEFIT: { GRANTED: '已通过', DENIED: '未通过' },
  FILING: { GRANTED: '已备案', DENIED: '未予备案' },
  REAL_ESTATE: { GRANTED: '已登记', DENIED: '不予登记' },
  SOCIAL_ASSISTANCE: { GRANTED: '已确认', DENIED: '不予确认' },
};
