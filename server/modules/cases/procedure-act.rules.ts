import type { CaseAct } from '../../../contract/cases.ts';
import type { AwaitedHead, CaseFacts, Objection, Viewer } from './case.data.ts';

/**
 * Whose the acts are that move a case's limit or send it up, and what of the process stands against them. Of another organ's
 * acts nothing is said, as of what does not exist.
 */
export function procedureObjection(
  act: CaseAct,
  facts: Pick<
    CaseFacts,
    'run' | 'leadOrganId' | 'reportsUp' | 'upperOutcome' | 'pausingTasks' | 'procedureOrganId' | 'awaitedHead'
  >,
  viewer: Viewer,
): Objection | undefined {
  const notHere: Objection = { code: 'not_found', facts: {} };
  const leads = viewer.organId !== null && viewer.organId === facts.leadOrganId;
  switch (act) {
    case 'startProcedure':
      return leads || hasPausingTask(facts, viewer) ? undefined : notHere;
    case 'endProcedure':
      return leads || (viewer.organId !== null && viewer.organId === facts.procedureOrganId) ? undefined : notHere;
    case 'requestExtension':
      return leads ? undefined : notHere;
    case 'extend':
      return extensionObjection(facts.awaitedHead, viewer);
    case 'reportUp':
      return leads && facts.reportsUp && facts.upperOutcome === null ? undefined : notHere;
    case 'recordUpperDecision':
      return leads ? undefined : notHere;
    case 'decide':
      // ALL 35, 43: the lower organ examines, the upper one decides.
      return facts.reportsUp && facts.upperOutcome === null ? { code: 'report_up_first', facts: {} } : undefined;
    default:
      return undefined;
  }
}

/**
 * ALL 42: the head approves what those who handle the matter asked for. Where nobody asked he extends nothing of his own
 * motion, and what was asked of another head is not his to answer.
 */
function extensionObjection(awaited: AwaitedHead | null, viewer: Viewer): Objection | undefined {
  if (awaited === null) return { code: 'extension_not_asked', facts: {} };
  return isHead(viewer, awaited) ? undefined : { code: 'extension_not_yours', facts: { approver: awaited.role } };
}

/**
 * The head who answers for an organ: 机关负责人 is its own, 本级人民政府负责人 that of its own region. The head of a township's
 * government extends no limit of a district's organ, nor the other way round.
 */
export function headOver(
  role: AwaitedHead['role'],
  organ: { readonly id: string; readonly regionId: string },
): AwaitedHead {
  return { role, of: role === 'organHead' ? organ.id : organ.regionId };
}

/** Whether a post is that head's. */
export function isHead(
  post: { readonly role: string | null; readonly organId: string | null; readonly areaRegionId: string | null },
  { role, of }: AwaitedHead,
): boolean {
  return post.role === role && (role === 'organHead' ? post.organId : post.areaRegionId) === of;
}

/** Whether this organ has in hand a task for which the item lets the limit stand still. */
function hasPausingTask({ run, pausingTasks }: Pick<CaseFacts, 'run' | 'pausingTasks'>, { organId }: Viewer): boolean {
  return run.tasks.some(
    ({ key, state, organisationId, originId }) =>
      organisationId === organId &&
      (state === 'open' || state === 'signedFor') &&
      originId === null &&
      pausingTasks.includes(key),
  );
}
