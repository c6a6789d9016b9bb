import type { TemplateContent } from '../../../contract/documents.ts';
import type { Call } from '../../platform/http/call.ts';
import type { Organ } from '../places/index.ts';
import type { DocumentData, DocumentHead } from './document.data.ts';
import { documentTitle } from './document.rules.ts';
import { titleUnder } from './template.rules.ts';
import { firstTemplates } from './templates.data.ts';

/** What stands in the head by itself; an act gives the rest. */
type Given = 'organ' | 'title' | 'number' | 'issueDay' | 'verificationUrl' | 'demo';
type WithoutGiven<T> = T extends DocumentHead ? Omit<T, Given> : never;
export type DocumentContent = WithoutGiven<DocumentData>;

/** The document as it would be issued now under a template (its kind's first one unless told), number left blank. */
export function draftDocument(
  content: DocumentContent,
  organ: Organ,
  call: Call,
  template: TemplateContent = firstTemplates[content.kind],
): DocumentData {
  const data = {
    ...content,
    organ: organ.name.zh,
    title: documentTitle(content.kind, content.profile, groundOf(content)),
    number: null,
    issueDay: call.today.toString(),
    verificationUrl: '',
    demo: call.demo,
  } as DocumentData;
  return { ...data, title: titleUnder(template, data) };
}

/** What the title of a kind depends on beside its profile. */
export function groundOf(content: DocumentContent): string | undefined {
  switch (content.kind) {
    case 'acceptanceRefusal':
    case 'renewalDecision':
      return content.ground;
    case 'licenceDecision':
      return content.act;
    case 'inspectionReport':
      return content.procedure;
    default:
      return undefined;
  }
}
