export { type Cell, type Grid, readSpreadsheet } from './read-spreadsheet.ts';
export { type SheetTable, writeSpreadsheet } from './write-spreadsheet.ts';
