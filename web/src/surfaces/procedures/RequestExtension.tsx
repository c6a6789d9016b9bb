import { useRead } from '../../api/hooks.ts';

import { useKept } from '../../ui/staff/kept.ts';
import { Notice } from '../../ui/staff/Paper.tsx';
import type { ActProps } from '../staff/act.ts';
import { ActDays, ActText } from '../staff/act-fields.tsx';
import { ActForm, useActForm } from '../staff/act-form.tsx';
import { useCaseAct } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';

/** 延期: asked for once, of whom the law names, before the limit ends. */
export function RequestExtension({ kase, able, done }: ActProps) {
  const { t, day } = useWords();
  const read = useRead('GET /cases/:caseId/procedures', { caseId: kase.caseId });
  const ask = useCaseAct('POST /cases/:caseId/request-extension');
  const [draft, setDraft, forget] = useKept<{ days?: number | undefined; reason: string }>(
    `doorstep.requestExtension.${kase.caseId}`,
    { reason: '' },
  );
  const { days } = draft;
  const reason = draft.reason.trim();
  const extendable = read.data?.extendable;
  const most = extendable?.most ?? 0;
  const form = useActForm({
    able: able && extendable !== undefined,
    act: ask,
    faults: {
      days: (days === undefined || days > most) && t('procedures.ask.needDays', { most }),
      reason: reason === '' && t('procedures.needReason'),
    },
    submit: () => {
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
    },
  });
  return (
    <ActForm form={form} button={t('procedures.ask.do')}>
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
      <ActDays
        form={form}
        name="days"
        label={t('procedures.ask.days')}
        value={days}
        onChange={(count) => setDraft({ ...draft, days: count })}
      />
      <ActText
        form={form}
        name="reason"
        label={t('procedures.reason')}
        rows={4}
        maxLength={1000}
        placeholder={t('procedures.ask.reasonHint')}
        value={draft.reason}
        onChange={(text) => setDraft({ ...draft, reason: text })}
      />
    </ActForm>
  );
}
