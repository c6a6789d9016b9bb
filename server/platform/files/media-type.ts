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

const extensions: Record<string, MediaType> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  pdf: 'application/pdf',
};

/**
 * Whether a name hides what the file is: `photo.jpg` that is a PDF, `card.exe` that is a picture. Chat programs save one
 * kind of picture under the name of another; both are shown as pictures, so that is no disguise. Without an extension nothing is hidden.
 */
export function isDisguised(name: string, mediaType: MediaType): boolean {
  const extension = /\.([A-Za-z][A-Za-z0-9]{1,7})$/.exec(name)?.[1]?.toLowerCase();
  if (extension === undefined) return false;
  const named = extensions[extension];
  return named === undefined || named.split('/')[0] !== mediaType.split('/')[0];
}

/** More picture points than any camera of a phone makes: a small file that would fill the memory of who opens it. */
const mostPoints = 250_000_000;

/** Whether a picture, however small as a file, is too large to be opened. Other files have no points. */
export function isTooManyPoints(bytes: Buffer, mediaType: MediaType): boolean {
  const size = mediaType === 'image/png' ? pngSize(bytes) : mediaType === 'image/jpeg' ? jpegSize(bytes) : undefined;
  return size !== undefined && size.width * size.height > mostPoints;
}

const pngSize = (bytes: Buffer) =>
  bytes.length < 24 ? undefined : { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };

/** Walks the segments of a JPEG to the frame header (SOF), which says how large the picture is. */
function jpegSize(bytes: Buffer): { width: number; height: number } | undefined {
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    if (marker === 0xda) return undefined;
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}
