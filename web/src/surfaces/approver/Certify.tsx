import { Button } from 'antd';
import { Key, useKeys } from '../../ui/staff/keys.tsx';
import type { ActProps } from '../staff/act.ts';
import { Documents } from '../staff/Documents.tsx';
import { Refused, useCaseAct } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';

/** 制证: the certificate is made and checked; it goes to the exit window. */
export function Certify({ kase, task, able, done }: ActProps) {
  const { t } = useWords();
  const certify = useCaseAct('POST /cases/:caseId/certify');
  const submit = () =>
    certify.mutate({ caseId: kase.caseId, ...(task && { taskId: task.taskId }) }, { onSuccess: () => done() });
  useKeys({ 'Ctrl+Enter': able && !certify.isPending ? submit : undefined });
  return (
    <>
      <div className="act-body">
        <div className="act-main stack">
          <p>{t('tasks.certify')}</p>
          <Documents kase={kase} onOpen={(id) => window.open(`/staff/cases/${kase.caseId}?document=${id}`)} />
        </div>
      </div>
      <div className="act-foot">
        <div className="grow">
          <Refused error={certify.error} />
        </div>
        {able && (
          <Button type="primary" loading={certify.isPending} onClick={submit}>
            {t('act.certify')} <Key>Ctrl Enter</Key>
          </Button>
        )}
      </div>
    </>
  );
}
