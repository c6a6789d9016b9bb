import type { CaseAct } from '../../../contract/cases.ts';
import type { CaseState, Outcome } from '../../../contract/values.ts';
import { caseStates, type RefusalCode } from '../../../contract/words.ts';
import type { ClockView } from '../deadlines/index.ts';
import { isDecided, type Run, stateOfRun, type TaskAct, taskActs, vetoesOf } from '../tasks/index.ts';
import type { CaseFacts, Objection, Viewer } from './case.data.ts';
import { endsTooLate } from './ending.rules.ts';
import { returnObjection } from './front-return.rules.ts';
import { procedureObjection } from './procedure-act.rules.ts';
import { recusalObjection } from './recusal.rules.ts';
import { tasksFor } from './task-act.rules.ts';
import { commitmentObjection } from './tolerance.rules.ts';

/** Accepted, and not decided yet. */
const underWay = ['ACCEPTED', 'IN_REVIEW', 'SPECIAL_PROCEDURE', 'DECIDING'] as const;
/** Handed in, and not decided yet. */
const undecided = ['RECEIVED', 'CORRECTION_REQUIRED', ...underWay, 'REPORTED_UP'] as const;

/** From which states each act may be done (domain §2.2). The states that an act leads to stand in `stateAfter`. */
export const actsFrom = {
  save: ['DRAFT'],
  submit: ['DRAFT'],
  supplement: ['CORRECTION_REQUIRED'],
  withdraw: undecided,
  receiveResult: ['DELIVERING'],
  verifyIdentity: [...undecided, 'CERTIFYING', 'DELIVERING'],
  accept: ['RECEIVED'],
  acceptTolerated: ['RECEIVED'],
  correct: ['RECEIVED'],
  refuse: ['RECEIVED'],
  receiveSupplement: ['CORRECTION_REQUIRED'],
  receiveTolerated: [...underWay, 'REPORTED_UP'],
  withdrawCommitment: undecided,
  verifyCommitment: ['CERTIFYING', 'DELIVERING', 'COMPLETED', 'ARCHIVED'],
  signFor: ['ACCEPTED', 'IN_REVIEW', 'SPECIAL_PROCEDURE'],
  review: ['IN_REVIEW', 'SPECIAL_PROCEDURE'],
  arrange: ['ACCEPTED', 'IN_REVIEW', 'SPECIAL_PROCEDURE'],
  returnTask: ['ACCEPTED', 'IN_REVIEW', 'SPECIAL_PROCEDURE'],
  reopenTask: underWay,
  reassignTask: ['ACCEPTED', 'IN_REVIEW', 'SPECIAL_PROCEDURE'],
  addSigner: ['ACCEPTED', 'IN_REVIEW', 'SPECIAL_PROCEDURE'],
  postNotice: [...underWay, 'CERTIFYING'],
  closeNotice: [...underWay, 'CERTIFYING'],
  startProcedure: ['ACCEPTED', 'IN_REVIEW', 'REPORTED_UP', 'DECIDING'],
  endProcedure: ['SPECIAL_PROCEDURE'],
  requestExtension: [...underWay, 'REPORTED_UP'],
  extend: [...underWay, 'REPORTED_UP'],
  reportUp: ['ACCEPTED', 'IN_REVIEW', 'DECIDING'],
  recordUpperDecision: ['REPORTED_UP'],
  returnToFront: ['ACCEPTED', 'IN_REVIEW'],
  recuse: undecided,
  withdrawForApplicant: undecided,
  terminate: undecided,
  decide: ['DECIDING'],
  decideAtDesk: ['DECIDING'],
  certify: ['CERTIFYING'],
  assignDelivery: ['DELIVERING'],
  deliver: ['DELIVERING'],
  handOver: caseStates.filter((state) => state !== 'DRAFT' && state !== 'ARCHIVED'),
  serveDocument: caseStates.filter((state) => state !== 'DRAFT' && state !== 'ARCHIVED'),
  revokeMandate: [...undecided, 'CERTIFYING', 'DELIVERING'],
  reveal: caseStates.filter((state) => state !== 'DRAFT' && state !== 'ARCHIVED'),
} as const satisfies Record<CaseAct, readonly CaseState[]>;

const residentActs: readonly CaseAct[] = ['save', 'submit', 'supplement', 'withdraw', 'receiveResult'];
/** Done by the applicant himself, or at a window for him. */
const eitherActs: readonly CaseAct[] = ['withdrawCommitment', 'receiveTolerated'];
const intakeActs: readonly CaseAct[] = [
  'accept',
  'acceptTolerated',
  'correct',
  'refuse',
  'receiveSupplement',
  'receiveTolerated',
  'withdrawForApplicant',
  'decideAtDesk',
];

/** 受审分离: acts that examine, judge or move the limit; the window that took in or accepted does none of them. */
const separated: readonly CaseAct[] = [
  'signFor',
  'review',
  'arrange',
  'postNotice',
  'closeNotice',
  'startProcedure',
  'endProcedure',
  'reportUp',
  'recordUpperDecision',
  'verifyCommitment',
];
/** Those among them that say what somebody thinks of the application. */
const judging: readonly CaseAct[] = ['review', 'closeNotice', 'reportUp'];

/** Whether an act belongs to this viewer at all, whatever stands in its way today. */
export function belongsTo(act: CaseAct, viewer: Viewer): boolean {
  if (viewer.kind === 'resident') return residentActs.includes(act) || eitherActs.includes(act);
  return !residentActs.includes(act) && viewer.may(`cases.${act}`);
}

/**
 * What stands against an act: nothing, or one refusal. State first, then authorisation, then the separation of persons
 * (who takes in does not decide, domain §3.1), then days.
 */
export function objectionTo(act: CaseAct, facts: CaseFacts, viewer: Viewer): Objection | undefined {
  const object = (code: RefusalCode, more: Objection['facts'] = {}): Objection => ({ code, facts: more });
  if (endsTooLate(act, facts.state)) return object('decision_made', { state: facts.state });
  if (!(actsFrom[act] as readonly CaseState[]).includes(facts.state))
    return object('case_moved_on', { state: facts.state });
  if (viewer.kind === 'resident') {
    if (facts.accountId !== viewer.id && facts.principalId !== viewer.id) return object('not_found');
    const owing = commitmentObjection(act, facts);
    if (owing !== undefined) return owing;
    // What the window enters late may have come in time; online the day is today.
    if (act === 'supplement' && facts.correctionLastDay !== null && viewer.today > facts.correctionLastDay)
      return object('correction_over', { day: facts.correctionLastDay });
    // What was asked for on paper is handed over and signed for; nothing to take online.
    return act === 'receiveResult' && facts.deliveryWish !== 'ELECTRONIC'
      ? object('case_moved_on', { state: facts.state })
      : undefined;
  }
  const recusal = recusalObjection(act, facts, viewer);
  if (recusal !== undefined) return recusal;
  if (intakeActs.includes(act) && !viewer.itemIds.includes(facts.itemId)) return object('item_not_authorised');
  if (isTaskAct(act)) {
    const found = tasksFor(act, facts, viewer);
    if ('code' in found) return found;
  }
  const beside = procedureObjection(act, facts, viewer);
  if (beside !== undefined) return beside;
  const committed = commitmentObjection(act, facts);
  if (committed !== undefined) return committed;
  if (separated.includes(act)) {
    const chaired = facts.examiners.some(({ staffId, how }) => staffId === viewer.id && how === 'chaired');
    const same = samePerson(facts, [], viewer);
    if (same !== undefined) return same;
    // ALL 48(3): who chaired the hearing does not examine afterwards what was said there.
    if (chaired && judging.includes(act)) return object('same_person', { did: 'chaired' });
  }
  const isOver = facts.answerDueDay !== null && viewer.today > facts.answerDueDay;
  const tooLate = object('five_days_over', { day: facts.answerDueDay ?? '' });
  switch (act) {
    case 'verifyIdentity':
      return facts.isVerified ? object('identity_fixed') : undefined;
    case 'revokeMandate':
      return facts.principalId === null ? object('mandate_missing') : undefined;
    case 'accept':
    case 'acceptTolerated':
      // the law has accepted already, as of the day of receipt; no clerk's word comes before it.
      if (isOver && facts.silenceAccepts) return tooLate;
      return act === 'accept' && facts.openDefects > 0
        ? object('materials_missing', { count: facts.openDefects })
        : undefined;
    case 'correct':
      // once, within five working days; after that the law has spoken or the organ is late.
      return isOver ? tooLate : undefined;
    case 'refuse':
      return isOver && facts.silenceAccepts ? tooLate : undefined;
    case 'decide':
      return samePerson(facts, examinersOf(facts), viewer);
    case 'verifyCommitment':
      return facts.leadOrganId === viewer.organId ? undefined : object('not_found');
    case 'reopenTask':
      // ALL 35, 43: what went up is examined; the upper organ decides on just that.
      return facts.isReportedUp ? object('reported_up') : undefined;
    case 'reportUp':
      return reportObjection(facts.run);
    case 'returnToFront':
      return returnObjection(facts, viewer);
    case 'terminate':
      // Who only takes part in a matter ends nothing of it.
      return facts.leadOrganId === viewer.organId ? undefined : object('not_found');
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

/** ALL 43: what goes up is a first review that is whole, so nothing of it may still be under way. */
export function reportObjection({ tasks }: Run): Objection | undefined {
  if (tasks.some(({ kind, state }) => kind === 'DECISION' && state === 'open')) return undefined;
  const left = tasks.filter(
    ({ kind, state }) => kind !== 'DECISION' && !['waiting', 'done', 'cancelled'].includes(state),
  );
  return { code: 'tasks_open', facts: { count: left.length } };
}

/** Acts on one of a case's tasks. */
export function isTaskAct(act: CaseAct): act is TaskAct {
  return act in taskActs;
}

/** Who examined something of the matter, now or before it was done once more: by a task, or by what else he said of it. */
export function examinersOf({ run, examiners }: Pick<CaseFacts, 'run' | 'examiners'>): string[] {
  const byTask = run.tasks.flatMap(({ kind, doneBy }) => (kind === 'DECISION' || doneBy === null ? [] : [doneBy]));
  return [...new Set([...byTask, ...examiners.map(({ staffId }) => staffId)])];
}

/** Who took in, accepted or reviewed does not decide. */
export function samePerson(
  facts: Pick<CaseFacts, 'takenInBy' | 'acceptedBy'>,
  reviewers: readonly string[],
  officer: { id: string },
): Objection | undefined {
  if (facts.takenInBy === officer.id) return { code: 'same_person', facts: { did: 'takenIn' } };
  if (facts.acceptedBy === officer.id) return { code: 'same_person', facts: { did: 'accepted' } };
  if (reviewers.includes(officer.id)) return { code: 'same_person', facts: { did: 'reviewed' } };
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
      objection.code !== 'decision_made' &&
      objection.code !== 'not_found' &&
      objection.code !== 'identity_fixed' &&
      objection.code !== 'mandate_missing' &&
      objection.code !== 'extension_not_asked' &&
      objection.code !== 'extension_not_yours' &&
      objection.code !== 'task_moved_on' &&
      objection.code !== 'task_of_other_kind' &&
      objection.code !== 'commitment_not_there' &&
      objection.code !== 'supply_not_owed' &&
      objection.code !== 'tolerated_unlisted' &&
      act !== 'decideAtDesk'
    )
      blocked.push({ act, ...objection });
  }
  return { actions, blocked };
}

/** The state of a case from acceptance on, derived from what it waits for (design §6). */
export function stateOfCase({
  procedureId,
  reportedUpAt,
  upperOutcome,
  run,
}: {
  readonly procedureId: string | null;
  readonly reportedUpAt: string | null;
  readonly upperOutcome: Outcome | null;
  readonly run: Run;
}): CaseState {
  if (!isDecided(run)) {
    if (procedureId !== null) return 'SPECIAL_PROCEDURE';
    if (reportedUpAt !== null && upperOutcome === null) return 'REPORTED_UP';
  }
  return stateOfRun(run.tasks);
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

/**
 * What stands against a first review that goes up: a unit's veto binds its opinion. That it is not to be granted may be said
 * to the upper organ, else nobody could ever decide (ALL 35, 43).
 */
export function judgeReport({ opinion }: { opinion: 'agree' | 'disagree' }, run: Run): Objection | undefined {
  const vetoes = vetoesOf(run).length;
  return opinion === 'agree' && vetoes > 0 ? { code: 'vetoed', facts: { count: vetoes } } : undefined;
}

/**
 * What stands against a decision: a denial without reasons (ALL 38); a grant while a unit's veto binds, or while materials
 * are owed (容缺, domain §2.7). The upper organ decides over a veto that it was told of. A grant gives the item's standard
 * sentence when none is written.
 */
export function judgeDecision(
  { outcome, reason }: { outcome: Outcome; reason?: string | undefined },
  { run, owedMaterials, upperOutcome }: Pick<CaseFacts, 'run' | 'owedMaterials' | 'upperOutcome'>,
): Objection | undefined {
  // What came down is handed on as it was decided.
  if (upperOutcome !== null && upperOutcome !== outcome)
    return { code: 'upper_decides_otherwise', facts: { outcome: upperOutcome } };
  if (outcome === 'DENIED') return (reason ?? '').trim() === '' ? { code: 'reason_missing', facts: {} } : undefined;
  if (upperOutcome === null && vetoesOf(run).length > 0)
    return { code: 'vetoed', facts: { count: vetoesOf(run).length } };
  return owedMaterials > 0 ? { code: 'materials_owed', facts: { count: owedMaterials } } : undefined;
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
