import { zipSync } from 'fflate';

/** The beginning of what a ZIP can say, read as local time everywhere alike: the same contents give the same bytes. */
const mtime = '1980-01-01T00:00:00';

/** Writes files as one ZIP in the order given. Nothing is compressed: PDFs and pictures are already, and text must be found. */
export function packContents(files: ReadonlyMap<string, Buffer>): Buffer {
  return Buffer.from(zipSync(Object.fromEntries(files), { level: 0, mtime }));
}
