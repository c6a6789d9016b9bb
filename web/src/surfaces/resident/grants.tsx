import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'wouter';
import type { Grant } from '../../../../contract/licences.ts';
import { useRead } from '../../api/hooks.ts';
import { useSaying } from '../../ui/resident/district.tsx';
import { Loaded } from '../../ui/resident/loaded.tsx';
import { Back, Fact, Facts, Page, Section } from '../../ui/resident/page.tsx';
import { Say } from '../../ui/resident/say.tsx';
import { dayWithYear } from '../../ui/resident/span.ts';

const filters = ['organId', 'itemId'] as const;

/** 行政许可公开: what was granted, the latest first; of one office or one matter, where somebody asked for that. */
export function Grants() {
  const { t } = useTranslation(['publicNotices', 'resident']);
  const [params] = useSearchParams();
  const input = Object.fromEntries(
    [...filters, 'after' as const].flatMap((name) => {
      const value = params.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
  const narrowed = filters.some((name) => name in input);
  const to = (more: Readonly<Record<string, string>>) => {
    const { after: _, ...kept } = input;
    return `/grants?${new URLSearchParams({ ...kept, ...more })}`;
  };
  return (
    <Loaded of={useRead('GET /grants', input)}>
      {({ grants, next }) => (
        <Page heading={t('publicNotices:grants.title')} before={<Back to="/">{t('resident:home')}</Back>}>
          <p>
            <Say text={grants.length === 0 ? t('publicNotices:grants.none') : t('publicNotices:grants.lead')} />
          </p>
          {narrowed ? (
            <p>
              <Link href="/grants">
                <span className="line">{t('publicNotices:grants.all')}</span>
              </Link>
            </p>
          ) : null}
          {grants.map((grant) => (
            <Granted key={grant.grantId} grant={grant} to={to} />
          ))}
          {next === undefined ? null : (
            <p>
              <Link href={to({ after: next })}>
                <span className="line">{t('publicNotices:more')}</span>
              </Link>
            </p>
          )}
        </Page>
      )}
    </Loaded>
  );
}

function Granted({ grant, to }: { grant: Grant; to: (more: Readonly<Record<string, string>>) => string }) {
  const { t } = useTranslation('publicNotices');
  const { text, language } = useSaying();
  const day = (each: string) => dayWithYear(each, language);
  const { validity } = grant;
  return (
    <Section heading={text(grant.itemName)}>
      <Facts>
        <Fact label={t('grants.holder')}>{grant.holder}</Fact>
        <Fact label={t('grants.decision')}>
          {grant.title} {grant.number === undefined ? null : <span className="phrase">{grant.number}</span>}
        </Fact>
        <Fact label={t('grants.day')}>{day(grant.day)}</Fact>
        <Fact label={t('grants.organ')}>
          <Link href={to({ organId: grant.organId })}>
            <span className="line">{text(grant.organ)}</span>
          </Link>
        </Fact>
        {validity === undefined ? null : (
          <Fact label={t('grants.valid')}>
            <Say
              text={
                validity.untilDay === undefined
                  ? t('grants.from', { from: day(validity.fromDay) })
                  : t('grants.fromUntil', { from: day(validity.fromDay), until: day(validity.untilDay) })
              }
            />
          </Fact>
        )}
        <Fact label={t('grants.area')}>{t(`grants.${grant.area}`)}</Fact>
      </Facts>
      <p>
        <Link href={to({ itemId: grant.itemId })}>
          <span className="line">{t('grants.ofItem')}</span>
        </Link>
      </p>
    </Section>
  );
}
