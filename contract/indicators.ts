import { type Static, type TInteger, Type } from 'typebox';
import { route } from './route.ts';
import { At, CaseState, Channel, Day, Id, Light, LocalText, Optional, oneOf, PageInput } from './values.ts';
import { indicatorCuts, measureKeys } from './words.ts';

export const MeasureKey = oneOf(measureKeys);
export type MeasureKey = Static<typeof MeasureKey>;

/** What numbers can be opened: the measures, and what is not completed at the end of the span. */
export const OpenedKey = oneOf([...measureKeys, 'open'] as const);
export type OpenedKey = Static<typeof OpenedKey>;

/** Counts of cases by measure; hours and trips are sums. */
export const Sums = Type.Object(
  Object.fromEntries(measureKeys.map((key) => [key, Type.Integer()])) as Record<MeasureKey, TInteger>,
);
export type Sums = Static<typeof Sums>;

/** What narrows the numbers. Absent: all that the reader may see. */
const NarrowingNow = {
  areaId: Optional(Id),
  /** With `areaId`: what that area's own centre took in, without the areas below it. */
  own: Optional(Type.Literal('only')),
  /** `none`: what came through no centre, and what no organ decides yet. */
  centerId: Optional(Type.Union([Id, Type.Literal('none')])),
  organId: Optional(Type.Union([Id, Type.Literal('none')])),
  itemId: Optional(Id),
  channel: Optional(Channel),
};

/** What is asked for: days, both ends counted, and what narrows it. */
const Narrowing = { from: Day, to: Day, ...NarrowingNow };

/** `now`: counted by the ledger as it is, also where every day of the span lies in a closed month. */
const counted = Optional(Type.Literal('now'));

const Cut = oneOf(indicatorCuts);
export type IndicatorCut = Static<typeof Cut>;

/**
 * By what a span is counted. `closed`: every day of it lies in a closed month, and its numbers are those that were kept then; `now`: by the
 * ledger as it is.
 */
const Basis = oneOf(['now', 'closed'] as const);

const Counted = Type.Object({ from: Day, to: Day, basis: Basis, sums: Sums });

/** One row of a table: a member of the cut. */
export const IndicatorRow = Type.Object({
  /** Id of the area, centre, organ or item, or the channel; empty where a case has none. */
  member: Type.String(),
  name: LocalText,
  /** 本级: the area's own centre, among the areas below it. */
  own: Optional(Type.Literal(true)),
  /** It has areas below. */
  divided: Optional(Type.Literal(true)),
  sums: Sums,
  /** Accepted and not completed at the end of the last day. */
  open: Type.Integer(),
});
export type IndicatorRow = Static<typeof IndicatorRow>;

/**
 * What a closed month, or the days of it that were asked for, said and what it says now, where that differs: a correction. Of what is open, at
 * the end of the last of these days alone.
 */
export const Correction = Type.Object({
  from: Day,
  to: Day,
  measure: OpenedKey,
  closed: Type.Integer(),
  now: Type.Integer(),
});
export type Correction = Static<typeof Correction>;

export const Indicators = Type.Object({
  from: Day,
  to: Day,
  basis: Basis,
  /** Areas were redrawn since a month of the span was closed: what was kept is cut by the areas as they are. */
  redrawn: Optional(Type.Literal(true)),
  /** How far the ledger has been counted. */
  countedAt: Optional(At),
  /** The area that is looked at, and those above it that the reader may look at, nearest first. */
  areas: Type.Array(Type.Object({ areaId: Id, name: LocalText })),
  /** The organ alone that the reader may look at. */
  organ: Optional(Type.Object({ organId: Id, name: LocalText })),
  /** What narrows the numbers beside the area, by name. */
  narrowed: Type.Array(Type.Object({ cut: Cut, name: LocalText })),
  sums: Sums,
  open: Type.Integer(),
  /** 同比: the same days a year before. */
  yearBefore: Counted,
  /** 环比: as long, right before. */
  before: Counted,
  /** Not in pages, so that they can be ranked and add up: at most as many as there are areas below, centres, organs, items or channels. */
  rows: Type.Array(IndicatorRow),
  /** The closed months in which days of the span lie, by their first days. */
  closed: Type.Array(Day),
});
export type Indicators = Static<typeof Indicators>;

export const IndicatorDefinitions = Type.Object({
  measures: Type.Array(
    Type.Object({
      key: MeasureKey,
      name: LocalText,
      /** Which rows of `case_counts` are counted, in SQL, as it runs. */
      counted: Type.String(),
      amount: Optional(Type.String()),
    }),
  ),
  indicators: Type.Array(
    Type.Object({
      key: Type.String(),
      name: LocalText,
      /** `flow`: both numbers happened in the span, perhaps to different cases; `cohort`: the lower number's own cases. */
      kind: oneOf(['flow', 'cohort'] as const),
      unit: oneOf(['percent', 'average'] as const),
      formula: LocalText,
      numerator: MeasureKey,
      denominator: MeasureKey,
    }),
  ),
});
export type IndicatorDefinitions = Static<typeof IndicatorDefinitions>;

export const CountedCase = Type.Object({
  caseId: Id,
  caseNo: Type.String(),
  itemName: LocalText,
  /** Masked. */
  applicant: Type.String(),
  centerName: Optional(LocalText),
  organName: Optional(LocalText),
  channel: Channel,
  state: CaseState,
  acceptedDay: Optional(Day),
  decidedDay: Optional(Day),
  completedDay: Optional(Day),
  /** The day on which it counts. */
  day: Day,
  /** What this case adds to the number, or to the difference. */
  amount: Type.Integer(),
});
export type CountedCase = Static<typeof CountedCase>;

/** What is accepted and not completed as it stands now, by the light of its due day. */
export const OpenNow = Type.Object({
  open: Type.Integer(),
  green: Type.Integer(),
  /** Today is the due day, or the next working day is. */
  yellow: Type.Integer(),
  red: Type.Integer(),
  /** Its time stands still. */
  blue: Type.Integer(),
  /** No day binds it, as while a public notice runs. */
  none: Type.Integer(),
  /** The nearest day on which one of them is due, from today on. */
  nextDueDay: Optional(Day),
});
export type OpenNow = Static<typeof OpenNow>;

/** A proof, by night or before a month is closed: days counted anew from the ledger and compared with what stood. What differed was mended. */
export const IndicatorProof = Type.Object({
  proofId: Id,
  from: Day,
  to: Day,
  /** The month that was proven as a whole, by its first day; absent for a single day. */
  month: Optional(Day),
  provenAt: At,
  casesCompared: Type.Integer(),
  casesDifferent: Type.Integer(),
  totalsCompared: Type.Integer(),
  totalsDifferent: Type.Integer(),
});
export type IndicatorProof = Static<typeof IndicatorProof>;

export const ClosedPeriod = Type.Object({
  month: Day,
  closedAt: At,
  closedBy: Type.String(),
  /** SHA-256 of the kept sums and cases, in hexadecimal; it stands in the ledger, and so under that day's seal. */
  digest: Type.String(),
  /** What is kept had this digest when it was last checked, and the ledger says the same. */
  whole: Type.Boolean(),
  checkedAt: At,
});
export type ClosedPeriod = Static<typeof ClosedPeriod>;

export const indicatorsRoutes = {
  'GET /indicator-definitions': route({
    summary: 'What each number counts and how each indicator is made of two numbers',
    input: Type.Object({}),
    reply: IndicatorDefinitions,
  }),
  'GET /indicators': route({
    summary: 'The numbers of a span of days, cut as asked, with the year and the span before',
    input: Type.Object({ ...Narrowing, counted, by: Optional(Cut) }),
    reply: Indicators,
  }),
  'GET /indicators/trend': route({
    summary: 'The same numbers month by month, or day by day within two months, until today',
    input: Type.Object({ ...Narrowing, counted }),
    reply: Type.Object({
      points: Type.Array(Type.Object({ from: Day, to: Day, sums: Sums, open: Type.Integer() })),
    }),
  }),
  'GET /indicators/cases': route({
    summary: 'The cases behind one number, newest first',
    /**
     * `light`, with `open` alone: what is open now and has this light today, whatever the span. `counted: 'changed'`, of closed months:
     * the cases behind a correction, each with what it adds or takes away.
     */
    input: Type.Object({
      ...{ ...Narrowing, ...PageInput, measure: OpenedKey, light: Optional(Light) },
      counted: Optional(oneOf(['now', 'changed'] as const)),
    }),
    reply: Type.Object({
      cases: Type.Array(CountedCase),
      /** On the first page: how many cases the reader may know only as a number, and what they add to it. */
      hidden: Optional(Type.Object({ cases: Type.Integer(), amount: Type.Integer() })),
      next: Optional(Type.String()),
    }),
  }),
  'GET /indicators/corrections': route({
    summary: 'Where closed months say something else than the ledger does now',
    input: Type.Object(Narrowing),
    reply: Type.Object({ corrections: Type.Array(Correction) }),
  }),
  'GET /indicators/open-now': route({
    summary: 'What is accepted and not completed now, by its light',
    input: Type.Object(NarrowingNow),
    reply: OpenNow,
  }),
  'GET /indicator-proofs': route({
    summary: 'What was counted anew from the ledger and compared, newest first',
    input: Type.Object(PageInput),
    reply: Type.Object({ proofs: Type.Array(IndicatorProof), next: Optional(Type.String()) }),
  }),
  'POST /indicators/count': route({
    summary: 'Counts what the ledger says since it was last counted',
    input: Type.Object({}),
    reply: Type.Object({ countedAt: At }),
  }),
  'GET /closed-periods': route({
    summary: 'The months that were closed, newest first',
    input: Type.Object(PageInput),
    reply: Type.Object({
      periods: Type.Array(ClosedPeriod),
      next: Optional(Type.String()),
      /** The oldest month in which anything counts that is over and not closed. */
      closable: Optional(Day),
    }),
  }),
  'POST /closed-periods': route({
    summary: 'Closes a month: its numbers stand as they are now',
    input: Type.Object({ month: Day }),
    reply: ClosedPeriod,
  }),
  'GET /indicators/file': route({
    summary: 'The table of the page as a spreadsheet',
    input: Type.Object({
      ...Narrowing,
      counted,
      by: Optional(Cut),
      format: oneOf(['csv', 'xlsx'] as const),
      language: Optional(oneOf(['zh', 'en'] as const)),
    }),
    reply: Type.Object({}),
    answer: 'bytes',
  }),
};
