import type { Read } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import type { Organ } from '../places/index.ts';
import type { DocumentContent, DocumentData } from './document.data.ts';
import { draftDocument } from './draft-document.ts';
import { unsaidValues } from './template.rules.ts';
import { getTemplateInForce, type StoredTemplate } from './template.store.ts';
import { firstTemplates } from './templates.data.ts';

/**
 * The document as it would be issued now, and the template under which: the one in force, or the product's own where that
 * one would leave out of this very paper what the law wants on it. A district's own version may be older than such a
 * value, and a paper without it would say what is not so.
 */
export async function draftInForce(
  read: Read,
  { content, organ }: { content: DocumentContent; organ: Organ },
  call: Call,
): Promise<{ draft: DocumentData; template: StoredTemplate }> {
  const template = await getTemplateInForce(read, call.district, content);
  const draft = draftDocument(content, organ, call, template.content);
  if (template.version === 1 || unsaidValues(template.content, [draft]).size === 0) return { draft, template };
  const first = { version: 1, content: firstTemplates[content.kind] };
  return { draft: draftDocument(content, organ, call, first.content), template: first };
}
