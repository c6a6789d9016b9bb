import { createHash, randomBytes } from 'node:crypto';
import type { Outcome } from '../../../contract/values.ts';
import type { Tx } from '../../platform/database/index.ts';
import { findFiles } from '../../platform/files/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { admitAct, type CaseReference, runOf, saveCase, stateOfCase } from '../cases/index.ts';
import { getItemVersion } from '../catalogue/index.ts';
import type { StaffCall } from '../people/index.ts';
import { findReportUp, saveUpperDecision } from './report-up.store.ts';

export interface RecordUpperDecision {
  readonly caseId: string;
  readonly outcome: Outcome;
  /** 文号 of the upper organ's decision. */
  readonly number: string;
  readonly day: string;
  /** The decision itself, as it came down. */
  readonly fileId: string;
}

/**
 * What the upper organ decided came down, with its paper: no state changes without its document. The decision here can only be the same, and the case goes on to it. Refuses
 * not_reported_up, file_missing for a file that the caller did not upload, and a day before the report or after today.
 */
export async function recordUpperDecision(
  tx: Tx,
  { caseId, outcome, number, day, fileId }: RecordUpperDecision,
  call: StaffCall,
): Promise<CaseReference> {
  const theCase = await admitAct(tx, 'recordUpperDecision', caseId, call);
  const [report, version] = await Promise.all([
    findReportUp(tx, call.district, caseId, theCase.key),
    getItemVersion(tx, call.district, theCase.itemVersionId),
  ]);
  if (report === undefined) throw new Refusal('not_reported_up');
  const today = call.today.toString();
  if (day < report.reportedDay || day > today)
    throw new Refusal('invalid_input', {}, [
      { field: 'day', code: 'day_out_of_range', facts: { from: report.reportedDay, to: today } },
    ]);
  const file = (await findFiles(tx, call.district, [fileId])).get(fileId);
  if (file?.uploader.kind !== 'staff' || file.uploader.id !== call.staff.id)
    throw new Refusal('file_missing', {}, [{ field: 'fileId', code: 'not_an_option' }]);
  const down = { ...theCase, upperOutcome: outcome };
  saveCase(tx, call.district, { ...down, state: stateOfCase({ ...down, run: runOf(theCase, version) }) });
  await saveUpperDecision(tx, call.district, {
    ...{ caseId, outcome, number, day, fileId, recordedBy: call.staff.id, at: call.now },
  });
  const salt = randomBytes(16).toString('base64url');
  append(tx, call, {
    subject: { kind: 'case', id: caseId },
    act: 'case.upperDecided',
    facts: {
      outcome,
      // The number as it was written stands with the case alone.
      numberDigest: createHash('sha256').update(salt).update(number).digest('hex'),
      upperDay: day,
      fileId,
    },
  });
  return { caseId };
}
