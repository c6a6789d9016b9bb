import type { CreditSource } from '../../../contract/credit.ts';
import type { Tx } from '../../platform/database/index.ts';
import type { Call } from '../../platform/http/call.ts';
import { newId } from '../../platform/ids.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { createDataKey } from '../../platform/vault/index.ts';
import { readSubject } from './credit.rules.ts';
import { creditIndex, insertCreditRecord } from './credit.store.ts';

export interface RecordCredit {
  readonly name: string;
  readonly number: string;
  readonly source: CreditSource;
  readonly reason: string;
  readonly organId?: string;
  /** The matter that it came from. */
  readonly caseId?: string;
  readonly caseNo?: string;
}

/**
 * Records bad credit 失信: from today, until it is repaired, tolerated acceptance and commitments are shut to whoever has
 * this number (国办发〔2020〕42号, 国发〔2022〕5号). By staff, or by the product where supplies were not made. Refuses at its
 * field a number that is nobody's, and an empty reason.
 */
export async function recordCredit(tx: Tx, input: RecordCredit, call: Call): Promise<{ recordId: string }> {
  const read = readSubject(input, call.today.toString());
  const reason = input.reason.trim();
  const faults = [
    ...('faults' in read ? read.faults : []),
    ...(reason === '' ? [{ field: 'reason', code: 'required' }] : []),
  ];
  if (faults.length > 0 || 'faults' in read) throw new Refusal('invalid_input', {}, faults);
  const recordId = newId();
  await insertCreditRecord(tx, call.district, {
    id: recordId,
    numberIndex: creditIndex(read.subject.number),
    maskedSubject: read.masked,
    source: input.source,
    organisationId: input.organId ?? null,
    caseId: input.caseId ?? null,
    caseNo: input.caseNo ?? null,
    fromDay: call.today,
    key: createDataKey(tx, call.district),
    sealed: { ...read.subject, reason },
    at: call.now,
    by: call.actor.kind === 'staff' ? call.actor.id : null,
  });
  append(tx, call, {
    subject: { kind: 'credit', id: recordId },
    act: 'credit.recorded',
    ...(input.organId !== undefined && { place: input.organId }),
    facts: { source: input.source, fromDay: call.today.toString(), ...(input.caseId && { caseId: input.caseId }) },
  });
  return { recordId };
}
