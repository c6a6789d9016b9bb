import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Input, Radio, Select } from 'antd';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { Heard, LicenceAct, LicenceGround, LicenceView } from '../../../../contract/licences.ts';
import type { Inputs, Replies } from '../../../../contract/routes.ts';
import { heardHows } from '../../../../contract/words.ts';
import { type CallRefused, call, hrefOf } from '../../api/call.ts';
import { useAct, useRead } from '../../api/hooks.ts';
import { Field, FieldGroup } from '../../ui/staff/Field.tsx';
import { Key } from '../../ui/staff/keys.tsx';
import { Light } from '../../ui/staff/Light.tsx';
import { Notice } from '../../ui/staff/Paper.tsx';
import { ActText } from '../staff/act-fields.tsx';
import { useActForm } from '../staff/act-form.tsx';
import { usePageTitle } from '../staff/Chrome.tsx';
import { Loading } from '../staff/Loading.tsx';
import { PreviewPaper } from '../staff/PreviewPaper.tsx';
import { useRested } from '../staff/preview.ts';
import { Refused, useToday } from '../staff/Refused.tsx';
import { refusalSentence, useWords } from '../staff/words.ts';
import { LicenceDocuments } from './LicenceDocuments.tsx';
import { licenceShapes, registerDay, standingWords, validityWords } from './standing.ts';

/** One licence of the register: how it stands, its versions and changes, and what the post may do to it. */
export function LicencePage({ licenceId }: { licenceId: string }) {
  const words = useWords();
  const { t, local } = words;
  const read = useRead('GET /licences/:licenceId', { licenceId });
  const licence = read.data;
  usePageTitle(licence ? `${licence.title} ${licence.number}` : t('licences.title'));
  if (licence === undefined)
    return read.isError ? (
      <div className="page-pad">
        <Refused error={read.error} />
        <BackToRegister />
      </div>
    ) : (
      <Loading />
    );
  return (
    <div className="page-pad licence-page">
      <BackToRegister />
      <h1>
        {licence.title} <span className="quiet number">{licence.number}</span>
      </h1>
      <p>
        <Light shape={licenceShapes[licence.state]}>
          <strong>{standingWords(licence, words)}</strong>
        </Light>
        {licence.renewedByLaw && <span className="quiet"> {t('endings.byLaw')}</span>}
      </p>
      <dl className="facts">
        <div>
          <dt>{t('licences.holder')}</dt>
          <dd>{licence.holder}</dd>
        </div>
        <div>
          <dt>{t('licences.validity')}</dt>
          <dd>{validityWords(licence, words)}</dd>
        </div>
        <div>
          <dt>{t('licences.organ')}</dt>
          <dd>{local(licence.organ)}</dd>
        </div>
        <div>
          <dt>{t('licences.item')}</dt>
          <dd>{licence.itemName}</dd>
        </div>
        <div>
          <dt>{t(licence.imported ? 'licences.file' : 'licences.case')}</dt>
          <dd className="number">
            {licence.caseId === undefined ? (
              licence.caseNo
            ) : (
              <Link href={`/cases/${licence.caseId}`}>{licence.caseNo}</Link>
            )}
          </dd>
        </div>
      </dl>
      {licence.imported && <Notice tone="plain">{t('licences.imported')}</Notice>}
      {licence.blocked && <Notice tone="plain">{refusalSentence(licence.blocked)}</Notice>}
      <p>
        <a href={hrefOf('GET /licences/:licenceId/pdf', { licenceId })} target="_blank" rel="noreferrer">
          {t('licences.pdf')}
        </a>
      </p>
      <Versions licence={licence} />
      <Changes licence={licence} />
      <LicenceDocuments licence={licence} />
      <ChangeLicence licence={licence} />
    </div>
  );
}

function BackToRegister() {
  const { t } = useWords();
  return (
    <p>
      <Link href="/licences">{t('licences.back')}</Link>
    </p>
  );
}

function Versions({ licence }: { licence: LicenceView }) {
  const words = useWords();
  const { t } = words;
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">{t('licences.versions')}</h2>
      <ul className="licence-lines">
        {licence.versions.map((each) => (
          <li key={each.licenceId}>
            {each.licenceId === licence.licenceId ? (
              <strong>
                {t('licences.version', { version: each.version })}
                {t('comma')}
                {t('licences.thisOne')}
              </strong>
            ) : (
              <Link href={`/licences/${each.licenceId}`}>{t('licences.version', { version: each.version })}</Link>
            )}
            <Light shape={licenceShapes[each.state]}>{standingWords(each, words)}</Light>
            <span className="quiet">
              {[
                validityWords(each, words),
                t(each.imported ? 'endings.ofFile' : 'endings.ofCase', { caseNo: each.caseNo }),
                ...(each.renewedByLaw ? [t('endings.byLaw')] : []),
              ].join(t('comma'))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Changes({ licence }: { licence: LicenceView }) {
  const words = useWords();
  const { t } = words;
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{t('licences.changes')}</h2>
      {licence.changes.length === 0 ? (
        <p className="quiet">{t('licences.noChanges')}</p>
      ) : (
        <ol className="licence-lines">
          {licence.changes.map((change, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a change has no other identity than its place
            <li key={index}>
              <strong>{t(`licences.act.${change.act}`)}</strong>
              <span className="quiet">
                {registerDay(change.day, words)} {change.by}
              </span>
              <span className="licence-reason">
                {[
                  ...(change.ground ? [t(`endings.grounds.${change.ground}`)] : []),
                  change.reason,
                  ...(change.heard
                    ? [
                        t('endings.heardSaid', {
                          day: registerDay(change.heard.toldDay, words),
                          how: t(`endings.hows.${change.heard.how}`),
                        }),
                      ]
                    : []),
                  ...(change.compensation ? [t('endings.compensationSaid', { text: change.compensation })] : []),
                ].map((line) => (
                  <span key={line}>{line}</span>
                ))}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** The acts that the post may do now; each says what it will bring about before it is done. */
function ChangeLicence({ licence }: { licence: LicenceView }) {
  const { t } = useWords();
  const [chosen, choose] = useState<LicenceAct>();
  const [done, setDone] = useState<LicenceAct>();
  const able = chosen !== undefined && licence.actions.includes(chosen) ? chosen : undefined;
  return (
    <>
      {done !== undefined && (
        <Notice tone="green" role="status">
          {t(`licences.done.${done}`)}
        </Notice>
      )}
      {licence.actions.length > 0 && (
        <section aria-labelledby="change">
          <h2 id="change">{t('licences.change')}</h2>
          <p className="row">
            {licence.actions.map((act) => (
              <Button
                key={act}
                type={act === able ? 'primary' : 'default'}
                aria-expanded={act === able}
                onClick={() => {
                  setDone(undefined);
                  choose(act === able ? undefined : act);
                }}
              >
                {t(`licences.act.${act}`)}…
              </Button>
            ))}
          </p>
          {able !== undefined && (
            <ChangeForm
              key={able}
              act={able}
              licence={licence}
              close={() => choose(undefined)}
              onDone={() => {
                choose(undefined);
                setDone(able);
              }}
            />
          )}
        </section>
      )}
    </>
  );
}

function ChangeForm({
  act,
  licence,
  close,
  onDone,
}: {
  act: LicenceAct;
  licence: LicenceView;
  close: () => void;
  onDone: () => void;
}) {
  const { t } = useWords();
  const today = useToday();
  const change = useAct(`POST /licences/:licenceId/${act}`);
  const [written, setWritten] = useState<Written>({ reason: '', toldDay: '', compensation: '' });
  const write = (more: Partial<Written>) => setWritten({ ...written, ...more });
  const { licenceId } = licence;
  const grounds = licence.grounds[act];
  const takes = act === 'revoke' || act === 'recall';
  const { ground, reason, toldDay, how, compensation } = written;
  const heard = takes && how !== undefined && toldDay !== '' ? { toldDay, how } : undefined;
  const said = {
    licenceId,
    ...(ground && { ground }),
    ...(act === 'recall' && compensation.trim() && { compensation: compensation.trim() }),
  };
  const preview = useDecisionPreview({ ...said, act, ...heard, ...(reason.trim() && { reason: reason.trim() }) });
  const form = useActForm({
    act: change,
    faults: {
      ground: grounds.length > 0 && ground === undefined && t('endings.needGround'),
      reason: reason.trim() === '' && t('licences.needReason'),
      heard: takes && heard === undefined && t('endings.needHeard'),
      compensation: act === 'recall' && compensation.trim() === '' && t('endings.needCompensation'),
    },
    submit: () => change.mutate({ ...said, reason: reason.trim(), ...(heard && { heard }) }, { onSuccess: onDone }),
  });
  useEffect(() => document.querySelector<HTMLElement>('.licence-form :is(input, textarea)')?.focus(), []);
  return (
    <div className="licence-form dialog-form">
      <ul className="effects">
        <li>{t(`licences.effect.${act}`)}</li>
        {act === 'revoke' && <li>{t('endings.publicInterest')}</li>}
        {ground === 'fraud' && licence.safetyMatter && <li>{t('endings.bars')}</li>}
        <li>{t('licences.issues')}</li>
        <li>{t('licences.recorded')}</li>
      </ul>
      {grounds.length > 0 && (
        <Field label={t('endings.ground')} fault={form.at('ground', t('endings.ground'))}>
          {(bound) => (
            <Select<LicenceGround>
              {...bound}
              placeholder={t('endings.chooseGround')}
              {...(ground && { value: ground })}
              options={grounds.map((each) => ({ value: each, label: t(`endings.grounds.${each}`) }))}
              onChange={(chosen) => write({ ground: chosen })}
            />
          )}
        </Field>
      )}
      <ActText
        form={form}
        name="reason"
        label={t('licences.reason')}
        rows={4}
        maxLength={500}
        placeholder={t('licences.reasonHint')}
        value={reason}
        onChange={(text) => write({ reason: text })}
      />
      {takes && (
        <FieldGroup
          label={t('endings.heard')}
          hint={t('endings.heardHint')}
          fault={form.at('heard', t('endings.heard'))}
        >
          <label htmlFor="licence-told">{t('endings.toldDay')}</label>
          <Input
            id="licence-told"
            className="licence-day"
            type="date"
            max={today}
            value={toldDay}
            onChange={(event) => write({ toldDay: event.target.value })}
          />
          <Radio.Group
            aria-label={t('endings.heard')}
            value={how}
            onChange={(event) => write({ how: event.target.value })}
            options={heardHows.map((each) => ({ value: each, label: t(`endings.hows.${each}`) }))}
          />
        </FieldGroup>
      )}
      {act === 'recall' && (
        <ActText
          form={form}
          name="compensation"
          label={t('endings.compensation')}
          rows={2}
          maxLength={500}
          placeholder={t('endings.compensationHint')}
          value={compensation}
          onChange={(text) => write({ compensation: text })}
        />
      )}
      <PreviewPaper preview={preview} />
      <Refused error={form.rest} />
      <p className="row">
        <Button type="primary" loading={change.isPending} onClick={form.press}>
          {t(`licences.act.${act}`)} <Key>Ctrl Enter</Key>
        </Button>
        <Button onClick={close}>{t('cancel')}</Button>
      </p>
    </div>
  );
}

/** What was typed so far. */
interface Written {
  readonly ground?: LicenceGround;
  readonly reason: string;
  readonly toldDay: string;
  readonly how?: Heard['how'];
  readonly compensation: string;
}

/** The decision that the act would issue, following the reason as it is typed. */
function useDecisionPreview(input: Inputs['GET /licences/:licenceId/preview']) {
  const rested = useRested(input, JSON.stringify(input));
  return useQuery<Replies['GET /licences/:licenceId/preview'], CallRefused>({
    queryKey: ['GET /licences/:licenceId/preview', rested],
    queryFn: () => call('GET /licences/:licenceId/preview', rested),
    placeholderData: keepPreviousData,
  });
}
