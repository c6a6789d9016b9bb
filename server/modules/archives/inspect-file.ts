import { inflateSync } from 'node:zlib';
import { isTooManyPoints, mediaTypeOf } from '../../platform/files/media-type.ts';
import type { FoundFile } from './property.rules.ts';

/** The most that one compressed object of a PDF is unpacked to: a small file must not fill the memory. */
const mostUnpacked = 16 * 1024 * 1024;

/**
 * What the bytes of a file are: by what they open, how many pages, whether a password or a script stands in them. It
 * looks at the structure alone and runs nothing.
 */
export async function inspectFile(bytes: Buffer): Promise<Omit<FoundFile, 'sha256'>> {
  const size = { bytes: bytes.length };
  const plain = { ...size, pages: undefined, encrypted: false, active: false };
  const mediaType = await mediaTypeOf(bytes);
  if (mediaType === undefined) return { ...plain, opensAs: isJson(bytes) ? 'application/json' : undefined };
  if (mediaType !== 'application/pdf')
    return { ...plain, opensAs: isTooManyPoints(bytes, mediaType) ? undefined : mediaType };
  const structure = structureOf(bytes);
  return {
    ...size,
    opensAs: mediaType,
    pages: structure.match(/\/Type\s*\/Page(?![A-Za-z])/g)?.length ?? 0,
    encrypted: /\/Encrypt(?![A-Za-z])/.test(structure),
    active: /\/(JavaScript|JS|Launch|EmbeddedFile|EmbeddedFiles|RichMedia|XFA|SubmitForm|ImportData)(?![A-Za-z])/.test(
      structure,
    ),
  };
}

function isJson(bytes: Buffer): boolean {
  try {
    JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return true;
  } catch {
    return false;
  }
}

/** The objects of a PDF without the content of its streams, where any byte may look like a word; packed objects unpacked. */
function structureOf(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  const parts: string[] = [];
  let at = 0;
  for (const { 0: word, index } of text.matchAll(/stream\r?\n/g)) {
    if (index < at) continue;
    const end = text.indexOf('endstream', index);
    if (end === -1) break;
    const object = text.slice(at, index);
    parts.push(object);
    if (/\/Type\s*\/ObjStm(?![A-Za-z])/.test(object.slice(object.lastIndexOf('obj'))))
      parts.push(unpacked(bytes.subarray(index + word.length, end)));
    at = end + 'endstream'.length;
  }
  parts.push(text.slice(at));
  // A name may be written with its letters as numbers: /J#53 is /JS.
  return parts
    .join('\n')
    .replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function unpacked(stream: Buffer): string {
  try {
    return inflateSync(stream, { maxOutputLength: mostUnpacked }).toString('latin1');
  } catch {
    // What cannot be unpacked holds no page either, and is found by that.
    return '';
  }
}
