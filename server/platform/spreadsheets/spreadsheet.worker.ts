import { parentPort, workerData } from 'node:worker_threads';
import type { RefusalCode } from '../../../contract/words.ts';
import { Refusal } from '../refusal.ts';
import { type Grid, readGrid } from './read-grid.ts';

export type ReadReply = { grid: Grid } | { refused: RefusalCode; facts: Refusal['facts'] };

/** One file is read and the worker is over; what is no refusal ends it. */
try {
  parentPort?.postMessage({ grid: await readGrid(Buffer.from(workerData as Uint8Array)) } satisfies ReadReply);
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  parentPort?.postMessage({ refused: error.code, facts: error.facts } satisfies ReadReply);
}
