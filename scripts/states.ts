import { mkdir, writeFile } from 'node:fs/promises';
import { statePages } from '../server/tests/states/state-pages.ts';

/** Writes docs/states anew from the rules. */
const folder = new URL('../docs/states/', import.meta.url);
await mkdir(folder, { recursive: true });
for (const [name, page] of Object.entries(statePages())) await writeFile(new URL(name, folder), page);
