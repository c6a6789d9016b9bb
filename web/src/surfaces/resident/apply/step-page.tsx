import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearchParams } from 'wouter';
import type { ResidentCase } from '../../../../../contract/cases.ts';
import type { Inputs } from '../../../../../contract/routes.ts';
import { useAct } from '../../../api/hooks.ts';
import { timeOf } from '../../../ui/day.ts';
import { useSaying } from '../../../ui/resident/district.tsx';
import { ErrorSummary, Form, Refused, Submit, type Wrong } from '../../../ui/resident/form.tsx';
import { Back, Page } from '../../../ui/resident/page.tsx';
import { Say } from '../../../ui/resident/say.tsx';
import { idOf } from './question-field.tsx';
import type { StepProps } from './steps.ts';

interface StepPageProps extends StepProps {
  heading: string;
  text?: string;
  wrongs: readonly Wrong[];
  /** Marks what is wrong on the page now; where nothing is, it is saved. */
  check: () => boolean;
  /** What this page adds to the draft; `undefined` when nothing changed. */
  answer: () => Omit<Inputs['POST /my/cases/:caseId/save'], 'caseId'> | undefined;
  /** The server has it now. */
  onSaved?: () => void;
  children: ReactNode;
}

/** One page of the application: where one is, the question, one button, and the word that the draft is kept. */
export function StepPage({
  matter,
  step,
  steps,
  heading,
  text,
  wrongs,
  check,
  answer,
  onSaved,
  children,
}: StepPageProps) {
  const { t } = useTranslation('resident');
  const { text: said } = useSaying();
  const [, go] = useLocation();
  const [search] = useSearchParams();
  const [attempt, setAttempt] = useState(0);
  const save = useAct('POST /my/cases/:caseId/save');
  const at = steps.indexOf(step);
  const changing = search.get('change');
  const toCheck = `/apply/${matter.caseId}/check`;
  const before = steps[at - 1];
  const after = steps[at + 1];
  const onward = () => {
    if (changing !== null) go(`${toCheck}?row=${encodeURIComponent(changing)}`);
    else if (after !== undefined) go(`/apply/${matter.caseId}/${after.name}`);
  };
  const submit = () => {
    setAttempt(attempt + 1);
    if (!check()) return;
    const added = answer();
    if (added === undefined) onward();
    else
      save.mutate(
        { caseId: matter.caseId, ...added },
        {
          onSuccess: () => {
            onSaved?.();
            onward();
          },
        },
      );
  };
  const back =
    changing !== null
      ? toCheck
      : before === undefined
        ? `/items/${matter.itemId}`
        : `/apply/${matter.caseId}/${before.name}`;
  return (
    <Page
      heading={heading}
      errors={wrongs.length}
      focusElsewhere={changing === null ? undefined : idOf(changing)}
      before={
        <>
          <Back to={back}>{t('back')}</Back>
          <p className="matter">{said(matter.itemName)}</p>
          <ForWhom matter={matter} />
          <Progress at={at} of={steps.length} />
          <ErrorSummary wrongs={wrongs} attempt={attempt} />
        </>
      }
    >
      {text === undefined ? null : (
        <p className="lead">
          <Say text={text} />
        </p>
      )}
      <Form onSubmit={submit} busy={save.isPending}>
        {children}
        <Refused refusal={save.error} retry={submit} />
        <Submit working={t('apply.saving')} busy={save.isPending}>
          {changing === null ? t('apply.next') : t('apply.backToCheck')}
        </Submit>
      </Form>
      <Kept matter={matter} offline={save.error?.code === 'offline'} />
    </Page>
  );
}

/** Whom the person applies for, by a mandate. */
export function ForWhom({ matter: { principal } }: { matter: ResidentCase }) {
  const { t } = useTranslation('resident');
  return principal === undefined ? null : (
    <p className="for-whom">
      <Say text={t('apply.forWhom', { name: principal.name })} />
    </p>
  );
}

function Progress({ at, of }: { at: number; of: number }) {
  const { t } = useTranslation('resident');
  return (
    <>
      <p className="step">{t('apply.step', { step: at + 1, steps: of })}</p>
      <div className="steps" aria-hidden="true">
        {Array.from({ length: of }, (_, each) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the bars are all alike
          <span key={each} className={each <= at ? 'step-done' : ''} />
        ))}
      </div>
    </>
  );
}

/** 草稿已存（10:21）; said once, not at every save. */
function Kept({ matter, offline }: { matter: ResidentCase; offline: boolean }) {
  const { t } = useTranslation('resident');
  const [lost, setLost] = useState(!navigator.onLine);
  useEffect(() => {
    const look = () => setLost(!navigator.onLine);
    window.addEventListener('online', look);
    window.addEventListener('offline', look);
    return () => {
      window.removeEventListener('online', look);
      window.removeEventListener('offline', look);
    };
  }, []);
  const away = lost || offline;
  if (!away && matter.draftSavedAt === undefined) return null;
  return (
    <p className={away ? 'kept away' : 'kept'} role={away ? 'status' : undefined}>
      <svg viewBox="0 0 20 16" width="20" height="16" aria-hidden="true" focusable="false">
        <path d={away ? 'M10 2v7m0 3v2' : 'm2 8 5 5L18 2'} fill="none" stroke="currentColor" strokeWidth="2.6" />
      </svg>
      <span>
        <Say text={away ? t('apply.savedOffline') : t('apply.savedLocal', { at: timeOf(matter.draftSavedAt ?? '') })} />
      </span>
    </p>
  );
}
