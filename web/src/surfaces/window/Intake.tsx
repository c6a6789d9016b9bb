import { Button, Input, Modal, Radio, Select } from 'antd';
import { Fragment, useEffect, useRef, useState } from 'react';
import { checkAnswers } from '../../../../contract/answers.ts';
import { tidy } from '../../../../contract/typing.ts';
import type { ServiceGuide } from '../../../../contract/catalogue.ts';
import { checkMobile, checkResidentId } from '../../../../contract/identifiers.ts';
import type { FieldFault } from '../../../../contract/refusals.ts';
import type { Inputs, Replies } from '../../../../contract/routes.ts';
import type { DeliveryWish } from '../../../../contract/values.ts';
import { useAct, useRead } from '../../api/hooks.ts';
import { timeOf } from '../../ui/day.ts';
import { useKept } from '../../ui/staff/kept.ts';
import { Key, useKeys } from '../../ui/staff/keys.tsx';
import { Light } from '../../ui/staff/Light.tsx';
import { Notice } from '../../ui/staff/Paper.tsx';
import { usePageTitle } from '../staff/Chrome.tsx';
import { Refused, useDistrict, useMe } from '../staff/Refused.tsx';
import { faultSentence, sheets, useWords } from '../staff/words.ts';
import { AnswerField } from './AnswerField.tsx';
import { IntakeDone } from './IntakeDone.tsx';
import { notOnDesk, PaperChecks, type PaperOnDesk, toHandedIn } from './PaperChecks.tsx';

type Taken = Replies['POST /cases/take-in'];

interface Draft {
  name: string;
  residentNumber: string;
  phone: string;
  townshipId: string;
  villageId: string;
  itemId: string;
  answers: Record<string, string>;
  papers: Record<string, PaperOnDesk>;
  deliveryWish: DeliveryWish | '';
  strokes: number;
}

const blank: Draft = {
  name: '',
  residentNumber: '',
  phone: '',
  townshipId: '',
  villageId: '',
  itemId: '',
  answers: {},
  papers: {},
  deliveryWish: '',
  strokes: 0,
};

/** The questions that every intake begins with, and their words. */
const ownFields = [
  { field: 'applicant.name', word: 'name' },
  { field: 'applicant.residentNumber', word: 'residentNumber' },
  { field: 'applicant.phone', word: 'phone' },
  { field: 'item', word: 'item' },
] as const;

/** Taking in a person who stands at the window: four parts on one page, the form beside, the receipt growing. */
export function Intake() {
  const { t } = useWords();
  const [taken, setTaken] = useKept<{ reply: Taken; immediate: boolean } | null>('doorstep.intake.done', null);
  usePageTitle(t('intake.title'));
  if (taken) return <IntakeDone reply={taken.reply} immediate={taken.immediate} next={() => setTaken(null)} />;
  return <IntakeForm onTaken={(reply, guide) => setTaken({ reply, immediate: guide.caseType === 'IMMEDIATE' })} />;
}

/** Initials of every name, so that `lnryd` finds 老年人优待证; the table of readings comes only when this page does. */
function useInitials(guides: readonly ServiceGuide[]): Map<string, string> {
  const [initials, setInitials] = useState(new Map<string, string>());
  useEffect(() => {
    let gone = false;
    void import('pinyin-pro').then(({ pinyin }) => {
      if (gone) return;
      const first = (text: string) => pinyin(text, { pattern: 'first', toneType: 'none', type: 'array' }).join('');
      setInitials(new Map(guides.map((guide) => [guide.itemId, first(guide.name.zh).toLowerCase()])));
    });
    return () => {
      gone = true;
    };
  }, [guides]);
  return initials;
}

const noGuides: ServiceGuide[] = [];

function IntakeForm({ onTaken }: { onTaken: (reply: Taken, guide: ServiceGuide) => void }) {
  const words = useWords();
  const { t, local, day } = words;
  const district = useDistrict().data;
  const me = useMe().data?.me;
  const itemsRead = useRead('GET /intake-items', {});
  const guides = itemsRead.data?.items ?? noGuides;
  const initials = useInitials(guides);
  const takeIn = useAct('POST /cases/take-in');
  const [draft, setDraft, forget] = useKept<Draft>('doorstep.intake', blank);
  const [tried, setTried] = useState(false);
  const [clearing, setClearing] = useState(false);
  const [savedAt, setSavedAt] = useState('');
  const put = (change: Partial<Draft>) => {
    setDraft((before) => ({ ...before, ...change }));
    if (district) setSavedAt(timeOf(district.now));
  };
  const townships = useRead('GET /regions', {}).data?.regions ?? [];
  const villages =
    useRead('GET /regions', draft.townshipId ? { parentId: draft.townshipId } : {}, {
      enabled: draft.townshipId !== '',
    }).data?.regions ?? [];
  const guide = guides.find((each) => each.itemId === draft.itemId);
  const wish = draft.deliveryWish || guide?.deliveryWishes[0];
  const today = district?.today ?? '';
  const number = tidy(draft.residentNumber).toUpperCase();
  const phone = tidy(draft.phone);

  const faults: FieldFault[] = tried ? findFaults() : [];
  function findFaults(): FieldFault[] {
    const id = checkResidentId(number, today);
    const mobile = checkMobile(phone);
    return [
      ...(draft.name.trim() === '' ? [{ field: 'applicant.name', code: 'required' }] : []),
      ...(id.ok ? [] : [{ field: 'applicant.residentNumber', code: `id_${id.reason}` }]),
      ...(phone === '' || mobile.ok ? [] : [{ field: 'applicant.phone', code: 'phone' }]),
      ...(guide === undefined ? [{ field: 'item', code: 'required' }] : checkAnswers(guide.form, answersOf(guide))),
    ];
  }
  function answersOf({ form }: ServiceGuide): Record<string, string> {
    return Object.fromEntries(form.flatMap(({ key }) => (draft.answers[key] ? [[key, tidy(draft.answers[key])]] : [])));
  }
  const refusedFields = takeIn.error?.fields ?? [];
  // The form may ask for a name or a phone too: what is the applicant's carries its place, an answer only its key.
  const faultOf = (field: string) => {
    const fault = [...faults, ...refusedFields].find(
      (each) => each.field.replace(/^\//, '').replace('/', '.') === field,
    );
    return fault && faultSentence(fault, labelOf(field));
  };
  const ownWord = (field: string) => ownFields.find((each) => each.field === field)?.word;
  const labelOf = (field: string) => {
    const word = ownWord(field);
    return word
      ? t(`intake.${word}`)
      : local(guide?.form.find(({ key }) => key === field)?.label ?? { zh: field, en: field });
  };
  const focusOn = (field: string) => {
    const word = ownWord(field);
    document.getElementById(word ? `in-${word}` : `answer-${field}`)?.focus();
  };

  const submit = () => {
    setTried(true);
    const found = findFaults();
    if (found[0]) return focusOn(found[0].field);
    if (guide === undefined || wish === undefined) return;
    const input: Inputs['POST /cases/take-in'] = {
      itemId: guide.itemId,
      applicant: {
        name: draft.name.trim(),
        residentNumber: number,
        ...(phone ? { phone } : {}),
        ...(draft.villageId || draft.townshipId ? { regionId: draft.villageId || draft.townshipId } : {}),
      },
      answers: answersOf(guide),
      materials: toHandedIn(guide.materials, draft.papers),
      deliveryWish: wish,
    };
    takeIn.mutate(input, {
      onSuccess: (reply) => {
        forget();
        onTaken(reply, guide);
      },
    });
  };
  const jump = (selector: string) => () => document.querySelector<HTMLElement>(selector)?.focus();
  useKeys({
    'Ctrl+Enter': takeIn.isPending ? undefined : submit,
    'Alt+1': jump('#in-name'),
    'Alt+2': jump('#in-item'),
    'Alt+3': jump('#part-materials input[type=checkbox]:not(:disabled)'),
    'Alt+4': jump('#part-delivery input'),
  });
  const got =
    guide?.materials.filter((material) => material.necessity === 'shared' || draft.papers[material.key]?.received)
      .length ?? 0;
  const lacks = guide?.materials.some(
    (material) => material.necessity === 'required' && !draft.papers[material.key]?.received,
  );
  const options = guides.map((each) => ({
    value: each.itemId,
    label: local(each.name),
    search: `${each.name.zh} ${each.name.en} ${initials.get(each.itemId) ?? ''}`.toLowerCase(),
  }));
  const strokes = useRef(draft.strokes);
  const region = [...villages, ...townships].find((each) => each.id === (draft.villageId || draft.townshipId));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only counts, so that a slow form is noticed
    <div
      className="page intake"
      onKeyDown={(event) => {
        if (event.repeat || ['Control', 'Alt', 'Shift', 'Meta'].includes(event.key)) return;
        strokes.current += 1;
        put({ strokes: strokes.current });
      }}
    >
      <header className="page-head">
        <div className="page-title grow">
          <h1>{t('intake.title')}</h1>
          {draft.strokes > 0 && <span className="quiet">{t('intake.strokes', { count: draft.strokes })}</span>}
          {savedAt && <span className="quiet">{t('intake.savedAt', { time: savedAt })}</span>}
        </div>
        <p className="hints quiet">
          <Key>Alt</Key> <Key>1</Key>–<Key>4</Key> {t('keys.parts')}
        </p>
      </header>
      <div className="intake-body">
        <div className="intake-parts">
          <section className="part" aria-labelledby="part-1">
            <h2 id="part-1">
              <span className="part-no">1</span> {t('intake.who')}
            </h2>
            <div className="fields">
              <div className="field">
                <label htmlFor="in-name">{t('intake.name')}</label>
                <Input
                  id="in-name"
                  autoFocus
                  autoComplete="off"
                  maxLength={200}
                  value={draft.name}
                  status={faultOf('applicant.name') ? 'error' : ''}
                  aria-describedby="in-name-fault"
                  onChange={(event) => put({ name: event.target.value })}
                />
                <p id="in-name-fault" className="fault">
                  {faultOf('applicant.name')}
                </p>
              </div>
              <div className="field">
                <label htmlFor="in-residentNumber">{t('intake.residentNumber')}</label>
                <Input
                  id="in-residentNumber"
                  autoComplete="off"
                  maxLength={60}
                  value={draft.residentNumber}
                  status={faultOf('applicant.residentNumber') ? 'error' : ''}
                  aria-describedby="in-residentNumber-fault"
                  onChange={(event) => put({ residentNumber: event.target.value })}
                />
                <p id="in-residentNumber-fault" className="fault">
                  {faultOf('applicant.residentNumber')}
                </p>
              </div>
              <div className="field">
                <label htmlFor="in-phone">{t('intake.phone')}</label>
                <Input
                  id="in-phone"
                  autoComplete="off"
                  inputMode="tel"
                  maxLength={40}
                  placeholder={t('intake.phoneHint')}
                  value={draft.phone}
                  status={faultOf('applicant.phone') ? 'error' : ''}
                  aria-describedby="in-phone-fault"
                  onChange={(event) => put({ phone: event.target.value })}
                />
                <p id="in-phone-fault" className="fault">
                  {faultOf('applicant.phone')}
                </p>
              </div>
              <div className="field">
                <label htmlFor="in-township">{t('intake.region')}</label>
                <Select
                  id="in-township"
                  aria-label={t('intake.region')}
                  allowClear
                  placeholder={t('intake.regionHint')}
                  value={draft.townshipId || null}
                  onChange={(value) => put({ townshipId: value ?? '', villageId: '' })}
                  options={townships.map((each) => ({ value: each.id, label: local(each.name) }))}
                />
              </div>
              {draft.townshipId && (
                <div className="field">
                  <label htmlFor="in-village">{t('intake.village')}</label>
                  <Select
                    id="in-village"
                    aria-label={t('intake.village')}
                    allowClear
                    placeholder={t('intake.regionHint')}
                    value={draft.villageId || null}
                    onChange={(value) => put({ villageId: value ?? '' })}
                    options={villages.map((each) => ({ value: each.id, label: local(each.name) }))}
                  />
                </div>
              )}
            </div>
            <p className="quiet small">{t('intake.cardSeen')}</p>
          </section>
          <section className="part" aria-labelledby="part-2">
            <h2 id="part-2">
              <span className="part-no">2</span> {t('intake.what')}
            </h2>
            <Select
              id="in-item"
              aria-label={t('intake.item')}
              aria-describedby="in-item-fault"
              className="full"
              showSearch={{
                filterOption: (input, option) => option?.search.includes(input.trim().toLowerCase()) ?? false,
              }}
              placeholder={t('intake.itemHint')}
              notFoundContent={t('intake.itemNone')}
              status={faultOf('item') ? 'error' : ''}
              loading={itemsRead.isPending}
              value={draft.itemId || null}
              onChange={(itemId: string) => put({ itemId, papers: {}, deliveryWish: '' })}
              options={options}
            />
            <p id="in-item-fault" className="fault">
              {faultOf('item') && t('intake.chooseItem')}
            </p>
            <Refused error={itemsRead.error} />
            {guide && (
              <p className="quiet small">
                {t('intake.version', { version: guide.version })} · {t(`case.caseType.${guide.caseType}`)}
              </p>
            )}
          </section>
          <section className="part" aria-labelledby="part-3" id="part-materials">
            <h2 id="part-3">
              <span className="part-no">3</span> {t('intake.materials')}{' '}
              {guide && <span className="quiet">{t('intake.count', { total: guide.materials.length, got })}</span>}
            </h2>
            {guide && (
              <>
                <PaperChecks
                  materials={guide.materials}
                  papers={draft.papers}
                  onChange={(key, paper) =>
                    setDraft((before) => ({ ...before, papers: { ...before.papers, [key]: paper } }))
                  }
                />
                <p className="quiet small">{t('intake.published')}</p>
              </>
            )}
          </section>
          <section className="part" aria-labelledby="part-4" id="part-delivery">
            <h2 id="part-4">
              <span className="part-no">4</span> {t('intake.deliverPart')}
            </h2>
            {guide && (
              <Radio.Group
                aria-label={t('intake.deliverPart')}
                value={wish}
                onChange={(event) => put({ deliveryWish: event.target.value })}
                options={guide.deliveryWishes.map((each) => ({ value: each, label: t(`case.deliveryWish.${each}`) }))}
              />
            )}
          </section>
        </div>
        <section className="intake-form" aria-labelledby="in-form">
          <h2 id="in-form">
            {t('intake.form')}{' '}
            {guide && (
              <span className="quiet">
                {t('intake.formCount', {
                  total: guide.form.length,
                  done: guide.form.filter(({ key }) => (draft.answers[key] ?? '') !== '').length,
                })}
              </span>
            )}
          </h2>
          {guide ? (
            <div className="fields">
              {guide.form.map((field) => (
                <AnswerField
                  key={field.key}
                  field={field}
                  value={draft.answers[field.key] ?? ''}
                  fault={faultOf(field.key)}
                  onChange={(value) =>
                    setDraft((before) => ({ ...before, answers: { ...before.answers, [field.key]: value } }))
                  }
                />
              ))}
            </div>
          ) : (
            <p className="quiet">{t('intake.formLater')}</p>
          )}
        </section>
        <aside className="intake-receipt" aria-label={t('intake.receipt')}>
          <h2>{t('intake.receipt')}</h2>
          <div className="receipt">
            <p className="receipt-title">{t('intake.receiptTitle')}</p>
            <dl className="facts">
              <div>
                <dt>{t('intake.receiptNo')}</dt>
                <dd className="quiet">{t('intake.receiptNoLater')}</dd>
              </div>
              <div>
                <dt>{t('work.applicant')}</dt>
                <dd>{draft.name}</dd>
              </div>
              <div>
                <dt>{t('work.item')}</dt>
                <dd>{guide && local(guide.name)}</dd>
              </div>
              {region && (
                <div>
                  <dt>{t('case.region')}</dt>
                  <dd>{local(region.name)}</dd>
                </div>
              )}
              <div>
                <dt>{t('intake.receiptAt')}</dt>
                <dd>{district && words.at(district.now)}</dd>
              </div>
              <div>
                <dt>{t('intake.receiptBy')}</dt>
                <dd>
                  {me?.name}
                  {me?.post && `${t('comma')}${local(me.post.title)}`}
                </dd>
              </div>
            </dl>
            {guide && (
              <>
                <h3>{t('intake.receiptGot')}</h3>
                <ul className="receipt-papers">
                  {guide.materials.map((material) => {
                    const paper = draft.papers[material.key] ?? notOnDesk;
                    const shared = material.necessity === 'shared';
                    return (
                      <li key={material.key} className={paper.received || shared ? undefined : 'quiet'}>
                        <span className="grow">{local(material.name)}</span>
                        <span>
                          {shared
                            ? t('intake.exempt')
                            : paper.received
                              ? sheets(paper, words) || t('intake.got')
                              : t('intake.notYet')}
                        </span>
                      </li>
                    );
                  })}
                </ul>
                <h3>{t('intake.nextHead')}</h3>
                <p>
                  {guide.caseType === 'IMMEDIATE' && t('intake.nextImmediate')}
                  {t('intake.nextPromise', { day: day(guide.ifAppliedToday.answeredByDay) })}
                </p>
              </>
            )}
          </div>
        </aside>
      </div>
      <div className="act-foot">
        <div className="row">
          <Button type="primary" loading={takeIn.isPending} onClick={submit}>
            {t('intake.do')} <Key>Ctrl Enter</Key>
          </Button>
          <Button onClick={() => setClearing(true)}>{t('intake.clear')}</Button>
        </div>
        <div className="grow">
          <Refused error={takeIn.error} />
          {faults.length > 0 ? (
            <Notice tone="red" role="alert">
              {t('intake.faults', { count: faults.length })}{' '}
              {faults.map((fault, index) => (
                <Fragment key={fault.field}>
                  {index > 0 && t('list.separator')}
                  <button type="button" className="plain-link" onClick={() => focusOn(fault.field)}>
                    {labelOf(fault.field)}
                  </button>
                </Fragment>
              ))}
            </Notice>
          ) : (
            guide &&
            (lacks ? (
              <p className="quiet">{t('intake.missing', { day: day(guide.ifAppliedToday.answeredByDay) })}</p>
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
            strokes.current = 0;
            setDraft(blank);
            forget();
            setTried(false);
            setClearing(false);
          }}
          okText={t('intake.clear')}
          cancelText={t('cancel')}
        >
          {t('intake.clearSure')}
        </Modal>
      )}
    </div>
  );
}
