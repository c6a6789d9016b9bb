import { config } from '../../platform/config.ts';
import type { Read } from '../../platform/database/index.ts';
import { openJson, vault } from '../../platform/vault/index.ts';
import type { DocumentData } from './document.data.ts';
import { printedNumber } from './document.rules.ts';
import type { StoredDocument } from './document.store.ts';
import { renderDocument } from './renderer.worker.ts';
import { getTemplate } from './template.store.ts';

/** The frozen data with the number that its row holds. */
function frozenData(stored: StoredDocument): DocumentData {
  const key = vault().unwrap({ id: stored.dataKeyId, wrapped: stored.wrapped });
  const { data } = openJson<{ data: DocumentData }>(key, stored.sealedData);
  return { ...data, number: printedNumber(stored) } as DocumentData;
}

/** The PDF of a document's frozen data under the version of its template; the same bytes whenever it is asked for. */
export async function renderFrozen(read: Read, district: string, stored: StoredDocument): Promise<Buffer> {
  const template = await getTemplate(read, district, { kind: stored.kind, version: stored.templateVersion });
  const face = config().documentFace;
  return renderDocument(frozenData(stored), { template, ...(face !== undefined && { face }) });
}
