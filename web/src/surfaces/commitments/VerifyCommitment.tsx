import { Input, Radio } from 'antd';
import type { Heard } from '../../../../contract/licences.ts';
import { heardHows } from '../../../../contract/words.ts';
import { useRead } from '../../api/hooks.ts';
import { Field, FieldGroup } from '../../ui/staff/Field.tsx';
import { useKept } from '../../ui/staff/kept.ts';
import { Notice } from '../../ui/staff/Paper.tsx';
import type { ActProps } from '../staff/act.ts';
import { ActText } from '../staff/act-fields.tsx';
import { ActFoot, useActForm } from '../staff/act-form.tsx';
import { Loading } from '../staff/Loading.tsx';
import { Refused, useCaseAct, useMe, useToday } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
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
  const { chosen, check } = read.data ?? {};
  const isOpen = check?.state === 'WAITING' || check?.state === 'DUE';
  const decides = role === 'decider' || role === 'organHead';
  const { result, how } = draft;
  const findings = draft.findings.trim();
  const heard = how === undefined || draft.toldDay === '' ? undefined : { toldDay: draft.toldDay, how };
  const form = useActForm({
    able: able && isOpen,
    act: verify,
    faults: {
      result: result === undefined && t('commitments.verify.needResult'),
      findings: findings === '' && t('commitments.verify.needFindings'),
      heard: result === 'FALSE' && heard === undefined && t('commitments.verify.needHeard'),
    },
    submit: () => {
      if (result === undefined) return;
      verify.mutate(
        { caseId: kase.caseId, result, findings, ...(result === 'FALSE' && heard !== undefined && { heard }) },
        {
          onSuccess: () => {
            forget();
            done();
          },
        },
      );
    },
  });
  if (read.data === undefined) return read.isError ? <Refused error={read.error} /> : <Loading />;
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
              <FieldGroup
                label={t('commitments.verify.result')}
                hint={decides ? undefined : t('commitments.verify.onlyDecider')}
                fault={form.at('result', t('commitments.verify.result'))}
              >
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
              </FieldGroup>
              <ActText
                form={form}
                name="findings"
                label={t('commitments.verify.findings')}
                rows={5}
                maxLength={2000}
                placeholder={t('commitments.verify.findingsHint')}
                value={draft.findings}
                onChange={(text) => setDraft({ ...draft, findings: text })}
              />
              {result === 'FALSE' && (
                <FieldGroup
                  label={t('commitments.verify.heard')}
                  hint={t('commitments.verify.heardHint')}
                  fault={form.at('heard', t('commitments.verify.toldDay'))}
                >
                  <Field label={t('commitments.verify.toldDay')}>
                    {(bound) => (
                      <Input
                        {...bound}
                        type="date"
                        className="day-field"
                        max={today}
                        value={draft.toldDay}
                        onChange={(event) => setDraft({ ...draft, toldDay: event.target.value })}
                      />
                    )}
                  </Field>
                  <Radio.Group
                    aria-label={t('commitments.verify.heard')}
                    className="stack"
                    value={how}
                    onChange={(event) => setDraft({ ...draft, how: event.target.value })}
                    options={heardHows.map((each) => ({ value: each, label: t(`commitments.verify.how.${each}`) }))}
                  />
                </FieldGroup>
              )}
              {result !== undefined && (
                <p>{t(result === 'FALSE' ? 'commitments.verify.falseEffect' : 'commitments.verify.keptEffect')}</p>
              )}
            </>
          )}
        </div>
      </div>
      <ActFoot form={form} button={t('commitments.verify.do')} />
    </>
  );
}
