import type { outcomes as chineseOutcomes, states as chineseStates } from '../zh-CN/states.ts';

export const states: typeof chineseStates = {
  DRAFT: 'Draft',
  RECEIVED: 'Received, being checked',
  CORRECTION_REQUIRED: 'Needs correction: {{openDefects}} items',
  ACCEPTED: 'Accepted',
  ACCEPTANCE_REFUSED: 'Not accepted',
  NOT_REQUIRED: 'Not needed',
  IN_REVIEW: 'Under review',
  SPECIAL_PROCEDURE: 'Clock paused',
  REPORTED_UP: 'Sent to the higher authority',
  DECIDING: 'Awaiting decision',
  GRANTED: 'Granted',
  DENIED: 'Denied',
  CERTIFYING: 'Being prepared',
  DELIVERING: 'Ready to collect',
  COMPLETED: 'Completed',
  ARCHIVED: 'Archived',
  WITHDRAWN: 'Withdrawn',
  WITHDRAWN_DEEMED: 'Deemed withdrawn',
  TERMINATED: 'Terminated',
};

export const outcomes: typeof chineseOutcomes = {
  LICENSE: { GRANTED: 'Licence granted', DENIED: 'Licence denied' },
  PUBLIC_SERVICE: { GRANTED: 'Done', DENIED: 'Could not be done' },
  BENEFIT: { GRANTED: 'Approved', DENIED: 'Not approved' },
  FILING: { GRANTED: 'Filed', DENIED: 'Not filed' },
  REAL_ESTATE: { GRANTED: 'Registered', DENIED: 'Not registered' },
  SOCIAL_ASSISTANCE: { GRANTED: 'Confirmed', DENIED: 'Not confirmed' },
};
