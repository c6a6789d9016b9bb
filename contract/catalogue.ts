import { type Static, Type } from 'typebox';
import { Explanation, PauseGround } from './deadlines.ts';
import { Condition, FormField } from './form.ts';
import { ServiceCenter } from './places.ts';
import { route } from './route.ts';
import {
  At,
  CaseType,
  CheckMark,
  Day,
  DeliveryWish,
  Id,
  Level,
  LocalText,
  Optional,
  oneOf,
  PageInput,
  ProcedureProfile,
  Text,
} from './values.ts';
import {
  assistanceModes,
  bodyNatures,
  handlingAreas,
  handlingForms,
  itemTypes,
  lifeEvents,
  materialKinds,
  onlineDepths,
  powerSources,
  processOrgans,
  processTaskKinds,
  resultTypes,
  serviceObjects,
  standings,
} from './words.ts';

/** Where a rule comes from, and whether its text was at hand (`checked`) or the department must still check it (`sample`). */
export const LegalBasis = Type.Object({ law: Type.String(), article: Optional(Type.String()), mark: CheckMark });
export type LegalBasis = Static<typeof LegalBasis>;

/** 申请材料 as the published version lists it: nobody may ask for anything else. */
export const MaterialRequirement = Type.Object({
  key: Type.String(),
  name: LocalText,
  hint: LocalText,
  necessity: oneOf(['required', 'optional', 'shared'] as const),
  originals: Type.Integer(),
  copies: Type.Integer(),
  form: oneOf(['paper', 'electronic', 'either'] as const),
  source: oneOf(['applicant', 'government', 'other'] as const),
  basis: LegalBasis,
  /** 受理标准: what makes it acceptable, where the name does not say it. */
  standard: Type.Optional(LocalText),
  /** A blank form or a filled sample is kept at the window. */
  sample: Type.Optional(Type.Boolean()),
  /** 材料类型; `other` when absent. */
  kind: Type.Optional(oneOf(materialKinds)),
  /** 出具单位: who issues it, where the applicant must get it somewhere. */
  issuer: Type.Optional(LocalText),
  /** 空白表格、示例样表: files that anybody may read while the version is in force. */
  files: Type.Optional(
    Type.Array(
      Type.Object({ fileId: Id, name: Type.String({ maxLength: 120 }), use: oneOf(['blank', 'filled'] as const) }),
      {
        maxItems: 6,
      },
    ),
  ),
  /** Needed only where all of these hold: conditions on answers of the form, or on `applicant.age`, `applicant.sex`. */
  when: Type.Optional(Type.Array(Condition)),
  /** 可容缺: it may follow after acceptance, within so many working days (domain §2.7). */
  tolerated: Type.Optional(
    Type.Object({
      workingDays: Type.Integer({ minimum: 1, maximum: 60 }),
      /** Also after the promised day: the item's own rule says so. */
      afterPromise: Type.Optional(Type.Boolean()),
    }),
  ),
  /** 可告知承诺: a written commitment may take its place; how it is verified afterwards (domain §2.7). */
  commitment: Type.Optional(
    Type.Object({
      verification: LocalText,
      /** Calendar days after the decision; 60 where absent. */
      withinDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 730 })),
    }),
  ),
  /** 电子证照共享免提交: the title of the certificate in a register that stands for it. */
  licence: Type.Optional(Type.String({ maxLength: 60 })),
});
export type MaterialRequirement = Static<typeof MaterialRequirement>;

/**
 * 告知承诺 for the whole matter (domain §2.7): who commits himself to the conditions is decided at once or without the
 * examination beforehand, and verified afterwards.
 */
export const ItemCommitment = Type.Object({
  conditions: Type.Array(LocalText, { minItems: 1, maxItems: 20 }),
  verification: Type.Object({ method: LocalText, withinDays: Type.Integer({ minimum: 1, maximum: 730 }) }),
  /** Decided, or filed, at the moment of submission, on the signed commitment alone. */
  decideAtOnce: Optional(Type.Boolean()),
});
export type ItemCommitment = Static<typeof ItemCommitment>;

/** 特别程序 or a step that takes time of its own; `counted` says whether it stands within the statutory limit. */
export const SpecialProcedure = Type.Object({
  name: LocalText,
  limit: LocalText,
  counted: Type.Boolean(),
  basis: LegalBasis,
});
export type SpecialProcedure = Static<typeof SpecialProcedure>;

/** One task of a stage: who does what, at which post, within how long. */
export const ProcessTask = Type.Object({
  key: Type.String({ pattern: '^[a-z][A-Za-z0-9]*$', maxLength: 40 }),
  name: LocalText,
  kind: oneOf(processTaskKinds),
  organ: oneOf(processOrgans),
  /** Where the organ is `NAMED`. */
  organId: Type.Optional(Id),
  /** 岗位. */
  post: LocalText,
  /** Absent: it takes no time of its own. */
  limit: Type.Optional(
    Type.Object({
      amount: Type.Integer({ minimum: 1, maximum: 400 }),
      unit: oneOf(['workingDays', 'calendarDays', 'officeHours'] as const),
    }),
  ),
  /** 服务规范、责任事项: what whoever does it answers for. */
  duty: Type.Optional(LocalText),
  /** Organs that take part beside the one whose task it is: of a joint review, a joint site visit. */
  participants: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 12 })),
  /** 超时默认: silence beyond the limit counts as agreement, by this local rule (domain §4.1). Absent: it is only reported. */
  silence: Type.Optional(LegalBasis),
  /** This unit's veto binds the decision. */
  veto: Type.Optional(Type.Boolean()),
  /** Why its time stands still for the limit; beside the eight of ALL 45 it needs the item's own law. */
  pause: Type.Optional(Type.Object({ ground: PauseGround, basis: Type.Optional(LegalBasis) })),
});
export type ProcessTask = Static<typeof ProcessTask>;

/** One stage; its tasks run side by side, and the next begins when they are done. */
export const ProcessStage = Type.Object({
  key: Type.String({ pattern: '^[a-z][A-Za-z0-9]*$', maxLength: 40 }),
  name: LocalText,
  tasks: Type.Array(ProcessTask, { minItems: 1, maxItems: 12 }),
  /** The next stage begins when so many of its tasks are done; absent: all. */
  join: Type.Optional(Type.Integer({ minimum: 1, maximum: 12 })),
});
export type ProcessStage = Static<typeof ProcessStage>;

/** 办理流程: the stages in their order. */
export const Process = Type.Object({
  stages: Type.Array(ProcessStage, { minItems: 1, maxItems: 20 }),
  /** 转报: this organ examines first and another one above it decides, in so many days and with all materials (ALL 35, 43). */
  reportUp: Type.Optional(Type.Object({ organ: LocalText, basis: LegalBasis })),
});
export type Process = Static<typeof Process>;

/** What the matter cost a person before it was simplified: the base of the four reductions (减环节、减材料、减时限、减费用). */
export const Baseline = Type.Object({
  steps: Type.Integer({ minimum: 0, maximum: 99 }),
  materials: Type.Integer({ minimum: 0, maximum: 99 }),
  /** Working days from acceptance to the decision. */
  days: Type.Integer({ minimum: 0, maximum: 999 }),
  fen: Type.Integer({ minimum: 0 }),
  visits: Type.Integer({ minimum: 0, maximum: 99 }),
  /** Which list or year it was taken from. */
  source: LocalText,
  mark: CheckMark,
});
export type Baseline = Static<typeof Baseline>;

/** The elements of an implementation item that stand in the full guide (GB/T 39554.2; domain §1.3). */
export const ImplementationElements = Type.Object({
  itemType: oneOf(itemTypes),
  serviceObjects: Type.Array(oneOf(serviceObjects), { minItems: 1 }),
  powerSource: oneOf(powerSources),
  handlingForms: Type.Array(oneOf(handlingForms), { minItems: 1 }),
  onlineDepth: oneOf(onlineDepths),
  handlingArea: oneOf(handlingAreas),
  resultType: oneOf(resultTypes),
  /** Why somebody must come at all; needed where `visits` is not 0. */
  visitReason: Type.Optional(LocalText),
  specialProcedures: Type.Array(SpecialProcedure),
  quantityLimit: Type.Optional(LocalText),
  jointBodies: Type.Array(LocalText),
  intermediary: Type.Optional(LocalText),
  bookable: Type.Boolean(),
  payableOnline: Type.Boolean(),
  courier: Type.Boolean(),
  selfService: Type.Boolean(),
  /** 实施主体性质; what is entrusted names who entrusts it. */
  bodyNature: oneOf(bodyNatures),
  entrustedBy: Type.Optional(LocalText),
  /** Why it is on the negative list 进驻负面清单; absent: it is in the hall, as it must be (国发〔2022〕5号). */
  outsideHall: Type.Optional(LocalText),
  /** 领办、帮办、代办、上门办: how one is helped with it, always free of charge. */
  assistance: Type.Array(oneOf(assistanceModes)),
  /** 延时错时预约: also outside office hours. */
  offHours: Type.Boolean(),
  /** 最多找一人: one window takes in, asks inside and hands out. */
  singleContact: Type.Boolean(),
  /** 极简审批: fused into one stage. */
  simpleApproval: Type.Boolean(),
  /** 掌上办 on a phone. */
  mobile: Type.Boolean(),
  /** 面向自然人、法人的主题分类, in the words of the national list. */
  themes: Type.Array(Type.String(), { minItems: 1 }),
  questions: Type.Array(Type.Object({ question: LocalText, answer: LocalText })),
});
export type ImplementationElements = Static<typeof ImplementationElements>;

export const LimitView = Type.Object({
  amount: Type.Integer(),
  unit: oneOf(['workingDays', 'calendarDays', 'officeHours'] as const),
  basis: LegalBasis,
});

export const ItemSummary = Type.Object({
  itemId: Id,
  name: LocalText,
  code: Type.String(),
  decidedBy: LocalText,
  level: Level,
  caseType: CaseType,
  profile: ProcedureProfile,
  brief: LocalText,
  bring: LocalText,
  howLong: LocalText,
  /** It can only be read about here, not applied for. */
  guideOnly: Type.Boolean(),
  /** The nearest office that takes it in, as seen from the region that was named. */
  nearest: Optional(Type.Object({ centerId: Id, name: LocalText })),
  /** The words of the question that led here. */
  because: Type.Array(Type.String()),
  /** False when only parts of words were met: it may be meant, or something else. */
  sure: Type.Boolean(),
});
export type ItemSummary = Static<typeof ItemSummary>;

/** A name to choose while typing; `alias` when it is called so by that. */
export const Suggestion = Type.Object({ itemId: Id, name: LocalText, alias: Optional(Type.String()) });
export type Suggestion = Static<typeof Suggestion>;

/** Who decides something here; all townships count as one, `township`. */
export const Department = Type.Object({ departmentId: Type.String(), name: LocalText, items: Type.Integer() });
export type Department = Static<typeof Department>;

/** 别名 that the staff added to an item. */
export const ItemAlias = Type.Object({
  aliasId: Id,
  itemId: Id,
  /** Absent while the item is not offered. */
  itemName: Optional(LocalText),
  alias: Type.String(),
  addedBy: Type.String(),
  addedAt: At,
  removed: Type.Boolean(),
});
export type ItemAlias = Static<typeof ItemAlias>;

/** Words that nothing answered, without the person who asked. */
export const SearchMiss = Type.Object({ missId: Id, words: Type.String(), times: Type.Integer(), lastDay: Day });
export type SearchMiss = Static<typeof SearchMiss>;

/** 事项状态 today; suspended and cancelled ones say since when and why, and take no new application. */
export const Standing = Type.Object({
  standing: oneOf(standings),
  fromDay: Optional(Day),
  reason: Optional(LocalText),
});
export type Standing = Static<typeof Standing>;

export const LifeEvent = oneOf(lifeEvents);
export type LifeEvent = Static<typeof LifeEvent>;

/** 办事指南: everything that the published version says, and the dates if one applied today. */
export const ServiceGuide = Type.Object({
  itemId: Id,
  itemVersionId: Id,
  version: Type.Integer(),
  effectiveDay: Day,
  name: LocalText,
  code: Type.String(),
  profile: ProcedureProfile,
  caseType: CaseType,
  lifeEvent: LifeEvent,
  brief: LocalText,
  conditions: Type.Array(LocalText),
  materials: Type.Array(MaterialRequirement),
  form: Type.Array(FormField),
  statutoryLimit: Optional(LimitView),
  promisedLimit: LimitView,
  fee: Type.Object({
    fen: Type.Integer(),
    note: LocalText,
    mark: CheckMark,
    basis: Optional(LegalBasis),
    reduction: Optional(LocalText),
  }),
  result: Type.Object({ name: LocalText, note: LocalText }),
  decidedBy: LocalText,
  acceptedBy: LocalText,
  level: Level,
  bases: Type.Array(LegalBasis),
  steps: Type.Array(LocalText),
  process: Process,
  /** The organs that the process names. */
  processOrgans: Type.Array(Type.Object({ organId: Id, name: LocalText })),
  /** 首次、变更、延续、注销 …: which of several of one item it is. */
  handling: Optional(LocalText),
  standing: Standing,
  remedies: LocalText,
  visits: Type.Integer(),
  deliveryWishes: Type.Array(DeliveryWish),
  deemedAcceptance: Type.Boolean({ description: 'silence until the end of the time to answer accepts (R-2.5)' }),
  online: Type.Boolean(),
  /** Why this cannot be applied for here yet and where it is done; the guide is all there is. */
  guideOnly: Optional(LocalText),
  /** The whole matter may be committed to instead of being examined first. */
  commitment: Optional(ItemCommitment),
  elements: ImplementationElements,
  departmentId: Optional(Id),
  centers: Type.Array(ServiceCenter),
  ifAppliedToday: Type.Object({
    answeredByDay: Day,
    decidedByDay: Day,
    provisional: Type.Boolean(),
    explanation: Explanation,
  }),
});
export type ServiceGuide = Static<typeof ServiceGuide>;

/** What a clerk chooses from: enough to find an item by its name, number or sounds. */
export const IntakeItem = Type.Object({
  itemId: Id,
  name: LocalText,
  code: Type.String(),
  pinyin: Type.String({ description: 'laonianrenyoudaizheng' }),
  initials: Type.String({ description: 'lnrydz' }),
  caseType: CaseType,
  profile: ProcedureProfile,
});
export type IntakeItem = Static<typeof IntakeItem>;

export const catalogueRoutes = {
  'GET /items': route({
    summary: 'Find a matter in everyday words (the best 20), or all that fit, by name, page by page',
    input: Type.Object({
      q: Optional(Type.String({ maxLength: 200 })),
      lifeEvent: Optional(LifeEvent),
      departmentId: Optional(Type.String({ maxLength: 36, description: 'who decides; `township`: the townships' })),
      centerId: Optional(Id),
      audience: Optional(oneOf(['person', 'firm'] as const)),
      regionId: Optional(Id),
      ...PageInput,
    }),
    reply: Type.Object({ items: Type.Array(ItemSummary), total: Type.Integer(), next: Optional(Type.String()) }),
  }),
  'GET /suggestions': route({
    summary: 'Names to choose while typing, six at most',
    input: Type.Object({ q: Type.String({ maxLength: 60 }) }),
    reply: Type.Object({ suggestions: Type.Array(Suggestion) }),
  }),
  'GET /departments': route({
    summary: 'Who decides something here, and how much',
    input: Type.Object({}),
    reply: Type.Object({ departments: Type.Array(Department) }),
  }),
  'GET /item-aliases': route({
    summary: 'What the staff call the items besides their published names, newest first (administrator)',
    input: Type.Object({ after: Optional(Id), limit: PageInput.limit }),
    reply: Type.Object({ aliases: Type.Array(ItemAlias), next: Optional(Type.String()) }),
  }),
  'POST /items/:itemId/aliases': route({
    summary: 'Give an item one more everyday name, which may answer what nobody found (administrator)',
    input: Type.Object({ itemId: Id, alias: Text(40), missId: Optional(Id) }),
    reply: ItemAlias,
  }),
  'POST /item-aliases/:aliasId/remove': route({
    summary: 'Take an alias of the staff away again (administrator)',
    input: Type.Object({ aliasId: Id }),
    reply: ItemAlias,
  }),
  'GET /search-misses': route({
    summary: 'Words of questions that nothing answered, most frequent first (administrator)',
    input: Type.Object({
      after: Optional(Type.String({ pattern: '^\\d{1,9}~[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })),
      limit: PageInput.limit,
    }),
    reply: Type.Object({ misses: Type.Array(SearchMiss), next: Optional(Type.String()) }),
  }),
  'POST /search-misses/:missId/dismiss': route({
    summary: 'Put aside what nothing here can answer (administrator)',
    input: Type.Object({ missId: Id }),
    reply: Type.Object({ done: Type.Literal(true) }),
  }),
  'GET /items/:itemId': route({
    summary: 'The guide of the version in force today',
    input: Type.Object({ itemId: Id, regionId: Optional(Id) }),
    reply: ServiceGuide,
  }),
  'GET /items/:itemId/files/:fileId': route({
    summary: 'A blank form or a filled sample (空白表格、示例样表) that the version of today lists',
    input: Type.Object({ itemId: Id, fileId: Id }),
    reply: Type.Object({}),
    answer: 'bytes',
  }),
  'GET /items/:itemId/code': route({
    summary: 'The QR code that leads to the guide, for one situation (情形) where one is named as its address has it',
    input: Type.Object({ itemId: Id, situation: Optional(Type.String({ maxLength: 2000 })) }),
    reply: Type.Object({}),
    answer: 'bytes',
  }),
  'GET /intake-items/:itemId': route({
    summary: 'The guide for a clerk who takes in: of today, or of the earlier day on which a letter arrived',
    input: Type.Object({ itemId: Id, day: Optional(Day) }),
    reply: ServiceGuide,
  }),
  'GET /intake-items': route({
    summary:
      'The items that my post may take in (收件授权), and the region of its centre; the guide is read when one is chosen',
    input: Type.Object({}),
    reply: Type.Object({ items: Type.Array(IntakeItem), regionId: Id }),
  }),
};
