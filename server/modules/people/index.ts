export { anyone, may, resident, staff, staffSignInTries } from './access.rules.ts';
export { addPost } from './add-post.ts';
export { addResident } from './add-resident.ts';
export { addStaff } from './add-staff.ts';
export { appointStaff } from './appoint-staff.ts';
export { appointSubstitute } from './appoint-substitute.ts';
export { authoriseIntake } from './authorise-intake.ts';
export { type ActingPost, actingAs, findCaller, type ResidentCall, type StaffCall } from './caller.store.ts';
export { confirmOfficer } from './confirm-officer.ts';
export { declareResident } from './declare-resident.ts';
export { endIntake } from './end-intake.ts';
export { endMandatesOfCase } from './end-mandates-of-case.ts';
export { getMandateForAct } from './get-mandate-for-act.ts';
export { hashPassword } from './hash-password.ts';
export { type Identity, readIdentity, readPhone, sameName, tidyNumber } from './identity.rules.ts';
export { getIntakePosts, getOfficePosts, type OfficePost } from './intake.store.ts';
export { getMandate } from './mandate.queries.ts';
export {
  findMandate,
  findMandateForAct,
  findMandateReach,
  getMandateReaches,
  type Mandate,
  mandateStands,
} from './mandate.store.ts';
export { getOfficeSettings, signForLimit } from './office-setting.store.ts';
export { proveStaff } from './prove-staff.ts';
export { recordAbsence } from './record-absence.ts';
export { recordWindowMandate } from './record-window-mandate.ts';
export { findRelation, type RelationKind, relatedColumn, relatedColumnOf } from './relation.store.ts';
export { getSampleResidents } from './resident.queries.ts';
export { findVerifiedResident, getResident, nameIndex, numberIndex, type Resident } from './resident.store.ts';
export { revokeMandatesForAct } from './revoke-mandates-for-act.ts';
export { permissionsOf } from './role.rules.ts';
export type { Scope } from './scope.rules.ts';
export { getPostsToBecome } from './staff.queries.ts';
export {
  countOfficers,
  getCredentials,
  getHoldersByRole,
  getOfficers,
  getPosts,
  getStaffedOrgans,
  getStaffNames,
  type StaffedOrgans,
} from './staff.store.ts';
export { verifyAccount } from './verify-account.ts';
export { verifyResident } from './verify-resident.ts';
