import { Button, Modal, Radio } from 'antd';
import { Fragment, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { askedAnswers, checkAnswer, checkAnswers, knownAnswers } from '../../../../contract/answers.ts';
import type { ServiceGuide } from '../../../../contract/catalogue.ts';
import type { Answers, FormField } from '../../../../contract/form.ts';
import { checkResidentId } from '../../../../contract/identifiers.ts';
import { type About, aboutHolder, askedFields, isDay, type Question } from '../../../../contract/questions.ts';
import type { FieldFault } from '../../../../contract/refusals.ts';
import type { Inputs, Replies } from '../../../../contract/routes.ts';
import { situationSearch } from '../../../../contract/situation-address.ts';
import { maybeNeeded, neededMaterials, situationQuestions } from '../../../../contract/situations.ts';
import { tidyAnswer } from '../../../../contract/typing.ts';
import { sentChannels } from '../../../../contract/words.ts';
import { CallRefused } from '../../api/call.ts';
import { useAct, useRead } from '../../api/hooks.ts';
import { timeOf } from '../../ui/day.ts';
import { useKept } from '../../ui/staff/kept.ts';
import { Key, useKeys } from '../../ui/staff/keys.tsx';
import { Light } from '../../ui/staff/Light.tsx';
import { Notice } from '../../ui/staff/Paper.tsx';
import { FormRefused, useActForm } from '../staff/act-form.tsx';
import { answerWords, sourceWords } from '../staff/answer-words.ts';
import { usePageTitle } from '../staff/Chrome.tsx';
import { Loading } from '../staff/Loading.tsx';
import { OnPaper } from '../staff/OnPaper.tsx';
import { allRequired, PaperChecks, toHandedIn } from '../staff/PaperChecks.tsx';
import { Refused, readableFacts, useMe, useToday } from '../staff/Refused.tsx';
import { faultSentence, useWords } from '../staff/words.ts';
import { AnswerForm } from './AnswerForm.tsx';
import { IntakeDone } from './IntakeDone.tsx';
import { ItemPart, useRecentItems } from './ItemPart.tsx';
import { type Draft, useIntakeDraft } from './intake-draft.ts';
import { agentQuestions, personQuestions, roleHere, wayQuestions } from './intake-people.ts';
import { answerId } from './OneAnswer.tsx';
import { AgentPart, PersonPart, personId, WayPart } from './PeopleParts.tsx';
import { givenAnswers, type Source, usePrefill } from './prefill.ts';
import { type Named, ReceiptPreview } from './ReceiptPreview.tsx';
import { currentStop, focusStop, GoOn, openAfter, stop } from './stops.ts';
import { readDay, settled, settledAnswers, withoutEmptyRows } from './typed-answer.ts';
import { useVillages } from './villages.ts';

type Taken = Replies['POST /cases/take-in'];

/** Taking in a person who stands at the window: everything on one page, the receipt growing beside it. */
export function Intake() {
  const { t } = useWords();
  const [taken, setTaken] = useKept<{ reply: Taken; immediate: boolean } | null>('doorstep.intake.done', null);
  const [round, setRound] = useState(0);
  const { remember } = useRecentItems();
  usePageTitle(t('intake.title'));
  if (taken) return <IntakeDone reply={taken.reply} immediate={taken.immediate} next={() => setTaken(null)} />;
  return (
    <IntakeForm
      key={round}
      anew={() => setRound(round + 1)}
      onTaken={(reply, guide) => {
        remember(guide.itemId);
        setTaken({ reply, immediate: guide.caseType === 'IMMEDIATE' });
      }}
    />
  );
}

const noForm: FormField[] = [];
/** So many faults are named at the foot; each stands at its field besides. */
const mostLinks = 6;

/** Keys that write or correct are no keystrokes beside the text. */
const writes = (event: { key: string; ctrlKey: boolean; altKey: boolean; metaKey: boolean }) =>
  (event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey) ||
  ['Backspace', 'Delete', 'Process', 'Control', 'Alt', 'Shift', 'Meta'].includes(event.key);

function IntakeForm({
  anew,
  onTaken,
}: {
  /** Begins with an empty page. */
  anew: () => void;
  onTaken: (reply: Taken, guide: ServiceGuide) => void;
}) {
  const words = useWords();
  const { t, local } = words;
  const today = useToday();
  const staffId = useMe().data?.me?.staffId ?? '';
  const takeIn = useAct('POST /cases/take-in');
  const { draft, setDraft, forget, left, takeUp, drop } = useIntakeDraft(staffId, today);
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set());
  const [clearing, setClearing] = useState(false);
  const page = useRef<HTMLDivElement>(null);
  const strokes = useRef(draft.strokes);
  const saved = useSavedAt(draft);

  const by = sentChannels.find((each) => each === draft.people['sent.by']);
  // The version of the day on which a letter arrived binds, and its answers are read as of that day (ALL 29).
  const arrived = by === undefined ? today : readDay(draft.people['sent.arrivedDay'] ?? today);
  const day = isDay(arrived) && arrived < today ? arrived : today;
  const guideRead = useRead(
    'GET /intake-items/:itemId',
    { itemId: draft.itemId, ...(day !== today && { day }) },
    { enabled: draft.itemId !== '' },
  );
  const guide = draft.itemId === '' ? undefined : guideRead.data;
  const form = guide?.form ?? noForm;
  const role = roleHere(form);
  const { villages, here } = useVillages();

  const card = tidyAnswer({ kind: 'residentNumber' }, draft.people['applicant.residentNumber'] ?? '');
  const cardFits = today !== '' && checkResidentId(card, today).ok;
  // Asked when the name is written to its end: it must be the one on the card.
  const name = (draft.people['applicant.name'] ?? '').trim();
  const isNamed = visited.has('applicant.name') && name !== '';
  // What is known of a person is shown to nobody who only has a letter of his.
  const isHere = by === undefined && cardFits && isNamed;
  const prefill = usePrefill(draft.itemId, isHere ? { name, residentNumber: card } : undefined).data;
  const known: Record<string, string | undefined> = {
    'applicant.phone': prefill?.phone,
    'applicant.regionId': prefill?.regionId,
  };
  const usual: Record<string, string | undefined> = {
    'sent.by': 'WINDOW',
    'sent.arrivedDay': today,
    'agent.signedDay': day,
  };
  const wasLongAgo =
    draft.people['sent.lateReason'] !== undefined ||
    takeIn.error?.fields.some(({ field }) => field === 'sent.lateReason') === true;
  const way = by === undefined ? 'here' : wasLongAgo ? 'sentLongAgo' : 'sent';
  const asking = [
    ...wayQuestions(words, way),
    ...personQuestions(words),
    ...(draft.hasAgent ? agentQuestions(words) : []),
  ];
  const people = Object.fromEntries(
    asking.map(({ path }) => [path, draft.people[path] ?? known[path] ?? usual[path] ?? '']),
  );
  const person = (path: string) => {
    const asked = asking.find((each) => each.path === path);
    return asked === undefined ? '' : settled(asked.field, people[path] ?? '').trim();
  };

  const placeId = person('applicant.regionId') || (here?.level === 'VILLAGE' ? here.id : '');
  const given = givenAnswers(form, prefill, {
    phone: person('applicant.phone'),
    villageId: villages.some(({ value }) => value === placeId) ? placeId : '',
  });
  const shown = { ...given.answers, ...knownAnswers(form, draft.answers) };
  const about: About = { today: day, applicant: cardFits ? aboutHolder(card, day) : undefined };
  const begun = settledAnswers(form, shown, about);
  const answers = withoutEmptyRows(form, begun);
  const asked = askedFields(form, begun, about);
  // 情形: the list of papers follows while the clerk types.
  const materials = neededMaterials(guide?.materials ?? [], form, answers, about);
  const unsure = maybeNeeded(guide?.materials ?? [], form, answers, about).filter(
    (material) => !materials.includes(material),
  );
  const questions = asked.flatMap((each) => [...each.questions, ...each.rows.flat()]);

  const faults: FieldFault[] = [
    ...(draft.itemId === '' ? [{ field: 'item', code: 'required' }] : []),
    ...asking.flatMap(({ path, field }) => checkAnswer({ path, field }, person(path), about) ?? []),
    ...checkAnswers(form, answers, about),
  ];
  const wrongWith = (path: string) => {
    const fault = faults.find(({ field }) => field === path);
    if (fault === undefined) return undefined;
    return path === 'item'
      ? t('intake.chooseItem')
      : faultSentence({ ...fault, facts: readableFacts(fault.facts ?? {}, words) }, labelOf(path));
  };
  const faultOf = (path: string) => {
    const typed = (people[path] ?? shown[path] ?? '').trim();
    return act.at(path, labelOf(path)) ?? (visited.has(path) && typed !== '' ? wrongWith(path) : undefined);
  };
  const labelOf = (path: string) => {
    if (path === 'item') return t('intake.item');
    const own = asking.find((each) => each.path === path);
    if (own)
      return path.startsWith('agent.')
        ? `${t('case.role.agent')}${t('colon')}${local(own.field.label)}`
        : local(own.field.label);
    const question = questions.find((each) => each.path === path);
    if (question === undefined) return local(form.find(({ key }) => key === path)?.label ?? { zh: path, en: path });
    const { of, field, row } = question;
    const within = row === undefined ? local(of.label) : `${local(of.rowName ?? of.label)} ${row + 1}`;
    return of.key === field.key ? local(field.label) : `${within}${t('colon')}${local(field.label)}`;
  };
  const focusOn = (path: string) => {
    const id =
      path === 'item' ? 'in-item' : asking.some((each) => each.path === path) ? personId(path) : answerId(path);
    const control = document.getElementById(id) ?? document.getElementById(`${id}-fault`);
    focusStop(control?.closest('[data-stop], fieldset'));
  };
  const marks = (source: Source | undefined) =>
    source && (source.from === 'window' ? t('intake.fromAbove') : sourceWords(source, words));
  const markOf = ({ path, field }: Question) => {
    const before = given.answers[path];
    if (before === undefined || before === '') return {};
    if (shown[path] === before) return { source: marks(given.sources[path]) };
    const names = Object.fromEntries(villages.map(({ value, label }) => [value, { zh: label, en: label }]));
    return {
      former: {
        words: answerWords(field, before, { ...names, ...prefill?.placeNames }, words),
        use: () => putAnswers((typed) => Object.fromEntries(Object.entries(typed).filter(([each]) => each !== path))),
      },
    };
  };

  const put = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }));
  const putPerson = (path: string, value: string) =>
    setDraft((before) => ({ ...before, people: { ...before.people, [path]: value } }));
  const putAnswers = (change: (typed: Record<string, string>) => Record<string, string>) =>
    setDraft((before) => ({ ...before, answers: change(before.answers) }));
  const leave = (path: string) => setVisited((before) => (before.has(path) ? before : new Set([...before, path])));
  const peopleProps = {
    people,
    faultOf,
    sourceOf: (path: string) =>
      draft.people[path] === undefined && known[path] !== undefined ? t('intake.fromRegister') : undefined,
    onChange: putPerson,
    onLeave: leave,
  };

  const { commitment } = draft;
  const promised =
    by === undefined && commitment !== undefined && (commitment.whole || commitment.materials.length > 0)
      ? commitment
      : undefined;
  const wish = draft.deliveryWish || guide?.deliveryWishes[0];
  const submit = () => {
    if (guide === undefined || wish === undefined) return;
    const optional = (name: string, value: string) => (value === '' ? {} : { [name]: value });
    const input: Inputs['POST /cases/take-in'] = {
      itemId: guide.itemId,
      ...(by && {
        sent: { by, arrivedDay: person('sent.arrivedDay'), ...optional('lateReason', person('sent.lateReason')) },
      }),
      applicant: {
        name: person('applicant.name'),
        residentNumber: card,
        ...optional('phone', person('applicant.phone')),
        ...optional('regionId', person('applicant.regionId')),
      },
      ...(draft.hasAgent
        ? {
            agent: {
              name: person('agent.name'),
              residentNumber: person('agent.residentNumber'),
              signedDay: person('agent.signedDay'),
              untilDay: person('agent.untilDay'),
              ...optional('phone', person('agent.phone')),
            },
          }
        : {}),
      answers: askedAnswers(form, answers, about),
      materials: toHandedIn(materials, draft.papers),
      deliveryWish: wish,
      ...(promised && { commitment: promised }),
    };
    takeIn.mutate(input, {
      onSuccess: (reply) => {
        forget();
        onTaken(reply, guide);
      },
    });
  };
  const error = useMemo(() => takeIn.error && placed(takeIn.error), [takeIn.error]);
  const paths = [...asking, ...questions].map(({ path }) => path);
  const act = useActForm({
    act: { isPending: takeIn.isPending, error },
    faults: Object.fromEntries(
      [...paths, ...faults.map(({ field }) => field)].map((path) => [path, wrongWith(path) ?? false]),
    ),
    submit,
  });

  const goOn = (from: Element | null = currentStop()) => {
    if (page.current) focusStop(openAfter(page.current, from)[0]);
  };
  const jump = (selector: string) => () =>
    focusStop(document.querySelector(`${selector} [data-open]`) ?? document.querySelector(`${selector} [data-stop]`));
  const takeAll = () => {
    if (guide === undefined) return;
    flushSync(() => setDraft((before) => ({ ...before, papers: allRequired(materials, before.papers) })));
    focusStop(document.querySelector('#part-do [data-stop]'));
  };
  const toCard = () => focusOn('applicant.residentNumber');
  const toggleAgent = () => put({ hasAgent: !draft.hasAgent });
  useKeys({
    F2: toCard,
    F4: toggleAgent,
    F8: takeAll,
    'Alt+1': jump('#part-item'),
    'Alt+2': jump('#part-who'),
    'Alt+3': jump('#part-form'),
    'Alt+4': jump('#part-materials'),
    'Alt+5': jump('#part-delivery'),
  });

  const got = materials.filter(({ key, necessity }) => necessity === 'shared' || draft.papers[key]?.received).length;
  const lacks = materials.some(({ key, necessity }) => necessity === 'required' && !draft.papers[key]?.received);
  const answered = questions.filter(({ path }) => (shown[path] ?? '').trim() !== '').length;
  const shownFaults = faults.filter(({ field }) => act.at(field) !== undefined);
  const applicantPath = asked.find(({ field }) => field.party === 'applicant')?.field.key;
  const named: Named[] = [
    ...(role === 'applicant' ? [] : [{ role: 'applicant' as const, name: shown[`${applicantPath}.name`] ?? '' }]),
    { role, name: person('applicant.name') },
    ...(draft.hasAgent ? [{ role: 'agent' as const, name: person('agent.name') }] : []),
  ];
  return (
    <GoOn value={goOn}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it counts, so that a slow form is noticed, and lets Enter go on from ticks */}
      <div
        ref={page}
        className="page intake"
        onKeyDown={(event) => {
          if (!event.repeat && !writes(event)) {
            strokes.current += 1;
            put({ strokes: strokes.current });
          }
          const ticks = (event.target as HTMLElement).matches('input[type=radio], input[type=checkbox]');
          if (event.key !== 'Enter' || event.ctrlKey || !ticks) return;
          event.preventDefault();
          goOn();
        }}
      >
        <header className="page-head">
          <div className="page-title grow">
            <h1>{t('intake.title')}</h1>
            {draft.strokes > 0 && <span className="quiet">{t('intake.strokes', { count: draft.strokes })}</span>}
            {saved && <span className="quiet">{t('intake.savedAt', { time: saved })}</span>}
          </div>
          <p className="hints quiet">
            <Key>Enter</Key> {t('keys.nextOpen')} <Key>F2</Key> {t('keys.card')} <Key>Alt</Key> <Key>1</Key>–
            <Key>5</Key> {t('keys.parts')}
          </p>
        </header>
        {left && (
          <div className="page-notices">
            <Notice tone="yellow" role="status">
              {t('intake.left', { name: left.draft.people['applicant.name'] || t('intake.leftNoName') })}{' '}
              <button type="button" className="plain-link" onClick={takeUp}>
                {t('intake.takeUp')}
              </button>
              {t('list.separator')}
              <button type="button" className="plain-link" onClick={drop}>
                {t('intake.dropLeft')}
              </button>
            </Notice>
          </div>
        )}
        <div className="intake-body">
          <div className="intake-parts">
            <section className="part" aria-labelledby="part-1" id="part-item">
              <h2 id="part-1">
                <span className="part-no">1</span> {t('intake.what')}
              </h2>
              <ItemPart
                itemId={draft.itemId}
                fault={faultOf('item')}
                onChange={(itemId) => put({ itemId, papers: {}, deliveryWish: '', commitment: undefined })}
              />
              <Refused error={guideRead.error} />
              {guide && (
                <p className="quiet small">
                  {t('intake.version', { version: guide.version })} · {t(`case.caseType.${guide.caseType}`)}
                </p>
              )}
            </section>
            <section className="part" aria-labelledby="part-2" id="part-who">
              <h2 id="part-2">
                <span className="part-no">2</span> {t('intake.who')}
              </h2>
              <WayPart way={way} {...peopleProps} />
              <PersonPart role={role} {...peopleProps} />
              {by === undefined && <p className="quiet small">{t('intake.cardSeen')}</p>}
              <AgentPart hasAgent={draft.hasAgent} isSent={by !== undefined} onAgent={toggleAgent} {...peopleProps} />
            </section>
          </div>
          <section className="intake-form" aria-labelledby="part-3" id="part-form">
            <h2 id="part-3">
              <span className="part-no">3</span> {t('intake.form')}{' '}
              {guide && (
                <span className="quiet">{t('intake.formCount', { total: questions.length, done: answered })}</span>
              )}
            </h2>
            {guide ? (
              <AnswerForm
                asked={asked}
                answers={shown}
                faultOf={faultOf}
                markOf={markOf}
                onChange={(path, value) => putAnswers((typed) => ({ ...typed, [path]: value }))}
                onAnswers={putAnswers}
                onLeave={leave}
              />
            ) : guideRead.isLoading ? (
              <Loading />
            ) : (
              <p className="quiet">{t('intake.formLater')}</p>
            )}
          </section>
          <div className="intake-parts intake-after">
            <section className="part" aria-labelledby="part-4" id="part-materials">
              <h2 id="part-4">
                <span className="part-no">4</span> {t('intake.materials')}{' '}
                {guide && <span className="quiet">{t('intake.count', { total: materials.length, got })}</span>}
              </h2>
              {guide && (
                <>
                  {materials.length > 0 && (
                    <p className="paper-all" {...stop(lacks ? 'open' : 'done')}>
                      <Button size="small" onClick={takeAll}>
                        {t('intake.allSeen')} <Key>F8</Key>
                      </Button>
                    </p>
                  )}
                  <PaperChecks
                    materials={materials}
                    papers={draft.papers}
                    onChange={(key, paper) =>
                      setDraft((before) => ({ ...before, papers: { ...before.papers, [key]: paper } }))
                    }
                  />
                  {/* Signed here or not at all. */}
                  {by === undefined && (
                    <OnPaper
                      itemId={draft.itemId}
                      commitment={guide.commitment}
                      materials={materials}
                      choice={commitment ?? { whole: false, materials: [] }}
                      onChange={(choice) => setDraft((before) => ({ ...before, commitment: choice }))}
                    />
                  )}
                  {unsure.length > 0 && (
                    <p className="quiet small">
                      {t('intake.depends', { names: unsure.map(({ name }) => local(name)).join(t('list.separator')) })}
                    </p>
                  )}
                  <p className="quiet small">{t('intake.published')}</p>
                  {/* What prints is the guide of today. */}
                  {day === today && (
                    <p className="small">
                      <a href={noticeOf(guide, answers)} target="_blank" rel="noreferrer">
                        {t('intake.printNotice')}
                      </a>
                    </p>
                  )}
                </>
              )}
            </section>
            <section className="part" aria-labelledby="part-5" id="part-delivery">
              <h2 id="part-5">
                <span className="part-no">5</span> {t('intake.deliverPart')}
              </h2>
              {guide && (
                <div {...stop('done')}>
                  <Radio.Group
                    aria-label={t('intake.deliverPart')}
                    value={wish}
                    onChange={(event) => put({ deliveryWish: event.target.value })}
                    options={guide.deliveryWishes.map((each) => ({
                      value: each,
                      label: t(`case.deliveryWish.${each}`),
                    }))}
                  />
                </div>
              )}
            </section>
          </div>
          <ReceiptPreview
            guide={guide}
            materials={materials}
            people={named}
            papers={draft.papers}
            sent={by && { by, arrivedDay: person('sent.arrivedDay') }}
          />
        </div>
        <div className="act-foot" id="part-do">
          <div className="row">
            <span {...stop('open')}>
              <Button type="primary" loading={act.isPending} onClick={act.press}>
                {t('intake.do')} <Key>Ctrl Enter</Key>
              </Button>
            </span>
            <Button onClick={() => setClearing(true)}>{t('intake.clear')}</Button>
          </div>
          <div className="grow">
            <FormRefused error={act.rest} />
            {shownFaults.length > 0 ? (
              <Notice tone="red" role="alert">
                {t('intake.faults', { count: shownFaults.length })}{' '}
                {shownFaults.slice(0, mostLinks).map((fault, index) => (
                  <Fragment key={fault.field}>
                    {index > 0 && t('list.separator')}
                    <button type="button" className="plain-link" onClick={() => focusOn(fault.field)}>
                      {labelOf(fault.field)}
                    </button>
                  </Fragment>
                ))}
                {shownFaults.length > mostLinks && '…'}
              </Notice>
            ) : (
              guide &&
              (lacks ? (
                <p className="quiet">
                  {by === undefined
                    ? t('intake.missing', { day: words.day(guide.ifAppliedToday.answeredByDay) })
                    : t('intake.missingSent')}
                </p>
              ) : (
                <Light shape="done">{t('intake.allGot')}</Light>
              ))
            )}
          </div>
        </div>
        {clearing && (
          <Modal
            open
            title={t('intake.clear')}
            onCancel={() => setClearing(false)}
            onOk={() => {
              forget();
              anew();
            }}
            okText={t('intake.clear')}
            cancelText={t('cancel')}
          >
            {t('intake.clearSure')}
          </Modal>
        )}
      </div>
    </GoOn>
  );
}

/** 一次性告知单 for this situation, of the same version as this page; it prints by itself. */
function noticeOf({ itemId, form }: ServiceGuide, answers: Answers): string {
  const chosen = situationQuestions(form).flatMap(({ key }) => (answers[key] ? [[key, answers[key]]] : []));
  return `/items/${itemId}/print?size=simple&now&${situationSearch(Object.fromEntries(chosen))}`;
}

/** What the server refused, by the paths of this page: what is wrong with the person comes without his place. */
function placed({ code, facts, fields }: CallRefused): CallRefused {
  const here = fields.map((fault) => {
    const field = fault.field.replace(/^\//, '').replace(/\//g, '.');
    const isPerson = code === 'invalid_input' ? personPaths.has(`applicant.${field}`) : field === 'regionId';
    return { ...fault, field: isPerson ? `applicant.${field}` : field };
  });
  return new CallRefused(code, facts, here);
}

const personPaths = new Set(['name', 'residentNumber', 'phone', 'regionId'].map((part) => `applicant.${part}`));

/** The minute at which the draft was last written; nothing is said of one that only was read. */
function useSavedAt(draft: Draft): string {
  const now = useRead('GET /district', {}).data?.now;
  const first = useRef(draft);
  return draft === first.current || now === undefined ? '' : timeOf(now);
}
