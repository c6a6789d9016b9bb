import { type Static, Type } from 'typebox';
import { route } from './route.ts';
import { Day, LocalText, Optional, oneOf } from './values.ts';
import { pauseGrounds } from './words.ts';

export const limitUnits = ['workingDays', 'calendarDays', 'officeHours'] as const;
export const LimitUnit = oneOf(limitUnits);
export type LimitUnit = Static<typeof LimitUnit>;

/** An article of law; `rule` is the id in the rules of this product, e.g.. Titles are those of the official Chinese text. */
export const LawBasis = Type.Object({
  law: Type.String(),
  article: Optional(Type.String()),
  rule: Optional(Type.String()),
});
export type LawBasis = Static<typeof LawBasis>;

/** What a limit or one counted day rests on: a law, the published guide (promised limits), or a yearly holiday notice. */
export const Basis = Type.Union([
  LawBasis,
  Type.Object({ guide: Type.String() }),
  Type.Object({ notice: Type.String(), year: Type.Integer() }),
]);
export type Basis = Static<typeof Basis>;

/**
 * A limit as law or guide sets it. `countedBy` says how its days count, where `basis` does not: a licence's promised days
 * are counted by the licensing law too. `extendableBy` is the longest single extension that the law allows, in `unit`.
 */
export const Limit = Type.Object({
  amount: Type.Number({ minimum: 0, maximum: 3650 }),
  unit: LimitUnit,
  basis: Basis,
  countedBy: Optional(LawBasis),
  extendableBy: Optional(Type.Integer({ minimum: 0, maximum: 3650 })),
});
export type Limit = Static<typeof Limit>;

export { licensingPauseGrounds } from './words.ts';
export const PauseGround = oneOf(pauseGrounds);
export type PauseGround = Static<typeof PauseGround>;

export const DayKindWord = oneOf(['workday', 'weekend', 'holiday', 'makeup'] as const);
export type DayKindWord = Static<typeof DayKindWord>;

/** Why a day counts or not. `lastDay` is counted too, except in a limit of nothing, which ends on its start day. */
export const dayReasons = ['startDay', 'workday', 'makeup', 'weekend', 'holiday', 'paused', 'lastDay'] as const;
export const DayReason = oneOf(dayReasons);
export type DayReason = Static<typeof DayReason>;

export const ExplainedDay = Type.Object({
  day: Day,
  counted: Type.Boolean(),
  reason: DayReason,
  /** What the calendar says of the day, whatever the reason. */
  kind: DayKindWord,
  /** This is the n-th counted day. */
  nth: Optional(Type.Integer()),
  /** Office hours only: minutes counted on this day. */
  minutes: Optional(Type.Integer()),
  /** Of the holiday, or of the holiday that a make-up day pays for. */
  name: Optional(LocalText),
  ground: Optional(PauseGround),
  basis: Basis,
  /** The year's notice is not published yet. */
  provisional: Optional(Type.Literal(true)),
});
export type ExplainedDay = Static<typeof ExplainedDay>;

export const ClockState = oneOf(['running', 'paused', 'stopped'] as const);
export type ClockState = Static<typeof ClockState>;

/** Why a limit ends on its day: everything a sentence or a calendar needs, as codes, days and articles. */
export const Explanation = Type.Object({
  limit: Limit,
  startDay: Day,
  dueDay: Day,
  /** Office hours only: the minute on which the limit ends, local time, e.g. 2026-03-12T11:30. */
  dueTime: Optional(Type.String()),
  provisional: Type.Boolean(),
  today: Day,
  state: ClockState,
  summary: Type.Object({
    /** Why the start day is not counted. */
    startBasis: Basis,
    /** Why days are counted as they are, e.g. art. 82 of the licensing law. */
    countingBasis: Basis,
    counts: Type.Object({
      total: Type.Integer(),
      counted: Type.Integer(),
      uncounted: Type.Integer(),
      startDay: Type.Integer(),
      weekend: Type.Integer(),
      holiday: Type.Integer(),
      paused: Type.Integer(),
    }),
    holidays: Type.Array(
      Type.Object({ name: LocalText, fromDay: Day, toDay: Day, days: Type.Integer(), basis: Basis }),
    ),
    makeups: Type.Array(Type.Object({ day: Day, name: LocalText, nth: Optional(Type.Integer()), basis: Basis })),
    /** `fromDay` to `toDay` are the days it took out, absent when it took none; `resumedDay` is absent while it lasts. */
    pauses: Type.Array(
      Type.Object({
        ground: PauseGround,
        noticeDay: Day,
        resumedDay: Optional(Day),
        neededDays: Optional(Type.Integer()),
        fromDay: Optional(Day),
        toDay: Optional(Day),
        days: Type.Integer(),
        basis: Basis,
      }),
    ),
    extension: Optional(Type.Object({ amount: Type.Integer(), unit: LimitUnit, approvedDay: Day, basis: Basis })),
    /** The day it would have ended on without any pause, when that is another day. */
    dueDayWithoutPause: Optional(Day),
    /** How holiday notices that came late moved the day, oldest first. */
    moves: Type.Array(Type.Object({ movedDay: Day, fromDay: Day, toDay: Day, basis: Basis })),
  }),
  days: Type.Array(ExplainedDay),
});
export type Explanation = Static<typeof Explanation>;

export const PreviewInput = Type.Object({
  /** The day the clock starts, 1990 to 2100; it is not counted itself. */
  start: Day,
  limit: Type.Integer({ minimum: 0, maximum: 3650 }),
  unit: oneOf(['workingDays', 'calendarDays'] as const),
});
export type PreviewInput = Static<typeof PreviewInput>;

export const DeadlinePreview = Type.Object({
  dueDay: Day,
  /** Some day in between lies in a year whose holiday notice is not published yet. */
  provisional: Type.Boolean(),
  days: Type.Array(Type.Object({ day: Day, counted: Type.Boolean(), reason: DayReason, name: Optional(LocalText) })),
});
export type DeadlinePreview = Static<typeof DeadlinePreview>;

/** A year's holiday notice: days off and make-up workdays; every other day follows the week. */
export const PublishedYear = Type.Object({
  year: Type.Integer({ minimum: 2019, maximum: 2100 }),
  notice: Type.String({ minLength: 1, maxLength: 200 }),
  days: Type.Array(Type.Object({ day: Day, kind: oneOf(['holiday', 'makeup'] as const), name: LocalText }), {
    minItems: 1,
    maxItems: 120,
  }),
});
export type PublishedYear = Static<typeof PublishedYear>;

/** How far the recount of open clocks after an import has come. */
export const Recomputation = Type.Object({
  recomputationId: Type.String(),
  year: Type.Integer(),
  total: Type.Integer(),
  done: Type.Integer(),
  moved: Type.Integer(),
  finished: Type.Boolean(),
});
export type Recomputation = Static<typeof Recomputation>;

export const deadlinesRoutes = {
  'GET /calendar/years': route({
    summary: 'The years whose holiday notice is in the calendar',
    input: Type.Object({}),
    reply: Type.Object({ years: Type.Array(Type.Object({ year: Type.Integer(), notice: Type.String() })) }),
  }),
  'POST /calendar/years': route({
    summary: 'Take in a year’s holiday notice; open clocks are recounted by a job (administrator)',
    input: PublishedYear,
    reply: Recomputation,
  }),
  'GET /calendar/recomputations/:recomputationId': route({
    summary: 'Progress of a recount (administrator)',
    input: Type.Object({ recomputationId: Type.String({ format: 'uuid' }) }),
    reply: Recomputation,
  }),
  'GET /deadlines/preview': route({
    summary: 'When would a limit end that starts on this day, and why?',
    input: PreviewInput,
    reply: DeadlinePreview,
  }),
};
