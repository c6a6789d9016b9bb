import { Worker } from 'node:worker_threads';
import { Refusal } from '../refusal.ts';
import type { Grid } from './read-grid.ts';
import type { ReadReply } from './spreadsheet.worker.ts';

/** The most memory that reading one file may take, in megabytes, and the most time. */
const mostMegabytes = 512;
const mostMilliseconds = 30_000;

let before: Promise<unknown> = Promise.resolve();

/**
 * Reads the first sheet of an XLSX, or a CSV in UTF-8 or GBK, whatever its name. Apart and one after the other, since a
 * large sheet takes seconds in which everybody else would wait. Refuses `file_empty`, `spreadsheet_unreadable`,
 * `spreadsheet_too_large`.
 */
export function readSpreadsheet(bytes: Buffer): Promise<Grid> {
  const reading = before.then(() => readApart(bytes));
  before = reading.catch(() => undefined);
  return reading;
}

function readApart(bytes: Buffer): Promise<Grid> {
  const { promise, resolve, reject } = Promise.withResolvers<Grid>();
  const worker = new Worker(new URL('./spreadsheet.worker.ts', import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
  });
  const timer = setTimeout(() => {
    reject(new Refusal('spreadsheet_unreadable'));
    void worker.terminate();
  }, mostMilliseconds);
  worker.once('message', (reply: ReadReply) => {
    if ('grid' in reply) resolve(reply.grid);
    else reject(new Refusal(reply.refused, reply.facts));
  });
  // Out of memory, or a fault of ours or of what the file made of the library: for whoever sent it, it cannot be read.
  worker.once('error', () => reject(new Refusal('spreadsheet_unreadable')));
  return promise.finally(() => clearTimeout(timer));
}
