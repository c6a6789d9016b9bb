import { Input } from 'antd';
import { useState } from 'react';
import { Field, FieldGroup } from '../../ui/staff/Field.tsx';
import { Notice } from '../../ui/staff/Paper.tsx';
import type { ActProps } from '../staff/act.ts';
import { ActFoot, useActForm } from '../staff/act-form.tsx';
import { DecideForm, useDecision } from '../staff/DecideForm.tsx';
import { PreviewPaper } from '../staff/PreviewPaper.tsx';
import { useCaseAct } from '../staff/Refused.tsx';
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
  const needsOfficer = single === undefined;
  const form = useActForm({
    able,
    act: decide,
    faults: {
      ...decision.faults,
      officer: needsOfficer && (username.trim() === '' || password === '') && t('desk.needOfficer'),
    },
    submit: () => {
      if (decision.input === undefined) return;
      decide.mutate(
        { ...decision.input, ...(needsOfficer ? { officer: { username: username.trim(), password } } : {}) },
        {
          onSuccess: () => {
            decision.forget();
            done();
          },
          onError: () => setPassword(''),
        },
      );
    },
  });
  return (
    <>
      <div className="act-body">
        <div className="act-main stack">
          <DecideForm decision={decision} at={form.at} />
          {single ? (
            <Notice tone="plain">{t('desk.single', { basis: basisWords(single, words) })}</Notice>
          ) : (
            <FieldGroup
              label={t('desk.officer')}
              hint={t('desk.sentence')}
              fault={decide.error && password === '' ? undefined : form.at('officer')}
            >
              <Field label={t('desk.username')}>
                {(bound) => (
                  <Input
                    {...bound}
                    autoComplete="off"
                    maxLength={60}
                    value={username}
                    onChange={(event) => setUsername(event.target.value)}
                  />
                )}
              </Field>
              <Field label={t('desk.password')}>
                {(bound) => (
                  <Input.Password
                    {...bound}
                    autoComplete="new-password"
                    visibilityToggle={false}
                    maxLength={200}
                    value={password}
                    onChange={(event) => setPassword(event.target.value)}
                  />
                )}
              </Field>
            </FieldGroup>
          )}
        </div>
        <div className="act-paper">
          <PreviewPaper preview={decision.preview} />
        </div>
      </div>
      <ActFoot form={form} button={t(decision.draft.outcome === 'DENIED' ? 'decide.doDENIED' : 'decide.doGRANTED')} />
    </>
  );
}
