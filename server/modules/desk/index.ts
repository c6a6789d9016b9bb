export { type CaseTrace, getCaseTraces } from './case-trace.queries.ts';
