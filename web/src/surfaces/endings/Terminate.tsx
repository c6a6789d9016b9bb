import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { terminationGrounds } from '../../../../contract/words.ts';
import { useKept } from '../../ui/staff/kept.ts';
import { Key, useKeys } from '../../ui/staff/keys.tsx';
import { Notice } from '../../ui/staff/Paper.tsx';
import type { ActProps } from '../staff/act.ts';
import { PreviewPaper } from '../staff/PreviewPaper.tsx';
import { usePreview } from '../staff/preview.ts';
import { Refused, useCaseAct } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import { originalsOf, Returned } from './Returned.tsx';

type Ground = (typeof terminationGrounds)[number];

/** 终止办理: a ground of the closed list, what happened, and what goes back; the notice is read before it is issued. */
export function Terminate({ kase, able, done }: ActProps) {
  const { t } = useWords();
  const terminate = useCaseAct('POST /cases/:caseId/terminate');
  const [draft, setDraft, forget] = useKept<{ ground?: Ground; reason: string; returned: string[] }>(
    `doorstep.terminate.${kase.caseId}`,
    { reason: '', returned: originalsOf(kase) },
  );
  const [tried, setTried] = useState(false);
  const { ground } = draft;
  const reason = draft.reason.trim();
  const faults = [
    ...(ground === undefined ? [t('endings.terminate.needGround')] : []),
    ...(reason === '' ? [t('endings.terminate.needReason')] : []),
  ];
  const preview = usePreview(
    {
      caseId: kase.caseId,
      act: 'terminate',
      returned: draft.returned.join(','),
      ...(ground ? { ground } : {}),
      ...(reason ? { text: reason } : {}),
    },
    { enabled: able && ground !== undefined },
  );
  const submit = () => {
    setTried(true);
    if (faults.length > 0 || ground === undefined) return;
    terminate.mutate(
      { caseId: kase.caseId, ground, reason, returned: draft.returned },
      {
        onSuccess: () => {
          forget();
          done();
        },
      },
    );
  };
  useKeys({ 'Ctrl+Enter': able && !terminate.isPending ? submit : undefined });
  return (
    <>
      <div className="act-body">
        <div className="act-main stack">
          <p>{t('endings.terminate.sentence')}</p>
          <fieldset aria-describedby={tried && ground === undefined ? 'terminate-ground-fault' : undefined}>
            <legend>{t('endings.terminate.ground')}</legend>
            <Radio.Group
              aria-label={t('endings.terminate.ground')}
              className="stack"
              value={ground}
              onChange={(event) => setDraft({ ...draft, ground: event.target.value })}
              options={terminationGrounds.map((each) => ({
                value: each,
                label: t(`endings.terminate.grounds.${each}`),
              }))}
            />
            {tried && ground === undefined && (
              <p id="terminate-ground-fault" className="fault">
                {t('endings.terminate.needGround')}
              </p>
            )}
          </fieldset>
          <label htmlFor="terminate-reason">{t('endings.terminate.reason')}</label>
          <Input.TextArea
            id="terminate-reason"
            rows={5}
            maxLength={2000}
            placeholder={t('endings.terminate.reasonHint')}
            value={draft.reason}
            aria-invalid={tried && reason === ''}
            onChange={(event) => setDraft({ ...draft, reason: event.target.value })}
          />
          {tried && reason === '' && <p className="fault">{t('endings.terminate.needReason')}</p>}
          <Returned kase={kase} chosen={draft.returned} choose={(returned) => setDraft({ ...draft, returned })} />
          <h2>{t('endings.effects')}</h2>
          <ol className="effects">
            <li>{t('endings.terminate.notice')}</li>
            <li>{t('endings.stops')}</li>
            {preview.data?.tells && <li>{t('endings.told', { phone: preview.data.tells })}</li>}
            <li>{t('endings.onlyRead')}</li>
          </ol>
        </div>
        <div className="act-paper">{ground !== undefined && <PreviewPaper preview={preview} />}</div>
      </div>
      <div className="act-foot">
        <div className="grow">
          <Refused error={terminate.error} />
          {tried && faults.length > 0 && (
            <Notice tone="red" role="alert">
              {faults.map((fault) => (
                <div key={fault}>{fault}</div>
              ))}
            </Notice>
          )}
        </div>
        {able && (
          <Button type="primary" loading={terminate.isPending} onClick={submit}>
            {t('endings.terminate.do')} <Key>Ctrl Enter</Key>
          </Button>
        )}
      </div>
    </>
  );
}
