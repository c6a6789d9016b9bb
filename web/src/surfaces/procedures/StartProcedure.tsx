import { Radio } from 'antd';
import type { PauseGround } from '../../../../contract/deadlines.ts';
import { useRead } from '../../api/hooks.ts';
import { FieldGroup } from '../../ui/staff/Field.tsx';
import { useKept } from '../../ui/staff/kept.ts';
import type { ActProps } from '../staff/act.ts';
import { ActDays, ActText } from '../staff/act-fields.tsx';
import { ActForm, useActForm } from '../staff/act-form.tsx';
import { useCaseAct } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';

/** 特别程序: what is done, how long it takes, why; the applicant gets its notice, and the limit stands still. */
export function StartProcedure({ kase, able, done }: ActProps) {
  const { t } = useWords();
  const grounds = useRead('GET /cases/:caseId/procedures', { caseId: kase.caseId }).data?.grounds ?? [];
  const start = useCaseAct('POST /cases/:caseId/start-procedure');
  const [draft, setDraft, forget] = useKept<{ ground?: PauseGround; days?: number | undefined; reason: string }>(
    `doorstep.startProcedure.${kase.caseId}`,
    { reason: '' },
  );
  const { ground, days } = draft;
  const reason = draft.reason.trim();
  const form = useActForm({
    able,
    act: start,
    faults: {
      ground: ground === undefined && t('procedures.start.needGround'),
      neededDays: days === undefined && t('procedures.start.needDays'),
      reason: reason === '' && t('procedures.needReason'),
    },
    submit: () => {
      if (ground === undefined || days === undefined) return;
      start.mutate(
        { caseId: kase.caseId, ground, neededDays: days, reason },
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
      button={t('procedures.start.do')}
      effects={[t('procedures.start.told'), t('procedures.start.late')]}
    >
      <p>{t('procedures.start.sentence')}</p>
      <FieldGroup label={t('procedures.start.ground')} fault={form.at('ground', t('procedures.start.ground'))}>
        <Radio.Group
          aria-label={t('procedures.start.ground')}
          className="stack"
          value={ground}
          onChange={(event) => setDraft({ ...draft, ground: event.target.value })}
          options={grounds.map(({ ground: each, basis }) => ({
            value: each,
            label: [t(`procedures.ground.${each}`), basis && `${basis.law}${basis.article ?? ''}`]
              .filter(Boolean)
              .join(t('comma')),
          }))}
        />
      </FieldGroup>
      <p className="quiet">{t('procedures.start.counted')}</p>
      <ActDays
        form={form}
        name="neededDays"
        label={t('procedures.start.days')}
        value={days}
        onChange={(count) => setDraft({ ...draft, days: count })}
      />
      <ActText
        form={form}
        name="reason"
        label={t('procedures.reason')}
        rows={4}
        maxLength={1000}
        placeholder={t('procedures.start.reasonHint')}
        value={draft.reason}
        onChange={(text) => setDraft({ ...draft, reason: text })}
      />
    </ActForm>
  );
}
