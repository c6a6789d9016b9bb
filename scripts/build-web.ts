import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const kept = 5;

/**
 * The folder of the built web. It is built once for each content of its sources, in a process of its own (a bundler
 * should not stay in the server's memory), and appears whole or not at all, also when two builds meet.
 * @param folder where builds are kept, one folder each
 */
export async function buildWeb({ folder = join(root, 'node_modules/.cache/doorstep-web') } = {}): Promise<string> {
  const built = join(folder, contentHash());
  if (existsSync(built)) return built;

  const unfinished = `${built}.${process.pid}.unfinished`;
  await mkdir(folder, { recursive: true });
  try {
    await bundle(unfinished);
    await rename(unfinished, built).catch((error: unknown) => {
      if (!existsSync(built)) throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  await forgetOldBuilds(folder);
  return built;
}

/** A hash over the path and text of all that the pages are made of. */
function contentHash(): string {
  const paths = globSync(
    ['web/**/*.*', 'contract/**/*.ts', 'scripts/*-web.ts', 'vite.config.ts', 'package-lock.json'],
    {
      cwd: root,
      exclude: ['web/e2e/**', '**/*.test.ts'],
    },
  );
  const hash = createHash('sha256');
  for (const path of paths.map((each) => each.replaceAll('\\', '/')).sort()) {
    const text = readFileSync(join(root, path));
    hash.update(`${path}\n${text.length}\n`).update(text);
  }
  return hash.digest('hex').slice(0, 32);
}

async function bundle(folder: string): Promise<void> {
  const program = join(root, 'scripts/bundle-web.ts');
  const child = spawn(process.execPath, [program, folder], {
    cwd: root,
    // Under a test runner libraries would build their test variants, which are larger and share names between fields.
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error('The web could not be built; the reason stands above.');
}

async function forgetOldBuilds(folder: string): Promise<void> {
  const builds = (await readdir(folder)).filter((name) => !name.endsWith('.unfinished'));
  const aged = await Promise.all(
    builds.map(async (name) => ({ path: join(folder, name), age: -(await stat(join(folder, name))).mtimeMs })),
  );
  const old = aged.sort((a, b) => a.age - b.age).slice(kept);
  await Promise.all(old.map(({ path }) => rm(path, { recursive: true, force: true })));
}

if (import.meta.main) console.log(await buildWeb());
