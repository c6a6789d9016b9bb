import { type Static, Type } from 'typebox';
import { route } from './route.ts';
import { Assurance, At, Id, Level, LocalText, Optional, Role, Text } from './values.ts';

/** The resident who is signed in, as he sees himself. Numbers are masked. */
export const ResidentMe = Type.Object({
  residentId: Id,
  phone: Type.String({ description: 'masked, 130****0000' }),
  assurance: Assurance,
  name: Optional(Type.String()),
  residentNumber: Optional(Type.String({ description: 'masked, 431302********0017' })),
  regionId: Optional(Id),
});
export type ResidentMe = Static<typeof ResidentMe>;

/** One appointment of a staff member: a post held from a day on; a session acts as exactly one. */
export const PostView = Type.Object({
  appointmentId: Id,
  postId: Id,
  title: LocalText,
  role: Role,
  organ: LocalText,
  organId: Id,
  level: Level,
  center: Optional(LocalText),
  kind: Type.Union([Type.Literal('regular'), Type.Literal('substitute')]),
});
export type PostView = Static<typeof PostView>;

export const StaffMe = Type.Object({
  staffId: Id,
  name: Type.String(),
  post: Optional(PostView),
  posts: Type.Array(PostView),
  permissions: Type.Array(Type.String()),
});
export type StaffMe = Static<typeof StaffMe>;

export const SessionView = Type.Object({
  sessionId: Id,
  current: Type.Boolean(),
  startedAt: At,
  seenAt: At,
  agent: Type.String({ description: 'the browser, as it named itself' }),
});
export type SessionView = Static<typeof SessionView>;

export const StaffMember = Type.Object({
  staffId: Id,
  name: Type.String(),
  username: Type.String(),
  posts: Type.Array(PostView),
  sessions: Type.Integer(),
  lastSignInAt: Optional(At),
});
export type StaffMember = Static<typeof StaffMember>;

const Done = Type.Object({ done: Type.Literal(true) });

export const peopleRoutes = {
  'POST /phone-codes': route({
    summary: 'Send a sign-in code to a mobile phone',
    input: Type.Object({ phone: Text(40) }),
    reply: Type.Object({ phone: Type.String(), validMinutes: Type.Integer(), againInSeconds: Type.Integer() }),
  }),
  'POST /resident-sessions': route({
    summary: 'Sign in with the code',
    input: Type.Object({ phone: Text(40), code: Text(40) }),
    reply: ResidentMe,
  }),
  'GET /my/self': route({
    summary: 'Who is signed in as a resident; nobody is an answer too',
    input: Type.Object({}),
    reply: Type.Object({ me: Optional(ResidentMe) }),
  }),
  'POST /my/identity': route({
    summary: 'Declare name and resident number; the account becomes `declared`',
    input: Type.Object({ name: Text(4000), residentNumber: Text(60) }),
    reply: ResidentMe,
  }),
  'POST /my/region': route({
    summary: 'Choose the village or community one lives in',
    input: Type.Object({ regionId: Id }),
    reply: ResidentMe,
  }),
  'POST /my/sign-out': route({ summary: 'Sign out here', input: Type.Object({}), reply: Done }),
  'GET /my/sessions': route({
    summary: 'Where this resident is signed in',
    input: Type.Object({}),
    reply: Type.Object({ sessions: Type.Array(SessionView) }),
  }),
  'POST /my/sessions/revoke-others': route({
    summary: 'Sign out everywhere else',
    input: Type.Object({}),
    reply: Type.Object({ revoked: Type.Integer() }),
  }),
  'POST /staff-sessions': route({
    summary: 'Staff sign in with name and password',
    input: Type.Object({ username: Text(60), password: Text(200) }),
    reply: StaffMe,
  }),
  'GET /staff/self': route({
    summary: 'Who is signed in as staff; nobody is an answer too',
    input: Type.Object({}),
    reply: Type.Object({ me: Optional(StaffMe) }),
  }),
  'POST /staff/act-as': route({
    summary: 'Act as one of my posts',
    input: Type.Object({ appointmentId: Id }),
    reply: StaffMe,
  }),
  'POST /staff/sign-out': route({ summary: 'Sign out here', input: Type.Object({}), reply: Done }),
  'POST /staff/password': route({
    summary: 'Change my password; every other session of mine ends',
    input: Type.Object({ current: Text(200), next: Type.String({ minLength: 10, maxLength: 200 }) }),
    reply: Done,
  }),
  'GET /staff-members': route({
    summary: 'Staff and their posts (administrator)',
    input: Type.Object({
      after: Optional(Type.String({ maxLength: 200 })),
      limit: Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    }),
    reply: Type.Object({ members: Type.Array(StaffMember), next: Optional(Type.String()) }),
  }),
  'POST /staff-members/:staffId/revoke-sessions': route({
    summary: 'End every session of a staff member (administrator)',
    input: Type.Object({ staffId: Id }),
    reply: Type.Object({ revoked: Type.Integer() }),
  }),
  'GET /access-log': route({
    summary: 'Refused access and sign-ins, newest first (administrator)',
    input: Type.Object({
      after: Optional(Type.String({ maxLength: 200 })),
      limit: Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    }),
    reply: Type.Object({
      rows: Type.Array(
        Type.Object({
          at: At,
          who: Type.String(),
          kind: Type.String(),
          route: Type.String(),
          code: Type.String(),
          address: Type.String(),
          times: Type.Integer(),
        }),
      ),
      next: Optional(Type.String()),
    }),
  }),
};
