import { type Static, Type } from 'typebox';
import { route } from './route.ts';
import { At, Day, Id, LocalText, Optional, oneOf, PageInput, Text } from './values.ts';
import { handOverDirections, handOverStates } from './words.ts';

/** How many cases one sheet holds at most. */
export const mostLines = 30;

export const HandOverDirection = oneOf(handOverDirections);
export const HandOverState = oneOf(handOverStates);

/** A paper by its name, with how many originals and copies of it there are. */
export const HandedPaper = Type.Object({
  name: LocalText,
  originals: Type.Integer(),
  copies: Type.Integer(),
});
export type HandedPaper = Static<typeof HandedPaper>;

/** Who signed, by his session, and when. */
const Signed = Type.Object({ name: Type.String(), post: LocalText, at: At });

/** A hand-over sheet 材料交接单 in a list. */
export const SheetRow = Type.Object({
  sheetId: Id,
  direction: HandOverDirection,
  state: HandOverState,
  /** Of the day, for people to speak of it. */
  number: Type.String(),
  from: LocalText,
  to: LocalText,
  cases: Type.Integer(),
  refused: Type.Integer(),
  madeAt: At,
  handed: Optional(Signed),
  taken: Optional(Signed),
  /** Until when it has to be taken over, and whether that is over. */
  takeDueDay: Optional(Day),
  late: Type.Boolean(),
});
export type SheetRow = Static<typeof SheetRow>;

export const SheetLine = Type.Object({
  caseId: Id,
  caseNo: Type.String(),
  applicant: Type.String({ description: 'masked' }),
  itemName: LocalText,
  papers: Type.Array(HandedPaper),
  state: oneOf(['LISTED', 'TAKEN', 'REFUSED', 'DROPPED'] as const),
  /** Why the taker did not take it. */
  reason: Optional(Type.String()),
});
export type SheetLine = Static<typeof SheetLine>;

export const SheetView = Type.Object({
  ...SheetRow.properties,
  lines: Type.Array(SheetLine),
  takeWithinDays: Type.Integer({ description: 'working days' }),
  documentId: Optional(Id),
  actions: Type.Array(oneOf(['hand', 'discard', 'take'] as const)),
});
export type SheetView = Static<typeof SheetView>;

/** A case whose papers could go over now. */
export const HandOverCandidate = Type.Object({
  caseId: Id,
  caseNo: Type.String(),
  applicant: Type.String({ description: 'masked' }),
  itemName: LocalText,
  partnerId: Id,
  papers: Type.Array(HandedPaper),
});
export type HandOverCandidate = Static<typeof HandOverCandidate>;

export const handoversRoutes = {
  'GET /hand-over-sheets': route({
    summary: 'Hand-over sheets of my window or department, newest first; `late`: those that nobody took over in time',
    input: Type.Object({ ...PageInput, state: Optional(HandOverState), late: Optional(Type.Boolean()) }),
    reply: Type.Object({ sheets: Type.Array(SheetRow), late: Type.Integer(), next: Optional(Type.String()) }),
  }),
  'GET /hand-over-sheets/:sheetId': route({
    summary: 'One hand-over sheet',
    input: Type.Object({ sheetId: Id }),
    reply: SheetView,
  }),
  'GET /hand-over-sheets/:sheetId/pdf': route({
    summary: 'The sheet as both signed it',
    input: Type.Object({ sheetId: Id }),
    reply: Type.Object({}),
    answer: 'bytes',
  }),
  'GET /hand-over-candidates': route({
    summary: 'Cases whose papers lie here and belong elsewhere: from a window to a department, or results back',
    input: Type.Object({}),
    reply: Type.Object({
      direction: HandOverDirection,
      partners: Type.Array(Type.Object({ partnerId: Id, name: LocalText })),
      cases: Type.Array(HandOverCandidate),
    }),
  }),
  'POST /hand-over-sheets': route({
    summary: 'Make a sheet for one department, or for one window',
    input: Type.Object({
      partnerId: Id,
      caseIds: Type.Array(Id, { minItems: 1, maxItems: mostLines, uniqueItems: true }),
    }),
    reply: SheetView,
  }),
  'POST /hand-over-sheets/:sheetId/hand': route({
    summary: 'Sign and hand over',
    input: Type.Object({ sheetId: Id }),
    reply: SheetView,
  }),
  'POST /hand-over-sheets/:sheetId/discard': route({
    summary: 'Discard a sheet that was not handed over',
    input: Type.Object({ sheetId: Id }),
    reply: SheetView,
  }),
  'POST /hand-over-sheets/:sheetId/take': route({
    summary: 'Sign and take over, all but what is missing',
    input: Type.Object({
      sheetId: Id,
      refused: Type.Array(Type.Object({ caseId: Id, reason: Text(500) }), { maxItems: mostLines }),
    }),
    reply: SheetView,
  }),
};
