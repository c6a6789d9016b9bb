export { acceptCase } from './accept-case.ts';
export { type CaseTrace, getCaseTraces } from './case-trace.queries.ts';
export { correctCase } from './correct-case.ts';
export { decideAtDesk } from './decide-at-desk.ts';
export { decideCase } from './decide-case.ts';
export { deliverCase } from './deliver-case.ts';
export { reviewCase } from './review-case.ts';
export { signForCase } from './sign-for-case.ts';
export { takeInCase } from './take-in-case.ts';
