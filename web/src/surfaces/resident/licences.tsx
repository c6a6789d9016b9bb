import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import type { MyLicence } from '../../../../contract/licences.ts';
import { call, hrefOf } from '../../api/call.ts';
import { useRead } from '../../api/hooks.ts';
import { useSaying } from '../../ui/resident/district.tsx';
import { Refused } from '../../ui/resident/form.tsx';
import { Loaded } from '../../ui/resident/loaded.tsx';
import { Back, Fact, Facts, Fold, Page, Row, Rows, Section } from '../../ui/resident/page.tsx';
import { Say } from '../../ui/resident/say.tsx';
import { dayWithYear } from '../../ui/resident/span.ts';
import { Documents } from './documents.tsx';
import { useValidity } from './validity.ts';

/** How many the page of everything that is mine shows before its own page is opened. */
const first = 3;

/** The licences on the page of what is mine; nothing is said while there are none. */
export function LicencesPart() {
  const { t } = useTranslation('resident');
  const { licences = [], next } = useRead('GET /my/licences', { limit: first }).data ?? {};
  if (licences.length === 0) return null;
  return (
    <Section heading={t('licences.title')}>
      <LicenceRows licences={licences} />
      {next === undefined ? null : (
        <p>
          <Link className="touch" href="/my/licences">
            <span className="line">{t('licences.all')}</span>
          </Link>
        </p>
      )}
    </Section>
  );
}

/** All the licences from my matters, newest first. */
export function Licences() {
  const { t } = useTranslation('resident');
  return (
    <Loaded of={useRead('GET /my/licences', {})}>
      {(page) => (
        <Page heading={t('licences.title')} before={<Back to="/my">{t('mine')}</Back>}>
          <LicencePages page={page} />
        </Page>
      )}
    </Loaded>
  );
}

function LicencePages({ page }: { page: { licences: MyLicence[]; next?: string } }) {
  const { t } = useTranslation('resident');
  const [more, setMore] = useState<typeof page>();
  const [trouble, setTrouble] = useState<Error | null>(null);
  const licences = [...page.licences, ...(more?.licences ?? [])];
  const { next } = more ?? page;
  const goOn = (after: string) =>
    call('GET /my/licences', { after }).then(
      (reply) => setMore({ ...reply, licences: [...(more?.licences ?? []), ...reply.licences] }),
      setTrouble,
    );
  if (licences.length === 0) return <p>{t('licences.none')}</p>;
  return (
    <>
      <LicenceRows licences={licences} />
      <Refused refusal={trouble} />
      {next === undefined ? null : (
        <p>
          <button type="button" className="plain" onClick={() => void goOn(next)}>
            <span className="line">{t('licences.more')}</span>
          </button>
        </p>
      )}
    </>
  );
}

function LicenceRows({ licences }: { licences: readonly MyLicence[] }) {
  const { t } = useTranslation('resident');
  const { language } = useSaying();
  const standing = useStanding();
  return (
    <Rows>
      {licences.map((licence) => (
        <Fragment key={licence.licenceId}>
          <Row to={`/my/licences/${licence.licenceId}`} name={licence.title}>
            <span className="row-note">
              <Say text={standing(licence)} />
            </span>
            <span className="row-note">{licence.number}</span>
            {isPressing(licence) && licence.renewal !== undefined ? (
              <span className="row-note">
                <Say
                  text={t(`licences.renewal.row.${licence.renewal.timing === 'late' ? 'late' : 'inTime'}`, {
                    day: dayWithYear(licence.renewal.applyByDay, language),
                  })}
                />
              </span>
            ) : null}
          </Row>
          {licence.earlier.length === 0 ? null : (
            <li>
              <Earlier licence={licence} />
            </li>
          )}
        </Fragment>
      ))}
    </Rows>
  );
}

/** One licence of mine: how it stands, the code by which somebody checks it, and the paper itself. */
export function Licence() {
  const { licenceId = '' } = useParams();
  return (
    <Loaded of={useRead('GET /my/licences/:licenceId', { licenceId })}>
      {(licence) => <Shown licence={licence} />}
    </Loaded>
  );
}

function Shown({ licence }: { licence: MyLicence }) {
  const { t } = useTranslation('resident');
  const { text } = useSaying();
  const standing = useStanding();
  const validity = useValidity();
  const { licenceId, title, state } = licence;
  const pressing = isPressing(licence);
  return (
    <Page heading={title} className="licence" before={<Back to="/my/licences">{t('licences.title')}</Back>}>
      <p className="lead">
        <Say text={standing(licence)} />
      </p>
      {pressing ? <Renewal licence={licence} /> : null}
      <Section heading={t('licences.show')}>
        <p>
          <Say
            text={
              state === 'valid'
                ? t('licences.showText')
                : t('licences.showEnded', { state: t(`licences.states.${state}`) })
            }
          />
        </p>
        <img
          className="licence-code"
          src={hrefOf('GET /my/licences/:licenceId/code', { licenceId })}
          alt={t('licences.codeAlt', { title })}
          width="300"
          height="300"
        />
      </Section>
      <Decisions licence={licence} />
      {pressing ? null : <Renewal licence={licence} />}
      <Facts>
        <Fact label={t('licences.number')}>{licence.number}</Fact>
        <Fact label={t('licences.organ')}>{text(licence.organ)}</Fact>
        <Fact label={t('licences.validity')}>
          <Say text={validity(licence.validity)} />
        </Fact>
      </Facts>
      <p>
        <a
          className={pressing ? 'touch' : 'button'}
          href={hrefOf('GET /my/documents/:documentId/pdf', { documentId: licence.documentId })}
          target="_blank"
          rel="noreferrer"
        >
          {pressing ? <span className="line">{t('licences.pdf')}</span> : t('licences.pdf')}
        </a>
      </p>
      <Earlier licence={licence} />
      <p>
        <Link className="touch" href={`/my/cases/${licence.caseId}`}>
          <span className="line">{t('licences.matter')}</span>
        </Link>
      </p>
    </Page>
  );
}

/** What was decided on this licence since it was given, with the receipts of service. */
function Decisions({ licence: { documents = [] } }: { licence: MyLicence }) {
  const { t } = useTranslation('resident');
  const { language } = useSaying();
  if (documents.length === 0) return null;
  return (
    <Section heading={t('licences.decisions')}>
      <p>
        <Say text={t('licences.decisionsText')} />
      </p>
      <ol className="story">
        {documents.map((document) => (
          <li key={document.documentId}>
            <h3>{dayWithYear(document.day, language)}</h3>
            <Documents documents={[document]} mine />
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** What this licence was before it was renewed or changed, folded: only the newest is in force. */
function Earlier({ licence: { title, earlier } }: { licence: MyLicence }) {
  const { t } = useTranslation('resident');
  const standing = useStanding();
  if (earlier.length === 0) return null;
  return (
    <Fold summary={t('licences.earlier', { count: earlier.length })}>
      <Rows>
        {earlier.map((each) => (
          <Row key={each.licenceId} to={`/my/licences/${each.licenceId}`} name={title}>
            <span className="row-note">
              <Say text={standing(each)} />
            </span>
          </Row>
        ))}
      </Rows>
    </Fold>
  );
}

/** The day to apply by is near or past, and nobody has applied: then that is the one thing to do on the page. */
const isPressing = ({ renewal }: MyLicence): boolean =>
  renewal !== undefined && renewal.caseId === undefined && (renewal.timing === 'inTime' || renewal.timing === 'late');

/** 延续: until when to apply, what being late means, and the button; a renewal that runs is shown instead. */
function Renewal({ licence }: { licence: MyLicence }) {
  const { number, renewal, renewedByLaw } = licence;
  const { t } = useTranslation('resident');
  const { language } = useSaying();
  if (renewal === undefined) return renewedByLaw ? <p>{t('licences.renewal.byLaw')}</p> : null;
  const { itemId, applyByDay, timing, caseId } = renewal;
  return (
    <Section heading={t('licences.renewal.title')}>
      {renewedByLaw ? <p>{t('licences.renewal.byLaw')}</p> : null}
      <p>
        <Say
          text={
            caseId === undefined
              ? t(`licences.renewal.${timing}`, { day: dayWithYear(applyByDay, language) })
              : t('licences.renewal.running')
          }
        />
      </p>
      {caseId === undefined ? (
        isPressing(licence) ? (
          <p>
            <Link className="button" href={`/items/${itemId}`} aria-label={`${t('licences.renewal.apply')} ${number}`}>
              {t('licences.renewal.apply')}
            </Link>
          </p>
        ) : null
      ) : (
        <p>
          <Link className="touch" href={`/my/cases/${caseId}`}>
            <span className="line">{t('licences.renewal.see')}</span>
          </Link>
        </p>
      )}
    </Section>
  );
}

/** 有效，到2030年3月11日为止: how a licence stands today, in one line. */
function useStanding() {
  const { t } = useTranslation('resident');
  const { language } = useSaying();
  return ({
    state,
    sinceDay = '',
    validity: { untilDay },
  }: Pick<MyLicence, 'state' | 'sinceDay' | 'validity'>): string => {
    if (state !== 'valid') return t(`licences.standing.${state}`, { day: dayWithYear(sinceDay, language) });
    return untilDay === undefined
      ? t('licences.standing.forGood')
      : t('licences.standing.until', { day: dayWithYear(untilDay, language) });
  };
}
