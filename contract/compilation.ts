import { type Static, Type } from 'typebox';
import { LegalBasis, Standing } from './catalogue.ts';
import type { ItemContent } from './item-content.ts';
import { FieldFault } from './refusals.ts';
import { route } from './route.ts';
import {
  At,
  CaseType,
  Day,
  Id,
  Level,
  LocalText,
  Optional,
  oneOf,
  PageInput,
  ProcedureProfile,
  Text,
} from './values.ts';
import { burdenKinds, draftActs, draftOrigins, draftStates, itemActs, standings } from './words.ts';

/** States of a draft of an item version (domain §1.8). */
export const DraftState = oneOf(draftStates);
export type DraftState = Static<typeof DraftState>;

/** What may be done to a draft; the word is the same in permission, ledger and button. */
export const DraftAct = oneOf(draftActs);
export type DraftAct = Static<typeof DraftAct>;

export const DraftOrigin = oneOf(draftOrigins);
export type DraftOrigin = Static<typeof DraftOrigin>;

/**
 * The content of a draft on the wire: every part of `ItemContent` is there, but texts and lists may still be empty.
 * What it has besides is let go when it is saved.
 */
export const DraftContent = Type.Unsafe<ItemContent>({ type: 'object', additionalProperties: true });

/** The content of a published version, as it was published. */
const PublishedContent = Type.Unsafe<ItemContent>({ type: 'object', additionalProperties: true });

/**
 * One difference between two contents. `element` is the top-level element (`name`, `materials`, `promisedLimit` …),
 * `path` the place within it with the keys of its entries, `entry` the name of the entry that it is in (申请表). Texts
 * are the official Chinese ones; where only the English changed, they are the English. A `moved` list has the same
 * entries in another order.
 */
export const Change = Type.Object({
  path: Type.String(),
  element: Type.String(),
  kind: oneOf(['added', 'removed', 'changed', 'moved'] as const),
  entry: Optional(Type.String()),
  before: Optional(Type.String()),
  after: Optional(Type.String()),
});
export type Change = Static<typeof Change>;

/** What a change asks of people that the version before it did not. */
export const Burden = Type.Object({ kind: oneOf(burdenKinds), text: Type.String() });
export type Burden = Static<typeof Burden>;

/** One draft in a list. */
export const DraftRow = Type.Object({
  draftId: Id,
  itemId: Optional(Id),
  code: Type.String(),
  name: LocalText,
  /** Whose draft it is: the organ that compiles it. */
  organ: LocalText,
  state: DraftState,
  compiledBy: Type.String(),
  changedAt: At,
  /** How many faults it had when it was last saved. */
  faults: Type.Integer(),
  isNew: Type.Boolean(),
  origin: DraftOrigin,
  actions: Type.Array(DraftAct),
});
export type DraftRow = Static<typeof DraftRow>;

/** A draft whole, as one edits and judges it. */
export const DraftView = Type.Object({
  draftId: Id,
  itemId: Optional(Id),
  /** The version that it changes; absent for a new item. */
  base: Optional(Type.Object({ itemVersionId: Id, version: Type.Integer(), effectiveDay: Day })),
  code: Type.String(),
  organ: LocalText,
  profile: ProcedureProfile,
  caseType: CaseType,
  level: Level,
  /** Null: the township government of the intake centre. */
  acceptingOrganId: Type.Union([Id, Type.Null()]),
  decidingOrganId: Type.Union([Id, Type.Null()]),
  /** Planned; without one it holds from the day of its publication. */
  effectiveDay: Optional(Day),
  content: DraftContent,
  /** Grows with every save; a save names the one that it knows. */
  revision: Type.Integer(),
  /** Grows with every submission. Whoever submits, approves or publishes names the revision and the round that he read. */
  round: Type.Integer(),
  state: DraftState,
  isNew: Type.Boolean(),
  origin: DraftOrigin,
  compiledBy: Type.String(),
  changedAt: At,
  /** All that forbids its publication today, each with the path of its element (`content.materials.2.name`, `code`). */
  faults: Type.Array(FieldFault),
  burdens: Type.Array(Burden),
  burdenBasis: Optional(LegalBasis),
  /** Why it is changed, as it was submitted. */
  reason: Optional(Type.String()),
  approvals: Type.Array(
    Type.Object({
      kind: oneOf(['review', 'approval'] as const),
      by: Type.String(),
      at: At,
      note: Optional(Type.String()),
    }),
  ),
  /** Approvals of the approval bureau that it needs: two where it adds a burden. */
  approvalsNeeded: Type.Integer(),
  returned: Optional(Type.Object({ by: Type.String(), at: At, reason: Type.String() })),
  /** Top-level elements of the content that an import could not know and nobody has filled in since. */
  missing: Optional(Type.Array(Type.String())),
  /** The version that it became. */
  itemVersionId: Optional(Id),
  actions: Type.Array(DraftAct),
  /** Why an act of my role that its state allows is not mine. */
  blocked: Type.Array(Type.Object({ act: DraftAct, code: Type.String() })),
  changes: Type.Array(Change),
});
export type DraftView = Static<typeof DraftView>;

/** One item of the catalogue for the staff: its latest version, whether it is in force or not. */
export const CatalogueItem = Type.Object({
  itemId: Id,
  code: Type.String(),
  name: LocalText,
  /** Who decides. */
  organ: LocalText,
  level: Level,
  itemVersionId: Id,
  version: Type.Integer(),
  effectiveDay: Day,
  standing: oneOf(standings),
  openDraftId: Optional(Id),
  /** What is wrong with its code; empty when nothing is. */
  codeFaults: Type.Array(Type.String()),
});
export type CatalogueItem = Static<typeof CatalogueItem>;

/** Who did something, and when. */
const Deed = Type.Object({ by: Type.String(), at: At });

/** A published version, and who made it. One that came with the installation names nobody. */
export const VersionRow = Type.Object({
  itemVersionId: Id,
  version: Type.Integer(),
  effectiveDay: Day,
  /** Whether it binds today. */
  inForce: Type.Boolean(),
  draftId: Optional(Id),
  compiled: Optional(Deed),
  reviewed: Optional(Deed),
  approved: Type.Array(Deed),
  published: Optional(Deed),
  reason: Optional(Type.String()),
  burdenBasis: Optional(LegalBasis),
});
export type VersionRow = Static<typeof VersionRow>;

/** 暂停、恢复、取消 from a day on. */
export const StandingRow = Type.Object({
  standing: oneOf(standings),
  fromDay: Day,
  reason: LocalText,
  changed: Optional(Deed),
});
export type StandingRow = Static<typeof StandingRow>;

export const CatalogueItemView = Type.Object({
  itemId: Id,
  code: Type.String(),
  name: LocalText,
  organ: LocalText,
  level: Level,
  codeFaults: Type.Array(Type.String()),
  standing: Standing,
  openDraft: Optional(Type.Object({ draftId: Id, state: DraftState })),
  /** Newest first. */
  versions: Type.Array(VersionRow),
  /** Newest first; also those that have not begun. */
  standings: Type.Array(StandingRow),
  actions: Type.Array(oneOf(itemActs)),
});
export type CatalogueItemView = Static<typeof CatalogueItemView>;

/** Any version whole. */
export const VersionView = Type.Object({
  itemVersionId: Id,
  itemId: Id,
  code: Type.String(),
  version: Type.Integer(),
  effectiveDay: Day,
  profile: ProcedureProfile,
  caseType: CaseType,
  level: Level,
  acceptingOrganId: Type.Union([Id, Type.Null()]),
  decidingOrganId: Type.Union([Id, Type.Null()]),
  content: PublishedContent,
});
export type VersionView = Static<typeof VersionView>;

/** What one version changed in its elements: who, when and why. */
export const HistoryRow = Type.Object({
  itemVersionId: Id,
  version: Type.Integer(),
  effectiveDay: Day,
  published: Optional(Deed),
  compiled: Optional(Deed),
  reason: Optional(Type.String()),
  changes: Type.Array(Change),
});
export type HistoryRow = Static<typeof HistoryRow>;

const OrganId = Type.Union([Id, Type.Null()]);
/** As it was written, right or wrong: other systems write codes longer than the standard's 33 characters. */
const Code = Type.String({ maxLength: 100 });
const Reason = Text(1000);
const Note = Optional(Type.String({ maxLength: 1000 }));
const draftId = { draftId: Id };
const Counter = Type.Integer({ minimum: 0, maximum: 1_000_000_000 });
/** The draft as it was read: another revision or round is another text, or another reason for it. */
const readDraft = { ...draftId, revision: Counter, round: Counter };
const changeStanding = {
  itemId: Id,
  fromDay: Day,
  reason: Type.Object({ zh: Text(500), en: Text(500) }),
};
const cursor = { after: Optional(Type.String({ maxLength: 200 })), limit: PageInput.limit };

export const compilationRoutes = {
  'GET /item-drafts': route({
    summary:
      'Drafts that my post works on, those changed last first; of a department, or of all for the approval bureau',
    input: Type.Object({
      state: Optional(DraftState),
      /** Only those that wait for an act of mine. */
      mine: Optional(Type.Boolean()),
      q: Optional(Type.String({ maxLength: 60 })),
      ...cursor,
    }),
    reply: Type.Object({ drafts: Type.Array(DraftRow), next: Optional(Type.String()) }),
  }),
  'POST /item-drafts': route({
    summary: 'Begin a draft: a change of an item (`itemId`), or a new item with a complete empty content',
    input: Type.Object({
      itemId: Optional(Id),
      code: Optional(Code),
      profile: Optional(ProcedureProfile),
      caseType: Optional(CaseType),
      level: Optional(Level),
      /** Who accepts and decides; null: the township government. */
      organId: Optional(OrganId),
    }),
    reply: DraftView,
  }),
  'GET /item-drafts/:draftId': route({
    summary: 'A draft with its faults, its burdens and its changes',
    input: Type.Object(draftId),
    reply: DraftView,
  }),
  'POST /item-drafts/:draftId/save': route({
    summary: 'Save a draft over the revision that was read',
    input: Type.Object({
      ...draftId,
      revision: Counter,
      /** Of a new item; the code of an item that is there never changes. */
      code: Optional(Code),
      profile: ProcedureProfile,
      caseType: CaseType,
      level: Level,
      acceptingOrganId: OrganId,
      decidingOrganId: OrganId,
      effectiveDay: Optional(Day),
      content: DraftContent,
      /** What of `missing` is missing still; without it, all that was not changed. */
      missing: Optional(Type.Array(Type.String({ maxLength: 60 }), { maxItems: 60 })),
    }),
    reply: DraftView,
  }),
  'POST /item-drafts/:draftId/submit': route({
    summary: 'Hand a draft to the department’s reviewer; what adds a burden names its legal basis (R-1.6)',
    input: Type.Object({ ...readDraft, reason: Reason, burdenBasis: Optional(LegalBasis) }),
    reply: DraftView,
  }),
  'POST /item-drafts/:draftId/take-back': route({
    summary: 'Take a draft back while it waits, or an approval while nothing is published',
    input: Type.Object(draftId),
    reply: DraftView,
  }),
  'POST /item-drafts/:draftId/review': route({
    summary: 'First approval, by the department',
    input: Type.Object({ ...readDraft, note: Note }),
    reply: DraftView,
  }),
  'POST /item-drafts/:draftId/approve': route({
    summary: 'Second approval, by the approval bureau; by two of its people where a burden is added',
    input: Type.Object({ ...readDraft, note: Note }),
    reply: DraftView,
  }),
  'POST /item-drafts/:draftId/return': route({
    summary: 'Send a draft back with a reason',
    input: Type.Object({ ...draftId, reason: Reason }),
    reply: DraftView,
  }),
  'POST /item-drafts/:draftId/publish': route({
    summary: 'Publish an approved draft as the next version of its item',
    input: Type.Object({
      ...readDraft,
      /** Later than the planned day; never before it, nor before that of the version that is changed. */
      effectiveDay: Optional(Day),
    }),
    reply: DraftView,
  }),
  'POST /item-drafts/:draftId/abandon': route({
    summary: 'Give a draft up',
    input: Type.Object(draftId),
    reply: DraftView,
  }),
  'GET /catalogue-items': route({
    summary: 'Every item of the catalogue with its latest version, by code (staff)',
    input: Type.Object({
      q: Optional(Type.String({ maxLength: 60 })),
      /** Who decides; `township`: the townships. */
      departmentId: Optional(Type.Union([Id, Type.Literal('township')])),
      standing: Optional(oneOf(standings)),
      ...cursor,
    }),
    reply: Type.Object({ items: Type.Array(CatalogueItem), next: Optional(Type.String()) }),
  }),
  'GET /catalogue-items/:itemId': route({
    summary: 'An item with its versions, who made them, and its standings (staff)',
    input: Type.Object({ itemId: Id }),
    reply: CatalogueItemView,
  }),
  'GET /catalogue-items/:itemId/history': route({
    summary: 'What each version changed, newest first: of one element or of all (staff)',
    input: Type.Object({ itemId: Id, element: Optional(Type.String({ maxLength: 60 })), ...cursor }),
    reply: Type.Object({ rows: Type.Array(HistoryRow), next: Optional(Type.String()) }),
  }),
  'GET /item-versions/:itemVersionId': route({
    summary: 'Any published version whole (staff)',
    input: Type.Object({ itemVersionId: Id }),
    reply: VersionView,
  }),
  'GET /item-versions/:itemVersionId/changes': route({
    summary: 'A version beside another of its item, or beside the one before it (staff)',
    input: Type.Object({ itemVersionId: Id, against: Optional(Id) }),
    reply: Type.Object({ before: Optional(VersionView), after: VersionView, changes: Type.Array(Change) }),
  }),
  'POST /catalogue-items/:itemId/suspend': route({
    summary: 'Suspend an item from a day on: no new application is taken',
    input: Type.Object(changeStanding),
    reply: CatalogueItemView,
  }),
  'POST /catalogue-items/:itemId/resume': route({
    summary: 'Take a suspended item up again from a day on',
    input: Type.Object(changeStanding),
    reply: CatalogueItemView,
  }),
  'POST /catalogue-items/:itemId/cancel': route({
    summary: 'Cancel an item from a day on: no new application is taken, what runs is finished (R-1.9)',
    input: Type.Object(changeStanding),
    reply: CatalogueItemView,
  }),
};
