import { parentPort } from 'node:worker_threads';
import type { TemplateContent } from '../../../contract/documents.ts';
import type { DocumentData } from './document.data.ts';
import { drawDocument } from './draw-document.ts';

export interface RenderRequest {
  data: DocumentData;
  template: TemplateContent;
  face: string | null;
}

export type RenderReply = { pdf: Uint8Array } | { fault: string };

const port = parentPort;
if (!port) throw new Error('render.worker runs as a worker');

port.on('message', ({ data, template, face }: RenderRequest) => {
  drawDocument(data, template, face).then(
    (pdf) => port.postMessage({ pdf } satisfies RenderReply),
    (error: unknown) =>
      port.postMessage({
        fault: error instanceof Error ? (error.stack ?? error.message) : String(error),
      } satisfies RenderReply),
  );
});
