import type {
  MeetingAct,
  MeetingKind,
  MeetingOutcome,
  MeetingState,
  NoticeStanding,
} from '../../../contract/meetings.ts';
import { meetingActs, type RefusalCode } from '../../../contract/words.ts';
import { type Case, mustKeepAway } from '../cases/index.ts';
import { addWorkingDays, type WorkCalendar } from '../deadlines/index.ts';

/** From which states each act on a meeting may be done. */
export const actsFrom = {
  nameOfficers: ['ARRANGED'],
  postpone: ['ARRANGED'],
  cancel: ['ARRANGED', 'HELD'],
  drawExperts: ['ARRANGED'],
  declineExpert: ['ARRANGED'],
  ruleOnChallenge: ['ARRANGED'],
  hold: ['ARRANGED'],
  writeOpinion: ['HELD'],
  writeConclusion: ['HELD'],
  recordSignature: ['HELD'],
  sign: ['HELD'],
} as const satisfies Record<MeetingAct, readonly MeetingState[]>;

/** What any organ that takes part does for itself; all else is for the organ whose task it is. */
const ofEachOrgan: readonly MeetingAct[] = ['nameOfficers', 'writeOpinion', 'sign', 'recordSignature'];

const visits: readonly MeetingKind[] = ['SITE_VISIT', 'JOINT_SITE_VISIT'];

/** One organ's part, as far as the rules read it. */
export interface OrganPart {
  readonly organId: string;
  readonly hasOpinion: boolean;
  readonly signedBy: string | null;
}

/** What the rules read of a meeting. */
export interface MeetingFacts {
  readonly kind: MeetingKind;
  readonly state: MeetingState;
  readonly leadOrganId: string;
  /** ISO day. */
  readonly day: string;
  /** Its time has come. */
  readonly hasBegun: boolean;
  readonly organs: readonly OrganPart[];
  /** Officers who were there, of any organ. */
  readonly attendees: readonly Witness[];
  /** Of a hearing. */
  readonly chairId: string | null;
  readonly outcome: MeetingOutcome | null;
  readonly guests: number;
  /** Guests who have neither signed the record nor refused to. */
  readonly unsignedGuests: number;
  /** Of an expert panel: how many are to be drawn, and how many were called and did not decline. */
  readonly panel: { readonly count: number; readonly called: number; readonly isDrawn: boolean } | null;
  /** Of a hearing: whom its present day and place were announced to, and until when that was in time. */
  readonly announcement: {
    readonly lastDay: string;
    readonly notices: readonly { readonly name: string; readonly standing: NoticeStanding }[];
  } | null;
}

export interface MeetingViewer {
  readonly id: string;
  readonly organId: string | null;
}

export interface Objection {
  readonly code: RefusalCode;
  readonly facts: Readonly<Record<string, string | number>>;
}

const object = (code: RefusalCode, facts: Objection['facts'] = {}): Objection => ({ code, facts });

/** Whether a kind of meeting knows an act at all. */
function fits(
  act: MeetingAct,
  { kind, guests, organs, attendees, outcome, leadOrganId }: MeetingFacts,
  viewer: MeetingViewer,
): boolean {
  switch (act) {
    case 'drawExperts':
    case 'declineExpert':
      return kind === 'EXPERT_PANEL';
    case 'ruleOnChallenge':
      return kind === 'HEARING';
    case 'recordSignature':
      // Guests sign before the organ that leads; an organ's own officers before a colleague.
      return (
        (guests > 0 && leadOrganId === viewer.organId) ||
        (isOnSite(kind) &&
          outcome !== null &&
          attendees.some(
            ({ staffId, organId, hasSigned }) => !hasSigned && organId === viewer.organId && staffId !== viewer.id,
          ))
      );
    // Alone, an organ says what it thinks in the conclusion.
    case 'writeOpinion':
      return organs.length > 1;
    default:
      return true;
  }
}

/** Whether an act belongs to this viewer's organ, whatever stands in its way. */
export function belongsTo(act: MeetingAct, facts: MeetingFacts, viewer: MeetingViewer): boolean {
  const takesPart = facts.organs.some(({ organId }) => organId === viewer.organId);
  return takesPart && fits(act, facts, viewer) && (ofEachOrgan.includes(act) || facts.leadOrganId === viewer.organId);
}

/** What stands against an act on a meeting: whose it is, the state, then what must come before. */
export function objectionTo(act: MeetingAct, facts: MeetingFacts, viewer: MeetingViewer): Objection | undefined {
  if (!facts.organs.some(({ organId }) => organId === viewer.organId)) return object('not_found');
  if (!belongsTo(act, facts, viewer)) return object('not_allowed');
  if (!(actsFrom[act] as readonly MeetingState[]).includes(facts.state))
    return object('meeting_moved_on', { state: facts.state });
  switch (act) {
    case 'drawExperts':
      return facts.panel?.isDrawn === true ? object('draw_done') : undefined;
    case 'declineExpert':
      return facts.panel?.isDrawn === true ? undefined : missingExperts(facts);
    case 'cancel':
      // What was held is concluded, unless somebody who must sign it has to keep away since (回避).
      return facts.state === 'HELD' && lostSigners(facts).length === 0 ? object('meeting_held') : undefined;
    case 'hold': {
      const untold = objectionToNotices(facts);
      if (untold !== undefined) return untold;
      if (!facts.hasBegun) return object('meeting_early', { day: facts.day });
      return facts.panel !== null && facts.panel.called < facts.panel.count ? missingExperts(facts) : undefined;
    }
    case 'sign':
      return objectionToSigning(facts, viewer);
    default:
      return undefined;
  }
}

/** Nobody is heard without having been told of day and place seven working days before; else it is postponed (ALL 48(1)). */
function objectionToNotices({ announcement }: MeetingFacts): Objection | undefined {
  if (announcement === null) return undefined;
  const { lastDay, notices } = announcement;
  const those = (wanted: NoticeStanding) =>
    notices.flatMap(({ name, standing }) => (standing === wanted ? [name] : [])).join('、');
  const [missed, late] = [those('missed'), those('late')];
  if (missed !== '') return object('hearing_untold', { names: missed, day: lastDay });
  return late === '' ? undefined : object('hearing_told_late', { names: late, day: lastDay });
}

function missingExperts({ panel }: MeetingFacts): Objection {
  return object('experts_missing', { count: panel?.count ?? 0, called: panel?.called ?? 0 });
}

/**
 * One merged opinion, and that of each organ, stand before anyone signs. What was seen on site every officer signs who was
 * there (ALL 34, 55); what was said together, one who was there for that very organ; a person signs for one; the record of
 * a hearing, its chair (ALL 48(5)).
 */
export function objectionToSigning(facts: MeetingFacts, viewer: MeetingViewer): Objection | undefined {
  const missing = facts.organs.length > 1 ? facts.organs.filter(({ hasOpinion }) => !hasOpinion).length : 0;
  if (missing > 0 || facts.outcome === null) return object('opinions_missing', { count: missing });
  if (facts.organs.some(({ organId, signedBy }) => organId === viewer.organId && signedBy !== null))
    return object('organ_signed');
  if (facts.organs.some(({ signedBy }) => signedBy === viewer.id)) return object('signed_for_other');
  if (facts.unsignedGuests > 0) return object('signatures_missing', { count: facts.unsignedGuests });
  const own = facts.attendees.find(({ staffId, organId }) => staffId === viewer.id && organId === viewer.organId);
  if (own?.hasSigned === true) return object('officer_signed');
  if (own === undefined && (isOnSite(facts.kind) || facts.kind === 'JOINT_REVIEW')) return object('not_attended');
  if (facts.kind !== 'HEARING' || facts.chairId === viewer.id) return undefined;
  const chairs = facts.attendees.find(({ staffId }) => staffId === facts.chairId);
  return chairs?.organId === viewer.organId ? object('chair_signs') : undefined;
}

/** What needs no sentence where nobody asked. */
const unsaid: readonly RefusalCode[] = ['meeting_moved_on', 'meeting_held', 'draw_done'];

/** The acts that this viewer may do now, and those of his that something stands against. */
export function actionsOf(
  facts: MeetingFacts,
  viewer: MeetingViewer,
): { actions: MeetingAct[]; blocked: ({ act: MeetingAct } & Objection)[] } {
  const own = meetingActs
    .filter((act) => belongsTo(act, facts, viewer))
    .map((act) => ({ act, objection: objectionTo(act, facts, viewer) }));
  return {
    actions: own.flatMap(({ act, objection }) => (objection === undefined ? [act] : [])),
    blocked: own.flatMap(({ act, objection }) =>
      objection === undefined || unsaid.includes(objection.code) ? [] : [{ act, ...objection }],
    ),
  };
}

/**
 * Whose signature a held meeting cannot do without and will not get, because he has to keep away since (回避): on site each
 * who was there (ALL 34, 55), of a hearing its chair (ALL 48(5)), else an organ of which nobody else was there.
 */
export function lostSigners({ kind, chairId, organs, attendees }: MeetingFacts): string[] {
  return organs.flatMap(({ organId, signedBy }) => {
    if (signedBy !== null || kind === 'EXPERT_PANEL') return [];
    const own = attendees.filter((each) => each.organId === organId);
    const barred = own.filter(({ isBarred, hasSigned }) => isBarred && !hasSigned).map(({ staffId }) => staffId);
    if (kind === 'HEARING') return barred.filter((staffId) => staffId === chairId);
    return isOnSite(kind) || barred.length === own.length ? barred : [];
  });
}

/** Whether with this officer's signature his organ has signed: on site, when all who were there for it have (ALL 34, 55). */
export function isSignedByOrgan({ kind, attendees }: MeetingFacts, { id, organId }: MeetingViewer): boolean {
  return (
    !isOnSite(kind) || attendees.every((each) => each.organId !== organId || each.hasSigned || each.staffId === id)
  );
}

/** Whether with this organ's signature every organ has signed. */
export function isSignedByAll(organs: readonly OrganPart[], signing: string): boolean {
  return organs.every(({ organId, signedBy }) => signedBy !== null || organId === signing);
}

/** Looked at where it is: what is found there, several officers must have seen (ALL 34, 55). */
export function isOnSite(kind: MeetingKind): boolean {
  return visits.includes(kind) || kind === 'INSPECTION';
}

/** How many distinct officers of each organ a meeting takes: two on site (ALL 34) and for an inspection (ALL 55). */
export function officersNeeded(kind: MeetingKind): number {
  return isOnSite(kind) ? 2 : 1;
}

/** The article that asks for them. */
export function articleOf(kind: MeetingKind): string {
  return kind === 'INSPECTION' ? '55' : '34';
}

export interface Attendee {
  readonly staffId: string;
  readonly organId: string;
}

/** An officer who was there, whether what he saw bears his signature, and whether he has to keep away since. */
export interface Witness extends Attendee {
  readonly hasSigned: boolean;
  readonly isBarred: boolean;
}

/**
 * What stands against an attendance: an organ of which nobody came, or of which too few distinct officers did. The fact
 * `organ` is the organ's id.
 */
export function judgeAttendance(
  kind: MeetingKind,
  organIds: readonly string[],
  attendees: readonly Attendee[],
): Objection | undefined {
  const needed = officersNeeded(kind);
  for (const organ of organIds) {
    const count = new Set(attendees.filter(({ organId }) => organId === organ).map(({ staffId }) => staffId)).size;
    if (count === 0 && needed === 1) return object('organ_absent', { organ });
    if (count < needed) return object('officers_too_few', { organ, count, needed, article: articleOf(kind) });
  }
  return undefined;
}

/** What the rules read of a case about the people who may meet for it. */
export type MetCase = Pick<Case, 'takenInBy' | 'acceptedBy' | 'recusedIds' | 'related' | 'examiners'>;

/**
 * Who may not take part for his organ: who took the case in or accepted it (受审分离), who was recused or is related to a
 * party 回避, and who chaired its hearing, but at a hearing (ALL 48(3)).
 */
export function barOf(
  theCase: MetCase,
  staffId: string,
  kind: MeetingKind,
): 'takenIn' | 'accepted' | 'recused' | 'related' | 'chaired' | undefined {
  if (staffId === theCase.takenInBy) return 'takenIn';
  if (staffId === theCase.acceptedBy) return 'accepted';
  if (mustKeepAway(theCase, staffId)) return theCase.recusedIds.includes(staffId) ? 'recused' : 'related';
  const chaired = theCase.examiners.some((each) => each.staffId === staffId && each.how === 'chaired');
  return chaired && kind !== 'HEARING' ? 'chaired' : undefined;
}

/** How many meetings of a task were concluded in one round: what a reopened task did before does not count against it. */
export function concludedIn(
  round: number,
  meetings: readonly { readonly state: MeetingState; readonly taskRound: number }[],
): number {
  return meetings.filter(({ state, taskRound }) => state === 'CONCLUDED' && taskRound === round).length;
}

const daysToAssign = 5;

/** An inspection has its officers within five working days of acceptance (ALL 55); ISO, by the calendar as it stands. */
export function assignLastDay(
  kind: MeetingKind,
  acceptedDay: string | null,
  calendar: WorkCalendar,
): string | undefined {
  if (kind !== 'INSPECTION' || acceptedDay === null) return undefined;
  return addWorkingDays(Temporal.PlainDate.from(acceptedDay), daysToAssign, calendar).toString();
}

/** Which visit the next one is: the first, or the one re-check 复查. A third is refused (domain §4.1). */
export function nextVisit(kind: MeetingKind, concluded: number): 1 | 2 | Objection {
  if (concluded === 0 || !visits.includes(kind)) return 1;
  return concluded === 1 ? 2 : object('third_visit');
}

/** What stands against an outcome: only a site visit, and only the first, can end with a re-check. */
export function judgeOutcome(kind: MeetingKind, visit: number, outcome: MeetingOutcome): Objection | undefined {
  if (outcome !== 'recheck') return undefined;
  if (!visits.includes(kind)) return object('recheck_not_possible');
  return visit > 1 ? object('third_visit') : undefined;
}
