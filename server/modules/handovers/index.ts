export { handSheet } from './hand-sheet.ts';
export { makeSheet } from './make-sheet.ts';
