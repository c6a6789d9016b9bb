import type { Call } from '../../platform/http/call.ts';
import type { Area, Tries, Who } from '../../platform/http/endpoints.ts';
import type { ResidentCall, StaffCall } from './caller.store.ts';
import { roleMay } from './role.rules.ts';

/** Whoever comes: no sign-in. */
export const anyone = (area: Area): Who<Call> => ({ audience: 'public', may: 'public', area });

/** A resident who is signed in. */
export const resident = (area: Area): Who<ResidentCall> => ({ audience: 'resident', may: 'resident', area });

/** Staff whose post has the permission. */
export const staff = (permission: string, area: Area): Who<StaffCall> => ({ audience: 'staff', may: permission, area });

/** Access, decided here and nowhere else: audience by the session's kind, permission by the role of the acting post. */
export function may(call: Call, who: Who<Call>): boolean {
  if (who.audience === 'public' || who.audience.endsWith('IfAny')) return true;
  if (who.audience === 'resident') return 'resident' in call;
  return 'staff' in call && roleMay((call as StaffCall).staff.post?.role, who.may);
}

/** Tries of a staff member's password, wherever it is asked for. */
export const staffSignInTries = (username: string): Tries => ({
  scope: 'staffSignIn',
  key: username.trim().toLowerCase().slice(0, 60),
  free: 5,
  forgive: 'onSuccess',
  refusal: 'sign_in_slowed',
});
