import { type Static, Type } from 'typebox';

/** What is wrong with one field: the path of the field and a code of the same closed kind for the sentence beside it. */
export const FieldFault = Type.Object({
  field: Type.String(),
  code: Type.String(),
  facts: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))),
});
export type FieldFault = Static<typeof FieldFault>;

/** The one shape of every refused reply. */
export const RefusalReply = Type.Object({
  refusal: Type.Object({
    code: Type.String(),
    facts: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
    fields: Type.Array(FieldFault),
  }),
});
export type RefusalReply = Static<typeof RefusalReply>;
