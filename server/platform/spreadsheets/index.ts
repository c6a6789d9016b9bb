export type { Cell, Grid } from './read-grid.ts';
export { readSpreadsheet } from './read-spreadsheet.ts';
export { type SheetTable, writeSpreadsheet } from './write-spreadsheet.ts';
