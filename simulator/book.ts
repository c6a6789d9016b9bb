import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Span } from './span.ts';

/** How far a run is, by what it has finished and not by the clock, which goes on while a run stands still. */
export interface Standing {
  readonly span: Span;
  /** The last hour of the run of which nothing is left to do; -1 before the first. */
  readonly finished: number;
  /** How many the last evening has called up so far, of the reserve and of those who wait. */
  readonly called: { readonly reserve: number; readonly waiting: number };
  /** What was refused until the end of that hour. */
  readonly late: Readonly<Record<string, number>>;
  readonly failed: Readonly<Record<string, number>>;
}

/** All that a run keeps beside the server, so that it can be taken up again. */
export interface Book {
  readonly standing: Standing;
  keep(change: Partial<Standing>): Promise<void>;
}

export const nobodyCalled = { reserve: 0, waiting: 0 } as const;

/** The book of a run that begins on these days. */
export const newBook = (span: Span): Book =>
  bookFrom({ span, finished: -1, called: nobodyCalled, late: {}, failed: {} }, async () => {});

function bookFrom(standing: Standing, write: (standing: Standing) => Promise<void>): Book {
  let current = standing;
  return {
    get standing() {
      return current;
    },
    async keep(change) {
      current = { ...current, ...change };
      await write(current);
    },
  };
}

/**
 * The book in a folder, one for each run on each server. `server`: what no other server calls itself. Whoever is stopped while he
 * writes leaves the page before.
 */
export async function openBook(
  folder: string,
  { run, server, days }: { run: string; server: string; days: () => Promise<Span> },
): Promise<Book> {
  const file = join(folder, 'simulations', `${run}-${server}.json`);
  const kept = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
  const write = async (standing: Standing) => {
    await writeFile(`${file}.new`, `${JSON.stringify(standing)}\n`, { flush: true });
    await rename(`${file}.new`, file);
  };
  if (kept !== undefined) return bookFrom(JSON.parse(kept) as Standing, write);
  await mkdir(join(folder, 'simulations'), { recursive: true });
  const book = bookFrom(newBook(await days()).standing, write);
  await book.keep({});
  return book;
}
