export { filesFolder, getPdf } from './get-pdf.ts';
export { getDocumentViews } from './document.queries.ts';
export { documentTitle } from './document.rules.ts';
export { insertServices } from './document.store.ts';
export { documentLines } from './document.template.ts';
export { type DocumentContent, draftDocument, type IssuedDocument, issueDocument } from './issue-document.ts';
export { closeRenderer } from './render-document.ts';
