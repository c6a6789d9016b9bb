export { findBadCredit } from './find-bad-credit.ts';
export { recordCredit } from './record-credit.ts';
