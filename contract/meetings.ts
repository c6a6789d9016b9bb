import { type Static, Type } from 'typebox';
import { PauseGround } from './deadlines.ts';
import { DocumentView } from './documents.ts';
import { route } from './route.ts';
import { At, Day, Id, LocalText, Optional, oneOf, PageInput, Text } from './values.ts';
import {
  challengeRulings,
  declineGrounds,
  expertFields,
  expertRelations,
  expertStandings,
  hearingAnswers,
  hearingRoles,
  hearingStates,
  meetingActs,
  meetingKinds,
  meetingOutcomes,
  meetingStates,
  noticeStandings,
  opinions,
  signatures,
} from './words.ts';

export const MeetingKind = oneOf(meetingKinds);
export type MeetingKind = Static<typeof MeetingKind>;
export const MeetingState = oneOf(meetingStates);
export type MeetingState = Static<typeof MeetingState>;
export const MeetingAct = oneOf(meetingActs);
export type MeetingAct = Static<typeof MeetingAct>;
export const MeetingOutcome = oneOf(meetingOutcomes);
export type MeetingOutcome = Static<typeof MeetingOutcome>;
export const HearingState = oneOf(hearingStates);
export type HearingState = Static<typeof HearingState>;
export const NoticeStanding = oneOf(noticeStandings);
export type NoticeStanding = Static<typeof NoticeStanding>;
export const ExpertField = oneOf(expertFields);
export type ExpertField = Static<typeof ExpertField>;

/** A local time of day, e.g. 2026-03-12T09:30, in Asia/Shanghai. */
export const LocalTime = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$' });

const Officer = Type.Object({
  staffId: Id,
  name: Type.String(),
  post: LocalText,
  /** Absent: not held yet. */
  attended: Optional(Type.Boolean()),
  signedAt: Optional(At),
  /** He signed the paper original; who recorded it, and the note: why on paper, and where the original is kept. */
  recordedBy: Optional(Type.String()),
  note: Optional(Type.String()),
});

/** Somebody of an organ who may be named for a meeting, or the refusal that stands against him. */
export const Colleague = Type.Object({
  staffId: Id,
  name: Type.String(),
  post: LocalText,
  barred: Optional(Type.String({ description: 'takenIn, accepted, reviewed, chaired, related or recused' })),
});
export type Colleague = Static<typeof Colleague>;

/** One organ's part in a meeting. */
export const MeetingOrgan = Type.Object({
  organId: Id,
  name: LocalText,
  /** Whose task it is. */
  lead: Type.Boolean(),
  officers: Type.Array(Officer),
  opinion: Optional(oneOf(opinions)),
  text: Optional(Type.String()),
  writtenBy: Optional(Type.String()),
  signedBy: Optional(Type.String()),
  signedAt: Optional(At),
});
export type MeetingOrgan = Static<typeof MeetingOrgan>;

const Guest = Type.Object({
  guestId: Id,
  role: oneOf(hearingRoles),
  name: Type.String(),
  signature: Optional(oneOf(signatures)),
  note: Optional(Type.String()),
});

/** An expert who was drawn. */
export const DrawnExpert = Type.Object({
  expertId: Id,
  ticket: Type.String(),
  place: Type.Integer({ description: 'in the order of the draw, from 1' }),
  name: Type.String(),
  employer: Type.String(),
  fields: Type.Array(ExpertField),
  declined: Optional(oneOf(declineGrounds)),
  reason: Optional(Type.String()),
  attended: Optional(Type.Boolean()),
});
export type DrawnExpert = Static<typeof DrawnExpert>;

/** What anyone needs to replay a draw: nobody's name. */
export const PublicDraw = Type.Object({
  meetingId: Id,
  state: MeetingState,
  /** The n-th panel that was arranged for this task; each stays published. */
  attempt: Type.Integer(),
  /** How many were arranged for this round of it: who arranges anew over the same pool keeps the first seed. */
  arrangements: Type.Integer(),
  /** When it was arranged: the pool stands since. */
  day: Day,
  fields: Type.Array(ExpertField),
  count: Type.Integer(),
  /** The first arrangement over this pool, and its day. */
  seedMeetingId: Id,
  seedDay: Day,
  /** Hash of the ledger row of that arrangement, which contains the pool's digest. */
  ledgerHash: Type.String(),
  poolDigest: Type.String(),
  seed: Type.String(),
  pool: Type.Array(Type.Object({ ticket: Type.String(), standing: oneOf(expertStandings) })),
  drawnAt: Optional(At),
  /** In the order of the draw: who was called, and who of them declined. */
  drawn: Type.Array(
    Type.Object({ ticket: Type.String(), place: Type.Integer(), declined: Optional(oneOf(declineGrounds)) }),
  ),
});
export type PublicDraw = Static<typeof PublicDraw>;

/** 听证: the right that was notified, and what became of it. */
export const HearingView = Type.Object({
  state: HearingState,
  matter: Type.String(),
  notifiedDay: Day,
  requestLastDay: Day,
  requestedDay: Optional(Day),
  /** Within 20 working days of the request (ALL 47). */
  holdLastDay: Optional(Day),
  parties: Type.Array(
    Type.Object({
      partyId: Id,
      role: oneOf(hearingRoles),
      name: Type.String(),
      answer: Optional(oneOf(hearingAnswers)),
      answeredDay: Optional(Day),
    }),
  ),
});
export type HearingView = Static<typeof HearingView>;

/** 听证通知 as it holds now: to whom day and place were announced, and whether each was told in time (ALL 48(1)). */
export const Announcement = Type.Object({
  /** Who is served later was not told seven working days before. */
  lastDay: Day,
  notices: Type.Array(
    Type.Object({
      documentId: Id,
      addressee: Optional(Type.String({ description: 'absent: the applicant' })),
      servedDay: Optional(Day),
      /** A public notice hangs until then, and serves on the day after. */
      untilDay: Optional(Day),
      standing: NoticeStanding,
    }),
  ),
});
export type Announcement = Static<typeof Announcement>;

/** Between which days a hearing may be set now: told directly, and where somebody is told only by public notice. */
const hearingBounds = {
  earliestDay: Optional(Day),
  latestDay: Optional(Day),
  byNotice: Optional(Type.Object({ earliestDay: Day, latestDay: Optional(Day) })),
};

const NoticeReason = Text(1000);

const head = {
  meetingId: Id,
  caseId: Id,
  caseNo: Type.String(),
  itemName: LocalText,
  applicant: Type.String({ description: 'masked' }),
  taskId: Id,
  taskName: LocalText,
  kind: MeetingKind,
  state: MeetingState,
  visit: Type.Integer({ description: '2: the one re-check' }),
  startsAt: At,
  day: Day,
  place: Type.String(),
  organs: Type.Array(LocalText),
};

export const MeetingSummary = Type.Object({
  ...head,
  /** What my organ still owes. */
  awaits: Optional(oneOf(['officers', 'opinion', 'signature'] as const)),
});
export type MeetingSummary = Static<typeof MeetingSummary>;

export const MeetingView = Type.Object({
  ...head,
  organParts: Type.Array(MeetingOrgan),
  myOrganId: Id,
  eachSigns: Type.Boolean({ description: 'every officer who was there signs, not one for his organ (ALL 34, 55)' }),
  /** Officers without whose signature it cannot be concluded, and who may not sign any more 回避. */
  lostSigners: Type.Array(Id),
  outcome: Optional(MeetingOutcome),
  text: Optional(Type.String()),
  chair: Optional(Type.Object({ staffId: Id, name: Type.String() })),
  guests: Type.Array(Guest),
  hearing: Optional(HearingView),
  announcement: Optional(Announcement),
  /** Why somebody could be told of this hearing only by public notice, so that it was set later. */
  noticeReason: Optional(Type.String()),
  /** Of a hearing that may still be postponed. */
  ...hearingBounds,
  /** Officers had to be assigned by this day (ALL 55). */
  assignLastDay: Optional(Day),
  assignedLate: Type.Boolean(),
  announced: Type.Boolean({ description: 'a hearing of the organ’s own motion, announced to everybody (ALL 46)' }),
  draw: Optional(
    Type.Object({
      fields: Type.Array(ExpertField),
      count: Type.Integer(),
      eligible: Type.Integer(),
      drawnAt: Optional(At),
      experts: Type.Array(DrawnExpert),
    }),
  ),
  /** Postponements, challenges and the end, oldest first. */
  moves: Type.Array(
    Type.Object({
      act: oneOf(['postpone', 'cancel', 'challengeUpheld', 'challengeRejected'] as const),
      reason: Type.String(),
      by: Type.String(),
      at: At,
      fromDay: Optional(Day),
      toDay: Optional(Day),
    }),
  ),
  documents: Type.Array(DocumentView),
  /** 特别程序 during which the case stands still; absent: its limit goes on. */
  procedure: Optional(Type.Object({ ground: PauseGround, startedDay: Day, expectedDay: Day })),
  /** People of my organ, for naming and attendance; of every organ for whom the meeting leads. */
  colleagues: Type.Array(Type.Object({ organId: Id, people: Type.Array(Colleague) })),
  leads: Type.Boolean({ description: 'it is my organ’s task' }),
  actions: Type.Array(MeetingAct),
  blocked: Type.Array(
    Type.Object({
      act: MeetingAct,
      code: Type.String(),
      facts: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
    }),
  ),
});
export type MeetingView = Static<typeof MeetingView>;

/** What arranging a task's meeting needs to know. */
export const MeetingPlan = Type.Object({
  caseId: Id,
  caseNo: Type.String(),
  itemName: LocalText,
  applicant: Type.String(),
  taskId: Id,
  taskName: LocalText,
  kind: MeetingKind,
  visit: Type.Integer(),
  /** Distinct officers of each organ that it takes. */
  officersNeeded: Type.Integer(),
  organs: Type.Array(
    Type.Object({ organId: Id, name: LocalText, lead: Type.Boolean(), people: Type.Array(Colleague) }),
  ),
  /** A meeting that is under way, or was concluded last. */
  meetingId: Optional(Id),
  hearing: Optional(HearingView),
  ...hearingBounds,
  /** Experts who could be drawn now, by field. */
  experts: Optional(Type.Array(Type.Object({ field: ExpertField, count: Type.Integer() }))),
  blocked: Optional(
    Type.Object({
      code: Type.String(),
      facts: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
    }),
  ),
});
export type MeetingPlan = Static<typeof MeetingPlan>;

/** 听证公告: a hearing that the organ holds on its own motion, for everybody to come to (ALL 46). */
export const AnnouncedHearing = Type.Object({
  meetingId: Id,
  itemName: LocalText,
  applicant: Type.String({ description: 'masked' }),
  organ: LocalText,
  phone: Type.String(),
  startsAt: At,
  day: Day,
  place: Type.String(),
  announcedDay: Day,
});
export type AnnouncedHearing = Static<typeof AnnouncedHearing>;

const expertFacts = {
  name: Text(200),
  employer: Text(400),
  phone: Optional(Type.String({ maxLength: 40 })),
  fields: Type.Array(ExpertField, { minItems: 1, maxItems: expertFields.length }),
  /** Close relatives and where they work or what firm is theirs: by name. */
  relatives: Type.Array(Type.Object({ name: Text(200), relation: oneOf(expertRelations) }), { maxItems: 30 }),
  /** Persons and firms with whom he declared an interest. */
  interests: Type.Array(Text(400), { maxItems: 50 }),
  fromDay: Day,
  untilDay: Optional(Day),
  /** Not to be drawn until this day. */
  awayUntilDay: Optional(Day),
};

export const Expert = Type.Object({
  expertId: Id,
  ...expertFacts,
  active: Type.Boolean(),
  timesDrawn: Type.Integer(),
});
export type Expert = Static<typeof Expert>;

const MeetingId = { meetingId: Id };
const TaskPath = { caseId: Id, taskId: Id };
const Reason = Text(1000);

export const meetingsRoutes = {
  'GET /meetings': route({
    summary: 'Meetings in which my organ takes part: those to come first, then those past, newest first',
    input: Type.Object({
      state: Optional(MeetingState),
      kind: Optional(MeetingKind),
      caseId: Optional(Id),
      after: PageInput.after,
      limit: PageInput.limit,
    }),
    reply: Type.Object({ meetings: Type.Array(MeetingSummary), next: Optional(Type.String()) }),
  }),
  'GET /meetings/:meetingId': route({
    summary: 'One meeting: appointment, attendance, opinions, signatures, and what I may do next',
    input: Type.Object(MeetingId),
    reply: MeetingView,
  }),
  'GET /cases/:caseId/tasks/:taskId/meeting-plan': route({
    summary: 'What arranging the meeting of a task needs: organs, their people, days, the hearing, the pool',
    input: Type.Object(TaskPath),
    reply: MeetingPlan,
  }),
  'POST /cases/:caseId/tasks/:taskId/meetings': route({
    summary: 'Arrange the meeting of a task: one appointment for all organs (officer of the task’s organ)',
    input: Type.Object({
      ...TaskPath,
      startsAt: LocalTime,
      place: Text(200),
      officers: Optional(
        Type.Array(Type.Object({ organId: Id, staffIds: Type.Array(Id, { minItems: 1, maxItems: 20 }) }), {
          maxItems: 13,
        }),
      ),
      chairId: Optional(Id),
      /** Of a hearing: somebody can be told only by public notice 公告送达, and why. */
      noticeReason: Optional(NoticeReason),
      experts: Optional(
        Type.Object({
          fields: Type.Array(ExpertField, { minItems: 1, maxItems: expertFields.length }),
          count: Type.Integer({ minimum: 1, maximum: 15 }),
        }),
      ),
    }),
    reply: MeetingView,
  }),
  'POST /cases/:caseId/tasks/:taskId/notify-hearing': route({
    summary: 'Notify applicant and interested parties of their right to a hearing (ALL 47)',
    input: Type.Object({
      ...TaskPath,
      matter: Text(1000),
      interestedParties: Type.Array(Text(200), { maxItems: 20 }),
    }),
    reply: MeetingPlan,
  }),
  'POST /cases/:caseId/tasks/:taskId/record-hearing-answer': route({
    summary: 'Record what an applicant or interested party said about the hearing, at the window or in writing',
    input: Type.Object({ ...TaskPath, partyId: Id, answer: oneOf(hearingAnswers) }),
    reply: HearingView,
  }),
  'POST /meetings/:meetingId/name-officers': route({
    summary: 'Name the officers of my organ for a meeting',
    input: Type.Object({ ...MeetingId, staffIds: Type.Array(Id, { minItems: 1, maxItems: 20 }) }),
    reply: MeetingView,
  }),
  'POST /meetings/:meetingId/postpone': route({
    summary: 'Postpone a meeting, with a reason',
    input: Type.Object({
      ...MeetingId,
      startsAt: LocalTime,
      place: Optional(Text(200)),
      reason: Reason,
      noticeReason: Optional(NoticeReason),
    }),
    reply: MeetingView,
  }),
  'POST /meetings/:meetingId/cancel': route({
    summary: 'Cancel a meeting, with a reason; its task stays open',
    input: Type.Object({ ...MeetingId, reason: Reason }),
    reply: MeetingView,
  }),
  'POST /meetings/:meetingId/draw-experts': route({
    summary: 'Draw the experts of a panel at random, by the published seed',
    input: Type.Object(MeetingId),
    reply: MeetingView,
  }),
  'POST /meetings/:meetingId/decline-expert': route({
    summary: 'An expert cannot come or must not; the next of the same draw takes the place',
    input: Type.Object({ ...MeetingId, expertId: Id, ground: oneOf(declineGrounds), reason: Reason }),
    reply: MeetingView,
  }),
  'POST /meetings/:meetingId/rule-on-challenge': route({
    summary: 'Rule on a challenge of the chair 回避 (ALL 48(3)); upheld, another chairs',
    input: Type.Object({
      ...MeetingId,
      ruling: oneOf(challengeRulings),
      reason: Reason,
      chairId: Optional(Id),
    }),
    reply: MeetingView,
  }),
  'POST /meetings/:meetingId/hold': route({
    summary: 'Record that the meeting was held, and who was there',
    input: Type.Object({
      ...MeetingId,
      attendees: Type.Array(Id, { minItems: 1, maxItems: 200 }),
      expertIds: Optional(Type.Array(Id, { maxItems: 15 })),
      guests: Optional(Type.Array(Type.Object({ role: oneOf(hearingRoles), name: Text(200) }), { maxItems: 40 })),
    }),
    reply: MeetingView,
  }),
  'POST /meetings/:meetingId/write-opinion': route({
    summary: 'Write the opinion of my organ; signatures given before lapse',
    input: Type.Object({ ...MeetingId, opinion: oneOf(['agree', 'disagree'] as const), text: Text(4000) }),
    reply: MeetingView,
  }),
  'POST /meetings/:meetingId/write-conclusion': route({
    summary: 'Write the one merged opinion of all; signatures given before lapse (officer of the task’s organ)',
    input: Type.Object({ ...MeetingId, outcome: MeetingOutcome, text: Text(8000) }),
    reply: MeetingView,
  }),
  'POST /meetings/:meetingId/record-signature': route({
    summary:
      'Record that a guest signed the record, or why not (ALL 48(5)), or that an officer who was on site signed it on paper',
    input: Type.Object({
      ...MeetingId,
      guestId: Optional(Id),
      staffId: Optional(Id),
      signature: oneOf(signatures),
      note: Optional(Text(500)),
    }),
    reply: MeetingView,
  }),
  'POST /meetings/:meetingId/sign': route({
    summary:
      'Sign for my organ; on site every officer who was there signs. With the last signature the meeting is concluded and its task done',
    input: Type.Object(MeetingId),
    reply: MeetingView,
  }),

  'GET /my/cases/:caseId/hearing': route({
    summary: 'My right to a hearing in a case of mine, and what became of it',
    input: Type.Object({ caseId: Id }),
    reply: Type.Object({
      hearing: Optional(HearingView),
      meeting: Optional(Type.Object({ state: MeetingState, startsAt: At, day: Day, place: Type.String() })),
      mayAnswer: Type.Boolean(),
    }),
  }),
  'POST /my/cases/:caseId/request-hearing': route({
    summary: 'Ask for a hearing (ALL 47)',
    input: Type.Object({ caseId: Id }),
    reply: HearingView,
  }),
  'POST /my/cases/:caseId/waive-hearing': route({
    summary: 'Give up the hearing',
    input: Type.Object({ caseId: Id }),
    reply: HearingView,
  }),

  'GET /hearings': route({
    summary: 'Public hearings to come that organs hold on their own motion, soonest first (ALL 46)',
    input: Type.Object({}),
    reply: Type.Object({ hearings: Type.Array(AnnouncedHearing) }),
  }),
  'GET /draws/:meetingId': route({
    summary: 'How the experts of a panel were drawn, for anyone to replay',
    input: Type.Object(MeetingId),
    reply: PublicDraw,
  }),

  'GET /experts': route({
    summary: 'The expert pool, newest first',
    input: Type.Object({ field: Optional(ExpertField), after: Optional(Id), limit: PageInput.limit }),
    reply: Type.Object({
      experts: Type.Array(Expert),
      total: Type.Integer(),
      next: Optional(Type.String()),
    }),
  }),
  'POST /experts': route({
    summary: 'Take an expert into the pool (item publisher)',
    input: Type.Object(expertFacts),
    reply: Expert,
  }),
  'POST /experts/:expertId/save': route({
    summary: 'Change what the pool knows of an expert (item publisher)',
    input: Type.Object({ expertId: Id, ...expertFacts }),
    reply: Expert,
  }),
};
