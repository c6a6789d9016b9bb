import { Button, Input } from 'antd';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useKept } from '../../ui/staff/kept.ts';
import { Key, useKeys } from '../../ui/staff/keys.tsx';
import { Notice } from '../../ui/staff/Paper.tsx';
import type { ActProps } from '../staff/act.ts';
import { Refused, useCaseAct } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';

/** 退件: back to the window with a reason, once, inside the five days. The case is then no more this department's. */
export function ReturnToFront({ kase, able }: ActProps) {
  const { t, day } = useWords();
  const [, go] = useLocation();
  const giveBack = useCaseAct('POST /cases/:caseId/return-to-front');
  const [reason, setReason, forget] = useKept(`doorstep.returnToFront.${kase.caseId}`, '');
  const [tried, setTried] = useState(false);
  const isMissing = reason.trim() === '';
  const submit = () => {
    setTried(true);
    if (isMissing) return;
    giveBack.mutate(
      { caseId: kase.caseId, reason: reason.trim() },
      {
        onSuccess: () => {
          forget();
          go('/');
        },
      },
    );
  };
  useKeys({ 'Ctrl+Enter': able && !giveBack.isPending ? submit : undefined });
  return (
    <>
      <div className="act-body">
        <div className="act-main stack">
          <p>{t('backoffice.front.lead')}</p>
          {kase.returnLastDay !== undefined && (
            <p>
              <strong>{t('backoffice.front.lastDay', { day: day(kase.returnLastDay) })}</strong>
            </p>
          )}
          <label htmlFor="reason">{t('backoffice.front.reason')}</label>
          <Input.TextArea
            id="reason"
            rows={5}
            maxLength={1000}
            value={reason}
            status={tried && isMissing ? 'error' : ''}
            aria-invalid={tried && isMissing}
            placeholder={t('backoffice.front.reasonHint')}
            onChange={(event) => setReason(event.target.value)}
          />
          {tried && isMissing && (
            <Notice tone="red" role="alert">
              {t('backoffice.front.needReason')}
            </Notice>
          )}
          <p className="quiet">{t('backoffice.front.told')}</p>
        </div>
      </div>
      <div className="act-foot">
        <div className="grow">
          <Refused error={giveBack.error} />
        </div>
        {able && (
          <Button type="primary" loading={giveBack.isPending} onClick={submit}>
            {t('backoffice.front.do')} <Key>Ctrl Enter</Key>
          </Button>
        )}
      </div>
    </>
  );
}
