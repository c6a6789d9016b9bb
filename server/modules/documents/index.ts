export type { CertificateData, DocumentContent } from './document.data.ts';
export { getDocumentNames, getDocumentViews } from './document.queries.ts';
export { isReservedWord, printedNumber } from './document.rules.ts';
export {
  findDocument,
  findDocumentByToken,
  findService,
} from './document.store.ts';
export { documentLines } from './document.template.ts';
export { draftDocument } from './draft-document.ts';
export { drawCode } from './draw-code.ts';
export { findEndedNotice } from './find-ended-notice.ts';
export { type FrozenDocument, freezeDocument } from './freeze-document.ts';
export { getPdf } from './get-pdf.ts';
export { hearService } from './hear-service.ts';
export { issueDocument } from './issue-document.ts';
export { type IssuedDocument, issueFrozen } from './issue-frozen.ts';
export { nameServicePlace } from './name-service-place.ts';
export { openFrozen } from './open-frozen.ts';
export { previewDocument } from './preview-document.ts';
export { renderUnnumbered } from './render-unnumbered.ts';
export { closeRenderer } from './renderer.worker.ts';
export { sendPapers } from './send-papers.ts';
export { servePapers } from './serve-papers.ts';
export { serveToApplicant } from './serve-to-applicant.ts';
export {
  periodOfNotice,
  type ServedPaper,
  type Service,
  type ServiceProof,
} from './service-record.rules.ts';
