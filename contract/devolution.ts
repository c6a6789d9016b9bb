import { type Static, Type } from 'typebox';
import { LegalBasis } from './catalogue.ts';
import { route } from './route.ts';
import { At, Day, Id, Level, LocalText, Optional, oneOf, PageInput, Role, Text } from './values.ts';
import {
  acceptances,
  devolutionActs,
  devolutionModes,
  devolutionSteps,
  findingActs,
  findingKinds,
  findingStates,
  lookBackStates,
  receiverKinds,
  townshipOpinions,
} from './words.ts';

const Mode = oneOf(devolutionModes);
const Step = oneOf(devolutionSteps);
const Named = Type.Object({ organId: Id, name: LocalText });
const File = Type.Object({ fileId: Id, name: Type.String() });

/**
 * Who receives: the governments of some townships, a named organ such as a park's management committee, the villages of
 * some townships. Without regions: of all townships.
 */
export const Receivers = Type.Object({
  kind: oneOf(receiverKinds),
  /** Townships; of `TOWNSHIPS` and `VILLAGES`. */
  regionIds: Optional(Type.Array(Id, { minItems: 1, maxItems: 60 })),
  /** Of `ORGAN`. */
  organId: Optional(Id),
});
export type Receivers = Static<typeof Receivers>;

/** One item of a batch as it is proposed. */
export const ProposedItem = Type.Object({
  itemId: Id,
  mode: Mode,
  receivers: Receivers,
  /** Every mode but service moved forward needs one (ALL 22–24). */
  basis: Optional(LegalBasis),
  effectiveDay: Day,
  /** 协议: entrusting needs one. */
  agreementFileId: Optional(Id),
  note: Optional(Text(500)),
});
export type ProposedItem = Static<typeof ProposedItem>;

/** 承接: how one receiver stands to one item. */
export const DevolutionReceiver = Type.Object({
  receiverId: Id,
  regionId: Id,
  /** At which centres it is received. */
  level: Level,
  organ: Named,
  acceptance: oneOf(acceptances),
  reason: Optional(Type.String()),
  /** Its last day, where it was taken back from this receiver. */
  untilDay: Optional(Day),
});
export type DevolutionReceiver = Static<typeof DevolutionReceiver>;

export const BatchItem = Type.Object({
  batchItemId: Id,
  itemId: Id,
  code: Type.String(),
  name: LocalText,
  mode: Mode,
  /** 赋权部门: whose item it is. */
  from: Named,
  receivers: Receivers,
  receiving: Type.Array(DevolutionReceiver),
  basis: Optional(LegalBasis),
  effectiveDay: Day,
  agreement: Optional(File),
  note: Optional(Type.String()),
  takenBackDay: Optional(Day),
  /** What the law has against it, as things stand; empty for what may go on. */
  faults: Type.Array(Type.String({ description: 'basis_missing, not_an_organ, licence_to_organ_only, …' })),
});
export type BatchItem = Static<typeof BatchItem>;

export const JointMeeting = Type.Object({
  meetingId: Id,
  day: Day,
  organs: Type.Array(Named),
  minutes: Optional(File),
  note: Optional(Type.String()),
});

export const CommentRound = Type.Object({
  round: Type.Integer({ minimum: 1, maximum: 3 }),
  fromDay: Day,
  /** The last day for comments. */
  untilDay: Day,
  closed: Type.Boolean(),
  comments: Type.Array(
    Type.Object({ organ: Named, opinion: oneOf(townshipOpinions), text: Type.String(), by: Type.String(), at: At }),
  ),
  /** Receiving townships that have not said anything in it. */
  silent: Type.Array(Named),
});
export type CommentRound = Static<typeof CommentRound>;

export const LegalityReview = Type.Object({
  /** The department whose items were reviewed. */
  organ: Named,
  lawful: Type.Boolean(),
  opinion: Type.String(),
  by: Type.String(),
  at: At,
});

export const Training = Type.Object({
  trainingId: Id,
  /** The handing department. */
  organ: Named,
  day: Day,
  hours: Type.Number(),
  /** The section that answers for it throughout. */
  section: Type.String(),
  note: Optional(Type.String()),
  attendees: Type.Array(Type.Object({ staffId: Id, name: Type.String() })),
});

/** 承接单位: one place that receives, with the posts that may take in there. */
export const ReceivingOffice = Type.Object({
  regionId: Id,
  level: Level,
  name: LocalText,
  organ: Named,
  items: Type.Integer(),
  /** Handing departments that have trained nobody of this office yet; empty: trained. */
  untrainedBy: Type.Array(Named),
  posts: Type.Array(
    Type.Object({
      postId: Id,
      title: LocalText,
      role: Role,
      centerName: Optional(LocalText),
      holders: Type.Array(Type.Object({ staffId: Id, name: Type.String(), trained: Type.Boolean() })),
      /** 收件授权 of this batch is open. */
      permitted: Type.Boolean(),
    }),
  ),
});
export type ReceivingOffice = Static<typeof ReceivingOffice>;

/** One act on a batch, as its story tells it. */
export const BatchRecord = Type.Object({
  act: oneOf(devolutionActs),
  step: Step,
  by: Type.String(),
  organ: Optional(LocalText),
  at: At,
  note: Optional(Type.String()),
});

export const BatchSummary = Type.Object({
  batchId: Id,
  number: Type.String({ description: '赋权2026-003' }),
  title: Type.String(),
  step: Step,
  from: Type.Array(Named),
  items: Type.Integer(),
  receivers: Type.Integer({ description: 'receiving offices' }),
  /** The round of comments that is open, or was last. */
  round: Optional(Type.Integer()),
  proposedAt: At,
  effectiveDay: Optional(Day),
});
export type BatchSummary = Static<typeof BatchSummary>;

/** 赋权批次 with everything that was done about it. */
export const BatchView = Type.Object({
  ...BatchSummary.properties,
  note: Optional(Type.String()),
  contents: Type.Array(BatchItem),
  meetings: Type.Array(JointMeeting),
  rounds: Type.Array(CommentRound),
  reviews: Type.Array(LegalityReview),
  publishedDay: Optional(Day),
  announcement: Optional(Type.String()),
  trainings: Type.Array(Training),
  offices: Type.Array(ReceivingOffice),
  permission: Optional(
    Type.Object({ sealNote: Optional(Type.String()), networkNote: Optional(Type.String()), at: At, by: Type.String() }),
  ),
  trial: Optional(Type.Object({ fromDay: Day, untilDay: Day, note: Optional(Type.String()) })),
  liveDay: Optional(Day),
  story: Type.Array(BatchRecord),
  /** What this caller may do now. */
  actions: Type.Array(oneOf(devolutionActs)),
});
export type BatchView = Static<typeof BatchView>;

/** One line of the 赋权事项目录: an item, from whom, to whom, since when, on what basis. */
export const Devolution = Type.Object({
  batchItemId: Id,
  batchId: Id,
  itemId: Id,
  code: Type.String(),
  name: LocalText,
  mode: Mode,
  from: LocalText,
  to: Type.Array(LocalText),
  receiverKind: oneOf(receiverKinds),
  /** From this day on; `live` says whether it has begun. */
  effectiveDay: Day,
  live: Type.Boolean(),
  takenBackDay: Optional(Day),
  basis: Optional(LegalBasis),
  publishedDay: Day,
});
export type Devolution = Static<typeof Devolution>;

export const LookBack = Type.Object({
  lookBackId: Id,
  /** Items adjusted since this day. */
  sinceDay: Day,
  state: oneOf(lookBackStates),
  /** Items checked, and items to check. */
  done: Type.Integer(),
  total: Type.Integer(),
  startedAt: At,
  finishedAt: Optional(At),
  by: Type.String(),
  counts: Type.Object({
    /** Findings of this run by kind. */
    kinds: Type.Record(Type.String(), Type.Integer()),
    found: Type.Integer(),
    /** Never found before, and found again after they had been closed. */
    fresh: Type.Integer(),
    reopened: Type.Integer(),
    /** Open from before and not met any more. */
    gone: Type.Integer(),
  }),
});
export type LookBack = Static<typeof LookBack>;

export const Finding = Type.Object({
  findingId: Id,
  kind: oneOf(findingKinds),
  state: oneOf(findingStates),
  itemId: Id,
  code: Type.String(),
  itemName: LocalText,
  mode: Optional(Mode),
  /** Where: a township, or the villages of one. Absent: nowhere in particular. */
  receiver: Optional(Type.Object({ regionId: Id, level: Level, name: LocalText })),
  /** How many of the receiver's centres it concerns. */
  centers: Optional(Type.Integer()),
  owner: Named,
  deadlineDay: Optional(Day),
  overdue: Type.Boolean(),
  /** Not met any more by the latest run; somebody closes it. */
  goneSince: Optional(At),
  foundAt: At,
  notes: Type.Array(Type.Object({ act: Type.String(), text: Type.String(), by: Type.String(), at: At })),
  actions: Type.Array(oneOf(findingActs)),
});
export type Finding = Static<typeof Finding>;

const BatchId = { batchId: Id };
const Note = Optional(Text(1000));
const FindingId = { findingId: Id };

export const devolutionRoutes = {
  'GET /devolution-batches': route({
    summary: 'Batches of powers handed down, newest first; how many joint meetings there were this year',
    input: Type.Object({ step: Optional(Step), organId: Optional(Id), after: Optional(Id), limit: PageInput.limit }),
    reply: Type.Object({
      batches: Type.Array(BatchSummary),
      total: Type.Integer(),
      next: Optional(Type.String()),
      meetingsThisYear: Type.Integer(),
      mayPropose: Type.Boolean(),
    }),
  }),
  'POST /devolution-batches': route({
    summary: 'Propose a batch with items of my department (item manager)',
    input: Type.Object({
      title: Text(120),
      note: Note,
      items: Type.Array(ProposedItem, { minItems: 1, maxItems: 300 }),
    }),
    reply: BatchView,
  }),
  'GET /devolution-batches/:batchId': route({
    summary: 'One batch with everything done about it, and what I may do next',
    input: Type.Object(BatchId),
    reply: BatchView,
  }),
  'GET /devolution-batches/:batchId/files/:fileId': route({
    summary: 'An agreement or the minutes of a meeting',
    input: Type.Object({ ...BatchId, fileId: Id }),
    reply: Type.Unknown(),
    answer: 'bytes',
  }),
  'POST /devolution-batches/:batchId/put-items': route({
    summary: 'Put the items of my department into a batch, instead of those that were there (item manager)',
    input: Type.Object({ ...BatchId, note: Note, items: Type.Array(ProposedItem, { maxItems: 300 }) }),
    reply: BatchView,
  }),
  'POST /devolution-batches/:batchId/hold-meeting': route({
    summary: 'Record a joint meeting 联席会议 with townships (item publisher)',
    input: Type.Object({
      ...BatchId,
      day: Day,
      organIds: Type.Array(Id, { minItems: 1, maxItems: 100 }),
      minutesFileId: Optional(Id),
      note: Note,
    }),
    reply: BatchView,
  }),
  'POST /devolution-batches/:batchId/open-round': route({
    summary: 'Open the next of the three rounds of comments (item publisher)',
    input: Type.Object({ ...BatchId, untilDay: Day, note: Note }),
    reply: BatchView,
  }),
  'POST /devolution-batches/:batchId/comment': route({
    summary: 'What my township says in the open round; the last word of a round holds (decider of a receiving organ)',
    input: Type.Object({ ...BatchId, opinion: oneOf(townshipOpinions), text: Optional(Text(2000)) }),
    reply: BatchView,
  }),
  'POST /devolution-batches/:batchId/close-round': route({
    summary: 'Close the open round before its last day (item publisher)',
    input: Type.Object({ ...BatchId, note: Note }),
    reply: BatchView,
  }),
  'POST /devolution-batches/:batchId/review-legality': route({
    summary: 'Legality review of the items of my department (item reviewer)',
    input: Type.Object({ ...BatchId, lawful: Type.Boolean(), opinion: Text(2000) }),
    reply: BatchView,
  }),
  'POST /devolution-batches/:batchId/publish': route({
    summary: 'Publish the list 赋权事项目录 (item publisher)',
    input: Type.Object({ ...BatchId, announcement: Text(500), note: Note }),
    reply: BatchView,
  }),
  'POST /devolution-batches/:batchId/record-training': route({
    summary: 'Record a training by a handing department (item manager of it, item publisher)',
    input: Type.Object({
      ...BatchId,
      organId: Id,
      day: Day,
      hours: Type.Number({ minimum: 0.5, maximum: 200 }),
      section: Text(60),
      staffIds: Type.Array(Id, { minItems: 1, maxItems: 600 }),
      note: Note,
    }),
    reply: BatchView,
  }),
  'POST /devolution-batches/:batchId/permit': route({
    summary: 'Open 收件授权 for posts of the receiving offices, with seal and network (item publisher)',
    input: Type.Object({
      ...BatchId,
      postIds: Type.Array(Id, { minItems: 1, maxItems: 600 }),
      sealNote: Optional(Text(500)),
      networkNote: Optional(Text(500)),
      note: Note,
    }),
    reply: BatchView,
  }),
  'POST /devolution-batches/:batchId/start-trial': route({
    summary: 'Begin the trial 试运行 (item publisher)',
    input: Type.Object({ ...BatchId, fromDay: Day, untilDay: Day, note: Note }),
    reply: BatchView,
  }),
  'POST /devolution-batches/:batchId/go-live': route({
    summary: 'Go live: from the effective days on the receivers take in and decide (item publisher)',
    input: Type.Object({ ...BatchId, note: Note }),
    reply: BatchView,
  }),
  'POST /devolution-batches/:batchId/take-back': route({
    summary: 'Take items back 收回 from a day on, all of them without `batchItemIds` (item publisher)',
    input: Type.Object({
      ...BatchId,
      batchItemIds: Optional(Type.Array(Id, { minItems: 1, maxItems: 300 })),
      fromDay: Day,
      reason: Text(1000),
    }),
    reply: BatchView,
  }),
  'POST /devolution-batches/:batchId/withdraw': route({
    summary: 'Withdraw a batch before it goes live (item publisher)',
    input: Type.Object({ ...BatchId, reason: Text(1000) }),
    reply: BatchView,
  }),
  'POST /devolution-batches/:batchId/change-acceptance': route({
    summary: 'How a receiver stands to an item 承接状态; taken back ends its route tomorrow (item publisher)',
    input: Type.Object({ ...BatchId, receiverId: Id, acceptance: oneOf(acceptances), reason: Text(1000) }),
    reply: BatchView,
  }),
  'GET /devolutions': route({
    summary: 'The public ledger 赋权事项目录: what was handed down, from whom, to whom, since when, on what basis',
    input: Type.Object({
      mode: Optional(Mode),
      receiverKind: Optional(oneOf(receiverKinds)),
      organId: Optional(Id),
      regionId: Optional(Id),
      batchId: Optional(Id),
      after: Optional(Id),
      limit: PageInput.limit,
    }),
    reply: Type.Object({
      devolutions: Type.Array(Devolution),
      total: Type.Integer(),
      next: Optional(Type.String()),
      /** Items live today, by where they went. */
      live: Type.Record(Type.String(), Type.Integer()),
    }),
  }),
  'GET /look-backs': route({
    summary: 'Runs of the look-back 回头看, newest first',
    input: Type.Object({ after: Optional(Id), limit: PageInput.limit }),
    reply: Type.Object({
      lookBacks: Type.Array(LookBack),
      next: Optional(Type.String()),
      mayRun: Type.Boolean(),
    }),
  }),
  'POST /look-backs': route({
    summary: 'Look back on every item adjusted since a day, as a job (item publisher)',
    input: Type.Object({ sinceDay: Day }),
    reply: LookBack,
  }),
  'GET /look-backs/:lookBackId': route({
    summary: 'How far a run has come and what it found',
    input: Type.Object({ lookBackId: Id }),
    reply: LookBack,
  }),
  'GET /look-back-findings': route({
    summary: 'The ledger of findings 台账, newest first, with what I may do',
    input: Type.Object({
      kind: Optional(oneOf(findingKinds)),
      state: Optional(oneOf(findingStates)),
      ownerOrganId: Optional(Id),
      itemId: Optional(Id),
      regionId: Optional(Id),
      lookBackId: Optional(Id),
      overdue: Optional(Type.Boolean()),
      after: Optional(Id),
      limit: PageInput.limit,
    }),
    reply: Type.Object({
      findings: Type.Array(Finding),
      total: Type.Integer(),
      next: Optional(Type.String()),
      /** By state, under the other filters. */
      states: Type.Record(Type.String(), Type.Integer()),
      owners: Type.Array(Named),
    }),
  }),
  'POST /look-back-findings/:findingId/assign': route({
    summary: 'Give a finding an owner and a day (item publisher)',
    input: Type.Object({ ...FindingId, organId: Id, deadlineDay: Day, note: Note }),
    reply: Finding,
  }),
  'POST /look-back-findings/:findingId/rectify': route({
    summary: 'Say how a finding was rectified (its owner, or the item publisher)',
    input: Type.Object({ ...FindingId, note: Text(1000) }),
    reply: Finding,
  }),
  'POST /look-back-findings/:findingId/close': route({
    summary: 'Close what was rectified (item publisher)',
    input: Type.Object({ ...FindingId, note: Note }),
    reply: Finding,
  }),
  'POST /look-back-findings/:findingId/reopen': route({
    summary: 'Open a rectified or closed finding again (item publisher)',
    input: Type.Object({ ...FindingId, note: Text(1000) }),
    reply: Finding,
  }),
};
