import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/** The quick checks, side by side: what each says is printed only where it finds something. */
const parts: Record<string, string[]> = {
  'format and lint': ['biome', 'check', '--error-on-warnings', '--colors=off', '.'],
  'types of the server': ['tsc', '--project', '.'],
  'types of the web': ['tsc', '--noEmit', '--project', 'web'],
  'types of the journeys': ['tsc', '--noEmit', '--project', 'web/e2e'],
  structure: ['node', 'scripts/check-structure.ts'],
  'dead code': ['knip', '--no-progress', '--treat-config-hints-as-errors'],
};

const results = await Promise.all(Object.entries(parts).map(([name, command]) => run(name, command)));
process.exitCode = results.every(Boolean) ? 0 : 1;

async function run(name: string, [program = '', ...args]: string[]): Promise<boolean> {
  const startedAt = performance.now();
  // `npm run` puts the installed programs, and the right Node, on the path.
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
  const [said, complained, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (code !== 0) console.log(`${said}${complained}`);
  return code === 0;
}
