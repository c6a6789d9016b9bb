import type { Tx } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { admitAct, type CaseReference, headOver, saveAwaitedHead } from '../cases/index.ts';
import { addFact, getClock, loadCalendar } from '../deadlines/index.ts';
import type { StaffCall } from '../people/index.ts';
import { loadPlaces } from '../places/index.ts';
import { getExtensions, insertExtension } from './extension.store.ts';
import { extendableOf } from './procedure.rules.ts';

export interface RequestExtension {
  readonly caseId: string;
  /** In the unit of the limit. */
  readonly days: number;
  readonly reason: string;
}

/**
 * Asks who may approve it for the one extension (ALL 42, R-2.8, R-2.9). Refuses extension_not_allowed where no law allows
 * one, extension_asked, and whatever would stand against its approval today: extension_already_given, extension_too_late,
 * too many days.
 */
export async function requestExtension(
  tx: Tx,
  { caseId, days, reason }: RequestExtension,
  call: StaffCall,
): Promise<CaseReference> {
  const theCase = await admitAct(tx, 'requestExtension', caseId, call);
  const [clock, calendar, before] = await Promise.all([
    getClock(tx, call.district, { subject: { kind: 'case', id: caseId }, purpose: 'decision' }),
    loadCalendar(tx, call.district),
    getExtensions(tx, call.district, caseId, theCase.key),
  ]);
  const extendable = extendableOf(clock.limits);
  if (extendable === undefined) throw new Refusal('extension_not_allowed');
  if (before.some(({ state }) => state === 'ASKED')) throw new Refusal('extension_asked');
  const { most, unit, approver, basis } = extendable;
  if (days > most)
    throw new Refusal('invalid_input', {}, [{ field: 'days', code: 'extension_too_long', facts: { max: most } }]);
  addFact(clock.limits, clock.facts, { kind: 'extend', day: call.today, amount: days, unit, basis }, calendar);
  const id = newId();
  await insertExtension(tx, call.district, theCase.key, {
    ...{ id, caseId, days, approver, basis, reason, askedBy: call.staff.id, askedAt: call.now },
    organisationId: theCase.decidingOrganId ?? '',
    oldDay: clock.statutoryDueDay ?? clock.dueDay,
  });
  const organ = (await loadPlaces(tx, call.district)).organById(theCase.decidingOrganId ?? '');
  if (organ !== undefined) await saveAwaitedHead(tx, call.district, [caseId], headOver(approver, organ));
  append(tx, call, {
    subject: { kind: 'case', id: caseId },
    act: 'case.extensionAsked',
    facts: { extensionId: id, days, approver },
  });
  return { caseId };
}
