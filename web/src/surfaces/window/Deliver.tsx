import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { useKept } from '../../ui/staff/kept.ts';
import { Key, useKeys } from '../../ui/staff/keys.tsx';
import { Notice } from '../../ui/staff/Paper.tsx';
import type { ActProps } from '../staff/act.ts';
import { Documents } from '../staff/Documents.tsx';
import { Refused, useCaseAct, useMe } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';

/** Hands over the result: at the window directly, by the village agent on the office's behalf. The receipt is made. */
export function Deliver({ kase, able, done }: ActProps) {
  const { t } = useWords();
  const deliver = useCaseAct('POST /cases/:caseId/deliver');
  const agent = useMe().data?.me?.post?.role === 'villageAgent';
  const [draft, setDraft, forget] = useKept<{ receiver: 'applicant' | 'entrusted'; name: string }>(
    `doorstep.deliver.${kase.caseId}`,
    { receiver: 'applicant', name: '' },
  );
  const [tried, setTried] = useState(false);
  const entrusted = draft.receiver === 'entrusted';
  const lacksName = entrusted && draft.name.trim() === '';
  const submit = () => {
    setTried(true);
    if (lacksName) return;
    deliver.mutate(
      {
        caseId: kase.caseId,
        method: agent ? 'ENTRUSTED' : 'DIRECT',
        receiver: draft.receiver,
        ...(entrusted ? { receiverName: draft.name.trim() } : {}),
      },
      {
        onSuccess: () => {
          forget();
          done();
        },
      },
    );
  };
  useKeys({ 'Ctrl+Enter': able && !deliver.isPending ? submit : undefined });
  return (
    <div className={agent ? 'act-page act-big' : 'act-page'}>
      <div className="act-body">
        <div className="act-main stack">
          <p>{t('deliver.sentence')}</p>
          <fieldset>
            <legend>{t('deliver.receiver')}</legend>
            <Radio.Group
              value={draft.receiver}
              onChange={(event) => setDraft({ ...draft, receiver: event.target.value })}
              options={[
                { value: 'applicant', label: `${t('deliver.applicant')}${t('comma')}${kase.applicant}` },
                { value: 'entrusted', label: t('deliver.entrusted') },
              ]}
            />
          </fieldset>
          {entrusted && (
            <>
              <label htmlFor="receiver-name">{t('deliver.name')}</label>
              <Input
                id="receiver-name"
                autoComplete="off"
                maxLength={200}
                placeholder={t('deliver.nameHint')}
                value={draft.name}
                status={tried && lacksName ? 'error' : ''}
                aria-describedby="receiver-fault"
                onChange={(event) => setDraft({ ...draft, name: event.target.value })}
              />
              <p id="receiver-fault" className="fault">
                {tried && lacksName && t('deliver.needName')}
              </p>
            </>
          )}
          <Notice tone="plain">{t('deliver.sign')}</Notice>
          <Documents kase={kase} />
        </div>
      </div>
      <div className="act-foot">
        <div className="grow">
          <Refused error={deliver.error} />
        </div>
        {able && (
          <Button type="primary" size={agent ? 'large' : 'middle'} loading={deliver.isPending} onClick={submit}>
            {entrusted ? t('deliver.doEntrusted') : t(agent ? 'deliver.agentDo' : 'deliver.do')}{' '}
            {!agent && <Key>Ctrl Enter</Key>}
          </Button>
        )}
      </div>
    </div>
  );
}
