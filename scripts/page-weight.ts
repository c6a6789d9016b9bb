import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildWeb } from './build-web.ts';

/** The heaviest that the resident's home may be: gzipped bytes of script and style. */
export const residentHomeLimit = 130 * 1024;

/** The heaviest that a page of an application may be: the home page's part and its own, in one language. */
export const residentApplicationLimit = 150 * 1024;

/** What an application adds to the page, by the language of its reader. */
export const applicationParts = {
  'zh-CN': ['src/surfaces/resident/apply/apply.tsx', 'src/surfaces/resident/words.ts'],
  en: [
    'src/surfaces/resident/apply/apply.tsx',
    'src/surfaces/resident/words.en.ts',
    'src/surfaces/resident/words.home.en.ts',
  ],
} as const;

interface Part {
  file: string;
  imports?: string[];
  dynamicImports?: string[];
  css?: string[];
}

interface Weight {
  /** Files the page loads at once, and their gzipped bytes. */
  files: { file: string; bytes: number }[];
  atOnce: number;
  /** With all that the page may fetch later. */
  inAll: number;
}

/**
 * Weighs a page of a built web (`resident.html`) by the manifest that the bundler wrote; `later` names parts that have
 * come by then too.
 */
export function pageWeight(built: string, page: string, later: readonly string[] = []): Weight {
  const manifest: Record<string, Part> = JSON.parse(readFileSync(join(built, '.vite/manifest.json'), 'utf8'));
  const weigh = (file: string) => gzipSync(readFileSync(join(built, file)), { level: 9 }).length;
  const files = filesOf(manifest, [page, ...later], (part) => part.imports ?? [])
    .map((file) => ({ file, bytes: weigh(file) }))
    .sort((a, b) => b.bytes - a.bytes);
  const all = filesOf(manifest, [page], (part) => [...(part.imports ?? []), ...(part.dynamicImports ?? [])]);
  return { files, atOnce: sum(files.map(({ bytes }) => bytes)), inAll: sum(all.map(weigh)) };
}

function filesOf(manifest: Record<string, Part>, pages: readonly string[], next: (part: Part) => string[]): string[] {
  const seen = new Set(pages);
  for (const key of seen) {
    const part = manifest[key];
    if (!part) throw new Error(`The built web has no '${key}'.`);
    for (const each of next(part)) seen.add(each);
  }
  return [...new Set([...seen].flatMap((key) => [manifest[key]?.file ?? '', ...(manifest[key]?.css ?? [])]))];
}

function sum(bytes: number[]): number {
  return bytes.reduce((total, each) => total + each, 0);
}

if (import.meta.main) {
  const built = await buildWeb();
  const { files, atOnce, inAll } = pageWeight(built, 'resident.html');
  const applications = Object.entries(applicationParts).map(
    ([language, parts]) => [language, pageWeight(built, 'resident.html', parts).atOnce] as const,
  );
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1).padStart(7)} KB`;
  for (const { file, bytes } of files) console.log(`${kilobytes(bytes)}  ${file}`);
  console.log(`${kilobytes(atOnce)}  resident home, at once (limit ${residentHomeLimit / 1024} KB)`);
  console.log(`${kilobytes(inAll)}  with all that its other pages fetch later`);
  for (const [language, bytes] of applications)
    console.log(`${kilobytes(bytes)}  an application, ${language} (limit ${residentApplicationLimit / 1024} KB)`);
  process.exitCode =
    atOnce > residentHomeLimit || applications.some(([, bytes]) => bytes > residentApplicationLimit) ? 1 : 0;
}
