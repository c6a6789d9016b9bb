import { Input } from 'antd';
import { Fragment, useState } from 'react';
import type { CaseParty, StaffCase } from '../../../../contract/cases.ts';
import { type AskedField, askedFields, type Question } from '../../../../contract/questions.ts';
import type { LocalText } from '../../../../contract/values.ts';
import { partyRoles } from '../../../../contract/words.ts';
import type { CallRefused } from '../../api/call.ts';
import { useAct } from '../../api/hooks.ts';
import { Field } from '../../ui/staff/Field.tsx';
import { ActDialog, useActForm } from './act-form.tsx';
import { answerWords, computedWords, sourceWords } from './answer-words.ts';
import { useCaseAct } from './Refused.tsx';
import { useWords } from './words.ts';

/** Who takes part, the applicant first, with masked numbers: seeing one in full needs a reason, and is recorded. */
export function Parties({ kase }: { kase: StaffCase }) {
  const { t } = useWords();
  const inOrder = [...kase.parties].sort((a, b) => partyRoles.indexOf(a.role) - partyRoles.indexOf(b.role));
  return (
    <>
      {inOrder.map((party) => (
        <dl key={party.partyId} className="facts party">
          <div>
            <dt>{t(`case.role.${party.role}`)}</dt>
            <dd>
              {party.name}
              {party.assurance !== 'none' && (
                <>
                  {t('comma')}
                  {t(`case.assurance.${party.assurance}`)}
                </>
              )}
            </dd>
          </div>
          <Masked kase={kase} party={party} field="number" />
          <Masked kase={kase} party={party} field="phone" />
          {party.role === 'agent' && kase.actions.includes('revokeMandate') && (
            <RevokeMandate kase={kase} party={party} />
          )}
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
      <dt>{t(field === 'number' && party.kind === 'firm' ? 'case.uscc' : `case.${field}`)}</dt>
      <dd>
        <span className="number">{full ?? masked}</span>{' '}
        {full === undefined && kase.actions.includes('reveal') && (
          <button
            type="button"
            className="plain-link"
            onClick={() => setAsking(true)}
            aria-label={`${t(`case.role.${party.role}`)}${t('comma')}${t(`case.${field}`)}${t('colon')}${t('case.reveal')}`}
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
  return (
    <WithReason
      words="reveal"
      title={t('case.revealTitle', { name: party.name, what: t(`case.${field}`) })}
      act={reveal}
      close={close}
      onReason={(reason) =>
        reveal.mutate(
          { caseId: kase.caseId, partyId: party.partyId, field, reason },
          {
            onSuccess: ({ value }) => {
              onValue(value);
              close();
            },
          },
        )
      }
    />
  );
}

/** The principal is here and takes the mandate back: a button beside the agent. */
function RevokeMandate({ kase, party }: { kase: StaffCase; party: CaseParty }) {
  const { t } = useWords();
  const revoke = useCaseAct('POST /cases/:caseId/revoke-mandate');
  const [asking, setAsking] = useState(false);
  const close = () => setAsking(false);
  return (
    <div>
      <button type="button" className="plain-link" onClick={() => setAsking(true)}>
        {t('case.revokeMandate')}…
      </button>
      {asking && (
        <WithReason
          words="revokeMandate"
          title={t('case.revokeMandateTitle', { name: party.name })}
          act={revoke}
          close={close}
          onReason={(reason) => revoke.mutate({ caseId: kase.caseId, reason }, { onSuccess: close })}
        />
      )}
    </div>
  );
}

/** What is not done without a reason: the reason, and then the act. */
function WithReason({
  words,
  title,
  act,
  close,
  onReason,
}: {
  words: 'reveal' | 'revokeMandate';
  title: string;
  act: { error: CallRefused | null; isPending: boolean };
  close: () => void;
  onReason: (reason: string) => void;
}) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const form = useActForm({
    act,
    faults: { reason: reason.trim() === '' && t(`case.${words}Need`) },
    submit: () => onReason(reason.trim()),
  });
  return (
    <ActDialog form={form} title={title} button={t(`case.${words}Do`)} close={close}>
      <p>{t(`case.${words}Hint`)}</p>
      <Field label={t(`case.${words}Reason`)} fault={form.at('reason', t(`case.${words}Reason`))}>
        {(bound) => (
          <Input
            {...bound}
            autoFocus
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
    </ActDialog>
  );
}

/** The form as filed: grouped as it was asked, rows as tables, and what was prefilled says from where. */
export function AnswerList({ kase }: { kase: StaffCase }) {
  const words = useWords();
  const { t, local } = words;
  if (kase.form.length === 0) return <p className="quiet">{t('case.noAnswers')}</p>;
  return (
    <div className="answer-groups">
      {groupsOf(askedFields(kase.form, kase.answers, kase.about)).map(({ heading, entries }) => (
        <Fragment key={entries[0]?.field.key}>
          {heading && <h3>{local(heading)}</h3>}
          {entries[0]?.field.kind === 'rows' ? (
            <AnswerTable kase={kase} asked={entries[0]} />
          ) : (
            <dl className="answers">
              {entries.flatMap(({ field, questions, computed }) =>
                field.kind === 'computed'
                  ? [
                      <div key={field.key}>
                        <dt>{local(field.label)}</dt>
                        <dd>{computed === undefined ? '—' : computedWords(field, computed, words)}</dd>
                      </div>,
                    ]
                  : questions.map((question) => (
                      <div key={question.path}>
                        <dt>{local(question.field.label)}</dt>
                        <dd>
                          <Answer kase={kase} question={question} />
                        </dd>
                      </div>
                    )),
              )}
            </dl>
          )}
        </Fragment>
      ))}
    </div>
  );
}

interface Group {
  heading: LocalText | undefined;
  entries: AskedField[];
}

/** Blocks and tables stand by themselves under their names; plain questions and what is computed from them stay together. */
function groupsOf(asked: readonly AskedField[]): Group[] {
  const groups: Group[] = [];
  let open: Group | undefined;
  for (const each of asked) {
    const { field, questions } = each;
    const alone = field.kind === 'rows' || questions.some(({ path }) => path !== field.key);
    if (alone) {
      groups.push({ heading: field.label, entries: [each] });
      open = undefined;
    } else if (open === undefined || field.page !== undefined) {
      open = { heading: field.page, entries: [each] };
      groups.push(open);
    } else open.entries.push(each);
  }
  return groups;
}

function AnswerTable({ kase, asked: { field, rows } }: { kase: StaffCase; asked: AskedField }) {
  const { t, local } = useWords();
  if (rows.length === 0) return <p className="quiet">{t('case.notAnswered')}</p>;
  return (
    <div className="scroll-x">
      <table className="answer-table">
        <thead>
          <tr>
            {field.fields?.map((column) => (
              <th key={column.key} scope="col">
                {local(column.label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((questions, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other identity than its place
            <tr key={row}>
              {field.fields?.map((column) => {
                const question = questions.find((each) => each.field.key === column.key);
                return <td key={column.key}>{question && <Answer kase={kase} question={question} />}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Answer({ kase, question: { path, field } }: { kase: StaffCase; question: Question }) {
  const words = useWords();
  const answer = kase.answers[path] ?? '';
  const source = kase.prefilled[path];
  if (answer === '') return <span className="quiet">{words.t('case.notAnswered')}</span>;
  return (
    <>
      {answerWords(field, answer, kase.placeNames, words)}
      {source && <span className="quiet small answer-source"> {sourceWords(source, words)}</span>}
    </>
  );
}
