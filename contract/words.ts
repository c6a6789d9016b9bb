// Closed lists of words, plain values: the browser reads them without the schema library.

/** Level 级别 of a region, centre or item (domain §16). */
export const levels = ['DISTRICT', 'TOWNSHIP', 'VILLAGE'] as const;

/** States of a case (domain §2.2). */
export const caseStates = [
  'DRAFT',
  'RECEIVED',
  'CORRECTION_REQUIRED',
  'ACCEPTED',
  'ACCEPTANCE_REFUSED',
  'NOT_REQUIRED',
  'IN_REVIEW',
  'SPECIAL_PROCEDURE',
  'REPORTED_UP',
  'DECIDING',
  'GRANTED',
  'DENIED',
  'CERTIFYING',
  'DELIVERING',
  'COMPLETED',
  'ARCHIVED',
  'WITHDRAWN',
  'WITHDRAWN_DEEMED',
  'TERMINATED',
] as const;

/** Which procedure an item follows (domain §2.1); picks rules, limits, document titles and remedies. */
export const procedureProfiles = [
  'LICENSE',
  'PUBLIC_SERVICE',
  'BENEFIT',
  'FILING',
  'REAL_ESTATE',
  'SOCIAL_ASSISTANCE',
] as const;

/** 即办件 decided in one visit, or 承诺件 decided within a promised limit. */
export const caseTypes = ['IMMEDIATE', 'PROMISED'] as const;

/** Roles a post may have in this district. */
export const roles = ['windowClerk', 'reviewer', 'decider', 'villageAgent', 'supervisor', 'administrator'] as const;

/** How sure we are of who an account is (design §6). */
export const assurances = ['none', 'declared', 'verified'] as const;

/** Where an application came in. */
export const channels = ['ONLINE', 'WINDOW', 'AGENT'] as const;

/** How the applicant wants the result. */
export const deliveryWishes = ['WINDOW', 'ELECTRONIC', 'AGENT'] as const;

/** 送达方式: how a document was in fact served (domain §2.8). */
export const deliveryMethods = ['DIRECT', 'ELECTRONIC', 'ENTRUSTED'] as const;

/** What can be wrong with a material. */
export const defectKinds = ['missing', 'incomplete', 'expired', 'unreadable', 'unsigned', 'inconsistent'] as const;

/** How far a legal element was checked against its text (design §6). */
export const checkMarks = ['checked', 'sample'] as const;

/** Every act on a case that a person may do; the word is the same in permission, ledger and button. */
export const caseActs = [
  'save',
  'submit',
  'supplement',
  'withdraw',
  'receiveResult',
  'verifyIdentity',
  'accept',
  'correct',
  'refuse',
  'receiveSupplement',
  'signFor',
  'review',
  'decide',
  'decideAtDesk',
  'assignDelivery',
  'deliver',
  'handOver',
  'reveal',
] as const;

/** Queues 队列 of a post; which ones a post has follows from its role. */
export const queues = [
  'mine',
  'toCheck',
  'supplemented',
  'toSignFor',
  'toReview',
  'toDecide',
  'toDeliver',
  'waitingForApplicant',
  'inReview',
  'doneToday',
  'all',
  'overdue',
] as const;

export const lifeEvents = ['birth', 'school', 'work', 'business', 'medical', 'housing', 'senior', 'death'] as const;

export const documentKinds = [
  'intakeReceipt',
  'acceptanceNotice',
  'correctionNotice',
  'acceptanceRefusal',
  'grantDecision',
  'denialDecision',
  'deliveryReceipt',
] as const;

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
