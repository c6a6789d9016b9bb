import { type Static, Type } from 'typebox';
import { Explanation } from './deadlines.ts';
import { FormField } from './form.ts';
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
  handlingAreas,
  handlingForms,
  itemTypes,
  lifeEvents,
  onlineDepths,
  powerSources,
  resultTypes,
  serviceObjects,
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
});
export type MaterialRequirement = Static<typeof MaterialRequirement>;

/** 特别程序 or a step that takes time of its own; `counted` says whether it stands within the statutory limit. */
export const SpecialProcedure = Type.Object({
  name: LocalText,
  limit: LocalText,
  counted: Type.Boolean(),
  basis: LegalBasis,
});
export type SpecialProcedure = Static<typeof SpecialProcedure>;

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
  fee: Type.Object({ fen: Type.Integer(), note: LocalText, mark: CheckMark }),
  result: Type.Object({ name: LocalText, note: LocalText }),
  decidedBy: LocalText,
  acceptedBy: LocalText,
  level: Level,
  bases: Type.Array(LegalBasis),
  steps: Type.Array(LocalText),
  remedies: LocalText,
  visits: Type.Integer(),
  deliveryWishes: Type.Array(DeliveryWish),
  deemedAcceptance: Type.Boolean({ description: 'silence for five working days accepts (R-2.5)' }),
  online: Type.Boolean(),
  /** Why this cannot be applied for here yet and where it is done; the guide is all there is. */
  guideOnly: Optional(LocalText),
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
  'GET /intake-items': route({
    summary:
      'The items that my post may take in (收件授权), and the region of its centre; the guide is read when one is chosen',
    input: Type.Object({}),
    reply: Type.Object({ items: Type.Array(IntakeItem), regionId: Id }),
  }),
};
