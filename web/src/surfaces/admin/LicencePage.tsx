import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { LicenceAct, LicenceView } from '../../../../contract/licences.ts';
import type { Inputs, Replies } from '../../../../contract/routes.ts';
import { type CallRefused, call, hrefOf } from '../../api/call.ts';
import { useAct, useRead } from '../../api/hooks.ts';
import { Light } from '../../ui/staff/Light.tsx';
import { Notice } from '../../ui/staff/Paper.tsx';
import { usePageTitle } from '../staff/Chrome.tsx';
import { Loading } from '../staff/Loading.tsx';
import { PreviewPaper } from '../staff/PreviewPaper.tsx';
import { useRested } from '../staff/preview.ts';
import { Refused } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
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
          <dt>{t('licences.case')}</dt>
          <dd className="number">
            {licence.caseId === undefined ? (
              licence.caseNo
            ) : (
              <Link href={`/cases/${licence.caseId}`}>{licence.caseNo}</Link>
            )}
          </dd>
        </div>
      </dl>
      <p>
        <a href={hrefOf('GET /licences/:licenceId/pdf', { licenceId })} target="_blank" rel="noreferrer">
          {t('licences.pdf')}
        </a>
      </p>
      <Versions licence={licence} />
      <Changes licence={licence} />
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
  if (licence.versions.length < 2) return null;
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
            <Light shape={licenceShapes[each.state]}>{t(`licences.states.${each.state}`)}</Light>
            <span className="quiet">{validityWords(each, words)}</span>
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
              <span className="licence-reason">{change.reason}</span>
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
              licenceId={licence.licenceId}
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
  licenceId,
  close,
  onDone,
}: {
  act: LicenceAct;
  licenceId: string;
  close: () => void;
  onDone: () => void;
}) {
  const { t } = useWords();
  const change = useAct(`POST /licences/:licenceId/${act}`);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const missing = tried && reason.trim() === '';
  const preview = useDecisionPreview({ licenceId, act, ...(reason.trim() && { reason: reason.trim() }) });
  useEffect(() => document.getElementById('licence-reason')?.focus(), []);
  return (
    <form
      className="licence-form"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (reason.trim() !== '') change.mutate({ licenceId, reason: reason.trim() }, { onSuccess: onDone });
      }}
    >
      <ul className="effects">
        <li>{t(`licences.effect.${act}`)}</li>
        <li>{t('licences.issues')}</li>
        <li>{t('licences.recorded')}</li>
      </ul>
      <label htmlFor="licence-reason">{t('licences.reason')}</label>
      <Input.TextArea
        id="licence-reason"
        rows={4}
        maxLength={500}
        value={reason}
        placeholder={t('licences.reasonHint')}
        aria-invalid={missing}
        onChange={(event) => setReason(event.target.value)}
      />
      {missing && (
        <Notice tone="red" role="alert">
          {t('licences.needReason')}
        </Notice>
      )}
      <PreviewPaper preview={preview} />
      <Refused error={change.error} />
      <p className="row">
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t(`licences.act.${act}`)}
        </Button>
        <Button onClick={close}>{t('cancel')}</Button>
      </p>
    </form>
  );
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
