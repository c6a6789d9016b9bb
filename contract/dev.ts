import { type Static, Type } from 'typebox';
import { PostView } from './people.ts';
import { route } from './route.ts';
import { Assurance, At, Day, Id, Optional, oneOf, PageInput } from './values.ts';

/** A message as the demo's outbox shows it. */
export const OutboxMessage = Type.Object({
  messageId: Id,
  at: At,
  channel: oneOf(['sms', 'inSite'] as const),
  receiver: Type.String({ description: 'masked' }),
  text: Type.String(),
  state: oneOf(['planned', 'sent', 'failed'] as const),
  caseNo: Optional(Type.String()),
  caseId: Optional(Id),
});
export type OutboxMessage = Static<typeof OutboxMessage>;

/** What a move of the clock will do on the way. */
export const ClockEvent = Type.Object({
  at: At,
  kind: Type.String({ description: 'the job, e.g. cases.deem-accepted' }),
  caseNo: Optional(Type.String()),
  caseId: Optional(Id),
});
export type ClockEvent = Static<typeof ClockEvent>;

export const DevClock = Type.Object({
  now: At,
  today: Day,
  dayKind: oneOf(['workday', 'weekend', 'holiday', 'makeup'] as const),
  aheadSeconds: Type.Integer({ description: 'how far the demo runs ahead of the machine' }),
  target: Optional(At),
});
export type DevClock = Static<typeof DevClock>;

const ClockTarget = {
  workingDays: Optional(Type.Integer({ minimum: 1, maximum: 60 })),
  day: Optional(Day),
  time: Optional(
    Type.String({
      pattern: '^([01]\\d|2[0-3]):[0-5]\\d$',
      description: 'HH:MM on that day; 24:00 is the next day 00:00',
    }),
  ),
};

export const devRoutes = {
  'GET /dev/people': route({
    summary: 'Every post and sample resident of the demo (demo only)',
    input: Type.Object({}),
    reply: Type.Object({
      posts: Type.Array(
        Type.Object({
          ...PostView.properties,
          staffName: Type.String(),
          region: Type.String(),
          waiting: Type.Integer(),
        }),
      ),
      residents: Type.Array(
        Type.Object({ residentId: Id, name: Type.String(), assurance: Assurance, cases: Type.Integer() }),
      ),
    }),
  }),
  'POST /dev/become': route({
    summary: 'Become a post or a resident, without a password (demo only)',
    input: Type.Object({ appointmentId: Optional(Id), residentId: Optional(Id) }),
    reply: Type.Object({ surface: oneOf(['staff', 'resident'] as const) }),
  }),
  'GET /dev/clock': route({ summary: 'The demo clock (demo only)', input: Type.Object({}), reply: DevClock }),
  'GET /dev/clock/preview': route({
    summary: 'What would happen on the way (demo only)',
    input: Type.Object(ClockTarget),
    reply: Type.Object({ target: At, events: Type.Array(ClockEvent), total: Type.Integer() }),
  }),
  'POST /dev/clock': route({
    summary: 'Move the clock forward; due work is done in order on the way (demo only)',
    input: Type.Object(ClockTarget),
    reply: DevClock,
  }),
  'GET /dev/outbox': route({
    summary: 'Messages that a live installation would have sent (demo only)',
    input: Type.Object(PageInput),
    reply: Type.Object({ messages: Type.Array(OutboxMessage), next: Optional(Type.String()) }),
  }),
};
