import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useSearchParams } from 'wouter';
import { checkAnswer } from '../../../../../contract/answers.ts';
import { useAct } from '../../../api/hooks.ts';
import { useSaying } from '../../../ui/resident/district.tsx';
import { ErrorSummary, Form, Refused, Submit, type Wrong } from '../../../ui/resident/form.tsx';
import { Back, Fact, Facts, Page, Section } from '../../../ui/resident/page.tsx';
import { useSentences } from '../../../ui/resident/refused.tsx';
import { Say } from '../../../ui/resident/say.tsx';
import { Answer } from '../answer.tsx';
import { useMe } from '../self.ts';
import { forgetDraft, keepReceived } from './draft.ts';
import type { StepProps } from './steps.ts';

/** 核对您的答案: everything in the order asked, each with its 更改; then one press is one case. */
export function CheckStep({ matter, steps }: StepProps) {
  const { t } = useTranslation('resident');
  const { text } = useSaying();
  const { fault } = useSentences();
  const me = useMe();
  const [, go] = useLocation();
  const [search] = useSearchParams();
  const submit = useAct('POST /my/cases/:caseId/submit');
  const [wrongs, setWrongs] = useState<Wrong[]>([]);
  const [attempt, setAttempt] = useState(0);
  const { caseId } = matter;
  const before = steps[steps.length - 2];
  const labelOf = (key: string): string => {
    if (key === 'regionId') return t('apply.check.place');
    const field = matter.form.find((each) => each.key === key);
    const material = matter.materials.find(({ requirement }) => requirement.key === key);
    return field !== undefined ? text(field.label) : material !== undefined ? text(material.requirement.name) : '';
  };
  const check = (): Wrong[] => [
    ...(matter.regionName === undefined
      ? [
          {
            field: rowOf('place'),
            sentence: fault({ field: 'regionId', code: 'not_an_option' }, t('apply.check.place')),
          },
        ]
      : []),
    ...matter.form.flatMap((field) => {
      const found = checkAnswer(field, matter.answers[field.key]);
      return found === undefined ? [] : [{ field: rowOf(field.key), sentence: fault(found, text(field.label)) }];
    }),
    ...matter.materials.flatMap(({ requirement: { key, name, necessity }, files }) =>
      necessity === 'required' && files.length === 0
        ? [{ field: rowOf(key), sentence: t('apply.materials.missing', { label: text(name) }) }]
        : [],
    ),
  ];
  const send = () => {
    const found = check();
    setAttempt(attempt + 1);
    setWrongs(found);
    if (found.length > 0) return;
    submit.mutate(
      { caseId },
      {
        onSuccess: ({ caseNo, queryCode }) => {
          forgetDraft(caseId);
          if (caseNo !== undefined) keepReceived(caseId, { caseNo, queryCode });
          go(`/apply/${caseId}/done`, { replace: true });
        },
        onError: ({ code, fields }) => {
          if (code === 'identity_needed') go(`/identity?to=${encodeURIComponent(`/apply/${caseId}/check`)}`);
          setWrongs(fields.map((each) => ({ field: rowOf(each.field), sentence: fault(each, labelOf(each.field)) })));
        },
      },
    );
  };
  const change = (step: string, key: string, label: string) => (
    <Link
      id={rowOf(key)}
      href={`/apply/${caseId}/${step}?change=${key}`}
      aria-label={t('apply.check.changeOf', { label })}
    >
      <span className="line">{t('apply.check.change')}</span>
    </Link>
  );
  const row = search.get('row');
  return (
    <Page
      heading={t('apply.check.title')}
      errors={wrongs.length}
      focusElsewhere={row === null ? undefined : rowOf(row)}
      before={
        <>
          {before === undefined ? null : <Back to={`/apply/${caseId}/${before.name}`}>{t('back')}</Back>}
          <ErrorSummary wrongs={wrongs} attempt={attempt} />
          <p className="matter">{text(matter.itemName)}</p>
        </>
      }
    >
      <p>
        <Say text={t('apply.check.text')} />
      </p>
      <Section heading={t('apply.check.who')}>
        <Facts>
          <Fact label={t('apply.check.name')}>{me?.name ?? matter.applicant}</Fact>
          {me?.residentNumber === undefined ? null : <Fact label={t('apply.check.number')}>{me.residentNumber}</Fact>}
          {me === undefined ? null : <Fact label={t('apply.check.phone')}>{me.phone}</Fact>}
        </Facts>
      </Section>
      <Section heading={t('apply.check.where')}>
        <Facts>
          <Fact label={t('apply.check.place')} action={change('place', 'place', t('apply.check.place'))}>
            {matter.regionName === undefined ? t('apply.check.unanswered') : text(matter.regionName)}
          </Fact>
        </Facts>
      </Section>
      {matter.form.length === 0 ? null : (
        <Section heading={t('apply.check.group')}>
          <Facts>
            {steps.flatMap((step) =>
              step.fields.map((field) => (
                <Fact
                  key={field.key}
                  label={text(field.label)}
                  action={change(step.name, field.key, text(field.label))}
                >
                  <Answer field={field} value={matter.answers[field.key] ?? ''} />
                </Fact>
              )),
            )}
          </Facts>
        </Section>
      )}
      {matter.materials.length === 0 ? null : (
        <Section heading={t('apply.check.materials')}>
          <Facts>
            {matter.materials.map(({ requirement: { key, name, necessity }, files }) =>
              necessity === 'shared' ? (
                <Fact key={key} label={text(name)}>
                  <Say text={t('apply.check.shared')} />
                </Fact>
              ) : (
                <Fact key={key} label={text(name)} action={change('materials', key, text(name))}>
                  {files.length === 0 ? t('apply.check.noFiles') : t('apply.check.files', { count: files.length })}
                </Fact>
              ),
            )}
          </Facts>
        </Section>
      )}
      <Section heading={t('apply.check.delivery')}>
        <Facts>
          <Fact
            label={t('apply.delivery.label')}
            action={change('delivery', 'deliveryWish', t('apply.delivery.label'))}
          >
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
        <p className="hint">
          <Say text={t('apply.check.laterWithdraw')} />
        </p>
      </Form>
    </Page>
  );
}

const rowOf = (key: string) => `change-${key === 'regionId' ? 'place' : key}`;
