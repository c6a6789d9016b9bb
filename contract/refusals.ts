import { Type, type Static } from 'typebox';

/**
 * The closed list of refusals: code → HTTP status. The web turns a code and its facts into a sentence in the reader's
 * language (`refusals` catalogue); what cannot be named here cannot be refused.
 */
export const refusalStatus = {
  // the request itself
  invalid_input: 400,
  key_reused: 409,
  key_missing: 400,
  too_large: 413,
  not_found: 404,
  gone_wrong: 500,
  busy: 503,
  too_many: 429,
  // who asks
  sign_in_needed: 401,
  sign_in_failed: 401,
  sign_in_slowed: 429,
  code_wrong: 401,
  code_expired: 401,
  not_allowed: 403,
  no_post: 403,
  demo_only: 404,
  identity_needed: 409,
  identity_taken: 409,
  identity_fixed: 409,
  // a case
  case_moved_on: 409,
  item_not_offered: 409,
  item_not_authorised: 403,
  answers_wrong: 422,
  materials_missing: 422,
  material_unknown: 422,
  material_unread: 409,
  defects_missing: 422,
  second_notice: 409,
  five_days_over: 409,
  same_person: 403,
  second_officer_needed: 403,
  opinion_missing: 409,
  reason_missing: 422,
  competent_organ_missing: 422,
  agent_missing: 409,
  not_assigned: 403,
  query_wrong: 404,
  // deadlines
  clock_stopped: 409,
  clock_paused: 409,
  clock_not_paused: 409,
  extension_too_late: 409,
  extension_already_given: 409,
  pause_without_ground: 422,
  calendar_invalid: 422,
  // files
  file_empty: 422,
  file_kind: 422,
  file_too_large: 413,
  file_missing: 422,
  // the demo's clock
  clock_backwards: 409,
  clock_too_far: 422,
} as const;

export type RefusalCode = keyof typeof refusalStatus;

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
