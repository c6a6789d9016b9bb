import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { ArchiveState } from '../../../../contract/archives.ts';
import type { Inputs } from '../../../../contract/routes.ts';
import { archiveStates } from '../../../../contract/words.ts';
import { Light } from '../../ui/staff/Light.tsx';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
import { usePageTitle } from '../staff/Chrome.tsx';
import { More } from '../staff/More.tsx';
import { usePages } from '../staff/pages.ts';
import { Refused } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import { archiveShapes, registerDay, registerInstant } from './standing.ts';

/** Archives, newest first; how many stand in each state is said above them. */
export function Archives() {
  const words = useWords();
  const { t, local } = words;
  const [params, setParams] = useSearchParams();
  const asked = (name: string) => params.get(name) ?? '';
  const state = archiveStates.find((each) => each === asked('state'));
  const year = /^\d{4}$/.test(asked('year')) ? Number(asked('year')) : undefined;
  const input: Inputs['GET /archives'] = {
    ...(state && { state }),
    ...(year && { year }),
    ...(asked('q') && { q: asked('q') }),
  };
  const list = usePages('GET /archives', input);
  usePageTitle(t('archives.title'));
  const first = list.data?.pages[0];
  const archives = list.data?.pages.flatMap((page) => page.archives) ?? [];
  const waiting = (each: ArchiveState) => {
    const count = each === 'ARCHIVED' ? 0 : (first?.counts[each] ?? 0);
    return count === 0 ? '' : ` ${t('archives.count', { count })}`;
  };
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
  return (
    <div className="page-pad">
      <h1>{t('archives.title')}</h1>
      <p className="quiet">{t('archives.hint')}</p>
      <SearchArchives key={asked('q')} q={asked('q')} search={(q) => put('q', q)} />
      <fieldset className="filters" aria-label={t('archives.filters')}>
        <Select
          aria-label={t('archives.state')}
          variant="borderless"
          popupMatchSelectWidth={false}
          value={asked('state')}
          onChange={(value) => put('state', value)}
          options={[
            { value: '', label: t('archives.anyState') },
            ...archiveStates.map((each) => ({
              value: each,
              label: `${t(`archives.states.${each}`)}${waiting(each)}`,
            })),
          ]}
        />
        <Select
          aria-label={t('archives.year')}
          variant="borderless"
          popupMatchSelectWidth={false}
          value={asked('year')}
          onChange={(value) => put('year', value)}
          options={[
            { value: '', label: t('archives.anyYear') },
            ...(first?.years ?? []).map((each) => ({ value: String(each), label: String(each) })),
          ]}
        />
      </fieldset>
      <Refused error={list.error} />
      {list.isSuccess && archives.length === 0 && (
        <p>{t(Object.keys(input).length === 0 ? 'archives.none' : 'archives.noneFound')}</p>
      )}
      {archives.length > 0 && (
        <Scrolled label={t('archives.title')}>
          <table className="rows rows-plain">
            <thead>
              <tr>
                <th scope="col">{t('archives.caseNo')}</th>
                <th scope="col">{t('archives.item')}</th>
                <th scope="col">{t('archives.applicant')}</th>
                <th scope="col">{t('archives.ending')}</th>
                <th scope="col">{t('archives.endedDay')}</th>
                <th scope="col">{t('archives.state')}</th>
                <th scope="col">{t('archives.archivedAt')}</th>
              </tr>
            </thead>
            <tbody>
              {archives.map((archive) => (
                <tr key={archive.archiveId}>
                  <td className="number">
                    <Link href={`/archives/${archive.archiveId}`}>{archive.caseNo}</Link>
                  </td>
                  <td>{local(archive.itemName)}</td>
                  <td>{archive.applicant}</td>
                  <td>{words.stateName(archive.ending)}</td>
                  <td className="quiet">{registerDay(archive.endedDay, words)}</td>
                  <td>
                    <Light shape={archiveShapes[archive.state]}>{t(`archives.states.${archive.state}`)}</Light>
                  </td>
                  <td className="quiet">
                    {archive.archivedAt === undefined ? '' : registerInstant(archive.archivedAt, words)}
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

function SearchArchives({ q, search }: { q: string; search: (q: string) => void }) {
  const { t } = useWords();
  const [text, setText] = useState(q);
  return (
    <search aria-label={t('archives.search')}>
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
          aria-label={t('archives.caseNo')}
          placeholder={t('archives.searchHint')}
          maxLength={60}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Button htmlType="submit">{t('archives.search')}</Button>
        {q !== '' && (
          <Button type="link" onClick={() => search('')}>
            {t('archives.clear')}
          </Button>
        )}
      </form>
    </search>
  );
}
