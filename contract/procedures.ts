import { type Static, Type } from 'typebox';
import { CaseReply } from './cases.ts';
import { LegalBasis } from './catalogue.ts';
import { LawBasis, LimitUnit, PauseGround } from './deadlines.ts';
import { route } from './route.ts';
import { At, Day, Id, Light, LocalText, Optional, Outcome, oneOf, PageInput, Text } from './values.ts';
import { extensionApprovers, extensionStates, objectionChannels } from './words.ts';

/** A person of staff, as the record names him. */
const By = Type.Object({ name: Type.String() });

/** 特别程序 of a case: from the day of its notice to the day of its result the limit stands still. */
export const SpecialProcedureView = Type.Object({
  procedureId: Id,
  ground: PauseGround,
  /** The article of the item's own law; absent: ALL 45. */
  basis: Optional(LawBasis),
  neededDays: Type.Integer({ description: 'working days that the applicant was told' }),
  startedDay: Day,
  /** Last day of the needed time. */
  expectedDay: Day,
  startedBy: By,
  reason: Type.String(),
  endedDay: Optional(Day),
  endedBy: Optional(By),
  result: Optional(Type.String()),
  /** It took longer than was told, and the organ's head was told of it. */
  escalated: Type.Boolean(),
});
export type SpecialProcedureView = Static<typeof SpecialProcedureView>;

export const ExtensionApprover = oneOf(extensionApprovers);
export type ExtensionApprover = Static<typeof ExtensionApprover>;

/** 延期 as it was asked for and answered. */
export const ExtensionView = Type.Object({
  extensionId: Id,
  state: oneOf(extensionStates),
  days: Type.Integer(),
  approver: ExtensionApprover,
  basis: LawBasis,
  oldDay: Day,
  newDay: Optional(Day),
  reason: Type.String(),
  askedBy: By,
  askedAt: At,
  answer: Optional(Type.String()),
  answeredBy: Optional(By),
  answeredAt: Optional(At),
});
export type ExtensionView = Static<typeof ExtensionView>;

/** 异议 against a public notice, as its organ reads it. */
export const ObjectionView = Type.Object({
  objectionId: Id,
  channel: oneOf(objectionChannels),
  at: At,
  name: Type.String(),
  phone: Optional(Type.String({ description: 'masked' })),
  text: Type.String(),
  answer: Optional(Type.String()),
  answeredBy: Optional(By),
  answeredAt: Optional(At),
});
export type ObjectionView = Static<typeof ObjectionView>;

/** 公示 of a case, as its organ works on it. */
export const CaseNotice = Type.Object({
  noticeId: Id,
  taskId: Id,
  fromDay: Day,
  untilDay: Day,
  /** The last day lies in a year whose holiday notice is awaited. */
  provisional: Type.Boolean(),
  content: Type.String(),
  postedBy: By,
  closedAt: Optional(At),
  closedBy: Optional(By),
  conclusion: Optional(Type.String()),
  objections: Type.Array(ObjectionView),
});
export type CaseNotice = Static<typeof CaseNotice>;

/** 转报: what went up, and what came back (R-2.10, ALL 35, 43). */
export const ReportUpView = Type.Object({
  opinion: oneOf(['agree', 'disagree'] as const),
  text: Type.String(),
  reportedDay: Day,
  reportedBy: By,
  decision: Optional(
    Type.Object({ outcome: Outcome, number: Type.String(), day: Day, fileId: Optional(Id), recordedBy: By }),
  ),
});
export type ReportUpView = Static<typeof ReportUpView>;

/** Everything beside the tasks that moves a case's limit or waits for somebody outside. */
export const CaseProcedures = Type.Object({
  caseId: Id,
  /** What may take its time out of the limit here, each with what it rests on. */
  grounds: Type.Array(Type.Object({ ground: PauseGround, basis: Optional(LawBasis) })),
  procedures: Type.Array(SpecialProcedureView),
  /** The longest extension that the law allows here and who approves it; absent: none. */
  extendable: Optional(
    Type.Object({ most: Type.Integer(), unit: LimitUnit, approver: ExtensionApprover, basis: LawBasis, lastDay: Day }),
  ),
  extensions: Type.Array(ExtensionView),
  /** Who decides above, where this organ only examines first. */
  upper: Optional(
    Type.Object({
      organ: LocalText,
      basis: Optional(LegalBasis),
      /** Last day of the first review, while it runs. */
      firstReviewDay: Optional(Day),
      light: Optional(Light),
    }),
  ),
  reportUp: Optional(ReportUpView),
  /** Notices that can be posted now. */
  noticesToPost: Type.Array(
    Type.Object({
      taskId: Id,
      name: LocalText,
      /** How long the guide says; absent: whoever posts it says so. */
      limit: Optional(Type.Object({ amount: Type.Integer(), unit: LimitUnit })),
    }),
  ),
  notices: Type.Array(CaseNotice),
});
export type CaseProcedures = Static<typeof CaseProcedures>;

/** What waits for the head of an organ or of the government. */
export const HeadsWork = Type.Object({
  extensions: Type.Array(
    Type.Object({
      extensionId: Id,
      caseId: Id,
      caseNo: Type.String(),
      itemName: LocalText,
      organ: LocalText,
      applicant: Type.String({ description: 'masked' }),
      days: Type.Integer(),
      oldDay: Day,
      light: Light,
      askedBy: By,
      askedAt: At,
    }),
  ),
  /** Special procedures that take longer than was told. */
  overlong: Type.Array(
    Type.Object({
      procedureId: Id,
      caseId: Id,
      caseNo: Type.String(),
      itemName: LocalText,
      organ: LocalText,
      ground: PauseGround,
      startedDay: Day,
      expectedDay: Day,
    }),
  ),
});
export type HeadsWork = Static<typeof HeadsWork>;

/** 公示 as everybody reads it: the item, the masked applicant, what is to be decided. Nothing else of the case. */
export const PublicNotice = Type.Object({
  noticeId: Id,
  itemName: LocalText,
  applicant: Type.String({ description: 'masked' }),
  organ: LocalText,
  content: Type.String(),
  fromDay: Day,
  untilDay: Day,
  provisional: Type.Boolean(),
  /** Objections are taken today. */
  open: Type.Boolean(),
  phone: Type.String(),
  address: Type.String(),
});
export type PublicNotice = Static<typeof PublicNotice>;

/** 公开说明: why a matter takes longer than was promised (R-2.15, OBE 36). Names nobody. */
export const PromiseExplanation = Type.Object({
  extensionId: Id,
  itemName: LocalText,
  organ: LocalText,
  approvedDay: Day,
  days: Type.Integer(),
  oldDay: Day,
  newDay: Day,
  explanation: Type.String(),
});
export type PromiseExplanation = Static<typeof PromiseExplanation>;

const Objection = { name: Text(200), phone: Optional(Text(40)), text: Text(2000) };

export const proceduresRoutes = {
  'GET /cases/:caseId/procedures': route({
    summary: 'What moves the limit of a case or waits for somebody outside: procedures, extension, report, notices',
    input: Type.Object({ caseId: Id }),
    reply: CaseProcedures,
  }),
  'POST /cases/:caseId/start-procedure': route({
    summary: '特别程序: the limit stands still from the day after the notice (ALL 45, or the item’s own law)',
    input: Type.Object({
      caseId: Id,
      ground: PauseGround,
      neededDays: Type.Integer({ minimum: 1, maximum: 400 }),
      reason: Text(1000),
    }),
    reply: CaseReply,
  }),
  'POST /cases/:caseId/end-procedure': route({
    summary: 'The result of a special procedure came in: counting goes on with the next working day',
    input: Type.Object({ caseId: Id, day: Optional(Day), result: Text(2000) }),
    reply: CaseReply,
  }),
  'POST /cases/:caseId/request-extension': route({
    summary: '延期: ask for it once, before the limit ends (ALL 42)',
    input: Type.Object({ caseId: Id, days: Type.Integer({ minimum: 1, maximum: 400 }), reason: Text(1000) }),
    reply: CaseReply,
  }),
  'POST /cases/:caseId/extend': route({
    summary:
      'Approve an extension or refuse it: the organ’s head, of joint handling the head of the government (ALL 42)',
    input: Type.Object({
      caseId: Id,
      extensionId: Id,
      answer: oneOf(['approve', 'refuse'] as const),
      reason: Optional(Text(1000)),
      /** 公开说明, read by everybody; names nobody. Needed for an approval. */
      explanation: Optional(Text(500)),
    }),
    reply: CaseReply,
  }),
  'GET /heads-work': route({
    summary: 'Extensions to decide and special procedures that take too long (heads of organs and of the government)',
    input: Type.Object({}),
    reply: HeadsWork,
  }),
  'POST /cases/:caseId/report-up': route({
    summary: '转报: the first review with all materials goes to the upper organ (ALL 35, 43)',
    input: Type.Object({ caseId: Id, opinion: oneOf(['agree', 'disagree'] as const), text: Text(4000) }),
    reply: CaseReply,
  }),
  'POST /cases/:caseId/record-upper-decision': route({
    summary: 'What the upper organ decided, with its number, day and paper',
    input: Type.Object({ caseId: Id, outcome: Outcome, number: Text(100), day: Day, fileId: Id }),
    reply: CaseReply,
  }),
  'POST /cases/:caseId/post-notice': route({
    summary: '公示: everybody may read it and object until its last day',
    input: Type.Object({
      caseId: Id,
      taskId: Optional(Id),
      content: Text(2000),
      fromDay: Optional(Day),
      /** Working days; only where the guide does not say how many. */
      days: Optional(Type.Integer({ minimum: 1, maximum: 90 })),
    }),
    reply: CaseReply,
  }),
  'POST /cases/:caseId/close-notice': route({
    summary: 'End a public notice after its last day, when every objection was answered',
    input: Type.Object({
      caseId: Id,
      taskId: Optional(Id),
      opinion: oneOf(['agree', 'disagree'] as const),
      conclusion: Text(2000),
    }),
    reply: CaseReply,
  }),
  'GET /public-notices': route({
    summary: 'Public notices, those open first',
    input: Type.Object(PageInput),
    reply: Type.Object({ notices: Type.Array(PublicNotice), next: Optional(Type.String()) }),
  }),
  'GET /public-notices/:noticeId': route({
    summary: 'One public notice',
    input: Type.Object({ noticeId: Id }),
    reply: PublicNotice,
  }),
  'GET /promise-explanations': route({
    summary: 'Where more time was taken than was promised, and why',
    input: Type.Object(PageInput),
    reply: Type.Object({ explanations: Type.Array(PromiseExplanation), next: Optional(Type.String()) }),
  }),
  'GET /my/public-notices/:noticeId/objection': route({
    summary: 'What I objected to a public notice, and the answer',
    input: Type.Object({ noticeId: Id }),
    reply: Type.Object({
      objection: Optional(Type.Object({ text: Type.String(), at: At, answer: Optional(Type.String()) })),
    }),
  }),
  'POST /my/public-notices/:noticeId/objections': route({
    summary: 'Object to a public notice; once, while it is open',
    input: Type.Object({ noticeId: Id, ...Objection }),
    reply: Type.Object({ objectionId: Id }),
  }),
  'POST /public-notices/:noticeId/objections': route({
    summary: 'Write down at the window what somebody objects to a public notice',
    input: Type.Object({ noticeId: Id, ...Objection }),
    reply: Type.Object({ objectionId: Id }),
  }),
  'POST /cases/:caseId/answer-objection': route({
    summary: 'Answer an objection; who left a phone is told',
    input: Type.Object({ caseId: Id, objectionId: Id, text: Text(2000) }),
    reply: CaseReply,
  }),
};
