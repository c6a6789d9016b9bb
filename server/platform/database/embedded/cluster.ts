import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Account, giveTo, quietEnvironment } from './account.ts';
import type { Binaries } from './binaries.ts';

/** `full`: what was acknowledged survives a power cut. `none`: for tests, nothing survives more than a restart. */
export type Durability = 'full' | 'none';

/** One PostgreSQL data directory, the account that owns it and the secret that opens it. */
export interface Cluster {
  folder: string;
  data: string;
  account: Account;
  secret: string;
  durability: Durability;
}

/** The database's one role; it is the superuser, since the database serves this product alone. */
export const role = 'doorstep';

// LC_CTYPE must know Chinese letters, or trigram search finds none; order comes from PostgreSQL itself, so that an
// update of the system's libraries cannot spoil an index.
const systemLocale: Partial<Record<NodeJS.Platform, string>> = { darwin: 'en_US.UTF-8', win32: 'en-US' };

/** Opens the data in the folder, making it on first use. Refuses data of another major version or without its secret. */
export async function openCluster(
  folder: string,
  { binaries, account, durability }: { binaries: Binaries; account: Account; durability: Durability },
): Promise<Cluster> {
  own(folder, account);
  const data = join(folder, 'data');
  const secretFile = join(folder, 'secret');
  if (!fs.existsSync(data)) {
    if (!fs.existsSync(secretFile)) writeSecret(secretFile);
    giveTo(account, secretFile);
    await initialise(folder, data, { binaries, account, durability });
  }
  if (!fs.existsSync(secretFile))
    throw new Error(`The database in ${folder} has lost its file "secret"; put it back from the backup.`);
  const versionFile = join(data, 'PG_VERSION');
  if (!fs.existsSync(versionFile))
    throw new Error(`${data} is not a PostgreSQL database; move it away, or restore the backup.`);
  const major = fs.readFileSync(versionFile, 'utf8').trim();
  if (major !== binaries.major)
    throw new Error(
      `The database in ${data} was made by PostgreSQL ${major}, and this is PostgreSQL ${binaries.major}: ` +
        `back it up with the release that made it, and restore the backup with this one.`,
    );
  if (account.uid !== undefined && account.uid !== fs.statSync(data).uid) {
    // Copied back by root, for instance.
    giveTo(account, data);
    for (const path of fs.readdirSync(data, { recursive: true, encoding: 'utf8' })) giveTo(account, join(data, path));
  }
  return { folder, data, account, durability, secret: fs.readFileSync(secretFile, 'utf8') };
}

/**
 * How the cluster's account names the data, its programs being started inside it. An account other than ours may be
 * barred from a folder above (such as /root); the working directory is open to it all the same.
 */
export function dataAsSeenInside(data: string, account: Account): string {
  return account.uid !== undefined && process.platform === 'linux' ? '/proc/self/cwd' : data;
}

/** Makes a folder private to the account. */
export function own(folder: string, account: Account): void {
  fs.mkdirSync(folder, { recursive: true });
  fs.chmodSync(folder, 0o700);
  giveTo(account, folder);
}

/** The data gets its name only when it is whole: whatever an interrupted start left unfinished never held a row. */
async function initialise(
  folder: string,
  data: string,
  { binaries, account, durability }: { binaries: Binaries; account: Account; durability: Durability },
): Promise<void> {
  for (const name of fs.readdirSync(folder).filter((name) => name.startsWith('unfinished-')))
    fs.rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 10 });
  const unfinished = join(folder, `unfinished-${randomBytes(6).toString('hex')}`);
  own(unfinished, account);
  const inside = dataAsSeenInside(unfinished, account);
  const parameters = [
    `--pgdata=${inside}`,
    `--username=${role}`,
    `--pwfile=${inside}/../secret`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    `--locale=${systemLocale[process.platform] ?? 'C.UTF-8'}`,
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
    ...(durability === 'none' ? ['--no-sync'] : []),
  ];
  try {
    await promisify(execFile)(join(binaries.bin, 'initdb'), parameters, {
      ...account,
      cwd: unfinished,
      env: quietEnvironment(),
    });
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: string };
    throw new Error(`PostgreSQL could not make its database in ${folder}: ${stderr?.trim() || message}`);
  }
  fs.renameSync(unfinished, data);
  syncFolder(folder);
}

function writeSecret(path: string): void {
  const draft = `${path}.draft`;
  fs.rmSync(draft, { force: true });
  const file = fs.openSync(draft, 'wx', 0o600);
  fs.writeSync(file, randomBytes(32).toString('base64url'));
  fs.fsyncSync(file);
  fs.closeSync(file);
  fs.renameSync(draft, path);
}

function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = fs.openSync(folder, 'r');
  fs.fsyncSync(descriptor);
  fs.closeSync(descriptor);
}
