import { type Static, Type } from 'typebox';
import { CaseReply, HandedIn } from './cases.ts';
import { Heard } from './licences.ts';
import { route } from './route.ts';
import { At, Day, Id, Light, LocalText, Optional, oneOf, PageInput, Text } from './values.ts';
import { checkStates, commitmentKinds, commitmentStates, supplyMethods } from './words.ts';

export const SupplyMethod = oneOf(supplyMethods);
export type SupplyMethod = Static<typeof SupplyMethod>;
export const CheckState = oneOf(checkStates);
export type CheckState = Static<typeof CheckState>;

/**
 * 告知承诺书 as it is read before it is signed: part A, what the organ tells; part B, what the applicant states. The digest
 * binds the signature to this text.
 */
export const CommitmentLetter = Type.Object({
  kind: oneOf(commitmentKinds),
  organ: LocalText,
  itemName: LocalText,
  basis: Type.Array(LocalText),
  obligations: Type.Array(LocalText),
  conditions: Type.Array(LocalText),
  replaces: Type.Array(LocalText),
  verification: Type.Object({ method: LocalText, withinDays: Type.Integer() }),
  liability: Type.Array(LocalText),
  statements: Type.Array(LocalText),
  digest: Type.String(),
});
export type CommitmentLetter = Static<typeof CommitmentLetter>;

/** What may be committed to in a matter, and what was. */
const commitment = {
  /** Materials of this situation for which a commitment may stand. */
  materials: Type.Array(Type.Object({ key: Type.String(), name: LocalText })),
  /** The whole matter may be committed to; `atOnce`: then it is decided at the moment of submission. */
  whole: Optional(Type.Object({ atOnce: Type.Boolean() })),
  chosen: Optional(
    Type.Object({
      kind: oneOf(commitmentKinds),
      materialKeys: Type.Array(Type.String()),
      state: oneOf(commitmentStates),
      signed: Type.Boolean(),
      letter: CommitmentLetter,
    }),
  ),
  /** 核查: by which day, and what was found. */
  check: Optional(
    Type.Object({ state: CheckState, dueDay: Day, findings: Optional(Type.String()), checkedAt: Optional(At) }),
  ),
  mayWithdraw: Type.Boolean(),
};

/** 容缺: what is still owed, until when and how it comes. */
const owed = {
  owed: Type.Array(
    Type.Object({ key: Type.String(), name: LocalText, method: Optional(SupplyMethod), day: Optional(Day) }),
  ),
  supplyDueDay: Optional(Day),
};

export const MyCommitment = Type.Object({ ...commitment, ...owed });
export type MyCommitment = Static<typeof MyCommitment>;

export const CaseCommitment = Type.Object({
  ...commitment,
  ...owed,
  /** What is missing of this applicant's materials, and whether the published list lets it follow. */
  missing: Type.Array(
    Type.Object({
      key: Type.String(),
      name: LocalText,
      tolerated: Optional(Type.Object({ workingDays: Type.Integer() })),
      lastDay: Optional(Day),
    }),
  ),
});
export type CaseCommitment = Static<typeof CaseCommitment>;

/** One row of the queue 承诺核查, by day. */
export const CommitmentCheck = Type.Object({
  caseId: Id,
  caseNo: Type.String(),
  applicant: Type.String({ description: 'masked' }),
  itemName: LocalText,
  kind: oneOf(commitmentKinds),
  replaces: Type.Array(LocalText),
  method: LocalText,
  state: CheckState,
  dueDay: Day,
  light: Light,
});
export type CommitmentCheck = Static<typeof CommitmentCheck>;

const Tolerance = {
  caseId: Id,
  supplyDay: Day,
  method: SupplyMethod,
};

export const commitmentsRoutes = {
  'GET /my/cases/:caseId/commitment': route({
    summary: 'What may be committed to in a matter of mine, what was, and what is still owed',
    input: Type.Object({ caseId: Id }),
    reply: MyCommitment,
  }),
  'POST /my/cases/:caseId/withdraw-commitment': route({
    summary: 'Take the commitment back before the decision; the matter goes on by the normal route',
    input: Type.Object({ caseId: Id }),
    reply: CaseReply,
  }),
  'POST /my/cases/:caseId/supply': route({
    summary: 'Supply materials that were left out at a tolerated acceptance',
    input: Type.Object({
      caseId: Id,
      materials: Type.Array(Type.Object({ key: Text(60), fileIds: Type.Array(Id, { minItems: 1, maxItems: 20 }) }), {
        minItems: 1,
        maxItems: 60,
      }),
    }),
    reply: CaseReply,
  }),
  'POST /cases/commitment-letter': route({
    summary:
      'The letter of commitment for a person at the window, to be read and signed before intake. Nothing is done',
    input: Type.Object({ itemId: Id, whole: Type.Boolean(), materials: Type.Array(Text(60), { maxItems: 60 }) }),
    reply: CommitmentLetter,
  }),
  'GET /cases/:caseId/commitment': route({
    summary: 'Commitment, what is owed and what may be tolerated in a case of my scope',
    input: Type.Object({ caseId: Id }),
    reply: CaseCommitment,
  }),
  'GET /cases/:caseId/tolerated-preview': route({
    summary: 'The commitment that a tolerated acceptance has the applicant sign. Nothing is done',
    input: Type.Object({ ...Tolerance, materials: Type.String({ maxLength: 4000, description: 'keys, by comma' }) }),
    reply: Type.Object({
      title: Type.String(),
      lines: Type.Array(Type.String()),
      organ: Type.String(),
      day: Day,
    }),
  }),
  'POST /cases/:caseId/accept-tolerated': route({
    summary: 'Accept although listed secondary materials are missing 容缺受理; the applicant signed to supply them',
    input: Type.Object({
      ...Tolerance,
      materials: Type.Array(Text(60), { minItems: 1, maxItems: 60 }),
      signed: Type.Boolean(),
    }),
    reply: CaseReply,
  }),
  'POST /cases/:caseId/receive-tolerated': route({
    summary: 'Receive what was owed since a tolerated acceptance',
    input: Type.Object({ caseId: Id, materials: Type.Array(HandedIn, { minItems: 1, maxItems: 60 }) }),
    reply: CaseReply,
  }),
  'GET /commitment-checks': route({
    summary: 'Commitments to be verified by the organ, by day 承诺核查',
    input: Type.Object({ state: Optional(CheckState), ...PageInput }),
    reply: Type.Object({ checks: Type.Array(CommitmentCheck), next: Optional(Type.String()) }),
  }),
  'POST /cases/:caseId/withdraw-commitment': route({
    summary: 'Take the commitment back for the applicant who stands at the window',
    input: Type.Object({ caseId: Id }),
    reply: CaseReply,
  }),
  'POST /cases/:caseId/verify-commitment': route({
    summary: 'Note what the verification found; a false commitment revokes the decision and is recorded',
    input: Type.Object({
      caseId: Id,
      result: oneOf(['KEPT', 'FALSE'] as const),
      findings: Type.String({ maxLength: 2000 }),
      /** How the holder was heard before his decision is revoked (行政许可法 art. 7). */
      heard: Optional(Heard),
    }),
    reply: CaseReply,
  }),
};
