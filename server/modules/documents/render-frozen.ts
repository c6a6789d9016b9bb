import { config } from '../../platform/config.ts';
import { openJson, vault } from '../../platform/vault/index.ts';
import { printedNumber } from './document.rules.ts';
import type { StoredDocument } from './document.store.ts';
import type { DocumentData } from './document.template.ts';
import { renderDocument } from './renderer.worker.ts';

/** The frozen data with the number that its row holds. */
function frozenData(stored: StoredDocument): DocumentData {
  const key = vault().unwrap({ id: stored.dataKeyId, wrapped: stored.wrapped });
  const { data } = openJson<{ data: DocumentData }>(key, stored.sealedData);
  return { ...data, number: printedNumber(stored) } as DocumentData;
}

/** The PDF of a document's frozen data; the same bytes whenever it is asked for. */
export function renderFrozen(stored: StoredDocument): Promise<Buffer> {
  const face = config().documentFace;
  return renderDocument(frozenData(stored), face === undefined ? {} : { face });
}
