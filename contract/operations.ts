import { type Static, Type } from 'typebox';
import { route } from './route.ts';
import { At, Day, Id, Optional, oneOf, PageInput } from './values.ts';

/** One sealed day of the ledger, as its public page prints it. */
export const DaySeal = Type.Object({
  number: Type.Integer(),
  day: Day,
  sealedAt: At,
  subjects: Type.Integer(),
  root: Type.String({ description: 'SHA-256, hex' }),
  signature: Type.String({ description: 'Ed25519, base64' }),
  publicKey: Type.String({ description: 'Ed25519, base64 (SPKI)' }),
});
export type DaySeal = Static<typeof DaySeal>;

export const JobView = Type.Object({
  jobId: Id,
  kind: Type.String(),
  state: oneOf(['planned', 'failed', 'dead'] as const),
  runAt: At,
  tries: Type.Integer(),
  error: Optional(Type.String()),
  /** The official document that the work is about, so that a person can look for it. */
  document: Optional(Type.Object({ title: Type.String(), number: Optional(Type.String()), day: Day })),
});
export type JobView = Static<typeof JobView>;

export const operationsRoutes = {
  'GET /health': route({
    summary: 'Is the server well?',
    input: Type.Object({}),
    reply: Type.Object({
      status: oneOf(['ok', 'failing'] as const),
      version: Type.String(),
      database: Type.Boolean(),
      jobsWaiting: Type.Integer(),
      jobsDead: Type.Integer(),
    }),
  }),
  'GET /seals': route({
    summary: 'The daily seals of the ledger, newest first',
    input: Type.Object(PageInput),
    reply: Type.Object({ seals: Type.Array(DaySeal), next: Optional(Type.String()) }),
  }),
  'GET /jobs': route({
    summary: 'Work of one state, or what failed and what stopped (administrator)',
    input: Type.Object({ state: Optional(oneOf(['planned', 'failed', 'dead'] as const)), ...PageInput }),
    reply: Type.Object({ jobs: Type.Array(JobView), next: Optional(Type.String()) }),
  }),
  'POST /jobs/:jobId/retry': route({
    summary: 'Try a dead job again (administrator)',
    input: Type.Object({ jobId: Id }),
    reply: Type.Object({ done: Type.Literal(true) }),
  }),
};
