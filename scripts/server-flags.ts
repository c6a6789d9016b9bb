import { readFileSync } from 'node:fs';

const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  scripts: { start: string };
};

/** What Node is told when the product starts (`npm start`), for whoever starts it in a process of his own. */
export const serverFlags: readonly string[] = scripts.start.split(' ').filter((word) => word.startsWith('--'));
