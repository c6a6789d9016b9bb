import { type ComponentType, lazy, Suspense } from 'react';
import { Link, Redirect, useLocation, useSearchParams } from 'wouter';
import { useRead } from '../../api/hooks.ts';
import { useKeys } from '../../ui/staff/keys.tsx';
import { Notice } from '../../ui/staff/Paper.tsx';
import type { ActProps } from './act.ts';
import { CaseHead } from './CaseHead.tsx';
import { usePageTitle } from './Chrome.tsx';
import { Loading } from './Loading.tsx';
import { isPageAct, type PageAct } from './page-acts.ts';
import { Refused, readableFacts } from './Refused.tsx';
import { HistoryBroken } from './Story.tsx';
import { refusalSentence, useWords } from './words.ts';

const pages: Record<PageAct, ComponentType<ActProps>> = {
  returnToFront: lazy(() =>
    import('../backoffice/ReturnToFront.tsx').then(({ ReturnToFront }) => ({ default: ReturnToFront })),
  ),
  recuse: lazy(() =>
    import('../backoffice/RecuseOfficer.tsx').then(({ RecuseOfficer }) => ({ default: RecuseOfficer })),
  ),
  accept: lazy(() => import('../window/Accept.tsx').then(({ Accept }) => ({ default: Accept }))),
  correct: lazy(() => import('../window/Correct.tsx').then(({ Correct }) => ({ default: Correct }))),
  refuse: lazy(() => import('../window/Refuse.tsx').then(({ Refuse }) => ({ default: Refuse }))),
  verifyIdentity: lazy(() =>
    import('../window/VerifyIdentity.tsx').then(({ VerifyIdentity }) => ({ default: VerifyIdentity })),
  ),
  receiveSupplement: lazy(() =>
    import('../window/ReceiveSupplement.tsx').then(({ ReceiveSupplement }) => ({ default: ReceiveSupplement })),
  ),
  decideAtDesk: lazy(() =>
    import('../window/DecideAtDesk.tsx').then(({ DecideAtDesk }) => ({ default: DecideAtDesk })),
  ),
  deliver: lazy(() => import('../window/Deliver.tsx').then(({ Deliver }) => ({ default: Deliver }))),
  assignDelivery: lazy(() =>
    import('../window/AssignDelivery.tsx').then(({ AssignDelivery }) => ({ default: AssignDelivery })),
  ),
  serveDocument: lazy(() =>
    import('../window/ServeDocument.tsx').then(({ ServeDocument }) => ({ default: ServeDocument })),
  ),
  signFor: lazy(() => import('../approver/SignFor.tsx').then(({ SignFor }) => ({ default: SignFor }))),
  review: lazy(() => import('../approver/Review.tsx').then(({ Review }) => ({ default: Review }))),
  returnTask: lazy(() => import('../approver/TaskAct.tsx').then(({ ReturnTask }) => ({ default: ReturnTask }))),
  reopenTask: lazy(() => import('../approver/TaskAct.tsx').then(({ ReopenTask }) => ({ default: ReopenTask }))),
  reassignTask: lazy(() => import('../approver/TaskAct.tsx').then(({ ReassignTask }) => ({ default: ReassignTask }))),
  addSigner: lazy(() => import('../approver/TaskAct.tsx').then(({ AddSigner }) => ({ default: AddSigner }))),
  certify: lazy(() => import('../approver/Certify.tsx').then(({ Certify }) => ({ default: Certify }))),
  decide: lazy(() => import('../approver/Decide.tsx').then(({ Decide }) => ({ default: Decide }))),
  withdrawForApplicant: lazy(() =>
    import('../endings/WithdrawForApplicant.tsx').then(({ WithdrawForApplicant }) => ({
      default: WithdrawForApplicant,
    })),
  ),
  startProcedure: lazy(() =>
    import('../procedures/StartProcedure.tsx').then(({ StartProcedure }) => ({ default: StartProcedure })),
  ),
  endProcedure: lazy(() =>
    import('../procedures/EndProcedure.tsx').then(({ EndProcedure }) => ({ default: EndProcedure })),
  ),
  requestExtension: lazy(() =>
    import('../procedures/RequestExtension.tsx').then(({ RequestExtension }) => ({ default: RequestExtension })),
  ),
  extend: lazy(() => import('../procedures/Extend.tsx').then(({ Extend }) => ({ default: Extend }))),
  reportUp: lazy(() => import('../procedures/ReportUp.tsx').then(({ ReportUp }) => ({ default: ReportUp }))),
  recordUpperDecision: lazy(() =>
    import('../procedures/RecordUpperDecision.tsx').then(({ RecordUpperDecision }) => ({
      default: RecordUpperDecision,
    })),
  ),
  postNotice: lazy(() => import('../procedures/PostNotice.tsx').then(({ PostNotice }) => ({ default: PostNotice }))),
  closeNotice: lazy(() =>
    import('../procedures/CloseNotice.tsx').then(({ CloseNotice }) => ({ default: CloseNotice })),
  ),
  acceptTolerated: lazy(() =>
    import('../commitments/AcceptTolerated.tsx').then(({ AcceptTolerated }) => ({ default: AcceptTolerated })),
  ),
  receiveTolerated: lazy(() =>
    import('../commitments/ReceiveTolerated.tsx').then(({ ReceiveTolerated }) => ({ default: ReceiveTolerated })),
  ),
  withdrawCommitment: lazy(() =>
    import('../commitments/WithdrawCommitment.tsx').then(({ WithdrawCommitment }) => ({ default: WithdrawCommitment })),
  ),
  verifyCommitment: lazy(() =>
    import('../commitments/VerifyCommitment.tsx').then(({ VerifyCommitment }) => ({ default: VerifyCommitment })),
  ),
  terminate: lazy(() => import('../endings/Terminate.tsx').then(({ Terminate }) => ({ default: Terminate }))),
};

/** One act on one case. What was typed stays on the page even when the act is no longer possible. */
export function ActPage({ caseId, act }: { caseId: string; act: string }) {
  const words = useWords();
  const { t } = words;
  const [, go] = useLocation();
  const [params] = useSearchParams();
  const read = useRead('GET /cases/:caseId', { caseId });
  const leave = () => go(`/cases/${caseId}`);
  useKeys({ Escape: leave });
  usePageTitle(isPageAct(act) ? t(`act.${act}`) : t('case.story'));
  const kase = read.data;
  // A task that meets is arranged on a page of its own, and a meeting that is arranged is opened from there.
  const meets = act === 'arrange' && kase?.tasks.find(({ actions }) => actions.includes('arrange'));
  if (meets) return <Redirect to={`/cases/${caseId}/tasks/${meets.taskId}/meeting`} replace />;
  if (kase === undefined || !isPageAct(act))
    return read.isError || !isPageAct(act) ? (
      <div className="page-pad">
        <Refused error={read.error} />
        <p>
          <Link href={`/cases/${caseId}`}>{t('backToCase')}</Link>
        </p>
      </div>
    ) : (
      <Loading />
    );
  const able = kase.actions.includes(act);
  const blocked = kase.blocked.find((each) => each.act === act);
  const mine = kase.tasks.filter(({ actions }) => actions.includes(act));
  const task = mine.find(({ taskId }) => taskId === params.get('task')) ?? mine[0];
  const Page = pages[act];
  return (
    <div className="page">
      <CaseHead kase={kase} title={t(`act.${act}`)}>
        <Link href={`/cases/${caseId}`}>{t('backToCase')}</Link>
      </CaseHead>
      {!kase.history.whole && (
        <div className="page-notices">
          <HistoryBroken kase={kase} />
        </div>
      )}
      {!able && (
        <div className="page-notices">
          <Notice tone="yellow" role="status">
            <strong>{t('cannot.title')}</strong>
            {t('colon')}
            {blocked
              ? refusalSentence(blocked.code, readableFacts(blocked.facts, words))
              : t('cannot.moved', { state: words.state(kase) })}
          </Notice>
        </div>
      )}
      <Suspense fallback={<Loading />}>
        <Page kase={kase} task={task} able={able} done={() => go(`/cases/${caseId}?done=${act}`)} />
      </Suspense>
    </div>
  );
}
