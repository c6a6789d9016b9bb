import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import type { ItemSummary } from '../../../../contract/catalogue.ts';
import { lifeEvents } from '../../../../contract/words.ts';
import { useRead } from '../../api/hooks.ts';
import { useDistrict, useSaying } from '../../ui/resident/district.tsx';
import { Loaded } from '../../ui/resident/loaded.tsx';
import { Back, Chevron, Page, Section } from '../../ui/resident/page.tsx';
import { Say } from '../../ui/resident/say.tsx';
import { SearchField } from './search-field.tsx';

const atMost = 5;

/** What was found for a question in everyday words, or for a life event; the best match answers on the spot. */
export function Find() {
  const { t } = useTranslation('resident');
  const [search] = useSearchParams();
  const q = (search.get('q') ?? '').slice(0, 200);
  const wanted = search.get('lifeEvent');
  const lifeEvent = lifeEvents.find((each) => each === wanted);
  const found = useRead('GET /items', lifeEvent === undefined ? { q } : { lifeEvent });
  const before = (
    <>
      <Back to="/">{t('home')}</Back>
      {lifeEvent === undefined ? <SearchField id="question" asked={q} named /> : null}
    </>
  );
  return (
    <Loaded of={found}>
      {({ items }) => {
        const event = lifeEvent === undefined ? undefined : t(`lifeEvents.${lifeEvent}`);
        if (items.length === 0) {
          return (
            <Page
              key={`${q}${event}`}
              before={before}
              heading={event === undefined ? t('find.none', { query: q }) : t('find.noneInEvent', { event })}
            >
              <NotThese none />
            </Page>
          );
        }
        const best = event === undefined ? items[0] : undefined;
        const others = best === undefined ? items : items.slice(1, 1 + atMost);
        return (
          <Page key={`${q}${event}`} before={before} heading={event ?? t('find.found', { count: items.length })}>
            {event === undefined ? null : <p role="status">{t('find.found', { count: items.length })}</p>}
            {best === undefined ? null : <Best item={best} />}
            {best === undefined ? (
              <Others items={others} />
            ) : others.length === 0 ? null : (
              <Section heading={t('find.also')}>
                <Others items={others} />
              </Section>
            )}
            <NotThese />
          </Page>
        );
      }}
    </Loaded>
  );
}

function NotThese({ none = false }: { none?: boolean }) {
  const { t } = useTranslation('resident');
  const { hotline } = useDistrict();
  const call = (
    <p>
      <a className="button second" href={`tel:${hotline}`}>
        {t('phone', { number: hotline })}
      </a>
    </p>
  );
  if (none) {
    return (
      <>
        <p>
          <Say text={t('find.noneText', { hotline })} />
        </p>
        {call}
      </>
    );
  }
  return (
    <Section heading={t('find.notThese')} line={false}>
      <p>
        <Say text={t('find.notTheseText')} />
      </p>
      {call}
    </Section>
  );
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

function Others({ items }: { items: readonly ItemSummary[] }) {
  const { t } = useTranslation('resident');
  const { text } = useSaying();
  const because = useBecause();
  return (
    <ul className="rows">
      {items.map((item) => {
        const why = because(item.because);
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
                {why === undefined ? null : <span className="row-note">{why}</span>}
                <span className="row-note">{t('find.howLongLine', { text: text(item.howLong) })}</span>
                <span className="row-note">{t('find.decidedByLine', { text: text(item.decidedBy) })}</span>
              </span>
              <Chevron />
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
