import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type StaffCall, tidyNumber, verifyAccount, verifyResident } from '../people/index.ts';
import { admitAct } from './admit-act.ts';
import type { CaseReference } from './case.queries.ts';
import { applicantOf, getParties, saveCase, setPartyVerified } from './case.store.ts';

/**
 * The clerk saw the applicant's card and types its number: when it is the declared one the person is verified, and with
 * him the account that filed. Another number is refused at the field; the case keeps its snapshot.
 */
export async function verifyIdentity(
  tx: Tx,
  { caseId, residentNumber }: { caseId: string; residentNumber: string },
  call: StaffCall,
): Promise<CaseReference> {
  const theCase = await admitAct(tx, 'verifyIdentity', caseId, call);
  const applicant = applicantOf(await getParties(tx, call.district, caseId, theCase.key));
  if (applicant.number === null || applicant.number !== tidyNumber(residentNumber))
    throw new Refusal('invalid_input', {}, [{ field: 'residentNumber', code: 'not_the_declared_number' }]);
  const identity = { name: applicant.name, residentNumber: applicant.number };
  const { residentId } =
    applicant.residentId === null
      ? await verifyResident(tx, { identity }, call)
      : await verifyAccount(tx, { accountId: applicant.residentId, identity }, call);
  await setPartyVerified(tx, call.district, applicant.id, residentId);
  await saveCase(tx, call.district, { ...theCase, applicantAssurance: 'verified' });
  append(tx, call, {
    subject: { kind: 'case', id: caseId },
    act: 'case.identityVerified',
    ...(theCase.intakeCenterId && { place: theCase.intakeCenterId }),
  });
  return { caseId };
}
