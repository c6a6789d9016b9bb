import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useParams, useSearch } from 'wouter';
import type { Inputs, Replies } from '../../../../../contract/routes.ts';
import { levels } from '../../../../../contract/words.ts';
import { type CallRefused, call } from '../../../api/call.ts';
import { useSaying } from '../../../ui/resident/district.tsx';
import { Refused } from '../../../ui/resident/form.tsx';
import { Loaded } from '../../../ui/resident/loaded.tsx';
import { Back, Page } from '../../../ui/resident/page.tsx';
import { Say } from '../../../ui/resident/say.tsx';
import { Table } from './table.tsx';
import { useValue } from './value.ts';

type Reply = Replies['GET /figures/:figureKey/items'];

const choices = ['counted', 'rest', 'all'] as const;
const pageLength = 50;

/** The items behind a figure. */
export function FigureItems() {
  const { figureKey = '' } = useParams();
  const asked = new URLSearchParams(useSearch());
  const which = choices.find((each) => each === asked.get('which')) ?? 'all';
  const departmentId = asked.get('departmentId');
  const level = levels.find((each) => each === asked.get('level'));
  const input: Inputs['GET /figures/:figureKey/items'] = {
    figureKey,
    which,
    limit: pageLength,
    ...(departmentId !== null && { departmentId }),
    ...(level !== undefined && { level }),
  };
  const list = useInfiniteQuery<Reply, CallRefused, { pages: Reply[] }, unknown[], string>({
    queryKey: ['GET /figures/:figureKey/items', input, 'all'],
    queryFn: ({ pageParam }) =>
      call('GET /figures/:figureKey/items', pageParam === '' ? input : { ...input, after: pageParam }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
  const { t } = useTranslation('lists');
  return (
    <Loaded of={list}>
      {({ pages }) => {
        const [first] = pages;
        return first === undefined ? null : (
          <FigurePage key={figureKey} first={first} items={pages.flatMap(({ items }) => items)} which={which}>
            <Refused refusal={list.isFetchNextPageError ? list.error : null} />
            {list.hasNextPage ? (
              <p className="no-print list-more">
                <button
                  type="button"
                  className="button second"
                  aria-disabled={list.isFetchingNextPage}
                  onClick={() => void list.fetchNextPage()}
                >
                  {list.isFetchingNextPage ? t('moreWorking') : t('more')}
                </button>
              </p>
            ) : null}
          </FigurePage>
        );
      }}
    </Loaded>
  );
}

/** What the last column of the items behind a figure says. */
function valueWord({ kind, key }: Reply['figure']) {
  if (kind !== 'reduction') return 'figure.isCounted';
  return key === 'shorterThanLaw' ? 'figure.byLaw' : 'figure.change';
}

function FigurePage({
  first: { figure, measured, total },
  items,
  which,
  children,
}: {
  first: Reply;
  items: Reply['items'];
  which: (typeof choices)[number];
  children: ReactNode;
}) {
  const { t } = useTranslation('lists');
  const { text } = useSaying();
  const [path] = useLocation();
  const asked = new URLSearchParams(useSearch());
  const value = useValue();
  const isReduction = figure.kind === 'reduction';
  const words = {
    counted: isReduction ? t('figure.lessened') : t('figure.counted'),
    rest: isReduction ? t('figure.unchanged') : t('figure.rest'),
    all: t('figure.every'),
  };
  const withChoice = (choice: string) => {
    const next = new URLSearchParams(asked);
    next.set('which', choice);
    return `${path}?${next}`;
  };
  const name = text(figure.name);
  return (
    <Page heading={name} className="lists wide-list" before={<Back to="/lists/figures">{t('figure.back')}</Back>}>
      <p className="figure-value">
        <strong>{value.numbers(figure, measured)}</strong> <span>{value.ratio(figure, measured)}</span>
      </p>
      <p>
        <Say text={text(figure.definition)} />
      </p>
      {figure.kind === 'number' ? null : (
        <nav className="list-tabs no-print" aria-label={t('figure.which')}>
          {choices.map((choice) => (
            <Link key={choice} href={withChoice(choice)} replace aria-current={choice === which ? 'page' : undefined}>
              <span className="line">{words[choice]}</span>
            </Link>
          ))}
        </nav>
      )}
      <p role="status">{t('total', { count: total })}</p>
      {total === 0 ? null : (
        <Table
          label={t('figure.itemsTable', { name })}
          name={t('figure.item')}
          columns={[t('figure.department'), t(valueWord(figure))]}
          rows={items.map((item) => ({
            id: item.itemId,
            name: (
              <Link href={`/items/${item.itemId}`}>
                <span className="line">{text(item.name)}</span>
              </Link>
            ),
            cells: [
              text(item.department),
              isReduction
                ? t('figure.beforeNow', {
                    whole: value.counted(figure.key, item.whole),
                    part: value.counted(figure.key, item.part),
                  })
                : item.part > 0
                  ? t('figure.yes')
                  : (item.fails?.map((each) => t(`figure.fails.${each}`)).join(t('figure.and')) ?? t('figure.no')),
            ],
          }))}
        />
      )}
      {children}
    </Page>
  );
}
