import type { CaseAct } from '../../../contract/cases.ts';
import type { CaseFacts, Objection, Viewer } from './case.data.ts';

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
function extensionObjection(awaited: CaseFacts['awaitedHead'], viewer: Viewer): Objection | undefined {
  if (awaited === null) return { code: 'extension_not_asked', facts: {} };
  const headOf = viewer.role === 'governmentHead' ? viewer.areaRegionId : viewer.organId;
  return viewer.role === awaited.role && headOf === awaited.of
    ? undefined
    : { code: 'extension_not_yours', facts: { approver: awaited.role } };
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
