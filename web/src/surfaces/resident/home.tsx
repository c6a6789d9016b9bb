import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ResidentCaseRow } from '../../../../contract/cases.ts';
import { lifeEvents } from '../../../../contract/life-events.ts';
import { useRead } from '../../api/hooks.ts';
import { useElder } from '../../ui/resident/elder.ts';
import { Page, Row, Rows, Section } from '../../ui/resident/page.tsx';
import { CaseRow, isRunning } from './case-row.tsx';
import { CenterRow, useCenters } from './near.tsx';
import { SearchField } from './search-field.tsx';
import { useMe } from './self.ts';

/** The home page is a question. */
export function Home() {
  const { t } = useTranslation('resident');
  const [elder] = useElder();
  const cases = useMyCases();
  const waiting = cases.filter((each) => each.state === 'CORRECTION_REQUIRED');
  const running = cases.filter((each) => isRunning(each) && each.state !== 'CORRECTION_REQUIRED');
  return (
    <Page
      heading={t('question.title')}
      labels="question"
      className="home"
      before={
        waiting.length === 0 ? undefined : (
          <section className="waiting" aria-label={t('running.waiting')}>
            <Rows>
              {waiting.map((each) => (
                <CaseRow key={each.caseId} row={each} />
              ))}
            </Rows>
          </section>
        )
      }
    >
      <SearchField id="question" />
      {elder ? <FewChoices /> : <LifeEventLinks />}
      <NearSection />
      {running.length === 0 ? null : (
        <Section heading={t('running.title')}>
          <Rows>
            {running.map((each) => (
              <CaseRow key={each.caseId} row={each} />
            ))}
          </Rows>
        </Section>
      )}
    </Page>
  );
}

function useMyCases(): ResidentCaseRow[] {
  const me = useMe();
  return useRead('GET /my/cases', {}, { enabled: me !== undefined }).data?.cases ?? [];
}

export function LifeEventLinks() {
  const { t } = useTranslation('resident');
  return (
    <nav aria-labelledby="life-events">
      <h2 className="hidden" id="life-events">
        {t('lifeEvents.title')}
      </h2>
      <ul className="events">
        {lifeEvents.map((event) => (
          <li key={event}>
            <Link href={`/find?lifeEvent=${event}`}>
              <span className="line">{t(`lifeEvents.${event}`)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function FewChoices() {
  const { t } = useTranslation('resident');
  return (
    <nav aria-label={t('lifeEvents.title')}>
      <Rows>
        <Row to="/find?lifeEvent=senior" name={t('lifeEvents.senior')} />
        <Row to="/find?lifeEvent=medical" name={t('lifeEvents.medical')} />
        <Row to={`/find?q=${encodeURIComponent('家里有困难')}`} name={t('lifeEvents.hardship')} />
        <Row to="/life-events" name={t('lifeEvents.other')} />
      </Rows>
    </nav>
  );
}

function NearSection() {
  const { t } = useTranslation('resident');
  const [elder] = useElder();
  const centers = useCenters();
  const shown = elder ? centers.slice(0, 1) : centers.slice(0, 3);
  const nearest = centers[0];
  if (nearest === undefined) return null;
  return (
    <Section heading={elder ? t('near.titleElder') : t('near.title')}>
      <Rows>
        {shown.map((center) => (
          <CenterRow key={center.id} center={center} />
        ))}
      </Rows>
      {elder ? (
        <a className="button second" href={`tel:${nearest.phone}`}>
          {t('near.homeVisit')}
        </a>
      ) : (
        <p className="after-rows">
          <Link href="/near">
            <span className="line">{t('near.choose')}</span>
          </Link>
        </p>
      )}
    </Section>
  );
}
