import type { LimitUnit } from '../../../contract/deadlines.ts';
import type { CaseType, Level } from '../../../contract/values.ts';
import type { bodyNatures, itemTypes, powerSources, serviceObjects } from '../../../contract/words.ts';

type Words<Word extends string> = Readonly<Record<Word, string>>;

/** Closed lists as the official text and the national tables say them (GB/T 39554). */
export const officialWords = {
  caseType: { IMMEDIATE: '即办件', PROMISED: '承诺件' } satisfies Words<CaseType>,
  level: { DISTRICT: '县级', TOWNSHIP: '镇（乡、街道）级', VILLAGE: '村（社区）级' } satisfies Words<Level>,
  itemType: {
    LICENSE: '行政许可',
    PAYMENT: '行政给付',
    CONFIRMATION: '行政确认',
    REWARD: '行政奖励',
    RULING: '行政裁决',
    OTHER_POWER: '其他行政权力',
    PUBLIC_SERVICE: '公共服务',
  } satisfies Words<(typeof itemTypes)[number]>,
  powerSource: {
    STATUTORY: '法定本级行使',
    DEVOLVED: '上级下放',
    AUTHORIZED: '上级授权',
    PEER_AUTHORIZED: '同级授权',
    ENTRUSTED: '上级委托',
    PEER_ENTRUSTED: '同级委托',
  } satisfies Words<(typeof powerSources)[number]>,
  bodyNature: { STATUTORY: '法定机关', AUTHORIZED: '授权组织', ENTRUSTED: '受委托组织' } satisfies Words<
    (typeof bodyNatures)[number]
  >,
  serviceObjects: {
    PERSON: '自然人',
    ENTERPRISE: '企业法人',
    INSTITUTION: '事业法人',
    ASSOCIATION: '社会组织法人',
    UNINCORPORATED: '非法人企业',
    GOVERNMENT: '行政机关',
    OTHER: '其他组织',
  } satisfies Words<(typeof serviceObjects)[number]>,
  /** As a column of its own beside the amount; in a sentence one counts `个工作日`. */
  limitUnit: { workingDays: '工作日', calendarDays: '自然日', officeHours: '小时' } satisfies Words<LimitUnit>,
} as const;
