export { type AskedFor, findStandingBar } from './bar.store.ts';
export { type BarHolder, barHolder } from './bar-holder.ts';
export { changeLicence } from './change-licence.ts';
export type { CertificateData } from './document.data.ts';
export { getDocumentNames, getDocumentViews } from './document.queries.ts';
export { isReservedWord, printedNumber } from './document.rules.ts';
export { findNoticeUnderWay, insertServices, insertServicesUnderWay } from './document.store.ts';
export { documentLines } from './document.template.ts';
export { type DocumentContent, draftDocument } from './draft-document.ts';
export { drawCode } from './draw-code.ts';
export { findCertificate } from './find-certificate.ts';
export { findHeld, type HeldNow } from './find-held.ts';
export { findRenewable } from './find-renewable.ts';
export { getPdf } from './get-pdf.ts';
export { type IssuedDocument, issueDocument } from './issue-document.ts';
export { getLicenceViews } from './licence.queries.ts';
export { barredUntil, licenceStateOn } from './licence.rules.ts';
export {
  type EndingLicence,
  findLicenceTerm,
  getEndingLicences,
  type LicenceTerm,
  saveReminded,
} from './licence.store.ts';
export { previewDocument } from './preview-document.ts';
export { type RegisteredLicence, registerLicence } from './register-licence.ts';
export { closeRenderer } from './renderer.worker.ts';
export {
  objectionToService,
  periodOfNotice,
  type ServiceProof,
  type ServiceTold,
  takesReceiver,
} from './service-record.rules.ts';
