import { Input, InputNumber, Radio } from 'antd';
import type { PauseGround } from '../../../../contract/deadlines.ts';
import { useRead } from '../../api/hooks.ts';
import { useKept } from '../../ui/staff/kept.ts';
import type { ActProps } from '../staff/act.ts';
import { useCaseAct } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import { ActForm } from './act-form.tsx';

/** 特别程序: what is done, how long it takes, why; the applicant gets its notice, and the limit stands still. */
export function StartProcedure({ kase, able, done }: ActProps) {
  const { t } = useWords();
  const grounds = useRead('GET /cases/:caseId/procedures', { caseId: kase.caseId }).data?.grounds ?? [];
  const start = useCaseAct('POST /cases/:caseId/start-procedure');
  const [draft, setDraft, forget] = useKept<{ ground?: PauseGround; days?: number; reason: string }>(
    `doorstep.startProcedure.${kase.caseId}`,
    { reason: '' },
  );
  const { ground, days } = draft;
  const reason = draft.reason.trim();
  return (
    <ActForm
      able={able}
      pending={start.isPending}
      error={start.error}
      faults={[
        ...(ground === undefined ? [t('procedures.start.needGround')] : []),
        ...(days === undefined ? [t('procedures.start.needDays')] : []),
        ...(reason === '' ? [t('procedures.needReason')] : []),
      ]}
      button={t('procedures.start.do')}
      effects={[t('procedures.start.told'), t('procedures.start.late')]}
      submit={() => {
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
      }}
    >
      <p>{t('procedures.start.sentence')}</p>
      <fieldset>
        <legend>{t('procedures.start.ground')}</legend>
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
      </fieldset>
      <p className="quiet">{t('procedures.start.counted')}</p>
      <label htmlFor="procedure-days">{t('procedures.start.days')}</label>
      <InputNumber
        controls={false}
        id="procedure-days"
        min={1}
        max={400}
        precision={0}
        value={days ?? null}
        onChange={(value) => {
          const { days: _, ...rest } = draft;
          setDraft(value === null ? rest : { ...rest, days: value });
        }}
      />
      <label htmlFor="procedure-reason">{t('procedures.reason')}</label>
      <Input.TextArea
        id="procedure-reason"
        rows={4}
        maxLength={1000}
        placeholder={t('procedures.start.reasonHint')}
        value={draft.reason}
        onChange={(event) => setDraft({ ...draft, reason: event.target.value })}
      />
    </ActForm>
  );
}
