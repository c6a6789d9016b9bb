import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Redirect, useLocation, useSearch } from 'wouter';
import type { CallRefused } from '../../api/call.ts';
import { useDistrict } from './district.tsx';
import { Page } from './page.tsx';
import { useSentences } from './refused.tsx';
import { Say } from './say.tsx';

/** What a page waits for: a calm line while it comes, a sentence and a second try when it does not. */
export function Loaded<T>({ of, children }: { of: UseQueryResult<T, CallRefused>; children: (value: T) => ReactNode }) {
  const [path] = useLocation();
  const search = useSearch();
  if (of.data !== undefined) return children(of.data);
  if (of.error === null) return <Opening />;
  if (of.error.code === 'sign_in_needed') {
    return <Redirect replace to={`/sign-in?to=${encodeURIComponent(search === '' ? path : `${path}?${search}`)}`} />;
  }
  return <Failed refusal={of.error} retry={() => void of.refetch()} />;
}

export function Opening() {
  const { t } = useTranslation('resident');
  return (
    <main className="column page" id="main" tabIndex={-1}>
      <p role="status">{t('opening')}</p>
    </main>
  );
}

export function Failed({ refusal, retry }: { refusal: CallRefused; retry: () => void }) {
  const { t } = useTranslation('resident');
  const { hotline } = useDistrict();
  const { refused } = useSentences();
  return (
    <Page heading={refusal.code === 'not_found' ? t('notFound.title') : t('failed.title')}>
      <p>
        <Say text={refused(refusal)} />
      </p>
      {refusal.code === 'not_found' ? null : (
        <button type="button" className="button" onClick={retry}>
          {t('tryAgain')}
        </button>
      )}
      <p>
        <a className="button second" href={`tel:${hotline}`}>
          {t('phone', { number: hotline })}
        </a>
      </p>
    </Page>
  );
}
