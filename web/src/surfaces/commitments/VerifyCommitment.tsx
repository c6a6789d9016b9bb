import { Input, Radio } from 'antd';
import { useState } from 'react';
import type { Heard } from '../../../../contract/licences.ts';
import { heardHows } from '../../../../contract/words.ts';
import { useRead } from '../../api/hooks.ts';
import { useKept } from '../../ui/staff/kept.ts';
import { Notice } from '../../ui/staff/Paper.tsx';
import type { ActProps } from '../staff/act.ts';
import { Loading } from '../staff/Loading.tsx';
import { Refused, useCaseAct, useMe, useToday } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import { Foot } from './AcceptTolerated.tsx';
import './commitments.css';

interface Draft {
  result?: 'KEPT' | 'FALSE';
  findings: string;
  toldDay: string;
  how?: Heard['how'];
}

/** 承诺核查: what was committed to, what was found; a false commitment takes the decision back. */
export function VerifyCommitment({ kase, able, done }: ActProps) {
  const { t, day, local } = useWords();
  const today = useToday();
  const role = useMe().data?.me?.post?.role;
  const read = useRead('GET /cases/:caseId/commitment', { caseId: kase.caseId });
  const verify = useCaseAct('POST /cases/:caseId/verify-commitment');
  const [draft, setDraft, forget] = useKept<Draft>(`doorstep.verify.${kase.caseId}`, { findings: '', toldDay: '' });
  const [tried, setTried] = useState(false);
  if (read.data === undefined) return read.isError ? <Refused error={read.error} /> : <Loading />;
  const { chosen, check } = read.data;
  const isOpen = check?.state === 'WAITING' || check?.state === 'DUE';
  const decides = role === 'decider' || role === 'organHead';
  const { result, how } = draft;
  const findings = draft.findings.trim();
  const heard = how === undefined || draft.toldDay === '' ? undefined : { toldDay: draft.toldDay, how };
  const faults = [
    ...(result === undefined ? [t('commitments.verify.needResult')] : []),
    ...(findings === '' ? [t('commitments.verify.needFindings')] : []),
    ...(result === 'FALSE' && heard === undefined ? [t('commitments.verify.needHeard')] : []),
  ];
  const submit = () => {
    setTried(true);
    if (faults.length > 0 || result === undefined) return;
    verify.mutate(
      { caseId: kase.caseId, result, findings, ...(result === 'FALSE' && heard !== undefined && { heard }) },
      {
        onSuccess: () => {
          forget();
          done();
        },
      },
    );
  };
  const letter = chosen?.letter;
  return (
    <>
      <div className="act-body">
        <div className="act-main stack">
          <p>{t('commitments.verify.sentence')}</p>
          {letter !== undefined && (
            <dl className="commit-facts">
              {letter.replaces.length > 0 && (
                <>
                  <dt>{t('commitments.verify.replaced')}</dt>
                  <dd>{letter.replaces.map(local).join(t('comma'))}</dd>
                </>
              )}
              <dt>{t('commitments.verify.conditions')}</dt>
              <dd>
                <ol className="plain-list">
                  {letter.conditions.map((condition) => (
                    <li key={condition.zh}>{local(condition)}</li>
                  ))}
                </ol>
              </dd>
              <dt>{t('commitments.verify.method')}</dt>
              <dd>{local(letter.verification.method)}</dd>
              {check !== undefined && (
                <>
                  <dt>{t('commitments.verify.dueDay')}</dt>
                  <dd>{day(check.dueDay)}</dd>
                </>
              )}
            </dl>
          )}
          {check !== undefined && !isOpen ? (
            <Notice tone="plain">
              {t(`commitments.checks.states.${check.state}`)}
              {check.findings === undefined ? '' : `${t('colon')}${check.findings}`}
            </Notice>
          ) : (
            <>
              <fieldset>
                <legend>{t('commitments.verify.result')}</legend>
                <Radio.Group
                  aria-label={t('commitments.verify.result')}
                  className="stack"
                  value={result}
                  onChange={(event) => setDraft({ ...draft, result: event.target.value })}
                  options={(['KEPT', 'FALSE'] as const).map((each) => ({
                    value: each,
                    label: t(`commitments.verify.${each}`),
                    disabled: each === 'FALSE' && !decides,
                  }))}
                />
                {!decides && <p className="quiet small">{t('commitments.verify.onlyDecider')}</p>}
              </fieldset>
              <label htmlFor="findings">{t('commitments.verify.findings')}</label>
              <Input.TextArea
                id="findings"
                rows={5}
                maxLength={2000}
                placeholder={t('commitments.verify.findingsHint')}
                value={draft.findings}
                aria-invalid={tried && findings === ''}
                onChange={(event) => setDraft({ ...draft, findings: event.target.value })}
              />
              {result === 'FALSE' && (
                <fieldset>
                  <legend>{t('commitments.verify.heard')}</legend>
                  <p className="quiet small">{t('commitments.verify.heardHint')}</p>
                  <label htmlFor="told-day">{t('commitments.verify.toldDay')}</label>
                  <Input
                    id="told-day"
                    type="date"
                    className="day-field"
                    max={today}
                    value={draft.toldDay}
                    aria-invalid={tried && draft.toldDay === ''}
                    onChange={(event) => setDraft({ ...draft, toldDay: event.target.value })}
                  />
                  <Radio.Group
                    aria-label={t('commitments.verify.heard')}
                    className="stack"
                    value={how}
                    onChange={(event) => setDraft({ ...draft, how: event.target.value })}
                    options={heardHows.map((each) => ({ value: each, label: t(`commitments.verify.how.${each}`) }))}
                  />
                </fieldset>
              )}
              {result !== undefined && (
                <p>{t(result === 'FALSE' ? 'commitments.verify.falseEffect' : 'commitments.verify.keptEffect')}</p>
              )}
            </>
          )}
        </div>
      </div>
      <Foot
        able={able && isOpen}
        pending={verify.isPending}
        error={verify.error}
        faults={tried ? faults : []}
        submit={submit}
        word={t('commitments.verify.do')}
      />
    </>
  );
}
