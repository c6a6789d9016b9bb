export { extendLimit } from './extend-limit.ts';
export { postNotice } from './post-notice.ts';
export { findProcedure, getCaseProcedures } from './procedure.queries.ts';
export { findFilesOfReports } from './report-up.store.ts';
export { requestExtension } from './request-extension.ts';
export { startProcedure } from './start-procedure.ts';
