import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { issueDocument } from '../documents/index.ts';
import { getStaffNames, type StaffCall } from '../people/index.ts';
import { loadPlaces } from '../places/index.ts';
import { readBearer } from './read-bearer.ts';
import { getSheetLines } from './sheet.queries.ts';
import { sheetObjection } from './sheet.rules.ts';
import { lockSheet, saveTaking } from './sheet.store.ts';
import { sheetPaper } from './sheet-paper.rules.ts';

export interface TakeSheet {
  readonly sheetId: string;
  /** Cases that are not taken, with what is missing; all others are. */
  readonly refused: readonly { readonly caseId: string; readonly reason: string }[];
}

/**
 * The taker signs for what he counted, case by case; what he refuses stays with the giver. The document freezes both
 * signatures. Refuses: not_found, not_allowed, sheet_moved_on, sheet_same_person, and at its place a refusal without a
 * reason or of a case that is not on the sheet.
 */
export async function takeSheet(
  tx: Tx,
  { sheetId, refused }: TakeSheet,
  call: StaffCall,
): Promise<{ sheetId: string }> {
  const sheet = await lockSheet(tx, call.district, sheetId, call.staff.scope);
  const objection = sheetObjection('take', sheet, readBearer(call));
  if (objection !== undefined) throw new Refusal(objection);
  const [lines, names, places] = await Promise.all([
    getSheetLines(tx, call.district, sheet),
    getStaffNames(tx, call.district, sheet.handedBy === null ? [] : [sheet.handedBy]),
    loadPlaces(tx, call.district),
  ]);
  const faults = refused.flatMap(({ caseId, reason }, at) => [
    ...(lines.some((line) => line.caseId === caseId) ? [] : [{ field: `refused.${at}.caseId`, code: 'not_an_option' }]),
    ...(reason.trim() === '' ? [{ field: `refused.${at}.reason`, code: 'required' }] : []),
  ]);
  if (faults.length > 0) throw new Refusal('invalid_input', {}, faults);
  const [center, organ] = [places.centerById(sheet.centerId), places.organById(sheet.organId)];
  if (center === undefined || organ === undefined) throw new Error('A sheet has its window and its department.');
  const differences = lines.flatMap((line) => {
    const reason = refused.find(({ caseId }) => caseId === line.caseId)?.reason.trim();
    return reason === undefined ? [] : [{ caseId: line.caseId, reason }];
  });
  const paper = await issueDocument(
    tx,
    {
      organ,
      subject: { kind: 'handOverSheet', id: sheetId },
      key: sheet.key,
      maskedHolder: '',
      content: sheetPaper({
        sheet,
        lines: lines.map((line) => ({
          ...line,
          reason: differences.find(({ caseId }) => caseId === line.caseId)?.reason,
        })),
        center: center.name.zh,
        organ,
        giver: names.get(sheet.handedBy ?? '') ?? '',
        taker: call.staff.name,
        takenAt: call.now.toString(),
      }),
    },
    call,
  );
  await saveTaking(tx, call.district, sheet, {
    staffId: call.staff.id,
    postId: call.actor.postId,
    at: call.now,
    documentId: paper.documentId,
    refused: differences,
  });
  append(tx, call, {
    subject: { kind: 'handOverSheet', id: sheetId },
    act: 'handOverSheet.taken',
    facts: { refused: differences.map(({ caseId }) => caseId), documentId: paper.documentId, digest: paper.digest },
  });
  for (const { caseId } of lines)
    append(tx, call, {
      subject: { kind: 'case', id: caseId },
      act: differences.some((each) => each.caseId === caseId) ? 'case.papersRefused' : 'case.papersTaken',
      place: sheet.direction === 'TO_OFFICE' ? sheet.organId : sheet.centerId,
      facts: { sheetId, number: sheet.number },
    });
  return { sheetId };
}
