import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { ItemContent } from '../../../contract/item-content.ts';

/** What a draft said when it was saved, and what binds once it is published, for the ledger: the same text, the same digest. */
export function digestContent(content: ItemContent): string {
  return createHash('sha256')
    .update(canonicalize(content) ?? '')
    .digest('hex');
}
