import { type Static, Type } from 'typebox';
import { LegalBasis, Process } from './catalogue.ts';
import { limitUnits } from './deadlines.ts';
import { route } from './route.ts';
import { At, Id, Level, LocalText, Optional, oneOf, PageInput, Text } from './values.ts';
import { elementRules, exerciseLevels, powerTypes, serviceObjects, uniformElements } from './words.ts';

export const PowerType = oneOf(powerTypes);
export type PowerType = Static<typeof PowerType>;
export const UniformElement = oneOf(uniformElements);
export type UniformElement = Static<typeof UniformElement>;

const Words = (maxLength: number) => Type.Object({ zh: Text(maxLength), en: Type.String({ maxLength }) });

export const StandardLimit = Type.Object({
  amount: Type.Integer({ minimum: 0, maximum: 3650 }),
  unit: oneOf(limitUnits),
});
export type StandardLimit = Static<typeof StandardLimit>;

/** A material that is the same wherever the item is implemented. */
export const StandardMaterial = Type.Object({
  name: Words(200),
  necessity: oneOf(['required', 'optional', 'shared'] as const),
  originals: Type.Integer({ minimum: 0, maximum: 99 }),
  copies: Type.Integer({ minimum: 0, maximum: 99 }),
});
export type StandardMaterial = Static<typeof StandardMaterial>;

/** What must be the same in every implementation of one 业务办理项; a basic item without them has one, without `handling`. */
export const StandardHandling = Type.Object({
  /** 首次、变更 …; absent where the item is not split. */
  handling: Optional(Words(60)),
  name: Words(200),
  /** Absent: those of the whole basic item. */
  bases: Optional(Type.Array(LegalBasis, { minItems: 1, maxItems: 40 })),
  serviceObjects: Type.Array(oneOf(serviceObjects), { maxItems: 7 }),
  conditions: Type.Array(Words(1000), { maxItems: 60 }),
  materials: Type.Array(StandardMaterial, { maxItems: 80 }),
  process: Optional(Process),
  statutoryLimit: Optional(StandardLimit),
  /** Absent: each implementing body promises what it can. */
  promisedLimit: Optional(StandardLimit),
  fen: Type.Integer({ minimum: 0, maximum: 100_000_000_000 }),
  result: Words(200),
});
export type StandardHandling = Static<typeof StandardHandling>;

/** 基本目录 of one power or service: what stands in the list of powers, and what its items must have in common. */
export const BasicContent = Type.Object({
  name: Words(200),
  exerciseLevels: Type.Array(oneOf(exerciseLevels), { minItems: 1, maxItems: 6 }),
  bases: Type.Array(LegalBasis, { minItems: 1, maxItems: 40 }),
  /** Empty for what nobody applies for. */
  handlings: Type.Array(StandardHandling, { maxItems: 40 }),
  /** 责任事项, stage by stage. */
  responsibilities: Type.Array(Type.Object({ stage: Words(40), duty: Words(1000), basis: Optional(LegalBasis) }), {
    maxItems: 20,
  }),
  /** 追责情形. */
  accountability: Type.Array(Type.Object({ text: Words(1000), basis: Optional(LegalBasis) }), { maxItems: 40 }),
});
export type BasicContent = Static<typeof BasicContent>;

/** Where an item differs from its basic item, or from the same item of another body; both sides as one reads them. */
export const Deviation = Type.Object({
  element: UniformElement,
  /** It blocks a publication. */
  locked: Type.Boolean(),
  /** `NO_BASIC`: there is no basic item of this code to compare with. */
  against: oneOf(['BASIC', 'SIBLING', 'NO_BASIC'] as const),
  own: LocalText,
  other: LocalText,
  /** The code of the other side. */
  otherCode: Type.String(),
});
export type Deviation = Static<typeof Deviation>;

export const BasicItemRow = Type.Object({
  basicItemId: Id,
  code: Type.String(),
  name: LocalText,
  type: PowerType,
  version: Type.Integer(),
  /** Items in force that implement it. */
  implementations: Type.Integer(),
  /** Who claimed it, by an item or by saying so. */
  organs: Type.Array(LocalText),
  /** Two departments claim it. */
  conflict: Type.Boolean(),
  /** Of its implementations, those that differ from it or from one another. */
  deviating: Type.Integer(),
});
export type BasicItemRow = Static<typeof BasicItemRow>;

export const BasicItemView = Type.Object({
  basicItemId: Id,
  code: Type.String(),
  type: PowerType,
  version: Type.Integer(),
  content: BasicContent,
  note: Type.String(),
  publishedAt: At,
  publishedBy: Optional(Type.String()),
  /** Its newest version is shown. */
  latest: Type.Boolean(),
  versions: Type.Array(
    Type.Object({
      version: Type.Integer(),
      note: Type.String(),
      publishedAt: At,
      publishedBy: Optional(Type.String()),
    }),
  ),
  implementations: Type.Array(
    Type.Object({
      itemId: Id,
      name: LocalText,
      code: Type.String(),
      organ: LocalText,
      level: Level,
      handling: Optional(LocalText),
      deviations: Type.Array(Deviation),
      /** Where every township implements it: the code of each. */
      townships: Type.Array(Type.Object({ organ: LocalText, code: Type.String() })),
    }),
  ),
  claims: Type.Array(Type.Object({ organId: Id, organ: LocalText, claimedAt: At, own: Type.Boolean() })),
  conflict: Type.Boolean(),
  /** The caller's own organ may claim it, or has and may let it go. */
  mayClaim: Type.Boolean(),
  mayRelease: Type.Boolean(),
});
export type BasicItemView = Static<typeof BasicItemView>;

/** UniformElementSet 统一要素, as the district configured it. */
export const UniformElementSet = Type.Object({
  elements: Type.Array(Type.Object({ element: UniformElement, rule: oneOf(elementRules) })),
  /** Nobody changed it yet. */
  byDefault: Type.Boolean(),
  history: Type.Array(
    Type.Object({
      changedAt: At,
      changedBy: Optional(Type.String()),
      reason: Type.String(),
      elements: Type.Array(Type.Object({ element: UniformElement, rule: oneOf(elementRules) })),
    }),
  ),
});
export type UniformElementSet = Static<typeof UniformElementSet>;

const checkKind = oneOf(['ELEMENTS', 'CHANNELS'] as const);

const Tally = { deviations: Type.Integer(), items: Type.Integer(), locked: Type.Integer() };

/** One run of a check: how far it is, and what it found. */
export const StandardCheck = Type.Object({
  checkId: Id,
  kind: checkKind,
  state: oneOf(['RUNNING', 'DONE'] as const),
  done: Type.Integer(),
  total: Type.Integer(),
  /** 要素统一率 (domain §10.2), or 线上线下一致: this many of `done` are without a deviation. */
  clean: Type.Integer(),
  startedAt: At,
  startedBy: Optional(Type.String()),
  endedAt: Optional(At),
  byElement: Type.Array(Type.Object({ element: UniformElement, ...Tally })),
  byOrgan: Type.Array(Type.Object({ organId: Optional(Id), organ: LocalText, ...Tally })),
  byLevel: Type.Array(Type.Object({ level: Level, ...Tally })),
  /** Of the deviations, those of items without a basic item. */
  withoutBasic: Type.Integer(),
});
export type StandardCheck = Static<typeof StandardCheck>;

export const DeviationRow = Type.Object({
  deviationId: Id,
  itemId: Id,
  name: LocalText,
  code: Type.String(),
  organ: LocalText,
  level: Level,
  ...Deviation.properties,
});
export type DeviationRow = Static<typeof DeviationRow>;

/** A channel that does not show what was published. */
export const ChannelDifference = Type.Object({
  differenceId: Id,
  itemId: Id,
  name: LocalText,
  code: Type.String(),
  channel: oneOf(['GUIDE', 'WINDOW', 'ONLINE_FORM', 'SEARCH', 'PRINT', 'API'] as const),
  part: Type.String(),
  published: Type.String({ description: 'digest of what was published' }),
  shown: Type.String({ description: 'digest of what the channel shows; empty when it shows nothing' }),
});
export type ChannelDifference = Static<typeof ChannelDifference>;

export const standardsRoutes = {
  'GET /basic-items': route({
    summary: 'The basic catalogue by code, page by page',
    input: Type.Object({
      q: Optional(Type.String({ maxLength: 100 })),
      type: Optional(PowerType),
      claims: Optional(oneOf(['unclaimed', 'conflict', 'deviating'] as const)),
      after: Optional(Type.String({ maxLength: 12 })),
      limit: PageInput.limit,
    }),
    reply: Type.Object({ basicItems: Type.Array(BasicItemRow), total: Type.Integer(), next: Optional(Type.String()) }),
  }),
  'GET /basic-items/:basicItemId': route({
    summary: 'A basic item, a version of it, its history, its implementations and where they deviate',
    input: Type.Object({ basicItemId: Id, version: Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })) }),
    reply: BasicItemView,
  }),
  'POST /basic-items': route({
    summary: 'Publish a version of a basic item; one of a new code is made (item publisher)',
    input: Type.Object({
      code: Type.String({ maxLength: 40 }),
      type: PowerType,
      content: BasicContent,
      /** What was changed and on what ground. */
      note: Text(500),
      /** The version that was edited; 0 for a new one. */
      basedOn: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
    }),
    reply: BasicItemView,
  }),
  'POST /basic-items/:basicItemId/claim': route({
    summary: 'Claim a basic item for one’s own department (item manager)',
    input: Type.Object({ basicItemId: Id }),
    reply: BasicItemView,
  }),
  'POST /basic-items/:basicItemId/release': route({
    summary: 'Let a claimed basic item go (item manager)',
    input: Type.Object({ basicItemId: Id }),
    reply: BasicItemView,
  }),
  'GET /uniform-elements': route({
    summary: 'Which elements must be the same everywhere, and who changed that why',
    input: Type.Object({}),
    reply: UniformElementSet,
  }),
  'POST /uniform-elements': route({
    summary: 'Change which elements are compared and which block a publication (item publisher)',
    input: Type.Object({
      elements: Type.Array(Type.Object({ element: UniformElement, rule: oneOf(elementRules) }), {
        minItems: 1,
        maxItems: uniformElements.length,
      }),
      reason: Text(500),
    }),
    reply: UniformElementSet,
  }),
  'GET /standard-checks': route({
    summary: 'The latest run of each check, with its figures',
    input: Type.Object({}),
    reply: Type.Object({ checks: Type.Array(StandardCheck) }),
  }),
  'POST /standard-checks': route({
    summary: 'Check everything in force anew; a run that goes on already is answered as it is (item publisher)',
    input: Type.Object({ kind: checkKind }),
    reply: StandardCheck,
  }),
  'GET /standard-checks/:checkId/deviations': route({
    summary: 'What a run found, by code and element, page by page',
    input: Type.Object({
      checkId: Id,
      element: Optional(UniformElement),
      organId: Optional(Type.String({ maxLength: 36, description: 'who decides; `township`: the townships' })),
      level: Optional(Level),
      locked: Optional(oneOf(['true', 'false'] as const)),
      after: Optional(Id),
      limit: PageInput.limit,
    }),
    reply: Type.Object({ deviations: Type.Array(DeviationRow), next: Optional(Type.String()) }),
  }),
  'GET /standard-checks/:checkId/channel-differences': route({
    summary: 'Which channels showed something else than what was published, page by page',
    input: Type.Object({ checkId: Id, after: Optional(Id), limit: PageInput.limit }),
    reply: Type.Object({ differences: Type.Array(ChannelDifference), next: Optional(Type.String()) }),
  }),
};
