import { Input, Radio } from 'antd';
import { useRead } from '../../api/hooks.ts';
import { useKept } from '../../ui/staff/kept.ts';
import { Notice } from '../../ui/staff/Paper.tsx';
import type { ActProps } from '../staff/act.ts';
import { useCaseAct } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import { ActForm } from './act-form.tsx';

/** The head's answer to a request for more time, with what everybody is told of it. */
export function Extend({ kase, able, done }: ActProps) {
  const { t, day } = useWords();
  const read = useRead('GET /cases/:caseId/procedures', { caseId: kase.caseId });
  const asked = read.data?.extensions.find(({ state }) => state === 'ASKED');
  const extend = useCaseAct('POST /cases/:caseId/extend');
  const [draft, setDraft, forget] = useKept<{ answer?: 'approve' | 'refuse'; reason: string; explanation: string }>(
    `doorstep.extend.${kase.caseId}`,
    { reason: '', explanation: '' },
  );
  const { answer } = draft;
  const [reason, explanation] = [draft.reason.trim(), draft.explanation.trim()];
  return (
    <ActForm
      able={able && asked !== undefined}
      pending={extend.isPending}
      error={extend.error}
      faults={[
        ...(answer === undefined ? [t('procedures.extend.needAnswer')] : []),
        ...(answer === 'approve' && explanation === '' ? [t('procedures.extend.needExplanation')] : []),
        ...(answer === 'refuse' && reason === '' ? [t('procedures.needReason')] : []),
      ]}
      button={t(answer === 'refuse' ? 'procedures.extend.doRefuse' : 'procedures.extend.doApprove')}
      effects={answer === 'refuse' ? [] : [t('procedures.extend.effect')]}
      submit={() => {
        if (answer === undefined || asked === undefined) return;
        extend.mutate(
          {
            caseId: kase.caseId,
            extensionId: asked.extensionId,
            answer,
            ...(answer === 'refuse' ? { reason } : { explanation }),
          },
          {
            onSuccess: () => {
              forget();
              done();
            },
          },
        );
      }}
    >
      {read.data !== undefined && asked === undefined && <Notice tone="plain">{t('procedures.extend.nothing')}</Notice>}
      {asked && (
        <>
          <p>
            {t('procedures.extend.sentence', { who: asked.askedBy.name, days: asked.days, day: day(asked.oldDay) })}
          </p>
          <blockquote>{asked.reason}</blockquote>
        </>
      )}
      <fieldset>
        <legend>{t('procedures.extend.answer')}</legend>
        <Radio.Group
          aria-label={t('procedures.extend.answer')}
          value={answer}
          onChange={(event) => setDraft({ ...draft, answer: event.target.value })}
          options={[
            { value: 'approve', label: t('procedures.extend.approve') },
            { value: 'refuse', label: t('procedures.extend.refuse') },
          ]}
        />
      </fieldset>
      {answer === 'refuse' ? (
        <>
          <label htmlFor="extend-reason">{t('procedures.extend.refusal')}</label>
          <Input.TextArea
            id="extend-reason"
            rows={3}
            maxLength={1000}
            value={draft.reason}
            onChange={(event) => setDraft({ ...draft, reason: event.target.value })}
          />
        </>
      ) : (
        <>
          <label htmlFor="extend-explanation">{t('procedures.extend.explanation')}</label>
          <p className="quiet" id="extend-explanation-hint">
            {t('procedures.extend.explanationHint')}
          </p>
          <Input.TextArea
            id="extend-explanation"
            aria-describedby="extend-explanation-hint"
            rows={3}
            maxLength={500}
            value={draft.explanation}
            onChange={(event) => setDraft({ ...draft, explanation: event.target.value })}
          />
        </>
      )}
    </ActForm>
  );
}
