import type { LicenceAct, LicenceState } from '../../../contract/licences.ts';
import { tidy } from '../../../contract/typing.ts';
import { licenceActs } from '../../../contract/words.ts';
import type { StaffCall } from '../people/index.ts';
import type { Organ, Places } from '../places/index.ts';
import type { CertificateData } from './document.data.ts';
import type { DocumentContent } from './draft-document.ts';

/** What the register keeps: that a licence is expired follows from its last day and is never stored. */
export type StoredLicenceState = Exclude<LicenceState, 'expired'>;

export interface LicenceStanding {
  readonly state: StoredLicenceState;
  /** The day that brought the stored state. */
  readonly stateDay: string;
  /** The last day of its validity; null: for good 长期. */
  readonly untilDay: string | null;
}

/**
 * How a licence stands on a day. It holds through its last day. An end that somebody brought about (replaced, cancelled,
 * revoked) is told before expiry; a suspension ends with the validity that it suspended.
 */
export function licenceStateOn({ state, untilDay }: LicenceStanding, today: string): LicenceState {
  if (untilDay === null || today <= untilDay) return state;
  return state === 'valid' || state === 'suspended' ? 'expired' : state;
}

/** The day that brought the state in which a licence is on a day: its last day when it is expired. */
export function licenceSinceDay(standing: LicenceStanding, today: string): string {
  return licenceStateOn(standing, today) === 'expired' && standing.untilDay !== null
    ? standing.untilDay
    : standing.stateDay;
}

/**
 * From which states an act starts. 撤销 undoes a grant that should not have been made, also after its last day
 * (行政许可法 art. 69); 注销 takes what has ended out of the register, an expired or revoked licence too (art. 70).
 */
const startsFrom: Record<LicenceAct, readonly LicenceState[]> = {
  suspend: ['valid'],
  restore: ['suspended'],
  cancel: ['valid', 'suspended', 'expired', 'revoked'],
  revoke: ['valid', 'suspended', 'expired'],
};

const leadsTo: Record<LicenceAct, StoredLicenceState> = {
  suspend: 'suspended',
  restore: 'valid',
  cancel: 'cancelled',
  revoke: 'revoked',
};

/** What may be done to a licence that stands so. */
export function licenceActsFrom(state: LicenceState): LicenceAct[] {
  return licenceActs.filter((act) => startsFrom[act].includes(state));
}

/** The state after an act; undefined where the act does not start from this state. */
export function afterLicenceAct(act: LicenceAct, state: LicenceState): StoredLicenceState | undefined {
  return startsFrom[act].includes(state) ? leadsTo[act] : undefined;
}

/** The decision that goes with an act: it speaks to the holder as his certificate does. */
export function licenceDecision(
  certificate: CertificateData,
  organ: Organ,
  { act, reason, day }: { act: LicenceAct; reason: string; day: string },
): Extract<DocumentContent, { kind: 'licenceDecision' }> {
  const { profile, caseNumber, applicants, item, certificateTitle, number, version, issueDay } = certificate;
  return {
    kind: 'licenceDecision',
    profile,
    caseNumber,
    applicants,
    item,
    contact: { name: null, phone: organ.phone },
    provisionalYears: [],
    act,
    licence: { title: certificateTitle, number: number ?? '', version, issueDay },
    reason,
    fromDay: day,
    // What gives back takes nothing.
    remedies: act === 'restore' ? null : { reconsiderationOrgan: organ.reconsiderationOrgan, court: organ.court },
  };
}

/**
 * Which licences a renewal looks at: what was given and not ended, whether or not its last day has passed. A suspended
 * one is never passed over: a renewal would lift what the organ suspended.
 */
export const renewableStates: readonly StoredLicenceState[] = ['valid', 'suspended'];

/** Of the licences under a holder's number, the first that was given to this name: numbers are typed, and typed wrong. */
export function predecessorOf<L extends { readonly holderName: string }>(
  licences: readonly L[],
  name: string,
): L | undefined {
  return licences.find(({ holderName }) => sameName(holderName) === sameName(name));
}

/** Spaces aside, and composed alike. */
const sameName = (name: string) => tidy(name.normalize('NFC')).replace(/\s/gu, '');

/**
 * Whose licences a post sees in the register: its own organ's who reviews or decides there, all of the organs in his area
 * who supervises, everybody's who administers.
 */
export function organsInRegister({ post, scope }: StaffCall['staff'], places: Places): readonly string[] {
  switch (post?.role) {
    case 'reviewer':
    case 'decider':
      return scope.organIds;
    case 'supervisor': {
      const area = new Set(places.descendantsOf(post.areaRegionId));
      return places.organs.filter(({ regionId }) => area.has(regionId)).map(({ id }) => id);
    }
    case 'administrator':
      return places.organs.map(({ id }) => id);
    default:
      return [];
  }
}
