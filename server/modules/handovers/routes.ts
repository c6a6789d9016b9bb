import { type Endpoint, read, write } from '../../platform/http/endpoints.ts';
import { staff } from '../people/index.ts';
import { discardSheet } from './discard-sheet.ts';
import { handSheet } from './hand-sheet.ts';
import { makeSheet } from './make-sheet.ts';
import { getHandOverCandidates, getSheetPdf, getSheetView, listSheets } from './sheet.queries.ts';
import { takeSheet } from './take-sheet.ts';

const reader = staff('handovers.read', 'scope');
const maker = staff('handovers.make', 'scope');

export const handoversEndpoints: readonly Endpoint[] = [
  read('GET /hand-over-sheets', reader, listSheets),
  read('GET /hand-over-sheets/:sheetId', reader, getSheetView),
  read('GET /hand-over-sheets/:sheetId/pdf', reader, getSheetPdf),
  read('GET /hand-over-candidates', maker, getHandOverCandidates),
  write('POST /hand-over-sheets', maker, makeSheet, getSheetView),
  write('POST /hand-over-sheets/:sheetId/hand', maker, handSheet, getSheetView),
  write('POST /hand-over-sheets/:sheetId/discard', maker, discardSheet, getSheetView),
  write('POST /hand-over-sheets/:sheetId/take', staff('handovers.take', 'scope'), takeSheet, getSheetView),
];
