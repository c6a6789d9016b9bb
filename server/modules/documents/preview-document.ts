import type { Read } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import type { Organ } from '../places/index.ts';
import type { DocumentContent } from './document.data.ts';
import { documentLines } from './document.template.ts';
import { draftInForce } from './draft-in-force.ts';

/** What a document would say if it were issued now, under the template in force. */
export async function previewDocument(
  read: Read,
  { content, organ }: { content: DocumentContent; organ: Organ },
  call: Call,
): Promise<{ title: string; lines: string[] }> {
  const { draft, template } = await draftInForce(read, { content, organ }, call);
  return { title: draft.title, lines: documentLines(draft, template.content) };
}
