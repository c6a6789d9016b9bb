import { type Static, Type } from 'typebox';
import { route } from './route.ts';
import { At, Day, Id, Optional, oneOf, PageInput, Text } from './values.ts';
import { type MandateScope, mandateStates } from './words.ts';

/** Which side of a mandate 委托 somebody is: who gave it, or who acts by it. */
const MandateSide = oneOf(['principal', 'agent'] as const);

/** A mandate as one of its two sides sees it. */
export const MandateView = Type.Object({
  mandateId: Id,
  /** What the reader is in it. */
  side: MandateSide,
  /** The other side. The number is masked. */
  other: Type.Object({ name: Type.String(), residentNumber: Type.String() }),
  itemIds: Optional(Type.Array(Id, { description: 'absent: every matter' })),
  fromDay: Day,
  untilDay: Day,
  givenAt: At,
  channel: oneOf(['ONLINE', 'WINDOW'] as const),
  /** What it covers: `mandateScopes` has the text. */
  scope: oneOf(['apply'] as const satisfies readonly MandateScope[]),
  /** The one case that a paper seen at a window holds for. */
  caseId: Optional(Id),
  state: oneOf(mandateStates),
  revokedAt: Optional(At),
  revokedBy: Optional(MandateSide),
  actions: Type.Array(oneOf(['revoke'] as const)),
});
export type MandateView = Static<typeof MandateView>;

export const mandatesRoutes = {
  'GET /my/mandates': route({
    summary:
      'Mandates that I gave and that were given to me, newest first; with `actFor`, those by which I may now act in that item',
    input: Type.Object({ ...PageInput, actFor: Optional(Id) }),
    reply: Type.Object({ mandates: Type.Array(MandateView), next: Optional(Type.String()) }),
  }),
  'GET /my/mandates/:mandateId': route({
    summary: 'One mandate of mine, from either side',
    input: Type.Object({ mandateId: Id }),
    reply: MandateView,
  }),
  'POST /my/mandates': route({
    summary: 'Give somebody a mandate; name and number are those of a person whose card was seen',
    input: Type.Object({
      name: Text(4000),
      residentNumber: Text(60),
      itemIds: Optional(Type.Array(Id, { minItems: 1, maxItems: 100, description: 'absent: every matter' })),
      fromDay: Optional(Day),
      untilDay: Day,
    }),
    reply: MandateView,
  }),
  'POST /my/mandates/:mandateId/revoke': route({
    summary: 'Revoke a mandate that I gave, or lay down one that was given to me; a second time changes nothing',
    input: Type.Object({ mandateId: Id }),
    reply: MandateView,
  }),
};
