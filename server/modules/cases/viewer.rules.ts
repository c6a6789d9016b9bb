import { type ItemVersion, processOf } from '../catalogue/index.ts';
import { permissionsOf, type ResidentCall, type StaffCall } from '../people/index.ts';
import { joinsOf, type Run } from '../tasks/index.ts';
import type { CaseFacts, Viewer } from './case.data.ts';
import type { Case } from './case.store.ts';

/** The caller as the rules see him. */
export function viewerOf(call: ResidentCall | StaffCall): Viewer {
  const today = call.today.toString();
  if ('resident' in call)
    return {
      kind: 'resident',
      id: call.resident.id,
      postId: null,
      organId: null,
      areaRegionId: null,
      role: null,
      itemIds: [],
      may: () => false,
      today,
    };
  const { post } = call.staff;
  const permissions = permissionsOf(post?.role);
  return {
    kind: 'staff',
    id: call.staff.id,
    postId: post?.id ?? null,
    organId: post?.organId ?? null,
    areaRegionId: post?.areaRegionId ?? null,
    role: post?.role ?? null,
    itemIds: [...(post?.itemIds ?? []), ...(post?.finishingItemIds ?? [])],
    may: (permission) => permissions.includes(permission),
    today,
  };
}

export function isVillageAgent(call: ResidentCall | StaffCall): boolean {
  return 'staff' in call && call.staff.post?.role === 'villageAgent';
}

/** A village agent who carries the result of what others took in sees no more of the case than that takes. */
export function seesOnlyResult(call: ResidentCall | StaffCall, theCase: Pick<Case, 'intakeCenterId'>): boolean {
  if (!('staff' in call) || !isVillageAgent(call)) return false;
  const { centerId } = call.staff.post ?? { centerId: null };
  return centerId === null || theCase.intakeCenterId !== centerId;
}

/** The process of a case as it runs. */
export function runOf({ tasks }: Pick<Case, 'tasks'>, version: ItemVersion): Run {
  return { tasks, joins: joinsOf(processOf(version)) };
}

/** The last day for what a notice asked for, where a local rule counts what nobody corrected as withdrawn (domain §2.3(e)). */
export function correctionLastDay(
  { duePurpose, dueDay }: Pick<Case, 'duePurpose' | 'dueDay'>,
  { content }: ItemVersion,
): string | null {
  return content.deemedWithdrawal !== undefined && duePurpose === 'correction' ? dueDay : null;
}

/** What the rules read of a case. */
export function factsOf(
  theCase: Pick<
    Case,
    | 'state'
    | 'caseType'
    | 'round'
    | 'itemId'
    | 'takenInBy'
    | 'acceptedBy'
    | 'tasks'
    | 'decidingOrganId'
    | 'owedMaterials'
    | 'commitmentId'
    | 'upperOutcome'
    | 'reportedUpAt'
    | 'deemedAccepted'
    | 'returnedAt'
    | 'answerLastDay'
    | 'recusedIds'
    | 'related'
    | 'examiners'
    | 'procedureOrganId'
    | 'awaitedHead'
    | 'openDefects'
    | 'deliveryPostId'
    | 'duePurpose'
    | 'dueDay'
    | 'accountId'
    | 'principalId'
    | 'applicantAssurance'
    | 'deliveryWish'
  >,
  version: ItemVersion,
): CaseFacts {
  return {
    state: theCase.state,
    caseType: theCase.caseType,
    round: theCase.round,
    itemId: theCase.itemId,
    takenInBy: theCase.takenInBy,
    acceptedBy: theCase.acceptedBy,
    run: runOf(theCase, version),
    leadOrganId: theCase.decidingOrganId,
    reportsUp: processOf(version).reportUp !== undefined,
    upperOutcome: theCase.upperOutcome,
    isReportedUp: theCase.reportedUpAt !== null,
    owedMaterials: theCase.owedMaterials,
    toleratesSome: version.content.materials.some(({ tolerated }) => tolerated !== undefined),
    isCommitted: theCase.commitmentId !== null,
    deemedAccepted: theCase.deemedAccepted,
    isReturned: theCase.returnedAt !== null,
    answerLastDay: theCase.answerLastDay,
    recusedIds: theCase.recusedIds,
    related: theCase.related,
    examiners: theCase.examiners,
    pausingTasks: processOf(version).stages.flatMap(({ tasks }) =>
      tasks.flatMap(({ key, pause }) => (pause === undefined ? [] : [key])),
    ),
    procedureOrganId: theCase.procedureOrganId,
    awaitedHead: theCase.awaitedHead,
    openDefects: theCase.openDefects,
    deliveryPostId: theCase.deliveryPostId,
    correctionLastDay: correctionLastDay(theCase, version),
    answerDueDay: theCase.duePurpose === 'answer' ? theCase.dueDay : null,
    silenceAccepts: version.content.deemedAcceptance,
    deliveryWish: theCase.deliveryWish,
    accountId: theCase.accountId,
    principalId: theCase.principalId,
    isVerified: theCase.applicantAssurance === 'verified',
    hasSingleOfficer: version.content.singleOfficer !== undefined,
  };
}
