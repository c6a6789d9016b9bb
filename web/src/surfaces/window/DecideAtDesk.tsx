import { Button, Input } from 'antd';
import { useState } from 'react';
import { Key, useKeys } from '../../ui/staff/keys.tsx';
import { Notice } from '../../ui/staff/Paper.tsx';
import type { ActProps } from '../staff/act.ts';
import { DecideForm, useDecision } from '../staff/DecideForm.tsx';
import { PreviewPaper } from '../staff/PreviewPaper.tsx';
import { Refused, useCaseAct } from '../staff/Refused.tsx';
import { basisWords } from '../staff/WhyThisDay.tsx';
import { useWords } from '../staff/words.ts';

/**
 * An immediate matter decided in one visit: a second officer with the decision post signs in at the same desk, unless
 * the published version lets one officer do it, and then its basis is said.
 */
export function DecideAtDesk({ kase, able, done }: ActProps) {
  const words = useWords();
  const { t } = words;
  const decide = useCaseAct('POST /cases/:caseId/decide-at-desk');
  const decision = useDecision(kase, able);
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const single = kase.singleOfficer;
  const officerMissing = single === undefined && (username.trim() === '' || password === '');
  const submit = () => {
    decision.setTried(true);
    if (decision.input === undefined || decision.faults.length > 0 || officerMissing) return;
    decide.mutate(
      { ...decision.input, ...(single === undefined ? { officer: { username: username.trim(), password } } : {}) },
      {
        onSuccess: () => {
          decision.forget();
          done();
        },
        onError: () => setPassword(''),
      },
    );
  };
  useKeys({ 'Ctrl+Enter': able && !decide.isPending ? submit : undefined });
  return (
    <>
      <div className="act-body">
        <div className="act-main stack">
          <DecideForm decision={decision} />
          {single ? (
            <Notice tone="plain">{t('desk.single', { basis: basisWords(single, words) })}</Notice>
          ) : (
            <fieldset className="stack officer">
              <legend>{t('desk.officer')}</legend>
              <p className="quiet">{t('desk.sentence')}</p>
              <label htmlFor="officer-username">{t('desk.username')}</label>
              <Input
                id="officer-username"
                autoComplete="off"
                maxLength={60}
                value={username}
                onChange={(event) => setUsername(event.target.value)}
              />
              <label htmlFor="officer-password">{t('desk.password')}</label>
              <Input.Password
                id="officer-password"
                autoComplete="new-password"
                visibilityToggle={false}
                maxLength={200}
                value={password}
                onChange={(event) => setPassword(event.target.value)}
              />
              {decision.tried && officerMissing && !decide.error && (
                <Notice tone="red" role="alert">
                  {t('desk.needOfficer')}
                </Notice>
              )}
            </fieldset>
          )}
        </div>
        <div className="act-paper">
          <PreviewPaper preview={decision.preview} />
        </div>
      </div>
      <div className="act-foot">
        <div className="grow">
          <Refused error={decide.error} />
        </div>
        {able && (
          <Button type="primary" loading={decide.isPending} onClick={submit}>
            {t(decision.draft.outcome === 'DENIED' ? 'decide.doDENIED' : 'decide.doGRANTED')} <Key>Ctrl Enter</Key>
          </Button>
        )}
      </div>
    </>
  );
}
