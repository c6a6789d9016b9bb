import type { TemplateContent } from '../../../contract/documents.ts';
import type { Call } from '../../platform/http/call.ts';
import type { Organ } from '../places/index.ts';
import type { DocumentContent, DocumentData } from './document.data.ts';
import { documentTitle, groundOf } from './document.rules.ts';
import { titleUnder } from './template.rules.ts';
import { firstTemplates } from './templates.data.ts';

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
