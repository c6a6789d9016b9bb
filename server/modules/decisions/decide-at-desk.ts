import type { Tx } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Case, CaseReference } from '../cases/index.ts';
import { admitMatter, examinersOf, recusalObjection, runOf, samePerson } from '../cases/index.ts';
import { confirmOfficer, type StaffCall } from '../people/index.ts';
import { type DecideCase, recordDecision } from './record-decision.ts';

export interface DecideAtDesk extends DecideCase {
  readonly officer?: { readonly username: string; readonly password: string };
}

/**
 * An immediate matter is decided in the same visit: a second officer with the organ's decision post confirms at this
 * desk with his own sign-in. Only a version with `singleOfficer` lets one do it alone, and the ledger names the basis.
 * `officerId`: who proved himself with the officer's password. Refuses: second_officer_needed, sign_in_failed,
 * recused, recusal_needed, same_person.
 */
export async function decideAtDesk(
  tx: Tx,
  input: DecideAtDesk,
  call: StaffCall,
  officerId: string | undefined,
): Promise<CaseReference> {
  if (input.officer !== undefined && officerId === undefined) throw new Refusal('sign_in_failed');
  const matter = await admitMatter(tx, 'decideAtDesk', input.caseId, call);
  const { theCase, version } = matter;
  const { singleOfficer } = version.content;
  if (officerId === undefined) {
    if (singleOfficer === undefined) throw new Refusal('second_officer_needed');
    return recordDecision(tx, matter, input, actingForOrgan(call, theCase), {
      singleOfficer: `${singleOfficer.law}${singleOfficer.article ?? ''}`,
    });
  }
  const officer = await confirmOfficer(
    tx,
    { staffId: officerId, role: 'decider', organId: theCase.decidingOrganId ?? '' },
    call,
  );
  const { id, post } = officer.staff;
  const objection =
    recusalObjection('decide', theCase, { id, role: post?.role ?? null }) ??
    samePerson(theCase, examinersOf({ run: runOf(theCase, version), examiners: theCase.examiners }), { id });
  if (objection !== undefined) throw new Refusal(objection.code, objection.facts);
  return recordDecision(tx, matter, input, officer, { atDeskOfPostId: call.staff.post?.id ?? '' });
}

/** The lone officer speaks for the deciding organ, as the version's basis allows. */
function actingForOrgan(call: StaffCall, theCase: Case): StaffCall {
  const { post } = call.staff;
  if (post === undefined || theCase.decidingOrganId === null) throw new Refusal('no_post');
  return { ...call, staff: { ...call.staff, post: { ...post, organId: theCase.decidingOrganId } } };
}
