import type { CaseAct } from '../../../contract/cases.ts';
import type { CaseState, CaseType, DeliveryWish, Outcome } from '../../../contract/values.ts';
import { caseStates, type RefusalCode } from '../../../contract/words.ts';
import type { ClockView } from '../deadlines/index.ts';

/** From which states each act may be done (domain §2.2). The states that an act leads to stand in `stateAfter`. */
export const actsFrom = {
  save: ['DRAFT'],
  submit: ['DRAFT'],
  supplement: ['CORRECTION_REQUIRED'],
  withdraw: ['RECEIVED', 'CORRECTION_REQUIRED', 'ACCEPTED', 'IN_REVIEW', 'DECIDING'],
  receiveResult: ['DELIVERING'],
  verifyIdentity: ['RECEIVED', 'CORRECTION_REQUIRED', 'ACCEPTED', 'IN_REVIEW', 'DECIDING', 'DELIVERING'],
  accept: ['RECEIVED'],
  correct: ['RECEIVED'],
  refuse: ['RECEIVED'],
  receiveSupplement: ['CORRECTION_REQUIRED'],
  signFor: ['ACCEPTED'],
  review: ['IN_REVIEW'],
  decide: ['DECIDING'],
  decideAtDesk: ['DECIDING'],
  assignDelivery: ['DELIVERING'],
  deliver: ['DELIVERING'],
  handOver: caseStates.filter((state) => state !== 'DRAFT'),
  revokeMandate: ['RECEIVED', 'CORRECTION_REQUIRED', 'ACCEPTED', 'IN_REVIEW', 'DECIDING', 'DELIVERING'],
  reveal: [
    'RECEIVED',
    'CORRECTION_REQUIRED',
    'ACCEPTED',
    'IN_REVIEW',
    'DECIDING',
    'DELIVERING',
    'COMPLETED',
    'ACCEPTANCE_REFUSED',
    'NOT_REQUIRED',
    'WITHDRAWN',
  ],
} as const satisfies Record<CaseAct, readonly CaseState[]>;

/** What the rules read of a case. Ids are of staff; days are ISO. */
export interface CaseFacts {
  readonly state: CaseState;
  readonly caseType: CaseType;
  readonly round: number;
  readonly itemId: string;
  readonly takenInBy: string | null;
  readonly acceptedBy: string | null;
  readonly reviewedBy: string | null;
  readonly openDefects: number;
  readonly deliveryPostId: string | null;
  /** Last day on which a correction notice may still be given; absent once the check is over. */
  readonly answerDueDay: string | null;
  /** The version gives five days of silence the meaning of acceptance. */
  readonly silenceAccepts: boolean;
  readonly deliveryWish: DeliveryWish;
  readonly accountId: string | null;
  /** For whom the account filed; he may do what it may. */
  readonly principalId: string | null;
  /** A clerk has seen the applicant's card. */
  readonly isVerified: boolean;
  /** The version lets one officer do an immediate matter alone, on a basis that it names. */
  readonly hasSingleOfficer: boolean;
}

/** Who wants to act: his permissions, and what of his post the rules ask for. */
export interface Viewer {
  readonly kind: 'resident' | 'staff';
  readonly id: string;
  readonly postId: string | null;
  readonly role: string | null;
  readonly itemIds: readonly string[];
  readonly may: (permission: string) => boolean;
  /** ISO day. */
  readonly today: string;
}

export interface Objection {
  readonly code: RefusalCode;
  readonly facts: Readonly<Record<string, string | number>>;
}

const residentActs: readonly CaseAct[] = ['save', 'submit', 'supplement', 'withdraw', 'receiveResult'];
const intakeActs: readonly CaseAct[] = ['accept', 'correct', 'refuse', 'receiveSupplement', 'decideAtDesk'];

/** Whether an act belongs to this viewer at all, whatever stands in its way today. */
export function belongsTo(act: CaseAct, viewer: Viewer): boolean {
  if (viewer.kind === 'resident') return residentActs.includes(act);
  return !residentActs.includes(act) && viewer.may(`cases.${act}`);
}

/**
 * What stands against an act: nothing, or one refusal. State first, then authorisation, then the separation of persons
 * (who takes in does not decide, domain §3.1), then days.
 */
export function objectionTo(act: CaseAct, facts: CaseFacts, viewer: Viewer): Objection | undefined {
  const object = (code: RefusalCode, more: Objection['facts'] = {}): Objection => ({ code, facts: more });
  if (!(actsFrom[act] as readonly CaseState[]).includes(facts.state))
    return object('case_moved_on', { state: facts.state });
  if (viewer.kind === 'resident') {
    if (facts.accountId !== viewer.id && facts.principalId !== viewer.id) return object('not_found');
    // What was asked for on paper is handed over and signed for; nothing to take online.
    return act === 'receiveResult' && facts.deliveryWish !== 'ELECTRONIC'
      ? object('case_moved_on', { state: facts.state })
      : undefined;
  }
  if (intakeActs.includes(act) && !viewer.itemIds.includes(facts.itemId)) return object('item_not_authorised');
  const isOver = facts.answerDueDay !== null && viewer.today > facts.answerDueDay;
  const tooLate = object('five_days_over', { day: facts.answerDueDay ?? '' });
  switch (act) {
    case 'verifyIdentity':
      return facts.isVerified ? object('identity_fixed') : undefined;
    case 'revokeMandate':
      return facts.principalId === null ? object('mandate_missing') : undefined;
    case 'accept':
      // the law has accepted already, as of the day of receipt; no clerk's word comes before it.
      if (isOver && facts.silenceAccepts) return tooLate;
      return facts.openDefects > 0 ? object('materials_missing', { count: facts.openDefects }) : undefined;
    case 'correct':
      // once, within five working days; after that the law has spoken or the organ is late.
      return isOver ? tooLate : undefined;
    case 'refuse':
      return isOver && facts.silenceAccepts ? tooLate : undefined;
    case 'review':
      // 受审分离: the window that took in or accepted does not examine.
      return samePerson({ ...facts, reviewedBy: null }, viewer);
    case 'decide':
      return samePerson(facts, viewer);
    case 'decideAtDesk':
      return facts.caseType === 'IMMEDIATE' ? undefined : object('second_officer_needed');
    case 'deliver':
      return viewer.role === 'villageAgent' && facts.deliveryPostId !== viewer.postId
        ? object('not_assigned')
        : undefined;
    default:
      return undefined;
  }
}

/** Who took in, accepted or reviewed does not decide. */
export function samePerson(
  facts: Pick<CaseFacts, 'takenInBy' | 'acceptedBy' | 'reviewedBy'>,
  decider: { id: string },
): Objection | undefined {
  if (facts.takenInBy === decider.id) return { code: 'same_person', facts: { did: 'takenIn' } };
  if (facts.acceptedBy === decider.id) return { code: 'same_person', facts: { did: 'accepted' } };
  if (facts.reviewedBy === decider.id) return { code: 'same_person', facts: { did: 'reviewed' } };
  return undefined;
}

/** The acts that this viewer may do now, and those of his that something stands against. */
export function actionsOf(
  facts: CaseFacts,
  viewer: Viewer,
): { actions: CaseAct[]; blocked: ({ act: CaseAct } & Objection)[] } {
  const actions: CaseAct[] = [];
  const blocked: ({ act: CaseAct } & Objection)[] = [];
  for (const act of Object.keys(actsFrom) as CaseAct[]) {
    if (!belongsTo(act, viewer)) continue;
    const objection = objectionTo(act, facts, viewer);
    if (objection === undefined) actions.push(act);
    else if (
      objection.code !== 'case_moved_on' &&
      objection.code !== 'not_found' &&
      objection.code !== 'identity_fixed' &&
      objection.code !== 'mandate_missing' &&
      act !== 'decideAtDesk'
    )
      blocked.push({ act, ...objection });
  }
  return { actions, blocked };
}

/** One of a case's tasks, as far as its state follows from them. */
export interface TaskFacts {
  readonly kind: 'review' | 'decision';
  readonly state: 'waiting' | 'open' | 'signedFor' | 'done' | 'cancelled';
}

/** The state of an accepted case, derived from its tasks (design §6). */
export function stateOfTasks(tasks: readonly TaskFacts[]): 'ACCEPTED' | 'IN_REVIEW' | 'DECIDING' | 'DELIVERING' {
  const live = tasks.filter((task) => task.state === 'open' || task.state === 'signedFor');
  if (live.some((task) => task.kind === 'review'))
    return live.some((task) => task.kind === 'review' && task.state === 'open') ? 'ACCEPTED' : 'IN_REVIEW';
  if (live.some((task) => task.kind === 'decision')) return 'DECIDING';
  return 'DELIVERING';
}

/** The tasks that an accepted case begins with: an immediate matter is decided at once, others are reviewed first. */
export function tasksAtAcceptance(
  caseType: CaseType,
): readonly { stage: number; kind: 'review' | 'decision'; state: 'open' | 'waiting' }[] {
  if (caseType === 'IMMEDIATE') return [{ stage: 1, kind: 'decision', state: 'open' }];
  return [
    { stage: 1, kind: 'review', state: 'open' },
    { stage: 2, kind: 'decision', state: 'waiting' },
  ];
}

/** One line of a correction: which material, and what the clerk says and the file shows about its newness. */
export interface DefectFacts {
  readonly key: string;
  readonly newlyArising: boolean;
  /** The material was supplied again in this very round. */
  readonly resupplied: boolean;
}

/**
 * What a correction may be in this round. In the first, one notice for everything. After a resubmission a
 * listed defect that is still open gets no second notice, only a pointer to the first; a new notice may list only what
 * newly arose from the corrected material, and only of a material that came in this round can that be said.
 */
export function judgeCorrection(
  round: number,
  listed: ReadonlySet<string>,
  defects: readonly DefectFacts[],
): { notice: readonly string[]; stillOpen: readonly string[] } | Objection {
  if (defects.length === 0) return { code: 'defects_missing', facts: {} };
  if (round === 1) return { notice: defects.map((defect) => defect.key), stillOpen: [] };
  const late = defects.find((defect) => (defect.newlyArising ? !defect.resupplied : !listed.has(defect.key)));
  if (late !== undefined) return { code: 'second_notice', facts: { key: late.key } };
  return {
    notice: defects.filter((defect) => defect.newlyArising).map((defect) => defect.key),
    stillOpen: defects.filter((defect) => !defect.newlyArising).map((defect) => defect.key),
  };
}

/** What a denial must carry (ALL 38): reasons. A grant gives the item's standard sentence when none is written. */
export function judgeDecision(outcome: Outcome, reason: string | undefined): Objection | undefined {
  return outcome === 'DENIED' && (reason ?? '').trim() === '' ? { code: 'reason_missing', facts: {} } : undefined;
}

/** The one date that matters in a state; nothing when nobody owes anything. */
export function duePurposeOf(state: CaseState): 'answer' | 'correction' | 'decision' | 'delivery' | undefined {
  switch (state) {
    case 'RECEIVED':
      return 'answer';
    case 'CORRECTION_REQUIRED':
      return 'correction';
    case 'ACCEPTED':
    case 'IN_REVIEW':
    case 'DECIDING':
    case 'SPECIAL_PROCEDURE':
    case 'REPORTED_UP':
      return 'decision';
    case 'DELIVERING':
    case 'CERTIFYING':
    case 'GRANTED':
      return 'delivery';
    default:
      return undefined;
  }
}

/** The five days as the case's one date. */
export function answerDue(clock: Pick<ClockView, 'dueDay' | 'provisional'>) {
  return {
    duePurpose: 'answer',
    dueDay: clock.dueDay,
    dueProvisional: clock.provisional,
    // The days of the decision are not known before acceptance.
    statutoryDueDay: null,
    promisedDueDay: null,
  } as const;
}
