import { Select } from 'antd';
import { Link, useSearchParams } from 'wouter';
import type { DraftRow, DraftState } from '../../../../contract/compilation.ts';
import type { Inputs } from '../../../../contract/routes.ts';
import { draftStates } from '../../../../contract/words.ts';
import { Light, type Shape } from '../../ui/staff/Light.tsx';
import { Scrolled } from '../../ui/staff/Scrolled.tsx';
import { usePageTitle } from '../staff/Chrome.tsx';
import { Refused } from '../staff/Refused.tsx';
import { useWords } from '../staff/words.ts';
import './catalogue.css';
import { usePages } from '../staff/pages.ts';
import { ListFoot } from './ListFoot.tsx';
import { useRowKeys } from './rows.ts';
import { SearchField } from './SearchField.tsx';

const shapes: Readonly<Record<DraftState, Shape>> = {
  DRAFT: 'none',
  PENDING_REVIEW: 'green',
  PENDING_APPROVAL: 'green',
  APPROVED: 'green',
  RETURNED: 'yellow',
  PUBLISHED: 'done',
  ABANDONED: 'wrong',
};

/** The act that comes next for this post; a draft that waits for others is looked at. */
function nextOf({ actions }: DraftRow) {
  return (['publish', 'approve', 'review', 'save'] as const).find((act) => actions.includes(act)) ?? 'none';
}

/** The home of whoever compiles, reviews and publishes: what waits for this post, and every draft it may see. */
export function DraftList({ list: which }: { list: 'mine' | 'all' }) {
  const { t, local, at } = useWords();
  const [params, setParams] = useSearchParams();
  const all = which === 'all';
  const state = draftStates.find((each) => each === params.get('state'));
  const q = params.get('q') ?? '';
  const input: Inputs['GET /item-drafts'] = {
    ...(!all && { mine: true }),
    ...(state && { state }),
    ...(q && { q }),
    limit: 50,
  };
  const list = usePages('GET /item-drafts', input);
  const drafts = list.data?.pages.flatMap((page) => page.drafts) ?? [];
  const hrefOf = ({ draftId, actions }: DraftRow) => `/drafts/${draftId}${actions.includes('save') ? '' : '/review'}`;
  const { marked, mark } = useRowKeys(drafts);
  const title = t(all ? 'compilation.draftList.all' : 'compilation.draftList.mine');
  usePageTitle(title);
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
      <h1>{title}</h1>
      {all && (
        <>
          <SearchField key={q} q={q} search={(words) => put('q', words)} />
          <fieldset className="filters" aria-label={t('compilation.list.filters')}>
            <Select
              aria-label={t('compilation.draftList.state')}
              variant="borderless"
              popupMatchSelectWidth={false}
              value={state ?? ''}
              onChange={(value) => put('state', value)}
              options={[
                { value: '', label: t('compilation.draftList.anyState') },
                ...draftStates.map((each) => ({ value: each, label: t(`compilation.states.${each}`) })),
              ]}
            />
          </fieldset>
        </>
      )}
      <Refused error={list.error} />
      {list.isSuccess && drafts.length === 0 && (
        <div className="empty">
          <p>{t(all ? 'compilation.draftList.none' : 'compilation.draftList.noneMine')}</p>
          <p>
            <Link href="/items">{t('compilation.draftList.toItems')}</Link>
          </p>
        </div>
      )}
      {drafts.length > 0 && (
        <Scrolled label={title}>
          <table className="rows rows-plain">
            <thead>
              <tr>
                <th scope="col">{t('compilation.list.name')}</th>
                <th scope="col">{t('compilation.draftList.organ')}</th>
                <th scope="col">{t('compilation.draftList.by')}</th>
                <th scope="col">{t('compilation.draftList.changed')}</th>
                <th scope="col">{t('compilation.draftList.stands')}</th>
                <th scope="col" className="right">
                  {t('compilation.draftList.faults')}
                </th>
                <th scope="col" className="right">
                  {t('work.next')}
                </th>
              </tr>
            </thead>
            <tbody>
              {drafts.map((draft, index) => {
                const next = t(`compilation.draftList.next.${nextOf(draft)}`);
                const name = local(draft.name) || draft.name.zh || t('compilation.unnamed');
                return (
                  <tr
                    key={draft.draftId}
                    data-row={index}
                    aria-current={index === marked ? 'true' : undefined}
                    onFocus={() => mark(index)}
                  >
                    <td>
                      <Link href={hrefOf(draft)}>{name}</Link>
                      {draft.isNew && (
                        <span className="quiet small">
                          {' '}
                          {t(
                            draft.origin === 'import'
                              ? 'compilation.draftList.imported'
                              : 'compilation.draftList.isNew',
                          )}
                        </span>
                      )}
                    </td>
                    <td>{local(draft.organ)}</td>
                    <td>{draft.compiledBy}</td>
                    <td className="quiet nowrap">{at(draft.changedAt)}</td>
                    <td className="nowrap">
                      <Light shape={shapes[draft.state]}>{t(`compilation.states.${draft.state}`)}</Light>
                    </td>
                    <td className="right number">{draft.faults > 0 ? draft.faults : ''}</td>
                    <td className="right nowrap">
                      <Link
                        className="button button-small"
                        href={hrefOf(draft)}
                        aria-label={t('compilation.list.changeOf', { act: next, name })}
                      >
                        {next}
                      </Link>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </Scrolled>
      )}
      <ListFoot list={list} />
    </div>
  );
}
