import { type Static, Type } from 'typebox';
import {
  Baseline,
  ImplementationElements,
  ItemCommitment,
  LegalBasis,
  LifeEvent,
  MaterialRequirement,
  Process,
} from './catalogue.ts';
import { Limit } from './deadlines.ts';
import { FormField } from './form.ts';
import { CheckMark, DeliveryWish, Level, LocalText, Optional, oneOf } from './values.ts';
import { matterFields, retentionClasses } from './words.ts';

/**
 * A certificate as data. Values are texts with placeholders in braces: a question of the form (`{tradeName}`,
 * `{owner.name}`), or `{applicant.name}`, `{applicant.number}`, `{organ}`, `{issueDay}`, `{fromDay}`, `{untilDay}`.
 */
export const Certificate = Type.Object({
  title: Type.String({ minLength: 1 }),
  /** 字 of its number, beside the organ's own: one gap-free counter per organ, 字 and year. */
  word: Type.String({ minLength: 1, maxLength: 12 }),
  rows: Type.Array(Type.Object({ label: Type.String({ minLength: 1 }), value: Type.String({ minLength: 1 }) }), {
    minItems: 1,
    maxItems: 16,
  }),
  statement: Type.String({ minLength: 1 }),
  /** A grant replaces the certificate of this title that the holder has; it keeps its number and gets the next version. */
  renews: Optional(Type.Boolean()),
  /** 变更: the same, and its last day stays as it was (ALL 49). */
  changes: Optional(Type.Boolean()),
  /** So many days before its last one a renewal is applied for, where another law says another number than thirty (ALL 50). */
  renewal: Optional(Type.Object({ days: Type.Integer({ minimum: 1, maximum: 366 }), basis: LegalBasis })),
});
export type Certificate = Static<typeof Certificate>;

/** What a published version says, whole: the guide, the form, the limits and what the documents take from it. */
export const ItemContent = Type.Object({
  name: LocalText,
  /** Two sentences that are enough for most. */
  brief: LocalText,
  bring: LocalText,
  howLong: LocalText,
  conditions: Type.Array(LocalText),
  materials: Type.Array(MaterialRequirement),
  form: Type.Array(FormField),
  /** Absent where no law sets one. */
  statutoryLimit: Optional(Limit),
  promisedLimit: Limit,
  /** To accept, or to tell once everything that must be corrected. */
  answerLimit: Limit,
  /** To issue and serve the result after it was granted. */
  deliveryLimit: Optional(Limit),
  /** How far the limits were checked against their texts. */
  limitMarks: Type.Object({ statutory: Optional(CheckMark), promised: CheckMark }),
  fee: Type.Object({
    fen: Type.Integer({ minimum: 0 }),
    note: LocalText,
    mark: CheckMark,
    /** No fee without a law or an administrative regulation behind it (ALL 58, 59). */
    basis: Optional(LegalBasis),
    reduction: Optional(LocalText),
  }),
  /** Before it was simplified; what it takes now follows from the rest. */
  baseline: Optional(Baseline),
  /** 业务办理项: which of several of one item it is, e.g. 变更. */
  handling: Optional(LocalText),
  /** Absent: the usual way of a matter of its case type (`processOf`). */
  process: Optional(Process),
  result: Type.Object({
    name: LocalText,
    note: LocalText,
    /** Where it holds, in Chinese, for the decision. */
    scope: Optional(Type.String()),
    /** How long it holds from the decision on; null: without end. Absent: the matter has no term. */
    validity: Optional(
      Type.Object({ months: Type.Union([Type.Integer({ minimum: 1, maximum: 1200 }), Type.Null()]), mark: CheckMark }),
    ),
    /** 证照 that a grant puts into the register of licences; without it the decision itself is the result. */
    certificate: Optional(Certificate),
  }),
  elements: ImplementationElements,
  /** Its procedure does not run here yet: the guide says why and where, and nobody can apply by mistake. */
  guideOnly: Optional(LocalText),
  steps: Type.Array(LocalText),
  bases: Type.Array(LegalBasis, { minItems: 1 }),
  remedies: LocalText,
  /** How often one must come in person. */
  visits: Type.Integer({ minimum: 0, maximum: 9 }),
  deliveryWishes: Type.Array(DeliveryWish, { minItems: 1 }),
  /** Silence until the end of the answer limit accepts, from the day of receipt. */
  deemedAcceptance: Type.Boolean(),
  /** One officer may receive and decide, on this basis; without it two are needed. */
  singleOfficer: Optional(LegalBasis),
  lifeEvent: LifeEvent,
  /** What people call it, in everyday words of both languages; they decide whether it is found. */
  aliases: Type.Array(Type.String({ minLength: 1 })),
  /** May be applied for online. */
  online: Type.Boolean(),
  /** Working days for the applicant to correct; null: he takes the time that he needs. The law sets none. */
  correctionDays: Type.Union([Type.Integer({ minimum: 1 }), Type.Null()]),
  /** The local rule by which not correcting until that day counts as withdrawing; without it the matter only waits. */
  deemedWithdrawal: Optional(LegalBasis),
  /** The facts of a granting decision, one standard sentence in Chinese. */
  grantReason: Type.String({ minLength: 1 }),
  /** Questions of the form whose answers stand in the granting decision: they say what is granted, in this order. */
  decisionAnswers: Optional(Type.Array(Type.String())),
  /** 领域; needed where a commitment may stand for anything, and then none of the excluded ones. */
  fields: Optional(Type.Array(oneOf(matterFields), { minItems: 1, maxItems: 6 })),
  commitment: Optional(ItemCommitment),
  /** At the centres of which levels it is received. */
  offeredAt: Type.Array(Level, { minItems: 1 }),
  /** 保管期限 of its cases, and on what it rests; absent: the usual one of its procedure. */
  retention: Optional(Type.Object({ class: oneOf(retentionClasses), basis: LegalBasis })),
});
export type ItemContent = Static<typeof ItemContent>;
