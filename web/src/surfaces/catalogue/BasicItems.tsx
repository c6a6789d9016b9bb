import { Select } from 'antd';
import { Link, useSearchParams } from 'wouter';
import type { Inputs } from '../../../../contract/routes.ts';
import type { BasicItemRow } from '../../../../contract/standards.ts';
import { powerTypes } from '../../../../contract/words.ts';
import { Light } from '../../ui/staff/Light.tsx';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
import { usePageTitle } from '../staff/Chrome.tsx';
import { More } from '../staff/More.tsx';
import { usePages } from '../staff/pages.ts';
import { Refused, useMe } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import { useRowKeys } from './rows.ts';
import { SearchField } from './SearchField.tsx';
import './standards.css';

const claims = ['unclaimed', 'conflict', 'deviating'] as const;

/** 基本目录 by code: who holds each item and whether the items that implement it deviate. */
export function BasicItems() {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const asked = (name: string) => params.get(name) ?? '';
  const type = powerTypes.find((each) => each === asked('type'));
  const claim = claims.find((each) => each === asked('claims'));
  const input: Inputs['GET /basic-items'] = {
    ...(asked('q') && { q: asked('q') }),
    ...(type && { type }),
    ...(claim && { claims: claim }),
    limit: 50,
  };
  const list = usePages('GET /basic-items', input);
  const mayPublish = useMe().data?.me?.permissions.includes('basicItems.publish') === true;
  const rows = list.data?.pages.flatMap((page) => page.basicItems) ?? [];
  const { marked, mark } = useRowKeys(rows.map(({ basicItemId }) => `/basic-items/${basicItemId}`));
  usePageTitle(t('standards.basicItems'));
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
      <div className="row">
        <h1 className="grow">{t('standards.basicItems')}</h1>
        {mayPublish && (
          <Link className="button" href="/basic-items/new">
            {t('standards.list.new')}
          </Link>
        )}
      </div>
      <p className="quiet">{t('standards.list.hint')}</p>
      <SearchField
        key={asked('q')}
        q={asked('q')}
        search={(q) => put('q', q)}
        label="standards.list.search"
        hint="standards.list.searchHint"
      />
      <fieldset className="filters" aria-label={t('standards.list.filters')}>
        <Select
          aria-label={t('standards.list.type')}
          variant="borderless"
          popupMatchSelectWidth={false}
          value={asked('type')}
          onChange={(value) => put('type', value)}
          options={[
            { value: '', label: t('standards.list.anyType') },
            ...powerTypes.map((each) => ({ value: each as string, label: t(`standards.type.${each}`) })),
          ]}
        />
        <Select
          aria-label={t('standards.list.claims')}
          variant="borderless"
          popupMatchSelectWidth={false}
          value={asked('claims')}
          onChange={(value) => put('claims', value)}
          options={[
            { value: '', label: t('standards.list.anyClaims') },
            ...claims.map((each) => ({ value: each as string, label: t(`standards.list.${each}`) })),
          ]}
        />
      </fieldset>
      <Refused error={list.error} />
      {list.isSuccess && rows.length === 0 && <p>{t('standards.list.none')}</p>}
      {rows.length > 0 && (
        <>
          <p className="quiet">{t('standards.list.total', { count: list.data?.pages[0]?.total ?? 0 })}</p>
          <Scrolled label={t('standards.basicItems')}>
            <table className="rows rows-plain">
              <thead>
                <tr>
                  <th scope="col">{t('standards.list.name')}</th>
                  <th scope="col">{t('standards.list.code')}</th>
                  <th scope="col">{t('standards.list.type')}</th>
                  <th scope="col">{t('standards.list.holders')}</th>
                  <th scope="col" className="right">
                    {t('standards.list.items')}
                  </th>
                  <th scope="col">{t('standards.list.deviations')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row, at) => (
                  <Row key={row.basicItemId} row={row} at={at} marked={at === marked} onMark={() => mark(at)} />
                ))}
              </tbody>
            </table>
          </Scrolled>
        </>
      )}
      <More list={list} />
    </div>
  );
}

function Row({ row, at, marked, onMark }: { row: BasicItemRow; at: number; marked: boolean; onMark: () => void }) {
  const { t, local } = useWords();
  return (
    <tr data-row={at} aria-current={marked ? 'true' : undefined} onFocus={onMark}>
      <td>
        <Link href={`/basic-items/${row.basicItemId}`}>{local(row.name)}</Link>
      </td>
      <td className="number nowrap">{row.code}</td>
      <td className="nowrap">{t(`standards.type.${row.type}`)}</td>
      <td>
        {row.conflict && <Light shape="red">{t('standards.list.conflictMark')}</Light>}{' '}
        {row.organs.length === 0 ? (
          <Light shape="yellow">{t('standards.list.nobody')}</Light>
        ) : (
          row.organs.map(local).slice(0, 3).join(t('list.separator')) +
          (row.organs.length > 3 ? t('standards.list.more', { count: row.organs.length }) : '')
        )}
      </td>
      <td className="right number">{row.implementations}</td>
      <td className="nowrap">
        {row.implementations > 0 &&
          (row.deviating === 0 ? (
            <Light shape="done">{t('standards.list.alike')}</Light>
          ) : (
            <Light shape="yellow">{t('standards.list.deviatingCount', { count: row.deviating })}</Light>
          ))}
      </td>
    </tr>
  );
}
