import { openJson, vault } from '../../platform/vault/index.ts';
import type { DocumentData } from './document.data.ts';
import { printedNumber } from './document.rules.ts';
import type { StoredDocument } from './document.store.ts';

/** The frozen data of a document with the number that its row holds. */
export function openFrozen(stored: StoredDocument): DocumentData {
  const key = vault().unwrap({ id: stored.dataKeyId, wrapped: stored.wrapped });
  const { data } = openJson<{ data: DocumentData }>(key, stored.sealedData);
  return { ...data, number: printedNumber(stored) } as DocumentData;
}
