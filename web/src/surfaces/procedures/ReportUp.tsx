import { Radio } from 'antd';
import { useRead } from '../../api/hooks.ts';
import { FieldGroup } from '../../ui/staff/Field.tsx';
import { useKept } from '../../ui/staff/kept.ts';
import type { ActProps } from '../staff/act.ts';
import { ActText } from '../staff/act-fields.tsx';
import { ActForm, useActForm } from '../staff/act-form.tsx';
import { useCaseAct } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';

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
  const form = useActForm({
    able,
    act: report,
    faults: {
      opinion: opinion === undefined && t('procedures.up.needOpinion'),
      text: text === '' && t('procedures.up.needText'),
    },
    submit: () => {
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
    },
  });
  return (
    <ActForm form={form} button={t('procedures.up.do')}>
      {upper && (
        <>
          <p>{t('procedures.up.sentence', { organ: local(upper.organ) })}</p>
          {upper.firstReviewDay && (
            <p className="quiet">{t('procedures.up.firstReview', { day: day(upper.firstReviewDay) })}</p>
          )}
        </>
      )}
      <FieldGroup label={t('procedures.up.opinion')} fault={form.at('opinion', t('procedures.up.opinion'))}>
        <Radio.Group
          aria-label={t('procedures.up.opinion')}
          value={opinion}
          onChange={(event) => setDraft({ ...draft, opinion: event.target.value })}
          options={[
            { value: 'agree', label: t('procedures.up.agree') },
            { value: 'disagree', label: t('procedures.up.disagree') },
          ]}
        />
      </FieldGroup>
      <ActText
        form={form}
        name="text"
        label={t('procedures.up.text')}
        rows={6}
        maxLength={4000}
        value={draft.text}
        onChange={(text) => setDraft({ ...draft, text })}
      />
    </ActForm>
  );
}
