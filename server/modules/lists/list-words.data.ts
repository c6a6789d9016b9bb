import type { LocalText } from '../../../contract/values.ts';
import type {
  assistanceModes,
  bodyNatures,
  devolutionModes,
  handlingAreas,
  handlingTags,
  itemTypes,
  levels,
  powerTypes,
} from '../../../contract/words.ts';

type Words<List extends readonly string[]> = Readonly<Record<List[number], LocalText>>;

const both = (zh: string, en: string): LocalText => ({ zh, en });

export const powerTypeWords: Words<typeof powerTypes> = {
  LICENSE: both('行政许可', 'Licence'),
  PAYMENT: both('行政给付', 'Payment'),
  CONFIRMATION: both('行政确认', 'Confirmation'),
  REWARD: both('行政奖励', 'Reward'),
  RULING: both('行政裁决', 'Ruling'),
  OTHER_POWER: both('其他行政权力', 'Other power'),
  PUBLIC_SERVICE: both('公共服务', 'Public service'),
  PENALTY: both('行政处罚', 'Penalty'),
  COERCION: both('行政强制', 'Coercion'),
  COLLECTION: both('行政征收', 'Collection'),
  INSPECTION: both('行政检查', 'Inspection'),
};

export const levelWords: Words<typeof levels> = {
  DISTRICT: both('区（县）', 'District'),
  TOWNSHIP: both('乡镇（街道）', 'Township'),
  VILLAGE: both('村（社区）', 'Village'),
};

export const modeWords: Words<typeof devolutionModes> = {
  DEVOLVED: both('下放', 'Devolved'),
  AUTHORIZED: both('授权', 'Authorised'),
  ENTRUSTED: both('委托', 'Entrusted'),
  SERVICE_FORWARD: both('服务前移', 'Service moved forward'),
};

export const areaWords: Words<typeof handlingAreas> = {
  NATION: both('全国', 'The whole country'),
  PROVINCE: both('全省', 'The whole province'),
  CITY: both('全市', 'The whole city'),
  COUNTY: both('全区（县）', 'The whole district'),
  TOWNSHIP: both('全乡镇（街道）', 'The whole township'),
  VILLAGE: both('跨村（社区）', 'Across villages'),
};

export const natureWords: Words<typeof bodyNatures> = {
  STATUTORY: both('法定机关', 'Organ by law'),
  AUTHORIZED: both('授权组织', 'Authorised organisation'),
  ENTRUSTED: both('受委托组织', 'Entrusted organisation'),
};

export const tagWords: Words<typeof handlingTags> = {
  IMMEDIATE: both('马上办', 'At once'),
  ONLINE: both('网上办', 'Online'),
  NEARBY: both('就近办', 'Nearby'),
  ONCE: both('一次办', 'One visit'),
};

export const assistanceWords: Words<typeof assistanceModes> = {
  ESCORT: both('领办', 'Escort'),
  ASSIST: both('帮办', 'Assistance'),
  AGENCY: both('代办', 'Agency'),
  HOME_VISIT: both('上门办', 'Home visit'),
};

/** Who issues a proof of which the item names no issuer. */
export const issuerWords = {
  applicant: both('原来发证的单位', 'Whoever issued it'),
  government: both('政府部门（以材料说明为准）', 'A government body, as the material says'),
  other: both('有资质的单位', 'A qualified body'),
} as const;

export const limitUnitWords = {
  workingDays: both('个工作日', 'working days'),
  calendarDays: both('天', 'days'),
  officeHours: both('个上班小时', 'office hours'),
} as const;

/** 责任事项 of a power on application where its process says nothing more exact. */
export const usualDuties = both(
  '受理：公示要求，一次告知要补的材料，按时受理。\n审查：按公布的条件审查。\n决定：在承诺时限内作出，不予办理的说明理由。\n送达：按时送达并告知救济途径。\n监管：接受投诉，依法检查。',
  'To accept: publish what is needed, name all that is missing at once, accept in time.\nTo review: by the published conditions.\nTo decide: within the promised limit, with reasons for a refusal.\nTo serve: in time, with the remedies.\nTo supervise: hear complaints, inspect by law.',
);

/** 责任事项 of a power that nobody applies for. */
export const usualDutiesOfOffice = both(
  '依法定权限和程序进行，出示证件，告知事实、理由和依据，听取陈述申辩，在法定期限内作出决定并送达，公开结果。',
  'To act within its powers and procedure, to show credentials, to state facts, reasons and basis, to hear the person, to decide and serve in time, to publish the result.',
);

/** 追责依据, by type: of licences the articles were read; of the others the department checks them. */
export const accountabilityOf = (type: (typeof powerTypes)[number] | (typeof itemTypes)[number]): LocalText =>
  type === 'LICENSE'
    ? both('《行政许可法》第七十二条至第七十五条', 'Administrative Licensing Law, articles 72 to 75')
    : both(
        '不依法履行职责的，由其上级机关或者监察机关依法处理（条文由部门核对）',
        'Who fails his duty answers to the higher organ or the supervisory organ (articles to be checked by the department)',
      );
