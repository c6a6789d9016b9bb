import { useInfiniteQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams, useSearch } from 'wouter';
import type { Inputs, Replies } from '../../../../../contract/routes.ts';
import { type CallRefused, call, hrefOf } from '../../../api/call.ts';
import { useRead } from '../../../api/hooks.ts';
import { useDistrict, useSaying } from '../../../ui/resident/district.tsx';
import { Refused, SelectField, TextField } from '../../../ui/resident/form.tsx';
import { Loaded } from '../../../ui/resident/loaded.tsx';
import { Back, Page } from '../../../ui/resident/page.tsx';
import { Say } from '../../../ui/resident/say.tsx';
import { dayWithYear } from '../../../ui/resident/span.ts';
import { Table, useIsNarrow } from './table.tsx';

type Reply = Replies['GET /lists/:listKey'];

const pageLength = 50;
const wholePage = 100;

/** What the address narrows the list by. */
interface Narrowed {
  readonly q: string;
  readonly departmentId: string;
  readonly townshipId: string;
  readonly villageId: string;
}

function narrowedBy(search: string): Narrowed {
  const asked = new URLSearchParams(search);
  const of = (name: string) => asked.get(name) ?? '';
  return { q: of('q'), departmentId: of('departmentId'), townshipId: of('townshipId'), villageId: of('villageId') };
}

function inputOf(listKey: string, { q, departmentId, townshipId, villageId }: Narrowed): Inputs['GET /lists/:listKey'] {
  const regionId = villageId === '' ? townshipId : villageId;
  return {
    listKey,
    ...(q !== '' && { q }),
    ...(departmentId !== '' && { departmentId }),
    ...(regionId !== '' && { regionId }),
  };
}

/** One public list: what it rests on, what stands on it, and the same rows to print and to take along. */
export function List() {
  const { listKey = '' } = useParams();
  const narrowed = narrowedBy(useSearch());
  const input = inputOf(listKey, narrowed);
  const list = useInfiniteQuery<Reply, CallRefused, { pages: Reply[] }, unknown[], string>({
    queryKey: ['GET /lists/:listKey', input, 'all'],
    queryFn: ({ pageParam }) =>
      call('GET /lists/:listKey', {
        ...input,
        limit: pageParam === '' ? pageLength : wholePage,
        ...(pageParam !== '' && { after: pageParam }),
      }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
  const [printing, setPrinting] = useState(false);
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = list;
  useEffect(() => {
    if (!printing || isFetchingNextPage) return;
    if (hasNextPage && !isFetchNextPageError) {
      void fetchNextPage();
      return;
    }
    setPrinting(false);
    if (!isFetchNextPageError) setTimeout(() => window.print());
  }, [printing, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  return (
    <Loaded of={list}>
      {({ pages }) => {
        const [first] = pages;
        return first === undefined ? null : (
          <ListPage
            key={listKey}
            first={first}
            rows={pages.flatMap((page) => page.rows)}
            input={input}
            narrowed={narrowed}
            trouble={isFetchNextPageError ? list.error : null}
            more={
              hasNextPage ? { working: isFetchingNextPage && !printing, take: () => void fetchNextPage() } : undefined
            }
            print={{ working: printing, take: () => setPrinting(true) }}
          />
        );
      }}
    </Loaded>
  );
}

interface Taking {
  readonly working: boolean;
  readonly take: () => void;
}

function ListPage({
  first,
  rows,
  input,
  narrowed,
  trouble,
  more,
  print,
}: {
  first: Reply;
  rows: Reply['rows'];
  input: Inputs['GET /lists/:listKey'];
  narrowed: Narrowed;
  trouble: CallRefused | null;
  more: Taking | undefined;
  print: Taking;
}) {
  const { t } = useTranslation(['lists', 'resident']);
  const { text, language } = useSaying();
  const { today } = useDistrict();
  const { list, columns, total, revision } = first;
  const name = text(list.name);
  const isNarrowed = Object.keys(input).length > 1;
  return (
    <Page heading={name} className="lists wide-list" before={<Back to="/lists">{t('back')}</Back>}>
      <p>
        <Say text={text(list.text)} />
        <span className="hint block">{t('basis', { basis: text(list.basis) })}</span>
        <span className="hint block">{t('version', { revision, day: dayWithYear(today, language) })}</span>
      </p>
      <NarrowForm first={first} narrowed={narrowed} isNarrowed={isNarrowed} />
      <div className="list-bar">
        <p role="status">{isNarrowed ? t('found', { count: total, all: list.rows }) : t('total', { count: total })}</p>
        <Take input={input} print={print} shown={rows.length} />
      </div>
      {total === 0 ? (
        <p>
          <Say text={list.rows === 0 ? t('empty') : t('none')} />
        </p>
      ) : (
        <Table
          label={t('table', { name })}
          name={t('name')}
          columns={columns.map(text)}
          rows={rows.map((row) => ({
            id: row.rowId,
            name:
              row.itemId === undefined ? (
                text(row.name)
              ) : (
                <Link href={`/items/${row.itemId}`}>
                  <span className="line">{text(row.name)}</span>
                </Link>
              ),
            cells: row.cells.map(text),
          }))}
        />
      )}
      <Refused refusal={trouble} />
      {more === undefined ? null : (
        <p className="no-print list-more">
          <button type="button" className="button second" aria-disabled={more.working} onClick={more.take}>
            {more.working ? t('moreWorking') : t('more')}
          </button>
        </p>
      )}
    </Page>
  );
}

/** The same rows on paper and as files. */
function Take({ input, print, shown }: { input: Inputs['GET /lists/:listKey']; print: Taking; shown: number }) {
  const { t } = useTranslation('lists');
  const { language } = useSaying();
  const file = (format: 'xlsx' | 'csv') =>
    hrefOf('GET /lists/:listKey/file', { ...input, format, language: language === 'en' ? 'en' : 'zh' });
  return (
    <ul className="list-take no-print" aria-label={t('take')}>
      <li>
        <button type="button" className="plain" aria-disabled={print.working} onClick={print.take}>
          <span className="line">{print.working ? t('allWorking', { count: shown }) : t('all')}</span>
        </button>
      </li>
      <li>
        <a href={file('xlsx')} download>
          <span className="line">{t('xlsx')}</span>
        </a>
      </li>
      <li>
        <a href={file('csv')} download>
          <span className="line">{t('csv')}</span>
        </a>
      </li>
    </ul>
  );
}

/** Words, a department, a place: in the address, so that a narrowed list can be sent to somebody. */
function NarrowForm({ first, narrowed, isNarrowed }: { first: Reply; narrowed: Narrowed; isNarrowed: boolean }) {
  const { t } = useTranslation('lists');
  const { text } = useSaying();
  const [path, go] = useLocation();
  const [asked, ask] = useState(narrowed);
  const isNarrow = useIsNarrow();
  const townships = useRead('GET /regions', {}).data?.regions ?? [];
  const villages =
    useRead('GET /regions', { parentId: asked.townshipId }, { enabled: asked.townshipId !== '' }).data?.regions ?? [];
  const options = (regions: typeof townships) => regions.map(({ id, name }) => ({ value: id, label: text(name) }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const given = Object.entries(asked).filter(([, value]) => value.trim() !== '');
    go(given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`);
  };
  const form = (
    <form className="list-narrow no-print" aria-label={t('narrow')} onSubmit={submit}>
      <TextField id="q" label={t('q')} value={asked.q} onChange={(q) => ask({ ...asked, q })} />
      <SelectField
        id="departmentId"
        label={t('department')}
        pick={t('any')}
        value={asked.departmentId}
        options={first.departments.map(({ departmentId, name, rows }) => ({
          value: departmentId,
          label: `${text(name)} ${rows}`,
        }))}
        onChange={(departmentId) => ask({ ...asked, departmentId })}
      />
      <SelectField
        id="townshipId"
        label={t('township')}
        pick={t('any')}
        value={asked.townshipId}
        options={options(townships)}
        onChange={(townshipId) => ask({ ...asked, townshipId, villageId: '' })}
      />
      {asked.townshipId === '' ? null : (
        <SelectField
          id="villageId"
          label={t('village')}
          pick={t('any')}
          value={asked.villageId}
          options={options(villages)}
          onChange={(villageId) => ask({ ...asked, villageId })}
        />
      )}
      <div className="list-narrow-go">
        <button type="submit" className="button">
          {t('apply')}
        </button>
        {isNarrowed ? (
          <Link
            href={path}
            className="touch"
            onClick={() => ask({ q: '', departmentId: '', townshipId: '', villageId: '' })}
          >
            <span className="line">{t('clear')}</span>
          </Link>
        ) : null}
      </div>
    </form>
  );
  // On a phone the fields would fill the window before the first row of the list.
  return isNarrow ? (
    <details className="fold no-print" open={isNarrowed}>
      <summary>
        <span className="line">{t('narrowBy')}</span>
      </summary>
      {form}
    </details>
  ) : (
    form
  );
}
