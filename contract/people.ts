import { type Static, Type } from 'typebox';
import { route } from './route.ts';
import { Assurance, At, Day, Id, Level, LocalText, Optional, oneOf, PageInput, Role, Text } from './values.ts';
import { absenceKinds, relationKinds } from './words.ts';

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
  actsFor: Optional(Type.String({ description: 'AB岗: for whom a substitute acts in it now' })),
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
  credentialNumber: Optional(Type.String({ description: '执法证号 or 工作证号' })),
  posts: Type.Array(PostView),
  sessions: Type.Integer(),
  lastSignInAt: Optional(At),
});
export type StaffMember = Static<typeof StaffMember>;

/** Days on which somebody is away 外出、请假, both included. */
export const AbsenceView = Type.Object({
  absenceId: Id,
  kind: oneOf(absenceKinds),
  fromDay: Day,
  untilDay: Day,
  now: Type.Boolean(),
});
export type AbsenceView = Static<typeof AbsenceView>;

/** Somebody's place in a post. */
const Place = Type.Object({ appointmentId: Id, staffId: Id, name: Type.String() });

export const MyAbsences = Type.Object({
  absences: Type.Array(AbsenceView),
  /** My posts, with who acts in them when I am away. */
  posts: Type.Array(Type.Object({ title: LocalText, substitutes: Type.Array(Place), colleagues: Type.Array(Place) })),
});
export type MyAbsences = Static<typeof MyAbsences>;

/** A post with its holder (A) and its substitutes (B). */
export const StaffedPost = Type.Object({
  postId: Id,
  title: LocalText,
  role: Role,
  organId: Id,
  organ: LocalText,
  center: Optional(LocalText),
  holders: Type.Array(Type.Object({ ...Place.properties, absence: Optional(AbsenceView) })),
  substitutes: Type.Array(Place),
});
export type StaffedPost = Static<typeof StaffedPost>;

/** A post in which nobody can act today. */
export const UncoveredPostView = Type.Object({
  postId: Id,
  title: LocalText,
  organ: LocalText,
  holder: Type.String(),
  untilDay: Day,
});
export type UncoveredPostView = Static<typeof UncoveredPostView>;

/** What an officer declared for recusal 回避. */
export const RelationView = Type.Object({
  relationId: Id,
  kind: oneOf(relationKinds),
  residentNumber: Type.String({ description: 'masked' }),
  declaredAt: At,
});
export type RelationView = Static<typeof RelationView>;

const Relations = Type.Object({ relations: Type.Array(RelationView) });

/** What the district sets for its offices. */
export const OfficeSettings = Type.Object({
  signFor: Type.Object({
    amount: Type.Integer({ minimum: 1, maximum: 40 }),
    unit: oneOf(['workingDays', 'officeHours'] as const),
  }),
  handOverDays: Type.Integer({ minimum: 1, maximum: 30, description: 'working days' }),
});

const Away = { kind: oneOf(absenceKinds), fromDay: Day, untilDay: Day };

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
  'GET /staff/absences': route({
    summary: 'When I am away, and who stands in for me',
    input: Type.Object({}),
    reply: MyAbsences,
  }),
  'POST /staff/absences': route({
    summary: 'I shall be away on these days',
    input: Type.Object(Away),
    reply: MyAbsences,
  }),
  'POST /staff/absences/:absenceId/end': route({
    summary: 'I am back, or do not go',
    input: Type.Object({ absenceId: Id }),
    reply: MyAbsences,
  }),
  'GET /staff/relations': route({
    summary: 'Whose relative I declared myself to be',
    input: Type.Object({}),
    reply: Relations,
  }),
  'POST /staff/relations': route({
    summary: 'Declare a relation; I then never act in that person’s matters',
    input: Type.Object({ kind: oneOf(relationKinds), residentNumber: Text(60) }),
    reply: Relations,
  }),
  'POST /staff/relations/:relationId/end': route({
    summary: 'Take a declaration back',
    input: Type.Object({ relationId: Id }),
    reply: Relations,
  }),
  'GET /uncovered-posts': route({
    summary: 'Posts in which nobody can act today, for those who must see to it',
    input: Type.Object({}),
    reply: Type.Object({ posts: Type.Array(UncoveredPostView) }),
  }),
  'GET /posts': route({
    summary: 'Posts with holder and substitutes (administrator)',
    input: Type.Object({ ...PageInput, organId: Optional(Id) }),
    reply: Type.Object({ posts: Type.Array(StaffedPost), next: Optional(Type.String()) }),
  }),
  'POST /posts/:postId/substitutes': route({
    summary: 'Appoint a substitute to a post (administrator)',
    input: Type.Object({ postId: Id, staffId: Id }),
    reply: Done,
  }),
  'POST /substitutes/:appointmentId/end': route({
    summary: 'End somebody’s appointment as a substitute (administrator)',
    input: Type.Object({ appointmentId: Id }),
    reply: Done,
  }),
  'POST /staff-members/:staffId/absences': route({
    summary: 'Record that somebody is away (administrator)',
    input: Type.Object({ staffId: Id, ...Away }),
    reply: Done,
  }),
  'POST /absences/:absenceId/end': route({
    summary: 'Somebody is back (administrator)',
    input: Type.Object({ absenceId: Id }),
    reply: Done,
  }),
  'GET /office-settings': route({
    summary: 'How long signing for a file and handing papers over may take',
    input: Type.Object({}),
    reply: OfficeSettings,
  }),
  'POST /office-settings': route({
    summary: 'Set how long signing for a file and handing papers over may take (administrator)',
    input: OfficeSettings,
    reply: OfficeSettings,
  }),
  'GET /staff-members': route({
    summary: 'Staff and their posts (administrator)',
    input: Type.Object({
      q: Optional(Type.String({ maxLength: 60, description: 'part of a name or user name' })),
      after: Optional(Type.String({ maxLength: 200 })),
      limit: Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    }),
    reply: Type.Object({ members: Type.Array(StaffMember), next: Optional(Type.String()) }),
  }),
  'POST /staff-members/:staffId/credential': route({
    summary: 'Record the number of an officer’s credential, or that he has none (administrator)',
    input: Type.Object({ staffId: Id, credentialNumber: Optional(Text(40)) }),
    reply: Done,
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
