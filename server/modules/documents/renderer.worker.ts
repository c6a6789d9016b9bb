import { Worker } from 'node:worker_threads';
import type { TemplateContent } from '../../../contract/documents.ts';
import type { DocumentData } from './document.data.ts';
import type { RenderReply, RenderRequest } from './render.worker.ts';
import { firstTemplates } from './templates.data.ts';

interface Waiting {
  request: RenderRequest;
  milliseconds: number;
  resolve(pdf: Buffer): void;
  reject(error: Error): void;
}

const queue: Waiting[] = [];
let current: { waiting: Waiting; timer: NodeJS.Timeout } | null = null;
let worker: Worker | null = null;
let resting: NodeJS.Timeout | undefined;

/** A worker takes a hundred megabytes and a quarter of a second to start: it waits a minute for the next document. */
const restsAfter = 60_000;

/**
 * Renders a document's frozen data as PDF: the same data gives the same bytes. One worker does one document after the
 * other; it is replaced when it crashes or runs out of time, and only that document fails.
 * `template`: the version that the document is pinned to; the first unless told. `face`: TTF file of the office's own body face. `milliseconds`: time for this document, 30 s unless told.
 */
export function renderDocument(
  data: DocumentData,
  {
    template = firstTemplates[data.kind],
    face,
    milliseconds = 30_000,
  }: { template?: TemplateContent; face?: string; milliseconds?: number } = {},
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    queue.push({ request: { data, template, face: face ?? null }, milliseconds, resolve, reject });
    next();
  });
}

/** Stops the worker. What still waits is refused; a later document starts a new worker. */
export async function closeRenderer(): Promise<void> {
  for (const { reject } of queue.splice(0)) reject(new Error('the renderer was closed'));
  const stopping = worker;
  settle(new Error('the renderer was closed'));
  worker = null;
  await stopping?.terminate();
}

function next(): void {
  if (current) return;
  const waiting = queue.shift();
  if (!waiting) {
    worker?.unref();
    rest();
    return;
  }
  clearTimeout(resting);
  worker ??= start();
  worker.ref();
  current = {
    waiting,
    timer: setTimeout(
      () => replace(new Error(`rendering took more than ${waiting.milliseconds} ms`)),
      waiting.milliseconds,
    ),
  };
  worker.postMessage(waiting.request);
}

function rest(): void {
  clearTimeout(resting);
  resting = setTimeout(() => {
    const idle = worker;
    if (current !== null || queue.length > 0) return;
    worker = null;
    void idle?.terminate();
  }, restsAfter);
  resting.unref();
}

function start(): Worker {
  const started = new Worker(new URL('./render.worker.ts', import.meta.url));
  const lost = (error: Error) => {
    if (worker === started) replace(error);
  };
  started.on('message', (reply: RenderReply) => {
    if (worker !== started) return;
    settle(
      'pdf' in reply
        ? Buffer.from(reply.pdf.buffer, reply.pdf.byteOffset, reply.pdf.byteLength)
        : new Error(reply.fault),
    );
    next();
  });
  started.on('error', lost);
  started.on('exit', (code) => lost(new Error(`the renderer stopped with ${code}`)));
  return started;
}

function replace(error: Error): void {
  const old = worker;
  worker = null;
  void old?.terminate();
  settle(error);
  next();
}

function settle(outcome: Buffer | Error): void {
  if (!current) return;
  const { waiting, timer } = current;
  current = null;
  clearTimeout(timer);
  if (outcome instanceof Error) waiting.reject(outcome);
  else waiting.resolve(outcome);
}
