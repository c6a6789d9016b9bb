import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { newerThanTarget } from './browser-syntax.ts';

/** Bundles the pages into a folder and refuses an output that old browsers could not read or the pages not allow. */
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = process.argv[2];
if (!folder) throw new Error('Usage: node scripts/bundle-web.ts <folder>');

await build({
  configFile: join(root, 'vite.config.ts'),
  logLevel: 'warn',
  build: { outDir: folder, emptyOutDir: true },
});

const faults = [
  ...globSync('**/*.js', { cwd: folder }).flatMap((path) =>
    newerThanTarget(readFileSync(join(folder, path), 'utf8')).map((what) => `${path}: ${what}`),
  ),
  ...globSync('*.html', { cwd: folder })
    .filter((path) =>
      /<script(?![^>]*\ssrc=)|<style|\son[a-z]+=|\sstyle=/i.test(readFileSync(join(folder, path), 'utf8')),
    )
    .map((path) => `${path}: an inline script or style, which the page's policy forbids`),
];
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
