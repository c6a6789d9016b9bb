import { unzipSync } from 'fflate';

/** The files of a package by path; undefined when the bytes are no ZIP. */
export function unpackContents(bytes: Buffer): Map<string, Buffer> | undefined {
  try {
    return new Map(Object.entries(unzipSync(bytes)).map(([path, file]) => [path, Buffer.from(file)]));
  } catch {
    return undefined;
  }
}
