import type { Tx } from '../../platform/database/index.ts';
import { type Endpoint, read, write } from '../../platform/http/endpoints.ts';
import { type StaffCall, staff } from '../people/index.ts';
import { getCreditView, listCreditRecords } from './credit.queries.ts';
import { type RecordCredit, recordCredit } from './record-credit.ts';
import { repairCredit } from './repair-credit.ts';

/** What staff record belongs to the organ of their post. */
const byOrgan = (tx: Tx, input: RecordCredit, call: StaffCall) =>
  recordCredit(tx, { ...input, ...(call.staff.post && { organId: call.staff.post.organId }) }, call);

export const creditEndpoints: readonly Endpoint[] = [
  read('GET /credit-records', staff('credit.read', 'district'), listCreditRecords),
  write('POST /credit-records', staff('credit.record', 'district'), byOrgan, getCreditView),
  write('POST /credit-records/:recordId/repair', staff('credit.repair', 'district'), repairCredit, getCreditView),
];
