import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import type { CaseParty, StaffCase } from '../../../../contract/cases.ts';
import { useAct } from '../../api/hooks.ts';
import { Notice } from '../../ui/staff/Paper.tsx';
import { Refused } from './Refused.tsx';
import { useWords } from './words.ts';

/** Who applied, with masked numbers: seeing one in full needs a reason, and is recorded. */
export function Parties({ kase }: { kase: StaffCase }) {
  const { t } = useWords();
  return (
    <>
      {kase.parties.map((party) => (
        <dl key={party.partyId} className="facts">
          <div>
            <dt>{t(`case.role.${party.role}`)}</dt>
            <dd>
              {party.name}
              {t('comma')}
              {t(`case.assurance.${party.assurance}`)}
            </dd>
          </div>
          <Masked kase={kase} party={party} field="number" />
          <Masked kase={kase} party={party} field="phone" />
        </dl>
      ))}
    </>
  );
}

function Masked({ kase, party, field }: { kase: StaffCase; party: CaseParty; field: 'number' | 'phone' }) {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  const [full, setFull] = useState<string>();
  const masked = party[field];
  if (masked === undefined) return null;
  return (
    <div>
      <dt>{t(`case.${field}`)}</dt>
      <dd>
        <span className="number">{full ?? masked}</span>{' '}
        {full === undefined && kase.actions.includes('reveal') && (
          <button
            type="button"
            className="plain-link"
            onClick={() => setAsking(true)}
            aria-label={`${t(`case.${field}`)}${t('colon')}${t('case.reveal')}`}
          >
            {t('case.reveal')}
          </button>
        )}
        {asking && <Reveal kase={kase} party={party} field={field} close={() => setAsking(false)} onValue={setFull} />}
      </dd>
    </div>
  );
}

function Reveal({
  kase,
  party,
  field,
  close,
  onValue,
}: {
  kase: StaffCase;
  party: CaseParty;
  field: 'number' | 'phone';
  close: () => void;
  onValue: (value: string) => void;
}) {
  const { t } = useWords();
  const reveal = useAct('POST /cases/:caseId/reveal');
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = () => {
    setMissing(reason.trim() === '');
    if (reason.trim() === '') return;
    reveal.mutate(
      { caseId: kase.caseId, partyId: party.partyId, field, reason: reason.trim() },
      {
        onSuccess: ({ value }) => {
          onValue(value);
          close();
        },
      },
    );
  };
  return (
    <Modal
      open
      title={t('case.revealTitle', { name: party.name, what: t(`case.${field}`) })}
      onCancel={close}
      footer={null}
      width={480}
    >
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p>{t('case.revealHint')}</p>
        <Refused error={reveal.error} />
        {missing && (
          <Notice tone="red" role="alert">
            {t('case.revealNeed')}
          </Notice>
        )}
        <label htmlFor="reveal-reason">{t('case.revealReason')}</label>
        <Input
          id="reveal-reason"
          autoFocus
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <p className="row">
          <Button type="primary" htmlType="submit" loading={reveal.isPending}>
            {t('case.revealDo')}
          </Button>
          <Button onClick={close}>{t('cancel')}</Button>
        </p>
      </form>
    </Modal>
  );
}

/** The form as filed, question by question. */
export function AnswerList({ kase }: { kase: StaffCase }) {
  const { t, local } = useWords();
  if (kase.form.length === 0) return <p className="quiet">{t('case.noAnswers')}</p>;
  const answerWords = (field: StaffCase['form'][number]) => {
    const answer = kase.answers[field.key];
    if (answer === undefined || answer === '') return t('case.notAnswered');
    if (field.kind === 'yesNo') return t(answer === 'yes' ? 'case.yes' : 'case.no');
    const option = field.options?.find(({ value }) => value === answer);
    return option ? local(option.label) : `${answer}${field.unit ? ` ${local(field.unit)}` : ''}`;
  };
  return (
    <dl className="answers">
      {kase.form.map((field) => (
        <div key={field.key}>
          <dt>{local(field.label)}</dt>
          <dd className={kase.answers[field.key] ? undefined : 'quiet'}>{answerWords(field)}</dd>
        </div>
      ))}
    </dl>
  );
}
