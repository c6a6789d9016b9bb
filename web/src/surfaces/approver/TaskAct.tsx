import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useRead } from '../../api/hooks.ts';
import { useKept } from '../../ui/staff/kept.ts';
import { Key, useKeys } from '../../ui/staff/keys.tsx';
import { Notice } from '../../ui/staff/Paper.tsx';
import type { ActProps } from '../staff/act.ts';
import { Progress } from '../staff/Progress.tsx';
import { Refused, useCaseAct } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';

const routes = {
  returnTask: 'POST /cases/:caseId/return-task',
  reopenTask: 'POST /cases/:caseId/reopen-task',
  reassignTask: 'POST /cases/:caseId/reassign-task',
  addSigner: 'POST /cases/:caseId/add-signer',
} as const;
export type TaskPageAct = keyof typeof routes;

/** 退回、重办、改派、加签: one task of several, a reason, and for the last two an organ. Its sisters go on. */
export function TaskAct({ kase, task, able, done, act }: ActProps & { act: TaskPageAct }) {
  const { t, local } = useWords();
  const asksOrgan = act === 'reassignTask' || act === 'addSigner';
  const run = useCaseAct(routes[act]);
  const organs = useRead('GET /cases/:caseId/organs', { caseId: kase.caseId }, { enabled: asksOrgan });
  const [draft, setDraft, forget] = useKept<{ organId?: string; reason: string }>(
    `doorstep.${act}.${kase.caseId}.${task?.taskId ?? ''}`,
    { reason: '' },
  );
  const [tried, setTried] = useState(false);
  const faults = [
    ...(asksOrgan && draft.organId === undefined ? [t('tasks.needOrgan')] : []),
    ...(draft.reason.trim() === '' ? [t('tasks.needReason')] : []),
  ];
  const submit = () => {
    setTried(true);
    if (task === undefined || faults.length > 0) return;
    const input = {
      caseId: kase.caseId,
      taskId: task.taskId,
      reason: draft.reason.trim(),
      organId: draft.organId ?? '',
    };
    run.mutate(
      asksOrgan ? input : ({ caseId: input.caseId, taskId: input.taskId, reason: input.reason } as typeof input),
      {
        onSuccess: () => {
          forget();
          done();
        },
      },
    );
  };
  useKeys({ 'Ctrl+Enter': able && !run.isPending ? submit : undefined });
  return (
    <>
      <div className="act-body">
        <div className="act-main stack">
          <p>
            {t(`tasks.sentence.${act}`, { task: task ? local(task.name) : '', organ: task ? local(task.organ) : '' })}
          </p>
          {asksOrgan && (
            <div>
              <label htmlFor="organ">{t('tasks.organ')}</label>
              <Select
                id="organ"
                showSearch={{ optionFilterProp: 'label' }}
                style={{ width: '100%' }}
                placeholder={t('tasks.chooseOrgan')}
                {...(draft.organId !== undefined && { value: draft.organId })}
                onChange={(organId: string) => setDraft((before) => ({ ...before, organId }))}
                options={(organs.data?.organs ?? [])
                  .filter(({ organId }) => act === 'reassignTask' || organId !== task?.organId)
                  .map(({ organId, name }) => ({ value: organId, label: local(name) }))}
              />
            </div>
          )}
          <div>
            <label htmlFor="reason">{t('tasks.reason')}</label>
            <Input.TextArea
              id="reason"
              rows={4}
              maxLength={1000}
              placeholder={t(`tasks.hint.${act}`)}
              value={draft.reason}
              onChange={(event) => setDraft((before) => ({ ...before, reason: event.target.value }))}
            />
          </div>
          <Progress kase={kase} />
        </div>
      </div>
      <div className="act-foot">
        <div className="grow">
          <Refused error={run.error} />
          {tried && faults.length > 0 ? (
            <Notice tone="red" role="alert">
              {faults.join('')}
            </Notice>
          ) : (
            <p className="quiet">{t('tasks.sisters')}</p>
          )}
        </div>
        {able && task && (
          <Button type="primary" loading={run.isPending} onClick={submit}>
            {t(`act.${act}`)} <Key>Ctrl Enter</Key>
          </Button>
        )}
      </div>
    </>
  );
}

export const ReturnTask = (props: ActProps) => <TaskAct {...props} act="returnTask" />;
export const ReopenTask = (props: ActProps) => <TaskAct {...props} act="reopenTask" />;
export const ReassignTask = (props: ActProps) => <TaskAct {...props} act="reassignTask" />;
export const AddSigner = (props: ActProps) => <TaskAct {...props} act="addSigner" />;
