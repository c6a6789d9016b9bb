import { Radio } from 'antd';
import { useRead } from '../../api/hooks.ts';
import { FieldGroup } from '../../ui/staff/Field.tsx';
import { useKept } from '../../ui/staff/kept.ts';
import { Notice } from '../../ui/staff/Paper.tsx';
import type { ActProps } from '../staff/act.ts';
import { ActText } from '../staff/act-fields.tsx';
import { ActForm, useActForm } from '../staff/act-form.tsx';
import { useCaseAct } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';

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
  const form = useActForm({
    able: able && asked !== undefined,
    act: extend,
    faults: {
      answer: answer === undefined && t('procedures.extend.needAnswer'),
      explanation: answer === 'approve' && explanation === '' && t('procedures.extend.needExplanation'),
      reason: answer === 'refuse' && reason === '' && t('procedures.needReason'),
    },
    submit: () => {
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
    },
  });
  return (
    <ActForm
      form={form}
      button={t(answer === 'refuse' ? 'procedures.extend.doRefuse' : 'procedures.extend.doApprove')}
      effects={answer === 'refuse' ? [] : [t('procedures.extend.effect')]}
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
      <FieldGroup label={t('procedures.extend.answer')} fault={form.at('answer', t('procedures.extend.answer'))}>
        <Radio.Group
          aria-label={t('procedures.extend.answer')}
          value={answer}
          onChange={(event) => setDraft({ ...draft, answer: event.target.value })}
          options={[
            { value: 'approve', label: t('procedures.extend.approve') },
            { value: 'refuse', label: t('procedures.extend.refuse') },
          ]}
        />
      </FieldGroup>
      {answer === 'refuse' ? (
        <ActText
          form={form}
          name="reason"
          label={t('procedures.extend.refusal')}
          rows={3}
          maxLength={1000}
          value={draft.reason}
          onChange={(text) => setDraft({ ...draft, reason: text })}
        />
      ) : (
        <ActText
          form={form}
          name="explanation"
          label={t('procedures.extend.explanation')}
          hint={t('procedures.extend.explanationHint')}
          rows={3}
          maxLength={500}
          value={draft.explanation}
          onChange={(text) => setDraft({ ...draft, explanation: text })}
        />
      )}
    </ActForm>
  );
}
