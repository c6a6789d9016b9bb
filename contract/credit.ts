import { type Static, Type } from 'typebox';
import { route } from './route.ts';
import { Day, Id, LocalText, Optional, oneOf, PageInput, Text } from './values.ts';
import { creditSources } from './words.ts';

export const CreditSource = oneOf(creditSources);
export type CreditSource = Static<typeof CreditSource>;

/** 失信记录 as the register shows it: who it is of stays masked, and until it is repaired it shuts two routes to him. */
export const CreditRecord = Type.Object({
  recordId: Id,
  subject: Type.String({ description: 'masked; a firm’s name is public' }),
  source: CreditSource,
  reason: Type.String(),
  organ: Optional(LocalText),
  caseId: Optional(Id),
  caseNo: Optional(Type.String()),
  fromDay: Day,
  /** Nobody: the product itself, when supplies were not made. */
  recordedBy: Optional(Type.String()),
  repairedDay: Optional(Day),
  repairReason: Optional(Type.String()),
  repairedBy: Optional(Type.String()),
});
export type CreditRecord = Static<typeof CreditRecord>;

export const creditRoutes = {
  'GET /credit-records': route({
    summary: 'The register of bad credit that shuts tolerated acceptance and commitments, newest first',
    input: Type.Object({
      q: Optional(Type.String({ maxLength: 100, description: 'the exact identity number or credit code' })),
      standing: Optional(oneOf(['open', 'repaired'] as const)),
      ...PageInput,
    }),
    reply: Type.Object({ records: Type.Array(CreditRecord), next: Optional(Type.String()) }),
  }),
  'POST /credit-records': route({
    summary: 'Record bad credit: a false commitment, or supplies that were never made',
    input: Type.Object({ name: Text(4000), number: Text(60), source: CreditSource, reason: Text(500) }),
    reply: CreditRecord,
  }),
  'POST /credit-records/:recordId/repair': route({
    summary: 'Note that the credit was repaired 信用修复; from then on the routes are open again',
    input: Type.Object({ recordId: Id, reason: Text(500) }),
    reply: CreditRecord,
  }),
};
