import { Radio } from 'antd';
import { useRead } from '../../api/hooks.ts';
import { FieldGroup } from '../../ui/staff/Field.tsx';
import { useKept } from '../../ui/staff/kept.ts';
import { Notice } from '../../ui/staff/Paper.tsx';
import type { ActProps } from '../staff/act.ts';
import { ActText } from '../staff/act-fields.tsx';
import { ActForm, useActForm } from '../staff/act-form.tsx';
import { useCaseAct, useToday } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import { Objections } from './Objections.tsx';

/** Ends a public notice: its objections with their answers, what came of it, and only after its last day. */
export function CloseNotice({ kase, task, able, done }: ActProps) {
  const { t, day } = useWords();
  const today = useToday();
  const read = useRead('GET /cases/:caseId/procedures', { caseId: kase.caseId });
  const posted = read.data?.notices.filter(({ closedAt }) => closedAt === undefined) ?? [];
  const notice = posted.find(({ taskId }) => taskId === task?.taskId) ?? posted[0];
  const close = useCaseAct('POST /cases/:caseId/close-notice');
  const [draft, setDraft, forget] = useKept<{ opinion?: 'agree' | 'disagree'; conclusion: string }>(
    `doorstep.closeNotice.${kase.caseId}`,
    { conclusion: '' },
  );
  const { opinion } = draft;
  const conclusion = draft.conclusion.trim();
  const unanswered = notice?.objections.filter(({ answer }) => answer === undefined).length ?? 0;
  const isRunning = notice !== undefined && today <= notice.untilDay;
  const form = useActForm({
    able: able && notice !== undefined && !isRunning,
    act: close,
    faults: {
      objections: unanswered > 0 && t('procedures.close.unanswered', { n: unanswered }),
      opinion: opinion === undefined && t('procedures.close.needOpinion'),
      conclusion: conclusion === '' && t('procedures.close.needConclusion'),
    },
    submit: () => {
      if (opinion === undefined || notice === undefined) return;
      close.mutate(
        { caseId: kase.caseId, taskId: notice.taskId, opinion, conclusion },
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
    <ActForm form={form} button={t('procedures.close.do')}>
      {read.data !== undefined && notice === undefined && <Notice tone="plain">{t('procedures.close.nothing')}</Notice>}
      {notice && (
        <>
          <p>{t('procedures.close.sentence', { day: day(notice.untilDay) })}</p>
          {isRunning && <p className="quiet">{t('procedures.close.running')}</p>}
          <blockquote>{notice.content}</blockquote>
          <FieldGroup label={t('procedures.close.objections')} fault={form.at('objections')}>
            <Objections caseId={kase.caseId} notice={notice} able={able} />
          </FieldGroup>
        </>
      )}
      {notice && !isRunning && (
        <>
          <FieldGroup label={t('procedures.close.opinion')} fault={form.at('opinion', t('procedures.close.opinion'))}>
            <Radio.Group
              aria-label={t('procedures.close.opinion')}
              value={opinion}
              onChange={(event) => setDraft({ ...draft, opinion: event.target.value })}
              options={[
                { value: 'agree', label: t('procedures.close.agree') },
                { value: 'disagree', label: t('procedures.close.disagree') },
              ]}
            />
          </FieldGroup>
          <ActText
            form={form}
            name="conclusion"
            label={t('procedures.close.conclusion')}
            rows={3}
            maxLength={2000}
            value={draft.conclusion}
            onChange={(text) => setDraft({ ...draft, conclusion: text })}
          />
        </>
      )}
    </ActForm>
  );
}
