export { caseNoOf } from './query-case.ts';
export { takeInCase } from './take-in-case.ts';
