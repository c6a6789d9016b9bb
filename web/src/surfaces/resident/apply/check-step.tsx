import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useSearchParams } from 'wouter';
import { checkAnswers } from '../../../../../contract/answers.ts';
import type { ResidentCase } from '../../../../../contract/cases.ts';
import { type AskedField, askedFields } from '../../../../../contract/questions.ts';
import type { FieldFault } from '../../../../../contract/refusals.ts';
import { useAct } from '../../../api/hooks.ts';
import { useSaying } from '../../../ui/resident/district.tsx';
import '../../../ui/resident/form.css';
import { ErrorSummary, Form, Refused, Submit, type Wrong } from '../../../ui/resident/form.tsx';
import { Back, Fact, Facts, Page, Section } from '../../../ui/resident/page.tsx';
import { useSentences } from '../../../ui/resident/refused.tsx';
import { Say } from '../../../ui/resident/say.tsx';
import { AnswerFacts, spotOf } from '../answer.tsx';
import { useLabels } from '../labels.ts';
import { useMe } from '../self.ts';
import { replacedBy } from './commitment.ts';
import { forgetDraft, keepReceived } from './draft.ts';
import { ForWhom } from './step-page.tsx';
import { neededOf, only, type Step, type StepProps } from './steps.ts';

/** 核对您的答案: everything in the order asked, each with its 更改; then one press is one case. */
export function CheckStep({ matter, steps, commitment }: StepProps) {
  const { t } = useTranslation('resident');
  const { text } = useSaying();
  const { fault: sentence } = useSentences();
  const { labelOf } = useLabels();
  const [, go] = useLocation();
  const [search] = useSearchParams();
  const { caseId, form, answers, about } = matter;
  const materials = neededOf(matter, answers);
  const chosen = commitment?.chosen;
  const replaced = commitment === undefined ? [] : replacedBy(commitment);
  const submit = useAct('POST /my/cases/:caseId/submit', {
    // This page is that of a draft, which is none any more.
    leave: ({ caseNo, queryCode }) => {
      forgetDraft(caseId);
      if (caseNo !== undefined) keepReceived(caseId, { caseNo, queryCode });
      go(`/apply/${caseId}/done`, { replace: true });
    },
  });
  const [faults, setFaults] = useState<FieldFault[]>([]);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    import('./done.tsx').catch(() => undefined);
  }, []);
  const entries = askedFields(form, answers, about);
  const before = steps[steps.length - 2];
  const check = (): FieldFault[] => [
    ...(matter.regionName === undefined ? [{ field: 'regionId', code: 'not_chosen' }] : []),
    ...checkAnswers(form, answers, about),
    ...(chosen !== undefined && !chosen.signed ? [{ field: '_letter', code: 'commitment_unsigned' }] : []),
    ...materials.flatMap(({ requirement: { key, necessity }, files }) =>
      necessity === 'required' && files.length === 0 && !replaced.includes(key)
        ? [{ field: key, code: 'materials_missing' }]
        : [],
    ),
  ];
  const wrongOf = (fault: FieldFault): Wrong => {
    const { field, code } = fault;
    const material = materials.find(({ requirement }) => requirement.key === field)?.requirement;
    if (field === 'regionId') return { field: rowOf('_place'), sentence: sentence(fault, t('apply.check.place')) };
    if (field === '_letter') return { field: rowOf('_letter'), sentence: t('commit.checkUnsigned') };
    if (code === 'materials_missing' && material !== undefined)
      return {
        field: rowOf(`_${field}`),
        sentence: t('apply.materials.missing', { label: text(material.name) }),
      };
    return { field: rowOf(spotOf(entries, answers, field)), sentence: sentence(fault, labelOf(form, field)) };
  };
  const send = () => {
    const found = check();
    setAttempt(attempt + 1);
    setFaults(found);
    if (found.length > 0) return;
    submit.mutate(
      { caseId },
      {
        onError: ({ code, fields }) => {
          if (code === 'identity_needed') go(`/identity?to=${encodeURIComponent(`/apply/${caseId}/check`)}`);
          setFaults(fields);
        },
      },
    );
  };
  const change = (step: string, path: string, label: string) => (
    <Link
      id={rowOf(path)}
      href={`/apply/${caseId}/${step}?change=${encodeURIComponent(path)}`}
      aria-label={t('apply.check.changeOf', { label })}
      className="no-print"
    >
      <span className="line">{t('apply.check.change')}</span>
    </Link>
  );
  const wrongs = faults.map(wrongOf);
  const row = search.get('row');
  return (
    <Page
      heading={t('apply.check.title')}
      errors={wrongs.length}
      focusElsewhere={row === null ? undefined : rowOf(spotOf(entries, answers, row))}
      before={
        <>
          {before === undefined ? null : <Back to={`/apply/${caseId}/${before.name}`}>{t('back')}</Back>}
          <ErrorSummary wrongs={wrongs} attempt={attempt} />
          <p className="matter">{text(matter.itemName)}</p>
          <ForWhom matter={matter} />
        </>
      }
    >
      <p className="no-print">
        <Say text={t('apply.check.text')} />
      </p>
      <Section heading={t('apply.check.who')}>
        <Who matter={matter} entries={entries} />
      </Section>
      <Section heading={t('apply.check.where')}>
        <Facts>
          <Fact label={t('apply.check.place')} action={change('place', '_place', t('apply.check.place'))}>
            {matter.regionName === undefined ? t('apply.check.unanswered') : text(matter.regionName)}
          </Fact>
        </Facts>
      </Section>
      {groupsOf(steps).map(({ steps: together, heading }) => (
        <Section key={together[0]?.name} heading={heading === undefined ? t('apply.check.group') : text(heading)}>
          {together.map(({ name, fields }) => (
            <AnswerFacts
              key={name}
              of={matter}
              entries={entries.filter(({ field }) => fields.includes(field))}
              heading={heading}
              action={(path, label) => change(name, path, label)}
            />
          ))}
        </Section>
      ))}
      {materials.length === 0 ? null : (
        <Section heading={t('apply.check.materials')}>
          <Facts>
            {materials.map(({ requirement: { key, name, necessity }, files }) =>
              necessity === 'shared' ? (
                <Fact key={key} label={text(name)}>
                  <Say text={t('apply.check.shared')} />
                </Fact>
              ) : (
                <Fact key={key} label={text(name)} action={change('materials', `_${key}`, text(name))}>
                  {replaced.includes(key)
                    ? t('commit.replaced')
                    : files.length === 0
                      ? t('apply.check.noFiles')
                      : t('apply.check.files', { count: files.length })}
                </Fact>
              ),
            )}
          </Facts>
        </Section>
      )}
      {chosen === undefined ? null : (
        <Section heading={t('commit.check')}>
          <Facts>
            <Fact label={t('commit.way.title')} action={change('way', '_way', t('commit.way.title'))}>
              {t('commit.way.promise')}
            </Fact>
            <Fact label={t('commit.check')} action={change('letter', '_letter', t('commit.check'))}>
              {t(chosen.signed ? 'commit.checkSigned' : 'commit.checkUnsigned')}
            </Fact>
          </Facts>
        </Section>
      )}
      <Section heading={t('apply.check.delivery')}>
        <Facts>
          <Fact label={t('apply.delivery.label')} action={change('delivery', '_delivery', t('apply.delivery.label'))}>
            {t(`apply.delivery.${matter.deliveryWish}`)}
          </Fact>
        </Facts>
      </Section>
      <Form onSubmit={send} busy={submit.isPending}>
        <p className="truth">
          <Say text={t('apply.check.truth')} />
        </p>
        {wrongs.length > 0 ? null : <Refused refusal={submit.error} retry={send} />}
        <Submit working={t('apply.check.submitting')} busy={submit.isPending}>
          {t('apply.check.submit')}
        </Submit>
        <p className="hint no-print">
          <Say text={t('apply.check.laterWithdraw')} />
        </p>
      </Form>
    </Page>
  );
}

/** Who applies, in which role whoever fills this in stands, and who else takes part. */
function Who({ matter, entries }: { matter: ResidentCase; entries: readonly AskedField[] }) {
  const { t } = useTranslation('resident');
  const me = useMe();
  const { principal, parties, answers } = matter;
  const named = entries.find(({ field }) => field.party === 'applicant')?.field;
  const others = parties.filter(({ role }) => role !== 'applicant' && role !== 'agent');
  return (
    <Facts>
      {named === undefined ? null : (
        <Fact label={t('apply.roles.applicant')}>{answers[`${named.key}.name`] ?? t('apply.check.unanswered')}</Fact>
      )}
      {principal === undefined ? null : (
        <Fact label={t(`apply.roles.${named === undefined ? 'applicant' : (named.signer ?? 'handler')}`)}>
          {principal.name}
          {principal.mandateValid ? null : (
            <span className="wrong block">
              <Say text={t('apply.mandateOver')} />
            </span>
          )}
        </Fact>
      )}
      <Fact
        label={
          principal !== undefined
            ? t('apply.roles.agent')
            : named === undefined
              ? t('apply.check.name')
              : t(`apply.roles.${named.signer ?? 'handler'}`)
        }
      >
        {me?.name ?? matter.applicant}
      </Fact>
      {me?.residentNumber === undefined ? null : <Fact label={t('apply.check.number')}>{me.residentNumber}</Fact>}
      {me === undefined ? null : <Fact label={t('apply.check.phone')}>{me.phone}</Fact>}
      {others.map(({ partyId, role, name }) => (
        <Fact key={partyId} label={t(`apply.roles.${role}`)}>
          {name}
        </Fact>
      ))}
    </Facts>
  );
}

/** Pages of questions under their headings; those without one stand together. */
function groupsOf(steps: readonly Step[]): { heading: Step['heading']; steps: Step[] }[] {
  const groups: { heading: Step['heading']; steps: Step[] }[] = [];
  for (const step of steps.filter(({ kind }) => kind === 'form')) {
    const last = groups[groups.length - 1];
    // A page of one plain question has that question as its heading; here a label is enough.
    const lone = only(step.fields);
    const isPlain = lone !== undefined && !['address', 'person', 'firm', 'rows'].includes(lone.kind);
    const heading = isPlain && step.heading === lone.label ? undefined : step.heading;
    if (heading === undefined && last !== undefined && last.heading === undefined) last.steps.push(step);
    else groups.push({ heading, steps: [step] });
  }
  return groups;
}

const rowOf = (path: string) => `row-${path.replace(/\./g, '-')}`;
