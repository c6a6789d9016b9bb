import { Input, InputNumber } from 'antd';
import { useRead } from '../../api/hooks.ts';
import { useKept } from '../../ui/staff/kept.ts';
import { Notice } from '../../ui/staff/Paper.tsx';
import type { ActProps } from '../staff/act.ts';
import { useCaseAct } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import { ActForm } from './act-form.tsx';

/** 延期: asked for once, of whom the law names, before the limit ends. */
export function RequestExtension({ kase, able, done }: ActProps) {
  const { t, day } = useWords();
  const read = useRead('GET /cases/:caseId/procedures', { caseId: kase.caseId });
  const ask = useCaseAct('POST /cases/:caseId/request-extension');
  const [draft, setDraft, forget] = useKept<{ days?: number; reason: string }>(
    `doorstep.requestExtension.${kase.caseId}`,
    { reason: '' },
  );
  const { days } = draft;
  const reason = draft.reason.trim();
  const extendable = read.data?.extendable;
  const most = extendable?.most ?? 0;
  return (
    <ActForm
      able={able && extendable !== undefined}
      pending={ask.isPending}
      error={ask.error}
      faults={[
        ...(days === undefined || days > most ? [t('procedures.ask.needDays', { most })] : []),
        ...(reason === '' ? [t('procedures.needReason')] : []),
      ]}
      button={t('procedures.ask.do')}
      submit={() => {
        if (days === undefined) return;
        ask.mutate(
          { caseId: kase.caseId, days, reason },
          {
            onSuccess: () => {
              forget();
              done();
            },
          },
        );
      }}
    >
      {read.data !== undefined && extendable === undefined && (
        <Notice tone="plain">{t('procedures.ask.impossible')}</Notice>
      )}
      {extendable && (
        <p>
          {t('procedures.ask.sentence', {
            approver: t(`procedures.approver.${extendable.approver}`),
            most,
            day: day(extendable.lastDay),
          })}
        </p>
      )}
      <label htmlFor="extension-days">{t('procedures.ask.days')}</label>
      <InputNumber
        controls={false}
        id="extension-days"
        min={1}
        max={400}
        precision={0}
        value={days ?? null}
        onChange={(value) => {
          const { days: _, ...rest } = draft;
          setDraft(value === null ? rest : { ...rest, days: value });
        }}
      />
      <label htmlFor="extension-reason">{t('procedures.reason')}</label>
      <Input.TextArea
        id="extension-reason"
        rows={4}
        maxLength={1000}
        placeholder={t('procedures.ask.reasonHint')}
        value={draft.reason}
        onChange={(event) => setDraft({ ...draft, reason: event.target.value })}
      />
    </ActForm>
  );
}
