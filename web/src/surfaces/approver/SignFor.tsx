import { useLocation } from 'wouter';
import type { ActProps } from '../staff/act.ts';
import { ActForm, useActForm } from '../staff/act-form.tsx';
import { MaterialList } from '../staff/Materials.tsx';
import { OwnTask } from '../staff/OwnTask.tsx';
import { AnswerList } from '../staff/Parties.tsx';
import { useCaseAct } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';

/** 签收: from here on the file is with this department; signing leads straight to the review. */
export function SignFor({ kase, task, able, done }: ActProps) {
  const { t, local } = useWords();
  const [, go] = useLocation();
  const sign = useCaseAct('POST /cases/:caseId/sign-for');
  const form = useActForm({
    able,
    act: sign,
    submit: () =>
      sign.mutate(
        { caseId: kase.caseId, ...(task && { taskId: task.taskId }) },
        {
          onSuccess: ({ actions }) =>
            actions.includes('review') && task?.kind === 'REVIEW'
              ? go(`/cases/${kase.caseId}/review?task=${task.taskId}`)
              : done(),
        },
      ),
  });
  return (
    <ActForm form={form} button={t('sign.do')}>
      <p>{t('sign.sentence', { organ: local(task?.organ ?? kase.decidingOrgan) })}</p>
      <OwnTask kase={kase} task={task} act="signFor" />
      <section className="block" aria-labelledby="materials">
        <h2 id="materials">{t('case.materials')}</h2>
        <MaterialList kase={kase} onOpen={(key) => go(`/cases/${kase.caseId}?material=${encodeURIComponent(key)}`)} />
      </section>
      <section className="block" aria-labelledby="form-answers">
        <h2 id="form-answers">{t('case.answers')}</h2>
        <AnswerList kase={kase} />
      </section>
    </ActForm>
  );
}
