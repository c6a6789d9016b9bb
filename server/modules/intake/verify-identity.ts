import type { Tx } from '../../platform/database/index.ts';
import { append } from '../../platform/ledger/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { CaseReference } from '../cases/index.ts';
import { admitAct, getParties, presentPerson, saveCase, setPartyVerified } from '../cases/index.ts';
import { type StaffCall, tidyNumber, verifyAccount, verifyResident } from '../people/index.ts';

/**
 * The clerk saw the card of the applicant, or of who filed for a firm or a ward, and types its number: when it is the declared one the person is verified, and with
 * him the account that filed. Another number is refused at the field; the case keeps its snapshot.
 */
export async function verifyIdentity(
  tx: Tx,
  { caseId, residentNumber }: { caseId: string; residentNumber: string },
  call: StaffCall,
): Promise<CaseReference> {
  const theCase = await admitAct(tx, 'verifyIdentity', caseId, call);
  const person = presentPerson(await getParties(tx, call.district, caseId, theCase.key));
  if (person.number === null || person.number !== tidyNumber(residentNumber))
    throw new Refusal('invalid_input', {}, [{ field: 'residentNumber', code: 'not_the_declared_number' }]);
  const identity = { name: person.name, residentNumber: person.number };
  const { residentId } =
    person.residentId === null
      ? await verifyResident(tx, { identity }, call)
      : await verifyAccount(tx, { accountId: person.residentId, identity }, call);
  await setPartyVerified(tx, call.district, person.id, residentId);
  saveCase(tx, call.district, { ...theCase, applicantAssurance: 'verified' });
  append(tx, call, {
    subject: { kind: 'case', id: caseId },
    act: 'case.identityVerified',
    ...(theCase.intakeCenterId && { place: theCase.intakeCenterId }),
  });
  return { caseId };
}
