import type { Call } from '../../platform/http/call.ts';
import { after, type Endpoint, once, read, type Tries, type Who, write } from '../../platform/http/endpoints.ts';
import { append } from '../../platform/ledger/index.ts';
import { endSession, getSessions, revokeSessions } from '../../platform/sessions/index.ts';
import { getMyAbsences, getStaffedPosts, getUncovered } from './absence.queries.ts';
import { anyone, resident, staff, staffSignInTries } from './access.rules.ts';
import { actAs } from './act-as.ts';
import { appointSubstitute } from './appoint-substitute.ts';
import type { ResidentCall, StaffCall } from './caller.store.ts';
import { changePassword } from './change-password.ts';
import { chooseRegion } from './choose-region.ts';
import { configureOffices } from './configure-offices.ts';
import { declareIdentity } from './declare-identity.ts';
import { declareRelation } from './declare-relation.ts';
import { endAbsence } from './end-absence.ts';
import { endOwnAbsence } from './end-own-absence.ts';
import { endRelation } from './end-relation.ts';
import { endSubstitute } from './end-substitute.ts';
import { giveMandate } from './give-mandate.ts';
import { readPhone } from './identity.rules.ts';
import { getMandate, getMandates } from './mandate.queries.ts';
import { getOfficeSettings } from './office-setting.store.ts';
import { proveChange } from './prove-change.ts';
import { proveStaff } from './prove-staff.ts';
import { recordAbsence } from './record-absence.ts';
import { recordCredential } from './record-credential.ts';
import { getRelationViews } from './relation.queries.ts';
import { getResidentMe } from './resident.queries.ts';
import { phoneIndex } from './resident.store.ts';
import { revokeMandate } from './revoke-mandate.ts';
import { sendPhoneCode } from './send-phone-code.ts';
import { signInResident } from './sign-in-resident.ts';
import { signInStaff } from './sign-in-staff.ts';
import { getAccessLog, getStaffMe, getStaffMembers } from './staff.queries.ts';

const done = async () => ({ done: true as const });

/** Tries of a phone are counted by its blind index, however it was typed; of strangers by their address. */
const byPhone = (scope: string, free: number, refusal: Tries['refusal']) => (phone: string) =>
  ({ scope, key: phoneIndex(readPhone(phone)).toString('hex'), free, forgive: 'onSuccess', refusal }) as const;
const byAddress = (scope: string, free: number, call: Call, refusal: Tries['refusal']) =>
  ({ scope, key: call.address, free, forgive: 'never', refusal }) as const;

const selfIfAny: Who<ResidentCall | Call> = { audience: 'residentIfAny', may: 'public', area: 'own' };
const staffIfAny: Who<StaffCall | Call> = { audience: 'staffIfAny', may: 'public', area: 'own' };

export const peopleEndpoints: readonly Endpoint[] = [
  once('POST /phone-codes', anyone('token'), sendPhoneCode, (input, call) => [
    { ...byPhone('phoneCode', 3, 'too_many')(input.phone), forgive: 'never' },
    byAddress('phoneCodeAddress', 60, call, 'too_many'),
  ]),
  once('POST /resident-sessions', anyone('token'), signInResident, (input, call) => [
    byPhone('residentSignIn', 5, 'sign_in_slowed')(input.phone),
    byAddress('residentSignInAddress', 200, call, 'sign_in_slowed'),
  ]),
  read('GET /my/self', selfIfAny, async (db, _, call) =>
    'resident' in call ? { me: await getResidentMe(db, call.district, call.resident.id) } : {},
  ),
  write('POST /my/identity', resident('own'), declareIdentity, (db, made, call) =>
    getResidentMe(db, call.district, made.residentId),
  ),
  write('POST /my/region', resident('own'), chooseRegion, (db, made, call) =>
    getResidentMe(db, call.district, made.residentId),
  ),
  write(
    'POST /my/sign-out',
    resident('own'),
    (tx, _, call) => endSession(tx, call, 'resident', call.resident.sessionId),
    done,
  ),
  read('GET /my/sessions', resident('own'), async (db, _, call) => ({
    sessions: (await getSessions(db, call.district, call.resident.id)).map(({ id, startedAt, seenAt, agent }) => ({
      sessionId: id,
      current: id === call.resident.sessionId,
      startedAt,
      seenAt,
      agent,
    })),
  })),
  write(
    'POST /my/sessions/revoke-others',
    resident('own'),
    async (tx, _, call) => ({
      revoked: await revokeSessions(tx, call.district, call.resident.id, call.resident.sessionId),
    }),
    async (_, made) => made,
  ),
  read('GET /my/mandates', resident('own'), getMandates),
  read('GET /my/mandates/:mandateId', resident('own'), (db, { mandateId }, call) => getMandate(db, mandateId, call)),
  // Every try counts, also one that succeeds: otherwise each mandate to a friend would buy new guesses at strangers.
  write(
    'POST /my/mandates',
    resident('own'),
    giveMandate,
    (db, made, call) => getMandate(db, made.mandateId, call),
    (_, call) => [{ scope: 'mandateAgent', key: call.resident.id, free: 10, forgive: 'never', refusal: 'too_many' }],
  ),
  write('POST /my/mandates/:mandateId/revoke', resident('own'), revokeMandate, (db, made, call) =>
    getMandate(db, made.mandateId, call),
  ),
  after(
    proveStaff,
    once('POST /staff-sessions', anyone('token'), signInStaff, (input, call) => [
      staffSignInTries(input.username),
      byAddress('staffSignInAddress', 300, call, 'sign_in_slowed'),
    ]),
  ),
  read('GET /staff/self', staffIfAny, async (db, _, call) =>
    'staff' in call ? { me: await getStaffMe(db, call, call.staff.id, call.staff.post?.appointmentId) } : {},
  ),
  write('POST /staff/act-as', staff('staff.self', 'own'), actAs, (db, made, call) =>
    getStaffMe(db, call, call.staff.id, made.appointmentId),
  ),
  write(
    'POST /staff/sign-out',
    staff('staff.self', 'own'),
    (tx, _, call) => endSession(tx, call, 'staff', call.staff.sessionId),
    done,
  ),
  after(
    proveChange,
    once('POST /staff/password', staff('staff.self', 'own'), changePassword, (_, call) => [
      { scope: 'staffPassword', key: call.actor.id ?? '', free: 5, forgive: 'onSuccess', refusal: 'sign_in_slowed' },
    ]),
  ),
  read('GET /staff/absences', staff('staff.self', 'own'), getMyAbsences),
  write(
    'POST /staff/absences',
    staff('staff.self', 'own'),
    (tx, input, call) => recordAbsence(tx, { ...input, staffId: call.staff.id }, call),
    getMyAbsences,
  ),
  write('POST /staff/absences/:absenceId/end', staff('staff.self', 'own'), endOwnAbsence, getMyAbsences),
  read('GET /staff/relations', staff('staff.self', 'own'), getRelationViews),
  write('POST /staff/relations', staff('staff.self', 'own'), declareRelation, getRelationViews),
  write('POST /staff/relations/:relationId/end', staff('staff.self', 'own'), endRelation, getRelationViews),
  read('GET /uncovered-posts', staff('staff.self', 'own'), getUncovered),
  read('GET /posts', staff('posts.read', 'district'), getStaffedPosts),
  write('POST /posts/:postId/substitutes', staff('posts.appoint', 'district'), appointSubstitute, done),
  write('POST /substitutes/:appointmentId/end', staff('posts.appoint', 'district'), endSubstitute, done),
  write('POST /staff-members/:staffId/absences', staff('absences.record', 'district'), recordAbsence, done),
  write('POST /absences/:absenceId/end', staff('absences.record', 'district'), endAbsence, done),
  read('GET /office-settings', staff('offices.configure', 'district'), (db, _, call) =>
    getOfficeSettings(db, call.district),
  ),
  write('POST /office-settings', staff('offices.configure', 'district'), configureOffices, (db, _, call) =>
    getOfficeSettings(db, call.district),
  ),
  read('GET /staff-members', staff('staff.read', 'district'), getStaffMembers),
  write('POST /staff-members/:staffId/credential', staff('staff.edit', 'district'), recordCredential, done),
  write(
    'POST /staff-members/:staffId/revoke-sessions',
    staff('staff.revokeSessions', 'district'),
    async (tx, { staffId }, call) => {
      const revoked = await revokeSessions(tx, call.district, staffId);
      append(tx, call, { subject: { kind: 'staff', id: staffId }, act: 'staff.sessionsRevoked', facts: { revoked } });
      return { revoked };
    },
    async (_, made) => made,
  ),
  read('GET /access-log', staff('access.read', 'district'), getAccessLog),
];
