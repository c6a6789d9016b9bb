import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { useKept } from '../../ui/staff/kept.ts';
import { Key, useKeys } from '../../ui/staff/keys.tsx';
import { Notice } from '../../ui/staff/Paper.tsx';
import type { ActProps } from '../staff/act.ts';
import { PreviewPaper } from '../staff/PreviewPaper.tsx';
import { usePreview } from '../staff/preview.ts';
import { Refused, useCaseAct } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';

/** 不予受理 or 无需办理: with its reason, the competent organ and the remedies (ALL 32(1)(1), (2)). */
export function Refuse({ kase, able, done }: ActProps) {
  const { t } = useWords();
  const refuse = useCaseAct('POST /cases/:caseId/refuse');
  const [draft, setDraft, forget] = useKept<{
    ground: 'notRequired' | 'outsideAuthority' | 'falseMaterial';
    reason: string;
    organ: string;
  }>(`doorstep.refuse.${kase.caseId}`, { ground: 'outsideAuthority', reason: '', organ: '' });
  const [tried, setTried] = useState(false);
  const outside = draft.ground === 'outsideAuthority';
  const preview = usePreview(
    {
      caseId: kase.caseId,
      act: 'refuse',
      ground: draft.ground,
      ...(draft.reason.trim() ? { text: draft.reason.trim() } : {}),
      ...(outside && draft.organ.trim() ? { competentOrgan: draft.organ.trim() } : {}),
    },
    { enabled: able },
  );
  const faults = [
    ...(draft.reason.trim() === '' ? [t('refuse.needReason')] : []),
    ...(outside && draft.organ.trim() === '' ? [t('refuse.needOrgan')] : []),
  ];
  const submit = () => {
    setTried(true);
    if (faults.length > 0) return;
    refuse.mutate(
      {
        caseId: kase.caseId,
        ground: draft.ground,
        reason: draft.reason.trim(),
        ...(outside ? { competentOrgan: draft.organ.trim() } : {}),
      },
      {
        onSuccess: () => {
          forget();
          done();
        },
      },
    );
  };
  useKeys({ 'Ctrl+Enter': able && !refuse.isPending ? submit : undefined });
  return (
    <>
      <div className="act-body">
        <div className="act-main stack">
          <fieldset>
            <legend>{t('refuse.ground')}</legend>
            <Radio.Group
              value={draft.ground}
              onChange={(event) => setDraft({ ...draft, ground: event.target.value })}
              options={[
                { value: 'outsideAuthority', label: t('refuse.outsideAuthority') },
                { value: 'notRequired', label: t('refuse.notRequired') },
                ...(kase.profile === 'LICENSE' ? [{ value: 'falseMaterial', label: t('refuse.falseMaterial') }] : []),
              ]}
            />
          </fieldset>
          {outside && (
            <>
              <label htmlFor="organ">{t('refuse.organ')}</label>
              <Input
                id="organ"
                maxLength={200}
                value={draft.organ}
                placeholder={t('refuse.organHint')}
                onChange={(event) => setDraft({ ...draft, organ: event.target.value })}
              />
            </>
          )}
          <label htmlFor="reason">{t('refuse.reason')}</label>
          <Input.TextArea
            id="reason"
            rows={6}
            maxLength={2000}
            value={draft.reason}
            placeholder={t('refuse.reasonHint')}
            onChange={(event) => setDraft({ ...draft, reason: event.target.value })}
          />
          <h2>{t('refuse.effects')}</h2>
          <ol className="effects">
            <li>{t('refuse.effect1')}</li>
            <li>{t('refuse.effect2')}</li>
          </ol>
        </div>
        <div className="act-paper">
          <PreviewPaper preview={preview} />
        </div>
      </div>
      <div className="act-foot">
        <div className="grow">
          <Refused error={refuse.error} />
          {tried && faults.length > 0 && (
            <Notice tone="red" role="alert">
              {faults.join('')}
            </Notice>
          )}
        </div>
        {able && (
          <Button type="primary" loading={refuse.isPending} onClick={submit}>
            {t('refuse.do')} <Key>Ctrl Enter</Key>
          </Button>
        )}
      </div>
    </>
  );
}
