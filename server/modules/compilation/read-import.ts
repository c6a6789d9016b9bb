import { type Grid, readSpreadsheet } from '../../platform/spreadsheets/index.ts';

/** The cells of an upload: reading takes long and needs no transaction. */
export function readImport(_: unknown, { file }: { file?: Buffer }): Promise<Grid> {
  return readSpreadsheet(Buffer.isBuffer(file) ? file : Buffer.alloc(0));
}
