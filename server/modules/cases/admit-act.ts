import type { CaseAct } from '../../../contract/cases.ts';
import type { Tx } from '../../platform/database/index.ts';
import { getChain } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { getItemVersion } from '../catalogue/index.ts';
import { findMandateForAct, getStaffNames, type ResidentCall, type StaffCall } from '../people/index.ts';
import { actingOf } from './acting.rules.ts';
import { findRenewedByLaw } from './case.queries.ts';
import { objectionTo } from './case.rules.ts';
import { type Case, filedBy, lockCase, visibleTo, worksOn } from './case.store.ts';
import { factsOf, viewerOf } from './viewer.rules.ts';

/** What may still be done about a renewal that the law has granted: none of it moves the matter. */
const besideTheMatter: readonly CaseAct[] = ['reveal', 'handOver', 'serveDocument', 'verifyIdentity', 'revokeMandate'];

/**
 * Locks a case for an act and asks the rules under the lock. Outside the caller's scope it is not found; when a
 * colleague was quicker the refusal says who, when, and where the case stands. Refuses renewed_by_law where the law has
 * decided.
 */
export async function admitAct(tx: Tx, act: CaseAct, caseId: string, call: ResidentCall | StaffCall): Promise<Case> {
  const visible = 'resident' in call ? filedBy(call.resident.id) : visibleTo(call.staff.scope);
  const theCase = await lockCase(tx, call.district, caseId, visible);
  // The tasks read under the lock may be fewer than those that let the caller in.
  if ('staff' in call && !worksOn(call.staff.scope, theCase)) throw new Refusal('not_found');
  const version = await getItemVersion(tx, call.district, theCase.itemVersionId);
  const objection = objectionTo(act, factsOf(theCase, version), viewerOf(call));
  if (objection === undefined) {
    if ('resident' in call) await assertMandate(tx, theCase, call);
    const day = besideTheMatter.includes(act) ? undefined : await findRenewedByLaw(tx, theCase, version, call);
    if (day !== undefined) throw new Refusal('renewed_by_law', { day });
    return theCase;
  }
  if (objection.code !== 'case_moved_on') throw new Refusal(objection.code, objection.facts);
  throw new Refusal('case_moved_on', { ...objection.facts, ...(await lastAct(tx, call.district, caseId)) });
}

/**
 * A mandate that has ended or was revoked stops the next act of the agent, not the history; another that stands lets him
 * go on.
 */
async function assertMandate(tx: Tx, theCase: Case, call: ResidentCall): Promise<void> {
  const acting = actingOf(theCase);
  if (acting?.agentId !== call.resident.id) return;
  const mandate = await findMandateForAct(tx, call.district, { ...acting, today: call.today });
  if (mandate === undefined) throw new Refusal('mandate_ended');
}

async function lastAct(tx: Tx, district: string, caseId: string): Promise<{ who: string; at: string; act: string }> {
  const last = (await getChain(tx, district, { kind: 'case', id: caseId })).at(-1);
  if (last === undefined) return { who: '', at: '', act: '' };
  const { actor } = JSON.parse(last.body) as { actor: { kind: string; id: string | null } };
  const names =
    actor.kind === 'staff' && actor.id !== null
      ? await getStaffNames(tx, district, [actor.id])
      : new Map<string, string>();
  return { who: names.get(actor.id ?? '') ?? actor.kind, at: last.at, act: last.act };
}
