import { Select } from 'antd';
import { useRead } from '../../api/hooks.ts';
import { Field } from '../../ui/staff/Field.tsx';
import { useKept } from '../../ui/staff/kept.ts';
import type { ActProps } from '../staff/act.ts';
import { ActText } from '../staff/act-fields.tsx';
import { ActForm, useActForm } from '../staff/act-form.tsx';
import { Progress } from '../staff/Progress.tsx';
import { useCaseAct } from '../staff/Refused.tsx';
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
  const form = useActForm({
    able: able && task !== undefined,
    act: run,
    faults: {
      ...(asksOrgan && { organId: draft.organId === undefined && t('tasks.needOrgan') }),
      reason: draft.reason.trim() === '' && t('tasks.needReason'),
    },
    submit: () => {
      if (task === undefined) return;
      const input = { caseId: kase.caseId, taskId: task.taskId, reason: draft.reason.trim() };
      run.mutate(
        asksOrgan ? { ...input, organId: draft.organId ?? '' } : (input as typeof input & { organId: string }),
        {
          onSuccess: () => {
            forget();
            done();
          },
        },
      );
    },
  });
  return (
    <ActForm form={form} button={t(`act.${act}`)} note={<p className="quiet">{t('tasks.sisters')}</p>}>
      <p>{t(`tasks.sentence.${act}`, { task: task ? local(task.name) : '', organ: task ? local(task.organ) : '' })}</p>
      {asksOrgan && (
        <Field label={t('tasks.organ')} fault={form.at('organId', t('tasks.organ'))}>
          {(bound) => (
            <Select
              {...bound}
              showSearch={{ optionFilterProp: 'label' }}
              style={{ width: '100%' }}
              placeholder={t('tasks.chooseOrgan')}
              {...(draft.organId !== undefined && { value: draft.organId })}
              onChange={(organId: string) => setDraft((before) => ({ ...before, organId }))}
              options={(organs.data?.organs ?? [])
                .filter(({ organId }) => act === 'reassignTask' || organId !== task?.organId)
                .map(({ organId, name }) => ({ value: organId, label: local(name) }))}
            />
          )}
        </Field>
      )}
      <ActText
        form={form}
        name="reason"
        label={t('tasks.reason')}
        rows={4}
        maxLength={1000}
        placeholder={t(`tasks.hint.${act}`)}
        value={draft.reason}
        onChange={(text) => setDraft((before) => ({ ...before, reason: text }))}
      />
      <Progress kase={kase} />
    </ActForm>
  );
}

export const ReturnTask = (props: ActProps) => <TaskAct {...props} act="returnTask" />;
export const ReopenTask = (props: ActProps) => <TaskAct {...props} act="reopenTask" />;
export const ReassignTask = (props: ActProps) => <TaskAct {...props} act="reassignTask" />;
export const AddSigner = (props: ActProps) => <TaskAct {...props} act="addSigner" />;
