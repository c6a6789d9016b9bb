import { fileTypeFromBuffer } from 'file-type';

/** What may be handed in. */
export const mediaTypes = ['image/jpeg', 'image/png', 'application/pdf'] as const;
export type MediaType = (typeof mediaTypes)[number];

/**
 * What the content is, whatever its name says; undefined for anything but a whole JPEG, PNG or PDF. A file that another
 * program would open as something else, an archive or a PDF inside a picture, is none of them. A picture may carry what
 * phones put behind it, such as a second of film.
 */
export async function mediaTypeOf(bytes: Buffer): Promise<MediaType | undefined> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const mediaType = mediaTypes.find((known) => known === found?.mime);
  return mediaType !== undefined && isWhole[mediaType](bytes) && !endsAsArchive(bytes) ? mediaType : undefined;
}

const isWhole: Record<MediaType, (bytes: Buffer) => boolean> = {
  'image/jpeg': (bytes) => !startsAsPdf(bytes) && bytes.lastIndexOf(Buffer.of(0xff, 0xd9)) > 0,
  'image/png': (bytes) => !startsAsPdf(bytes) && endsWithItsLastChunk(bytes),
  'application/pdf': (bytes) =>
    bytes.indexOf('%PDF-') === 0 && bytes.includes('%%EOF', Math.max(0, bytes.length - 1024)),
};

/** Readers of PDF look for its beginning in the first kilobyte. */
function startsAsPdf(bytes: Buffer): boolean {
  return bytes.subarray(0, 1024 + 5).includes('%PDF-');
}

/** Walks the chunks of a PNG: length, name, content, check sum, until IEND ends the file. */
function endsWithItsLastChunk(bytes: Buffer): boolean {
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IEND') return end === bytes.length;
    at = end;
  }
  return false;
}

/** A ZIP (an APK, a JAR, an office document) is found from its end: a record that says how long its comment is. */
function endsAsArchive(bytes: Buffer): boolean {
  const record = 22;
  const longestComment = 0xffff;
  for (let at = bytes.length - record; at >= 0 && at >= bytes.length - record - longestComment; at -= 1)
    if (bytes.readUInt32LE(at) === 0x06054b50 && at + record + bytes.readUInt16LE(at + 20) === bytes.length)
      return true;
  return false;
}
