import { type Static, Type } from 'typebox';
import {
  assurances,
  caseStates,
  caseTypes,
  channels,
  checkMarks,
  defectKinds,
  deliveryMethods,
  deliveryWishes,
  levels,
  procedureProfiles,
  roles,
  sentChannels,
  serviceReceivers,
} from './words.ts';

/** A closed list of words as a schema (a JSON Schema enum: quick to check and to write). */
export function oneOf<const Words extends readonly string[]>(words: Words) {
  return Type.Unsafe<Words[number]>({ type: 'string', enum: [...words] });
}

export const Id = Type.String({ format: 'uuid', description: 'UUIDv7 made by the application' });
/** A day that there is, as ISO writes it, e.g. 2026-03-12. The format refuses a 30 February, the pattern what is written otherwise. */
export const Day = Type.String({
  format: 'date',
  pattern: '^(?!0)\\d{4}-\\d{2}-\\d{2}$',
  description: 'ISO calendar day in Asia/Shanghai',
});
/** An ISO instant, e.g. 2026-03-12T01:30:00Z. */
export const At = Type.String({ description: 'ISO instant, UTC' });
export const Text = (maxLength: number) => Type.String({ minLength: 1, maxLength });
export const Optional = Type.Optional;

/** A text in both languages of the interface. */
export const LocalText = Type.Object({ zh: Type.String(), en: Type.String() });
export type LocalText = Static<typeof LocalText>;

/** Level 级别 of a region, centre or item (domain §16). */
export const Level = oneOf(levels);
export type Level = Static<typeof Level>;

/** States of a case (domain §2.2). */
export const CaseState = oneOf(caseStates);
export type CaseState = Static<typeof CaseState>;

/** Which procedure an item follows (domain §2.1); picks rules, limits, document titles and remedies. */
export const ProcedureProfile = oneOf(procedureProfiles);
export type ProcedureProfile = Static<typeof ProcedureProfile>;

/** 即办件 decided in one visit, or 承诺件 decided within a promised limit. */
export const CaseType = oneOf(caseTypes);
export type CaseType = Static<typeof CaseType>;

/** Roles a post may have in this district. */
export const Role = oneOf(roles);
export type Role = Static<typeof Role>;

/** How sure we are of who an account is (design §6). */
export const Assurance = oneOf(assurances);
export type Assurance = Static<typeof Assurance>;

/** Where an application came in. */
export const Channel = oneOf(channels);
export type Channel = Static<typeof Channel>;
export const SentChannel = oneOf(sentChannels);
export type SentChannel = Static<typeof SentChannel>;

/** How the applicant wants the result. */
export const DeliveryWish = oneOf(deliveryWishes);
export type DeliveryWish = Static<typeof DeliveryWish>;

/** 送达方式: how a document was in fact served (domain §2.8). */
export const DeliveryMethod = oneOf(deliveryMethods);
export type DeliveryMethod = Static<typeof DeliveryMethod>;

export const ServiceReceiver = oneOf(serviceReceivers);
export type ServiceReceiver = Static<typeof ServiceReceiver>;

/** What can be wrong with a material. */
export const DefectKind = oneOf(defectKinds);
export type DefectKind = Static<typeof DefectKind>;

/** How far a legal element was checked against its text (design §6). */
export const CheckMark = oneOf(checkMarks);

/** The light of a deadline: shape, word and day go with it on every screen. */
export const Light = oneOf(['green', 'yellow', 'red', 'blue', 'none'] as const);
export type Light = Static<typeof Light>;

export const Outcome = oneOf(['GRANTED', 'DENIED'] as const);
export type Outcome = Static<typeof Outcome>;

/** What a page of a list needs: the rows, and the cursor of the next page when there is one. */
export const PageInput = {
  after: Optional(Type.String({ maxLength: 200 })),
  limit: Optional(Type.Integer({ minimum: 1, maximum: 100 })),
};
