import { type Static, Type } from 'typebox';
import { LocalText, oneOf } from './values.ts';
import { computations, fieldKinds, leafKinds, partyRoles, personParts } from './words.ts';

/** Where an answer stands: `phone`, `home.detail` of a block, `members.2.name` of a row. */
const Path = Type.String({ maxLength: 120 });

/**
 * One condition on an earlier answer. `field`: the path of a question before this one, a sibling of the same row, a
 * computed field, or `applicant.age`, `applicant.sex` of the person who applies. A question that is not asked fulfils
 * no condition.
 */
export const Condition = Type.Object({
  field: Path,
  is: Type.Optional(Type.Array(Type.String({ maxLength: 60 }), { minItems: 1 })),
  atLeast: Type.Optional(Type.Number()),
  below: Type.Optional(Type.Number()),
});
export type Condition = Static<typeof Condition>;

/**
 * A sentence that stands under a question while all its conditions hold. Where it `stops`, nobody can apply with these
 * answers: the same check refuses them in the browser and on the server.
 */
export const Note = Type.Object({ when: Type.Array(Condition), text: LocalText, stops: Type.Optional(Type.Boolean()) });
export type Note = Static<typeof Note>;

/**
 * What a computed field shows: the sum of a column, the number of rows, the whole years since a birth on the day of
 * application, or an amount a fixed number of times. `of` names the rows, the column (`members.capital`), the date or
 * the person.
 */
export const Computation = Type.Object({
  kind: oneOf(computations),
  of: Path,
  times: Type.Optional(Type.Number()),
});
export type Computation = Static<typeof Computation>;

const asked = {
  key: Type.String({ maxLength: 40 }),
  label: LocalText,
  hint: Type.Optional(LocalText),
  required: Type.Boolean(),
  privacy: oneOf(['identifier', 'sensitive', 'plain'] as const),
  maxLength: Type.Optional(Type.Integer({ minimum: 1, maximum: 4000 })),
  minimum: Type.Optional(Type.Number()),
  maximum: Type.Optional(Type.Number()),
  unit: Type.Optional(LocalText),
  options: Type.Optional(Type.Array(Type.Object({ value: Type.String({ maxLength: 60 }), label: LocalText }))),
  /** The first and last day that may be named: an ISO day, or `today`. */
  earliest: Type.Optional(Type.String()),
  latest: Type.Optional(Type.String()),
  /** Asked only while all of these hold. */
  when: Type.Optional(Type.Array(Condition)),
};

/** A question with one answer. */
export const LeafField = Type.Object({ ...asked, kind: oneOf(leafKinds) });
export type LeafField = Static<typeof LeafField>;

/**
 * One entry of an application form, data of the item version: a question with one answer, a block of a person, a firm
 * or an address, rows that repeat, or a computed value. `privacy` decides masking and searchability.
 */
export const FormField = Type.Object({
  ...asked,
  kind: oneOf(fieldKinds),
  /** A heading under which a new page of the form begins here. */
  page: Type.Optional(LocalText),
  notes: Type.Optional(Type.Array(Note)),
  /** What a person or firm is asked beside the name. */
  asks: Type.Optional(Type.Array(oneOf(personParts))),
  /**
   * In which role the person or firm of this block, or each row, becomes a party of the case. Where a block is the
   * `applicant`, whoever signs in or stands at the window becomes its `signer`.
   */
  party: Type.Optional(oneOf(partyRoles)),
  signer: Type.Optional(oneOf(['handler', 'guardian', 'legalRepresentative'] as const)),
  /** Columns of rows, and how many rows there may be. */
  fields: Type.Optional(Type.Array(LeafField)),
  minRows: Type.Optional(Type.Integer({ minimum: 0, maximum: 50 })),
  maxRows: Type.Optional(Type.Integer({ minimum: 1, maximum: 50 })),
  /** What one row is called: 成员. */
  rowName: Type.Optional(LocalText),
  compute: Type.Optional(Computation),
  /**
   * 情形: what is answered here decides which materials are needed. A choice or a yes/no, and its own conditions name
   * such questions or `applicant` alone, so that the guide can ask them before anybody applies.
   */
  situation: Type.Optional(Type.Boolean()),
  /** Filled beforehand, and marked so: the account's phone or place, or what an earlier case of the person said. */
  prefill: Type.Optional(oneOf(['phone', 'place', 'earlier'] as const)),
});
export type FormField = Static<typeof FormField>;

/** Answers as typed, by path. */
export const Answers = Type.Record(Type.String({ maxLength: 120 }), Type.String({ maxLength: 4000 }), {
  maxProperties: 600,
});
export type Answers = Static<typeof Answers>;
