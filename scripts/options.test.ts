import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const run = (file: string, options: readonly string[]) =>
  promisify(execFile)(process.execPath, [fileURLToPath(new URL(file, import.meta.url)), ...options]);

test.each([
  ['../simulator/main.ts', ['quick', '--port', 'abc'], '--port must be a whole number from 1 to 65535, not "abc".'],
  ['../simulator/main.ts', ['quick', '--scale', 'x'], '--scale must be a number above 0 and up to 10, not "x".'],
  ['bench.ts', ['--clients', '1,,8'], '--clients must be a whole number from 1 to 1000, not "".'],
  ['bench-size.ts', ['--soak', '1e9'], '--soak must be a whole number from 0 to 86400, not "1e9".'],
  ['generate.ts', ['--cases', '0'], '--cases must be a whole number from 1 to 10000000, not "0".'],
])('%s refuses %j in a sentence before anything begins', async (file, options, stderr) => {
  await expect(run(file, options)).rejects.toMatchObject({ code: 1, stdout: '', stderr: `${stderr}\n` });
});
