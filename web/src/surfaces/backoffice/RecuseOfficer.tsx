import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { useRead } from '../../api/hooks.ts';
import { useKept } from '../../ui/staff/kept.ts';
import { Key, useKeys } from '../../ui/staff/keys.tsx';
import { Notice } from '../../ui/staff/Paper.tsx';
import type { ActProps } from '../staff/act.ts';
import { Refused, useCaseAct, useMe } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';

/** 回避: I withdraw, or, as head of the organ, order an officer to. */
export function RecuseOfficer({ kase, able, done }: ActProps) {
  const { t, local } = useWords();
  const me = useMe().data?.me;
  const isHead = me?.post?.role === 'organHead';
  const officers = useRead('GET /cases/:caseId/officers', { caseId: kase.caseId }, { enabled: isHead });
  const recuse = useCaseAct('POST /cases/:caseId/recuse');
  const [draft, setDraft, forget] = useKept(`doorstep.recuse.${kase.caseId}`, { staffId: '', reason: '' });
  const [tried, setTried] = useState(false);
  const isMissing = draft.reason.trim() === '';
  const submit = () => {
    setTried(true);
    if (isMissing) return;
    recuse.mutate(
      {
        caseId: kase.caseId,
        reason: draft.reason.trim(),
        ...(isHead && draft.staffId !== '' && { staffId: draft.staffId }),
      },
      {
        onSuccess: () => {
          forget();
          done();
        },
      },
    );
  };
  useKeys({ 'Ctrl+Enter': able && !recuse.isPending ? submit : undefined });
  const others = (officers.data?.officers ?? []).filter(({ staffId }) => staffId !== me?.staffId);
  return (
    <>
      <div className="act-body">
        <div className="act-main stack">
          {isHead && <p>{t('backoffice.recuse.leadHead')}</p>}
          <p>{t('backoffice.recuse.lead')}</p>
          {isHead && (
            <fieldset>
              <legend>{t('backoffice.recuse.who')}</legend>
              <Refused error={officers.error} />
              <Radio.Group
                aria-label={t('backoffice.recuse.who')}
                className="stack"
                value={draft.staffId}
                onChange={(event) => setDraft({ ...draft, staffId: event.target.value })}
                options={[
                  { value: '', label: t('backoffice.recuse.me') },
                  ...others.map(({ staffId, name, title, keepsAway }) => ({
                    value: staffId,
                    label: [name, local(title), ...(keepsAway ? [t('backoffice.recuse.keepsAway')] : [])].join(
                      t('comma'),
                    ),
                    disabled: keepsAway,
                  })),
                ]}
              />
            </fieldset>
          )}
          <label htmlFor="reason">{t('backoffice.recuse.reason')}</label>
          <Input.TextArea
            id="reason"
            rows={4}
            maxLength={1000}
            value={draft.reason}
            status={tried && isMissing ? 'error' : ''}
            aria-invalid={tried && isMissing}
            placeholder={t('backoffice.recuse.reasonHint')}
            onChange={(event) => setDraft({ ...draft, reason: event.target.value })}
          />
          {tried && isMissing && (
            <Notice tone="red" role="alert">
              {t('backoffice.recuse.needReason')}
            </Notice>
          )}
        </div>
      </div>
      <div className="act-foot">
        <div className="grow">
          <Refused error={recuse.error} />
        </div>
        {able && (
          <Button type="primary" loading={recuse.isPending} onClick={submit}>
            {t('backoffice.recuse.do')} <Key>Ctrl Enter</Key>
          </Button>
        )}
      </div>
    </>
  );
}
