import { config } from '../../platform/config.ts';
import type { Read } from '../../platform/database/index.ts';
import type { StoredDocument } from './document.store.ts';
import { openFrozen } from './open-frozen.ts';
import { renderDocument } from './renderer.worker.ts';
import { getTemplate } from './template.store.ts';

/** The PDF of a document's frozen data under the version of its template; the same bytes whenever it is asked for. */
export async function renderFrozen(read: Read, district: string, stored: StoredDocument): Promise<Buffer> {
  const template = await getTemplate(read, district, { kind: stored.kind, version: stored.templateVersion });
  const face = config().documentFace;
  return renderDocument(openFrozen(stored), { template, ...(face !== undefined && { face }) });
}
