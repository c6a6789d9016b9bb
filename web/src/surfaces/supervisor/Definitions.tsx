import { useEffect } from 'react';
import { Link } from 'wouter';
import { useRead } from '../../api/hooks.ts';
import { usePageTitle } from '../staff/Chrome.tsx';
import { Loading } from '../staff/Loading.tsx';
import { Refused } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import './supervisor.css';

/** How every indicator is counted: its formula, its kind, its two numbers and their queries. */
export function Definitions() {
  const { t, local } = useWords();
  const read = useRead('GET /indicator-definitions', {});
  usePageTitle(t('supervisor.definitions.title'));
  const isThere = read.isSuccess;
  useEffect(() => {
    if (isThere) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [isThere]);
  if (read.data === undefined) return read.error === null ? <Loading /> : <Refused error={read.error} />;
  const { indicators, measures } = read.data;
  return (
    <div className="page-pad figures">
      <p>
        <Link href="/indicators">{t('supervisor.opened.back')}</Link>
      </p>
      <h1>{t('supervisor.definitions.title')}</h1>
      <p className="quiet">{t('supervisor.definitions.hint')}</p>
      {indicators.map(({ key, name, kind, formula, numerator, denominator }) => (
        <section key={key} id={key} className="stack figures-formula">
          <h2>{local(name)}</h2>
          <p>{local(formula)}</p>
          <p className="quiet">{t(`supervisor.definitions.kinds.${kind}`)}</p>
          <dl className="figures-definition">
            {[numerator, denominator].map((measure) => {
              const found = measures.find((each) => each.key === measure);
              return (
                <div key={measure}>
                  <dt>{local(found?.name ?? { zh: '', en: '' })}</dt>
                  <dd>
                    <code>
                      {found?.counted}
                      {found?.amount && ` → sum(${found.amount})`}
                    </code>
                  </dd>
                </div>
              );
            })}
          </dl>
        </section>
      ))}
    </div>
  );
}
