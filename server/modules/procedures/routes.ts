import type { Inputs, RouteKey } from '../../../contract/routes.ts';
import type { Tx } from '../../platform/database/index.ts';
import { type Endpoint, read, write } from '../../platform/http/endpoints.ts';
import { type CaseReference, getCaseReply } from '../cases/index.ts';
import { anyone, resident, type StaffCall, staff } from '../people/index.ts';
import { answerObjection } from './answer-objection.ts';
import { closeNotice } from './close-notice.ts';
import { endProcedure } from './end-procedure.ts';
import { extendLimit } from './extend-limit.ts';
import { objectToNotice } from './object-to-notice.ts';
import { postNotice } from './post-notice.ts';
import { getCaseProcedures, getHeadsWork } from './procedure.queries.ts';
import {
  getMyObjection,
  getPublicNotice,
  listPromiseExplanations,
  listPublicNotices,
} from './public-notice.queries.ts';
import { recordUpperDecision } from './record-upper-decision.ts';
import { reportUp } from './report-up.ts';
import { requestExtension } from './request-extension.ts';
import { startProcedure } from './start-procedure.ts';

/** An act of staff on a case in the scope of the acting post. */
function onCase<K extends Extract<RouteKey, `POST /cases/${string}`>>(
  key: K,
  permission: string,
  act: (tx: Tx, input: Inputs[K], call: StaffCall) => Promise<CaseReference>,
): Endpoint {
  return write(key, staff(permission, 'scope'), act, getCaseReply as never);
}

const asMade = async (_: unknown, made: { objectionId: string }) => made;

export const proceduresEndpoints: readonly Endpoint[] = [
  read('GET /cases/:caseId/procedures', staff('cases.read', 'scope'), getCaseProcedures),
  onCase('POST /cases/:caseId/start-procedure', 'cases.startProcedure', startProcedure),
  onCase('POST /cases/:caseId/end-procedure', 'cases.endProcedure', endProcedure),
  onCase('POST /cases/:caseId/request-extension', 'cases.requestExtension', requestExtension),
  onCase('POST /cases/:caseId/extend', 'cases.extend', extendLimit),
  read('GET /heads-work', staff('cases.extend', 'district'), getHeadsWork),
  onCase('POST /cases/:caseId/report-up', 'cases.reportUp', reportUp),
  onCase('POST /cases/:caseId/record-upper-decision', 'cases.recordUpperDecision', recordUpperDecision),
  onCase('POST /cases/:caseId/post-notice', 'cases.postNotice', postNotice),
  onCase('POST /cases/:caseId/close-notice', 'cases.closeNotice', closeNotice),
  onCase('POST /cases/:caseId/answer-objection', 'cases.closeNotice', answerObjection),
  read('GET /public-notices', anyone('district'), listPublicNotices),
  read('GET /public-notices/:noticeId', anyone('district'), getPublicNotice),
  read('GET /promise-explanations', anyone('district'), listPromiseExplanations),
  read('GET /my/public-notices/:noticeId/objection', resident('own'), getMyObjection),
  write('POST /my/public-notices/:noticeId/objections', resident('own'), objectToNotice, asMade),
  write(
    'POST /public-notices/:noticeId/objections',
    staff('notices.takeObjection', 'district'),
    objectToNotice,
    asMade,
  ),
];
