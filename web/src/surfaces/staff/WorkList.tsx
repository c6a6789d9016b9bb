import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { type MouseEvent, useEffect, useRef, useState } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import type { Queue, WorkRow } from '../../../../contract/cases.ts';
import type { Inputs } from '../../../../contract/routes.ts';
import type { CaseState, Role } from '../../../../contract/values.ts';
import { caseStates, queues } from '../../../../contract/words.ts';
import { call } from '../../api/call.ts';
import { useRead } from '../../api/hooks.ts';
import { Key, useKeys, useSingleKeysOn } from '../../ui/staff/keys.tsx';
import { Uncovered } from '../backoffice/Uncovered.tsx';
import { CasePanel } from './CasePanel.tsx';
import { usePageTitle } from './Chrome.tsx';
import { DueLight, SignLight } from './DueLight.tsx';
import { useWhole } from './pages.ts';
import { Refused } from './Refused.tsx';
import { useWords } from './words.ts';

const rowsAtOnce = 20;
const wide = () => matchMedia('(min-width: 1100px)').matches;
const states = caseStates.filter((state) => state !== 'DRAFT');

/** The home of every post: due first; rows open beside the list, so that nobody loses the place. */
export function WorkList({ role }: { role: Role }) {
  const words = useWords();
  const { t, local, day } = words;
  const [, go] = useLocation();
  const [params, setParams] = useSearchParams();
  const counts = useRead('GET /worklist/counts', {}, { refetchInterval: 30_000 }).data?.counts;
  const asked = params.get('queue') as Queue | null;
  const queue = asked !== null && queues.includes(asked) ? asked : counts?.[0]?.queue;
  const q = params.get('q') ?? '';
  const itemId = params.get('item') ?? '';
  const state = params.get('state') ?? '';
  const open = params.get('open');
  const input: Inputs['GET /worklist'] = {
    ...(queue ? { queue } : {}),
    ...(q ? { q } : {}),
    ...(itemId ? { itemId } : {}),
    ...(state ? { state: state as CaseState } : {}),
    limit: rowsAtOnce,
  };
  const list = useInfiniteQuery({
    queryKey: ['GET /worklist', input],
    queryFn: ({ pageParam }) => call('GET /worklist', pageParam === '' ? input : { ...input, after: pageParam }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    enabled: counts !== undefined,
  });
  const items = useWhole('GET /items', { limit: 100 }).data?.pages.flatMap((page) => page.items) ?? [];
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const count = counts?.find((each) => each.queue === queue)?.count;
  const changed = useChanged(count, list.dataUpdatedAt);
  const keysOn = useSingleKeysOn();
  const title = q ? t('work.found', { q }) : queue ? t(`queue.${queue}`) : '';
  usePageTitle(title || t('queue.mine'));

  const put = (name: string, value: string | undefined) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        if (value) after.set(name, value);
        else after.delete(name);
        if (name !== 'open') after.delete('open');
        return after;
      },
      { replace: true },
    );
  const at = rows.findIndex((row) => row.caseId === open);
  const move = (step: number) => {
    const next = rows[Math.min(Math.max(at + step, 0), rows.length - 1)];
    if (next === undefined) return;
    put('open', next.caseId);
    document.getElementById(`row-${next.caseId}`)?.scrollIntoView({ block: 'nearest' });
  };
  const current = rows[at];
  const preview = (act: string) =>
    current && role === 'windowClerk' ? () => go(`/cases/${current.caseId}/${act}`) : undefined;
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: open ? () => move(1) : undefined,
    ArrowUp: open ? () => move(-1) : undefined,
    Enter: current ? () => go(`/cases/${current.caseId}`) : undefined,
    a: preview('accept'),
    b: preview('correct'),
    Escape: open ? () => put('open', undefined) : undefined,
  });
  const openRow = (row: WorkRow) => (event: MouseEvent) => {
    if ((event.target as HTMLElement).closest('a')?.classList.contains('row-next')) return;
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (wide()) put('open', row.caseId);
    else go(`/cases/${row.caseId}`);
  };
  const clerk = role === 'windowClerk';
  return (
    <div className={open ? 'split split-open' : 'split'}>
      <section className="list" aria-label={title}>
        {role === 'organHead' && <Uncovered />}
        <div className="list-head">
          <h1>{title}</h1>
          <p className="quiet grow">
            {count !== undefined && !q && t('work.count', { count: count.toLocaleString('en') })}
          </p>
          {clerk && (
            <Link href="/intake" className="button">
              {t('rail.intake')} <Key>C</Key>
            </Link>
          )}
        </div>
        <fieldset className="filters" aria-label={t('work.filters')}>
          <Select
            aria-label={t('work.item')}
            variant="borderless"
            popupMatchSelectWidth={false}
            value={itemId}
            onChange={(value) => put('item', value)}
            options={[
              { value: '', label: t('work.anyItem') },
              ...items.map((item) => ({ value: item.itemId, label: local(item.name) })),
            ]}
          />
          <Select
            aria-label={t('work.stands')}
            variant="borderless"
            popupMatchSelectWidth={false}
            value={state}
            onChange={(value) => put('state', value)}
            options={[
              { value: '', label: t('work.anyState') },
              ...states.map((each) => ({ value: each, label: words.stateName(each) })),
            ]}
          />
          {q && (
            <Button type="link" onClick={() => put('q', undefined)}>
              {t('work.clearSearch')}
            </Button>
          )}
        </fieldset>
        {changed && (
          <p className="list-changed" role="status">
            {t('work.changed')}{' '}
            <button type="button" className="plain-link" onClick={() => void list.refetch()}>
              {t('work.refresh')}
            </button>
          </p>
        )}
        <Refused error={list.error} />
        <div className="list-scroll">
          {rows.length > 0 && (
            <table className="rows">
              <thead>
                <tr>
                  <th scope="col">{t('work.term')}</th>
                  <th scope="col">{t('work.last')}</th>
                  <th scope="col">{t('work.applicant')}</th>
                  <th scope="col">{t('work.item')}</th>
                  <th scope="col">{t('work.stands')}</th>
                  <th scope="col" className="right">
                    {t('work.next')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr
                    key={row.caseId}
                    id={`row-${row.caseId}`}
                    aria-current={row.caseId === open ? 'true' : undefined}
                    onClick={openRow(row)}
                  >
                    <td className="cell-light">
                      <DueLight due={row.due} state={row.state} />
                      {row.sign && <SignLight sign={row.sign} />}
                    </td>
                    <td className="cell-day">{row.due ? day(row.due.day) : ''}</td>
                    <td className="cell-who">
                      <Link href={`/cases/${row.caseId}`} className="row-open">
                        {row.applicant}
                      </Link>
                    </td>
                    <td className="cell-item">
                      {local(row.itemName)}
                      {row.caseType === 'IMMEDIATE' && <span className="quiet"> {t('work.immediate')}</span>}
                    </td>
                    <td className="cell-state quiet">
                      {row.deemedAccepted && row.state === 'ACCEPTED' ? t('work.deemed') : words.shortState(row)}
                    </td>
                    <td className="cell-next right">
                      <Link
                        href={row.next ? `/cases/${row.caseId}/${row.next}` : `/cases/${row.caseId}`}
                        className="button button-small row-next"
                        aria-label={`${words.nextWord(row.next)}${t('colon')}${t('work.openRow', { applicant: row.applicant, item: local(row.itemName) })}`}
                      >
                        {words.nextWord(row.next)}
                      </Link>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {list.isSuccess && rows.length === 0 && (
            <div className="empty">
              <p>{q || itemId || state ? t('work.emptyFilter') : t('work.empty')}</p>
              {clerk && !q && !itemId && !state && <p className="quiet">{t('work.emptyIntake')}</p>}
            </div>
          )}
        </div>
        <div className="list-foot">
          {keysOn && (
            <p className="hints quiet">
              <Key>j</Key>
              <Key>k</Key> {t('work.keysMove')} <Key>Enter</Key> {t('work.keysOpen')}{' '}
              {clerk && (
                <>
                  <Key>a</Key> {t('work.keysAccept')} <Key>b</Key> {t('work.keysCorrect')}{' '}
                </>
              )}
              <Key>?</Key> {t('work.keysAll')}
            </p>
          )}
          {rows.length > 0 && (
            <p className="quiet">
              {t('work.shown', { shown: rows.length })}
              {list.hasNextPage && (
                <>
                  {t('comma')}
                  <button
                    type="button"
                    className="plain-link"
                    disabled={list.isFetchingNextPage}
                    onClick={() => void list.fetchNextPage()}
                  >
                    {t('work.more')}
                  </button>
                </>
              )}
            </p>
          )}
        </div>
      </section>
      {open && <CasePanel key={open} caseId={open} close={() => put('open', undefined)} />}
    </div>
  );
}

/** Whether the queue has another length than when the list was read: it says so and does not jump. */
function useChanged(count: number | undefined, readAt: number): boolean {
  const then = useRef<{ readAt: number; count: number | undefined }>({ readAt: 0, count: undefined });
  const [changed, setChanged] = useState(false);
  useEffect(() => {
    if (then.current.readAt !== readAt || then.current.count === undefined) {
      then.current = { readAt, count };
      setChanged(false);
    } else setChanged(count !== undefined && count !== then.current.count);
  }, [count, readAt]);
  return changed;
}
