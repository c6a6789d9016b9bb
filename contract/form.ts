import { type Static, Type } from 'typebox';
import { LocalText, oneOf } from './values.ts';

/** One question of an application form, data of the item version. `privacy` decides masking and searchability. */
export const FormField = Type.Object({
  key: Type.String(),
  kind: oneOf(['text', 'longText', 'number', 'choice', 'yesNo', 'phone', 'uscc'] as const),
  label: LocalText,
  hint: Type.Optional(LocalText),
  required: Type.Boolean(),
  maxLength: Type.Optional(Type.Integer()),
  minimum: Type.Optional(Type.Number()),
  maximum: Type.Optional(Type.Number()),
  unit: Type.Optional(LocalText),
  options: Type.Optional(Type.Array(Type.Object({ value: Type.String(), label: LocalText }))),
  privacy: oneOf(['identifier', 'sensitive', 'plain'] as const),
});
export type FormField = Static<typeof FormField>;

export const Answers = Type.Record(Type.String({ maxLength: 60 }), Type.String({ maxLength: 4000 }), {
  maxProperties: 200,
});
export type Answers = Static<typeof Answers>;
