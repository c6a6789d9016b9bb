import type { DraftAct, DraftState } from '../../../contract/compilation.ts';
import type { RefusalCode } from '../../../contract/words.ts';

/** From which states each act may be done (domain §1.8). */
export const draftActsFrom = {
  save: ['DRAFT', 'RETURNED'],
  submit: ['DRAFT', 'RETURNED'],
  takeBack: ['PENDING_REVIEW', 'PENDING_APPROVAL', 'APPROVED'],
  review: ['PENDING_REVIEW'],
  approve: ['PENDING_APPROVAL'],
  return: ['PENDING_REVIEW', 'PENDING_APPROVAL', 'APPROVED'],
  publish: ['APPROVED'],
  abandon: ['DRAFT', 'RETURNED'],
} as const satisfies Record<DraftAct, readonly DraftState[]>;

/** Whose item it is: the organ that decides is its implementing body, and it alone compiles it. Null: the townships. */
export function ownerOf({
  acceptingOrganId,
  decidingOrganId,
}: {
  readonly acceptingOrganId: string | null;
  readonly decidingOrganId: string | null;
}): string | null {
  return decidingOrganId ?? acceptingOrganId;
}

/** One act on a draft, as it was recorded. */
export interface DraftDeed {
  readonly act: Exclude<DraftAct, 'save'>;
  readonly round: number;
  readonly staffId: string;
  readonly note: string | null;
  /** ISO instant. */
  readonly actedAt: string;
}

/** What the rules read of a draft. */
export interface DraftFacts {
  readonly state: DraftState;
  readonly organId: string;
  readonly round: number;
  readonly approvalsNeeded: number;
  /** Everybody who ever typed in it or handed it in. */
  readonly compilers: readonly string[];
  /** Oldest first. */
  readonly deeds: readonly DraftDeed[];
}

/** Who wants to act: his permissions and his organ. */
export interface DraftViewer {
  readonly id: string;
  readonly organId: string | null;
  readonly may: (permission: string) => boolean;
}

export interface DraftObjection {
  readonly code: Extract<RefusalCode, 'draft_in_state' | 'draft_same_person'>;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** The approval bureau sees every draft, a department its own. */
export function isSeenBy(draft: Pick<DraftFacts, 'organId'>, viewer: DraftViewer): boolean {
  return viewer.may('drafts.approve') || draft.organId === viewer.organId;
}

/** Whether an act in this state belongs to the viewer's role, whoever he is. */
export function draftActBelongs(act: DraftAct, { state, organId }: DraftFacts, viewer: DraftViewer): boolean {
  const inDepartment = (permission: string) => viewer.may(permission) && viewer.organId === organId;
  switch (act) {
    case 'save':
    case 'submit':
    case 'abandon':
      return inDepartment('drafts.compile');
    case 'takeBack':
      return state === 'APPROVED' ? viewer.may('drafts.approve') : inDepartment('drafts.compile');
    case 'review':
      return inDepartment('drafts.review');
    case 'approve':
      return viewer.may('drafts.approve');
    case 'return':
      return state === 'PENDING_REVIEW' ? inDepartment('drafts.review') : viewer.may('drafts.approve');
    case 'publish':
      return viewer.may('drafts.publish');
  }
}

/**
 * What stands against an act: nothing, or one refusal. The state first, then the separation of persons: nobody reviews
 * what he compiled, and nobody approves or publishes what he compiled or reviewed, or approves twice.
 */
export function objectionToDraft(act: DraftAct, facts: DraftFacts, viewer: DraftViewer): DraftObjection | undefined {
  const from: readonly DraftState[] = draftActsFrom[act];
  if (!from.includes(facts.state) || !draftActBelongs(act, facts, viewer))
    return { code: 'draft_in_state', facts: { state: facts.state } };
  const same = (did: string): DraftObjection => ({ code: 'draft_same_person', facts: { did } });
  if (act !== 'review' && act !== 'approve' && act !== 'publish') return undefined;
  if (facts.compilers.includes(viewer.id)) return same('compiled');
  if (act === 'review') return undefined;
  const { reviews, approvals } = approvalsOf(facts);
  if (reviews.some(({ staffId }) => staffId === viewer.id)) return same('reviewed');
  if (act === 'approve' && approvals.some(({ staffId }) => staffId === viewer.id)) return same('approved');
  return undefined;
}

/** Where a draft stands after an act that nothing stood against. */
export function draftStateAfter(act: DraftAct, facts: DraftFacts): DraftState {
  switch (act) {
    case 'save':
      return facts.state;
    case 'submit':
      return 'PENDING_REVIEW';
    case 'takeBack':
      return facts.state === 'APPROVED' ? 'PENDING_APPROVAL' : 'DRAFT';
    case 'review':
      return 'PENDING_APPROVAL';
    case 'approve':
      return approvalsOf(facts).approvals.length + 1 >= facts.approvalsNeeded ? 'APPROVED' : 'PENDING_APPROVAL';
    case 'return':
      return 'RETURNED';
    case 'publish':
      return 'PUBLISHED';
    case 'abandon':
      return 'ABANDONED';
  }
}

/** The approvals that count: of this round, and those of the bureau since it last took its word back. */
export function approvalsOf({ deeds, round }: Pick<DraftFacts, 'deeds' | 'round'>): {
  reviews: DraftDeed[];
  approvals: DraftDeed[];
} {
  const current = deeds.filter((deed) => deed.round === round);
  const takenBack = current.findLastIndex(({ act }) => act === 'takeBack');
  return {
    reviews: current.filter(({ act }) => act === 'review'),
    approvals: current.slice(takenBack + 1).filter(({ act }) => act === 'approve'),
  };
}

/** The acts that this viewer may do now, and those of his that something stands against. */
export function actionsOnDraft(
  facts: DraftFacts,
  viewer: DraftViewer,
): { actions: DraftAct[]; blocked: { act: DraftAct; code: RefusalCode }[] } {
  const actions: DraftAct[] = [];
  const blocked: { act: DraftAct; code: RefusalCode }[] = [];
  for (const act of Object.keys(draftActsFrom) as DraftAct[]) {
    const objection = objectionToDraft(act, facts, viewer);
    if (objection === undefined) actions.push(act);
    else if (objection.code === 'draft_same_person') blocked.push({ act, code: objection.code });
  }
  return { actions, blocked };
}

/** The states in which a draft waits for an act of a role's. */
export function statesWaitingFor(viewer: Pick<DraftViewer, 'may'>): DraftState[] {
  return [
    ...(viewer.may('drafts.compile') ? (['DRAFT', 'RETURNED'] as const) : []),
    ...(viewer.may('drafts.review') ? (['PENDING_REVIEW'] as const) : []),
    ...(viewer.may('drafts.approve') ? (['PENDING_APPROVAL', 'APPROVED'] as const) : []),
  ];
}
