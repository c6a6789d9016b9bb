import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Redirect, useLocation, useParams, useSearch } from 'wouter';
import type { Answers } from '../../../../contract/form.ts';
import type { MandateView } from '../../../../contract/mandates.ts';
import { situationGiven, situationIn } from '../../../../contract/situation-address.ts';
import { call } from '../../api/call.ts';
import { useAct, useRead } from '../../api/hooks.ts';
import { useSaying } from '../../ui/resident/district.tsx';
import { ChoiceField, ErrorSummary, Form, Refused, Submit } from '../../ui/resident/form.tsx';
import { Loaded } from '../../ui/resident/loaded.tsx';
import { Back, Page } from '../../ui/resident/page.tsx';
import { useSentences } from '../../ui/resident/refused.tsx';
import { dayWithYear } from '../../ui/resident/span.ts';

/** Before the first question: signed in, and a name and number declared. Then the draft is opened, old or new. */
export function Begin() {
  const { itemId = '' } = useParams();
  const search = useSearch();
  const here = encodeURIComponent(`/items/${itemId}/apply${search === '' ? '' : `?${search}`}`);
  return (
    <Loaded of={useRead('GET /my/self', {})}>
      {({ me }) => {
        if (me === undefined) return <Redirect replace to={`/sign-in?to=${here}`} />;
        if (me.assurance === 'none') return <Redirect replace to={`/identity?to=${here}`} />;
        // Only somebody whose card was seen can hold a mandate: nobody else waits for the question.
        return me.assurance === 'verified' ? <ForWhom itemId={itemId} /> : <OpenDraft itemId={itemId} />;
      }}
    </Loaded>
  );
}

/** Whoever may act for others in this matter says for whom he does now; nobody else is asked. */
function ForWhom({ itemId }: { itemId: string }) {
  const [chosen, setChosen] = useState<{ mandateId?: string }>();
  return (
    <Loaded of={useRead('GET /my/mandates', { actFor: itemId, limit: 100 })}>
      {({ mandates }) =>
        chosen === undefined && mandates.length > 0 ? (
          <ChooseWhom itemId={itemId} mandates={mandates} onChosen={setChosen} />
        ) : (
          <OpenDraft itemId={itemId} {...chosen} />
        )
      }
    </Loaded>
  );
}

function ChooseWhom({
  itemId,
  mandates,
  onChosen,
}: {
  itemId: string;
  mandates: readonly MandateView[];
  onChosen: (chosen: { mandateId?: string }) => void;
}) {
  const { t } = useTranslation('resident');
  const { language } = useSaying();
  const { fault } = useSentences();
  const [whom, setWhom] = useState('');
  const [attempt, setAttempt] = useState(0);
  const title = t('mandates.forWhom.title');
  const wrongs =
    attempt > 0 && whom === ''
      ? [{ field: 'whom', sentence: fault({ field: 'whom', code: 'not_chosen' }, title) }]
      : [];
  const go = () => {
    setAttempt(attempt + 1);
    if (whom !== '') onChosen(whom === 'self' ? {} : { mandateId: whom });
  };
  return (
    <Page
      heading={title}
      errors={wrongs.length}
      before={
        <>
          <Back to={`/items/${itemId}`}>{t('back')}</Back>
          <ErrorSummary wrongs={wrongs} attempt={attempt} />
        </>
      }
    >
      <Form onSubmit={go} busy={false}>
        <ChoiceField
          id="whom"
          label={title}
          labelHidden
          wrong={wrongs[0]?.sentence}
          value={whom}
          options={[
            { value: 'self', label: t('mandates.forWhom.self') },
            ...mandates.map(({ mandateId, other, untilDay }) => ({
              value: mandateId,
              label: t('mandates.forWhom.other', { name: other.name }),
              hint: t('mandates.forWhom.until', { day: dayWithYear(untilDay, language) }),
            })),
          ]}
          onChange={setWhom}
        />
        <Submit working={t('apply.begin')} busy={false}>
          {t('apply.next')}
        </Submit>
      </Form>
    </Page>
  );
}

/**
 * What was chosen in the guide need not be answered again. An address answers situations alone, and never what is
 * answered already: anybody may have written it.
 */
async function chosenIn(search: string, caseId: string): Promise<Answers> {
  if (Object.keys(situationGiven(search)).length === 0) return {};
  const { form, answers } = await call('GET /my/cases/:caseId', { caseId });
  return Object.fromEntries(Object.entries(situationIn(form, search)).filter(([key]) => (answers[key] ?? '') === ''));
}

function OpenDraft({ itemId, mandateId }: { itemId: string; mandateId?: string }) {
  const { t } = useTranslation('resident');
  const [, go] = useLocation();
  const begin = useAct('POST /my/cases');
  const save = useAct('POST /my/cases/:caseId/save');
  const search = useSearch();
  const begun = useRef(false);
  const open = () =>
    begin.mutate(
      { itemId, ...(mandateId === undefined ? {} : { mandateId }) },
      {
        onSuccess: async ({ caseId }) => {
          const start = () => go(`/apply/${caseId}/place`, { replace: true });
          const answers: Answers = await chosenIn(search, caseId).catch(() => ({}));
          if (Object.keys(answers).length === 0) start();
          else save.mutate({ caseId, answers }, { onSuccess: start, onError: start });
        },
      },
    );
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for this visit
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    open();
  }, []);
  return (
    <Page heading={t('apply.begin')} before={<Back to={`/items/${itemId}`}>{t('back')}</Back>}>
      <Refused refusal={begin.error} retry={open} />
    </Page>
  );
}
