import { Input, Radio } from 'antd';
import { useRead } from '../../api/hooks.ts';
import { useKept } from '../../ui/staff/kept.ts';
import type { ActProps } from '../staff/act.ts';
import { useCaseAct } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import { ActForm } from './act-form.tsx';

/** 转报: the first review goes up with all materials. */
export function ReportUp({ kase, able, done }: ActProps) {
  const { t, day, local } = useWords();
  const upper = useRead('GET /cases/:caseId/procedures', { caseId: kase.caseId }).data?.upper;
  const report = useCaseAct('POST /cases/:caseId/report-up');
  const [draft, setDraft, forget] = useKept<{ opinion?: 'agree' | 'disagree'; text: string }>(
    `doorstep.reportUp.${kase.caseId}`,
    { text: '' },
  );
  const { opinion } = draft;
  const text = draft.text.trim();
  return (
    <ActForm
      able={able}
      pending={report.isPending}
      error={report.error}
      faults={[
        ...(opinion === undefined ? [t('procedures.up.needOpinion')] : []),
        ...(text === '' ? [t('procedures.up.needText')] : []),
      ]}
      button={t('procedures.up.do')}
      submit={() => {
        if (opinion === undefined) return;
        report.mutate(
          { caseId: kase.caseId, opinion, text },
          {
            onSuccess: () => {
              forget();
              done();
            },
          },
        );
      }}
    >
      {upper && (
        <>
          <p>{t('procedures.up.sentence', { organ: local(upper.organ) })}</p>
          {upper.firstReviewDay && (
            <p className="quiet">{t('procedures.up.firstReview', { day: day(upper.firstReviewDay) })}</p>
          )}
        </>
      )}
      <fieldset>
        <legend>{t('procedures.up.opinion')}</legend>
        <Radio.Group
          aria-label={t('procedures.up.opinion')}
          value={opinion}
          onChange={(event) => setDraft({ ...draft, opinion: event.target.value })}
          options={[
            { value: 'agree', label: t('procedures.up.agree') },
            { value: 'disagree', label: t('procedures.up.disagree') },
          ]}
        />
      </fieldset>
      <label htmlFor="report-text">{t('procedures.up.text')}</label>
      <Input.TextArea
        id="report-text"
        rows={6}
        maxLength={4000}
        value={draft.text}
        onChange={(event) => setDraft({ ...draft, text: event.target.value })}
      />
    </ActForm>
  );
}
