import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import packed, { inflate } from '@sparticuz/chromium';

/** A Chromium on this machine, and what must stand in its environment to run. */
export interface Chromium {
  readonly executablePath: string;
  readonly env: Record<string, string>;
}

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const usualPlaces = [
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The machine's own Chromium, else the one that comes with npm. `DOORSTEP_CHROMIUM` names another by its path; the word
 * `npm` takes the one of npm even where the machine has its own.
 */
export async function findChromium(): Promise<Chromium> {
  const wanted = process.env.DOORSTEP_CHROMIUM;
  if (wanted === 'npm') return unpackChromium();
  if (wanted !== undefined) return { executablePath: wanted, env: {} };
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const executablePath = [...onPath, ...usualPlaces].find((path) => existsSync(path));
  return executablePath === undefined ? unpackChromium() : { executablePath, env: {} };
}

/**
 * Unpacks the Chromium of npm once for each of its versions. It runs on a bare Linux: the libraries and a typeface that
 * it needs come with it. The folder appears whole or not at all, also when two runs meet.
 */
async function unpackChromium(): Promise<Chromium> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('The browser tests need a Chromium or Chrome here: install one, or name it in DOORSTEP_CHROMIUM.');
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const archives = join(root, 'node_modules/@sparticuz/chromium/bin');
  const folder = join(root, 'node_modules/.cache/doorstep-chromium');
  if (!existsSync(folder)) {
    const unfinished = `${folder}.${process.pid}.unfinished`;
    await mkdir(unfinished, { recursive: true });
    await unpackInto(unfinished, archives);
    // Its own list of folders names none of ours, and without a typeface a page ends the browser.
    await writeFile(
      join(unfinished, 'fonts/fonts.conf'),
      `<fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>`,
    );
    await rename(unfinished, folder).catch(async (error: unknown) => {
      await rm(unfinished, { recursive: true, force: true });
      if (!existsSync(folder)) throw error;
    });
  }
  return {
    executablePath: join(folder, 'chromium'),
    env: { FONTCONFIG_PATH: join(folder, 'fonts'), LD_LIBRARY_PATH: join(folder, 'al2023/lib') },
  };
}

/** The package unpacks into the folder of temporary files, wherever that is. */
async function unpackInto(folder: string, archives: string): Promise<void> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    await packed.executablePath(archives);
    await inflate(join(archives, 'al2023.tar.br'));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
