export { findStandingBar } from './bar.store.ts';
export { barHolder } from './bar-holder.ts';
export { changeLicence } from './change-licence.ts';
export { findCertificate } from './find-certificate.ts';
export { findHeld } from './find-held.ts';
export { findRenewable } from './find-renewable.ts';
export { getLicenceViews } from './licence.queries.ts';
export { barredUntil, objectionToHearing } from './licence.rules.ts';
export {
  type EndingLicence,
  findLicenceTerm,
  getEndingLicences,
  getHolderContact,
  type HolderContact,
  type LicenceTerm,
  saveReminded,
} from './licence.store.ts';
export { type RegisteredLicence, registerLicence } from './register-licence.ts';
