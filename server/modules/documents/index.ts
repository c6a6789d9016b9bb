export { getDocumentViews } from './document.queries.ts';
export { insertServices } from './document.store.ts';
export { documentLines } from './document.template.ts';
export { type DocumentContent, draftDocument } from './draft-document.ts';
export { getPdf } from './get-pdf.ts';
export { type IssuedDocument, issueDocument } from './issue-document.ts';
export { closeRenderer } from './renderer.worker.ts';
