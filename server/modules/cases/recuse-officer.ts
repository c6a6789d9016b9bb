import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { getItemVersion } from '../catalogue/index.ts';
import { getOfficers, type StaffCall } from '../people/index.ts';
import { changesBetween, giveBack, type Run, reassign } from '../tasks/index.ts';
import { admitAct } from './admit-act.ts';
import { advanceCase } from './advance-case.ts';
import type { CaseReference } from './case.queries.ts';
import type { Case } from './case.store.ts';
import { mustKeepAway } from './recusal.rules.ts';
import { insertRecusal } from './recusal.store.ts';
import { runOf } from './viewer.rules.ts';

export interface RecuseOfficer {
  readonly caseId: string;
  /** Whom the organ's head orders to withdraw; absent: oneself. */
  readonly staffId?: string;
  readonly reason: string;
}

/**
 * 回避: an officer withdraws from a case, by his own word or by order of his organ's head, and does nothing more on it. What
 * he had signed for lies with his organ again, for a colleague; where there is none, it waits for the head to say whose it
 * is. Refuses: recused_already, reason_missing, not_allowed to order others, not_found for an officer of another organ.
 */
export async function recuseOfficer(
  tx: Tx,
  { caseId, staffId, reason }: RecuseOfficer,
  call: StaffCall,
): Promise<CaseReference> {
  const theCase = await admitAct(tx, 'recuse', caseId, call);
  if (reason.trim() === '') throw new Refusal('reason_missing', {}, [{ field: 'reason', code: 'required' }]);
  const officerId = staffId ?? call.staff.id;
  const isOrdered = officerId !== call.staff.id;
  if (isOrdered && call.staff.post?.role !== 'organHead') throw new Refusal('not_allowed');
  const officers = await getOfficers(tx, call.district, {
    organIds: [call.staff.post?.organId ?? '', ...theCase.tasks.map(({ organisationId }) => organisationId)],
    today: call.today,
  });
  const own = officers.filter(({ organId }) => organId === call.staff.post?.organId);
  if (isOrdered && !own.some((officer) => officer.staffId === officerId)) throw new Refusal('not_found');
  if (theCase.recusedIds.includes(officerId)) throw new Refusal('recused_already');
  const after: Case = { ...theCase, recusedIds: [...theCase.recusedIds, officerId] };
  const version = await getItemVersion(tx, call.district, theCase.itemVersionId);
  await insertRecusal(
    tx,
    call.district,
    { caseId, key: theCase.key },
    {
      staffId: officerId,
      kind: isOrdered ? 'ordered' : 'declared',
      reason,
      recordedBy: call.staff.id,
      recordedAt: call.now,
    },
  );
  const canExamine = (organId: string) =>
    officers.some(
      (officer) =>
        officer.organId === organId &&
        officer.role === 'reviewer' &&
        ![theCase.takenInBy, theCase.acceptedBy].includes(officer.staffId) &&
        !mustKeepAway(after, officer.staffId),
    );
  const run = released(runOf(theCase, version), { officerId, organId: call.staff.post?.organId, canExamine });
  const moved = changesBetween(theCase.tasks, run.tasks);
  await advanceCase(tx, { theCase: after, version, run }, call);
  append(tx, call, {
    subject: { kind: 'case', id: caseId },
    act: 'case.recused',
    ...(call.staff.post && { place: call.staff.post.organId }),
    facts: {
      officerId,
      how: isOrdered ? 'ordered' : 'declared',
      freedTasks: moved.filter(({ state }) => state === 'open').map(({ id }) => id),
      returnedTasks: moved.filter(({ state }) => state === 'returned').map(({ id }) => id),
    },
  });
  return { caseId };
}

/** The run without what this officer had in hand: a colleague's to sign for, or the lead's to give to somebody. */
function released(
  run: Run,
  {
    officerId,
    organId,
    canExamine,
  }: { officerId: string; organId: string | undefined; canExamine: (organId: string) => boolean },
): Run {
  const inHand = run.tasks.filter(
    ({ state, kind, signedForBy, organisationId }) =>
      (state === 'signedFor' && signedForBy === officerId) ||
      (state === 'open' &&
        kind !== 'DECISION' &&
        kind !== 'CERTIFICATION' &&
        organisationId === organId &&
        !canExamine(organisationId)),
  );
  return inHand.reduce(
    (each, { id, organisationId }) =>
      canExamine(organisationId) ? reassign(each, id, organisationId) : giveBack(each, id),
    run,
  );
}
