export { recountCases } from './recount-cases.ts';
