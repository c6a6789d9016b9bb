import { Button, Modal, Select } from 'antd';
import { useState } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import type { CatalogueItem } from '../../../../contract/compilation.ts';
import type { Inputs } from '../../../../contract/routes.ts';
import { standings } from '../../../../contract/words.ts';
import { useAct, useRead } from '../../api/hooks.ts';
import { Light, Mark } from '../../ui/staff/Light.tsx';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
import { usePageTitle } from '../staff/Chrome.tsx';
import { Refused, useMe } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import { Begin } from './Begin.tsx';
import './catalogue.css';
import { usePages } from '../staff/pages.ts';
import { saysSame } from './content-path.ts';
import { ListFoot } from './ListFoot.tsx';
import { useRowKeys } from './rows.ts';
import { SearchField } from './SearchField.tsx';
import { dayWithYear, standingShapes } from './standing.ts';

/** Every item of the catalogue with its latest version; from here one is changed, or a new one begun. */
export function ItemList() {
  const { t, local } = useWords();
  const [params, setParams] = useSearchParams();
  const asked = (name: string) => params.get(name) ?? '';
  const standing = standings.find((each) => each === asked('standing'));
  const input: Inputs['GET /catalogue-items'] = {
    ...(asked('q') && { q: asked('q') }),
    ...(asked('department') && { departmentId: asked('department') }),
    ...(standing && { standing }),
    limit: 50,
  };
  const list = usePages('GET /catalogue-items', input);
  const departments = useRead('GET /departments', {}).data?.departments ?? [];
  const me = useMe().data?.me;
  const mayCompile = me?.permissions.includes('drafts.compile') === true;
  // Others' items, and those of the townships, say on their own page whether they may be changed.
  const isOwn = (item: CatalogueItem) => mayCompile && saysSame(item.organ, me?.post?.organ);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const { marked, mark } = useRowKeys(items);
  const [beginning, setBeginning] = useState(false);
  usePageTitle(t('compilation.list.title'));
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
    <div className="page-pad catalogue-page">
      <div className="row">
        <h1 className="grow">{t('compilation.list.title')}</h1>
        {mayCompile && (
          <Button type="primary" onClick={() => setBeginning(true)}>
            {t('compilation.list.newItem')}
          </Button>
        )}
      </div>
      <p className="quiet">{t('compilation.list.hint')}</p>
      <SearchField key={asked('q')} q={asked('q')} search={(q) => put('q', q)} />
      <fieldset className="filters" aria-label={t('compilation.list.filters')}>
        <Select
          aria-label={t('compilation.list.department')}
          variant="borderless"
          popupMatchSelectWidth={false}
          value={asked('department')}
          onChange={(value) => put('department', value)}
          options={[
            { value: '', label: t('compilation.list.anyDepartment') },
            ...departments.map(({ departmentId, name }) => ({ value: departmentId, label: local(name) })),
          ]}
        />
        <Select
          aria-label={t('compilation.list.standing')}
          variant="borderless"
          popupMatchSelectWidth={false}
          value={asked('standing')}
          onChange={(value) => put('standing', value)}
          options={[
            { value: '', label: t('compilation.list.anyStanding') },
            ...standings.map((each) => ({ value: each, label: t(`compilation.standings.${each}`) })),
          ]}
        />
      </fieldset>
      <Refused error={list.error} />
      {list.isSuccess && items.length === 0 && <p>{t('compilation.list.none')}</p>}
      {items.length > 0 && (
        <Scrolled label={t('compilation.list.title')}>
          <table className="rows rows-plain">
            <thead>
              <tr>
                <th scope="col">{t('compilation.list.name')}</th>
                <th scope="col">{t('compilation.list.code')}</th>
                <th scope="col">{t('compilation.list.organ')}</th>
                <th scope="col">{t('compilation.list.version')}</th>
                <th scope="col">{t('compilation.list.stands')}</th>
                <th scope="col">
                  <span className="only-heard">{t('compilation.list.act')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((item, at) => (
                <ItemRow
                  key={item.itemId}
                  item={item}
                  at={at}
                  marked={at === marked}
                  onMark={() => mark(at)}
                  mayChange={isOwn(item)}
                />
              ))}
            </tbody>
          </table>
        </Scrolled>
      )}
      <ListFoot list={list} />
      {beginning && <Begin close={() => setBeginning(false)} />}
    </div>
  );
}

function ItemRow({
  item,
  at,
  marked,
  onMark,
  mayChange,
}: {
  item: CatalogueItem;
  at: number;
  marked: boolean;
  onMark: () => void;
  mayChange: boolean;
}) {
  const { t, local, language } = useWords();
  const name = local(item.name);
  return (
    <tr data-row={at} aria-current={marked ? 'true' : undefined} onFocus={onMark}>
      <td>
        <Link href={`/items/${item.itemId}`}>{name}</Link>
      </td>
      <td>
        <CodeWords code={item.code} faults={item.codeFaults} />
      </td>
      <td>{local(item.organ)}</td>
      <td className="nowrap">
        {t('compilation.list.versionOf', { version: item.version })}{' '}
        <span className="quiet small">
          {t('compilation.list.from', { day: dayWithYear(item.effectiveDay, language) })}
        </span>
      </td>
      <td className="nowrap">
        <Light shape={standingShapes[item.standing]}>{t(`compilation.standings.${item.standing}`)}</Light>
      </td>
      <td className="right nowrap">
        {item.openDraftId !== undefined ? (
          <Link
            className="button button-small"
            href={`/drafts/${item.openDraftId}`}
            aria-label={t('compilation.list.changeOf', { act: t('compilation.list.openDraft'), name })}
          >
            {t('compilation.list.openDraft')}
          </Link>
        ) : (
          mayChange && item.standing !== 'CANCELLED' && <ChangeItem item={item} />
        )}
      </td>
    </tr>
  );
}

/** Opens a draft of the next version, after saying what that does. */
export function ChangeItem({ item }: { item: Pick<CatalogueItem, 'itemId' | 'name' | 'version'> }) {
  const { t, local } = useWords();
  const [, go] = useLocation();
  const [asking, setAsking] = useState(false);
  const begin = useAct('POST /item-drafts');
  const name = local(item.name);
  return (
    <>
      <Button
        size="small"
        aria-label={t('compilation.list.changeOf', { act: t('compilation.list.change'), name })}
        onClick={() => setAsking(true)}
      >
        {t('compilation.list.change')}
      </Button>
      {asking && (
        <Modal
          open
          title={t('compilation.list.changeTitle', { name })}
          okText={t('compilation.list.changeDo')}
          cancelText={t('cancel')}
          confirmLoading={begin.isPending}
          onCancel={() => setAsking(false)}
          onOk={() => begin.mutate({ itemId: item.itemId }, { onSuccess: ({ draftId }) => go(`/drafts/${draftId}`) })}
        >
          <p>{t('compilation.list.changeSays', { version: item.version })}</p>
          <Refused error={begin.error} />
        </Modal>
      )}
    </>
  );
}

/** The code as it is, with whatever is wrong with it. */
export function CodeWords({ code, faults }: { code: string; faults: readonly string[] }) {
  const { t, find } = useWords();
  return (
    <>
      <span className="number code-small">{code}</span>
      {faults.length > 0 && (
        <span className="fault code-faults">
          <Mark shape="wrong" />{' '}
          {faults.map((fault) => find(`compilation.codeFault.${fault}`, 'compilation.element')).join(t('comma'))}
        </span>
      )}
    </>
  );
}
