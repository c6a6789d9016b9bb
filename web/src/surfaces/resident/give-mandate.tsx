import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Redirect, useLocation, useParams } from 'wouter';
import type { ItemSummary } from '../../../../contract/catalogue.ts';
import { checkResidentId } from '../../../../contract/identifiers.ts';
import type { ResidentMe } from '../../../../contract/people.ts';
import { tidyAnswer } from '../../../../contract/typing.ts';
import { useAct, useRead } from '../../api/hooks.ts';
import { isDay, monthsAfter } from '../../ui/day.ts';
import { DateField } from '../../ui/resident/date-field.tsx';
import { useSaying } from '../../ui/resident/district.tsx';
import {
  ChoiceField,
  ErrorSummary,
  FieldGroup,
  Form,
  Refused,
  Submit,
  TextField,
  type Wrong,
} from '../../ui/resident/form.tsx';
import { Loaded } from '../../ui/resident/loaded.tsx';
import { Back, Page } from '../../ui/resident/page.tsx';
import { useSentences } from '../../ui/resident/refused.tsx';
import { Say } from '../../ui/resident/say.tsx';
import { dayWithYear } from '../../ui/resident/span.ts';
import { MandatePaper, PrintButton, useMandateSentence } from './mandate-paper.tsx';

const steps = ['who', 'matters', 'until', 'check'] as const;
type StepName = (typeof steps)[number];

/** A mandate as far as it is written. In memory only: it holds somebody's number. */
interface Draft {
  name: string;
  number: string;
  extent: '' | 'every' | 'some';
  items: readonly string[];
  length: '' | 'quarter' | 'year' | 'own';
  ownDay: string;
}

/** The district lets one mandate reach so far. */
const longestMonths = 36;
const months = { quarter: 3, year: 12 } as const;

/** Giving a mandate, one thing a page: who, which matters, until when, and the paper before it is signed. */
export function GiveMandate() {
  const { step = 'who' } = useParams();
  const here = encodeURIComponent(`/mandates/new/${step}`);
  return (
    <Loaded of={useRead('GET /my/self', {})}>
      {({ me }) => {
        if (me === undefined) return <Redirect replace to={`/sign-in?to=${here}`} />;
        if (me.assurance === 'none') return <Redirect replace to={`/identity?to=${here}`} />;
        return <Steps me={me} step={steps.find((each) => each === step) ?? 'who'} />;
      }}
    </Loaded>
  );
}

interface StepProps {
  me: ResidentMe;
  draft: Draft;
  change: (change: Partial<Draft>) => void;
  wrongs: readonly Wrong[];
  wrongAt: (field: string) => string | undefined;
}

function Steps({ me, step }: { me: ResidentMe; step: StepName }) {
  const { t } = useTranslation('resident');
  const { today } = useSaying();
  const [, go] = useLocation();
  const { fault, refused } = useSentences();
  const give = useAct('POST /my/mandates');
  const [draft, setDraft] = useState<Draft>({ name: '', number: '', extent: '', items: [], length: '', ownDay: '' });
  const [judged, setJudged] = useState<{ step: StepName; wrongs: readonly Wrong[] }>({ step, wrongs: [] });
  const [attempt, setAttempt] = useState(0);
  if (step !== 'who' && draft.name === '') return <Redirect replace to="/mandates/new/who" />;

  const at = steps.indexOf(step);
  // Who turns back leaves the faults of a page there.
  const wrongs = judged.step === step ? judged.wrongs : [];
  const to = (name: StepName) => `/mandates/new/${name}`;
  const untilDay = untilOf(draft, today);
  const wrong = (field: string, code: string, facts: Record<string, string | number> = {}): Wrong => ({
    field,
    sentence: fault({ field, code, facts }, labels[field] ?? ''),
  });
  const labels: Record<string, string> = {
    name: t('mandates.who.name'),
    residentNumber: t('mandates.who.number'),
    extent: t('mandates.matters.title'),
    items: t('mandates.matters.pick'),
    length: t('mandates.until.title'),
    untilDay: t('mandates.until.day'),
  };
  const check: Record<StepName, () => Wrong[]> = {
    who: () => {
      const checked = checkResidentId(tidyAnswer({ kind: 'residentNumber' }, draft.number), today);
      return [
        ...(draft.name.trim() === '' ? [wrong('name', 'required')] : []),
        ...(checked.ok ? [] : [wrong('residentNumber', `id_${checked.reason}`)]),
      ];
    },
    matters: () => {
      if (draft.extent === '') return [wrong('extent', 'not_an_option')];
      return draft.extent === 'some' && draft.items.length === 0 ? [wrong('items', 'not_an_option')] : [];
    },
    until: () => {
      const last = monthsAfter(today, longestMonths);
      if (draft.length === '') return [wrong('length', 'not_an_option')];
      if (!isDay(untilDay)) return [wrong('untilDay', 'not_a_day')];
      if (untilDay < today) return [wrong('untilDay', 'too_early', { day: today })];
      return untilDay > last ? [wrong('untilDay', 'too_late', { day: last })] : [];
    },
    check: () => [],
  };
  const leadTo = (name: StepName, found: readonly Wrong[]) => {
    setAttempt(attempt + 1);
    setJudged({ step: name, wrongs: found });
    if (name !== step) go(to(name));
  };
  const sign = () =>
    give.mutate(
      {
        name: draft.name.trim(),
        residentNumber: draft.number,
        ...(draft.extent === 'some' ? { itemIds: [...draft.items] } : {}),
        untilDay,
      },
      {
        onSuccess: ({ mandateId }) => go(`/mandates/${mandateId}`, { replace: true }),
        onError: (refusal) => {
          const found =
            refusal.code === 'mandate_to_oneself'
              ? [{ field: 'residentNumber', sentence: refused(refusal) }]
              : refusal.fields.map(({ field, code, facts }) => wrong(field, code, facts));
          if (found.length > 0) leadTo(found.some(({ field }) => field === 'untilDay') ? 'until' : 'who', found);
        },
      },
    );
  const onward = () => {
    const found = check[step]();
    setAttempt(attempt + 1);
    setJudged({ step, wrongs: found });
    if (found.length > 0) return;
    if (step === 'check') sign();
    else go(to(steps[at + 1] ?? 'check'));
  };
  const props: StepProps = {
    me,
    draft,
    change: (change) => setDraft((before) => ({ ...before, ...change })),
    wrongs,
    wrongAt: (field) => wrongs.find((each) => each.field === field)?.sentence,
  };
  const maySign = me.assurance === 'verified';
  const heading = t(`mandates.${step}.title`);
  return (
    <Page
      key={step}
      className={step === 'check' ? 'mandate' : ''}
      heading={heading}
      errors={wrongs.length}
      before={
        <>
          <Back to={at === 0 ? '/mandates' : to(steps[at - 1] ?? 'who')}>
            {at === 0 ? t('mandates.title') : t('back')}
          </Back>
          <p className="step no-print">{t('apply.step', { step: at + 1, steps: steps.length })}</p>
          <ErrorSummary wrongs={wrongs} attempt={attempt} />
        </>
      }
    >
      {maySign || step !== 'who' ? null : (
        <p className="sample">
          <Say text={t('mandates.who.unverified')} />
        </p>
      )}
      <Form onSubmit={onward} busy={give.isPending}>
        {step === 'who' ? <Who {...props} /> : null}
        {step === 'matters' ? <Matters {...props} /> : null}
        {step === 'until' ? <Until {...props} /> : null}
        {step === 'check' ? <Check {...props} untilDay={untilDay} to={to} /> : null}
        {step === 'check' && wrongs.length === 0 ? <Refused refusal={give.error} retry={sign} /> : null}
        {step === 'check' && !maySign ? (
          <PrintButton filled />
        ) : (
          <Submit working={t('mandates.check.signing')} busy={give.isPending}>
            {step === 'check' ? t('mandates.check.sign') : t('apply.next')}
          </Submit>
        )}
      </Form>
    </Page>
  );
}

function Who({ draft, change, wrongAt }: StepProps) {
  const { t } = useTranslation('resident');
  return (
    <>
      <p>
        <Say text={t('mandates.who.text')} />
      </p>
      <TextField
        id="name"
        label={t('mandates.who.name')}
        wrong={wrongAt('name')}
        value={draft.name}
        onChange={(name) => change({ name })}
      />
      <TextField
        id="residentNumber"
        label={t('mandates.who.number')}
        hint={t('identity.numberHint')}
        wrong={wrongAt('residentNumber')}
        value={draft.number}
        onChange={(number) => change({ number })}
      />
    </>
  );
}

function Matters({ draft, change, wrongAt }: StepProps) {
  const { t } = useTranslation('resident');
  return (
    <>
      <ChoiceField
        id="extent"
        label={t('mandates.matters.title')}
        labelHidden
        hint={t('mandates.matters.hint')}
        wrong={wrongAt('extent')}
        value={draft.extent}
        options={(['some', 'every'] as const).map((value) => ({
          value,
          label: t(`mandates.matters.${value}`),
          hint: t(`mandates.matters.${value}Hint`),
        }))}
        onChange={(extent) => change({ extent: extent as Draft['extent'] })}
      />
      {draft.extent === 'some' ? (
        <PickItems chosen={draft.items} wrong={wrongAt('items')} onChange={(items) => change({ items })} />
      ) : null}
    </>
  );
}

/** So many are offered at once; more words find the others. */
const mostOffered = 8;

/** Matters found by everyday words, to tick. What was ticked once stays in the list. */
function PickItems({
  chosen,
  wrong,
  onChange,
}: {
  chosen: readonly string[];
  wrong: string | undefined;
  onChange: (items: readonly string[]) => void;
}) {
  const { t } = useTranslation('resident');
  const { text } = useSaying();
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState('');
  const every = useRead('GET /items', {}).data?.items;
  const answer = useRead('GET /items', asked === '' ? {} : { q: asked }).data?.items;
  const [found, setFound] = useState<readonly ItemSummary[]>([]);
  const [ticked, setTicked] = useState(chosen);
  useEffect(() => {
    const later = setTimeout(() => setAsked(words.trim()), 300);
    return () => clearTimeout(later);
  }, [words]);
  useEffect(() => {
    if (answer !== undefined) setFound(answer);
  }, [answer]);
  const offered = found.slice(0, mostOffered);
  const kept = (every ?? []).filter(
    ({ itemId }) => ticked.includes(itemId) && !offered.some((each) => each.itemId === itemId),
  );
  return (
    <>
      <TextField
        id="search"
        label={t('mandates.matters.search')}
        hint={t('question.placeholder')}
        value={words}
        onChange={setWords}
      />
      <div className="matters-found">
        <FieldGroup field={{ id: 'items', label: t('mandates.matters.pick'), wrong }}>
          {[...offered, ...kept].map((item, at) => (
            <label key={item.itemId} className="choice is-compact">
              <input
                type="checkbox"
                {...(at === 0 ? { id: 'items' } : {})}
                checked={chosen.includes(item.itemId)}
                onChange={({ target }) => {
                  if (target.checked) setTicked([...ticked, item.itemId]);
                  onChange(target.checked ? [...chosen, item.itemId] : chosen.filter((each) => each !== item.itemId));
                }}
              />
              <span className="choice-text">
                <span>{text(item.name)}</span>
              </span>
            </label>
          ))}
        </FieldGroup>
        <p className="hint" role="status">
          <Say
            text={
              found.length === 0 && asked !== ''
                ? t('find.none', { query: asked })
                : t('mandates.matters.shown', { found: found.length, shown: offered.length, count: chosen.length })
            }
          />
        </p>
      </div>
    </>
  );
}

function Until({ draft, change, wrongAt }: StepProps) {
  const { t } = useTranslation('resident');
  const { today, language } = useSaying();
  return (
    <>
      <ChoiceField
        id="length"
        label={t('mandates.until.title')}
        labelHidden
        hint={t('mandates.until.hint')}
        wrong={wrongAt('length')}
        value={draft.length}
        options={[
          ...(['quarter', 'year'] as const).map((value) => ({
            value,
            label: t(`mandates.until.${value}`),
            hint: t('mandates.until.to', { day: dayWithYear(monthsAfter(today, months[value]), language) }),
          })),
          { value: 'own', label: t('mandates.until.own') },
        ]}
        onChange={(length) => change({ length: length as Draft['length'] })}
      />
      {draft.length === 'own' ? (
        <DateField
          id="untilDay"
          label={t('mandates.until.day')}
          wrong={wrongAt('untilDay')}
          value={draft.ownDay}
          onChange={(ownDay) => change({ ownDay })}
        />
      ) : null}
    </>
  );
}

function Check({
  me,
  draft,
  untilDay,
  to,
}: StepProps & { untilDay: string; to: (step: StepName) => string }): ReactNode {
  const { t } = useTranslation('resident');
  const { today } = useSaying();
  const itemIds = draft.extent === 'some' ? draft.items : undefined;
  const change = (step: 'who' | 'matters' | 'until') => (
    <Link
      href={to(step)}
      className="no-print"
      aria-label={t('apply.check.changeOf', { label: t(`mandates.${step}.title`) })}
    >
      <span className="line">{t('apply.check.change')}</span>
    </Link>
  );
  const sentence = useMandateSentence();
  return (
    <>
      <p className="no-print">
        <Say text={sentence({ side: 'principal', other: { name: draft.name.trim() }, itemIds, untilDay })} />
      </p>
      <MandatePaper
        paper={{
          principal: { name: me.name ?? '', residentNumber: me.residentNumber ?? '' },
          agent: { name: draft.name.trim(), residentNumber: draft.number },
          itemIds,
          scope: 'apply',
          fromDay: today,
          untilDay,
        }}
        change={change}
      />
      <p className="no-print">
        <Say text={t('mandates.check.sees')} />
      </p>
      <p className="truth no-print">
        <Say text={t(me.assurance === 'verified' ? 'mandates.check.truth' : 'mandates.check.onPaper')} />
      </p>
    </>
  );
}

function untilOf({ length, ownDay }: Draft, today: string): string {
  return length === 'quarter' || length === 'year' ? monthsAfter(today, months[length]) : ownDay;
}
