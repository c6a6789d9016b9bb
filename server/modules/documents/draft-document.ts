import type { Call } from '../../platform/http/call.ts';
import type { Organ } from '../places/index.ts';
import type { DocumentHead } from './document.blocks.ts';
import { documentTitle } from './document.rules.ts';
import type { DocumentData } from './document.template.ts';

/** What stands in the head by itself; an act gives the rest. */
type Given = 'organ' | 'title' | 'number' | 'issueDay' | 'verificationUrl' | 'demo';
type WithoutGiven<T> = T extends DocumentHead ? Omit<T, Given> : never;
export type DocumentContent = WithoutGiven<DocumentData>;

/** The document as it would be issued now, number left blank: for previews. */
export function draftDocument(content: DocumentContent, organ: Organ, call: Call): DocumentData {
  return {
    ...content,
    organ: organ.name.zh,
    title: documentTitle(
      content.kind,
      content.profile,
      content.kind === 'acceptanceRefusal' ? content.ground : undefined,
    ),
    number: null,
    issueDay: call.today.toString(),
    verificationUrl: '',
    demo: call.demo,
  } as DocumentData;
}
