import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { Inputs } from '../../../../contract/routes.ts';
import { licenceStates } from '../../../../contract/words.ts';
import { useRead } from '../../api/hooks.ts';
import { Light } from '../../ui/staff/Light.tsx';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
import { usePageTitle } from '../staff/Chrome.tsx';
import { More } from '../staff/More.tsx';
import { usePages } from '../staff/pages.ts';
import { Refused } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import { licenceShapes, validityWords } from './standing.ts';

/** The register of licences as the post sees it, newest first. */
export function Licences() {
  const words = useWords();
  const { t, local } = words;
  const [params, setParams] = useSearchParams();
  const filters = useRead('GET /licence-filters', {}).data;
  const asked = (name: string) => params.get(name) ?? '';
  const state = licenceStates.find((each) => each === asked('state'));
  const input: Inputs['GET /licences'] = {
    ...(asked('title') && { title: asked('title') }),
    ...(state && { state }),
    ...(asked('organ') && { organId: asked('organ') }),
    ...(asked('q') && { q: asked('q') }),
  };
  const list = usePages('GET /licences', input);
  usePageTitle(t('licences.title'));
  const licences = list.data?.pages.flatMap((page) => page.licences) ?? [];
  const put = (name: string, value: string) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        if (value) after.set(name, value);
        else after.delete(name);
        return after;
      },
      { replace: true },
    );
  const choice = (name: string, label: string, any: string, options: { value: string; label: string }[]) => (
    <Select
      aria-label={label}
      variant="borderless"
      popupMatchSelectWidth={false}
      value={asked(name)}
      onChange={(value) => put(name, value)}
      options={[{ value: '', label: any }, ...options]}
    />
  );
  return (
    <div className="page-pad">
      <h1>{t('licences.title')}</h1>
      <p className="quiet">{t('licences.hint')}</p>
      <SearchLicences key={asked('q')} q={asked('q')} search={(q) => put('q', q)} />
      <fieldset className="filters" aria-label={t('licences.filters')}>
        {choice(
          'title',
          t('licences.kind'),
          t('licences.anyKind'),
          filters?.titles.map((title) => ({ value: title, label: title })) ?? [],
        )}
        {choice(
          'state',
          t('licences.state'),
          t('licences.anyState'),
          licenceStates.map((each) => ({ value: each, label: t(`licences.states.${each}`) })),
        )}
        {filters !== undefined &&
          filters.organs.length > 1 &&
          choice(
            'organ',
            t('licences.organ'),
            t('licences.anyOrgan'),
            filters.organs.map(({ organId, name }) => ({ value: organId, label: local(name) })),
          )}
      </fieldset>
      <Refused error={list.error} />
      {list.isSuccess && licences.length === 0 && (
        <p>{t(Object.keys(input).length === 0 ? 'licences.none' : 'licences.noneFound')}</p>
      )}
      {licences.length > 0 && (
        <Scrolled label={t('licences.title')}>
          <table className="rows rows-plain">
            <thead>
              <tr>
                <th scope="col">{t('licences.number')}</th>
                <th scope="col">{t('licences.kind')}</th>
                <th scope="col">{t('licences.holder')}</th>
                <th scope="col">{t('licences.organ')}</th>
                <th scope="col">{t('licences.validity')}</th>
                <th scope="col">{t('licences.state')}</th>
              </tr>
            </thead>
            <tbody>
              {licences.map((licence) => (
                <tr key={licence.licenceId}>
                  <td className="number">
                    <Link href={`/licences/${licence.licenceId}`}>{licence.number}</Link>
                    {licence.version > 1 && (
                      <span className="quiet"> {t('licences.version', { version: licence.version })}</span>
                    )}
                  </td>
                  <td>{licence.title}</td>
                  <td>{licence.holder}</td>
                  <td>{local(licence.organ)}</td>
                  <td className="quiet">{validityWords(licence, words)}</td>
                  <td>
                    <Light shape={licenceShapes[licence.state]}>{t(`licences.states.${licence.state}`)}</Light>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolled>
      )}
      <More list={list} />
    </div>
  );
}

function SearchLicences({ q, search }: { q: string; search: (q: string) => void }) {
  const { t } = useWords();
  const [text, setText] = useState(q);
  return (
    <search>
      <form
        className="row"
        onSubmit={(event) => {
          event.preventDefault();
          search(text.trim());
        }}
      >
        <Input
          type="search"
          className="licence-search"
          aria-label={t('licences.search')}
          placeholder={t('licences.searchHint')}
          maxLength={200}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button htmlType="submit">{t('licences.search')}</Button>
        {q !== '' && (
          <Button type="link" onClick={() => search('')}>
            {t('licences.clear')}
          </Button>
        )}
      </form>
    </search>
  );
}
