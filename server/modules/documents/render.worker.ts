import { parentPort } from 'node:worker_threads';
import type { DocumentData } from './document.template.ts';
import { drawDocument } from './draw-document.ts';

export interface RenderRequest {
  data: DocumentData;
  face: string | null;
}

export type RenderReply = { pdf: Uint8Array } | { fault: string };

const port = parentPort;
if (!port) throw new Error('render.worker runs as a worker');

port.on('message', ({ data, face }: RenderRequest) => {
  drawDocument(data, face).then(
    (pdf) => port.postMessage({ pdf } satisfies RenderReply),
    (error: unknown) =>
      port.postMessage({
        fault: error instanceof Error ? (error.stack ?? error.message) : String(error),
      } satisfies RenderReply),
  );
});
