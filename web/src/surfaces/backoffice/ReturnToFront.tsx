import { useLocation } from 'wouter';
import { useKept } from '../../ui/staff/kept.ts';
import type { ActProps } from '../staff/act.ts';
import { ActText } from '../staff/act-fields.tsx';
import { ActForm, useActForm } from '../staff/act-form.tsx';
import { useCaseAct } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';

/** 退件: back to the window with a reason, once, inside the five days. The case is then no more this department's. */
export function ReturnToFront({ kase, able }: ActProps) {
  const { t, day } = useWords();
  const [, go] = useLocation();
  const giveBack = useCaseAct('POST /cases/:caseId/return-to-front');
  const [reason, setReason, forget] = useKept(`doorstep.returnToFront.${kase.caseId}`, '');
  const form = useActForm({
    able,
    act: giveBack,
    faults: { reason: reason.trim() === '' && t('backoffice.front.needReason') },
    submit: () =>
      giveBack.mutate(
        { caseId: kase.caseId, reason: reason.trim() },
        {
          onSuccess: () => {
            forget();
            go('/');
          },
        },
      ),
  });
  return (
    <ActForm form={form} button={t('backoffice.front.do')}>
      <p>{t('backoffice.front.lead')}</p>
      {kase.returnLastDay !== undefined && (
        <p>
          <strong>{t('backoffice.front.lastDay', { day: day(kase.returnLastDay) })}</strong>
        </p>
      )}
      <ActText
        form={form}
        name="reason"
        label={t('backoffice.front.reason')}
        rows={5}
        maxLength={1000}
        placeholder={t('backoffice.front.reasonHint')}
        value={reason}
        onChange={(text) => setReason(text)}
      />
      <p className="quiet">{t('backoffice.front.told')}</p>
    </ActForm>
  );
}
