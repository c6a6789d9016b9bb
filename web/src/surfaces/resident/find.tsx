import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import type { ItemSummary } from '../../../../contract/catalogue.ts';
import { lifeEvents } from '../../../../contract/life-events.ts';
import type { Inputs, Replies } from '../../../../contract/routes.ts';
import { type CallRefused, call } from '../../api/call.ts';
import { useRead } from '../../api/hooks.ts';
import { useDistrict, useSaying } from '../../ui/resident/district.tsx';
import { Refused } from '../../ui/resident/form.tsx';
import { Loaded } from '../../ui/resident/loaded.tsx';
import { Back, Chevron, Page, Row, Rows, Section } from '../../ui/resident/page.tsx';
import { Say } from '../../ui/resident/say.tsx';
import { useCenters, useRegionId } from './near.tsx';
import { SearchField } from './search-field.tsx';

const atMost = 5;
const audiences = ['person', 'firm'] as const;

/** What was found for a question in everyday words, or what fits a life event, an office, a place; all without either. */
export function Find() {
  const [search] = useSearchParams();
  const wanted = wantedOf(search);
  const q = (search.get('q') ?? '').trim().slice(0, 200);
  return wanted === undefined && q !== '' ? <Answers q={q} /> : <Listed wanted={wanted ?? {}} />;
}

type Wanted = Pick<Inputs['GET /items'], 'lifeEvent' | 'departmentId' | 'centerId' | 'audience'>;

function wantedOf(search: URLSearchParams): Wanted | undefined {
  const lifeEvent = lifeEvents.find((each) => each === search.get('lifeEvent'));
  const audience = audiences.find((each) => each === search.get('audience'));
  const departmentId = search.get('departmentId');
  const centerId = search.get('centerId');
  const wanted = {
    ...(lifeEvent !== undefined && { lifeEvent }),
    ...(audience !== undefined && { audience }),
    ...(departmentId !== null && { departmentId }),
    ...(centerId !== null && { centerId }),
  };
  return Object.keys(wanted).length === 0 ? undefined : wanted;
}

/** The best match answers on the spot; others may be meant. */
function Answers({ q }: { q: string }) {
  const { t } = useTranslation('resident');
  const regionId = useRegionId();
  const found = useRead('GET /items', { q, ...(regionId !== undefined && { regionId }) });
  const before = (
    <>
      <Back to="/">{t('home')}</Back>
      <SearchField id="question" asked={q} named />
    </>
  );
  return (
    <Loaded of={found}>
      {({ items, total }) => {
        const best = items.find(({ sure }) => sure);
        const others = items.filter((item) => item !== best).slice(0, atMost);
        return items.length === 0 ? (
          <Page key={q} before={before} heading={t('find.none', { query: q })}>
            <NoneFound />
          </Page>
        ) : (
          <Page
            key={q}
            before={before}
            heading={best === undefined ? t('find.unsure', { query: q }) : t('find.found', { count: total })}
          >
            {best === undefined ? null : <Best item={best} />}
            {others.length === 0 ? null : (
              <Section heading={best === undefined ? t('find.perhaps') : t('find.also')}>
                <Items items={others} />
              </Section>
            )}
            <Section heading={t('find.notThese')} line={false}>
              <p>
                <Say text={t('find.notTheseText')} />
              </p>
              <PhoneButton />
            </Section>
          </Page>
        );
      }}
    </Loaded>
  );
}

function PhoneButton() {
  const { t } = useTranslation('resident');
  const { hotline } = useDistrict();
  return (
    <p>
      <a className="button second" href={`tel:${hotline}`}>
        {t('phone', { number: hotline })}
      </a>
    </p>
  );
}

/** Nobody leaves with nothing: say it otherwise, ask a person, or look through what there is. */
function NoneFound() {
  const { t } = useTranslation('resident');
  const { hotline } = useDistrict();
  return (
    <>
      <p>
        <Say text={t('find.noneText', { hotline })} />
      </p>
      <PhoneButton />
      <Section heading={t('find.browse')}>
        <Rows>
          <Row to="/life-events" name={t('find.byEventOrOffice')} />
          <Row to="/near" name={t('near.title')} />
        </Rows>
      </Section>
    </>
  );
}

/** All that fit, by name, twenty at a time. */
function Listed({ wanted }: { wanted: Wanted }) {
  const { t } = useTranslation('resident');
  const heading = useHeading(wanted);
  const list = useInfiniteQuery<
    Replies['GET /items'],
    CallRefused,
    { pages: Replies['GET /items'][] },
    unknown[],
    string
  >({
    queryKey: ['GET /items', wanted, 'all'],
    queryFn: ({ pageParam }) => call('GET /items', pageParam === '' ? wanted : { ...wanted, after: pageParam }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
  const before =
    Object.keys(wanted).length === 0 ? (
      <>
        <Back to="/">{t('home')}</Back>
        <SearchField id="question" asked="" named />
      </>
    ) : wanted.lifeEvent !== undefined ? (
      <Back to="/">{t('home')}</Back>
    ) : (
      <Back to={wanted.centerId === undefined ? '/life-events' : '/near'}>{t('back')}</Back>
    );
  return (
    <Loaded of={list}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        const total = pages[0]?.total ?? 0;
        return (
          <Page key={JSON.stringify(wanted)} before={before} heading={heading}>
            {total === 0 ? (
              <>
                <p role="status">
                  <Say text={t('find.noneInEvent', { event: heading })} />
                </p>
                <NoneFound />
              </>
            ) : (
              <>
                <p role="status">{t('find.found', { count: total })}</p>
                <Items items={items} />
                <Refused refusal={list.isFetchNextPageError ? list.error : null} />
                {list.hasNextPage ? (
                  <p>
                    <button
                      type="button"
                      className="button second"
                      aria-disabled={list.isFetchingNextPage}
                      onClick={() => void list.fetchNextPage()}
                    >
                      {t('find.more')}
                    </button>
                  </p>
                ) : null}
              </>
            )}
          </Page>
        );
      }}
    </Loaded>
  );
}

/** What the items of a list have in common, in one name. */
function useHeading({ lifeEvent, departmentId, centerId, audience }: Wanted): string {
  const { t } = useTranslation('resident');
  const { text } = useSaying();
  const departments = useRead('GET /departments', {}, { enabled: departmentId !== undefined }).data?.departments;
  const centers = useCenters();
  if (lifeEvent !== undefined) return t(`lifeEvents.${lifeEvent}`);
  if (audience !== undefined) return t(`find.audiences.${audience}`);
  const named =
    departmentId === undefined
      ? centers.find(({ id }) => id === centerId)
      : departments?.find((each) => each.departmentId === departmentId);
  return named === undefined ? t('find.all') : text(named.name);
}

function useBecause() {
  const { t } = useTranslation('resident');
  return (because: readonly string[]): string | undefined =>
    because.length === 0
      ? undefined
      : t('find.because', { words: because.map((word) => t('find.word', { word })).join(t('find.and')) });
}

/** The whole frame is one link with one name. */
function Best({ item }: { item: ItemSummary }) {
  const { t } = useTranslation('resident');
  const { text } = useSaying();
  const because = useBecause()(item.because);
  const facts = [
    [t('find.bring'), text(item.bring)],
    [t('find.howLong'), text(item.howLong)],
    ...(item.nearest === undefined ? [] : [[t('find.nearest'), text(item.nearest.name)] as const]),
    [t('find.decidedBy'), text(item.decidedBy)],
  ] as const;
  return (
    <div className="best">
      <span className="tag">{t('find.best')}</span>
      <Link className="best-name" href={`/items/${item.itemId}`}>
        <span className="line">{text(item.name)}</span>
      </Link>
      <span className="block">
        <Say text={text(item.brief)} />
      </span>
      {because === undefined ? null : <span className="row-note">{because}</span>}
      {item.guideOnly ? <span className="row-note">{t('find.guideOnly')}</span> : null}
      <span className="best-facts">
        {facts.map(([label, said]) => (
          <span className="best-fact" key={label}>
            <span className="best-label">{label}</span>
            <span>
              <Say text={said} />
            </span>
          </span>
        ))}
      </span>
    </div>
  );
}

function Items({ items }: { items: readonly ItemSummary[] }) {
  const { t } = useTranslation('resident');
  const { text } = useSaying();
  const because = useBecause();
  return (
    <ul className="rows">
      {items.map((item) => {
        const notes = [
          item.sure ? because(item.because) : undefined,
          item.guideOnly ? t('find.guideOnly') : undefined,
          t('find.howLongLine', { text: text(item.howLong) }),
          t('find.decidedByLine', { text: text(item.decidedBy) }),
        ].filter((note) => note !== undefined);
        return (
          <li key={item.itemId}>
            <Link className="row" href={`/items/${item.itemId}`}>
              <span className="row-text">
                <span className="row-name">
                  <span className="line">{text(item.name)}</span>
                </span>
                <span className="block">
                  <Say text={text(item.brief)} />
                </span>
                {notes.map((note) => (
                  <span className="row-note" key={note}>
                    {note}
                  </span>
                ))}
              </span>
              <Chevron />
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
