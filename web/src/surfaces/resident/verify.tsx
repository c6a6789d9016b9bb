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

/** Is this paper ours? One word, one sentence, and what to compare it with. */
export function Verify() {
  const { token = '' } = useParams();
  useNotIndexed();
  return <Loaded of={useRead('GET /document-checks/:token', { token })}>{(check) => <Verdict check={check} />}</Loaded>;
}

function Verdict({ check }: { check: DocumentCheck }) {
  const { t } = useTranslation('resident');
  const { language } = useSaying();
  const { hotline, now, today } = useDistrict();
  const valid = check.state === 'valid';
  const [at] = useState(() => `${dayWithYear(today, language)}${language === 'en' ? ', ' : ''}${timeOf(now)}`);
  return (
    <Page
      heading={valid ? t('verify.valid') : t('verify.unknown')}
      className={`verify ${valid ? 'is-valid' : 'is-unknown'}`}
      before={
        check.demo ? (
          <div className="sample">
            <p>
              <Say text={t('verify.demo')} />
            </p>
          </div>
        ) : undefined
      }
    >
      <div className="verdict-text">
        <p>
          <Say text={valid ? t('verify.validText') : t('verify.unknownText', { hotline })} />
        </p>
        <p className="hint">{t('verify.checkedAt', { at })}</p>
      </div>
      {valid ? <Compare check={check} /> : null}
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
  const { holder } = check;
  return (
    <Section heading={t('verify.compare')} line={false}>
      <p>
        <Say text={t('verify.compareText')} />
      </p>
      <Facts>
        {holder === undefined ? null : (
          <Fact label={t('verify.holder')}>
            <strong aria-hidden="true">{holder}</strong>
            <span className="hidden">{t('verify.holderSpoken', { name: holder.replace(/\*/g, '') })}</span>
          </Fact>
        )}
        {check.title === undefined ? null : <Fact label={t('verify.titleLabel')}>{check.title}</Fact>}
        {check.number === undefined ? null : <Fact label={t('verify.number')}>{check.number}</Fact>}
        {check.organ === undefined ? null : <Fact label={t('verify.organ')}>{check.organ}</Fact>}
        {check.day === undefined ? null : <Fact label={t('verify.day')}>{dayWithYear(check.day, language)}</Fact>}
      </Facts>
      <p className="hint">
        <Say text={t('verify.only')} />
      </p>
    </Section>
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
