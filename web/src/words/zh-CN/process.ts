import type { processOrgans, processTaskKinds } from '../../../../contract/words.ts';

/** What a drawing of a process says, to residents and to staff. Part of `guide`, and of `editors` in `staff`. */
export const process = {
  label: '办理流程图',
  together: '同时进行',
  comma: '，',
  kinds: {
    INTAKE: '收件',
    ACCEPTANCE: '受理',
    REVIEW: '审查',
    JOINT_REVIEW: '并联审查',
    SITE_VISIT: '现场核查',
    JOINT_SITE_VISIT: '联合踏勘',
    EXPERT_PANEL: '专家评审',
    HEARING: '听证',
    INSPECTION: '检验、检测、检疫',
    PUBLIC_NOTICE: '公示、公告',
    DECISION: '决定',
    CERTIFICATION: '制证',
    DELIVERY: '出件、送达',
  } satisfies Record<(typeof processTaskKinds)[number], string>,
  organs: {
    INTAKE: '收件的窗口',
    ACCEPTING: '受理的部门',
    DECIDING: '决定的部门',
    NAMED: '另一个部门',
  } satisfies Record<(typeof processOrgans)[number], string>,
  limit: {
    workingDays_other: '{{count}}个工作日',
    calendarDays_other: '{{count}}天',
    officeHours_other: '{{count}}个上班小时',
  },
};
