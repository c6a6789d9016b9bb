import { createHash } from 'node:crypto';
import { keepBytes } from '../../platform/files/index.ts';
import { filesFolder } from '../../platform/installation.ts';
import { defineJob } from '../../platform/jobs/index.ts';
import { seal, vault } from '../../platform/vault/index.ts';
import { findDocument, savePdf } from './document.store.ts';
import { renderFrozen } from './render-frozen.ts';

/** Renders a document's PDF from its frozen data: outside any lock, then noted with its digest. */
const render = defineJob<{ documentId: string }, { address: string; sha256: Buffer } | undefined>({
  kind: 'documents.render',
  async before(read, { documentId }, call) {
    const stored = await findDocument(read, call.district, documentId);
    if (stored === undefined || stored.pdfAddress !== null) return undefined;
    const pdf = await renderFrozen(read, call.district, stored);
    const key = vault().unwrap({ id: stored.dataKeyId, wrapped: stored.wrapped });
    return {
      address: await keepBytes(filesFolder(), seal(key, pdf)),
      sha256: createHash('sha256').update(pdf).digest(),
    };
  },
  async run(tx, { documentId }, call, rendered) {
    if (rendered !== undefined) await savePdf(tx, call.district, documentId, rendered);
  },
});

export const documentsJobs = [render];
