import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'wouter';
import type { DocumentCheck } from '../../../../contract/documents.ts';
import { useRead } from '../../api/hooks.ts';
import { timeOf } from '../../ui/day.ts';
import { useDistrict, useSaying } from '../../ui/resident/district.tsx';
import { Loaded } from '../../ui/resident/loaded.tsx';
import { Fact, Facts, Fold, Page, Section } from '../../ui/resident/page.tsx';
import { Say } from '../../ui/resident/say.tsx';
import { dayWithYear } from '../../ui/resident/span.ts';
import { useValidity } from './validity.ts';

/** Is this paper ours, and does it still hold? One word, one sentence, and what to compare it with. */
export function Verify() {
  const { token = '' } = useParams();
  useNotIndexed();
  return <Loaded of={useRead('GET /document-checks/:token', { token })}>{(check) => <Verdict check={check} />}</Loaded>;
}

const marks: Partial<Record<DocumentCheck['state'], string>> = { valid: 'is-valid', unknown: 'is-unknown' };

function Verdict({ check }: { check: DocumentCheck }) {
  const { t } = useTranslation('resident');
  const { language } = useSaying();
  const { hotline, now, today } = useDistrict();
  const [at] = useState(() => `${dayWithYear(today, language)}${language === 'en' ? ', ' : ''}${timeOf(now)}`);
  const { state, sinceDay } = check;
  const licence = check.validity !== undefined;
  return (
    <Page
      heading={state === 'unknown' ? t('verify.unknown') : t(`licences.states.${state}`)}
      className={`verify ${marks[state] ?? 'is-not-valid'}`}
      before={
        check.demo ? (
          <div className="sample">
            <p>
              <Say
                text={
                  state === 'unknown' ? t('verify.demoUnknown') : t(licence ? 'licences.check.demo' : 'verify.demo')
                }
              />
            </p>
          </div>
        ) : undefined
      }
    >
      <div className="verdict-text">
        <p>
          <Say
            text={
              state === 'unknown'
                ? t('verify.unknownText', { hotline })
                : licence
                  ? t(`licences.check.${state}`, { day: sinceDay === undefined ? '' : dayWithYear(sinceDay, language) })
                  : t('verify.validText')
            }
          />
        </p>
        {check.renewedByLaw && state === 'valid' ? <p>{t('licences.check.byLaw')}</p> : null}
        <p className="hint">{t('verify.checkedAt', { at })}</p>
      </div>
      {state === 'unknown' ? null : <Compare check={check} />}
      <Section heading={t('verify.guard')} line={false}>
        <ol>
          <li>
            <Say text={t('verify.guardAddress', { host: location.host })} />
          </li>
          <li>
            <Say text={t('verify.guardFree')} />
          </li>
        </ol>
      </Section>
      {check.digest === undefined ? null : (
        <Fold summary={t('verify.details')}>
          <p>
            {t('verify.digest')} <code>{check.digest}</code>
          </p>
          <p>
            <Link className="touch" href="/seals">
              <span className="line">{t('seals.title')}</span>
            </Link>
          </p>
        </Fold>
      )}
      <p>
        <a className="touch" href={`tel:${hotline}`}>
          <span className="line">{t('verify.report', { hotline })}</span>
        </a>
      </p>
    </Page>
  );
}

function Compare({ check }: { check: DocumentCheck }) {
  const { t } = useTranslation('resident');
  const { language } = useSaying();
  const validity = useValidity();
  const { holder } = check;
  const licence = check.validity !== undefined;
  return (
    <Section heading={licence ? t('licences.check.compare') : t('verify.compare')} line={false}>
      <p>
        <Say text={t('verify.compareText')} />
      </p>
      <Facts>
        {holder === undefined ? null : (
          <Fact label={licence ? t('licences.holder') : t('verify.holder')}>
            <Holder name={holder} />
          </Fact>
        )}
        {check.title === undefined ? null : (
          <Fact label={licence ? t('licences.kind') : t('verify.titleLabel')}>{check.title}</Fact>
        )}
        {check.number === undefined ? null : (
          <Fact label={licence ? t('licences.number') : t('verify.number')}>{check.number}</Fact>
        )}
        {check.organ === undefined ? null : (
          <Fact label={licence ? t('licences.organ') : t('verify.organ')}>{check.organ}</Fact>
        )}
        {check.day === undefined ? null : (
          <Fact label={licence ? t('licences.day') : t('verify.day')}>{dayWithYear(check.day, language)}</Fact>
        )}
        {check.validity === undefined ? null : (
          <Fact label={t('licences.validity')}>
            <Say text={validity(check.validity)} />
          </Fact>
        )}
      </Facts>
      <p className="hint">
        <Say text={t('verify.only')} />
      </p>
    </Section>
  );
}

/** 张** is spoken as 张某某; a firm's name is public and spoken as it stands. */
function Holder({ name }: { name: string }) {
  const { t } = useTranslation('resident');
  if (!name.endsWith('*')) return <strong>{name}</strong>;
  return (
    <>
      <strong aria-hidden="true">{name}</strong>
      <span className="hidden">{t('verify.holderSpoken', { name: name.replace(/\*/g, '') })}</span>
    </>
  );
}

/** The address of a paper belongs in no search engine. */
function useNotIndexed(): void {
  useEffect(() => {
    const meta = document.createElement('meta');
    meta.name = 'robots';
    meta.content = 'noindex';
    document.head.append(meta);
    return () => meta.remove();
  }, []);
}
